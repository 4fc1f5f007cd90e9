"""What a body expects beside what the journal holds. Two numbers and where they come from; never a ruling.

Hours are credited under the body's arithmetic (``hours.py``). A year is the calendar year up to today; "three years"
and "five years" are counted back from today. Practice hours are those with clients, as far as they were noted: other
practice that a body counts (NMC) is not written down here. What is not noted in a journal at all (feedback) has no
number beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from journal.practice.hours import GIVEN, Arithmetic, arithmetic_of, credit, is_shared
from journal.practice.supervision import is_held
from journal.practice_model import Arrangement, ClientHours, CpdActivity, Expectation, Session

#: Expectations whose hours are of one kind of supervision alone (``applies_to`` and ``text`` of the file).
_ONLY_KIND = {"babcp-supervisor": "supervision-of-my-supervising"}
#: Client hours a year from which PACFA asks for more (``supervision_hours_year_400``).
_PACFA_MORE_FROM_HOURS = 400
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Record:
    """What the journal holds: everything that a figure may be set against. ``accounts`` are days of NMC accounts."""

    sessions: Sequence[Session] = ()
    activities: Sequence[CpdActivity] = ()
    client_hours: Sequence[ClientHours] = ()
    accounts: Sequence[dt.date] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One figure of an expectation: ``wanted`` beside ``have``, over the days ``first`` to ``last``.

    ``figure`` is the figure's name in the file; ``unit`` is ``hours``, ``days``, ``minutes`` or ``count``. ``have`` is
    ``None`` where the journal cannot know (nothing was logged that it could be read from).
    """

    expectation: str
    figure: str
    unit: str
    wanted: Fraction
    have: Fraction | None
    first: dt.date
    last: dt.date


def wanted_minutes(arrangement: Arrangement, expectations: Sequence[Expectation]) -> int | None:
    """What a month of supervision is set against: the person's own minimum, else the first figure of a chosen
    expectation. Minutes."""
    if arrangement.month_target is not None:
        return arrangement.month_target
    by_id = {one.id: one for one in expectations}
    for id in arrangement.expectations:
        for name, value in by_id[id].figures if id in by_id else ():
            if name == "min_hours_per_month":
                return round(value * 60)
    return None


def standings(
    expectation: Expectation, expectations: Sequence[Expectation], record: Record, today: dt.date
) -> tuple[Standing, ...]:
    """Each figure of an expectation that can be set against the journal, as of ``today``, in the file's order."""
    look = _Look(expectation, arithmetic_of(expectations, [expectation.id]), record, today)
    found: list[Standing] = []
    for name, value in expectation.figures:
        make = _FIGURES.get(name)
        if make is not None:
            found += make(look, name, Fraction(value).limit_denominator(10_000))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Look:
    """What every figure is read from."""

    expectation: Expectation
    arithmetic: Arithmetic
    record: Record
    today: dt.date

    @property
    def year(self) -> dt.date:
        return self.today.replace(month=1, day=1)

    def back(self, years: int) -> dt.date:
        """The first day of the ``years`` years that end today."""
        try:
            same = self.today.replace(year=self.today.year - years)
        except ValueError:  # 29 February
            same = self.today.replace(year=self.today.year - years, day=28)
        return same + dt.timedelta(days=1)

    def received(self, first: dt.date | None = None, last: dt.date | None = None) -> list[Session]:
        """Meetings held as supervisee or peer between two days, the earliest first."""
        only = _ONLY_KIND.get(self.expectation.id)
        found = [
            session
            for session in self.record.sessions
            if is_held(session)
            and session.date_held
            and session.role_here != GIVEN
            and (first or dt.date.min) <= session.date_held <= (last or self.today)
            and (only is None or session.kind == only)
        ]
        return sorted(found, key=lambda session: session.date_held or dt.date.min)

    def hours(self, first: dt.date | None = None, last: dt.date | None = None) -> Fraction:
        """Creditable hours between two days."""
        return _hours(credit(session, self.arithmetic).minutes for session in self.received(first, last))

    def client_hours(self, first: dt.date, last: dt.date) -> Fraction:
        """Hours with clients in the months that begin between two days."""
        return _hours(Fraction(row.minutes) for row in self.record.client_hours if first <= row.month <= last)

    def learning(self, first: dt.date, wanted: Callable[[CpdActivity], bool] = lambda _activity: True) -> Fraction:
        """Hours of CPD from a day on."""
        return _hours(
            Fraction(activity.minutes)
            for activity in self.record.activities
            if first <= activity.day <= self.today and wanted(activity)
        )

    def standing(
        self, figure: str, unit: str, wanted: Fraction, have: Fraction | None, days: tuple[dt.date, dt.date]
    ) -> Standing:
        return Standing(self.expectation.id, figure, unit, wanted, have, *days)

    def since(self, first: dt.date) -> tuple[dt.date, dt.date]:
        """The days from one up to today."""
        return first, self.today


_Figure = Callable[[_Look, str, Fraction], list[Standing]]


def _hours(minutes: Iterable[Fraction]) -> Fraction:
    return sum(minutes, Fraction(0)) / _HOUR


