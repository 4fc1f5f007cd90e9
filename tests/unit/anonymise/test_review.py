"""A person's pass over a post: decisions, their undo, free edits, and what may leave."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import uuid

import pytest

from journal.anonymise.finding import Kind, Risk
from journal.anonymise.parts import new_base
from journal.anonymise.review import Review, ReviewedPost, begin_review
from journal.errors import BadInput, ResidueFound, ReviewIncomplete
from journal.model import Change, Part, Post, Reason
from tests.unit.anonymise.builders import knowledge_of, known, post_of, review_of

SAM = known("Samira Holt", "Sam")
BODY = "I saw Samira on 3 May 2021. Sam was tired. I rang 07700 900417 after."


def surfaces(review: Review) -> list[str]:
    return [review.post.base[f.start : f.end] for f in review.findings]


def test_each_finding_waits_for_a_decision() -> None:
    review = review_of(BODY, SAM)
    assert surfaces(review) == ["Samira", "3 May 2021", "Sam", "07700 900417"]
    assert review.undecided == (0, 1, 2, 3)
    with pytest.raises(ReviewIncomplete) as caught:
        review.finish()
    assert caught.value.facts == {"undecided": 4}
    assert "Samira" not in str(caught.value)


def test_decisions_become_changes_over_the_base() -> None:
    review = review_of(BODY, SAM)
    review.accept(0)
    review.replace(1, "in spring")
    review.keep(3)
    reasons = [(change.reason, change.kind) for change in review.post.changes]
    assert reasons == [
        (Reason.ACCEPTED, "name.person"),
        (Reason.WORDED, "date.exact"),
        (Reason.KEPT, "contact.phone"),
    ]
    assert review.undecided == (2,)
    assert "in spring. Sam was" in review.draft_text()


def test_accept_all_takes_one_kind_or_one_entity_as_one_step() -> None:
    review = review_of(BODY, SAM)
    assert review.accept_all(kind=Kind.CONTACT_PHONE) == 1
    assert review.accept_all(entity=review.findings[0].entity) == 2
    assert list(review.undecided) == [1]
    review.undo()
    assert list(review.undecided) == [0, 1, 2]


def test_the_finished_post_has_every_part_and_its_counts() -> None:
    review = review_of(BODY, SAM, title="With Samira", tags=("work", "Sam"), byline="Author: Name withheld")
    review.accept_all(decided_by="command")
    reviewed = review.finish("command")
    stand_in = review.findings[0].proposal
    assert reviewed.title == f"With {stand_in}"
    assert reviewed.tags == ("work", stand_in)
    assert reviewed.byline == "Author: Name withheld"
    assert reviewed.body.startswith(f"I saw {stand_in} on ")
    assert (reviewed.decided, reviewed.kept, reviewed.decided_by) == (6, 0, "command")
    assert {change.decided_by for change in reviewed.post.changes} == {"command"}


def test_nobody_but_a_review_makes_a_reviewed_post() -> None:
    post = post_of("Text.")
    with pytest.raises(TypeError):
        ReviewedPost(post, "", (), "Text.", "", 0, 0, "person")
    with pytest.raises(TypeError):
        ReviewedPost(post, "", (), "Text.", "", 0, 0, "person", made_by=object())
    reviewed = review_of("Text.").finish()
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(reviewed, body="Samira")


def test_no_repr_tells_the_text() -> None:
    review = review_of(BODY, SAM)
    review.accept_all()
    told = repr(review.finish()) + repr(review) + repr(review.findings) + repr(review.post)
    assert "Samira" not in told
    assert review.findings[0].proposal not in told


def test_undo_and_redo_walk_through_decisions_edits_and_answers() -> None:
    review = review_of(BODY, SAM)
    review.accept(0)
    review.edit(0, 1, "We")
    review.answer("q1", "yes")
    assert dict(review.post.answers) == {"q1": "yes"}
    assert review.undo()
    assert not dict(review.post.answers)
    assert review.undo()
    assert review.undo()
    assert not review.undo()
    assert review.draft_text() == review.post.base
    assert review.redo()
    assert review.redo()
    assert review.draft_text().startswith("We saw ")
    review.keep(1)
    assert not review.redo()


def test_reopening_puts_the_words_of_the_base_back() -> None:
    review = review_of(BODY, SAM)
    review.accept(3)
    review.reopen(3)
    assert review.undecided == (0, 1, 2, 3)
    assert review.draft_text() == review.post.base


def test_replacing_one_mention_proposes_the_same_for_its_like() -> None:
    review = review_of("Samira came. Then Samira left. Samira!", SAM)
    review.replace(0, "My client")
    assert [finding.proposal for finding in review.findings[1:]] == ["My client", "My client"]
    assert dict(review.post.stand_ins)[review.findings[0].entity] == "My client"
    review.undo()
    assert review.findings[1].proposal != "My client"


def test_a_free_edit_leaves_decisions_in_place() -> None:
    review = review_of(BODY, SAM)
    review.accept_all()
    before = review.draft_text()
    start = BODY.index("was tired")
    review.edit(start, start + len("was tired"), "looked weary, twice over")
    assert review.draft_text() == before.replace("was tired", "looked weary, twice over")
    assert review.undecided == ()


def test_an_edit_into_a_finding_takes_the_whole_finding() -> None:
    review = review_of(BODY, SAM)
    at = BODY.index("Samira")
    review.edit(at + 2, at + 4, "")
    assert "I saw Sara on" in review.draft_text()
    assert review.decision(0) is not None


def test_edits_can_be_given_in_places_of_the_draft() -> None:
    review = review_of(BODY, SAM)
    review.accept_all()
    draft = review.draft_text()
    at = draft.index(" was tired")
    review.edit_draft(at, at + len(" was tired"), " slept")
    assert review.draft_text() == draft.replace(" was tired", " slept")
    review.edit_draft(0, 0, "Today ")
    assert review.draft_text() == "Today " + draft.replace(" was tired", " slept")


def test_typing_into_a_stand_in_keeps_its_other_letters() -> None:
    review = review_of("Samira came.", SAM)
    review.replace(0, "My client")
    review.edit_draft(3, 3, "dear ")
    assert review.draft_text() == "My dear client came."
    assert review.undecided == ()


def test_typing_letter_by_letter_makes_one_change() -> None:
    review = review_of("The end")
    for at, letter in enumerate(" is near"):
        review.edit_draft(7 + at, 7 + at, letter)
    assert review.draft_text() == "The end is near"
    assert len(review.post.changes) == 1


def test_no_edit_crosses_from_one_part_into_another() -> None:
    review = review_of("Body.", title="Title")
    for start, end in ((3, 9), (0, 99), (5, 6)):
        with pytest.raises(BadInput):
            review.edit(start, end, "x")


def test_a_miss_can_be_added_and_has_a_proposal() -> None:
    review = review_of("The pink van was outside again.")
    assert not review.undecided
    index = review.add(4, 12, Kind.VEHICLE)
    assert review.undecided == (index,)
    assert review.findings[index].proposal
    review.accept(index)
    assert "pink van" not in review.finish().body
    with pytest.raises(BadInput):
        review.add(4, 4, Kind.VEHICLE)


def test_what_was_added_is_there_when_the_post_is_taken_up_again() -> None:
    review = review_of("The pink van was outside again.")
    review.accept(review.add(4, 12, Kind.VEHICLE))
    again = begin_review(review.post, knowledge_of(), random.Random(1).choice)
    assert [finding.kind for finding in again.findings] == [Kind.VEHICLE]
    assert again.undecided == ()
    assert again.draft_text() == review.draft_text()


def test_a_post_taken_up_again_keeps_its_stand_ins_and_decisions() -> None:
    post = post_of("Samira came. Samira left.")
    first = begin_review(post, knowledge_of(SAM), random.Random(1).choice)
    first.replace(0, "Noor")
    again = begin_review(first.post, knowledge_of(SAM), random.Random(5).choice)
    assert again.undecided == (1,)
    assert again.findings[1].proposal == "Noor"


def test_a_kept_source_needs_no_decision() -> None:
    review = review_of("As Rogers (1957) says, being met helps.")
    assert all(finding.risk is Risk.KEEP for finding in review.findings)
    assert review.undecided == ()
    assert review.finish().body == "As Rogers (1957) says, being met helps."


def test_finish_refuses_while_a_form_of_a_name_still_stands() -> None:
    review = review_of("Zebulon came. She left early.", known("Zebulon Marsh"))
    review.replace(0, "My client")
    # no detector reads across a soft hyphen, a reader does
    review.edit(len("Zebulon came. "), len("Zebulon came. She"), "zebu\u00adlon")
    with pytest.raises(ResidueFound) as caught:
        review.finish()
    assert caught.value.facts["count"]
    review.undo()
    assert review.finish().body == "My client came. She left early."


def test_a_name_kept_on_purpose_is_no_residue() -> None:
    review = review_of("Samira came.", SAM)
    review.keep(0)
    assert review.finish().body == "Samira came."
    assert review.risks()[0].reason == "direct"


def test_risks_go_when_details_are_changed() -> None:
    review = review_of("She is 34, a cathedral organist, and moved to Kendal in 2015.")
    assert any(concern.level.value == "red" for concern in review.risks())
    review.accept_all()
    assert review.risks() == ()


def test_the_base_holds_title_tags_body_and_byline_in_order() -> None:
    base, parts = new_base("A title", ("one", "two"), "Body.", "Author: X")
    assert base == "A title\n\none, two\n\nBody.\n\nAuthor: X"
    assert [(part, base[start:end]) for part, start, end in parts] == [
        (Part.TITLE, "A title"),
        (Part.TAGS, "one, two"),
        (Part.BODY, "Body."),
        (Part.BYLINE, "Author: X"),
    ]
    only, parts = new_base("", (), "Body.", "")
    assert only == "Body."
    assert [end - start for _, start, end in parts] == [0, 0, 5, 0]


def test_a_change_stored_by_an_older_scan_still_decides() -> None:
    base, parts = new_base("", (), "The pink van waits.", "")
    change = Change(4, 12, "a car", Reason.ACCEPTED, "vehicle")
    post = Post(uuid.uuid5(uuid.NAMESPACE_DNS, "old"), (), base, parts, (change,))
    review = begin_review(post, knowledge_of(), random.Random(1).choice)
    assert review.finish().body == "The a car waits."


def test_several_decisions_in_one_step_are_undone_and_redone_together() -> None:
    review = review_of(BODY, SAM)
    review.accept(1)
    with review.one_step():
        for index in (0, 2):
            review.replace(index, "a friend")
    assert list(review.undecided) == [3]
    assert review.undo()
    assert list(review.undecided) == [0, 2, 3]
    assert review.redo()
    assert list(review.undecided) == [3]
    review.undo()
    with review.one_step():
        pass
    assert review.redo(), "a step in which nothing was decided is none"
    assert review.undo()
    assert review.undo()
    assert not review.undo()


# what is typed


def typed_review() -> Review:
    """A review in whose draft a name of the register was typed."""
    review = review_of("Samira came. She left early.", SAM)
    review.replace(0, "My client")
    at = review.draft_text().index("She")
    review.edit_draft(at, at + 3, "Sam")
    return review


def test_typed_words_are_looked_through_and_found_ones_wait() -> None:
    review = typed_review()
    assert [p.text for p in review.to_look_through()] == ["My client came. Sam left early."]
    assert review.learn(review.look_through(review.to_look_through()))
    assert [one.surface for one in review.typed] == ["Sam"]
    assert review.undecided == (1,)
    assert review.draft_text()[slice(*review.now.draft_span(1))] == "Sam"
    assert not review.to_look_through()


def test_nothing_typed_leaves_unseen_even_if_nobody_waited_for_the_scan() -> None:
    with pytest.raises(ReviewIncomplete) as caught:
        typed_review().finish()
    assert caught.value.facts == {"undecided": 1}


def test_what_was_found_in_typed_words_is_replaced_or_kept_there() -> None:
    review = typed_review()
    review.learn(review.look_through(review.to_look_through()))
    review.replace(1, "they")
    assert review.finish().body == "My client came. they left early."
    review.undo()
    review.keep(1)
    assert review.finish().body == "My client came. Sam left early."
    review.reopen(1)
    assert review.undecided == (1,)


def test_what_was_kept_in_typed_words_is_kept_when_the_post_is_taken_up_again() -> None:
    review = typed_review()
    review.learn(review.look_through(review.to_look_through()))
    again = begin_review(review.post, knowledge_of(SAM), random.Random(1).choice)
    assert again.undecided == (1,)
    again.keep(1)
    third = begin_review(again.post, knowledge_of(SAM), random.Random(1).choice)
    assert third.undecided == ()
    assert third.decision(1) is not None


def test_a_finding_in_typed_words_moves_with_them_and_goes_with_them() -> None:
    review = typed_review()
    review.learn(review.look_through(review.to_look_through()))
    at = review.draft_text().index("Sam")
    review.edit_draft(at, at, "So ")
    assert review.draft_text()[slice(*review.now.draft_span(1))] == "Sam"
    at = review.draft_text().index("Sam")
    review.edit_draft(at, at + 3, "someone")
    assert review.typed == ()


def test_a_finding_in_inserted_words_is_where_they_are() -> None:
    review = review_of("It went quiet.")
    review.edit_draft(0, 0, "Ring 01632 960123. ")
    review.learn(review.look_through(review.to_look_through()))
    assert [review.draft_text()[slice(*review.now.draft_span(index))] for index in review.undecided] == ["01632 960123"]


def test_a_pseudonym_of_ones_own_is_not_found_as_a_name() -> None:
    review = review_of("Samira came. Then Samira left.", SAM)
    review.replace(0, "Rebecca")
    review.accept(1)
    assert review.finish().body == "Rebecca came. Then Rebecca left."


def test_letters_typed_together_are_one_step() -> None:
    review = review_of("The end")
    for at, letter in enumerate(" is"):
        review.edit_draft(7 + at, 7 + at, letter, joining=at > 0)
    assert review.undo()
    assert review.draft_text() == "The end"
    assert not review.undo()


# treatments


def test_a_request_to_paraphrase_is_a_placeholder_that_holds_up_the_export() -> None:
    review = review_of(BODY, SAM)
    review.accept_all()
    review.treat(1, "paraphrase", "say this in your own words")
    assert "[say this in your own words]" in review.draft_text()
    assert review.undecided == (1,)
    with pytest.raises(ReviewIncomplete):
        review.finish()
    assert review.accept_all() == 0, "nobody but the person has words for it"
    at = review.draft_text().index("your own")
    review.edit_draft(at, at, "that spring")
    assert "[" not in review.draft_text()
    assert "that spring" in review.finish().body


def test_a_placeholder_is_still_one_when_the_post_is_taken_up_again() -> None:
    review = review_of(BODY, SAM)
    review.accept_all()
    review.treat(1, "paraphrase", "in your own words")
    again = begin_review(review.post, knowledge_of(SAM), random.Random(1).choice)
    assert again.undecided == (1,)


@pytest.mark.parametrize(
    ("index", "treatment", "draft"),
    [
        (0, "drop", "I saw on "),
        (0, "role", "I saw a client on "),
        (1, "keep", "on 3 May 2021. "),
        (3, "drop", "I rang after."),
    ],
)
def test_a_treatment_puts_its_words_there(index: int, treatment: str, draft: str) -> None:
    review = review_of(BODY, SAM)
    review.treat(index, treatment)
    assert draft in review.draft_text()
    decided = review.decision(index)
    assert decided is not None
    assert decided.treatment == treatment


def test_one_offset_moves_every_date_of_a_post_and_is_kept() -> None:
    review = review_of("It began on 3 May 2021 and ended on 10 May 2021.")
    review.treat(0, "shift")
    review.treat(1, "shift")
    ((_, days),) = review.post.date_offsets
    assert days % 7
    first, second = (dt.date(2021, 5, day) + dt.timedelta(days=days) for day in (3, 10))
    for day in (first, second):
        assert f"on {day.day} {day:%B} {day.year}" in review.draft_text()


def test_a_treatment_that_does_not_apply_is_refused() -> None:
    review = review_of("I work in Bury.")
    assert review.words_for(0, "shift") is None
    with pytest.raises(BadInput):
        review.treat(0, "shift")
    with pytest.raises(BadInput):
        review.treat(0, "paraphrase")


# what a person flags


def test_a_miss_is_flagged_for_all_places_as_one_step() -> None:
    review = review_of("The pink van was there. Nobody saw the pink van.")
    at = review.draft_text().index("pink van")
    assert review.flag_in_draft(at, at + 8, "vehicle", everywhere=True) == 2
    assert len(review.undecided) == 2
    assert len({finding.entity for finding in review.findings}) == 1
    assert review.undo()
    assert review.findings == ()


def test_a_flag_that_was_not_decided_is_there_when_the_post_is_taken_up_again() -> None:
    review = review_of("The pink van was there.")
    review.flag(4, 12, "vehicle")
    again = begin_review(review.post, knowledge_of(), random.Random(1).choice)
    assert again.undecided == (0,)
    assert again.draft_text() == again.post.base
    assert again.findings[0].proposal
    again.accept(0)
    again.reopen(0)
    assert again.undecided == (0,)


def test_words_that_were_typed_can_be_flagged_too() -> None:
    review = review_of("It was quiet.")
    review.edit(7, 12, "loud as the pink van")
    at = review.draft_text().index("pink van")
    assert review.flag_in_draft(at, at + 8, "vehicle") == 1
    assert review.undecided == (0,)
    again = begin_review(review.post, knowledge_of(), random.Random(1).choice)
    assert again.undecided == (0,)
    again.replace(0, "bus")
    assert again.draft_text() == "It was loud as the bus."


def test_one_mention_can_be_decided_otherwise_than_its_like() -> None:
    review = review_of("Samira came. Then Samira left.", SAM)
    review.replace(0, "My client", alike=False)
    assert review.findings[1].proposal != "My client"


def test_what_stands_in_for_typed_words_is_not_found_in_its_turn() -> None:
    review = review_of("It was a long morning, and then it rained for a while.")
    end = len(review.draft_text())
    review.edit_draft(end, end, " Then Zebulon rang me from Leeds, and Zebulon cried.")
    for _ in range(6):
        review.learn(review.look_through(review.to_look_through()))
        if not review.undecided:
            break
        for index in reversed(review.undecided):
            review.accept(index)
    assert review.undecided == ()
    assert "Zebulon" not in review.draft_text()
    assert "Leeds" not in review.draft_text()
    # nor when the post is taken up again
    again = begin_review(review.post, knowledge_of(), random.Random(5).choice)
    assert again.undecided == ()
    assert again.finish().body == review.finish().body


def test_all_proposals_in_typed_words_are_taken_at_once() -> None:
    review = review_of("It was a long morning, and then it rained for a while.")
    end = len(review.draft_text())
    review.edit_draft(end, end, " Then Zebulon rang me from Leeds on 4 May.")
    review.learn(review.look_through(review.to_look_through()))
    before = review.draft_text()
    assert review.accept_all()
    review.learn(review.look_through(review.to_look_through()))
    assert review.undecided == ()
    assert review.undo()
    assert review.draft_text() == before


def test_own_words_for_typed_ones_are_looked_through() -> None:
    review = typed_review()
    review.learn(review.look_through(review.to_look_through()))
    review.replace(1, "Sam Samira")
    review.learn(review.look_through(review.to_look_through()))
    assert review.undecided


def test_a_name_that_was_accepted_may_be_typed_when_the_post_is_taken_up_again() -> None:
    review = review_of("Samira came. She left early, and it was enough.", SAM)
    review.accept(0)
    name = review.decision(0).new_text  # type: ignore[union-attr]
    again = begin_review(review.post, knowledge_of(SAM), random.Random(99).choice)
    end = len(again.draft_text())
    again.edit_draft(end, end, f" Then {name} rang me.")
    again.learn(again.look_through(again.to_look_through()))
    assert again.undecided == ()
