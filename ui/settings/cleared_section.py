"""Words that the review was told never to flag: shown, and taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.store import SettingsStore
from ui.widgets.parts import button, column, label, row


class ClearedSection(QWidget):
    """A list; a word taken off it is flagged again in the next review."""

    said = Signal(object)

    def __init__(self, store: SettingsStore, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._lane = store, lane
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Words never flagged"))
        self._list.setMaximumHeight(160)
        self._none = label(self.tr("None yet. In a review, “Never flag this word” puts one here."), "second", wrap=True)
        self._again = button(self.tr("Flag it again"))
        box = column(self, spacing=10)
        for part in (self._list, self._none):
            box.addWidget(part)
        box.addLayout(row(None, self._again))
        self._list.currentRowChanged.connect(self._refresh)
        self._again.clicked.connect(self._taken_back)
        self._show(())

    def load(self) -> None:
        """Ask for the words."""
        self._lane.run(self._store.never_flagged, owner=self, topic="cleared", done=self._show, failed=self._failed)

    def empty(self) -> None:
        """Drop what is shown."""
        self._show(())

    def _show(self, words: Sequence[str]) -> None:
        self._list.clear()
        self._list.addItems(list(words))
        self._list.setVisible(bool(words))
        self._none.setVisible(not words)
        self._refresh()

    def _refresh(self) -> None:
        self._again.setVisible(self._list.count() > 0)
        self._again.setEnabled(self._list.currentRow() >= 0)

    def _taken_back(self) -> None:
        word, store = self._list.currentItem().text(), self._store
        self._lane.run(
            lambda: store.flag_again(word),
            owner=self,
            done=lambda _: self.load(),
            failed=self._failed,
            work=Work.WRITE,
        )

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
