"""The draft of a review, in which a person writes. The review keeps the text and its undo; this shows and tells."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.review.pane import ReviewPane
from ui.text import Positions, document_text
from ui.theme import Look


class DraftPane(ReviewPane):
    """``edited`` carries ``[start, end)`` of the text before, in code points, and what stands there now.

    Its document has no undo of its own: ``undo_asked`` and ``redo_asked`` are for the review, which takes back typing
    and decisions alike.
    """

    edited = Signal(int, int, str)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, parent)
        self.setAcceptRichText(False)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().contentsChange.connect(self._changed)

    def set_editable(self, editable: bool) -> None:
        """Whether a person can write here."""
        self.setReadOnly(not editable)
        if not editable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            )

    def undo(self) -> None:
        """Qt's slot, called by the menu: the review's undo."""
        self.undo_asked.emit()

    def redo(self) -> None:
        """Qt's slot, called by the menu: the review's redo."""
        self.redo_asked.emit()

    def put_caret(self, position: int) -> None:
        """Put the caret at a code point."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt: only text can be pasted."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: paste as plain text, line ends as ours."""
        self.textCursor().insertText(source.text().replace("\r\n", "\n").replace("\r", "\n"))
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: undo and redo are the review's; the core knows one kind of line end."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press on selected text lets it go, so that text cannot be dragged out of the window."""
        cursor = self.textCursor()
        if event.button() is Qt.MouseButton.LeftButton and cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def _changed(self, _position: int, _removed: int, _added: int) -> None:
        # Qt's own figures take in more than was typed (a whole block, the end of the document): the texts are compared
        if self._showing:
            return
        new, old = document_text(self.document()), self._text
        if new == old:
            return
        positions = Positions(new)
        start, end, text = difference(old, new, positions.from_qt(self.textCursor().position()))
        self._text, self._positions = new, positions
        self.edited.emit(start, end, text)


def difference(old: str, new: str, caret: int) -> tuple[int, int, str]:
    """What an edit that left the caret at ``caret`` of ``new`` replaced in ``old``, and by what.

    The caret tells which of several equal letters was typed.
    """
    grown = len(new) - len(old)
    bound = min(len(old), len(new), max(0, caret - max(0, grown)))
    start = _prefix(old, new, bound)
    most = min(len(old), len(new)) - start
    tail = _prefix(old[::-1][:most], new[::-1][:most], most)
    return start, len(old) - tail, new[start : len(new) - tail]


def _prefix(one: str, other: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
