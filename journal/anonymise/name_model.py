"""The trained model as the anonymiser is handed it: words in, the chance of each label out. It opens no file.

``journal.name_model`` reads the weights from the program's resources and makes the value; it is handed over as a
callable (``Knowledge.name_model``), so that nothing is read before the first text is scanned, on the scan's own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from journal.anonymise.wordpieces import WordPieces


class NameModelFailed(Exception):
    """The model cannot be had or did not answer; ``reason`` is a code. Names are then looked for by rules only."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Tagger(Protocol):
    """Gives, for each place in ``heads``, the chance of every label in the order of ``NameModel.labels``.

    Raises ``NameModelFailed``.
    """

    def __call__(
        self, pieces: Sequence[int], shapes: Sequence[int], lexicon: Sequence[int], heads: Sequence[int]
    ) -> list[list[float]]:
        """See the class."""


@dataclass(frozen=True, slots=True)
class NameModel:
    """The vocabulary, the network and the names of its labels: "O", then "B-PER", "I-PER" and so on."""

    cutter: WordPieces = field(repr=False)
    tagger: Tagger = field(repr=False)
    labels: tuple[str, ...] = field(repr=False)
    #: the vocabulary's pieces that begin and end what the network reads
    marks: tuple[int, int] = field(repr=False)


#: Called when a text is scanned; raises ``NameModelFailed``. Whoever makes it keeps the model for the next call.
GetNameModel = Callable[[], NameModel]
