"""Where words stand in the text of an entry, in code points. A pure function."""

from __future__ import annotations

import re

#: Marks that a person searching does not tell apart, each by one character, so that positions stay.
_ALIKE = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u202f": " ", "\u2011": "-"}
)
#: More than anyone steps through; each one is painted.
MOST = 2_000


def find_all(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of ``words`` in ``text``, case and the shape of quotation marks aside; at most ``MOST``."""
    if not words:
        return []
    pattern = re.compile(re.escape(words.translate(_ALIKE)), re.IGNORECASE)
    found = []
    for match in pattern.finditer(text.translate(_ALIKE)):
        found.append(match.span())
        if len(found) == MOST:
            break
    return found


def first_place(text: str, words: str) -> int | None:
    """Where ``words`` first begin a word of ``text``, or stand in it at all; ``None`` where they do not."""
    places = [start for start, _ in find_all(text, words)]
    return next((at for at in places if not text[at - 1 : at].isalnum()), places[0] if places else None)
