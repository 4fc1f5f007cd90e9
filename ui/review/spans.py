"""Where the findings of a review stand: in the post's base, and in the draft with the decisions applied."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from journal.anonymise.review import Review
from journal.model import Reason


@dataclass(frozen=True, slots=True)
class Span:
    """``[start, end)`` in code points; ``finding`` is an index of the review's findings."""

    start: int
    end: int
    finding: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with the role of its colour.

    ``waiting``: still to be decided, and so drawn with a dashed edge; ``asked``: a placeholder to be written over.
    """

    span: Span
    role: str
    waiting: bool = False
    asked: bool = False


class Marks:
    """Marks sorted by where they start, asked by place in logarithmic time. One may lie inside another."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self.all = marks
        self._starts = [mark.span.start for mark in marks]
        # how far the marks up to each one reach: sorted, as the ends themselves need not be
        self._reach = list(accumulate((mark.span.end for mark in marks), max))

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The marks of which a part lies in ``[start, end)``."""
        for at in range(bisect_right(self._reach, start), bisect_left(self._starts, end)):
            if self.all[at].span.end > start:
                yield self.all[at]

    def first_of(self, findings: frozenset[int]) -> Mark | None:
        """The first mark of these findings."""
        return next((mark for mark in self.all if mark.span.finding in findings), None)


def base_marks(review: Review) -> list[Mark]:
    """The findings in the entry's own text."""
    return [
        Mark(Span(finding.start, finding.end, index), finding.risk.value)
        for index, finding in enumerate(review.findings)
    ]


def draft_marks(review: Review) -> list[Mark]:
    """What stands for the findings in the draft, in order; what was left out has no mark."""
    now = review.now
    waiting = set(now.undecided)
    made = []
    for index in range(now.count):
        start, end = now.draft_span(index)
        if start < end:
            decided = now.decision(index) if index in waiting else None
            asked = decided is not None and decided.reason is Reason.ASKED
            made.append(Mark(Span(start, end, index), now.finding(index).risk.value, index in waiting, asked))
    if review.typed:
        made.sort(key=lambda mark: mark.span.start)
    return made
