"""One of the two texts of a review: read, with the findings marked by ground and underline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.clipboard import secret_mime
from ui.review.spans import Span
from ui.text import Positions, document_text, select
from ui.theme import Look

_UNDERLINES = {
    "direct": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "quasi": QTextCharFormat.UnderlineStyle.DashUnderline,
    "author": QTextCharFormat.UnderlineStyle.DotLine,
    "keep": QTextCharFormat.UnderlineStyle.NoUnderline,
}


class ReviewPane(QTextEdit):
    """``clicked`` carries the index of the finding under the mouse; ``picked`` that the selection changed."""

    clicked = Signal(int)
    picked = Signal(bool)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._spans: list[tuple[Span, str]] = []
        self._current: frozenset[int] = frozenset()
        self._positions = Positions("")
        self.setProperty("look", "reading")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setViewportMargins(24, 16, 20, 8)
        look.changed.connect(self._mark)
        self.selectionChanged.connect(lambda: self.picked.emit(self.textCursor().hasSelection()))

    def show_text(self, text: str, spans: Sequence[tuple[Span, str]], title_end: int) -> None:
        """Show ``text`` with its marks: spans with the role of their colour. The title is set larger."""
        self._spans = list(spans)
        self._positions = Positions(text)
        if text != document_text(self.document()):
            bar = self.verticalScrollBar().value()
            # else the new text takes the title's form: Qt gives it that of the caret's place
            self.setCurrentCharFormat(QTextCharFormat())
            self.setPlainText(text)
            self._space(title_end)
            self.verticalScrollBar().setValue(bar)
        self._mark()

    def set_current(self, findings: frozenset[int], *, scroll: bool = True) -> None:
        """Mark the findings that are being looked at, and bring the first into view."""
        self._current = findings
        self._mark()
        first = next((span for span, _ in self._spans if span.finding in findings), None)
        if first is not None and scroll:
            cursor = select(self.document(), first.start, first.start, self._positions)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def selection(self) -> tuple[int, int]:
        """What is selected, in code points."""
        cursor = self.textCursor()
        return (
            self._positions.from_qt(cursor.selectionStart()),
            self._positions.from_qt(cursor.selectionEnd()),
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: what is copied: plain text, marked as secret."""
        return secret_mime(self.textCursor().selectedText().replace("\u2029", "\n"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a finding tells which."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        at = self._positions.from_qt(self.cursorForPosition(event.position().toPoint()).position())
        for span, _ in self._spans:
            if span.start <= at <= span.end:
                self.clicked.emit(span.finding)
                return

    def _space(self, title_end: int) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(126, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        cursor.setCharFormat(QTextCharFormat())
        if title_end:
            heavy = QTextCharFormat()
            heavy.setFont(self._look.serif(23, bold=True))
            select(self.document(), 0, title_end, self._positions).mergeCharFormat(heavy)

    def _mark(self) -> None:
        made = []
        for span, role in self._spans:
            mark = QTextEdit.ExtraSelection()
            style = QTextCharFormat()
            style.setBackground(self._look.colour(f"{role}-ground"))
            style.setUnderlineStyle(_UNDERLINES[role])
            style.setUnderlineColor(self._look.colour(role))
            if span.finding in self._current:
                style.setBackground(self._look.colour(role))
                style.setForeground(self._look.colour("paper"))
            mark.format = style
            mark.cursor = select(self.document(), span.start, span.end, self._positions)
            made.append(mark)
        self.setExtraSelections(made)
