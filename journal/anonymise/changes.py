"""Ordered, non-overlapping changes over a base: apply them, put one in, and find the way from draft to base."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from journal.model import Change, Reason


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


def covering(changes: Sequence[Change], start: int, end: int) -> Change | None:
    """The change that covers ``[start, end)`` whole, if there is one."""
    for change in changes:
        if change.start <= start and end <= change.end and change.start < change.end:
            return change
    return None


def put(changes: Sequence[Change], new: Change, *, joining: bool = True) -> tuple[Change, ...]:
    """The changes with ``new`` among them.

    A change that lies inside the new one gives way to it. One that reaches beyond it is taken in: the new change then
    spans both, with the other's words on the side where it reaches out. With ``joining`` a free edit also grows an
    edit it adjoins, so that typing makes one change and not one for each key.
    """
    others = []
    for old in changes:
        overlaps = old.start < new.end and new.start < old.end
        same_place = old.start == old.end and new.start <= old.start <= new.end and new.start < new.end
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


def to_base(base: str, changes: Sequence[Change], start: int, end: int) -> tuple[int, int, str, str]:
    """Where ``[start, end)`` of the draft lies in the base.

    Returns the stretch of the base and the changed words before and after the edit that lie inside that stretch and
    have to be repeated by whoever replaces it.
    """
    first, before = _edge(base, changes, start, opening=True)
    last, after = _edge(base, changes, end, opening=False)
    if start == end and not before and not after:
        last = first
    return first, max(first, last), before, after


def _edge(base: str, changes: Sequence[Change], position: int, *, opening: bool) -> tuple[int, str]:
    """The place in the base of one edge in the draft; inside a change it is the change's own edge."""
    shift = 0
    for change in changes:
        here = change.start + shift
        there = here + len(change.new_text)
        if position < here or (position == here and not opening):
            break
        if here < position < there:
            inside = position - here
            if opening:
                return change.start, change.new_text[:inside]
            return change.end, change.new_text[inside:]
        if position == here and opening and change.new_text:
            break
        shift += len(change.new_text) - (change.end - change.start)
    return min(max(position - shift, 0), len(base)), ""
