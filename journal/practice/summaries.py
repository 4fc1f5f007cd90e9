"""Summaries of supervision: values for a page or a PDF, and CSV. People by code alone; nothing private goes in."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from journal.practice.codes import by_code
from journal.practice.hours import GIVEN, Arithmetic, MonthHours, months
from journal.practice.supervision import FieldSpec, SupervisionData, is_held
from journal.practice_model import HOW_SOON, AgendaItem, Expectation, Session

#: A cell that begins so would be run by a spreadsheet (OWASP, "CSV Injection").
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")

AGENDA_TITLE = "For supervision"
#: The agenda's columns. Words of the page itself are the window's; these stand in the file.
AGENDA_COLUMNS = ("Matter", "Person", "Why", "What I want", "How soon", "Days waiting")
_HOW_SOON_WORDS = {
    "today": "today",
    "this-week": "this week",
    "next-meeting": "at the next meeting",
    "no-hurry": "no hurry",
}
_NOT_SURE = "not sure"
#: Fields by which a row tells that a meeting was not held.
_OF_ANY_MEETING = frozenset({"date_planned", "status"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between two held meetings, or since the last one: ``first`` and ``last`` are the days it lies between."""

    first: dt.date
    last: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A table with its headings: what a page prints, and what ``to_csv`` writes.

    ``hours`` and ``gaps`` are of the same period; ``expectations`` are those chosen, with the date of checking.
    """

    title: str
    first: dt.date
    last: dt.date
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
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
    """A summary of the period in one of the file's forms, the earliest meeting first; ``sessions`` are all there are.

    ``names`` is ``(name, code)`` of the register: a name that somebody typed into a field is replaced by its code.
    Fields that are to be left out of every export are left out whatever the form says. A form that has no place for
    what was planned or what became of it lists the meetings that were held.

    Raises:
        NotFound: there is no such form.
    """
    chosen = data.summary(form)
    specs = [spec for spec in map(data.field, chosen.fields) if not spec.leave_out_of_export]
    coded = by_code(names)
    all_of_them = any(spec.id in _OF_ANY_MEETING for spec in specs)
    shown = sorted(
        (s for s in sessions if s.day and first <= s.day <= last and (all_of_them or is_held(s))),
        key=lambda session: session.day or dt.date.min,
    )
    return Summary(
        title=chosen.name,
        first=first,
        last=last,
        columns=tuple(spec.label for spec in specs),
        rows=tuple(tuple(_cell(spec, session, coded) for spec in specs) for session in shown),
        hours=months(sessions, arithmetic, first, last),
        gaps=gaps(sessions, first, last),
        expectations=tuple(expectations),
    )


def agenda_page(
    items: Sequence[AgendaItem], today: dt.date, title: str = AGENDA_TITLE, *, names: Sequence[tuple[str, str]] = ()
) -> Summary:
    """The agenda on one page: matter, person by code, why, what I want, how soon, days waited."""
    coded = by_code(names)
    rows = tuple(
        (
            coded(item.heading),
            item.code,
            coded(item.why) or (_NOT_SURE if item.not_sure else ""),
            coded(item.want),
            _HOW_SOON_WORDS.get(item.how_soon, ""),
            str(days_waited(item, today)),
        )
        for item in items
    )
    first = min((item.flagged_on or today for item in items), default=today)
    return Summary(title, first, today, AGENDA_COLUMNS, rows)


def pressing_first(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Matters by how soon they should be heard; of those alike, the one that waited longest first."""
    places = {name: place for place, name in enumerate(HOW_SOON)}
    return tuple(
        sorted(items, key=lambda item: (places.get(item.how_soon, len(places)), item.flagged_on or dt.date.max))
    )


def gaps(sessions: Sequence[Session], first: dt.date, last: dt.date) -> tuple[Gap, ...]:
    """Days between held meetings that the period has a part of, the longest first; the open one up to ``last`` too.

    ``sessions`` are all there are, so that the gap in which the period begins is seen whole. With none held before or
    in it, the whole period is one.
    """
    held = sorted({s.date_held for s in sessions if is_held(s) and s.date_held and s.role_here != GIVEN})
    held = [day for day in held if day <= last]
    if not held:
        return (Gap(first, last, (last - first).days),) if last > first else ()
    ends = [*held[1:], last]
    found = [
        Gap(start, end, (end - start).days)
        for start, end in zip(held, ends, strict=True)
        if end >= first and end > start
    ]
    return tuple(sorted(found, key=lambda gap: -gap.days))


def days_waited(item: AgendaItem, today: dt.date) -> int:
    """How long a matter waited: to the day it was heard, or to ``today``. Calendar days, whatever the clocks do."""
    if item.flagged_on is None:
        return 0
    return max(((item.closed_on or today) - item.flagged_on).days, 0)


def to_csv(made: Summary) -> str:
    """The rows as CSV (RFC 4180) under a line of headings; a cell that a spreadsheet would run gets a leading quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(made.columns)
    for row in made.rows:
        writer.writerow([harmless_cell(cell) for cell in row])
    return out.getvalue()


def hours_to_csv(hours: Sequence[MonthHours]) -> str:
    """The months as CSV: minutes held, creditable, lost and given, and how many meetings."""
    columns = ("Month", "Minutes held", "Creditable minutes", "Minutes lost", "Minutes given", "Held", "Not held")
    rows = tuple(
        (
            f"{row.month:%Y-%m}",
            str(row.held),
            f"{float(row.credited):g}",
            str(row.lost),
            str(row.given),
            str(row.sessions),
            str(row.moved),
        )
        for row in hours
    )
    day = dt.date.min
    return to_csv(Summary("", day, day, columns, rows))


def harmless_cell(cell: str) -> str:
    """A cell that no spreadsheet runs: one that begins like a formula gets a quotation mark in front."""
    return f"'{cell}" if cell.startswith(_RUN_BY_SPREADSHEETS) else cell


def _cell(spec: FieldSpec, session: Session, coded: Callable[[str], str]) -> str:
    value = getattr(session, spec.id)
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(coded(str(part)) for part in value)
    if spec.type == "choice":
        return spec.name_of(value)
    return coded(value) if isinstance(value, str) else str(value)
