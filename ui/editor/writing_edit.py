"""The field one writes in: serif text in a column of about 68 characters, plain text in and out."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.clipboard import secret_mime
from ui.editor.highlighter import MarkdownHighlighter
from ui.text import Positions, document_text
from ui.theme import Look

#: Characters to a line (Bringhurst, "The Elements of Typographic Style", 2.1.2: 45 to 75, 66 ideal).
MEASURE = 68
_LEAST_MARGIN = 20


class WritingEdit(QTextEdit):
    """A ``QTextEdit`` that never holds more than plain text. ``placed`` when the column of text moved."""

    placed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "writing")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text of the entry"))
        self.setPlaceholderText(self.tr("Begin anywhere."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line_percent = look.settings.line_percent
        self._highlighter = MarkdownHighlighter(self.document(), look)
        look.changed.connect(self._relook)

    def set_text(self, text: str) -> None:
        """Show ``text`` as if it had always been there: nothing to undo, nothing changed."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._space_lines()
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def text(self) -> str:
        """The text, every character kept."""
        return document_text(self.document())

    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return Positions(self.text()).from_qt(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret at a code point."""
        cursor = self.textCursor()
        cursor.setPosition(Positions(self.text()).to_qt(position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_paragraph(self, text: str) -> None:
        """Put ``text`` after the caret's paragraph, one empty line before it, as a single step of undo."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        block, former = cursor.block(), cursor.block().previous()
        gap = "\n\n" if block.text().strip() else "\n" if former.isValid() and former.text().strip() else ""
        cursor.beginEditBlock()
        cursor.insertText(gap + text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def measure_px(self) -> int:
        """The width of the column of text."""
        return self.fontMetrics().averageCharWidth() * MEASURE

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: what is copied or cut: plain text, marked as secret."""
        return secret_mime(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt: only text can be pasted."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: paste as plain text, line ends as ours."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a press on selected text lets the selection go, so that text cannot be dragged out of the window."""
        cursor = self.textCursor()
        plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Shift+Enter makes an ordinary line, since the core knows one kind of line end."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep the column in the middle."""
        self._place_column()
        super().resizeEvent(event)

    def side_margin(self) -> int:
        """Pixels left of the column."""
        return max(_LEAST_MARGIN, (self.width() - self.measure_px()) // 2)

    def _place_column(self) -> None:
        # half of what is left, so that the scroll bar stays at the window's edge
        side = self.side_margin()
        self.setViewportMargins(side, 6, max(0, side - 12), 0)
        self.placed.emit()

    def _relook(self) -> None:
        self._place_column()
        if self._line_percent != self._look.settings.line_percent:
            self._line_percent = self._look.settings.line_percent
            caret, changed, text = self.caret(), self.document().isModified(), self.text()
            self.set_text(text)
            self.set_caret(caret)
            self.document().setModified(changed)

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._line_percent * 0.8, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        spacing.setBottomMargin(self._look.px(2))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
