"""The field one writes in: serif text in a column of about 68 characters, plain text in and out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.clipboard import secret_mime
from ui.editor.edits import Edit, new_line
from ui.editor.find import first_place
from ui.editor.name_marks import NameMark, lines_below
from ui.editor.smart_quotes import smartened
from ui.text import Positions, document_text
from ui.theme import Look
from ui.widgets.markdown import is_quotation
from ui.widgets.markdown_look import MarkdownHighlighter, in_code

#: Characters to a line (Bringhurst, "The Elements of Typographic Style", 2.1.2: 45 to 75, 66 ideal).
MEASURE = 68
_LEAST_MARGIN = 6
#: Pixels between the edge of the field and the text, where the bar of a quotation stands.
GUTTER = 16
_BAR_PX = 3
_BAR_OPACITY = 0.35


class WritingEdit(QTextEdit):
    """A ``QTextEdit`` that never holds more than plain text. ``placed`` when the column of text moved.

    ``menu_asked`` carries its context menu, to add to before it is shown, and the place it is about in UTF-16 units.
    """

    placed = Signal()
    menu_asked = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "writing")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text of the entry"))
        self.setPlaceholderText(self.tr("Begin anywhere."))
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._spacing = self._line_height()
        self._places: list[tuple[int, int]] = []
        self._names: Sequence[NameMark] = ()
        self.verticalScrollBar().valueChanged.connect(self._mark_shown)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(GUTTER)
        self.document().setUndoRedoEnabled(True)
        self._highlighter = MarkdownHighlighter(self.document(), look)
        self._relooking = False
        look.changed.connect(self._relook)

    def set_text(self, text: str) -> None:
        """Show ``text`` as if it had always been there: nothing to undo, nothing changed."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        # one change and no setPlainText before it: a long text is laid out and styled once
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self._line_format())
        cursor.insertText(text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    @property
    def restyling(self) -> bool:
        """Whether what ``textChanged`` says now is about the look of the words and not about the words."""
        return self._relooking or self._highlighter.restyling

    def text(self) -> str:
        """The text, every character kept."""
        return document_text(self.document())

    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return Positions(self.text()).from_qt(self.textCursor().position())

    def set_caret(self, position: int | str) -> None:
        """Put the caret at a code point, or where words first stand: at the beginning where they do not."""
        text, cursor = self.text(), self.textCursor()
        at = position if isinstance(position, int) else first_place(text, position) or 0
        cursor.setPosition(Positions(text).to_qt(at))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selection(self) -> tuple[int, int]:
        """What is selected, in code points; the caret twice where nothing is."""
        cursor, positions = self.textCursor(), Positions(self.text())
        return positions.from_qt(cursor.selectionStart()), positions.from_qt(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select code points, the caret at ``end``, and bring them into view."""
        self._select(self.textCursor(), start, end)

    def apply(self, change: Callable[[str, int, int], Edit]) -> None:
        """Do what ``change`` makes of the text and the selection, as a single step of undo."""
        if self.isReadOnly() or not self.isEnabled():
            return
        text = self.text()
        positions = Positions(text)
        cursor = self.textCursor()
        edit = change(text, positions.from_qt(cursor.selectionStart()), positions.from_qt(cursor.selectionEnd()))
        cursor.beginEditBlock()
        cursor.setPosition(positions.to_qt(edit.start))
        cursor.setPosition(positions.to_qt(edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text)
        cursor.endEditBlock()
        self._select(cursor, edit.first, edit.last)
        self.setFocus()

    def insert_paragraph(self, text: str) -> None:
        """Put ``text`` after the caret's paragraph, one empty line before it, as a single step of undo.

        Where it stands there already and nothing was written below it, as after a second click, it is not put twice.
        """
        cursor = self.textCursor()
        self.setFocus()
        if self.text()[: self.caret()].rstrip().endswith(text.strip()):
            return
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        block, former = cursor.block(), cursor.block().previous()
        gap = "\n\n" if block.text().strip() else "\n" if former.isValid() and former.text().strip() else ""
        cursor.beginEditBlock()
        cursor.insertText(gap + text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def mark_places(self, places: Sequence[tuple[int, int]], present: int) -> None:
        """Mark code points that were searched for; the ``present`` one by the selection, not by colour alone."""
        positions = Positions(self.text()) if places else None
        self._places = [
            (positions.to_qt(start), positions.to_qt(end))
            for at, (start, end) in enumerate(places)
            if at != present and positions is not None
        ]
        self._mark_shown()

    def show_names(self, marks: Sequence[NameMark]) -> None:
        """Underline likely names quietly; neither the text nor its undo history is touched."""
        self._names = marks
        self.viewport().update()

    def measure_px(self) -> int:
        """The width of the column of text: as many noughts, which is how a measure is set on the web ("68ch")."""
        return round(QFontMetricsF(self.font()).horizontalAdvance("0") * MEASURE)

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
        """Qt: Enter goes on with lists and quotations; Shift+Enter is an ordinary line; marks are set while typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if modifiers == Qt.KeyboardModifier.NoModifier and self._entered():
                return
            if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
                # the core knows one kind of line end; and Qt (6.11) takes Enter on an empty line that has a line
                # height for the end of a list: it makes no line, and drops the height for all that is typed below
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
                return
        super().keyPressEvent(event)
        if self._look.settings.smart_quotes and event.text() in ("'", '"', "-"):
            self._smarten(event.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bars beside quotations, then the text."""
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar_colour())
        for bar in self._bars(event.rect().toRectF()):
            painter.drawRect(bar)
        self._underline(painter)
        painter.end()
        super().paintEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the standard menu, and what others add about the place: the caret's, if a key asked for it."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        self.menu_asked.emit(menu, cursor.position())
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep the column in the middle."""
        self._place_column()
        super().resizeEvent(event)

    def side_margin(self) -> int:
        """Pixels left of the field's own edge; the text stands ``GUTTER`` further in."""
        return max(_LEAST_MARGIN, (self.width() - self.measure_px()) // 2 - GUTTER)

    def _place_column(self) -> None:
        # half of what is left, so that the scroll bar stays at the window's edge
        side = self.side_margin()
        self.setViewportMargins(side, 0, max(0, side - 12), 0)
        self.placed.emit()

    def _entered(self) -> bool:
        """Enter in a list or a quotation."""
        cursor = self.textCursor()
        block = cursor.block()
        if cursor.hasSelection() or in_code(block):
            return False
        line = block.text()
        made = new_line(line, Positions(line).from_qt(cursor.positionInBlock()))
        if made is None:
            return False
        if made.ends:
            _end_list(cursor)
        else:
            cursor.insertText("\n" + made.prefix)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _smarten(self, typed: str) -> None:
        """A step of undo of its own: undoing it gives back what was typed."""
        cursor = self.textCursor()
        block = cursor.block()
        if in_code(block):
            return
        line = block.text()
        before = line[: Positions(line).from_qt(cursor.positionInBlock())]
        change = smartened(before[:-1], typed) if before.endswith(typed) else None
        if change is not None:
            back, new = change
            cursor.beginEditBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, back)
            cursor.insertText(new)
            cursor.endEditBlock()
            self.setTextCursor(cursor)

    def _bars(self, shown: QRectF) -> list[QRectF]:
        """One for each run of quoted lines that can be seen, in the viewport's pixels."""
        layout = self.document().documentLayout()
        up = QPointF(0, -self.verticalScrollBar().value())
        bars: list[QRectF] = []
        joined = False
        block = self.cursorForPosition(shown.topLeft().toPoint()).block()
        while block.isValid():
            area = layout.blockBoundingRect(block).translated(up)
            if area.top() > shown.bottom():
                break
            quoted = is_quotation(block.text())
            if quoted:
                bar = QRectF(0, area.top() + 3, _BAR_PX, area.height() - 6)
                bars[-1:] = [bars[-1].united(bar)] if joined else [*bars[-1:], bar]
            joined = quoted
            block = block.next()
        return bars

    def _underline(self, painter: QPainter) -> None:
        """Dots below the likely names that can be seen."""
        if not self._names:
            return
        top = self.cursorForPosition(QPoint(0, 0)).block().position()
        bottom = self.cursorForPosition(self.viewport().rect().bottomRight()).block()
        painter.setPen(QPen(self._look.colour("ink-3"), self._look.px(2), Qt.PenStyle.DotLine))
        up = QPointF(0, -self.verticalScrollBar().value())
        for mark in self._names:
            if top <= mark.start <= bottom.position() + bottom.length() and mark.stands:
                for line in lines_below(mark):
                    painter.drawLine(line.translated(up))

    def _bar_colour(self) -> QColor:
        colour = self._look.colour("accent")
        colour.setAlphaF(_BAR_OPACITY)
        return colour

    def _mark_shown(self) -> None:
        """Mark the places that can be seen: each mark costs something at every paint."""
        corner = self.viewport().rect().bottomRight()
        first = bisect_left(self._places, (self.cursorForPosition(QPoint(0, 0)).position(), 0))
        last = bisect_right(self._places, (self.cursorForPosition(corner).position(), 0))
        style = self._found_format()
        marks = []
        for start, end in self._places[max(0, first - 1) : last]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self.textCursor()
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format = style
            marks.append(mark)
        if marks or self.extraSelections():
            self.setExtraSelections(marks)

    def _found_format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setBackground(self._look.colour("accent-soft"))
        made.setFontUnderline(True)
        return made

    def _select(self, cursor: QTextCursor, start: int, end: int) -> None:
        positions = Positions(self.text())
        cursor.setPosition(positions.to_qt(start))
        cursor.setPosition(positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _relook(self) -> None:
        self._place_column()
        spacing = self._line_height()
        if self._spacing != spacing:
            self._spacing = spacing
            caret, changed, text = self.caret(), self.document().isModified(), self.text()
            self._relooking = True
            self.set_text(text)
            self._relooking = False
            self.set_caret(caret)
            self.document().setModified(changed)

    def _line_height(self) -> float:
        """The setting counts in parts of the text size, as typographers do."""
        return self._look.line_percent(self._look.settings.line_percent)

    def _line_format(self) -> QTextBlockFormat:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return spacing


def _end_list(cursor: QTextCursor) -> None:
    """The empty item goes, and an empty line parts what is typed at the caret from what stands above and below.

    Without one it would belong to the item above (CommonMark 0.31, 5.1 and 5.2: a lazy continuation line). One step of
    undo.
    """
    block = cursor.block()
    former, following = block.previous(), block.next()
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if former.isValid() and former.text().strip():
        cursor.insertBlock()
    if following.isValid() and following.text().strip():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.endEditBlock()
