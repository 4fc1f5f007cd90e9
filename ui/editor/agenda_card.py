"""Beside the page: what waits for supervision, and one press to add what is being written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from journal.practice_model import AgendaItem
from ui.text import counted
from ui.widgets.parts import LINK_EDGE, button, column, ground, label, row
from ui.widgets.rows import clear
from ui.widgets.titles import matter_of

_SHOWN = 4


class AgendaCard(QFrame):
    """``add_asked`` flags the selected sentence, or the entry; ``opened`` asks for the whole agenda."""

    add_asked = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._items = QWidget()
        ground(self._items, "clear")
        self._rows = column(self._items, spacing=7)
        name = self.tr("Add the selected sentence, or the entry, to the supervision agenda")
        add = button(self.tr("+ Add from this entry"), "link", name=name)
        add.setToolTip(self.tr("The selected sentence; without one, the entry"))
        self._open = button(self.tr("All"), "link", name=self.tr("Open the supervision agenda"))
        box = column(self, margins=(16, 14, 16, 10), spacing=6)
        box.addWidget(self._items)
        box.addLayout(row(-LINK_EDGE, add, None, self._open))
        add.clicked.connect(self.add_asked)
        self._open.clicked.connect(self.opened)
        self.show_items(())

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show what waits."""
        clear(self._items)
        for item in items[:_SHOWN]:
            self._rows.addWidget(label(f"–  {matter_of(item)}", "", wrap=True))
        left = len(items) - _SHOWN
        if left > 0:
            self._rows.addWidget(label(counted(left, self.tr("and one more"), self.tr("and %n more")), "hint"))
        if not items:
            words = self.tr("Select a sentence and add it; “not sure” is reason enough.")
            self._rows.addWidget(label(words, "second", wrap=True))
        self._open.setVisible(bool(items))

    def empty(self) -> None:
        """Drop all words; part of locking."""
        clear(self._items)
