"""Ordered, non-overlapping changes over a base: apply them, put one in, and find the way from draft to base."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, count
from operator import attrgetter, is_not

from journal.errors import BadInput
from journal.model import Change, Part, Reason

# changes are sorted and never overlap: so their ends are sorted, too, and both can be looked for by halves
_start, _end = attrgetter("start"), attrgetter("end")
_order = attrgetter("start", "end")


def applied(base: str, changes: Sequence[Change], start: int = 0, end: int | None = None) -> str:
    """``base[start:end]`` with the changes that lie inside it."""
    end = len(base) if end is None else end
    pieces = []
    place = start
    for change in changes[bisect_left(changes, start, key=_start) :]:
        if change.end > end:
            break
        pieces.append(base[place : change.start])
        pieces.append(change.new_text)
        place = change.end
    pieces.append(base[place:end])
    return "".join(pieces)


def alike(before: Sequence[Change], now: Sequence[Change]) -> tuple[int, int]:
    """How many changes are the very same at the beginning of both, and how many of the others at their end.

    Only where they are is compared: what the thousands say need not come into the processor's cache for a letter.
    """
    most = min(len(before), len(now))
    head = next(compress(count(), map(is_not, before, now)), most)
    tail = next(compress(count(), map(is_not, reversed(before), reversed(now))), most)
    return head, min(tail, most - head)


def applied_again(base: str, placed: Placed, before: Placed, draft: str) -> str:
    """``applied(base, placed.changes)``, given the draft that other changes made of the same base."""
    head, tail = alike(before.changes, placed.changes)
    old, new = len(before.changes) - tail, len(placed.changes) - tail
    start = placed.changes[head - 1].end if head else 0
    end = placed.changes[new].start if tail else len(base)
    between = applied(base, placed.changes[head:new], start, end)
    return draft[: start + before.shift(head)] + between + draft[end + before.shift(old) :]


class Placed:
    """Changes that can be asked by place, each answer in logarithmic time: a post may have thousands.

    ``before``: other changes over the same base, of which what was worked out is taken over where they are the same.
    """

    def __init__(self, changes: Sequence[Change], before: Placed | None = None) -> None:
        self.changes = changes
        self._shifts: list[int] | None = None
        self._before: Placed | None = before if before is None or before._shifts is not None else before._before

    def covering(self, start: int, end: int) -> Change | None:
        """The change that covers ``[start, end)`` of the base whole, if there is one."""
        at = bisect_right(self.changes, start, key=_start) - 1
        if at >= 0:
            change = self.changes[at]
            if end <= change.end and change.start < change.end:
                return change
        return None

    def touches(self, start: int, end: int) -> bool:
        """Whether a change overlaps ``[start, end)`` of the base, or inserts words inside it."""
        at = max(bisect_right(self.changes, start, key=_start) - 1, 0)
        while at < len(self.changes) and self.changes[at].start < end:
            if self.changes[at].end > start:
                return True
            at += 1
        return False

    def draft_start(self, position: int) -> int:
        """Where what begins at a place of the base begins in the draft; words put in there come before."""
        at = bisect_right(self.changes, position, key=_start)
        # changes at ``at`` and after begin later; of those before, the last may reach over the place
        if at and self.changes[at - 1].end > position:
            return self.begin(at - 1)
        return position + self.shift(at)

    def draft_end(self, position: int) -> int:
        """Where what ends at a place of the base ends in the draft; words put in there come after."""
        at = bisect_left(self.changes, position, key=_start)
        if at and self.changes[at - 1].end > position:
            return self.begin(at - 1) + len(self.changes[at - 1].new_text)
        return position + self.shift(at)

    def start_of(self, change: Change) -> int:
        """Where in the draft the words of one of the changes begin."""
        at = bisect_left(self.changes, change.start, key=_start)
        while self.changes[at] is not change:
            at += 1
        return self.begin(at)

    def base_at(self, position: int) -> int:
        """The place of the base that a place of the draft comes from; of changed words, where the change begins."""
        at = self.begun(position)
        if not at:
            return position
        change = self.changes[at - 1]
        inside = position - self.begin(at - 1) < len(change.new_text)
        return change.start if inside else position - self.shift(at)

    def begun(self, position: int) -> int:
        """How many changes begin before a place of the draft or at it."""
        return bisect_right(range(len(self.changes)), position, key=self.begin)

    def begin(self, at: int) -> int:
        """Where in the draft the words of the change of a number begin."""
        return self.changes[at].start + self.shift(at)

    def shift(self, number: int) -> int:
        """By how much the first ``number`` changes move what comes after them."""
        if self._shifts is None:
            self._shifts = self._worked_out()
            self._before = None
        return self._shifts[number]

    def _worked_out(self) -> list[int]:
        before = self._before
        known, head, tail = [0], 0, 0
        if before is not None and before._shifts is not None:
            known = before._shifts
            head, tail = alike(before.changes, self.changes)
        between = self.changes[head : len(self.changes) - tail]
        grown = (len(change.new_text) - (change.end - change.start) for change in between)
        shifts = [*known[:head], *accumulate(grown, initial=known[head])]
        moved = shifts[-1] - known[len(known) - 1 - tail]
        after = known[len(known) - tail :]
        return shifts + ([shift + moved for shift in after] if moved else after)


def put_all(changes: Sequence[Change], decisions: Sequence[Change]) -> tuple[Change, ...]:
    """The changes with many decisions among them, which do not overlap each other; as ``put`` without joining."""
    if len(decisions) == 1:
        return put(changes, decisions[0], joining=False)
    placed = Placed(changes)
    clear: list[Change] = []
    others: list[Change] = []
    for decision in decisions:
        (others if placed.touches(decision.start, decision.end) else clear).append(decision)
    merged = tuple(sorted((*changes, *clear), key=_order))
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
    # what ends before the new change begins cannot meet it, nor what begins after it ends
    first = last = bisect_left(changes, new.start, key=_end)
    beside = []
    while last < len(changes) and changes[last].start <= new.end:
        old = changes[last]
        last += 1
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
            beside.append(old)
    return (*changes[:first], *sorted((*beside, new), key=_order), *changes[last:])


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
    here = changes[bisect_left(changes, position, key=_start) : bisect_right(changes, position, key=_start)]
    return "".join(change.new_text for change in here if change.end == position)


def to_base(base: str, placed: Placed, start: int, end: int) -> tuple[int, int, str, str]:
    """Where ``[start, end)`` of the draft lies in the base.

    Returns the stretch of the base and the changed words before and after the edit that lie inside that stretch, or
    were inserted at its edges, and have to be repeated by whoever replaces it.
    """
    first, last = _base_place(base, placed, start, opening=True), _base_place(base, placed, end, opening=False)
    if start == end and last < first:
        last = first
    last = max(first, last)
    before = after = ""
    at = bisect_left(placed.changes, first, key=_start)
    while at < len(placed.changes) and (change := placed.changes[at]).end <= last:
        here = placed.begin(at)
        before += change.new_text[: max(start - here, 0)]
        after += change.new_text[max(end - here, 0) :]
        at += 1
    return first, last, before, after


def _base_place(base: str, placed: Placed, position: int, *, opening: bool) -> int:
    """The place in the base of one edge in the draft; inside a change it is the change's own edge."""
    at = placed.begun(position if opening else position - 1)
    if at:
        change, inside = placed.changes[at - 1], position - placed.begin(at - 1)
        if opening and not inside and change.new_text:
            # what begins here is left to come
            at -= 1
        elif inside < len(change.new_text):
            return change.start if opening else change.end
    return min(max(position - placed.shift(at), 0), len(base))
