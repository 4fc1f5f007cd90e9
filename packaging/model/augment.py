"""Changes a training document a little, differently in each epoch: capitals, marks, names of other origins."""

from __future__ import annotations

import random
import re
from functools import lru_cache
from typing import Any

import prose

Row = dict[str, Any]


@lru_cache(maxsize=1)
def _lists() -> prose.Lists:
    return prose.Lists()


def changed(row: Row, chance: random.Random) -> Row:
    """The document, mostly as it was."""
    if row["source"] != "prose" and chance.random() < 0.25:
        row = _renamed(row, chance)
    roll = chance.random()
    if roll < 0.06:
        return _same_length(row, row["text"].lower())
    if roll < 0.075:
        return _same_length(row, row["text"].upper())
    if roll < 0.10:  # no marks; a space keeps the places
        return _same_length(row, re.sub(r"[.,;:!?]", " ", row["text"]))
    if roll < 0.14:  # sentences begin small
        return _same_length(row, re.sub(r"(^|[.!?]\s+)(\w)", lambda m: m.group(1) + m.group(2).lower(), row["text"]))
    return row


def _same_length(row: Row, text: str) -> Row:
    return {**row, "text": text} if len(text) == len(row["text"]) else row


def _renamed(row: Row, chance: random.Random) -> Row:
    """People under other names, each word of a name the same throughout; towns too, at times."""
    cast = prose.Cast(chance, _lists())
    towns = chance.random() < 0.3
    words: dict[str, str] = {}
    text, spans, place, shift = "", [], 0, 0
    for start, end, label in row["spans"]:
        surface = row["text"][start:end]
        new = surface
        if start < place:
            return row  # overlapping labels: left alone
        if label == "PER" and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", surface):
            parts = surface.split(" ")
            for at, part in enumerate(parts):
                if part not in words:
                    words[part] = cast.surname() if at or (len(parts) == 1 and chance.random() < 0.3) else cast.given()
            new = " ".join(words[part] for part in parts)
        elif towns and label == "LOC" and re.fullmatch(r"[A-Z][a-z]+", surface):
            new = words.setdefault(surface, cast.town())
        text += row["text"][place:start]
        spans.append((len(text), len(text) + len(new), label))
        text += new
        place = end
    del shift
    text += row["text"][place:]
    return {**row, "text": text, "spans": spans}
