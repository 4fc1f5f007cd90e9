"""Words that wrap, set with room between the lines: Qt's own labels set them as tight as the font allows."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.named import put

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QPaintEvent

#: Line height in parts of the text size (Bringhurst, "The Elements of Typographic Style", 2.2.1); the pictures of the
#: design have 1.45 below its 13 px. Large serif titles need less.
LEADING, _TITLE_LEADING = 1.45, 1.25
_TITLES = ("title", "heading")
#: Widths for which a label keeps its lines; a layout tries two or three.
_WIDTHS = 8
#: Heights that a label remembers, by width: as many as a window has while it is drawn wider.
_ANSWERS = 200
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
        *,
        centred: bool = False,
        leading: float = LEADING,
    ) -> None:
        metrics = QFontMetricsF(font)
        self._text, self._font = text, font
        self._at = QPointF(0, metrics.ascent())
        self._layout: QtGui.QTextLayout | None = None
        if text.isascii() and "\n" not in text and (wide := metrics.horizontalAdvance(text)) <= width:
            # one line, as most are: nothing is to be broken, and the first page does without what breaks lines
            if centred:
                self._at.setX((width - wide) / 2)
            self.height, self.least = round(metrics.height()), ceil(wide)
            return
        self._layout = QtGui.QTextLayout(text.replace("\n", "\u2028"), font)
        option = QtGui.QTextOption()
        # a long path breaks where it must, so that nothing is cut off
        option.setWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        step = round(font.pixelSize() * leading)
        self._layout.beginLayout()
        below, lowest, longest = 0.0, 0.0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            lowest, wide = below, line.naturalTextWidth()
            # not by the option's alignment: that would be one of Qt's enumerations (ui/widgets/named.py)
            line.setPosition(QPointF((width - wide) / 2 if centred else 0, below))
            longest = max(longest, wide)
            # between paragraphs half a line is enough
            below += step if wide else step * _PARAGRAPH
        self._layout.endLayout()
        self.height = round(metrics.height() + lowest)
        #: Down to this width, in pixels, it has the same lines: each of them fits, and no more words did before.
        self.least = ceil(longest)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw it in the painter's pen, its upper left corner ``at``."""
        if self._layout is not None:
            self._layout.draw(painter, at)
        else:
            former = painter.font()
            painter.setFont(self._font)
            painter.drawText(at + self._at, self._text)
            painter.setFont(former)


class Prose(QLabel):
    """A label that wraps. One that names a control (``setBuddy``) is drawn by Qt, for its underlined letter."""

    # layouts ask for the height at a width many times over: what was set for which words, by width, and how high it is
    # between which widths
    _of: tuple[object, ...] = ()
    _kept: dict[int, Setting]
    _heights: list[tuple[int, int, int]]
    _centred = False
    # what was answered, by width, and for which words; nothing once anything else changed
    _answered: str | None = None
    _answers: dict[int, int]

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._answers = {}
        # plain text only: nothing that somebody typed is read as markup
        put(self, textFormat="PlainText")
        self.setWordWrap(True)

    def centre(self) -> None:
        """Set each line in the middle."""
        self._centred = True
        put(self, alignment="AlignCenter")

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Qt: to the left or in the middle."""
        self._centred = bool(alignment & QtCore.Qt.AlignmentFlag.AlignHCenter)
        super().setAlignment(alignment)

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as its lines. Asked some thousand times while a page is filled, for the same few widths."""
        words = self.text()
        if words != self._answered or len(self._answers) > _ANSWERS:
            self._answers.clear()
        elif (answer := self._answers.get(width)) is not None:
            return answer
        if not self._own():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        answer = self._height(width - margins.left() - margins.right()) + margins.top() + margins.bottom()
        # after it was worked out, which may have styled the label and so changed its font
        self._answered, self._answers[width] = words, answer
        return answer

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font, or another look."""
        super().changeEvent(event)
        self._answered = None

    def setBuddy(self, buddy: QWidget) -> None:
        """Qt: it names a control from now on."""
        super().setBuddy(buddy)
        self._answered = None

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Qt: room around its lines."""
        super().setContentsMargins(left, top, right, bottom)
        self._answered = None

    def sizeHint(self) -> QSize:
        """Qt: the width that a label of its own would like."""
        wanted = super().sizeHint()
        if not self._own():
            return wanted
        if "\n" in self.text():
            return QSize(wanted.width(), self.heightForWidth(wanted.width()))
        # Qt has broken them at that width: as many lines, set with our leading
        font, margins = self.font(), self.contentsMargins()
        metrics = QFontMetricsF(font)
        lines = max(1, round((wanted.height() - margins.top() - margins.bottom()) / metrics.lineSpacing()))
        high = round(metrics.height() + (lines - 1) * round(font.pixelSize() * self._leading()))
        return QSize(wanted.width(), high + margins.top() + margins.bottom())

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
        top = inside.top() + _half(inside, setting.height)
        # in the colour of the label's words: Qt gives a painter of a widget that pen
        painter = QPainter(self)
        setting.draw(painter, QPointF(inside.left(), top))
        # told, not left to the frame's end: whoever measures calls may hold the frame longer than Qt holds the surface
        painter.end()

    def _own(self) -> bool:
        return bool(self.text()) and self.buddy() is None

    def _height(self, width: int) -> int:
        self._look_again()
        for least, most, height in self._heights:
            if least <= width <= most:
                return height
        setting = self._set(width)
        self._heights.append((min(setting.least, width), width, setting.height))
        return setting.height

    def _set(self, width: int) -> Setting:
        leading = self._look_again()
        if width not in self._kept:
            if len(self._kept) >= _WIDTHS:
                self._kept.clear()
                self._heights.clear()
            self._kept[width] = Setting(self.text(), self.font(), width, centred=self._centred, leading=leading)
        return self._kept[width]

    def _leading(self) -> float:
        return _TITLE_LEADING if self.property("look") in _TITLES else LEADING

    def _look_again(self) -> float:
        """Forget what was set of other words, or in another font; returns the leading."""
        self.ensurePolished()
        leading = self._leading()
        what = (self.text(), self.font(), self._centred, leading)
        if what != self._of:
            # nothing is kept of words that are not shown any more
            self._of, self._kept, self._heights = what, {}, []
        return leading


class OneLine(QLabel):
    """Words that give way where there is little room, ending in an ellipsis; all of them are in the tool tip then."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        put(self, textFormat="PlainText")

    def minimumSizeHint(self) -> QSize:
        """Qt: it can all but go."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: as much of it as there is room for."""
        inside = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, inside.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inside, int(self.alignment() | QtCore.Qt.TextFlag.TextSingleLine), shown)
        painter.end()
        self.setToolTip("" if shown == self.text() else self.text())


def _half(inside: QRect, height: int) -> int:
    return max(0, (inside.height() - height) // 2)
