"""What differs between two texts of an entry, in code points: first by lines, then by words within changed lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Words, signs, and the white space between them.
_WORDS = re.compile(r"\s+|\w+|[^\w\s]", re.UNICODE)
#: Above this many words on a side, changed lines are marked whole: ``difflib`` takes the square of it at worst.
_MOST_WORDS = 3_000

Stretch = tuple[int, int]
_Pair = tuple[Stretch, Stretch]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What only the earlier text has, what only the later one has, and how many places that makes.

    ``places`` pairs, for each difference, where it lies in the earlier and in the later text.
    """

    earlier: tuple[Stretch, ...]
    later: tuple[Stretch, ...]
    places: tuple[tuple[int, int], ...]


def compare(earlier: str, later: str) -> Comparison:
    """The differences of two texts; a pure function that may take some milliseconds: call it on a lane."""
    only_earlier: list[Stretch] = []
    only_later: list[Stretch] = []
    places: list[tuple[int, int]] = []
    one, other = earlier.splitlines(keepends=True), later.splitlines(keepends=True)
    for a, b in _changed(one, other):
        in_one, in_other = _Side(one, a), _Side(other, b)
        words_one, words_other = _WORDS.findall(in_one.text), _WORDS.findall(in_other.text)
        if len(words_one) > _MOST_WORDS or len(words_other) > _MOST_WORDS:
            pairs = [((0, len(words_one)), (0, len(words_other)))]
        else:
            pairs = _with_the_spaces_between(_changed(words_one, words_other), words_one)
        for c, d in pairs:
            left = in_one.start + _length(words_one[: c[0]])
            right = in_other.start + _length(words_other[: d[0]])
            places.append((left, right))
            if c[0] < c[1]:
                only_earlier.append((left, left + _length(words_one[slice(*c)])))
            if d[0] < d[1]:
                only_later.append((right, right + _length(words_other[slice(*d)])))
    return Comparison(tuple(only_earlier), tuple(only_later), tuple(places))


class _Side:
    def __init__(self, lines: Sequence[str], which: Stretch) -> None:
        self.start = _length(lines[: which[0]])
        self.text = "".join(lines[slice(*which)])


def _with_the_spaces_between(pairs: Sequence[_Pair], one: Sequence[str]) -> list[_Pair]:
    """Neighbours that only a space parts as a single difference: three new words are one, not three."""
    joined: list[_Pair] = []
    for pair in pairs:
        (begin, end), (other_begin, other_end) = pair
        if joined and not "".join(one[joined[-1][0][1] : begin]).strip(" "):
            (begin, _), (other_begin, _) = joined.pop()
        joined.append(((begin, end), (other_begin, other_end)))
    return joined


def _length(parts: Sequence[str]) -> int:
    return sum(map(len, parts))


def _changed(one: Sequence[str], other: Sequence[str]) -> list[tuple[Stretch, Stretch]]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [((a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
