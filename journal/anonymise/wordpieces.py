"""Cuts a text into the word pieces that the trained model reads, with the place of every word in code points.

The rules are those of BERT's uncased vocabularies: control characters vanish, accents and capitals go, punctuation and
Chinese characters stand alone, and each word is cut into the longest pieces that the vocabulary has. Written here, as
the usual library brings an HTTP client along; ``packaging/model/check_wordpieces.py`` compares the two. Time is
linear in the length of the text: a word of more than ``LONGEST`` letters is unknown as a whole.

Capitals, which the vocabulary lost, are handed to the model as the *shape* of each word and whether one would stand
there anyway.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

#: Letters of a word beyond which it is not cut but unknown (the library's own limit).
LONGEST = 100
#: Shapes of a word, times the three kinds of place: inside a sentence, at its start, after a mark that opens.
SHAPES = 10
SHAPE_IDS = 1 + 3 * SHAPES
_LOWER, _TITLE, _UPPER, _LETTER, _MIXED, _DIGITS, _CODE, _MARK, _UNCASED, _SYMBOL = range(SHAPES)
_INSIDE, _START, _OPENED = range(3)

_SPACE, _GONE, _ALONE, _INNER = range(4)
_ENDS = frozenset(".!?…")
_DASHES = frozenset(":;-–—*_>/•|~")
_OPENS = frozenset("\"'“”‘’([{<:;-–—*_#>/•|~`")
# CJK blocks, each character of which is a word (BERT's own list).
_CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PieceWord:
    """A word ``[start, end)`` of the text with the ids of its pieces (one at least) and its shape's id."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int
    folded: str = field(repr=False)


class WordPieces:
    """The vocabulary as a cutter of texts; remembers the words it has cut, up to a limit."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = (vocabulary["[UNK]"],)
        self._cut: dict[str, tuple[int, ...]] = {}
        self._kinds: dict[str, tuple[int, str]] = {}

    def words(self, text: str) -> list[PieceWord]:
        """All words and marks of ``text`` in order; white space and what the vocabulary ignores are left out."""
        found: list[PieceWord] = []
        place = _START
        start = end = -1
        letters: list[str] = []
        kinds = self._kinds

        def close() -> None:
            nonlocal place, start
            if start >= 0 and letters:
                shape = _shape(text[start:end])
                folded = "".join(letters)
                found.append(PieceWord(start, end, self._pieces(folded), 1 + SHAPES * place + shape, folded))
                if shape != _SYMBOL:
                    place = _INSIDE
            start = -1
            letters.clear()

        for at, ch in enumerate(text):
            kind, folded = kinds.get(ch) or self._look_up(ch)
            if kind == _INNER:
                if start < 0:
                    start = at
                letters.append(folded)
                end = at + 1
            elif kind == _SPACE:
                close()
                if ch == "\n":
                    place = _START
            elif kind == _ALONE:
                close()
                cjk = ch.isalnum()
                shape = _UNCASED if cjk else _MARK
                found.append(PieceWord(at, at + 1, self._pieces(folded), 1 + SHAPES * place + shape, folded))
                if cjk:
                    place = _INSIDE
                elif ch in _ENDS:
                    place = _START
                elif ch in _OPENS and place == _INSIDE and _opens(text, at):
                    place = _OPENED
        close()
        return found

    def _look_up(self, ch: str) -> tuple[int, str]:
        kind = self._kinds[ch] = _kind_of(ch)
        return kind

    def _pieces(self, word: str) -> tuple[int, ...]:
        known = self._cut.get(word)
        if known is None:
            known = self._cut_up(word)
            if len(self._cut) < 50_000:
                self._cut[word] = known
        return known

    def _cut_up(self, word: str) -> tuple[int, ...]:
        """The longest pieces from the left; the whole word is unknown where one is missing."""
        if len(word) > LONGEST:
            return self._unknown
        pieces: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for stop in range(len(word), start, -1):
                piece = self._vocabulary.get(prefix + word[start:stop])
                if piece is not None:
                    pieces.append(piece)
                    start = stop
                    break
            else:
                return self._unknown
        return tuple(pieces)


def _kind_of(ch: str) -> tuple[int, str]:
    """What a character is to the cutter, and what is left of it without accent and capital."""
    if ch in " \t\n\r":
        return _SPACE, ""
    category = unicodedata.category(ch)
    if ch in "\0\ufffd" or category in ("Cc", "Cf", "Co", "Cs"):
        return _GONE, ""
    if category[0] == "Z":
        return _SPACE, ""
    folded = "".join(part.lower() for part in unicodedata.normalize("NFD", ch) if unicodedata.category(part) != "Mn")
    if not folded:
        return _GONE, ""
    alone = any(low <= ord(ch) <= high for low, high in _CJK) or _is_mark(folded[0])
    return (_ALONE if alone else _INNER), folded


def _is_mark(ch: str) -> bool:
    """Punctuation: all of ASCII that is neither letter, digit nor control, and Unicode's own category."""
    return (ch.isascii() and ch.isprintable() and not ch.isalnum() and ch != " ") or unicodedata.category(ch)[0] == "P"


def _shape(surface: str) -> int:
    letters = [ch for ch in surface if ch.isalpha()]
    digits = any(ch.isdigit() for ch in surface)
    if not letters:
        return _DIGITS if digits else _SYMBOL
    if digits:
        return _CODE
    upper = [ch.isupper() for ch in letters]
    if not any(upper):
        return _LOWER if any(ch.islower() for ch in letters) else _UNCASED
    if len(letters) == 1:
        return _LETTER
    if all(upper):
        return _UPPER
    return _TITLE if upper[0] and not any(upper[1:]) else _MIXED


def _opens(text: str, at: int) -> bool:
    """Whether the mark opens what follows: a dash or colon before a space, a quotation mark or bracket before a word.

    Not the apostrophe or hyphen inside a word, nor the mark that closes a quotation.
    """
    spaced = text[at + 1 : at + 2].isspace() or at + 1 == len(text)
    inside = at > 0 and text[at - 1].isalnum()
    return (spaced or not inside) if text[at] in _DASHES else not (spaced or inside)
