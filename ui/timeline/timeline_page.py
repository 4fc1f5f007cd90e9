"""The journal as a list: search, filters, entries newest first under their months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from journal.errors import Interrupted
from journal.model import Entry, Filter, Heading, Order
from journal.own_words import count_words, excerpt
from journal.practice_model import SavedFilter
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.text import counted
from ui.theme import Look
from ui.timeline.delegate import TimelineDelegate
from ui.timeline.empty_page import EmptyPage
from ui.timeline.entry_list import EntryList
from ui.timeline.filters import FilterBar
from ui.timeline.found_line import FoundLine
from ui.timeline.model import TimelineModel
from ui.timeline.saved_menu import SavedMenu
from ui.timeline.source import EntrySource
from ui.widgets.field_button import FieldButton
from ui.widgets.first_stop import begin_at
from ui.widgets.parts import button, column, flush, ground, keep_width, label, row

#: Keys that arrive in one turn of the event loop are one question; a newer one interrupts the one before it, so that
#: waiting longer would only be waiting.
_SEARCH_PAUSE_MS = 0
#: From this text size on the filters fold away.
_LARGE = 1.5
#: The list is never narrower than its words need, and never so wide that it leaves no page.
_LEAST_PX, _LEAST_MOST_PX = 170, 340


class TimelinePage(QWidget):
    """``opened`` carries the id of the entry chosen, ``entered`` one to write in at once.

    ``new_asked`` asks for a new entry, ``trash_asked`` carries one for the trash; ``said`` a line to show.
    """

    opened = Signal(object)
    entered = Signal(object)
    new_asked = Signal()
    trash_asked = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        look: Look,
        source: EntrySource,
        lane: Lane,
        *,
        kinds: Mapping[str, str],
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "list")
        self._look, self._source, self._lane = look, source, lane
        self._current: UUID | None = None
        self._enter_first = False
        #: nothing was ever written here, so that there is nothing to filter
        self._bare = False
        self._row_after: int | None = None
        self._model = TimelineModel(source, lane, kinds, self)
        self._delegate = TimelineDelegate(look, today, self)
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("Search all entries"))
        self._clear_search = QAction(self.tr("Clear the search"), self)
        self._clear_button = FieldButton(look, self._search, self._clear_search)
        self._clear_button.hide()
        self._new = button(self.tr("New"), "primary", name=self.tr("New entry"))
        self.filters = FilterBar(look, today)
        self._fold = button(self.tr("Filters"), "link")
        self._fold.setCheckable(True)
        self._order = QComboBox()
        self._order.setProperty("look", "quiet")
        self._order.setAccessibleName(self.tr("Order of the results"))
        self._order.addItem(self.tr("Newest first"), Order.NEWEST)
        self._order.addItem(self.tr("Best match first"), Order.BEST)
        self._order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._head = label("", "month")
        self._back = button(self.tr("Back to the journal"), "link")
        self.saved = SavedMenu()
        self._list = EntryList(look, self._delegate.row_height())
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("Entries"))
        self._empty = EmptyPage(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        keep_width(self, look, least=_LEAST_PX, bound=_LEAST_MOST_PX)
        self._connect(look)
        begin_at(self, self._list)
        self._show_head()
        self._relayout()

    def _lay_out(self) -> None:
        # the chosen row leaves the hairline at the right alone
        box = column(self, margins=(0, 0, 1, 0), spacing=0)
        top = column(margins=(14, 14, 14, 8), spacing=9)
        line = row(self._search, self._new)
        line.setStretch(0, 1)
        top.addLayout(line)
        top.addLayout(flush(self._fold))
        top.addWidget(self.filters)
        box.addLayout(top)
        self._strip = FoundLine(self._head, self._order, self.saved, self._back)
        box.addWidget(self._strip)
        box.addWidget(self._stack, 1)

    def _connect(self, look: Look) -> None:
        self._search.textChanged.connect(self._typed)
        self._search.returnPressed.connect(self._enter_found)
        self._search.installEventFilter(self)
        self._order.currentIndexChanged.connect(self._ask)
        self._fold.toggled.connect(self._unfold)
        self.filters.changed.connect(self._filter_changed)
        self._new.clicked.connect(self.new_asked)
        self._back.clicked.connect(self.show_all)
        self._empty.begin.connect(self.new_asked)
        self._empty.all_asked.connect(self.show_all)
        self._model.loaded.connect(self._loaded)
        self._model.placed.connect(self._placed)
        self._model.failed.connect(self._failed)
        # End goes to a row that is not there yet: it is opened when it is
        self._model.dataChanged.connect(self._chosen)
        # not the current row, which the focus alone moves: who passes through with Tab opens nothing
        self._list.selectionModel().selectionChanged.connect(self._chosen)
        self._list.activated.connect(self._activated)
        self._list.entered.connect(self._entered)
        self._list.left.connect(self._escaped)
        self._list.delete_asked.connect(self._delete_asked)
        self._list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._clear_search.triggered.connect(self._search.clear)
        self.saved.filled.connect(self._show_head)
        look.changed.connect(self._relayout)

    def load(self) -> None:
        """Ask for the first rows and for the tags."""
        self._ask()
        self._ask_tags()

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def show_all(self) -> None:
        """No search and no filter."""
        self._search.clear()
        self.filters.clear()
        self._list.setFocus()

    def present(self, name: str) -> SavedFilter:
        """What the list shows now, to be kept under a name."""
        return SavedFilter(None, name, self.filters.filter, self._search.text().strip(), self._order.currentData())

    def take_up(self, saved: SavedFilter) -> None:
        """Show what was kept."""
        self._order.setCurrentIndex(max(0, self._order.findData(saved.order)))
        self._search.setText(saved.query)
        self.filters.show_filter(saved.filter)

    def empty(self) -> None:
        """Drop what was typed and the names of filters; part of locking."""
        # not ``clear``, which undo takes back
        self._search.setText("")
        self.saved.empty()

    def show_current(self, entry_id: UUID | None) -> None:
        """Mark an entry as the one that is open, without opening it again."""
        self._current = entry_id
        at = None if entry_id is None else self._model.row_of(entry_id)
        self._select(at)
        if at is None and entry_id is not None and not self._model.showing_hits and self._model.rowCount():
            self._model.refresh(entry_id)

    def entry_saved(self, entry: Entry) -> None:
        """An entry was stored: show it where it now stands."""
        heading = Heading(
            id=entry.id,
            kind=entry.kind,
            title=entry.title,
            excerpt=excerpt(entry.body),
            day=entry.day,
            written_at=entry.written_at,
            star=entry.star,
            words=count_words(entry.body),
        )
        self._current = entry.id
        if not self._model.replace(heading):
            self.refresh()

    def refresh(self) -> None:
        """Ask again; what is selected stays selected, what is seen stays seen."""
        self._model.refresh(self._current)
        self._ask_tags()

    def neighbour(self, step: int) -> UUID | None:
        """The entry ``step`` rows further down, if it is there."""
        row_now = self._list.currentIndex().row()
        found = self._model.row_at(row_now + step)
        return None if found is None else found.heading.id

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: in the search field Escape clears and goes back to the list, Down goes to what was found.

        It says what fits, also where it grew narrower because the button beside it grew.
        """
        if watched is self._search and event.type() is QEvent.Type.Resize:
            self._say_search()
        if watched is self._search and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._search.clear()
                self._list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self._list.setFocus()
                if not self._list.currentIndex().isValid() and self._model.rowCount():
                    self._list.setCurrentIndex(self._model.index(0))
                return True
        return super().eventFilter(watched, event)

    def _select(self, at: int | None) -> None:
        selection = self._list.selectionModel()
        selection.blockSignals(True)
        if at is None or at >= self._model.rowCount():
            selection.clear()
        else:
            index = self._model.index(at)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)
        selection.blockSignals(False)
        self._list.viewport().update()

    def _ask_tags(self) -> None:
        self._lane.run(self._source.tags, owner=self, topic="tags", done=self.filters.show_tags)

    def _typed(self) -> None:
        self._clear_button.setVisible(bool(self._search.text()))
        self._enter_first = False
        self._pause.start()

    def _filter_changed(self, _filter: Filter) -> None:
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self._list.verticalScrollBar().setValue(0)
        self._model.ask(self.filters.filter, self._search.text(), self._order.currentData(), self._current)

    def _loaded(self, count: int) -> None:
        self._list.set_months(self._model.months)
        self._bare = not count and self.filters.filter == Filter() and not self._search.text().strip()
        self._unfold()
        if count:
            self._stack.setCurrentIndex(0)
            if self._current is not None and (at := self._model.row_of(self._current)) is not None:
                self._select(at)
        else:
            self._show_empty()
        if self._row_after is not None and count:
            # the row that took the place of the one just removed, so that the next key goes on from there
            at, self._row_after = min(self._row_after, count - 1), None
            self._list.setCurrentIndex(self._model.index(at))
        self._show_head()
        if self._enter_first:
            self._enter_first = False
            self._enter_found()

    def _placed(self, at: int) -> None:
        self._select(at)

    def _show_empty(self) -> None:
        filter = self.filters.filter
        if self._search.text().strip():
            self._empty.nothing_found(filter != Filter())
        elif filter.trashed and filter == Filter(trashed=True):
            self._empty.empty_trash()
        elif filter != Filter():
            self._empty.empty_filter()
        else:
            self._empty.nothing_yet()
        self._stack.setCurrentIndex(1)

    def _show_head(self) -> None:
        """The line above the list, where no month says what is in it."""
        found, count = self._model.showing_hits, self._model.rowCount()
        trashed = self.filters.filter.trashed
        narrowed = found or (self.filters.filter != Filter() and not trashed)
        if narrowed:
            words = counted(count, self.tr("1 found"), self.tr("%n found"))
            if found and self._model.more:
                words = self.tr("The first %n").replace("%n", f"{count:,}")
        else:
            words = self.tr("Trash") if trashed else ""
        if not count:
            # the page below says so
            words = ""
        self._head.setText(words.upper())
        self._order.setVisible(found and count > 1)
        self._back.setVisible(trashed and not found)
        mine = not trashed and not self._bare and (self.saved.any or (narrowed and bool(count)))
        self.saved.setVisible(mine)
        self.saved.allow_keeping(narrowed)
        self._strip.setVisible(mine or bool(words))
        self._strip.arrange()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Interrupted):
            # a newer question stopped it; what is still seen is asked for again
            self._list.viewport().update()
            return
        self.said.emit(error_words(error))

    def sought(self, step: int = 0) -> str:
        """What a search found in the text of the entry that is chosen, or of the one ``step`` rows further down."""
        row = self._model.row_at(self._list.currentIndex().row() + step)
        return row.sought if row is not None else ""

    def _id_at(self, index: QModelIndex) -> UUID | None:
        found = self._model.row_at(index.row()) if index.isValid() else None
        return None if found is None else found.heading.id

    def _chosen(self) -> None:
        index = self._list.currentIndex()
        entry_id = self._id_at(index) if self._list.selectionModel().isSelected(index) else None
        if entry_id is not None and entry_id != self._current:
            self._current = entry_id
            self.opened.emit(entry_id)

    def _activated(self, index: QModelIndex) -> None:
        self._entered(index)

    def _entered(self, index: QModelIndex) -> None:
        entry_id = self._id_at(index)
        if entry_id is not None:
            self._current = entry_id
            self.entered.emit(entry_id)

    def _enter_found(self) -> None:
        """Enter in the search field: the first one found, once it is there."""
        if self._pause.isActive():
            self._ask()
            self._enter_first = True
        elif self._model.showing_hits and self._model.rowCount():
            self._select(0)
            self._entered(self._model.index(0))

    def _escaped(self) -> None:
        if self._search.text():
            self._search.clear()
        elif self.filters.filter != Filter():
            self.filters.clear()

    def _delete_asked(self) -> None:
        entry_id = self._id_at(self._list.currentIndex())
        if entry_id is not None and not self.filters.filter.trashed:
            self._row_after = self._list.currentIndex().row()
            self.trash_asked.emit(entry_id)

    def _scrolled(self, value: int) -> None:
        index = self._model.index(0)
        if value >= self._list.verticalScrollBar().maximum() and self._model.canFetchMore(index.parent()):
            self._model.fetchMore(index.parent())

    def _say_search(self) -> None:
        offers = (self.tr("Search all entries…  Ctrl+K"), self.tr("Search…  Ctrl+K"), self.tr("Search…"))
        room = self._search.width() - self._look.px(30)
        metrics = QFontMetrics(self._search.font())
        fitting = (words for words in offers if metrics.horizontalAdvance(words) < room)
        self._search.setPlaceholderText(next(fitting, offers[-1]))

    def _unfold(self) -> None:
        """At large text the filters lie behind a button: they would leave no room. A new journal has none to offer."""
        large = self._look.scale >= _LARGE
        self._fold.setVisible(large and not self._bare)
        self.filters.setVisible(not self._bare and (not large or self._fold.isChecked()))

    def _relayout(self) -> None:
        self._unfold()
        self._strip.arrange()
        self._say_search()
        self._clear_search.setIcon(self._look.icon("x", "ink-2"))
        self._list.set_row_height(self._delegate.row_height())
