"""The place to show of a long text in which something was found: its first match, in one pass over the text."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

_BEFORE_CHARS, _AFTER_CHARS = 60, 140
#: The block of accents that stand behind a letter (Combining Diacritical Marks).
_ACCENTS = "\u0300-\u036f"
#: The blocks of letters with an accent built in: Latin, Greek, Cyrillic, Latin Extended Additional, Greek Extended.
_ACCENTED = (range(0x00C0, 0x0530), range(0x1E00, 0x2000))
# As unicode61 parts words: the low line is none of a word's signs.
_WORD = r"[^\W_]"


def around_first(text: str, wanted: Iterable[tuple[str, bool]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A short stretch of ``text`` about the first of ``wanted``, and where in it they stand, in code points.

    Each of ``wanted`` is a word or phrase, with whether it may go on. Where none is seen (it stands in the title, or is
    folded in a way that only the index knows) the stretch is the beginning of the text, without marks.
    """
    pattern = _pattern(wanted)
    first = pattern.search(text) if pattern else None
    start, end = first.span() if first else (0, 0)
    left = _left(text, start)
    right = _right(text, max(end, left))
    before, after = "…" if left else "", "…" if right < len(text) else ""
    marks = pattern.finditer(text, left, right) if pattern and first else ()
    shift = len(before) - left
    return before + text[left:right] + after, tuple((m.start() + shift, m.end() + shift) for m in marks)


def _left(text: str, start: int) -> int:
    """Up to so many signs before ``start``, whole words only."""
    place = start - _BEFORE_CHARS
    if place <= 0:
        return 0
    blank = text.find(" ", place, start)
    return blank + 1 if blank >= 0 else start


def _right(text: str, end: int) -> int:
    place = end + _AFTER_CHARS
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", end, place)
    return blank if blank >= 0 else end


def _pattern(wanted: Iterable[tuple[str, bool]]) -> re.Pattern[str] | None:
    ways = []
    for phrase, prefix in wanted:
        words = re.findall(f"{_WORD}+", _bare(phrase))
        if words:
            end = f"(?:{_WORD}|[{_ACCENTS}])*+" if prefix else f"(?!{_WORD})"  # the whole word, as the index marks it
            ways.append(r"[\W_]+".join("".join(map(_any_accent, word)) for word in words) + end)
    return re.compile(f"(?<!{_WORD})(?:{'|'.join(ways)})", re.IGNORECASE) if ways else None


def _any_accent(letter: str) -> str:
    variants = "".join(_variants().get(letter.lower(), ()))
    return f"[{re.escape(letter + variants)}][{_ACCENTS}]*+"


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


@functools.cache
def _variants() -> Mapping[str, tuple[str, ...]]:
    """A letter without accent, in lower case -> the letters that are it with one."""
    found: dict[str, tuple[str, ...]] = {}
    for code in (code for block in _ACCENTED for code in block):
        letter = chr(code)
        bare = _bare(letter).lower()
        if len(bare) == 1 and bare != letter.lower():
            found[bare] = (*found.get(bare, ()), letter)
    return found
