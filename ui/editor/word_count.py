"""Counts the words of the text once typing takes a breath: a long text takes some milliseconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from journal.own_words import count_words
from ui.editor.writing_edit import WritingEdit

_PAUSE_MS = 200


class WordCount(QObject):
    """``counted`` carries how many there are; ``None`` where there is no text any more."""

    counted = Signal(object)

    def __init__(self, edit: WritingEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.count)

    def later(self) -> None:
        """Count when typing pauses."""
        self._pause.start()

    def stop(self) -> None:
        """Do not count what is being taken away."""
        self._pause.stop()
        self.counted.emit(None)

    def count(self) -> None:
        """Count now."""
        self._pause.stop()
        self.counted.emit(count_words(self._edit.text()))
