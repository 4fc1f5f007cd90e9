"""One thread: its name, what it is about, its entries in the order of their days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.model import Heading
from journal.practice.unfinished import Unfinished
from journal.practice_model import Thread
from ui.theme import Look
from ui.widgets.day_words import full_date
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import column, ground, icon_button, label, row
from ui.widgets.rows import RowButton
from ui.widgets.titles import title_of

_WIDTH_PX = 560


class ThreadDialog(FormDialog):
    """``opened`` carries the id of an entry to read; ``read`` gives what the fields say."""

    opened = Signal(object)

    def __init__(self, look: Look, thread: Thread, headings: Sequence[Heading], parent: QWidget | None = None) -> None:
        about = self.tr("A theme followed over time. What you see later is said beside an entry, not in it.")
        super().__init__(look, self.tr("A thread"), about, parent=parent)
        self._thread = thread
        self._kept = list(thread.entry_ids)
        self._name, self._about = QLineEdit(thread.name), QLineEdit(thread.about)
        self.add(self.tr("Name"), self._name)
        self.add(self.tr("What I want to follow"), self._about)
        self.fields.addSpacing(4)
        holder = QWidget()
        ground(holder, "clear")
        rows = column(holder)
        for heading in headings:
            title = title_of(heading)
            made = RowButton(look, title, full_date(heading.day), dot=heading.kind)
            made.clicked.connect(lambda _=False, id=heading.id: self._open(id))
            away = icon_button(look, "x", self.tr("Take out of the thread: %1").replace("%1", title))
            line = QWidget()
            ground(line, "clear")
            line.setLayout(row(made, away, spacing=4))
            away.clicked.connect(lambda _=False, id=heading.id, line=line: self._take_out(id, line))
            rows.addWidget(line)
        if not headings:
            words = self.tr("No entry yet. While reading one, choose “Threads…” in its menu.")
            rows.addWidget(label(words, "second", wrap=True))
        self.fields.addWidget(holder)
        self.remove.setVisible(thread.id is not None)
        self.fit(_WIDTH_PX)

    def read(self) -> Thread:
        """What the fields say."""
        return replace(
            self._thread,
            name=self._name.text().strip(),
            about=self._about.text().strip(),
            entry_ids=tuple(self._kept),
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("thread", self.read())

    @property
    def name(self) -> QLineEdit:
        """Where its name is typed."""
        return self._name

    def _open(self, entry_id: object) -> None:
        # what was changed in it and not saved can be taken up again
        self.reject()
        self.opened.emit(entry_id)

    def _take_out(self, entry_id: object, line: QWidget) -> None:
        self._kept = [id for id in self._kept if id != entry_id]
        line.hide()
