"""Choosing a passage: an entry from the list or by its words, then the words in it that are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QSplitter, QTextEdit, QWidget

from journal.model import Entry, Filter, Heading, Order
from journal.practice_model import Passage
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.learning.store import LearningStore
from ui.text import Positions, document_text
from ui.theme import Look
from ui.widgets.day_words import full_date
from ui.widgets.parts import button, column, label, row
from ui.widgets.said import Said
from ui.widgets.titles import title_of

_ID = Qt.ItemDataRole.UserRole
_LISTED, _PAUSE_MS = 100, 200
_WIDTH_PX, _HEIGHT_PX, _MARGIN = 860, 620, 48


class PassageDialog(QDialog):
    """``chosen`` carries a ``Passage`` of the section it was opened for."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, store: LearningStore, lane: Lane, section: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Choose a passage"))
        self._store, self._lane, self._section = store, lane, section
        self._entry: Entry | None = None
        self._query = QLineEdit()
        self._query.setPlaceholderText(self.tr("Words in the entry"))
        self._query.setAccessibleName(self.tr("Find an entry by its words"))
        self._list = self._made_list()
        self._text = QTextEdit()
        self._text.setProperty("look", "reading")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName(self.tr("The entry: select what you want to take"))
        self._said = Said()
        take = button(self.tr("Take the selected words"), "primary")
        take.setDefault(True)
        cancel = button(self.tr("Cancel"))
        left = QWidget()
        there = column(left, spacing=8)
        there.addWidget(self._query)
        there.addWidget(self._list, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setProperty("look", "gap")
        split.setHandleWidth(14)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._text)
        split.setSizes([300, 520])
        box = column(self, margins=(22, 20, 22, 16), spacing=10)
        words = self.tr("The words are copied once and stay as they are. They pass the review before any export.")
        box.addWidget(label(words, "second", wrap=True))
        box.addWidget(split, 1)
        box.addWidget(self._said)
        box.addLayout(row(None, cancel, take))
        self._fit(look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._query.textChanged.connect(self._typed)
        self._list.currentItemChanged.connect(self._read)
        take.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        self._ask()

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        made.setProperty("look", "plain")
        made.setAccessibleName(self.tr("Entries"))
        # a title too long for the line is broken anew at each width, not cut
        made.setWordWrap(True)
        made.setResizeMode(QListWidget.ResizeMode.Adjust)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _fit(self, look: Look) -> None:
        wide, high = look.px(_WIDTH_PX), look.px(_HEIGHT_PX)
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            wide, high = min(wide, room.width() - _MARGIN), min(high, room.height() - _MARGIN)
        self.resize(wide, high)

    def _typed(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        store, query = self._store, self._query.text().strip()

        def found() -> Sequence[Heading]:
            if not query:
                return store.window(Filter(), 0, _LISTED)
            return [hit.heading for hit in store.search(query, Filter(), Order.NEWEST, _LISTED)]

        self._lane.run(found, owner=self, topic="entries", done=self._fill, failed=self._failed)

    def _fill(self, headings: Sequence[Heading]) -> None:
        # each of those that go would be read on its way out
        self._list.blockSignals(True)
        self._list.clear()
        self._list.blockSignals(False)
        for heading in headings:
            item = QListWidgetItem(f"{title_of(heading)}\n{full_date(heading.day)}")
            item.setData(_ID, heading.id)
            self._list.addItem(item)
        if headings:
            self._list.setCurrentRow(0)
            return
        self._entry = None
        self._text.setPlainText("")
        found = self.tr("No entry has these words.") if self._query.text().strip() else self.tr("No entry yet.")
        self._text.setPlaceholderText(found)

    def _read(self) -> None:
        chosen = self._list.selectedItems()
        if not chosen:
            return
        item = chosen[0]
        entry_id, store = item.data(_ID), self._store
        self._lane.run(lambda: store.entry(entry_id), owner=self, topic="entry", done=self._show, failed=self._failed)

    def _show(self, entry: Entry) -> None:
        item = self._list.currentItem()
        if item is None or item.data(_ID) != entry.id:
            # another was chosen since
            return
        self._entry = entry
        self._text.setPlainText(entry.body)

    def _take(self) -> None:
        cursor = self._text.textCursor()
        if self._entry is None or not cursor.hasSelection():
            self._said.setText(self.tr("Select the words in the entry first."))
            self._text.setFocus()
            return
        text = document_text(self._text.document())
        positions = Positions(text)
        start, end = positions.from_qt(cursor.selectionStart()), positions.from_qt(cursor.selectionEnd())
        body = self._entry.body
        passage = Passage(self._section, self._entry.id, self._entry.revision, start, end, body[start:end])
        self._text.setPlainText("")
        self.accept()
        self.chosen.emit(passage)

    def _failed(self, error: Exception) -> None:
        self._said.setText(error_words(error))
