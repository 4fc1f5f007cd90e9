"""The parts of a post: chosen, scanned like any text, and decided without moving what was decided elsewhere."""

from __future__ import annotations

import dataclasses
import uuid

import pytest

from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.parts import (
    details_were_changed,
    draft_of,
    drawn_from_several,
    new_base,
    part_text,
    with_part,
)
from journal.anonymise.review import begin_review
from journal.model import AuthorProfile, Change, KnownName, Part, Post, Reason
from journal.practice.help_places import load_places

ROWAN = KnownName(id=uuid.UUID(int=1), name="Rowan")
KNOWN = Knowledge(names=(ROWAN,), author=AuthorProfile(name="Robin Example"))


def post_of(body: str = "Rowan came.", **parts: str) -> Post:
    base, places = new_base("With Rowan", ("time",), body, "Author: Name withheld for protection", **parts)
    return Post(id=uuid.UUID(int=2), sources=(), base=base, parts=places)


@pytest.mark.parametrize("part", list(Part))
def test_each_part_can_be_chosen_anew_and_the_decisions_elsewhere_keep_their_places(part: Part) -> None:
    review = begin_review(post_of(), KNOWN)
    review.accept_all()
    before = draft_of(review.post)
    changed = with_part(review.post, part, "other, words")
    after = draft_of(changed)
    for field in dataclasses.fields(before):
        if field.name == part.value:
            assert getattr(after, field.name) == (("other", "words") if part is Part.TAGS else "other, words")
        else:
            assert getattr(after, field.name) == getattr(before, field.name)
    assert begin_review(changed, KNOWN).undecided == ()
    assert begin_review(changed, KNOWN).finish().title == after.title


@pytest.mark.parametrize("part", list(Part))
def test_each_part_passes_the_same_scan(part: Part) -> None:
    review = begin_review(with_part(post_of("Nobody."), part, "as Rowan says"), KNOWN)
    start, end = review.post.span(part)
    assert any(start <= f.start and f.end <= end for f in review.findings)


def test_parts_lie_in_one_order_whatever_the_order_of_choosing() -> None:
    post = post_of("Body.")
    for part, text in ((Part.HELP, "help"), (Part.CATEGORY, "Supervision"), (Part.NOTES, "a note")):
        post = with_part(post, part, text)
    assert post.base == (
        "With Rowan\n\nSupervision\n\ntime\n\nBody.\n\nAuthor: Name withheld for protection\n\na note\n\nhelp"
    )
    whole = post_of("Body.", category="Supervision", notes="a note", help="help")
    assert (post.base, post.parts) == (whole.base, whole.parts)
    without = with_part(with_part(with_part(post, Part.HELP, ""), Part.CATEGORY, ""), Part.NOTES, "")
    assert (without.base, without.parts) == (post_of("Body.").base, post_of("Body.").parts)


def test_a_part_that_reads_so_already_keeps_its_decisions() -> None:
    review = begin_review(post_of(), KNOWN)
    review.accept_all()
    title = part_text(review.post, Part.TITLE)
    assert with_part(review.post, Part.TITLE, title) is not None
    assert with_part(review.post, Part.TITLE, title).changes == review.post.changes


def test_what_is_typed_at_the_edge_of_a_part_stands_once() -> None:
    base, parts = new_base("The clock", (), "Body", "")
    review = begin_review(Post(uuid.UUID(int=2), (), base, parts), Knowledge())
    review.edit(len("The clock"), len("The clock"), " again")
    review.edit(len(base), len(base), " and more")
    draft = review.draft()
    assert (draft.title, draft.tags, draft.body, draft.byline) == ("The clock again", (), "Body and more", "")


def test_the_writers_own_name_as_a_byline_is_asked_about() -> None:
    named = begin_review(with_part(post_of("Nobody."), Part.BYLINE, "Author: Robin Example"), KNOWN)
    start, end = named.post.span(Part.BYLINE)
    assert any(start <= named.findings[at].start < end for at in named.undecided)


def test_helplines_as_the_program_ships_them_are_no_findings_and_anything_beside_them_is() -> None:
    places = load_places()[0]
    knowledge = dataclasses.replace(KNOWN, lists=WordLists(help_lines=frozenset(places.lines)))
    post = with_part(post_of("Nobody."), Part.HELP, places.text)
    start, _ = post.span(Part.HELP)
    assert [f for f in begin_review(post, knowledge).findings if f.start >= start] == []
    more = with_part(post, Part.HELP, f"{places.text}\n- My own line: 07700 900123")
    found = begin_review(more, knowledge).findings
    assert "07700 900123" in [more.base[f.start : f.end] for f in found]
    assert all(more.base.index("My own line") <= f.start for f in found if f.start >= start)
    # the same number in the text itself is an identifier like any other
    inside = with_part(post_of("Nobody."), Part.NOTES, "jo@samaritans.org")
    assert begin_review(inside, knowledge).findings


@pytest.mark.parametrize(
    ("change", "changed", "several"),
    [
        (Change(0, 4, "Someone", Reason.ACCEPTED, "name.person", "role"), True, False),
        (Change(0, 4, "People", Reason.WORDED, "name.person", "composite"), True, True),
        (Change(0, 4, "", Reason.ACCEPTED, "name.person", "drop"), False, False),
        (Change(0, 4, "With", Reason.KEPT, "name.person", "keep"), False, False),
        (Change(0, 4, "Beside", Reason.EDITED), False, False),
    ],
)
def test_closing_notes_are_offered_only_where_they_are_true(change: Change, changed: bool, several: bool) -> None:
    post = dataclasses.replace(post_of(), changes=(change,))
    assert (details_were_changed(post), drawn_from_several(post)) == (changed, several)


def test_references_are_kept_as_written_and_a_login_link_is_offered_for_replacement() -> None:
    entry = "Rogers, C. R. (1957) The conditions. Available at: "
    link = "https://library.example.org/login?AuthType=ip,shib&db=cat06100a&AN=btc.1"
    accessed = "(Accessed: 7th April 2021)\n\nScott, M. (2018) A  paper."
    body = f"As Rogers (1957) says.\n\nReferences\n\n{entry}{link} {accessed}"
    base, parts = new_base("A title", (), body, "")
    review = begin_review(Post(uuid.UUID(int=2), (), base, parts), Knowledge())
    (asked,) = [f for f in review.findings if base[f.start : f.end] == link]
    assert (asked.kind.value, asked.kind.asked) == ("author.link", True)
    review.accept_all()
    review.accept(review.findings.index(asked))
    assert review.finish().body == body.replace(link, asked.proposal)
