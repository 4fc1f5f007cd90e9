"""Draws a few lines of text in which some places are marked, with an ellipsis where it does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui.text import Positions


@dataclass(frozen=True, slots=True)
class MarkedText:
    """``marks`` count code points of ``text``; ``ground`` and ``ink`` are the colours of a mark."""

    text: str
    marks: Sequence[tuple[int, int]]
    font: QFont
    ground: QColor
    ink: QColor


def draw_marked(painter: QPainter, marked: MarkedText, box: QRectF, lines: int = 1) -> None:
    """Up to ``lines`` lines in ``box``, in the painter's pen."""
    text = marked.text.replace("\n", " ")
    positions = Positions(text)
    layout, overflow = _laid_out(text, positions, marked, box, lines)
    if overflow:
        start = positions.from_qt(layout.lineAt(layout.lineCount() - 1).textStart())
        room = int(box.width())
        rest = QFontMetrics(marked.font).elidedText(text[start:], Qt.TextElideMode.ElideRight, room)
        text = text[:start] + rest
        layout, _ = _laid_out(text, Positions(text), marked, box, lines)
    layout.draw(painter, box.topLeft())


def fits_one_line(text: str, font: QFont, width: float) -> bool:
    """Whether ``text`` is no wider than ``width`` pixels."""
    return QFontMetricsF(font).horizontalAdvance(text) <= width


def _laid_out(text: str, positions: Positions, marked: MarkedText, box: QRectF, lines: int) -> tuple[QTextLayout, bool]:
    layout = QTextLayout(text, marked.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(positions, start, end, marked) for start, end in marked.marks if end <= len(text)])
    layout.beginLayout()
    end = 0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, number * box.height() / lines))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, end < positions.to_qt(len(text))


def _format(positions: Positions, start: int, end: int, marked: MarkedText) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setBackground(marked.ground)
    style.setForeground(marked.ink)
    made = QTextLayout.FormatRange()
    made.start = positions.to_qt(start)
    made.length = positions.to_qt(end) - made.start
    made.format = style
    return made
