"""Several figures over the same time, each in a strip of its own: for questions that must never be added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.widgets.charts.axis import Span
from ui.widgets.charts.drawing import Ink, Place, Table, width_of, words_at
from ui.widgets.charts.lines import Event, Lines, Series, last_of, mark_day, paint_events, paint_line
from ui.widgets.day_words import figure

_STRIP_PX, _GAP_PX = 30.0, 12.0
#: Room for the numbers of events above the first strip.
_EVENTS_PX = 18.0


@dataclass(frozen=True, slots=True)
class Strips:
    """Series from ``low`` to ``high``, one below another, over the same days."""

    series: tuple[Series, ...]
    low: float
    high: float
    events: tuple[Event, ...] = ()
    until: dt.date | None = None

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, current: int | None = None) -> None:
        """Draw everything; see ``Drawing``."""
        span = self._lines().span(self._room(area, ink))
        if span is None:
            return
        days = self._lines().days()
        marked = days[current] if current is not None and current < len(days) else None
        room = span.room
        paint_events(painter, ink, self._across(span, ink), self.events)
        for at, series in enumerate(self.series):
            own = Span(span.first, span.last, room.translated(0, at * ink.px(_STRIP_PX + _GAP_PX)))
            self._paint_strip(painter, area, ink, own, series, marked=marked)
        foot = room.top() + len(self.series) * ink.px(_STRIP_PX + _GAP_PX) + ink.px(6)
        for tick in span.ticks(ink.px(64)):
            if span.x(tick.day) + width_of(ink, tick.words) <= area.right():
                words_at(painter, ink, QPointF(span.x(tick.day), foot), tick.words)

    def places(self, area: QRectF, ink: Ink) -> Sequence[Place]:
        """A column for each day, across all strips."""
        room = self._room(area, ink)
        room.setBottom(area.bottom())
        span = self._lines().span(room)
        if span is None:
            return ()
        said = self._lines().said()
        columns = span.columns([day for day, _ in said])
        return [Place(column, words) for column, (_, words) in zip(columns, said, strict=True)]

    def step(self, at: int | None, key: Qt.Key) -> int | None:
        """From day to day."""
        return self._lines().step(at, key)

    def height(self, ink: Ink, width: float) -> float:
        """A strip for each series and the words below."""
        top = ink.px(_EVENTS_PX) if self.events else 0.0
        return top + len(self.series) * ink.px(_STRIP_PX + _GAP_PX) + ink.px(16)

    def table(self) -> Table:
        """A row for each day."""
        return self._lines().table()

    def _across(self, span: Span, ink: Ink) -> Span:
        """The same days over all strips."""
        room = QRectF(span.room)
        room.setHeight(len(self.series) * ink.px(_STRIP_PX + _GAP_PX) - ink.px(_GAP_PX))
        return Span(span.first, span.last, room)

    def _lines(self) -> Lines:
        return Lines(self.series, self.low, self.high, (), self.events, self.until)

    def _room(self, area: QRectF, ink: Ink) -> QRectF:
        """Where the first strip stands."""
        names = max((width_of(ink, series.name, 12) for series in self.series), default=0.0) + ink.px(16)
        names = min(names, area.width() * 0.45)
        right = width_of(ink, "10.0", 12, bold=True) + ink.px(10)
        top = area.top() + ink.px(_EVENTS_PX + 4 if self.events else 4)
        return QRectF(area.left() + names, top, area.width() - names - right, ink.px(_STRIP_PX))

    def _paint_strip(
        self, painter: QPainter, area: QRectF, ink: Ink, span: Span, series: Series, *, marked: dt.date | None
    ) -> None:
        room = span.room
        middle = room.center().y() + ink.px(4)
        words_at(painter, ink, QPointF(area.left(), middle), series.name, role="ink", size=12)
        for y in (room.top(), room.bottom()):
            painter.setPen(ink.hair())
            painter.drawLine(QPointF(room.left(), ink.snap(y)), QPointF(room.right(), ink.snap(y)))
        if marked is not None:
            mark_day(painter, ink, span, marked)
        inset = Span(span.first, span.last, room.adjusted(0, ink.px(4), 0, -ink.px(4)))
        paint_line(painter, ink, inset, series, (self.low, self.high), marked=marked)
        last = last_of(series)
        if last is not None:
            at = QPointF(room.right() + ink.px(10), middle)
            words_at(painter, ink, at, figure(last), role=series.role, size=12, bold=True)
