"""One of the two texts of a review: read, with the findings marked by ground, underline and border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.clipboard import secret_mime
from ui.review.spans import Span
from ui.text import Positions, document_text, select
from ui.theme import Look

#: risk -> how its underline is drawn: colour is never the only sign
_UNDERLINES = {
    "direct": Qt.PenStyle.SolidLine,
    "quasi": Qt.PenStyle.DashLine,
    "author": Qt.PenStyle.DotLine,
    "keep": Qt.PenStyle.NoPen,
}
#: Pixels at the standard text size: corners, the gap between two paragraphs, how far a mark reaches past its words.
_CORNER, _GAP, _REACH = 3, 9, 0.5
#: Line height of text and title, per cent of their size.
_TEXT_PERCENT, _TITLE_PERCENT = 160, 125
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with the role of its colour; ``waiting``: still to be decided, and so drawn with a dashed edge."""

    span: Span
    role: str
    waiting: bool = False


class ReviewPane(QTextEdit):
    """``clicked`` carries the index of the finding under the mouse; ``picked`` that the selection changed."""

    clicked = Signal(int)
    picked = Signal(bool)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: list[Mark] = []
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
        look.changed.connect(self.viewport().update)
        self.selectionChanged.connect(lambda: self.picked.emit(self.textCursor().hasSelection()))

    def show_text(self, text: str, marks: Sequence[Mark], title_end: int) -> None:
        """Show ``text`` with its marks. The title is set larger."""
        self._marks = list(marks)
        self._positions = Positions(text)
        if text != document_text(self.document()):
            bar = self.verticalScrollBar().value()
            # else the new text takes the title's form: Qt gives it that of the caret's place
            self.setCurrentCharFormat(QTextCharFormat())
            self.setPlainText(text)
            self._space(title_end)
            self.verticalScrollBar().setValue(bar)
        self.viewport().update()

    def set_current(self, findings: frozenset[int], *, scroll: bool = True) -> None:
        """Mark the findings that are being looked at, and bring the first into view."""
        self._current = findings
        self.viewport().update()
        first = next((mark.span for mark in self._marks if mark.span.finding in findings), None)
        if first is not None and scroll:
            cursor = select(self.document(), first.start, first.start, self._positions)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def marked(self, *, waiting: bool = False) -> list[str]:
        """The words under each mark; with ``waiting`` only under those still to be decided."""
        text = document_text(self.document())
        return [text[mark.span.start : mark.span.end] for mark in self._marks if mark.waiting or not waiting]

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
        for mark in self._marks:
            if mark.span.start <= at <= mark.span.end:
                self.clicked.emit(mark.span.finding)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the marks lie below the words."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(0, self.verticalScrollBar().value())
        for mark in self._marks:
            for rect in self._rects(mark.span):
                if rect.intersects(seen):
                    self._paint_mark(painter, mark, rect)
        painter.end()
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, mark: Mark, rect: QRectF) -> None:
        colour = self._look.colour(mark.role)
        corner = self._look.px(_CORNER)
        current = mark.span.finding in self._current
        edge = QPen(Qt.PenStyle.NoPen)
        if current:
            edge = QPen(colour, 1.6)
        elif mark.waiting:
            edge = QPen(colour, 1.2, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(self._look.colour(f"{mark.role}-ground"))
        painter.drawRoundedRect(rect, corner, corner)
        if not current and not mark.waiting:
            painter.setPen(QPen(colour, 2, _UNDERLINES[mark.role]))
            painter.drawLine(rect.bottomLeft() + QPointF(1, 0), rect.bottomRight() - QPointF(1, 0))

    def _rects(self, span: Span) -> Iterator[QRectF]:
        """Where a stretch stands in the document, line by line, in pixels."""
        start, end = self._positions.to_qt(span.start), self._positions.to_qt(span.end)
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            yield from self._rects_in(block, start - block.position(), end - block.position())
            block = block.next()

    def _rects_in(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        layout = block.layout()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            one, other = (float(_x(line.cursorToX(at))) for at in (first, last))
            font = QFontMetricsF(self._look.serif(23, bold=True) if _is_heavy(block) else self._look.serif(16))
            base = corner.y() + line.y() + line.ascent()
            top, bottom = base - font.capHeight() * 1.35, base + font.descent() * 0.95
            left, right = sorted((one, other))
            yield QRectF(corner.x() + left - _REACH, top, right - left + 2 * _REACH, bottom - top)

    def _space(self, title_end: int) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._look.line_percent(_TEXT_PERCENT), _PROPORTIONAL)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        cursor.setCharFormat(QTextCharFormat())
        gap = QTextBlockFormat()
        gap.setLineHeight(self._look.px(_GAP), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document().begin()
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).mergeBlockFormat(gap)
            block = block.next()
        if title_end:
            # a title of two lines is one thing: no more room between them than large letters need
            close = QTextBlockFormat()
            close.setLineHeight(self._look.line_percent(_TITLE_PERCENT), _PROPORTIONAL)
            close.setBottomMargin(self._look.px(_GAP))
            QTextCursor(self.document().begin()).mergeBlockFormat(close)
            heavy = QTextCharFormat()
            heavy.setFont(self._look.serif(23, bold=True))
            select(self.document(), 0, title_end, self._positions).mergeCharFormat(heavy)


def _is_heavy(block: QTextBlock) -> bool:
    formats = block.begin()
    return not formats.atEnd() and formats.fragment().charFormat().font().bold()


def _x(found: object) -> float:
    """Qt gives the place alone or, by its other signature, with the position it was asked for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
