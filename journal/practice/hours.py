"""Supervision hours: what was held, what was lost, what a body's arithmetic credits. Exact fractions of a minute.

A month is a calendar month of the day a meeting was held, in the writer's own calendar: neither the clocks changing
nor a meeting late on the last evening moves a minute. Months are never averaged. What is lost belongs to the month in
which it was planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from journal.practice_model import Expectation, Session


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How a body counts group time. ``expectation`` is where it comes from, empty for none: all time counts whole.

    ``half_up_to``: up to so many supervisees half the time counts, above it the time is divided by their number.
    """

    expectation: str = ""
    half_up_to: int | None = None
    max_group: int | None = None


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


def arithmetic_of(expectations: Iterable[Expectation], chosen: Sequence[str]) -> Arithmetic:
    """The arithmetic of the first chosen expectation's body, as far as its figures have one.

    A body may lay it down in an expectation of its own (BACP: ``bacp-group``), so that all of the body's are read.
    """
    raise NotImplementedError


def credit(session: Session, arithmetic: Arithmetic) -> Credit:
    """What a meeting counts for."""
    raise NotImplementedError


def months(
    sessions: Iterable[Session], arithmetic: Arithmetic, first: dt.date, last: dt.date
) -> tuple[MonthHours, ...]:
    """Every calendar month from that of ``first`` to that of ``last``, the earliest first, empty ones too."""
    raise NotImplementedError
