"""One of the two texts of a review: the findings marked by ground, underline and border, the paragraphs in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.clipboard import secret_mime
from ui.review.mark_painting import TEXT_PX, TITLE_PX, MarkPainting
from ui.review.spans import ByPlace, Marks
from ui.text import Positions, select
from ui.theme import Look
from ui.widgets.markdown_look import MarkdownHighlighter

#: The gap between two paragraphs, in pixels at the standard text size.
_GAP = 9
#: Line height of text and title, per cent of their size.
_TEXT_PERCENT, _TITLE_PERCENT = 160, 125
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class ReviewPane(QTextEdit):
    """``clicked`` carries the index of the finding under the mouse; ``picked`` that the selection changed.

    ``menu_asked`` carries the place on the screen where a menu about the selection is wanted.
    """

    clicked = Signal(int)
    picked = Signal(bool)
    menu_asked = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._title_end = 0
        self._marks: ByPlace = Marks()
        self._current: frozenset[int] = frozenset()
        self._positions = Positions("")
        self._showing = False
        self._spaced = self._measures()
        self.setProperty("look", "reading")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setViewportMargins(24, 16, 20, 8)
        # on the grounds of findings too the signs can be read
        self._markdown = MarkdownHighlighter(self.document(), look, px=TEXT_PX, mark="ink-2")
        self._painting = MarkPainting(self.document(), look)
        look.changed.connect(self._relook)
        self.selectionChanged.connect(lambda: self.picked.emit(self.textCursor().hasSelection()))

    @property
    def text(self) -> str:
        """The text as it was last shown or typed."""
        return self._text

    def show_text(self, text: str, marks: ByPlace, title_end: int, *, moved: bool = False) -> None:
        """Show ``text`` with its marks; only what differs is written. The title is set larger.

        ``moved``: the marks look as before and stand with the same words, so that what Qt paints anew is enough.
        """
        if text != self._text or title_end != self._title_end:
            self._showing = True
            try:
                with self._markdown.in_turns(0 if self._text else len(text)):
                    self._write(text, title_end)
            finally:
                self._showing = False
        if moved:
            self._marks = marks
        else:
            self.show_marks(marks)

    def show_marks(self, marks: ByPlace) -> None:
        """Show other marks over the same text."""
        self._marks = marks
        self.viewport().update()

    def set_current(self, findings: frozenset[int], *, scroll: bool = True) -> None:
        """Mark the findings that are being looked at, and bring the first into view."""
        self._current = findings
        self.viewport().update()
        first = self._marks.first_of(findings)
        if first is not None and scroll:
            self.setTextCursor(select(self.document(), first.span.start, first.span.start, self._positions))
            self.ensureCursorVisible()

    def marked(self, *, waiting: bool = False) -> list[str]:
        """The words under each mark; with ``waiting`` only under those still to be decided."""
        return [self._text[m.span.start : m.span.end] for m in self._marks.all if m.waiting or not waiting]

    def selection(self) -> tuple[int, int]:
        """What is selected, in code points."""
        cursor = self.textCursor()
        return self._positions.from_qt(cursor.selectionStart()), self._positions.from_qt(cursor.selectionEnd())

    def place_at_top(self) -> tuple[int, float]:
        """The place in the text where the paragraph at the top begins, and how much of it is scrolled away, 0 to 1."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        area = self.document().documentLayout().blockBoundingRect(block)
        gone = (self.verticalScrollBar().value() - area.top()) / max(1.0, area.height())
        return self._positions.from_qt(block.position()), min(max(gone, 0.0), 1.0)

    def bring_to_top(self, place: int, gone: float) -> None:
        """Scroll so that the paragraph of ``place`` is as far up as ``gone`` says."""
        block = self.document().findBlock(self._positions.to_qt(place))
        area = self.document().documentLayout().blockBoundingRect(block)
        self.verticalScrollBar().setValue(round(area.top() + gone * area.height()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: what is copied: plain text, marked as secret."""
        return secret_mime(self.textCursor().selectedText().replace("\u2029", "\n"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the page makes the menu, since it is about the review."""
        self.menu_asked.emit(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a finding tells which."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection() or event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self._positions.from_qt(self.cursorForPosition(event.position().toPoint()).position())
        # a caret behind the last letter touches its mark
        for mark in self._marks.within(at - 1, at + 1)[:1]:
            self.clicked.emit(mark.span.finding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the marks lie below the words. Only those that are painted anew are asked where they are."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.translate(-across, -down)
        area = QRectF(event.rect()).translated(across, down)
        self._painting.paint(painter, area, self._marks, self._positions, self._current)
        painter.end()
        super().paintEvent(event)

    # writing what differs
    def _write(self, text: str, title_end: int) -> None:
        bar = self.verticalScrollBar().value()
        caret = self.textCursor().position()
        self._markdown.titled = self._painting.titled = title_end > 0
        new, fresh = text.split("\n"), not self._text
        old = self._first_line(new) if fresh else self._text.split("\n")
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        before, after = old[head : len(old) - tail], new[head : len(new) - tail]
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if fresh or len(before) != len(after):
            self._replace_lines(cursor, head, len(before), after)
            self._space(cursor, title_end, 0 if fresh else head, head + len(after))
        else:
            for number in range(len(after) - 1, -1, -1):
                self._replace_in_line(cursor, head + number, before[number], after[number], title_end)
        cursor.endEditBlock()
        self._text, self._title_end = text, title_end
        self._positions = Positions(text)
        if caret <= self.document().characterCount() - 1:
            moved = self.textCursor()
            moved.setPosition(caret)
            self.setTextCursor(moved)
        self.verticalScrollBar().setValue(bar)

    def _first_line(self, lines: Sequence[str]) -> Sequence[str]:
        """Write the first of new lines alone and put the caret before it.

        A caret at the end of all of them, where it stays when they are inserted at it, has the whole text laid out
        once more: 15 of 35 ms for 20,000 words.
        """
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(lines[0])
        cursor.setPosition(0)
        self.setTextCursor(cursor)
        return lines[:1]

    def _replace_lines(self, cursor: QTextCursor, first: int, count: int, lines: Sequence[str]) -> None:
        document = self.document()
        start = document.findBlockByNumber(first)
        if count == 0:
            # before the line that comes next, or after the last
            if start.isValid():
                cursor.setPosition(start.position())
                cursor.insertText("".join(f"{line}\n" for line in lines))
            else:
                cursor.movePosition(QTextCursor.MoveOperation.End)
                cursor.insertText("".join(f"\n{line}" for line in lines))
            return
        end = document.findBlockByNumber(first + count - 1)
        last = end.position() + end.length() - 1
        cursor.setPosition(start.position())
        if lines:
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("\n".join(lines))
        elif end.next().isValid():
            cursor.setPosition(last + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.setPosition(max(0, start.position() - 1))
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _replace_in_line(self, cursor: QTextCursor, number: int, old: str, new: str, title_end: int) -> None:
        if old == new:
            return
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        places = Positions(old)
        block = self.document().findBlockByNumber(number)
        cursor.setPosition(block.position() + places.to_qt(head))
        cursor.setPosition(block.position() + places.to_qt(len(old) - tail), QTextCursor.MoveMode.KeepAnchor)
        heavy = number == 0 and title_end > 0
        cursor.insertText(new[head : len(new) - tail], self._heavy() if heavy else QTextCharFormat())

    def _space(self, cursor: QTextCursor, title_end: int, first: int, last: int) -> None:
        """Give the lines ``[first, last)`` their height: the empty ones between paragraphs are narrow."""
        spacing, gap, close = QTextBlockFormat(), QTextBlockFormat(), QTextBlockFormat()
        spacing.setLineHeight(self._look.line_percent(_TEXT_PERCENT), _PROPORTIONAL)
        # a title of two lines is one thing: no more room between them than large letters need
        close.setLineHeight(self._look.line_percent(_TITLE_PERCENT), _PROPORTIONAL)
        close.setBottomMargin(self._look.px(_GAP))
        gap.setLineHeight(self._look.px(_GAP), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() < last:
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            is_title = block.blockNumber() == 0 and title_end > 0
            cursor.setBlockFormat(close if is_title else spacing if block.text().strip() else gap)
            cursor.setCharFormat(self._heavy() if is_title else QTextCharFormat())
            block = block.next()

    def _measures(self) -> tuple[float, str]:
        return self._look.scale, self._look.writing_family

    def _heavy(self) -> QTextCharFormat:
        heavy = QTextCharFormat()
        heavy.setFont(self._look.serif(TITLE_PX, bold=True))
        return heavy

    def _relook(self) -> None:
        # colours change no height: laid out anew for them 20,000 words would take 60 ms
        spaced, self._spaced = self._spaced, self._measures()
        if self._text and spaced != self._spaced:
            self._showing = True
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            self._space(cursor, self._title_end, 0, self.document().blockCount())
            cursor.endEditBlock()
            self._showing = False
        self.viewport().update()


def _alike(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items two sequences have alike at their beginning."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
