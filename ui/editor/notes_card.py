"""Beside an older entry: what was said to it later. The old text stays as it was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from journal.practice_model import LaterNote
from ui.widgets.day_words import full_date
from ui.widgets.parts import button, column, flush, ground, label, row
from ui.widgets.rows import clear, refilled


class NotesCard(QFrame):
    """``add_asked`` wants a new note, ``edit_asked`` carries one to change."""

    add_asked = Signal()
    edit_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._notes = QWidget()
        ground(self._notes, "clear")
        self._rows = column(self._notes, spacing=8)
        self._add = add = button(self.tr("Say something to it now…"), "link")
        box = column(self, margins=(16, 14, 16, 10), spacing=6)
        box.addWidget(self._notes)
        box.addLayout(flush(add))
        add.clicked.connect(self.add_asked)

    def show_notes(self, notes: Sequence[LaterNote]) -> None:
        """Show these, the earliest first."""
        with refilled(self._notes, self._add):
            for note in notes:
                holder = QWidget()
                ground(holder, "clear")
                lines = column(holder, spacing=2)
                day = full_date(note.day)
                edit = button(self.tr("Change…"), "link", name=self.tr("Change the note of %1").replace("%1", day))
                edit.clicked.connect(lambda _=False, note=note: self.edit_asked.emit(note))
                lines.addLayout(row(label(day, "hint"), None, edit))
                lines.addWidget(label(note.text, "", wrap=True))
                self._rows.addWidget(holder)
            if not notes:
                words = self.tr("What you see later stands beside the text, and the text stays as it was.")
                self._rows.addWidget(label(words, "second", wrap=True))

    def empty(self) -> None:
        """Drop all words; part of locking."""
        clear(self._notes)
