"""What one says to an entry later, and the threads that an entry belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from journal.practice.unfinished import Unfinished
from journal.practice_model import LaterNote, Thread
from ui.theme import Look
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import label

_WIDTH_PX = 480


class NoteDialog(FormDialog):
    """``note`` reads what it says."""

    def __init__(self, look: Look, note: LaterNote, parent: QWidget | None = None) -> None:
        about = self.tr("It stands beside the entry with today’s date. The entry itself stays as it was.")
        super().__init__(look, self.tr("Said later"), about, parent=parent)
        self.keep = True
        self._note = note
        self._text = QPlainTextEdit(note.text)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("What I see now"))
        self._text.setPlaceholderText(self.tr("What I see now"))
        self._text.setFixedHeight(look.px(140))
        self.fields.addWidget(self._text)
        self.remove.setVisible(note.id is not None)
        self.fit(_WIDTH_PX)

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("note", self.note())

    def note(self) -> LaterNote:
        """What the field says."""
        return replace(self._note, text=self._text.toPlainText().strip())


class ThreadsDialog(FormDialog):
    """Ticks the threads of one entry; a new one can be named. ``changed_threads`` gives those to store."""

    def __init__(self, look: Look, entry_id: UUID, threads: Sequence[Thread], parent: QWidget | None = None) -> None:
        about = self.tr("Follow a theme through your entries: rescuing, boundaries, endings.")
        super().__init__(look, self.tr("Threads of this entry"), about, parent=parent)
        self._entry_id = entry_id
        self._ticks: list[tuple[Thread, QCheckBox]] = []
        for thread in threads:
            tick = QCheckBox(thread.name)
            tick.setChecked(entry_id in thread.entry_ids)
            self.fields.addWidget(tick)
            self._ticks.append((thread, tick))
        self._new = QLineEdit()
        self.add(self.tr("A new thread"), self._new)
        if not threads:
            self.fields.addWidget(label(self.tr("None yet."), "hint"))
        self.fit(_WIDTH_PX)

    def changed_threads(self) -> list[Thread]:
        """The threads that this entry joins or leaves, the new one among them."""
        changed = []
        for thread, tick in self._ticks:
            if tick.isChecked() and self._entry_id not in thread.entry_ids:
                changed.append(replace(thread, entry_ids=(*thread.entry_ids, self._entry_id)))
            elif not tick.isChecked() and self._entry_id in thread.entry_ids:
                kept = tuple(id for id in thread.entry_ids if id != self._entry_id)
                changed.append(replace(thread, entry_ids=kept))
        name = self._new.text().strip()
        if name:
            changed.append(Thread(None, name, "", (self._entry_id,)))
        return changed
