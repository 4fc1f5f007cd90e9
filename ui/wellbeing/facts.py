"""What the wellbeing page shows, read in one go on the vault lane; and from it what its charts draw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from journal.practice.hours import MonthHours
from journal.practice.insights import Series as Line
from journal.practice.insights import condition_series, measure_series
from journal.practice.measures import WEEKLY, Measure, is_on
from journal.practice.standings import wanted_minutes
from journal.practice_model import CheckIn, DayWritten, EarlySigns, OwnEvent, PracticeChoices, Signpost
from ui.wellbeing.store import WellbeingStore
from ui.widgets.charts.lines import Event, Lines, Series
from ui.widgets.charts.strips import Strips

#: A line of 53 weeks, and the four weeks before it that its first mean needs.
_YEAR_DAYS, _MEAN_DAYS = 53 * 7, 28
#: Months of the supervision chart, the present one included.
_MONTHS = 12
#: Colours of lines, in their order: none of them is red, and none means good or bad.
_ROLES = ("burnout", "supervision", "accent", "dilemma")


@dataclass(frozen=True, slots=True)
class Facts:
    """One reading. ``check_ins`` are by the id of their measure, the newest first; ``due`` the ids to offer."""

    today: dt.date
    check_ins: Mapping[str, tuple[CheckIn, ...]] = field(default_factory=dict, repr=False)
    due: tuple[str, ...] = ()
    choices: PracticeChoices = field(default_factory=PracticeChoices)
    plan: EarlySigns = field(default_factory=EarlySigns)
    plan_due: bool = False
    heavy: bool = False
    events: tuple[OwnEvent, ...] = field(default=(), repr=False)
    signposts: tuple[Signpost, ...] = field(default=(), repr=False)
    written: tuple[DayWritten, ...] = ()
    lines: Mapping[str, tuple[Line, ...]] = field(default_factory=dict, repr=False)
    conditions: tuple[Line, ...] = ()
    months: tuple[MonthHours, ...] = ()
    wanted_minutes: int | None = None

    @property
    def last_check_in(self) -> dt.date | None:
        """The day of the last weekly check-in."""
        kept = self.check_ins.get(WEEKLY, ())
        return kept[0].day if kept else None


def gather(store: WellbeingStore, today: dt.date) -> Facts:
    """Everything the page shows of today."""
    wellbeing, back = store.wellbeing, store.looking_back
    choices = wellbeing.choices()
    measures = [one for one in wellbeing.data.measures if is_on(one, choices.measures)]
    check_ins = {one.id: tuple(wellbeing.check_ins(one.id)) for one in measures}
    first = today - dt.timedelta(days=_YEAR_DAYS)
    practice, months_ago = store.practice, today.year * 12 + today.month - _MONTHS
    since = dt.date(months_ago // 12, months_ago % 12 + 1, 1)
    rated = back.rated_days(first - dt.timedelta(days=_MEAN_DAYS), today) if choices.core_conditions else ()
    return Facts(
        today=today,
        check_ins=check_ins,
        due=tuple(one.id for one in measures if wellbeing.check_in_due(one.id, today)),
        choices=choices,
        plan=wellbeing.early_signs(),
        plan_due=wellbeing.early_signs_due(today),
        heavy=wellbeing.heavy_fortnight(today),
        events=tuple(wellbeing.events()),
        signposts=tuple(wellbeing.signposts()),
        written=tuple(back.days(first, today)),
        lines={one.id: measure_series(one, reversed(check_ins[one.id])) for one in measures},
        conditions=condition_series(tuple(rated), first, today) if rated else (),
        months=tuple(practice.months(since, today)),
        wanted_minutes=wanted_minutes(practice.arrangement(), practice.expectations()),
    )


def measure_chart(measure: Measure, facts: Facts) -> Lines | Strips | None:
    """Scales together on their one scale; lines that must not be added up each in a strip of its own."""
    found = facts.lines.get(measure.id, ())
    shown = [line for line in found if any(point.value is not None for point in line.points)]
    if not shown:
        return None
    events = tuple(Event(event.day, event.words) for event in facts.events)
    low, high = found[0].least, found[0].most
    if measure.items:
        return Strips(
            _series(found, one_role=True), found[0].least, found[0].most, _in_span(events, shown), facts.today
        )
    low, high = found[0].least, found[0].most
    marks = tuple(low + (high - low) * part / 4 for part in range(5))
    return Lines(_series(found), low, high, marks, _in_span(events, shown), facts.today)


def condition_chart(facts: Facts, names: Mapping[str, str]) -> Lines | None:
    """The core conditions on one scale from nought to ten, under the names that people know them by."""
    lines = [replace(line, name=names.get(line.id, line.name)) for line in facts.conditions]
    shown = [line for line in lines if any(point.value is not None for point in line.points)]
    return Lines(_series(shown), 0, 10, (0, 5, 10), (), facts.today) if shown else None


def _series(lines: Sequence[Line], *, one_role: bool = False) -> tuple[Series, ...]:
    return tuple(
        Series(
            line.name,
            _ROLES[0] if one_role else _ROLES[at % len(_ROLES)],
            tuple((point.day, point.value) for point in line.points),
        )
        for at, line in enumerate(lines)
    )


def _in_span(events: Sequence[Event], lines: Sequence[Line]) -> tuple[Event, ...]:
    """Events since the first figure: one of years before would press the line into a corner."""
    first = min(point.day for line in lines for point in line.points)
    return tuple(event for event in events if event.day >= first)
