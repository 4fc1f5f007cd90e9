"""Figures over time as lines: one for each series with its name at its end, gaps left open, own events marked."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.widgets.charts.axis import Span
from ui.widgets.charts.drawing import Ink, Place, Table, spread, step_among, width_of, words_at
from ui.widgets.day_words import figure, full_date

_CONTEXT = "charts"
#: Each line has a pattern of its own, so that colour is not the only sign (in pen widths; Qt.DashLine and its like).
_PATTERNS: tuple[tuple[float, ...], ...] = ((), (5, 2.5), (1, 2.2), (7, 2, 1, 2))
#: Above so many points a dot on each would hide the line.
_DOTS = 60
#: With more points than this a pattern can no longer be made out, and takes long to draw.
_PATTERNED = 240
#: Points drawn at once.
_STRETCH = 8
_TOP, _BOTTOM = 24.0, 24.0


@dataclass(frozen=True, slots=True)
class Series:
    """One line. A value is ``None`` where the person skipped it: the line is open there and nothing is filled in."""

    name: str
    role: str
    points: tuple[tuple[dt.date, float | None], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, in the person's own words."""

    day: dt.date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lines:
    """Series on one scale from ``low`` to ``high``, with lines across at ``marks``."""

    series: tuple[Series, ...]
    low: float
    high: float
    marks: tuple[float, ...]
    events: tuple[Event, ...] = ()
    #: The day after the last figure that is still shown, such as today.
    until: dt.date | None = None

    def days(self) -> list[dt.date]:
        """Every day that has a figure or an event, in order."""
        found = {day for series in self.series for day, value in series.points if value is not None}
        return sorted(found | {event.day for event in self.events})

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, current: int | None = None) -> None:
        """Draw everything; see ``Drawing``."""
        inside = self._inside(area, ink)
        self._paint_marks(painter, area, inside, ink)
        days = self.days()
        span = self.span(inside)
        if span is None:
            return
        for tick in span.ticks(ink.px(64)):
            x = span.x(tick.day)
            if inside.left() - 4 <= x <= inside.right() - width_of(ink, tick.words) * 0.4:
                words_at(painter, ink, QPointF(x, inside.bottom() + ink.px(17)), tick.words)
        paint_events(painter, ink, span, self.events)
        marked = days[current] if current is not None and current < len(days) else None
        if marked is not None:
            mark_day(painter, ink, span, marked)
        for number, series in enumerate(self.series):
            paint_line(painter, ink, span, series, (self.low, self.high), number=number, marked=marked)
        self._paint_names(painter, inside, ink)

    def places(self, area: QRectF, ink: Ink) -> Sequence[Place]:
        """A column for each day with a figure."""
        span = self.span(self._inside(area, ink))
        if span is None:
            return ()
        said = self.said()
        columns = span.columns([day for day, _ in said])
        return [Place(column, words) for column, (_, words) in zip(columns, said, strict=True)]

    def said(self) -> list[tuple[dt.date, str]]:
        """Each day with its figures and events in words."""
        known = [dict(series.points) for series in self.series]
        events = self._events_by_day()
        found = []
        for day in self.days():
            figures = [
                f"{series.name} {figure(value)}"
                for series, values in zip(self.series, known, strict=True)
                if (value := values.get(day)) is not None
            ]
            found.append((day, f"{full_date(day)}: " + ", ".join([*figures, *events.get(day, [])])))
        return found

    def span(self, room: QRectF) -> Span | None:
        """The time from the first to the last day over ``room``; ``None`` where there is nothing."""
        days = self.days()
        return Span(days[0], max(days[-1], self.until or days[-1]), room) if days else None

    def step(self, at: int | None, key: Qt.Key) -> int | None:
        """From day to day."""
        return step_among(len(self.days()), at, key)

    def height(self, ink: Ink, width: float) -> float:
        """Wider than high."""
        return max(ink.px(180), min(width * 0.42, ink.px(250)))

    def table(self) -> Table:
        """A row for each day, with what happened on it."""
        known = [dict(series.points) for series in self.series]
        events = self._events_by_day()
        columns = [_tr("Day"), *(series.name for series in self.series)]
        if events:
            columns.append(_tr("What happened"))
        rows = []
        for day in self.days():
            cells = [day.isoformat()]
            cells += ["" if (value := values.get(day)) is None else figure(value) for values in known]
            if events:
                cells.append(" · ".join(events.get(day, [])))
            rows.append(tuple(cells))
        return Table(tuple(columns), tuple(rows))

    # inside
    def _events_by_day(self) -> dict[dt.date, list[str]]:
        found: dict[dt.date, list[str]] = {}
        for event in self.events:
            found.setdefault(event.day, []).append(event.words)
        return found

    def _inside(self, area: QRectF, ink: Ink) -> QRectF:
        left = max((width_of(ink, figure(mark)) for mark in self.marks), default=0.0) + ink.px(10)
        names = [f"{series.name} {figure(last)}" for series in self.series if (last := last_of(series)) is not None]
        right = max((width_of(ink, words, bold=True) for words in names), default=0.0) + ink.px(16)
        top = ink.px(_TOP if self.events else 8)
        return area.adjusted(left, top, -min(right, area.width() * 0.4), -ink.px(_BOTTOM))

    def _paint_marks(self, painter: QPainter, area: QRectF, inside: QRectF, ink: Ink) -> None:
        for mark in self.marks:
            y = ink.snap(_y(mark, inside, (self.low, self.high)))
            painter.setPen(ink.hair())
            painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y))
            words = figure(mark)
            x = inside.left() - ink.px(8) - width_of(ink, words)
            words_at(painter, ink, QPointF(max(area.left(), x), y + ink.px(4)), words)

    def _paint_names(self, painter: QPainter, inside: QRectF, ink: Ink) -> None:
        ends = [(series, last) for series in self.series if (last := last_of(series)) is not None]
        wanted = [_y(value, inside, (self.low, self.high)) for _, value in ends]
        placed = spread(wanted, ink.px(15), inside.top(), inside.bottom())
        for (series, value), y in zip(ends, placed, strict=True):
            at = QPointF(inside.right() + ink.px(10), y + ink.px(4))
            words_at(painter, ink, at, f"{series.name} {figure(value)}", role=series.role, bold=True)


