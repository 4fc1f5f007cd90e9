"""Sentences flagged for supervision: made from what is selected, and found again when the text around them changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from journal.model import AgendaFlag

#: Words kept of a flagged stretch, so that its place can be found again: longer ones are cut.
_ANCHOR = 400


def flag_of(id: UUID, body: str, start: int, end: int) -> AgendaFlag:
    """A flag over ``[start, end)`` of ``body``, white space at its ends left out; over nothing, the whole entry."""
    words = body[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()[:_ANCHOR].rstrip()
    if not words:
        return AgendaFlag(id, 0, 0)
    return AgendaFlag(id, start, start + len(words), words)


def followed(flags: Sequence[AgendaFlag], body: str) -> tuple[AgendaFlag, ...]:
    """Each flag where its words stand now, nearest to where they stood; one whose words are gone stays as it was."""
    return tuple(_followed(flag, body) for flag in flags)


def _followed(flag: AgendaFlag, body: str) -> AgendaFlag:
    if not flag.anchor or body[flag.start : flag.end] == flag.anchor:
        return flag
    places, at = [], body.find(flag.anchor)
    while at >= 0:
        places.append(at)
        at = body.find(flag.anchor, at + 1)
    if not places:
        return flag
    nearest = min(places, key=lambda place: abs(place - flag.start))
    return replace(flag, start=nearest, end=nearest + len(flag.anchor))
