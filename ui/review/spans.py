"""Where the findings of a review stand: in the post's base, and in the draft with the decisions applied."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from journal.anonymise.review import Decided, Review
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


class ByPlace(Protocol):
    """Marks that can be asked by place, in logarithmic time. One may lie inside another."""

    @property
    def all(self) -> Sequence[Mark]:
        """Every mark, sorted by where it starts."""

    def within(self, start: int, end: int) -> Sequence[Mark]:
        """The marks of which a part lies in ``[start, end)``."""

    def first_of(self, findings: frozenset[int]) -> Mark | None:
        """The first mark of these findings."""


class Marks:
    """Marks by place, of a list that is sorted by where they start."""

    def __init__(self, marks: Sequence[Mark] = ()) -> None:
        self._all = marks
        self._starts = [mark.span.start for mark in marks]
        # how far the marks up to each one reach: sorted, as the ends themselves need not be
        self._reach = list(accumulate((mark.span.end for mark in marks), max))

    @property
    def all(self) -> Sequence[Mark]:
        """Every mark."""
        return self._all

    def within(self, start: int, end: int) -> Sequence[Mark]:
        """The marks of which a part lies in ``[start, end)``."""
        near = self._all[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return [mark for mark in near if mark.span.end > start]

    def first_of(self, findings: frozenset[int]) -> Mark | None:
        """The first mark of these findings."""
        return next((mark for mark in self._all if mark.span.finding in findings), None)


class FindingMarks:
    """The marks of a review at one moment, as ``Marks``: each is made only when its place is asked for.

    A letter moves all that stands after it: 2,000 marks made anew were 20 of the 50 ms that a letter took.
    """

    def __init__(self, now: Decided, *, in_draft: bool) -> None:
        self._now = now
        self._of = now.draft_span if in_draft else self._base_span
        self._in_draft = in_draft
        # findings in the base never overlap, and keep their order in the draft: their starts and ends are both sorted
        self._in_base = range(len(now.state.findings))
        typed = self._made(range(len(self._in_base), now.count) if in_draft else ())
        self._typed = Marks(sorted(typed, key=lambda mark: mark.span.start))

    @property
    def all(self) -> Sequence[Mark]:
        """Every mark there is."""
        return sorted((*self._made(self._in_base), *self._typed.all), key=lambda mark: mark.span.start)

    def within(self, start: int, end: int) -> Sequence[Mark]:
        """The marks of which a part lies in ``[start, end)``; what was found in typed words lies inside the others."""
        first = bisect_right(self._in_base, start, key=lambda index: self._of(index)[1])
        last = bisect_left(self._in_base, end, lo=first, key=lambda index: self._of(index)[0])
        found, typed = self._made(self._in_base[first:last]), self._typed.within(start, end)
        # whoever paints looks among them by their starts
        return sorted((*found, *typed), key=lambda mark: mark.span.start) if typed else found

    def first_of(self, findings: frozenset[int]) -> Mark | None:
        """The first mark of these findings."""
        # by their numbers they are in the order of their places
        in_base = sorted(findings.intersection(self._in_base))
        first = next((mark for index in in_base for mark in self._made((index,))), None)
        typed = self._typed.first_of(findings)
        found = [mark for mark in (first, typed) if mark is not None]
        return min(found, key=lambda mark: mark.span.start, default=None)

    def _made(self, indexes: Iterable[int]) -> list[Mark]:
        """Their marks; what was left out has none."""
        return [self._make(index, start, end) for index in indexes for start, end in [self._of(index)] if start < end]

    def _make(self, index: int, start: int, end: int) -> Mark:
        now, risk = self._now, self._now.finding(index).risk
        if not self._in_draft:
            return Mark(Span(start, end, index), risk.value)
        decided = now.decision(index)
        asked = decided is not None and decided.reason is Reason.ASKED
        waiting = now.is_open(index)
        return Mark(Span(start, end, index), risk.value, waiting, asked and waiting)

    def _base_span(self, index: int) -> tuple[int, int]:
        finding = self._now.finding(index)
        return finding.start, finding.end


def base_marks(review: Review) -> FindingMarks:
    """The findings in the entry's own text."""
    return FindingMarks(review.now, in_draft=False)


def draft_marks(review: Review) -> FindingMarks:
    """What stands for the findings in the draft; what was left out has no mark."""
    return FindingMarks(review.now, in_draft=True)
