"""The words of a box to tick or a choice of a few, wrapped where there is little room: Qt's own never wrap."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from ui.widgets.parts import BOX_EDGE, row
from ui.widgets.prose import Prose

#: Between the box and its words, as in window.qss where a box has words of its own.
_GAP_PX = 8


class ChoiceWords(Prose):
    """A click on them is one on the choice."""

    def __init__(self, words: str, choice: QAbstractButton) -> None:
        super().__init__(words)
        self._choice = choice

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose it."""
        self._choice.setFocus()
        self._choice.click()
        event.accept()


def worded(choice: QAbstractButton, words: str) -> QHBoxLayout:
    """``choice`` with its words beside it, its box in line with what stands above."""
    choice.setAccessibleName(words)
    # the gap outside the box: its ring would else reach to the first letter, which is not in it
    choice.setProperty("look", "alone")
    made = row(-BOX_EDGE, choice, _GAP_PX, ChoiceWords(words, choice), spacing=0)
    made.setStretch(3, 1)
    return made
