"""The list of entries on the screen: month headings between the rows, and as quick at 100,000 rows as at ten.

``QListView`` would ask Python for the height of every row. Here rows have one height and headings another, so that
every place is a sum (``months.py``); Qt is asked for nothing but painting what is seen, keys, the mouse and what
screen readers need. Headings are painted between the rows and are no rows: an arrow key goes from entry to entry.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.theme import Look
from ui.timeline.months import Bands, Month

_HEAD_TOP, _HEAD_BELOW, _SIDE = 14, 8, 17
#: Pixels for one notch of the wheel, at the standard text size.
_STEP = 28

Index = QModelIndex | QPersistentModelIndex
Action = QAbstractItemView.CursorAction


class EntryList(QListView):
    """``entered``: Enter on a row; ``left``: Escape; ``delete_asked``: the delete key."""

    entered = Signal(QModelIndex)
    left = Signal()
    delete_asked = Signal()

    def __init__(self, look: Look, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._months: Sequence[Month] = ()
        self._row_px = row_height
        self._bands = Bands((), 0, row_height, 0)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(False)

    def set_row_height(self, row_px: int) -> None:
        """Rows are ``row_px`` high from now on."""
        self._row_px = row_px
        self.doItemsLayout()

    def set_months(self, months: Sequence[Month]) -> None:
        """Put headings above these months; none: no headings."""
        self._months = months
        self.doItemsLayout()

    def head_height(self) -> int:
        """The height of a month's heading, in pixels."""
        return self._look.px(11) + _HEAD_TOP + _HEAD_BELOW + 4

    def whole_rows(self) -> int:
        """How many rows fit on the screen: what a page key moves by."""
        return max(1, self.viewport().height() // self._row_px - 1)

    # where things are
    def doItemsLayout(self) -> None:
        """Qt: nothing is measured; the sums are made anew."""
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        self._bands = Bands(self._months, rows, self._row_px, self.head_height())
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Qt: how far one can scroll."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._look.px(_STEP))
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._bands.height - height))

    def verticalOffset(self) -> int:
        """Qt: pixels scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Qt: never sideways."""
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt: what is still seen is moved, the rest painted."""
        self.viewport().scroll(0, dy)

    def visualRect(self, index: Index) -> QRect:
        """Qt: a row's place on the screen."""
        if not index.isValid():
            return QRect()
        top = self._bands.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_px)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Qt: the row at a place; none on a heading."""
        row = self._bands.row(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Qt: bring a row onto the screen, with the heading above it if it is a month's first."""
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bottom = self._bands.top(index.row()) + self._row_px
        top = self._bands.top(index.row() - 1) + self._row_px if index.row() else 0
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue((top + bottom - height) // 2)
        elif top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Qt: what is painted anew when the choice moves."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Qt: the row under the mouse."""
        index = self.indexAt(rect.bottomRight())
        if index.isValid():
            self.selectionModel().select(index, command)

    # keys
    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Qt: from entry to entry; a page at a time; the first, the last."""
        rows = self.model().rowCount()
        if not rows:
            return QModelIndex()
        now = self.currentIndex().row()
        steps = {
            Action.MoveUp: -1,
            Action.MovePrevious: -1,
            Action.MoveDown: 1,
            Action.MoveNext: 1,
            Action.MovePageUp: -self.whole_rows(),
            Action.MovePageDown: self.whole_rows(),
            Action.MoveHome: -rows,
            Action.MoveEnd: rows,
        }
        if now < 0 and action not in (Action.MoveEnd, Action.MovePageDown):
            row = 0
        else:
            row = max(0, min(rows - 1, max(now, 0) + steps.get(action, 0)))
        return self.model().index(row, 0)

    def keyboardSearch(self, search: str) -> None:
        """Qt: typing does not look through the rows; Ctrl+K searches."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens, Escape leaves, Delete asks; the rest is Qt's."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex())
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and key == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    # painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the rows and headings that are seen, no others."""
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event)
        finally:
            # a painter left open would end the program
            painter.end()

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        seen, offset = event.rect(), self.verticalOffset()
        top, bottom = seen.top() + offset, seen.bottom() + 1 + offset
        self._paint_headings(painter, top, bottom, offset)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        current, focus = self.currentIndex(), self.hasFocus()
        for row in self._bands.rows(top, bottom - 1):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = QStyle.StateFlag.State_Enabled
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if focus and index == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)

    def _paint_headings(self, painter: QPainter, top: int, bottom: int, offset: int) -> None:
        font = self._look.sans(11)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._look.px(1))
        painter.setFont(font)
        painter.setPen(self._look.colour("ink-2"))
        for band in self._bands.seen(top, bottom):
            box = QRect(_SIDE, band.top - offset, self.viewport().width() - 2 * _SIDE, band.height - _HEAD_BELOW)
            words = painter.fontMetrics().elidedText(
                month_words(band.year, band.month), Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)


def month_words(year: int, month: int) -> str:
    """``NOVEMBER 2026``, in the person's own language."""
    return f"{QLocale().standaloneMonthName(month)} {year}".upper()
