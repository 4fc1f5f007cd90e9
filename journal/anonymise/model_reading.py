"""A text as the trained model reads it: its words, and for each the chance of every label."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from journal.anonymise.knowledge import WordLists
from journal.anonymise.model_input import lexicon_id, windows
from journal.anonymise.name_model import NameModel
from journal.anonymise.wordpieces import PieceWord


@dataclass(frozen=True)
class Reading:
    """``rows[n]`` holds the chances of ``labels`` for ``words[n]``; the first label is "no detail"."""

    text: str = field(repr=False)
    words: Sequence[PieceWord] = field(repr=False)
    rows: Sequence[Sequence[float]] = field(repr=False)
    labels: Sequence[str]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def no_detail(self, start: int, end: int) -> float:
        """How sure the model is, 0 to 1, that no word that begins in ``[start, end)`` belongs to a detail.

        0 where there is no word.
        """
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        chances = [self.rows[at][0] for at in range(first, stop) if self.text[self.words[at].start].isalnum()]
        return min(chances, default=0.0)


def read(text: str, model: NameModel, lists: WordLists) -> Reading:
    """The whole text, window by window. Raises ``NameModelFailed``."""
    words = model.cutter.words(text)
    lexicon = [lexicon_id(text[word.start : word.end], lists) for word in words]
    rows: list[Sequence[float]] = []
    for window in windows(words, lexicon, model.marks):
        heads = window.heads[window.keep_from - window.first : window.keep_to - window.first]
        rows += model.tagger(window.pieces, window.shapes, window.lexicon, heads)
    return Reading(text, words, rows, model.labels)
