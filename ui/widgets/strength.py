"""How hard a passphrase would be to guess, as a bar and in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.jobs import Lane
from ui.text import counted
from ui.widgets.parts import column, label, set_look


class Strength(Protocol):
    """What is asked of an estimate: ``score`` 0 to 4 (zxcvbn)."""

    @property
    def score(self) -> int:
        """0 (guessed at once) to 4 (not within reach)."""


@dataclass(frozen=True, slots=True)
class Estimator:
    """Who judges a passphrase, and the lane to do it on: an estimate can take seconds. Handed in, since pages do not
    know the vault. ``six_words`` makes a passphrase to offer.
    """

    strength: Callable[[str], Strength]
    six_words: Callable[[], str]
    lane: Lane


#: The least characters of a passphrase and the least score (security design, "Passphrase rules").
LEAST_CHARACTERS = 15
LEAST_SCORE = 3


class StrengthMeter(QWidget):
    """A bar with words beside it; the words alone say all. ``judged`` when the estimate for the present text is in."""

    judged = Signal()

    def __init__(self, estimator: Estimator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimator = estimator
        self._text_number = 0
        self.acceptable = False
        self._bar = QProgressBar()
        self._bar.setRange(0, 5)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self._words = label(" ", "hint", wrap=True)
        box = column(self, spacing=5)
        box.addWidget(self._bar)
        box.addWidget(self._words)
        self.show_for("")

    def show_for(self, text: str) -> None:
        """Show the strength of ``text``: at once what its length says, the estimate when it is there."""
        self._text_number += 1
        self.acceptable = False
        if not text:
            self._set(0, "weak", self.tr("At least 15 characters. Spaces and any letters are welcome."))
            return
        if len(text) < LEAST_CHARACTERS:
            missing = LEAST_CHARACTERS - len(text)
            words = counted(missing, self.tr("One more character needed."), self.tr("%n more characters needed."))
            self._set(1, "weak", words)
            return
        number, strength = self._text_number, self._estimator.strength
        self._estimator.lane.run(
            lambda: strength(text), owner=self, topic="strength", done=lambda found: self._judged(number, found.score)
        )

    def _judged(self, number: int, score: int) -> None:
        if number != self._text_number:
            return
        self.acceptable = score >= LEAST_SCORE
        if score < LEAST_SCORE:
            words = self.tr("Long enough, but easy to guess. Words that do not belong together are better.")
            self._set(2, "fair", words)
        else:
            self._set(score + 1, "good", self.tr("Strong.") if score > LEAST_SCORE else self.tr("Good enough."))
        self.judged.emit()

    def _set(self, value: int, look: str, words: str) -> None:
        self._bar.setValue(value)
        set_look(self._bar, look)
        self._words.setText(words)
        self._bar.setAccessibleDescription(words)
