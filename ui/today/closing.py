"""The end of a day: put something down, one thing for tomorrow, and lock. Both may stay empty."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from journal.practice.unfinished import Unfinished
from journal.practice_model import DayClose
from ui.theme import Look
from ui.widgets.fit import fit
from ui.widgets.parts import button, column, label, row


class ClosingDialog(QDialog):
    """``closed`` carries the ``DayClose`` and whether to lock afterwards."""

    closed = Signal(object, bool)
    #: As a ``FormDialog``'s.
    let_go = Signal(object)

    def __init__(self, look: Look, day: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("End the day"))
        self._put_down = QPlainTextEdit()
        self._put_down.setTabChangesFocus(True)
        self._put_down.setPlaceholderText(self.tr("What can stay here tonight?"))
        self._put_down.setFixedHeight(look.px(110))
        self._tomorrow = QLineEdit()
        self._tomorrow.setPlaceholderText(self.tr("It will be shown on Today, once."))
        lock = button(self.tr("Put down and lock"), "primary")
        lock.setDefault(True)
        stay = button(self.tr("Put down, stay"), name=self.tr("Put down and stay in the journal"))
        away = button(self.tr("Not now"))
        box = column(self, margins=(28, 24, 28, 20), spacing=8)
        box.addWidget(label(self.tr("End the day"), "heading"))
        about = self.tr("A minute to leave the work where it belongs. Nothing here has to be filled in.")
        box.addWidget(label(about, "second", wrap=True))
        box.addSpacing(6)
        box.addWidget(label(self.tr("Put down"), "section", buddy=self._put_down))
        box.addWidget(self._put_down)
        box.addWidget(label(self.tr("One thing for tomorrow"), "section", buddy=self._tomorrow))
        box.addWidget(self._tomorrow)
        box.addWidget(label(self.tr("Kept in the journal, encrypted like everything else."), "hint", wrap=True))
        box.addSpacing(8)
        box.addLayout(row(away, None, stay, lock))
        away.clicked.connect(self.reject)
        stay.clicked.connect(lambda: self._close(lock=False))
        lock.clicked.connect(lambda: self._close(lock=True))
        fit(self, look, 480)

    def fill(self, close: DayClose) -> None:
        """Show what was typed before, on the day it was typed."""
        self._day = close.day
        self._put_down.setPlainText(close.put_down)
        self._tomorrow.setText(close.tomorrow)

    def unfinished(self) -> Unfinished | None:
        """What it says while it is open, for the lock that comes over it."""
        made = self._read()
        return Unfinished("closing", made) if made.put_down or made.tomorrow else None

    def reject(self) -> None:
        """Qt: not now; what it said is let go."""
        more = self.unfinished()
        super().reject()
        if more is not None:
            self.let_go.emit(more)

    def done(self, result: int) -> None:
        """Qt: it was answered."""
        self._put_down.clear()
        self._tomorrow.clear()
        super().done(result)

    def _read(self) -> DayClose:
        return DayClose(None, self._day, self._put_down.toPlainText().strip(), self._tomorrow.text().strip())

    def _close(self, *, lock: bool) -> None:
        made = self._read()
        self.accept()
        self.closed.emit(made, lock)
