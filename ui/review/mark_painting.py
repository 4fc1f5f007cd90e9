"""Where marks stand in a laid-out text, line by line, and how they are drawn. Only lines in sight are asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from ui.review.spans import ByPlace, Mark, Marks
from ui.text import Positions
from ui.theme import Look
from ui.widgets.markdown import heading_level
from ui.widgets.markdown_look import heading_size

#: Sizes at the standard text size, in pixels.
TITLE_PX, TEXT_PX = 23, 16
#: risk -> how its underline is drawn: colour is never the only sign
_UNDERLINES = {
    "direct": Qt.PenStyle.SolidLine,
    "quasi": Qt.PenStyle.DashLine,
    "author": Qt.PenStyle.DotLine,
    "keep": Qt.PenStyle.NoPen,
}
#: Pixels at the standard text size: corners, and how far a mark reaches past its words.
_CORNER, _REACH = 3, 0.5


class MarkPainting:
    """Draws marks below the words of one document; ``titled``: its first line is a title, set larger."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self._document, self._look = document, look
        self.titled = False
        #: a look's font -> how far its letters reach; the same for every mark that is painted
        self._letters: dict[tuple[str, int, bool], tuple[float, float]] = {}

    def paint(
        self, painter: QPainter, area: QRectF, marks: ByPlace, positions: Positions, current: frozenset[int]
    ) -> None:
        """Draw what of ``marks`` lies in ``area``, in pixels of the document; ``current`` is being looked at."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, rect in self.placed(area, marks, positions):
            self._draw(painter, mark, rect, current=mark.span.finding in current)

    def placed(self, area: QRectF, marks: ByPlace, positions: Positions) -> Iterator[tuple[Mark, QRectF]]:
        """Each mark in ``area`` with where it stands, once for every line that it takes up."""
        lines = [
            (block, corner, line, block.position() + line.textStart()) for block, corner, line in self._lines(area)
        ]
        if not lines:
            return
        last = lines[-1][3] + lines[-1][2].textLength()
        # asked for once: marks of a long review are made when they are asked for
        seen = Marks(marks.within(positions.from_qt(lines[0][3]), positions.from_qt(last)))
        for block, corner, line, start in lines:
            begin = block.position()
            for mark in seen.within(positions.from_qt(start), positions.from_qt(start + line.textLength())):
                rect = self._on_line(
                    block, line, positions.to_qt(mark.span.start) - begin, positions.to_qt(mark.span.end) - begin
                )
                if rect is not None:
                    yield mark, rect.translated(corner)

    def _lines(self, area: QRectF) -> Iterator[tuple[QTextBlock, QPointF, QTextLine]]:
        """The lines in ``area`` with the corner of their paragraph. One of 5,000 words has 500 lines, 40 in sight."""
        layout = self._document.documentLayout()
        block = self._document.findBlock(layout.hitTest(area.topLeft(), Qt.HitTestAccuracy.FuzzyHit))
        while block.isValid():
            corner = layout.blockBoundingRect(block).topLeft()
            lines = block.layout()
            count = lines.lineCount()
            first = bisect_right(range(count), area.top() - corner.y(), key=lambda at: _bottom(lines.lineAt(at)))
            for number in range(first, count):
                line = lines.lineAt(number)
                if corner.y() + line.y() > area.bottom():
                    return
                yield block, corner, line
            if corner.y() > area.bottom():
                return
            block = block.next()

    def _on_line(self, block: QTextBlock, line: QTextLine, start: int, end: int) -> QRectF | None:
        """Where ``[start, end)`` of a paragraph stands on one of its lines; ``None`` where no word of it does."""
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if last < end:
            # no ground under the space at which a line was broken
            last = first + len(block.text()[first:last].rstrip(" "))
        if first >= last:
            return None
        left, right = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
        above, below = self._heights(block)
        base = line.y() + line.ascent()
        return QRectF(left - _REACH, base - above, right - left + 2 * _REACH, above + below)

    def _heights(self, block: QTextBlock) -> tuple[float, float]:
        """How far a line's letters reach above and below what they stand on: a title's, a heading's or the text's."""
        size, bold = float(TITLE_PX), True
        if block.blockNumber() > 0 or not self.titled:
            level = heading_level(block.text())
            size, bold = TEXT_PX * heading_size(level), level > 0
        which = self._look.writing_family, self._look.px(size), bold
        if which not in self._letters:
            metrics = QFontMetricsF(self._look.serif(size, bold=bold))
            self._letters[which] = metrics.capHeight() * 1.35, metrics.descent() * 0.95
        return self._letters[which]

    def _draw(self, painter: QPainter, mark: Mark, rect: QRectF, *, current: bool) -> None:
        colour = self._look.colour(mark.role)
        corner = self._look.px(_CORNER)
        edge = QPen(Qt.PenStyle.NoPen)
        if current:
            edge = QPen(colour, 1.6, Qt.PenStyle.DashLine if mark.asked else Qt.PenStyle.SolidLine)
        elif mark.waiting:
            edge = QPen(colour, 1.2, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(self._look.colour(f"{mark.role}-ground"))
        painter.drawRoundedRect(rect, corner, corner)
        if not current and not mark.waiting:
            painter.setPen(QPen(colour, 2, _UNDERLINES[mark.role]))
            painter.drawLine(rect.bottomLeft() + QPointF(1, 0), rect.bottomRight() - QPointF(1, 0))


def _bottom(line: QTextLine) -> float:
    return line.y() + line.height()


def _x(found: object) -> float:
    """Qt gives the place alone or, by its other signature, with the position it was asked for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
