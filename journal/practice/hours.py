"""Supervision hours: what was held, what was lost, what a body's arithmetic credits. Exact fractions of a minute.

A month is a calendar month of the day a meeting was held, in the writer's own calendar: neither the clocks changing
nor a meeting late on the last evening moves a minute. Months are never averaged. What is lost belongs to the month in
which it was planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from journal.practice.supervision import is_held, lost_minutes, was_lost
from journal.practice_model import HELD, Expectation, Session

#: Formats in which the time is shared with others.
_SHARED = ("pair", "group", "peer")
#: Supervision is expected apart from line management (BACP, ``bacp-register`` in the file): logged, never credited.
_LINE_MANAGEMENT = "line-management"
GIVEN = "supervisor"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How a body counts group time. ``expectation`` is where it comes from, empty for none: all time counts whole.

    ``half_up_to``: up to so many supervisees half the time counts, above it the time is divided by their number.
    """

    expectation: str = ""
    half_up_to: int | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """What one meeting counts for. ``minutes`` are creditable; ``reason`` says why they differ from those held.

    ``reason`` is empty (whole), ``halved``, ``divided``, ``no_group_size`` (nothing can be counted until it is known),
    ``given`` (supervision given, not received), ``line_management``, ``no_minutes`` or ``not_held``.
    """

    minutes: Fraction
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MonthHours:
    """One month: minutes ``held`` and ``credited`` as supervisee or peer, ``lost`` (planned and not held), ``given``.

    ``lost_credit`` is what the lost minutes would have counted for. ``sessions`` were held, ``moved`` were not;
    ``uncounted`` were held and could not be counted for want of a number.
    """

    month: dt.date
    held: int = 0
    credited: Fraction = Fraction(0)
    lost: int = 0
    lost_credit: Fraction = Fraction(0)
    given: int = 0
    sessions: int = 0
    moved: int = 0
    in_group: int = 0
    uncounted: int = 0


def arithmetic_of(expectations: Sequence[Expectation], chosen: Sequence[str]) -> Arithmetic:
    """The arithmetic of the first chosen expectation's body, as far as its figures have one.

    A body may lay it down in an expectation of its own (BACP: ``bacp-group``), so that all of the body's are read.
    """
    by_id = {row.id: row for row in expectations}
    first = next((by_id[name] for name in chosen if name in by_id), None)
    if first is None:
        return Arithmetic()
    for row in (first, *(row for row in expectations if row.body == first.body)):
        for name, value in row.figures:
            if name == "half_up_to":
                return Arithmetic(row.id, int(value))
    return Arithmetic(first.id)


def credit(session: Session, arithmetic: Arithmetic) -> Credit:
    """What a meeting counts for: actual minutes, never booked ones."""
    if not is_held(session):
        return Credit(Fraction(0), "not_held")
    if session.role_here == GIVEN:
        return Credit(Fraction(0), "given")
    if session.minutes is None:
        return Credit(Fraction(0), "no_minutes")
    if session.kind == _LINE_MANAGEMENT:
        return Credit(Fraction(0), "line_management")
    return _share(session, Fraction(session.minutes), arithmetic)


def is_shared(session: Session) -> bool:
    """Whether the time was shared with other supervisees or peers."""
    return session.format in _SHARED or (session.format != "individual" and (session.group_size or 1) > 1)


def months(
    sessions: Iterable[Session], arithmetic: Arithmetic, first: dt.date, last: dt.date
) -> tuple[MonthHours, ...]:
    """Every calendar month from that of ``first`` to that of ``last``, the earliest first, empty ones too."""
    found = {month: MonthHours(month) for month in months_between(first, last)}
    for session in sessions:
        for month, added in _shares(session, arithmetic):
            if month in found:
                found[month] = _sum(found[month], added)
    return tuple(found.values())


def months_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The first day of each calendar month from that of ``first`` to that of ``last``."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = next_month(month)


def next_month(month: dt.date) -> dt.date:
    """The first day of the month after that of ``month``."""
    return (month.replace(day=1) + dt.timedelta(days=31)).replace(day=1)


def _share(session: Session, minutes: Fraction, arithmetic: Arithmetic) -> Credit:
    if arithmetic.half_up_to is None or not is_shared(session):
        return Credit(minutes)
    size = session.group_size or (2 if session.format == "pair" else None)
    if size is None:
        return Credit(Fraction(0), "no_group_size")
    if size == 1:  # the others did not come
        return Credit(minutes)
    if size <= arithmetic.half_up_to:
        return Credit(minutes / 2, "halved")
    return Credit(minutes / size, "divided")


def _shares(session: Session, arithmetic: Arithmetic) -> Iterator[tuple[dt.date, MonthHours]]:
    """What a meeting adds, and to which month: what was held and what was lost may fall into two."""
    if session.role_here == GIVEN:
        if is_held(session) and session.date_held:
            month = session.date_held.replace(day=1)
            yield month, MonthHours(month, given=session.minutes or 0)
        return
    if is_held(session) and session.date_held:
        month, counted = session.date_held.replace(day=1), credit(session, arithmetic)
        yield (
            month,
            MonthHours(
                month,
                held=session.minutes or 0,
                credited=counted.minutes,
                sessions=1,
                in_group=int(is_shared(session)),
                uncounted=int(counted.reason in {"no_group_size", "no_minutes"}),
            ),
        )
    lost, planned = lost_minutes(session), session.date_planned or session.date_held
    if planned and (lost or was_lost(session)):
        month = planned.replace(day=1)
        would = credit(replace(session, status=HELD[0], minutes=lost), arithmetic)
        yield month, MonthHours(month, lost=lost, lost_credit=would.minutes, moved=int(was_lost(session)))


def _sum(one: MonthHours, other: MonthHours) -> MonthHours:
    return MonthHours(
        one.month,
        held=one.held + other.held,
        credited=one.credited + other.credited,
        lost=one.lost + other.lost,
        lost_credit=one.lost_credit + other.lost_credit,
        given=one.given + other.given,
        sessions=one.sessions + other.sessions,
        moved=one.moved + other.moved,
        in_group=one.in_group + other.in_group,
        uncounted=one.uncounted + other.uncounted,
    )
