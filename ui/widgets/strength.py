"""How hard a passphrase would be to guess, as a bar and in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.widgets.parts import column, label, set_look


class Strength(Protocol):
    """What is asked of an estimate: ``score`` 0 to 4 (zxcvbn)."""

    @property
    def score(self) -> int:
        """0 (guessed at once) to 4 (not within reach)."""


#: An estimate for a text; handed in, since pages do not know the vault.
Estimate = Callable[[str], Strength]
#: The least characters of a passphrase and the least score (security design, "Passphrase rules").
LEAST_CHARACTERS = 15
LEAST_SCORE = 3


class StrengthMeter(QWidget):
    """A bar with words beside it; the words alone say all."""

    def __init__(self, estimate: Estimate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimate = estimate
        self._bar = QProgressBar()
        self._bar.setRange(0, 5)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self._words = label(" ", "hint", wrap=True)
        box = column(self, spacing=5)
        box.addWidget(self._bar)
        box.addWidget(self._words)
        self.show_for("")

    def show_for(self, text: str) -> bool:
        """Show the strength of ``text``; whether it would be taken."""
        if not text:
            self._set(0, "weak", self.tr("At least 15 characters. Spaces and any letters are welcome."))
            return False
        if len(text) < LEAST_CHARACTERS:
            missing = LEAST_CHARACTERS - len(text)
            self._set(1, "weak", self.tr("%n more character(s) needed.", "", missing))
            return False
        score = self._estimate(text).score
        if score < LEAST_SCORE:
            self._set(
                2, "fair", self.tr("Long enough, but easy to guess. Words that do not belong together are better.")
            )
            return False
        self._set(score + 1, "good", self.tr("Strong.") if score > LEAST_SCORE else self.tr("Good enough."))
        return True

    def _set(self, value: int, look: str, words: str) -> None:
        self._bar.setValue(value)
        set_look(self._bar, look)
        self._words.setText(words)
        self._bar.setAccessibleDescription(words)