def paint_line(
    painter: QPainter,
    ink: Ink,
    span: Span,
    series: Series,
    scale: tuple[float, float],
    *,
    number: int = 0,
    marked: dt.date | None = None,
) -> None:
    """One line over ``span``, on a scale from low to high, in the pattern of its ``number``; open where skipped."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink.colour(series.role), ink.px(2))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pattern = _PATTERNS[number % len(_PATTERNS)]
    if pattern and len(series.points) <= _PATTERNED:
        pen.setDashPattern(list(pattern))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shown: list[QPointF] = []
    alone: list[QPointF] = []
    run: list[QPointF] = []
    at_mark: QPointF | None = None
    for day, value in (*series.points, (span.last, None)):
        if value is not None:
            run.append(QPointF(span.x(day), _y(value, span.room, scale)))
            if day == marked:
                at_mark = run[-1]
            continue
        if len(run) == 1:
            alone += run
        elif run:
            _draw_run(painter, pen, run)
        shown += run
        run = []
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour(series.role))
    for dot in alone if len(shown) > _DOTS else shown:
        painter.drawEllipse(dot, ink.px(2.3), ink.px(2.3))
    for dot in shown[-1:]:
        painter.drawEllipse(dot, ink.px(3.6), ink.px(3.6))
    if at_mark is not None:
        painter.setBrush(ink.colour("paper"))
        painter.setPen(QPen(ink.colour(series.role), ink.px(2)))
        painter.drawEllipse(at_mark, ink.px(4.6), ink.px(4.6))


def _draw_run(painter: QPainter, pen: QPen, run: Sequence[QPointF]) -> None:
    """One unbroken line. A single long path takes the painter seventy times as long as its pieces: 900 ms to 12."""
    if len(run) > _PATTERNED:
        painter.drawLines([QLineF(a, b) for a, b in itertools.pairwise(run)])
        return
    dashed = pen.style() is not Qt.PenStyle.SolidLine
    gone = 0.0
    for first in range(0, len(run) - 1, _STRETCH):
        stretch = run[first : first + _STRETCH + 1]
        if dashed:
            # the pattern goes on where the stretch before left it, counted in widths of the pen
            pen.setDashOffset(gone / pen.widthF())
            painter.setPen(pen)
            gone += sum(hypot(b.x() - a.x(), b.y() - a.y()) for a, b in itertools.pairwise(stretch))
        painter.drawPolyline(QPolygonF(stretch))


def paint_events(painter: QPainter, ink: Ink, span: Span, events: Sequence[Event]) -> None:
    """A thin line at each, with its number above it; the words stand under the chart."""
    room = span.room
    for number, event in enumerate(events, start=1):
        x = ink.snap(span.x(event.day))
        pen = ink.hair("ink-3")
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, room.top() - ink.px(6)), QPointF(x, room.bottom()))
        words = str(number)
        at = QPointF(x - width_of(ink, words, 10.5, bold=True) / 2, room.top() - ink.px(10))
        words_at(painter, ink, at, words, role="ink-2", size=10.5, bold=True)


def mark_day(painter: QPainter, ink: Ink, span: Span, day: dt.date) -> None:
    """A thin line through ``day``."""
    x = ink.snap(span.x(day))
    painter.setPen(ink.hair("edge"))
    painter.drawLine(QPointF(x, span.room.top()), QPointF(x, span.room.bottom()))


def last_of(series: Series) -> float | None:
    """The newest figure."""
    return next((value for _, value in reversed(series.points) if value is not None), None)


def _y(value: float, room: QRectF, scale: tuple[float, float]) -> float:
    return room.bottom() - (value - scale[0]) / (scale[1] - scale[0]) * room.height()


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
