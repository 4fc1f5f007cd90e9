"""Where the findings of a review stand: in the post's base, and in the draft with the decisions applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def first_of(marks: Sequence[Mark], findings: frozenset[int]) -> Mark | None:
    """The first mark of these findings."""
    return next((mark for mark in marks if mark.span.finding in findings), None)
