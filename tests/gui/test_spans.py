"""The marks of a review, made where they are asked for, are those that would be made of every finding."""

from __future__ import annotations

import random

from journal.anonymise.changes import Placed, applied
from journal.anonymise.decisions import Decided
from journal.anonymise.finding import Risk
from journal.anonymise.review import Review, begin_review
from journal.model import Reason
from tests.campaigns.long_review import long_text
from tests.unit.anonymise.builders import knowledge_of, known, post_of
from ui.review.spans import Mark, Marks, Span, draft_marks


def every_mark(now: Decided) -> list[Mark]:
    """One mark of each finding that stands in the draft, asked one by one."""
    made = []
    for index in range(now.count):
        start, end = now.draft_span(index)
        if start < end:
            decided = now.decision(index)
            waiting = now.finding(index).risk is not Risk.KEEP and (
                decided is None or decided.reason in (Reason.ASKED, Reason.FLAGGED)
            )
            asked = waiting and decided is not None and decided.reason is Reason.ASKED
            made.append(Mark(Span(start, end, index), now.finding(index).risk.value, waiting, asked))
    return sorted(made, key=lambda mark: mark.span.start)


def expect_alike(review: Review, chance: random.Random) -> None:
    now, marks = review.now, draft_marks(review)
    expected = every_mark(now)
    assert marks.all == expected
    assert now.undecided == tuple(at for at in range(now.count) if now.is_open(at))
    assert now.draft == applied(now.base, now.state.changes)
    assert [now.placed.shift(at) for at in range(len(now.state.changes) + 1)] == [
        Placed(now.state.changes).shift(at) for at in range(len(now.state.changes) + 1)
    ]
    plain = Marks(expected)
    for _ in range(40):
        start = chance.randrange(len(now.draft))
        end = start + chance.choice((0, 1, 5, 60, 900))
        key = lambda mark: (mark.span.finding, mark.span.start)  # noqa: E731
        near = marks.within(start, end)
        assert sorted(near, key=key) == sorted(plain.within(start, end), key=key)
        assert [mark.span.start for mark in near] == sorted(mark.span.start for mark in near)
        some = frozenset(chance.randrange(now.count + 2) for _ in range(3))
        assert marks.first_of(some) == plain.first_of(some)


def test_marks_by_place_are_those_of_every_finding_after_any_step() -> None:
    chance = random.Random(7)
    names = [known(name) for name in ("Zebulon", "Quillon", "Thessaly", "Oriane", "Marwenna")]
    review = begin_review(post_of(long_text(700, 90)), knowledge_of(*names), chance.choice)
    for step in range(240):
        index = chance.randrange(review.now.count)
        at = chance.randrange(len(review.draft_text()))
        what = chance.randrange(9)
        if what < 2:
            review.accept(index)
        elif what == 2:
            review.keep(index)
        elif what == 3:
            review.treat(index, "drop")
        elif what == 4 and review.now.typed_at(index) is None:
            review.treat(index, "paraphrase", "say this in your own words")
        elif what == 5:
            review.reopen(index)
        elif what == 6:
            chance.choice((review.undo, review.redo, review.accept_all))()
        else:
            review.edit_draft(at, min(at + chance.choice((0, 0, 3)), len(review.draft_text())), "I rang 01632 960123 ")
        if chance.random() < 0.3:
            # what was worked out so far is taken on by the states after it
            assert review.undecided == tuple(at for at in range(review.now.count) if review.now.is_open(at))
        if step % 6 == 0:
            review.learn(review.look_through(review.to_look_through()))
            expect_alike(review, chance)
    assert review.typed, "typed words were among what was marked"
