"""Ordered, non-overlapping changes over a base: apply them, put one in, and find the way from draft to base."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from journal.errors import BadInput
from journal.model import Change, Part, Reason


def applied(base: str, changes: Sequence[Change], start: int = 0, end: int | None = None) -> str:
    """``base[start:end]`` with the changes that lie inside it."""
    end = len(base) if end is None else end
    pieces = []
    place = start
    for change in changes:
        if start <= change.start and change.end <= end:
            pieces += [base[place : change.start], change.new_text]
            place = change.end
    return "".join([*pieces, base[place:end]])


class Placed:
    """Changes that can be asked by place, each answer in logarithmic time: a post may have thousands."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.changes = changes
        self._starts = [change.start for change in changes]
        self._shifts: list[int] | None = None

    def covering(self, start: int, end: int) -> Change | None:
        """The change that covers ``[start, end)`` of the base whole, if there is one."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0:
            change = self.changes[at]
            if end <= change.end and change.start < change.end:
                return change
        return None

    def touches(self, start: int, end: int) -> bool:
        """Whether a change overlaps ``[start, end)`` of the base, or inserts words inside it."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self.changes) and self.changes[at].start < end:
            if self.changes[at].end > start:
                return True
            at += 1
        return False

    def draft_start(self, position: int) -> int:
        """Where what begins at a place of the base begins in the draft; words put in there come before."""
        at = bisect_right(self._starts, position)
        # changes at ``at`` and after begin later; of those before, the last may reach over the place
        if at and self.changes[at - 1].end > position:
            return self.changes[at - 1].start + self.shift(at - 1)
        return position + self.shift(at)

    def draft_end(self, position: int) -> int:
        """Where what ends at a place of the base ends in the draft; words put in there come after."""
        at = bisect_right(self._starts, position - 1)
        if at and self.changes[at - 1].end > position:
            return self.changes[at - 1].start + self.shift(at - 1) + len(self.changes[at - 1].new_text)
        return position + self.shift(at)

    def start_of(self, change: Change) -> int:
        """Where in the draft the words of one of the changes begin."""
        at = bisect_left(self._starts, change.start)
        while self.changes[at] is not change:
            at += 1
        return change.start + self.shift(at)

    def base_at(self, position: int) -> int:
        """The place of the base that a place of the draft comes from; of changed words, where the change begins."""
        at = bisect_right(range(len(self.changes)), position, key=lambda at: self.changes[at].start + self.shift(at))
        if not at:
            return position
        change = self.changes[at - 1]
        inside = position - change.start - self.shift(at - 1) < len(change.new_text)
        return change.start if inside else position - self.shift(at)

    def shift(self, count: int) -> int:
        """By how much the first ``count`` changes move what comes after them."""
        if self._shifts is None:
            self._shifts = [0]
            for change in self.changes:
                self._shifts.append(self._shifts[-1] + len(change.new_text) - (change.end - change.start))
        return self._shifts[count]


def put_all(changes: Sequence[Change], decisions: Iterable[Change]) -> tuple[Change, ...]:
    """The changes with many decisions among them, which do not overlap each other; as ``put`` without joining."""
    placed = Placed(changes)
    clear: list[Change] = []
    others: list[Change] = []
    for decision in decisions:
        (others if placed.touches(decision.start, decision.end) else clear).append(decision)
    merged = tuple(sorted((*changes, *clear), key=lambda change: (change.start, change.end)))
    for other in others:
        merged = put(merged, other, joining=False)
    return merged


def put(changes: Sequence[Change], new: Change, *, joining: bool = True) -> tuple[Change, ...]:
    """The changes with ``new`` among them.

    A change that lies inside the new one gives way to it, an insertion at its edge too (``to_base`` and
    ``inserted_at`` give the words to repeat). One that reaches beyond it is taken in: the new change then
    spans both, with the other's words on the side where it reaches out. With ``joining`` a free edit also grows an
    edit it adjoins, so that typing makes one change and not one for each key.
    """
    others = []
    for old in changes:
        overlaps = old.start < new.end and new.start < old.end
        at_edge = joining and old.start in (new.start, new.end)
        same_place = old.start == old.end and (at_edge or new.start < old.start < new.end)
        if overlaps or same_place:
            if old.start < new.start or old.end > new.end:
                before = old.new_text if old.start < new.start else ""
                after = old.new_text if old.end > new.end and not before else ""
                new = dataclasses.replace(
                    new,
                    start=min(old.start, new.start),
                    end=max(old.end, new.end),
                    new_text=before + new.new_text + after,
                )
        elif joining and old.reason is Reason.EDITED and new.reason is Reason.EDITED and old.end == new.start:
            new = dataclasses.replace(new, start=old.start, new_text=old.new_text + new.new_text)
        else:
            others.append(old)
    return tuple(sorted((*others, new), key=lambda change: (change.start, change.end)))


def occurrences(base: str, words: str) -> list[tuple[int, int]]:
    """Where else the base has these words, whole."""
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", base)]


def must_lie_in_a_part(parts: Sequence[tuple[Part, int, int]], start: int, end: int) -> None:
    """Refuse an edit that no part of a post has whole.

    Raises:
        BadInput: it leaves the base or crosses from one part into another.
    """
    if start < 0 or end < start or end > max(last for _, _, last in parts):
        raise BadInput(what="edit", reason="outside")
    if not any(first <= start and end <= last for _, first, last in parts):
        raise BadInput(what="edit", reason="crosses_parts")


def inserted_at(changes: Sequence[Change], position: int) -> str:
    """The words inserted at a place of the base, where a base of no length was replaced."""
    return "".join(change.new_text for change in changes if change.start == change.end == position)


def to_base(base: str, changes: Sequence[Change], start: int, end: int) -> tuple[int, int, str, str]:
    """Where ``[start, end)`` of the draft lies in the base.

    Returns the stretch of the base and the changed words before and after the edit that lie inside that stretch, or
    were inserted at its edges, and have to be repeated by whoever replaces it.
    """
    placed = _placed(changes)
    first, last = _base_place(base, placed, start, opening=True), _base_place(base, placed, end, opening=False)
    if start == end and last < first:
        last = first
    last = max(first, last)
    before = after = ""
    for here, there, change in placed:
        if first <= change.start and change.end <= last:
            before += change.new_text[: min(max(start - here, 0), there - here)]
            after += change.new_text[min(max(end - here, 0), there - here) :]
    return first, last, before, after


def _placed(changes: Sequence[Change]) -> list[tuple[int, int, Change]]:
    """Each change with the stretch of the draft that its words take up."""
    placed = []
    shift = 0
    for change in changes:
        here = change.start + shift
        placed.append((here, here + len(change.new_text), change))
        shift += len(change.new_text) - (change.end - change.start)
    return placed


def _base_place(base: str, placed: Sequence[tuple[int, int, Change]], position: int, *, opening: bool) -> int:
    """The place in the base of one edge in the draft; inside a change it is the change's own edge."""
    shift = 0
    for here, there, change in placed:
        if position < here or (position == here and (not opening or there > here)):
            break
        if position < there:
            return change.start if opening else change.end
        shift = there - change.end
    return min(max(position - shift, 0), len(base))
