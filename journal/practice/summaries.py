"""Summaries of supervision: values for a page or a PDF, and CSV. People by code alone; nothing private goes in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from journal.practice.hours import Arithmetic, MonthHours
from journal.practice.supervision import SupervisionData
from journal.practice_model import AgendaItem, Expectation, Session


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two held meetings, or since the last one: ``first`` and ``last`` are the days it lies between."""

    first: dt.date
    last: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A table with its heading rows: what a page prints, and what ``to_csv`` writes.

    ``hours`` and ``gaps`` are of the same period; ``expectations`` are those chosen, with the date of checking.
    """

    title: str
    first: dt.date
    last: dt.date
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hours: tuple[MonthHours, ...] = ()
    gaps: tuple[Gap, ...] = ()
    expectations: tuple[Expectation, ...] = ()


def summary(
    data: SupervisionData,
    form: str,
    sessions: Sequence[Session],
    arithmetic: Arithmetic,
    *,
    first: dt.date,
    last: dt.date,
    names: Sequence[tuple[str, str]] = (),
    expectations: Sequence[Expectation] = (),
) -> Summary:
    """A summary of the period in one of the file's forms. ``names`` is ``(name, code)`` of the register.

    A name of the register that somebody typed into a field is replaced by its code, or left out where it has none.
    """
    raise NotImplementedError


def agenda_page(items: Sequence[AgendaItem], today: dt.date, *, names: Sequence[tuple[str, str]] = ()) -> Summary:
    """The agenda on one page: matter, why, what I want, how soon, days waited; people by code."""
    raise NotImplementedError


def gaps(sessions: Sequence[Session], first: dt.date, last: dt.date) -> tuple[Gap, ...]:
    """Days between held meetings in the period, the longest first; the open one up to ``last`` included."""
    raise NotImplementedError


def days_waited(item: AgendaItem, today: dt.date) -> int:
    """How long a matter waited: to the day it was heard, or to ``today``."""
    raise NotImplementedError


def to_csv(made: Summary) -> str:
    """The rows as RFC 4180 CSV with a line of headings; a cell that a spreadsheet would run gets a leading quote."""
    raise NotImplementedError
