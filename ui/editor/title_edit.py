"""The line an entry's title is written on, with a quiet line below likely names as in the text under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.text import Positions
from ui.theme import Look

if TYPE_CHECKING:
    from journal.anonymise.mentions import Mention

#: Pixels from the foot of the letters to their line.
_BELOW_PX = 2.5


@dataclass(frozen=True, slots=True)
class TitleMark:
    """One mention in the title; its place is that of the title it was looked for in, in UTF-16 units."""

    edit: TitleEdit = field(repr=False)
    start: int
    end: int
    mention: Mention

    @property
    def stands(self) -> bool:
        """Whether the words are still there."""
        places = Positions(text := self.edit.text())
        return text[places.from_qt(self.start) : places.from_qt(self.end)] == self.mention.name


class TitleEdit(QLineEdit):
    """``menu_asked`` carries its context menu, to add to before it is shown, and the place it is about."""

    menu_asked = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names: Sequence[TitleMark] = ()

    def marks_of(self, found: Sequence[Mention]) -> list[TitleMark]:
        """A mark for each mention in the title as it reads now."""
        places = Positions(self.text())
        return [TitleMark(self, places.to_qt(one.start), places.to_qt(one.end), one) for one in found]

    def show_names(self, marks: Sequence[TitleMark]) -> None:
        """Underline likely names quietly."""
        self._names = marks
        self.update()

    def replace(self, start: int, end: int, words: str) -> None:
        """Put ``words`` in the place of UTF-16 units: a step of undo of the line's own."""
        self.setSelection(start, end - start)
        self.insert(words)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the standard menu, and what others add about the place: the caret's, if a key asked for it."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(menu, self.cursorPosition() if by_key else self.cursorPositionAt(event.pos()))
        menu.popup(event.globalPos())

    def lines_below(self) -> list[QLineF]:
        """The stretches below the likely names whose words still stand, in pixels."""
        text, places = self.text(), Positions(self.text())
        letters = QFontMetricsF(self.font())
        caret = self.cursorRect()
        # the line scrolls: the caret says by how much
        left = caret.center().x() + 0.5 - letters.horizontalAdvance(text[: places.from_qt(self.cursorPosition())])
        below = caret.center().y() + (letters.ascent() - letters.descent()) / 2 + _BELOW_PX
        lines = []
        for mark in self._names:
            if mark.stands:
                start, end = (
                    left + letters.horizontalAdvance(text[: places.from_qt(at)]) for at in (mark.start, mark.end)
                )
                lines.append(QLineF(QPointF(start, below), QPointF(end, below)))
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the line, and dots below the likely names on it."""
        super().paintEvent(event)
        if self._names:
            painter = QPainter(self)
            painter.setClipRect(self.contentsRect())
            painter.setPen(QPen(self._look.colour("ink-3"), self._look.px(2), Qt.PenStyle.DotLine))
            for line in self.lines_below():
                painter.drawLine(line)
            painter.end()
