"""Into the trash, out of it, and away for good: each after the text was saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from journal.model import Entry
from ui.editor.store import EntryStore
from ui.errors import words as error_words
from ui.jobs import Lane, Work


class Trashing(QWidget):
    """``trashed`` and ``deleted`` carry an id, ``back`` the entry taken out again."""

    trashed = Signal(object)
    deleted = Signal(object)
    back = Signal(object)
    said = Signal(object)

    def __init__(self, store: EntryStore, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._lane = store, lane
        self.hide()

    def trash(self, entry_id: UUID) -> None:
        """Put an entry into the trash."""
        store = self._store
        self._run(lambda: store.trash(entry_id), lambda _: self.trashed.emit(entry_id))

    def take_out(self, entry_id: UUID) -> None:
        """Take it out again."""
        store = self._store

        def take_out() -> Entry:
            store.untrash(entry_id)
            return store.entry(entry_id)

        self._run(take_out, self.back.emit)

    def ask_delete(self, entry_id: UUID) -> None:
        """Ask, and then remove an entry with all its earlier texts."""
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Delete for good"))
        box.setText(self.tr("Delete this entry and all its earlier texts?"))
        box.setInformativeText(
            self.tr("Nobody can bring them back from this journal. Backups made before today still hold them.")
        )
        delete = box.addButton(self.tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        delete.clicked.connect(lambda: self.delete(entry_id))
        box.open()

    def delete(self, entry_id: UUID) -> None:
        """Remove an entry for good."""
        store = self._store
        self._run(lambda: store.delete_for_good(entry_id), lambda _: self.deleted.emit(entry_id))

    def _run(self, call: Callable[[], object], done: Callable[[Any], None]) -> None:
        self._lane.run(call, owner=self, done=done, failed=self._failed, work=Work.WRITE)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
