"""The short hints of a reflective model: shown where a section is empty, gone as one writes, never in the text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.theme import Look

#: How a heading of a model is written in the text (``journal.practice.models.body``).
_HEADING = "## "


class SectionHints(QWidget):
    """Lies over the text and lets everything through; ``set_hints`` gives the hint of each heading."""

    def __init__(self, look: Look, edit: QTextEdit) -> None:
        super().__init__(edit.viewport())
        self._look, self._edit = look, edit
        self._hints: Mapping[str, str] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        edit.viewport().installEventFilter(self)
        edit.textChanged.connect(self.update)
        edit.verticalScrollBar().valueChanged.connect(self.update)
        look.changed.connect(self.update)
        self.hide()

    def set_hints(self, hints: Mapping[str, str]) -> None:
        """The hints to show, by the words of their headings."""
        self._hints = hints
        self.setVisible(bool(hints))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: as large as what it lies over."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._edit.viewport().rect())
        return False

    def shown(self) -> list[tuple[QTextBlock, str]]:
        """The empty lines that carry a hint now, and the hint."""
        found = []
        block = self._edit.document().begin()
        while block.isValid():
            following = block.next()
            if block.text().startswith(_HEADING):
                hint = self._hints.get(block.text()[len(_HEADING) :].strip())
                place = self._empty_line(following) if hint else None
                if hint and place is not None:
                    found.append((place, hint))
            block = following
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: each hint on the first line that is written on."""
        painter = QPainter(self)
        painter.setFont(self._look.serif(17, italic=True))
        painter.setPen(self._look.colour("ink-3"))
        layout = self._edit.document().documentLayout()
        up = self._edit.verticalScrollBar().value()
        for block, hint in self.shown():
            area = layout.blockBoundingRect(block).translated(QPointF(0, -up))
            if area.bottom() < 0 or area.top() > self.height():
                continue
            room = QRectF(area.left(), area.top(), self.width() - area.left() - 16, self._look.px(60))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), hint)
        painter.end()

    def _empty_line(self, block: QTextBlock) -> QTextBlock | None:
        """The line after the heading's empty line, where nothing but empty lines come before the next heading."""
        lines = []
        while block.isValid() and not block.text().startswith(_HEADING):
            if block.text().strip():
                return None
            lines.append(block)
            block = block.next()
        return lines[min(1, len(lines) - 1)] if lines else None
