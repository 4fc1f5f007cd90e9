"""Where the findings of a review stand: in the post's base, and in the draft with the decisions applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.model import Change


@dataclass(frozen=True, slots=True)
class Span:
    """``[start, end)`` in code points; ``finding`` is an index into the review's findings."""

    start: int
    end: int
    finding: int


def draft_start(changes: Sequence[Change], position: int) -> int:
    """Where a stretch of the base that begins at ``position`` begins in the draft; words put in there come before."""
    shift = 0
    for change in changes:
        if change.end <= position:
            shift += len(change.new_text) - (change.end - change.start)
        elif change.start <= position:
            return change.start + shift
        else:
            break
    return position + shift


def draft_end(changes: Sequence[Change], position: int) -> int:
    """Where a stretch of the base that ends at ``position`` ends in the draft; words put in there come after."""
    shift = 0
    for change in changes:
        if change.start >= position:
            break
        if position < change.end:
            return change.start + shift + len(change.new_text)
        shift += len(change.new_text) - (change.end - change.start)
    return position + shift


def draft_spans(changes: Sequence[Change], findings: Sequence[tuple[int, int]]) -> list[Span]:
    """The stretches of the draft that stand for the findings, given by their places in the base."""
    spans = []
    for index, (start, end) in enumerate(findings):
        first, last = draft_start(changes, start), draft_end(changes, end)
        if first < last:
            spans.append(Span(first, last, index))
    return spans
