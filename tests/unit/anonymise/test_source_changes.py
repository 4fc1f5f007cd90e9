"""An entry changed since a post was copied from it: said by paragraph, taken over or not, decisions in their places."""

from __future__ import annotations

import random
import uuid

from journal.anonymise.review import begin_review, new_base
from journal.anonymise.source_changes import WEAVE, compared, copied, left_as_it_is, taken_over
from journal.model import Part, Post, Source
from tests.unit.anonymise.builders import knowledge_of, known

ENTRIES = uuid.uuid5(uuid.NAMESPACE_DNS, "one"), uuid.uuid5(uuid.NAMESPACE_DNS, "two")
OLD, NEW = uuid.uuid5(uuid.NAMESPACE_DNS, "old"), uuid.uuid5(uuid.NAMESPACE_DNS, "new")
FIRST = "Samira came late.\n\nWe sat in silence. Samira looked away.\n\nIt was enough."
SECOND = "A week later Samira rang."
SAM = known("Samira Holt")


def woven(first: str = FIRST, second: str = SECOND, start: int = 0) -> Post:
    base, parts = new_base("Two evenings", (), WEAVE.join((first, second)), "Name withheld")
    sources = (Source(ENTRIES[0], OLD, start, start + len(first)), Source(ENTRIES[1], OLD, 0, len(second)))
    return Post(uuid.uuid5(uuid.NAMESPACE_DNS, "post"), sources, base, parts)


def test_each_entry_has_its_stretch_of_the_base() -> None:
    post = woven()
    assert [post.base[start:end] for start, end in copied(post)] == [FIRST, SECOND]


def test_the_paragraph_that_changed_is_told() -> None:
    change = compared(woven(), 0, NEW, FIRST.replace("looked away", "wept"))
    (one,) = change.paragraphs
    assert (one.was, one.now) == ("We sat in silence. Samira looked away.", "We sat in silence. Samira wept.")
    assert woven().base[one.start :].startswith("We sat")
    assert not compared(woven(), 0, NEW, FIRST).paragraphs


def test_a_change_taken_over_keeps_the_decisions_elsewhere() -> None:
    review = begin_review(woven(), knowledge_of(SAM), random.Random(1).choice)
    for index in range(len(review.findings)):
        review.replace(index, "my client")
    change = compared(
        review.post, 0, NEW, FIRST.replace("We sat in silence. Samira looked", "Silence. Samira, then Ann, looked")
    )
    post = taken_over(review.post, change)
    assert copied(post)
    assert post.base[slice(*post.span(Part.BODY))].startswith("Samira came late.\n\nSilence.")
    assert post.base[slice(*post.span(Part.BYLINE))] == "Name withheld"
    assert {post.base[one.start : one.end] for one in post.changes} == {"Samira"}
    assert len(post.changes) == len(review.post.changes)
    assert [source.revision for source in post.sources] == [NEW, OLD]
    assert not compared(post, 0, NEW, change.text).paragraphs


def test_a_decision_about_words_that_are_gone_goes_with_them() -> None:
    review = begin_review(woven(), knowledge_of(SAM), random.Random(1).choice)
    review.accept_all()
    before = len(review.post.changes)
    post = taken_over(review.post, compared(review.post, 0, NEW, FIRST.replace(" Samira looked away.", "")))
    assert len(post.changes) == before - 1


def test_a_change_left_is_not_asked_about_again() -> None:
    change = compared(woven(), 1, NEW, "Something else.")
    post = left_as_it_is(woven(), change)
    assert post.base == woven().base
    assert [source.revision for source in post.sources] == [OLD, NEW]


def test_a_selection_is_looked_for_where_it_stands_today() -> None:
    selected = "We sat in silence. Samira looked away."
    post = woven(first=selected, start=FIRST.index(selected))
    assert not compared(post, 0, NEW, "Before.\n\n" + FIRST, whole=False).paragraphs
    gone = compared(post, 0, NEW, "Quite another entry.", whole=False)
    assert gone.gone


def test_what_was_added_to_a_whole_entry_belongs_to_it() -> None:
    change = compared(woven(), 0, NEW, FIRST + "\n\nLater.")
    assert [one.now for one in change.paragraphs] == ["Later."]
    assert taken_over(woven(), change).base.count("Later.") == 1
