"""Numbers written as words or figures, zero to a hundred and more, as people write ages and times."""

from __future__ import annotations

import re

_ONE_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ONES = _ONE_WORDS.split()
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TEN_WORDS.split()

#: A number from one to ninety-nine in words, longest first; a pattern without groups.
NUMBER_WORDS = (
    r"(?:(?:" + "|".join(_TENS) + r")(?:[- ](?:" + "|".join(_ONES[1:10]) + r"))?|"
    r"(?:" + "|".join(sorted(_ONES[1:], key=len, reverse=True)) + r"))\b"
)

_NUMBER = re.compile(rf"\b(?:\d+|{NUMBER_WORDS})", re.IGNORECASE)


def number_in(text: str) -> int | None:
    """The first number in a text, in figures or in words; ``None`` where there is none."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    words = found.group().lower()
    if words.isdigit():
        return int(words)
    total = 0
    for word in re.split(r"[- ]", words):
        total += _ONES.index(word) if word in _ONES else (_TENS.index(word) + 2) * 10
    return total
