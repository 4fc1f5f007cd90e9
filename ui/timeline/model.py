"""The rows of the timeline, fetched in windows when they are looked at: as quick at 100,000 entries as at ten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from journal.model import Filter, Heading, Hit, Order, Outline
from ui.jobs import Lane
from ui.timeline.months import Month
from ui.timeline.source import EntrySource
from ui.widgets.titles import title_of

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
    found: bool = False

    @property
    def sought(self) -> str:
        """The first words that a search found in the text, empty where it found none there."""
        return self.snippet[slice(*self.marks[0])] if self.marks else ""


class TimelineModel(QAbstractListModel):
    """Entries newest first, or search results. A row that is not there yet is ``None`` and is being fetched.

    A new question shows its first window as soon as that is there, and how many rows follow, month by month, when
    that is counted. ``loaded`` carries the number of rows each time; ``placed`` the row of the entry that was asked
    for along with it; ``failed`` an error.
    """

    loaded = Signal(object)
    placed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, source: EntrySource, lane: Lane, kinds: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source, self._lane, self._kinds = source, lane, kinds
        self.filter = Filter()
        self.query = ""
        self.order = Order.NEWEST
        self.months: Sequence[Month] = ()
        self._entry: UUID | None = None
        self._count = 0
        self._windows: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        # windows whose rows may have moved: shown until the new ones are there
        self._stale: set[int] = set()
        self._wanted: list[int] = []
        self._fetching: set[int] = set()
        self._more = False
        self._hits: list[Row] = []
        self._showing_hits = False
        # one generation a question: an answer for an older one is dropped
        self._generation = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fetch_wanted)

    def ask(self, filter: Filter, query: str = "", order: Order = Order.NEWEST, entry: UUID | None = None) -> None:
        """Show what ``filter`` and ``query`` name, and tell where ``entry`` stands in it.

        The old rows stay until the new ones are there.
        """
        self.filter, self.query, self.order, self._entry = filter, query.strip(), order, entry
        self._generation += 1
        generation, source, question = self._generation, self._source, self.query
        if question:
            self._lane.run(
                lambda: source.search(question, filter, order, HITS, 0),
                owner=self,
                topic="list",
                done=lambda hits: self._found(generation, hits),
                failed=self._failed,
            )
            return
        self._lane.run(
            lambda: source.window(filter, 0, WINDOW),
            owner=self,
            topic="list",
            done=lambda first: self._listed(generation, first),
            failed=self._failed,
        )

    def refresh(self, entry: UUID | None = None) -> None:
        """Ask the present question again; rows that are seen stay until their new ones are there."""
        if self.query or self._showing_hits or not self._windows:
            self.ask(self.filter, self.query, self.order, entry)
            return
        self._entry = entry
        self._generation += 1
        generation, source, filter = self._generation, self._source, self.filter

        def look() -> Any:
            outline = source.outline(filter, entry)
            at = 0 if outline.place is None else outline.place // WINDOW
            return outline, {number: source.window(filter, number * WINDOW, WINDOW) for number in {0, at}}

        self._lane.run(
            look,
            owner=self,
            topic="list",
            done=lambda both: self._refreshed(generation, *both),
            failed=self._failed,
        )

    @property
    def more(self) -> bool:
        """Whether there may be more search results than those there are."""
        return self._more

    @property
    def showing_hits(self) -> bool:
        """Whether the rows are search results."""
        return self._showing_hits

    def row_at(self, row: int) -> Row | None:
        """The row, if it is there."""
        if self._showing_hits:
            return self._hits[row] if 0 <= row < len(self._hits) else None
        window = self._windows.get(row // WINDOW)
        return window[row % WINDOW] if window is not None and row % WINDOW < len(window) else None

    def row_of(self, entry_id: UUID) -> int | None:
        """Where an entry stands among the rows that are there."""
        if self._showing_hits:
            return next((at for at, row in enumerate(self._hits) if row.heading.id == entry_id), None)
        for number, window in self._windows.items():
            for at, row in enumerate(window):
                if row.heading.id == entry_id:
                    return number * WINDOW + at
        return None

    def replace(self, heading: Heading) -> bool:
        """Show an entry's new heading where it stands; false where it must be asked for (it moved, or is new)."""
        at = self.row_of(heading.id)
        old = None if at is None else self.row_at(at)
        if at is None or old is None or self._showing_hits or old.heading.day != heading.day:
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
        if not self._showing_hits and (row is None or index.row() // WINDOW in self._stale):
            self._want(index.row() // WINDOW)
        if role == ROW_ROLE:
            return row
        if row is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row.heading)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = row.heading
            day = QDate(heading.day.year, heading.day.month, heading.day.day)
            said = [title_of(heading), self._kinds.get(heading.kind, heading.kind), QLocale().toString(day)]
            if heading.star:
                said.append(self.tr("starred"))
            return ", ".join(said)
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

    def _listed(self, generation: int, first: Sequence[Heading]) -> None:
        if generation != self._generation:
            return
        self._reset(len(first), _months(first), {0: first})
        if self._entry is not None and (at := self.row_of(self._entry)) is not None:
            self.placed.emit(at)
        # whoever heard of the first rows may have asked something else by now
        if len(first) < WINDOW or generation != self._generation:
            return
        source, filter, entry = self._source, self.filter, self._entry
        self._lane.run(
            lambda: source.outline(filter, entry),
            owner=self,
            topic="list",
            done=lambda outline: self._outlined(generation, outline),
            failed=self._failed,
        )

    def _outlined(self, generation: int, outline: Outline) -> None:
        if generation != self._generation:
            return
        count = sum(entries for *_, entries in outline.months)
        self.months = outline.months
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self.loaded.emit(self._count)
        if outline.place is not None:
            self.placed.emit(outline.place)

    def _refreshed(self, generation: int, outline: Outline, fresh: Mapping[int, Sequence[Heading]]) -> None:
        if generation != self._generation:
            return
        kept = dict(self._windows)
        count = sum(entries for *_, entries in outline.months)
        self._reset(count, outline.months, fresh, kept)
        if outline.place is not None:
            self.placed.emit(outline.place)

    def _reset(
        self,
        count: int,
        months: Sequence[Month],
        fresh: Mapping[int, Sequence[Heading]],
        kept: Mapping[int, tuple[Row, ...]] | None = None,
    ) -> None:
        self.beginResetModel()
        self._count, self.months, self._hits, self._more, self._showing_hits = count, months, [], False, False
        self._windows = OrderedDict((number, window) for number, window in (kept or {}).items() if number not in fresh)
        self._stale = set(self._windows)
        self._windows.update((number, tuple(Row(heading) for heading in rows)) for number, rows in fresh.items())
        self._fetching.clear()
        self._wanted.clear()
        self.endResetModel()
        self.loaded.emit(count)

    def _found(self, generation: int, hits: Sequence[Hit]) -> None:
        if generation != self._generation:
            return
        self.beginResetModel()
        self._windows.clear()
        self._stale.clear()
        self._fetching.clear()
        self._wanted.clear()
        self._hits, self._showing_hits, self.months = [_row(hit) for hit in hits], True, ()
        self._count, self._more = len(self._hits), len(hits) == HITS
        self.endResetModel()
        self.loaded.emit(self._count)
        if self._entry is not None and (at := self.row_of(self._entry)) is not None:
            self.placed.emit(at)

    def _found_more(self, generation: int, hits: Sequence[Hit]) -> None:
        if generation != self._generation:
            return
        if hits:
            first = len(self._hits)
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
            self._hits += [_row(hit) for hit in hits]
            self._count, self._more = len(self._hits), len(hits) == HITS
            self.endInsertRows()
        self.loaded.emit(self._count)

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
        self._stale.discard(window)
        self._windows[window] = tuple(Row(heading) for heading in headings)
        while len(self._windows) > _WINDOWS_KEPT:
            self._stale.discard(self._windows.popitem(last=False)[0])
        last = min(self._count, (window + 1) * WINDOW) - 1
        self.dataChanged.emit(self.index(window * WINDOW), self.index(last))

    def _failed(self, error: Exception) -> None:
        self._fetching.clear()
        self.failed.emit(error)


def _months(headings: Sequence[Heading]) -> list[Month]:
    """The months of a stretch from the beginning of the list."""
    months: list[Month] = []
    for heading in headings:
        year, month = heading.day.year, heading.day.month
        if months and months[-1][:2] == (year, month):
            months[-1] = (year, month, months[-1][2] + 1)
        else:
            months.append((year, month, 1))
    return months


def _row(hit: Hit) -> Row:
    return Row(hit.heading, hit.snippet, hit.marks, hit.title_marks, found=True)