def _month(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    """The month before, whole, and this one so far. An average is given only where the body allows one."""
    this = look.today.replace(day=1)
    before = (this - dt.timedelta(days=1)).replace(day=1)
    found = [
        look.standing(name, "hours", wanted, look.hours(month, last), (month, last))
        for month, last in ((before, this - dt.timedelta(days=1)), (this, look.today))
    ]
    if dict(look.expectation.figures).get("averaging_allowed"):
        first = look.year
        average = look.hours(first) / look.today.month
        found.append(look.standing("average_hours_per_month", "hours", wanted, average, look.since(first)))
    return found


def _ratio(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    """Supervision hours that this month's client hours ask for; nothing where none were written down."""
    month = look.today.replace(day=1)
    clients = look.client_hours(month, month)
    if not clients:
        return []
    return [look.standing(name, "hours", clients / wanted, look.hours(month), look.since(month))]


def _since(wanted_session: Callable[[Session], bool]) -> _Figure:
    def days(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
        days = [session.date_held for session in look.received() if wanted_session(session) and session.date_held]
        last = max(days, default=None)
        have = None if last is None else Fraction((look.today - last).days)
        return [look.standing(name, "days", wanted, have, look.since(last or look.today))]

    return days


def _case_management(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    """This week from Monday: individual case management alone."""
    monday = look.today - dt.timedelta(days=look.today.weekday())
    have = _hours(
        Fraction(session.minutes or 0)
        for session in look.received(monday)
        if session.kind == "case-management" and not is_shared(session)
    )
    return [look.standing(name, "hours", wanted, have, look.since(monday))]


def _last_meeting(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    held = [session for session in look.received() if session.minutes is not None and session.date_held]
    if not held or held[-1].date_held is None:
        return [look.standing(name, "minutes", wanted, None, look.since(look.today))]
    day, minutes = held[-1].date_held, Fraction(held[-1].minutes or 0)
    return [look.standing(name, "minutes", wanted, minutes, (day, day))]


def _largest_group(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    sizes = [session.group_size for session in look.received() if session.group_size and is_shared(session)]
    return [look.standing(name, "count", wanted, Fraction(max(sizes)) if sizes else None, look.since(_first(look)))]


def _all_supervision(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    return [look.standing(name, "hours", wanted, look.hours(), look.since(_first(look)))]


def _all_clients(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    rows = look.record.client_hours
    have = look.client_hours(dt.date.min, look.today) if rows else None
    return [
        look.standing(name, "hours", wanted, have, look.since(min((row.month for row in rows), default=look.today)))
    ]


def _lately_clients(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    """Hours with clients in the whole months of three years up to today: part of what the NMC counts as practice."""
    first = look.back(3)
    months = [row.month for row in look.record.client_hours if first <= row.month <= look.today]
    have = look.client_hours(first, look.today) if months else None
    return [look.standing(name, "hours", wanted, have, look.since(first))]


def _given(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    have = _hours(
        Fraction(session.minutes or 0)
        for session in look.record.sessions
        if is_held(session)
        and session.role_here == GIVEN
        and session.date_held
        and look.year <= session.date_held <= look.today
    )
    return [look.standing(name, "hours", wanted, have, look.since(look.year))]


def _year_of_supervision(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    """PACFA's two figures: the one that this year's client hours ask for."""
    more = name.endswith("_400")
    if (look.client_hours(look.year, look.today) >= _PACFA_MORE_FROM_HOURS) != more:
        return []
    return [look.standing(name, "hours", wanted, look.hours(look.year), look.since(look.year))]


def _learning(years: int, wanted_activity: Callable[[CpdActivity], bool] = lambda _activity: True) -> _Figure:
    """Hours of CPD in this calendar year (``years`` 0), or in so many years up to today."""

    def hours(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
        first = look.back(years) if years else look.year
        return [look.standing(name, "hours", wanted, look.learning(first, wanted_activity), look.since(first))]

    return hours


def _activities(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    have = sum(look.year <= activity.day <= look.today for activity in look.record.activities)
    return [look.standing(name, "count", wanted, Fraction(have), look.since(look.year))]


def _accounts(look: _Look, name: str, wanted: Fraction) -> list[Standing]:
    first = look.back(3)
    have = sum(first <= day <= look.today for day in look.record.accounts)
    return [look.standing(name, "count", wanted, Fraction(have), look.since(first))]


def _unknown(unit: str, years: int) -> _Figure:
    return lambda look, name, wanted: [look.standing(name, unit, wanted, None, look.since(look.back(years)))]


def _first(look: _Look) -> dt.date:
    return min((session.date_held for session in look.received() if session.date_held), default=look.today)


#: Figure of the file -> what is set beside it. Figures of forms (``statement_words``) and of arithmetic
#: (``half_up_to``, ``averaging_allowed``) have nothing beside them.
_FIGURES: dict[str, _Figure] = {
    "min_hours_per_month": _month,
    "client_hours_per_supervision_hour": _ratio,
    "max_days_between": _since(lambda _session: True),
    "every_days": _since(lambda _session: True),
    "skills_every_days": _since(lambda session: session.kind == "clinical-skills"),
    "caseload_review_days": _since(lambda session: session.caseload_review == "whole-list"),
    "case_management_hours_per_week": _case_management,
    "min_minutes": _last_meeting,
    "max_group": _largest_group,
    "min_supervision_hours": _all_supervision,
    "min_practice_hours": _all_clients,
    "min_hours_given_per_year": _given,
    "supervision_hours_year": _year_of_supervision,
    "supervision_hours_year_400": _year_of_supervision,
    "cpd_hours_year": _learning(0),
    "cpd_min_year": _learning(0),
    "cpd_category_a": _learning(0, lambda activity: activity.active),
    "workshop_hours": _learning(0, lambda activity: activity.kind == "workshop"),
    "cpd_hours": _learning(3),
    "participatory_hours": _learning(3, lambda activity: activity.participatory),
    "cpd_hours_5y": _learning(5),
    "cpd_activities_per_year": _activities,
    "accounts": _accounts,
    "practice_hours": _lately_clients,
    "feedback": _unknown("count", 3),
}
