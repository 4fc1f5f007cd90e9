"""Words that wrap, set with room between the lines: Qt's own labels set them as tight as the font allows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

#: Line height in parts of the text size (Bringhurst, "The Elements of Typographic Style", 2.2.1); the pictures of the
#: design have 1.45 below its 13 px. Large serif titles need less.
LEADING, _TITLE_LEADING = 1.45, 1.25
_TITLES = ("title", "heading")
#: Widths for which a label keeps its lines; a layout tries two or three.
_WIDTHS = 8
#: Letters of the longest word that a label keeps room for on one line: "responsibilities".
_WIDEST_WORD = 16
#: Height of an empty line, in parts of one with words.
_PARAGRAPH = 0.5


class Setting:
    """``text`` in ``font``, broken at ``width`` pixels: as high as ``height``, one line as high as Qt makes it."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        *,
        leading: float = LEADING,
    ) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(align)
        # a long path breaks where it must, so that nothing is cut off
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        metrics = QFontMetricsF(font)
        step = round(font.pixelSize() * leading)
        self._layout.beginLayout()
        below, lowest = 0.0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, below))
            lowest = below
            # between paragraphs half a line is enough
            below += step if line.naturalTextWidth() else step * _PARAGRAPH
        self._layout.endLayout()
        self.height = round(metrics.height() + lowest)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it in the painter's pen, its upper left corner ``at``."""
        self._layout.draw(painter, at)


class Prose(QLabel):
    """A label that wraps. One that names a control (``setBuddy``) is drawn by Qt, for its underlined letter."""

    # layouts ask for the height at a width many times over: what was set for which words, by width
    _of: tuple[object, ...] = ()
    _kept: dict[int, Setting]

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # plain text only: nothing that somebody typed is read as markup
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as its lines."""
        if not self._own():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        return self._set(width - margins.left() - margins.right()).height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Qt: the width that a label of its own would like."""
        wanted = super().sizeHint()
        return QSize(wanted.width(), self.heightForWidth(wanted.width())) if self._own() else wanted

    def minimumSizeHint(self) -> QSize:
        """Qt: a long address breaks anywhere, so it asks for no more width than ordinary words do."""
        least = super().minimumSizeHint()
        if not self._own():
            return least
        widest = QFontMetrics(self.font()).averageCharWidth() * _WIDEST_WORD
        return QSize(min(least.width(), widest), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the lines."""
        if not self._own():
            super().paintEvent(event)
            return
        inside = self.contentsRect()
        setting = self._set(inside.width())
        top = inside.top() + (0 if self.alignment() & Qt.AlignmentFlag.AlignTop else _half(inside, setting.height))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        setting.draw(painter, QPointF(inside.left(), top))
        # told, not left to the frame's end: whoever measures calls may hold the frame longer than Qt holds the surface
        painter.end()

    def _own(self) -> bool:
        return bool(self.text()) and self.buddy() is None

    def _set(self, width: int) -> Setting:
        self.ensurePolished()
        leading = _TITLE_LEADING if self.property("look") in _TITLES else LEADING
        align = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        what = (self.text(), self.font().key(), align, leading)
        if what != self._of:
            # nothing is kept of words that are not shown any more
            self._of, self._kept = what, {}
        if width not in self._kept:
            if len(self._kept) >= _WIDTHS:
                self._kept.clear()
            self._kept[width] = Setting(self.text(), self.font(), width, align, leading=leading)
        return self._kept[width]


class OneLine(QLabel):
    """Words that give way where there is little room, ending in an ellipsis; all of them are in the tool tip then."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Qt: it can all but go."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: as much of it as there is room for."""
        inside = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inside, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)
        painter.end()
        self.setToolTip("" if shown == self.text() else self.text())


def _half(inside: QRect, height: int) -> int:
    return max(0, (inside.height() - height) // 2)
