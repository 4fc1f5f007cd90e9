"""People by code alone: the names of the register, and their parts, taken out of words that leave for a summary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from journal.resources import read_lines

#: What stands for somebody who has no code.
NO_CODE = "…"
#: A part of a name shorter than this is an initial, and found only as it is written.
_INITIAL = 2


def by_code(names: Sequence[tuple[str, str]]) -> Callable[[str], str]:
    """What replaces each name in a text by its code; ``names`` is ``(name, code)``, aliases as names of their own.

    Whole names are found in any case, and so is each word of one unless it is an everyday word as well: "Will" is
    then found with its capital alone. "…" stands for whoever has no code. A code is never looked into.
    """
    common = frozenset(word.casefold() for word in read_lines("anonymise/common_words.txt")) if names else frozenset()
    codes: dict[str, str] = {}
    exact: set[str] = set()
    for name, code in names:
        whole = _folded(name)
        if not whole:
            continue
        codes.setdefault(whole.casefold(), code or NO_CODE)
        for part in whole.split():
            codes.setdefault(part.casefold(), code or NO_CODE)
            if len(part) <= _INITIAL or part.casefold() in common:
                exact.add(part.casefold())
    if not codes:
        return _folded_text
    # the longest first, or "Ann" would be taken out of "Ann Lee"; a space in a name is any white space in a text
    wanted = sorted(codes, key=len, reverse=True)
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(r"\s+".join(map(re.escape, name.split())) for name in wanted) + r")(?!\w)",
        re.IGNORECASE,
    )

    def replace(found: re.Match[str]) -> str:
        key = " ".join(found[0].split()).casefold()
        if key in exact and not found[0][:1].isupper():
            return found[0]
        return codes.get(key, NO_CODE)

    return lambda text: pattern.sub(replace, _folded_text(text))


def pairs(names: Iterable[tuple[str, Sequence[str], str]]) -> tuple[tuple[str, str], ...]:
    """``(name, code)`` for each name and alias of ``(name, aliases, code)``."""
    return tuple((word, code) for name, aliases, code in names for word in (name, *aliases))


def _folded(name: str) -> str:
    return " ".join(_folded_text(name).split())


def _folded_text(text: str) -> str:
    return unicodedata.normalize("NFC", text)
