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


def draft_position(changes: Sequence[Change], position: int, *, after: bool = False) -> int:
    """Where a position of the base stands in the draft; inside a change: at its start, or ``after`` it."""
    shift = 0
    for change in changes:
        if position < change.start or (position == change.start and not after):
            break
        if position >= change.end:
            shift += len(change.new_text) - (change.end - change.start)
            continue
        return change.start + shift + (len(change.new_text) if after else 0)
    return position + shift


def draft_spans(changes: Sequence[Change], findings: Sequence[tuple[int, int]]) -> list[Span]:
    """The stretches of the draft that stand for the findings, given by their places in the base."""
    spans = []
    for index, (start, end) in enumerate(findings):
        first = draft_position(changes, start)
        last = draft_position(changes, end, after=True) if end > start else first
        if first < last:
            spans.append(Span(first, last, index))
    return spans
