"""The rows of the timeline, fetched in windows when they are looked at: as quick at 100,000 entries as at ten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from journal.model import Filter, Heading, Hit, Order
from ui.jobs import Lane
from ui.timeline.source import EntrySource

#: Rows fetched at a time, and how many such windows are kept (4,000 rows; a heading is about half a kilobyte).
WINDOW = 50
_WINDOWS_KEPT = 80
#: Search results fetched at a time; more come when one scrolls to the end.
HITS = 50

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """What the list paints: a heading, and for a search result the places that matched."""

    heading: Heading
    snippet: str = field(default="", repr=False)
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


class TimelineModel(QAbstractListModel):
    """Entries newest first, or search results. A row that is not there yet is ``None`` and is being fetched.

    ``loaded`` carries the number of rows after a list was asked for anew; ``failed`` an error.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(
        self, source: EntrySource, lane: Lane, kinds: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source, self._lane, self._kinds = source, lane, kinds
        self.filter = Filter()
        self.query = ""
        self.order = Order.NEWEST
        self._count = 0
        self._windows: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._fetching: set[int] = set()
        self._more = False
        self._hits: list[Row] = []
        # one generation a question: an answer for an older one is dropped
        self._generation = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fetch_wanted)

    def ask(self, filter: Filter, query: str = "", order: Order = Order.NEWEST) -> None:
        """Show what ``filter`` and ``query`` name. The old rows stay until the new ones are there."""
        self.filter, self.query, self.order = filter, query.strip(), order
        self._generation += 1
        generation = self._generation
        if self.query:
            question = self.query

            def find() -> Any:
                return self._source.search(question, filter, order, HITS, 0)

            self._lane.run(
                find, owner=self, topic="list", done=lambda hits: self._found(generation, hits), failed=self._failed
            )
            return

        def look() -> Any:
            return self._source.count(filter), self._source.window(filter, 0, WINDOW)

        self._lane.run(
            look, owner=self, topic="list", done=lambda both: self._listed(generation, *both), failed=self._failed
        )

    def refresh(self) -> None:
        """Ask the present question again."""
        self.ask(self.filter, self.query, self.order)

    def row_at(self, row: int) -> Row | None:
        """The row, if it is there."""
        if self.query and self._showing_hits:
            return self._hits[row] if 0 <= row < len(self._hits) else None
        window = self._windows.get(row // WINDOW)
        return window[row % WINDOW] if window is not None and row % WINDOW < len(window) else None

    def row_of(self, entry_id: UUID) -> int | None:
        """Where an entry stands among the rows that are there."""
        for number, window in self._windows.items():
            for at, row in enumerate(window):
                if row.heading.id == entry_id:
                    return number * WINDOW + at
        return next((at for at, row in enumerate(self._hits) if row.heading.id == entry_id), None)

    def replace(self, heading: Heading) -> bool:
        """Show an entry's new heading where it stands; false where it must be asked for (it moved, or is new)."""
        at = self.row_of(heading.id)
        old = None if at is None else self.row_at(at)
        if at is None or old is None or self.query or old.heading.day != heading.day:
            return False
        window = list(self._windows[at // WINDOW])
        window[at % WINDOW] = Row(heading)
        self._windows[at // WINDOW] = tuple(window)
        index = self.index(at)
        self.dataChanged.emit(index, index)
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        """Qt: how many rows."""
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the row for the painter, and words for a screen reader."""
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None and not self._showing_hits:
            self._want(index.row() // WINDOW)
        if role == ROW_ROLE:
            return row
        if row is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(row.heading)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = row.heading
            return f"{_title(heading)}, {self._kinds.get(heading.kind, heading.kind)}, {heading.day.isoformat()}"
        return None

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Qt: whether there may be more search results."""
        return not parent.isValid() and self._showing_hits and self._more

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Qt: fetch the next search results."""
        if parent.isValid() or not self._more:
            return
        self._more = False
        generation, question, filter, order = self._generation, self.query, self.filter, self.order
        offset = len(self._hits)
        self._lane.run(
            lambda: self._source.search(question, filter, order, HITS, offset),
            owner=self,
            topic="more",
            done=lambda hits: self._found_more(generation, hits),
            failed=self._failed,
        )

    @property
    def _showing_hits(self) -> bool:
        return not self._windows and bool(self._hits)

    def _listed(self, generation: int, count: int, first: Sequence[Heading]) -> None:
        if generation != self._generation:
            return
        self.beginResetModel()
        self._count, self._hits, self._more = count, [], False
        self._windows = OrderedDict({0: tuple(Row(heading) for heading in first)})
        self._fetching.clear()
        self._wanted.clear()
        self.endResetModel()
        self.loaded.emit(count)

    def _found(self, generation: int, hits: Sequence[Hit]) -> None:
        if generation != self._generation:
            return
        self.beginResetModel()
        self._windows.clear()
        self._fetching.clear()
        self._wanted.clear()
        self._hits = [_row(hit) for hit in hits]
        self._count, self._more = len(self._hits), len(hits) == HITS
        self.endResetModel()
        self.loaded.emit(self._count)

    def _found_more(self, generation: int, hits: Sequence[Hit]) -> None:
        if generation != self._generation or not hits:
            return
        first = len(self._hits)
        self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
        self._hits += [_row(hit) for hit in hits]
        self._count, self._more = len(self._hits), len(hits) == HITS
        self.endInsertRows()

    def _want(self, window: int) -> None:
        if window not in self._fetching:
            if window in self._wanted:
                self._wanted.remove(window)
            self._wanted.append(window)
            self._soon.start()

    def _fetch_wanted(self) -> None:
        # only what was looked at last: who drags the scroll bar passes a thousand windows
        wanted, self._wanted = self._wanted[-3:], []
        for window in wanted:
            self._fetching.add(window)
            self._fetch(window)

    def _fetch(self, window: int) -> None:
        generation, filter = self._generation, self.filter
        self._lane.run(
            lambda: self._source.window(filter, window * WINDOW, WINDOW),
            owner=self,
            done=lambda headings: self._fetched(generation, window, headings),
            failed=self._failed,
        )

    def _fetched(self, generation: int, window: int, headings: Sequence[Heading]) -> None:
        if generation != self._generation:
            return
        self._fetching.discard(window)
        self._windows[window] = tuple(Row(heading) for heading in headings)
        while len(self._windows) > _WINDOWS_KEPT:
            self._windows.popitem(last=False)
        last = min(self._count, (window + 1) * WINDOW) - 1
        self.dataChanged.emit(self.index(window * WINDOW), self.index(last))

    def _failed(self, error: Exception) -> None:
        self._fetching.clear()
        self.failed.emit(error)


def _title(heading: Heading) -> str:
    return heading.title or heading.excerpt[:80]


def _row(hit: Hit) -> Row:
    return Row(hit.heading, hit.snippet, hit.marks, hit.title_marks)
