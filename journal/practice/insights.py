"""What the charts draw: numbers over time, each of which can be read in the table behind the chart.

Pure functions over what the rows say. No forecast, no judgement, no streak.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.model import CORE_CONDITIONS
from journal.practice.measures import Measure, scores
from journal.practice_model import CheckIn, DayWritten, RatedDay

#: The mean of a core condition is over four weeks, so that one hard evening is no trend.
MEAN_DAYS = 28
_WEEK = dt.timedelta(days=7)


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
    """One line a scale, or a line an item where a measure has no scales; the earliest day first.

    An item that was skipped, and a scale with too few answers, is a gap. Items are shown as answered, none turned
    round: the ends of each line carry its words.
    """
    rows = sorted(check_ins, key=lambda check_in: check_in.day)
    if not measure.scales:
        answers = [dict(row.answers) for row in rows]
        return tuple(
            Series(
                item.id,
                item.name,
                item.answers[0].value,
                item.answers[-1].value,
                tuple(Point(row.day, given.get(item.id)) for row, given in zip(rows, answers, strict=True)),
            )
            for item in measure.items
        )
    scored = [scores(measure, row.answers) for row in rows]
    return tuple(
        Series(
            scale.id,
            scale.name,
            min(item.answers[0].value for item in scale.items),
            max(item.answers[-1].value for item in scale.items),
            tuple(Point(row.day, found[place].value) for row, found in zip(rows, scored, strict=True)),
        )
        for place, scale in enumerate(measure.scales)
    )


def condition_series(rated: Sequence[RatedDay], first: dt.date, last: dt.date) -> tuple[Series, ...]:
    """One line for each core condition: each week's end, the mean of the marks of the 28 days up to it.

    The days are ``last`` and every seventh day before it, back to ``first``. ``rated`` must reach back 27 days further,
    the earliest first. Without a mark in those days there is a gap.
    """
    ends: list[dt.date] = []
    end = last
    while end >= first:
        ends.append(end)
        end -= _WEEK
    ends.reverse()
    return tuple(Series(name, name, 0, 10, tuple(_means(rated, name, ends))) for name in CORE_CONDITIONS)


def writing_weeks(written: Iterable[DayWritten], last: dt.date, weeks: int = 53) -> tuple[tuple[DayWritten, ...], ...]:
    """The writing calendar: weeks from Monday to Sunday, the earliest first, the week of ``last`` the last of them.

    Every day is there, with nothing written on most; days after ``last`` are left out of the last week.
    """
    known = {day.day: day for day in written}
    monday = last - dt.timedelta(days=last.weekday()) - (weeks - 1) * _WEEK
    found: list[tuple[DayWritten, ...]] = []
    for week in range(weeks):
        days = [monday + week * _WEEK + dt.timedelta(days=day) for day in range(7)]
        found.append(tuple(known.get(day, DayWritten(day, 0, 0)) for day in days if day <= last))
    return tuple(found)


def _means(rated: Sequence[RatedDay], name: str, ends: Sequence[dt.date]) -> Iterable[Point]:
    """A window moved over the marks once: ten years are as quick as one."""
    marks = [(row.day, mark) for row in rated if (mark := getattr(row, name)) is not None]
    low = high = total = 0
    for end in ends:
        while high < len(marks) and marks[high][0] <= end:
            total += marks[high][1]
            high += 1
        while low < high and (end - marks[low][0]).days >= MEAN_DAYS:
            total -= marks[low][1]
            low += 1
        yield Point(end, total / (high - low) if high > low else None)
