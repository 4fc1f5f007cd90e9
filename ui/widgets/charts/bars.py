"""Hours month by month: what was held, and on top of it, striped, what was planned and lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.widgets.charts.drawing import Ink, Place, Table, step_among, width_of, words_at
from ui.widgets.day_words import figure, month_words, qdate

_CONTEXT = "charts"
_STRIPE_PX = 6.0


@dataclass(frozen=True, slots=True)
class Month:
    """One month's hours; ``first`` is its first day."""

    first: dt.date
    held: float
    lost: float = 0.0


@dataclass(frozen=True, slots=True)
class Bars:
    """``line`` is an hour figure to compare with, drawn across; ``None`` where the person follows none."""

    months: tuple[Month, ...]
    line: float | None = None

    @property
    def top(self) -> float:
        """The highest figure of the scale: a whole hour, or a half where all is small."""
        most = max([month.held + month.lost for month in self.months] + [self.line or 0.0, 0.5])
        return ceil(most) if most > 1 else ceil(most * 2) / 2

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, current: int | None = None) -> None:
        """Draw everything; see ``Drawing``."""
        inside = self._inside(area, ink)
        for mark in self._marks():
            y = ink.snap(self._y(mark, inside))
            painter.setPen(ink.hair())
            painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
            words = figure(mark)
            words_at(painter, ink, QPointF(inside.left() - ink.px(8) - width_of(ink, words), y + ink.px(4)), words)
        slot = inside.width() / max(1, len(self.months))
        for at in range(len(self.months)):
            self._paint_month(painter, inside, ink, at, current=at == current)
        if self.line is not None:
            y = ink.snap(self._y(self.line, inside))
            pen = QPen(ink.colour("ink-2"), max(1 / ink.ratio, ink.px(1)))
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
        self._paint_names(painter, inside, ink, slot)

    def places(self, area: QRectF, ink: Ink) -> Sequence[Place]:
        """A column for each month."""
        inside = self._inside(area, ink)
        slot = inside.width() / max(1, len(self.months))
        return [
            Place(
                QRectF(inside.left() + at * slot, inside.top(), slot, inside.height()),
                _tr("%1: %2 h held, %3 h lost")
                .replace("%1", month_words(month.first))
                .replace("%2", figure(month.held))
                .replace("%3", figure(month.lost)),
            )
            for at, month in enumerate(self.months)
        ]

    def step(self, at: int | None, key: Qt.Key) -> int | None:
        """From month to month."""
        return step_among(len(self.months), at, key)

    def height(self, ink: Ink, width: float) -> float:
        """Wider than high."""
        return max(ink.px(170), min(width * 0.5, ink.px(230)))

    def table(self) -> Table:
        """A row for each month, in hours."""
        return Table(
            (_tr("Month"), _tr("Hours held"), _tr("Hours lost")),
            tuple((month_words(month.first), figure(month.held, 2), figure(month.lost, 2)) for month in self.months),
        )

    # inside
    def _marks(self) -> tuple[float, ...]:
        top = self.top
        step = 0.5 if top <= 1.5 else 1 if top <= 5 else ceil(top / 4)
        return tuple(at * step for at in range(int(top / step) + 1))

    def _inside(self, area: QRectF, ink: Ink) -> QRectF:
        left = max(width_of(ink, figure(mark)) for mark in self._marks()) + ink.px(10)
        return area.adjusted(left, ink.px(8), -ink.px(2), -ink.px(24))

    def _y(self, hours: float, inside: QRectF) -> float:
        return inside.bottom() - hours / self.top * inside.height()

    def _paint_month(self, painter: QPainter, inside: QRectF, ink: Ink, at: int, *, current: bool) -> None:
        month = self.months[at]
        slot = inside.width() / len(self.months)
        wide = min(slot * 0.62, ink.px(26))
        left = round((inside.left() + (at + 0.5) * slot - wide / 2) * ink.ratio) / ink.ratio
        held = QRectF(left, self._y(month.held, inside), wide, inside.bottom() - self._y(month.held, inside))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if month.lost > 0:
            lost = QRectF(left, self._y(month.held + month.lost, inside), wide, 0)
            lost.setBottom(held.top() if month.held > 0 else inside.bottom())
            _stripe(painter, ink, lost)
        if month.held > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour("supervision"))
            radius = min(ink.px(3), held.height() / 2)
            painter.drawRoundedRect(held, radius, radius)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.colour("ink"), ink.px(1.5)))
            whole = QRectF(left, self._y(month.held + month.lost, inside), wide, 0)
            whole.setBottom(inside.bottom())
            painter.drawRoundedRect(whole.adjusted(-3, -3, 3, 3), ink.px(4), ink.px(4))

    def _paint_names(self, painter: QPainter, inside: QRectF, ink: Ink, slot: float) -> None:
        """The first letters of the months where there is room; years where there are many months."""
        several = len(self.months) > 24
        wide = width_of(ink, "0000") if several else width_of(ink, "Mmm")
        done = inside.left() - wide
        for at, month in enumerate(self.months):
            if several:
                words = str(month.first.year) if month.first.month == 1 else ""
            else:
                words = QLocale().toString(qdate(month.first), "MMM")
                if slot < wide + ink.px(3):
                    words = words[:1]
            middle = inside.left() + (at + 0.5) * slot
            half = width_of(ink, words) / 2
            if words and middle - half > done + ink.px(2) and middle + half < inside.right() + ink.px(8):
                words_at(painter, ink, QPointF(middle - half, inside.bottom() + ink.px(17)), words)
                done = middle + half


def _stripe(painter: QPainter, ink: Ink, area: QRectF) -> None:
    """Slanted stripes with an outline: they can be told from the solid part without colour, and on paper."""
    painter.save()
    painter.setClipRect(area)
    colour = ink.colour("burnout")
    painter.setPen(QPen(colour, ink.px(1.8)))
    step = ink.px(_STRIPE_PX)
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += step
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1 / ink.ratio, ink.px(1))))
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
