"""A line of time: where a day stands on it, and the words under it (days, months, quarters, half years, years)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF

from ui.widgets.day_words import qdate

#: Days, then months between two ticks, from fine to coarse.
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_MONTH_DAYS = 30.44


@dataclass(frozen=True, slots=True)
class Tick:
    """A day and what is written at it."""

    day: dt.date
    words: str


def ticks_between(first: dt.date, last: dt.date, most: float) -> list[Tick]:
    """At most about ``most`` ticks from ``first`` to ``last``."""
    days = max(1, (last - first).days)
    most = max(1.0, most)
    for step in _DAYS:
        # below two months days are told apart, and days of the month mean more than the name of the month
        if days / step <= most and days <= 62:
            count = days // step + 1
            found = (first + dt.timedelta(days=step * at) for at in range(count))
            return [Tick(day, QLocale().toString(qdate(day), "d MMM")) for day in found]
    months = next((step for step in _MONTHS if days / _MONTH_DAYS / step <= most), _MONTHS[-1])
    ticks = []
    at = first.year * 12 + first.month - 1
    at += (-at) % months
    while (day := dt.date(at // 12, at % 12 + 1, 1)) <= last:
        if day >= first:
            ticks.append(Tick(day, _words(day, months, several=days > 366)))
        at += months
    return ticks


#: The first and the last dot stand clear of the edges.
_EDGE = 6.0


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``, laid out between the left and the right of ``room``."""

    first: dt.date
    last: dt.date
    room: QRectF

    def x(self, day: dt.date) -> float:
        """Where ``day`` stands."""
        # a single day still needs a scale to stand on
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.room.left() + _EDGE + share * (self.room.width() - 2 * _EDGE)

    def ticks(self, apart: float) -> list[Tick]:
        """What is written under it, at least about ``apart`` pixels from one to the next."""
        return ticks_between(self.first, self.last, self.room.width() / apart)

    def columns(self, days: Sequence[dt.date]) -> list[QRectF]:
        """What belongs to each of ``days``: as far as half way to its neighbours, as high as the room."""
        at = [self.x(day) for day in days]
        edges = [self.room.left(), *((a + b) / 2 for a, b in itertools.pairwise(at)), self.room.right()]
        top, height = self.room.top(), self.room.height()
        return [QRectF(a, top, b - a, height) for a, b in itertools.pairwise(edges)]


def _words(day: dt.date, months: int, *, several: bool) -> str:
    if months >= 12:
        return str(day.year)
    # January tells the year where there are several
    return QLocale().toString(qdate(day), "MMM yyyy" if several and day.month == 1 else "MMM")
