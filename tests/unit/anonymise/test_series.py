"""What several posts give away together."""

from __future__ import annotations

import uuid

from journal.anonymise.finding import Finding, Risk
from journal.anonymise.series import EarlierPost, in_sum, recurring, said_before
from tests.unit.anonymise.builders import knowledge_of, scanned


def earlier(text: str, title: str = "Before") -> EarlierPost:
    return EarlierPost(uuid.uuid5(uuid.NAMESPACE_DNS, text), title, text)


def standing(text: str) -> list[tuple[Finding, str]]:
    return [(f, text[f.start : f.end]) for f in scanned(text).findings if f.risk is not Risk.KEEP]


def test_nothing_adds_up_where_nothing_left_the_journal() -> None:
    assert in_sum("I work in Bury.", standing("I work in Bury."), [], knowledge_of()).posts == 0


def test_a_place_here_and_a_year_there_meet() -> None:
    knowledge = knowledge_of()
    text = "She moved to Kendal and never looked back."
    said = said_before([earlier("She is 34, a cathedral organist, and it began in 2015.", "First")], knowledge)
    found = in_sum(text, standing(text), said, knowledge)
    assert found.posts == 1
    assert {detail.surface for detail in found.details if detail.label in ("DATE", "AGE")}
    assert all(not detail.here for detail in found.details)
    assert found.together


def test_a_detail_said_in_both_ties_the_posts_together() -> None:
    knowledge = knowledge_of()
    text = "In Kendal it rained."
    found = in_sum(text, standing(text), said_before([earlier("Kendal was quiet.")], knowledge), knowledge)
    assert [(detail.surface, detail.posts) for detail in found.details if detail.here] == [("Kendal", ("Before",))]


def test_a_turn_of_phrase_that_comes_back_is_shown_whole_and_once() -> None:
    before = ["Don't get me started on the spreadsheets, said nobody.", "It was a gobbledegookish rule."]
    text = "Well, don’t get me started on the spreadsheets again. Gobbledegookish it is. It was a day."
    found = dict(recurring(text, before, knowledge_of()))
    assert found == {"don’t get me started on the spreadsheets": 1, "Gobbledegookish": 1}


def test_everyday_words_and_references_are_no_signature() -> None:
    before = ["It was one of the things that I had to do.\n\nReferences\n\nProctor, B. (1987) Supervision: alliance."]
    text = "One of the things that I had to do.\n\nReferences\n\nProctor, B. (1987) Supervision: alliance."
    assert recurring(text, before, knowledge_of()) == ()


def test_a_byline_that_withholds_the_name_is_no_signature() -> None:
    text = "It rained.\n\nAuthor: Name withheld for protection"
    assert recurring(text, ["It snowed.\n\nAuthor: Name withheld for protection"], knowledge_of()) == ()
