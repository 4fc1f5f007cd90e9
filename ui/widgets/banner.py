"""A line at the top of a page that says something and goes away again: no pop-up, nothing to click first."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import Look
from ui.widgets.parts import button, column, icon_button, label, row, set_look


class Banner(QWidget):
    """Words, at most one thing to do about them, and a way to put them away. ``acted`` tells that it was done."""

    acted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = QFrame()
        self._words = label("", wrap=True)
        self._action = button("", "link", name=self.tr("What can be done"))
        self._close = icon_button(look, "x", self.tr("Put away"))
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.hide)
        line = row(self._words, self._action, self._close)
        line.setStretch(0, 1)
        line.setContentsMargins(14, 6, 8, 6)
        self._frame.setLayout(line)
        column(self, margins=(14, 8, 14, 8)).addWidget(self._frame)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str, *, look: str = "notice", action: str = "", for_s: float = 0) -> None:
        """Show ``words``; they stay until put away, or for ``for_s`` seconds. Screen readers hear of it."""
        self._timer.stop()
        set_look(self._frame, look)
        self._words.setText(words)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))
        if for_s:
            self._timer.start(round(for_s * 1000))

    @property
    def words(self) -> str:
        """What it says, empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    @property
    def last_said(self) -> str:
        """What it said last, hidden or not: whose offer it was that somebody took."""
        return self._words.text()
