"""The list of findings, worked through by keys."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from journal.anonymise.review import Review
from ui.review.row_delegate import RowDelegate
from ui.review.rows import Row, Rows
from ui.theme import Look

#: key -> what is asked for; the tool tips and the help name the same
_ASKED = {
    Qt.Key.Key_A: "accept",
    Qt.Key.Key_Return: "accept",
    Qt.Key.Key_Enter: "accept",
    Qt.Key.Key_C: "change",
    Qt.Key.Key_K: "keep",
    Qt.Key.Key_T: "treat",
    Qt.Key.Key_U: "reopen",
}
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_P: -1}


class FindingsList(QListView):
    """``went`` carries the row that is looked at now; ``asked`` what the keys asked for.

    What is asked is one of accept, accept_kind, change, keep, treat, reopen.
    """

    went = Signal(object)
    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(look, self.rows, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "findings")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("People and details"))
        self.setAccessibleDescription(
            self.tr("J and P go on and back. Enter accepts, C changes, K keeps, T treats otherwise, U takes back.")
        )
        self.selectionModel().currentChanged.connect(self._current_changed)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def row(self) -> Row | None:
        """The row that is looked at."""
        return self.rows.row(self.currentIndex().row())

    def show_review(self, review: Review | None) -> None:
        """Show another review, or none."""
        self.rows.show_review(review)
        if review is not None and self.rows.rowCount():
            self.go_to(max(0, self.rows.next_open(-1, 1)))

    def refresh(self) -> None:
        """Show the review as it stands now, at the same finding."""
        row = self.row
        self.rows.refresh()
        if row is not None and self.row is None:
            at = self.rows.of_finding(row.indexes[0])
            self.go_to(max(0, min(at, self.rows.rowCount() - 1)))

    def go_to(self, number: int) -> None:
        """Look at a row."""
        index = self.rows.index(number)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def go_on(self, step: int = 1) -> None:
        """Look at the next row that is open."""
        self.go_to(self.rows.next_open(self.currentIndex().row(), step))

    def show_finding(self, index: int) -> None:
        """Look at the row of a finding."""
        self.go_to(self.rows.of_finding(index))

    def shows_any(self, findings: Collection[int]) -> bool:
        """Whether the row that is looked at is about one of these findings."""
        row = self.row
        return row is not None and any(index in findings for index in row.indexes)

    def show_any(self, findings: Collection[int]) -> None:
        """Look at the row of the first of these findings, unless one of them is looked at."""
        if findings and not self.shows_any(findings):
            self.show_finding(min(findings))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys that the tool tips name. With Ctrl or Alt they are somebody else's."""
        key = Qt.Key(event.key())
        number = self.currentIndex().row()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ShiftModifier and key is Qt.Key.Key_A:
            self.asked.emit("accept_kind")
        elif held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _ASKED:
            self.asked.emit(_ASKED[key])
        elif key in _STEPS:
            self.go_to(min(max(0, number + _STEPS[key]), self.rows.rowCount() - 1))
        elif key is Qt.Key.Key_N:
            self.go_on()
        elif key is Qt.Key.Key_Right:
            self.rows.set_opened(number, True)
        elif key is Qt.Key.Key_Left:
            group = self.rows.group_row(number)
            self.go_to(group)
            self.rows.set_opened(group, False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: what is decided stays in sight when the card below takes more room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Qt: letters are keys here, and no search."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: whoever comes here sees the place in the text."""
        super().focusInEvent(event)
        self.went.emit(self.row)
        self.viewport().update()

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.went.emit(self.rows.row(current.row()))
