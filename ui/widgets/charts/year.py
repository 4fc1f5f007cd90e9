"""The past year of writing, a square for each day: darker where more was written. Nothing counts in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.text import counted
from ui.widgets.charts.drawing import Ink, Place, Table, width_of, words_at
from ui.widgets.day_words import full_date, qdate

_CONTEXT = "charts"
#: Words in a day from which a square is a shade darker: a sentence or two, a page, several pages.
STEPS = (1, 150, 400, 900)
#: How much of the accent each shade has.
_SHADES = (0.32, 0.52, 0.74, 1.0)
_WEEKS = 53
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Day:
    """What was written on one day."""

    entries: int
    words: int


@dataclass(frozen=True, slots=True)
class Year:
    """The 53 weeks that end with ``last``; ``first_weekday`` as Python counts, Monday being 0."""

    last: dt.date
    days: Mapping[dt.date, Day] = field(repr=False)
    first_weekday: int = 0

    @property
    def first(self) -> dt.date:
        """The first day of the first week shown."""
        into = (self.last.weekday() - self.first_weekday) % _DAYS_A_WEEK
        return self.last - dt.timedelta(days=into + (_WEEKS - 1) * _DAYS_A_WEEK)

    def shown(self) -> list[dt.date]:
        """Every day shown, in order."""
        first = self.first
        return [first + dt.timedelta(days=at) for at in range((self.last - first).days + 1)]

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, current: int | None = None) -> None:
        """Draw everything; see ``Drawing``."""
        side, gap = self._side(area)
        top = area.top() + ink.px(18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = min(side / 4, ink.px(3))
        shades = [_mixed(ink.colour("panel"), ink.colour("accent"), share) for share in _SHADES]
        empty = _mixed(ink.colour("panel"), ink.colour("line"), 0.75)
        for at, day in enumerate(self.shown()):
            square = self._square(at, area, top, side, gap)
            found = self.days.get(day)
            painter.setBrush(empty if found is None or not found.entries else shades[_shade(found.words)])
            painter.drawRoundedRect(square, radius, radius)
        if current is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.colour("ink"), ink.px(1.5)))
            painter.drawRoundedRect(self._square(current, area, top, side, gap).adjusted(-1, -1, 1, 1), radius, radius)
        self._paint_months(painter, area, ink, side + gap)

    def places(self, area: QRectF, ink: Ink) -> Sequence[Place]:
        """A place for each day."""
        side, gap = self._side(area)
        top = area.top() + ink.px(18)
        made = []
        for at, day in enumerate(self.shown()):
            made.append(Place(self._square(at, area, top, side, gap), f"{full_date(day)}: {self._said(day)}"))
        return made

    def step(self, at: int | None, key: Qt.Key) -> int | None:
        """Up and down by a day, left and right by a week."""
        count = len(self.shown())
        step = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -_DAYS_A_WEEK,
            Qt.Key.Key_Right: _DAYS_A_WEEK,
        }.get(key)
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return count - 1
        if step is None:
            return None
        return count - 1 if at is None else min(max(0, at + step), count - 1)

    def height(self, ink: Ink, width: float) -> float:
        """Seven squares and the names of the months."""
        side, gap = self._side(QRectF(0, 0, width, 0))
        return ink.px(18) + _DAYS_A_WEEK * (side + gap)

    def table(self) -> Table:
        """A row for each day on which something was written."""
        return Table(
            (_tr("Day"), _tr("Entries"), _tr("Words")),
            tuple(
                (day.isoformat(), str(found.entries), str(found.words))
                for day in self.shown()
                if (found := self.days.get(day)) is not None and found.entries
            ),
        )

    # inside
    def _side(self, area: QRectF) -> tuple[float, float]:
        slot = area.width() / _WEEKS
        gap = max(1.0, min(3.0, slot * 0.2))
        return max(2.0, slot - gap), gap

    def _square(self, at: int, area: QRectF, top: float, side: float, gap: float) -> QRectF:
        week, day = divmod(at, _DAYS_A_WEEK)
        return QRectF(area.left() + week * (side + gap), top + day * (side + gap), side, side)

    def _said(self, day: dt.date) -> str:
        found = self.days.get(day)
        if found is None or not found.entries:
            return _tr("nothing written")
        entries = counted(found.entries, _tr("1 entry"), _tr("%n entries"))
        return f"{entries}, {counted(found.words, _tr('1 word'), _tr('%n words'))}"

    def _paint_months(self, painter: QPainter, area: QRectF, ink: Ink, slot: float) -> None:
        done = area.left() - 1
        for week in range(_WEEKS):
            monday = self.first + dt.timedelta(days=week * _DAYS_A_WEEK)
            starts = [monday + dt.timedelta(days=at) for at in range(_DAYS_A_WEEK)]
            first = next((day for day in starts if day.day == 1), None)
            if first is None:
                continue
            words = QLocale().toString(qdate(first), "MMM")
            x = area.left() + week * slot
            if x >= done and x + width_of(ink, words, 10.5) <= area.right() + 2:
                words_at(painter, ink, QPointF(x, area.top() + ink.px(11)), words, size=10.5)
                done = x + width_of(ink, words, 10.5) + ink.px(6)


def _shade(words: int) -> int:
    return max(0, sum(words >= step for step in STEPS) - 1)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``other`` over ``one``, as ``share`` of it would look: opaque, so that paper and file show the same."""
    return QColor(
        *(round(a + (b - a) * share) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
