"""The journal as a list: search, filters, entries newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QListView, QStackedWidget, QWidget

from journal.model import Entry, Filter, Heading, Order
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.theme import Look
from ui.timeline.delegate import TimelineDelegate
from ui.timeline.filters import FilterBar
from ui.timeline.model import TimelineModel
from ui.timeline.source import EntrySource
from ui.widgets.parts import button, column, ground, label, row

#: A pause in typing before a search is asked, so that a quick word is one question.
_SEARCH_PAUSE_MS = 90
_EXCERPT = 200


class TimelinePage(QWidget):
    """``opened`` carries the id of the entry chosen; ``new_asked`` asks for a new one; ``said`` a line to show."""

    opened = Signal(object)
    new_asked = Signal()
    said = Signal(str)

    def __init__(
        self,
        look: Look,
        source: EntrySource,
        lane: Lane,
        *,
        kinds: Mapping[str, str],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "list")
        self._look, self._source, self._lane = look, source, lane
        self._current: UUID | None = None
        self._model = TimelineModel(source, lane, kinds, self)
        self._delegate = TimelineDelegate(look, today, self)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search all entries…  Ctrl+K"))
        self._search.setAccessibleName(self.tr("Search all entries"))
        self._clear_search = QAction(self.tr("Clear the search"), self)
        self._clear_search.setVisible(False)
        self._search.addAction(self._clear_search, QLineEdit.ActionPosition.TrailingPosition)
        self._new = button(self.tr("New"), "primary", name=self.tr("New entry"))
        self.filters = FilterBar(look)
        self._order = QComboBox()
        self._order.setAccessibleName(self.tr("Order of the results"))
        self._order.addItem(self.tr("Newest first"), Order.NEWEST)
        self._order.addItem(self.tr("Best match first"), Order.BEST)
        self._order.hide()
        self._head = label("", "month")
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        # without this Qt asks for the size of every row: 10 s at 100,000 (measured)
        self._list.setUniformItemSizes(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Entries"))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty_page())
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._connect(look)
        self.setFocusProxy(self._list)
        self._relayout()

    def _empty_page(self) -> QWidget:
        self._empty = label("", "second", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._begin = button(self.tr("Write the first entry"))
        self._clear = button(self.tr("Show all entries"))
        nothing = QWidget()
        below = column(nothing, margins=(28, 60, 28, 20), spacing=16)
        below.addWidget(self._empty)
        below.addLayout(row(None, self._begin, self._clear, None))
        below.addStretch(1)
        return nothing

    def _lay_out(self) -> None:
        box = column(self, spacing=0)
        top = column(margins=(14, 14, 14, 8), spacing=9)
        line = row(self._search, self._new)
        line.setStretch(0, 1)
        top.addLayout(line)
        top.addWidget(self.filters)
        top.addWidget(self._order)
        box.addLayout(top)
        head = column(margins=(17, 4, 14, 6))
        head.addWidget(self._head)
        box.addLayout(head)
        box.addWidget(self._stack, 1)

    def _connect(self, look: Look) -> None:
        self._search.textChanged.connect(self._typed)
        self._order.currentIndexChanged.connect(self._ask)
        self.filters.changed.connect(self._filter_changed)
        self._new.clicked.connect(self.new_asked)
        self._begin.clicked.connect(self.new_asked)
        self._clear.clicked.connect(self.show_all)
        self._model.loaded.connect(self._loaded)
        self._model.failed.connect(self._failed)
        self._model.dataChanged.connect(self._show_month)
        self._list.selectionModel().currentChanged.connect(self._chosen)
        self._list.activated.connect(self._activated)
        self._list.verticalScrollBar().valueChanged.connect(self._show_month)
        self._clear_search.triggered.connect(self._search.clear)
        look.changed.connect(self._relayout)

    def load(self) -> None:
        """Ask for the first rows and for the tags."""
        self._ask()
        self._lane.run(self._source.tags, owner=self, topic="tags", done=self.filters.show_tags)

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def show_all(self) -> None:
        """No search and no filter."""
        self._search.clear()
        self.filters.clear()

    def empty(self) -> None:
        """Drop what was typed; part of locking."""
        self._search.clear()

    def show_current(self, entry_id: UUID | None) -> None:
        """Mark an entry as the one that is open, without opening it again."""
        self._current = entry_id
        at = None if entry_id is None else self._model.row_of(entry_id)
        selection = self._list.selectionModel()
        selection.blockSignals(True)
        if at is None:
            selection.clear()
        else:
            selection.setCurrentIndex(self._model.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self._list.viewport().update()

    def entry_saved(self, entry: Entry) -> None:
        """An entry was stored: show it where it now stands."""
        heading = Heading(
            id=entry.id,
            kind=entry.kind,
            title=entry.title,
            excerpt=entry.body[:_EXCERPT],
            day=entry.day,
            written_at=entry.written_at,
            star=entry.star,
        )
        self._current = entry.id
        if not self._model.replace(heading):
            self.refresh()

    def refresh(self) -> None:
        """Ask again; what is selected stays selected."""
        self.load()

    def neighbour(self, step: int) -> UUID | None:
        """The entry ``step`` rows further down, if it is there."""
        row_now = self._list.currentIndex().row()
        found = self._model.row_at(row_now + step)
        return None if found is None else found.heading.id

    def _typed(self) -> None:
        self._order.setVisible(bool(self._search.text().strip()))
        self._clear_search.setVisible(bool(self._search.text()))
        self._pause.start()

    def _filter_changed(self, _filter: Filter) -> None:
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self._model.ask(self.filters.filter, self._search.text(), self._order.currentData())

    def _loaded(self, count: int) -> None:
        if count:
            self._stack.setCurrentIndex(0)
            self.show_current(self._current)
        else:
            self._show_empty()
        self._show_month()

    def _show_empty(self) -> None:
        searching = bool(self._search.text().strip())
        filtered = self.filters.filter != Filter()
        if searching:
            words = self.tr("Nothing found. Fewer letters, or another word?")
        elif self.filters.filter.trashed:
            words = self.tr("The trash is empty.")
        elif filtered:
            words = self.tr("No entry like that yet.")
        else:
            words = self.tr("Nothing here yet. Begin anywhere: one honest sentence is a complete entry.")
        self._empty.setText(words)
        self._begin.setVisible(not searching and not filtered)
        self._clear.setVisible(searching or filtered)
        self._stack.setCurrentIndex(1)
        self._head.setText("")

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))

    def _chosen(self, index: QModelIndex, _former: QModelIndex) -> None:
        found = self._model.row_at(index.row()) if index.isValid() else None
        if found is not None and found.heading.id != self._current:
            self._current = found.heading.id
            self.opened.emit(found.heading.id)

    def _activated(self, index: QModelIndex) -> None:
        found = self._model.row_at(index.row())
        if found is not None:
            self._current = found.heading.id
            self.opened.emit(found.heading.id)

    def _show_month(self) -> None:
        found = self._model.row_at(max(0, self._list.indexAt(self._list.viewport().rect().topLeft()).row()))
        if self._search.text().strip():
            self._head.setText(self.tr("Found").upper())
        elif self.filters.filter.trashed:
            self._head.setText(self.tr("Trash").upper())
        elif found is not None:
            day = found.heading.day
            self._head.setText(f"{QLocale().standaloneMonthName(day.month)} {day.year}".upper())

    def _relayout(self) -> None:
        self._clear_search.setIcon(self._look.icon("x", "ink-2"))
        self._list.doItemsLayout()
