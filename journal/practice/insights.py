"""What the charts draw: numbers over time, each of which can be read in the table behind the chart.

Pure functions over what the rows say. No forecast, no judgement, no streak.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.practice.measures import Measure
from journal.practice_model import CheckIn, DayWritten, RatedDay


@dataclass(frozen=True, slots=True)
class Point:
    """One value on one day; ``None`` is a gap in the line."""

    day: dt.date
    value: float | None


@dataclass(frozen=True, slots=True)
class Series:
    """A line of a chart: a scale or an item of a measure, or one core condition. ``least`` and ``most`` bound it."""

    id: str
    name: str
    least: float
    most: float
    points: tuple[Point, ...]


def measure_series(measure: Measure, check_ins: Iterable[CheckIn]) -> tuple[Series, ...]:
    """One line a scale, or a line an item where a measure has no scales; the earliest day first."""
    raise NotImplementedError


def condition_series(rated: Sequence[RatedDay], first: dt.date, last: dt.date) -> tuple[Series, ...]:
    """One line for each core condition: each week's end, the mean of the marks of the 28 days up to it.

    The days are ``last`` and every seventh day before it, back to ``first``. ``rated`` must reach back 27 days further.
    """
    raise NotImplementedError


def writing_weeks(written: Iterable[DayWritten], last: dt.date, weeks: int = 53) -> tuple[tuple[DayWritten, ...], ...]:
    """The writing calendar: weeks from Monday to Sunday, the earliest first, the week of ``last`` the last of them.

    Every day is there, with nothing written on most; days after ``last`` are left out of the last week.
    """
    raise NotImplementedError
