"""Lists of entries without their bodies: counted, cut into windows, walked page by page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from journal.errors import NotFound
from journal.model import Filter, Heading, Outline
from journal.store.filters import NEWEST_FIRST, conditions, source
from journal.store.rows import from_ms, to_id
from journal.store.sql import Row, Sql

HEADING = "entry.id, entry.kind, entry.title, entry.excerpt, entry.day, entry.written_at, entry.star, entry.words"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the timeline: after the entry of this day, written then."""

    day: dt.date
    written_at_ms: int
    seq: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list; ``next`` is ``None`` at the end."""

    headings: tuple[Heading, ...]
    next: Cursor | None


def heading(row: Row) -> Heading:
    """The heading that the columns ``HEADING`` hold."""
    key, kind, title, excerpt, day, written_at, star, words = row
    return Heading(
        id=to_id(key),
        kind=kind,
        title=title,
        excerpt=excerpt,
        day=dt.date.fromisoformat(day),
        written_at=from_ms(written_at),
        star=bool(star),
        words=words,
    )


def headings(sql: Sql, rest: str, *values: object) -> tuple[Heading, ...]:
    """The headings that ``rest`` (joins, WHERE and ORDER BY in words of ours) names."""
    return tuple(map(heading, sql.all(f"SELECT {HEADING} FROM entry {rest}", *values)))  # noqa: S608 - names of ours


def count(sql: Sql, wanted: Filter) -> int:
    """How many entries pass the filter."""
    where, values = conditions(wanted)
    return int(sql.all(f"SELECT count(*) FROM {source(wanted)} WHERE {where}", *values)[0][0])  # noqa: S608 - names of ours


def window(sql: Sql, wanted: Filter, offset: int, limit: int) -> tuple[Heading, ...]:
    """``limit`` headings from place ``offset`` on, newest first: what a list on the screen needs."""
    where, values = conditions(wanted)
    rows = sql.all(
        f"SELECT {HEADING} FROM {source(wanted)} WHERE {where} ORDER BY {NEWEST_FIRST} LIMIT ? OFFSET ?",  # noqa: S608
        *values,
        limit,
        offset,
    )
    return tuple(map(heading, rows))


def outline(sql: Sql, wanted: Filter, entry_id: UUID | None = None) -> Outline:
    """How many entries each month of the list has, and which row of it the entry is: both from the index alone."""
    where, values = conditions(wanted)
    rows = sql.all(
        f"SELECT substr(entry.day, 1, 7) AS month, count(*) FROM {source(wanted)} WHERE {where}"  # noqa: S608
        " GROUP BY month ORDER BY month DESC",
        *values,
    )
    months = tuple((int(month[:4]), int(month[5:]), int(entries)) for month, entries in rows)
    if entry_id is None:
        return Outline(months)
    here = sql.one(
        f"SELECT entry.day, entry.written_at, entry.seq FROM entry WHERE entry.id = ? AND {where}",  # noqa: S608
        entry_id.bytes,
        *values,
    )
    if here is None:
        return Outline(months)
    newer = sql.all(
        f"SELECT count(*) FROM {source(wanted)}"  # noqa: S608
        f" WHERE {where} AND (entry.day, entry.written_at, entry.seq) > (?, ?, ?)",
        *values,
        *here,
    )
    return Outline(months, int(newer[0][0]))


def page(sql: Sql, wanted: Filter, after: Cursor | None, limit: int) -> Page:
    """The next ``limit`` headings after a place; costs the same however far down it is."""
    where, values = conditions(wanted)
    if after is not None:
        where += " AND (entry.day, entry.written_at, entry.seq) < (?, ?, ?)"
        values += [after.day.isoformat(), after.written_at_ms, after.seq]
    rows = sql.all(
        f"SELECT {HEADING}, entry.seq FROM {source(wanted)} WHERE {where} ORDER BY {NEWEST_FIRST} LIMIT ?",  # noqa: S608
        *values,
        limit + 1,
    )
    shown = rows[:limit]
    more = len(rows) > limit and bool(shown)
    last = Cursor(dt.date.fromisoformat(shown[-1][4]), shown[-1][5], shown[-1][8]) if more else None
    return Page(tuple(heading(row[:8]) for row in shown), last)


def neighbours(sql: Sql, entry_id: UUID) -> tuple[UUID | None, UUID | None]:
    """The entries just newer and just older in the timeline. Raises ``NotFound``."""
    here = sql.one("SELECT day, written_at, seq FROM entry WHERE id = ?", entry_id.bytes)
    if here is None:
        raise NotFound(what="entry")
    start = "SELECT id FROM entry INDEXED BY entry_timeline WHERE trashed_at IS NULL AND (day, written_at, seq)"
    newer = sql.one(f"{start} > (?, ?, ?) ORDER BY day, written_at, seq LIMIT 1", *here)
    older = sql.one(f"{start} < (?, ?, ?) ORDER BY day DESC, written_at DESC, seq DESC LIMIT 1", *here)
    return (to_id(newer[0]) if newer else None, to_id(older[0]) if older else None)


def days_with_entries(sql: Sql, month: dt.date) -> tuple[dt.date, ...]:
    """The days of ``month`` (any day of it) that an entry is about, in order."""
    first = month.replace(day=1)
    last = first + dt.timedelta(days=31)
    rows = sql.all(
        "SELECT DISTINCT day FROM entry INDEXED BY entry_timeline"
        " WHERE trashed_at IS NULL AND day >= ? AND day < ? ORDER BY day",
        first.isoformat(),
        last.replace(day=1).isoformat(),
    )
    return tuple(dt.date.fromisoformat(row[0]) for row in rows)
