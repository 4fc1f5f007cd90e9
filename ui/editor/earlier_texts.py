"""The way from an entry to its earlier texts and back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.model import Entry
from ui.editor.history import HistoryDialog
from ui.editor.store import EntryStore
from ui.jobs import Lane
from ui.theme import Look


class EarlierTexts(QWidget):
    """``restored`` carries the entry with an earlier text in it. ``scan`` compares, ``vault`` reads and restores."""

    restored = Signal(object)

    def __init__(self, look: Look, store: EntryStore, vault: Lane, scan: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._store, self._vault, self._scan = look, store, vault, scan
        self._dialog: HistoryDialog | None = None
        self.hide()

    def show_for(self, entry: Entry) -> None:
        """Show the earlier texts of ``entry``, which is saved."""
        dialog = HistoryDialog(self._look, entry, self._store, lanes=(self._vault, self._scan), parent=self.window())
        dialog.restored.connect(self.restored)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def empty(self) -> None:
        """Drop all text: part of locking."""
        if self._dialog is not None:
            self._dialog.empty()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
