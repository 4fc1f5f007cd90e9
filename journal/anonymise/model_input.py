"""What the trained model is given to read: windows of word pieces with the shape of each word and what lists say of it.

Training (``packaging/model``) builds its input with this very code, so that the model reads what it learned from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journal.anonymise.knowledge import WordLists
from journal.anonymise.wordpieces import SHAPES, PieceWord

#: What a word's list id says: 0 nothing (a special piece, or hidden in training), else 1 + a sum of these.
_GIVEN, _SURNAME, _PLACE, _EVERYDAY = 1, 2, 4, 8
LEXICON_IDS = 17
#: Weight from which a listed given name counts as one (``WordLists.given_names``).
_GIVEN_FROM = 0.3
#: Pieces of a window, and how many of them its neighbour reads too. A sentence or two on either side decide; what a
#: window costs grows a little faster than its length.
LONGEST, OVERLAP = 256, 48


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``[first, stop)`` as the model reads them; ``heads[i]`` is where word ``first + i`` has its first piece.

    Answers are taken for words ``[keep_from, keep_to)`` only: the others are neighbours, read for what they tell.
    """

    first: int
    stop: int
    keep_from: int
    keep_to: int
    pieces: list[int] = field(repr=False)
    shapes: list[int] = field(repr=False)
    lexicon: list[int] = field(repr=False)
    heads: list[int] = field(repr=False)


def lexicon_id(surface: str, lists: WordLists) -> int:
    """What the shipped lists say of one word, by itself."""
    word = surface.lower()
    given = lists.given_names.get(word, 0.0) > _GIVEN_FROM
    return (
        1
        + _GIVEN * given
        + _SURNAME * (word in lists.surnames)
        + _PLACE * (word in lists.places)
        + _EVERYDAY * (word in lists.common_words)
    )


def window_of(words: Sequence[PieceWord], lexicon: Sequence[int], span: tuple[int, int], keep: tuple[int, int],
              marks: tuple[int, int]) -> Window:  # fmt: skip
    """The window of the words ``[span)``; ``marks`` are the vocabulary's pieces for start and end."""
    first, stop = span
    pieces, shapes, listed, heads = [marks[0]], [0], [0], []
    for at in range(first, stop):
        word = words[at]
        heads.append(len(pieces))
        pieces += word.pieces
        shapes += [word.shape] * len(word.pieces)
        listed += [lexicon[at]] * len(word.pieces)
    pieces.append(marks[1])
    return Window(first, stop, *keep, pieces, [*shapes, 0], [*listed, 0], heads)


def windows(words: Sequence[PieceWord], lexicon: Sequence[int], marks: tuple[int, int]) -> Iterator[Window]:
    """Windows that together answer for every word once; cut where a sentence begins if one does near the end."""
    sizes = [len(word.pieces) for word in words]
    keep_from = 0
    while keep_from < len(words):
        first, before = keep_from, 0
        while first and before + sizes[first - 1] <= OVERLAP:
            first -= 1
            before += sizes[first]
        stop, size = keep_from, before
        while stop < len(words) and size + sizes[stop] <= LONGEST - 2:
            size += sizes[stop]
            stop += 1
        stop = max(stop, keep_from + 1)  # one word of very many pieces still makes a window
        keep_to = stop
        if stop < len(words):
            after = 0
            while keep_to - 1 > keep_from and after + sizes[keep_to - 1] <= OVERLAP:
                keep_to -= 1
                after += sizes[keep_to]
            for back in range(keep_to, max(keep_from, keep_to - 40), -1):
                if SHAPES < words[back].shape <= 2 * SHAPES:  # begins a sentence
                    keep_to = back
                    break
        yield window_of(words, lexicon, (first, stop), (keep_from, keep_to), marks)
        keep_from = keep_to
