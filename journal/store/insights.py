"""Counts and sums for charts and for the person's own numbers; what lies in the trash counts nowhere."""

from __future__ import annotations

import datetime as dt

from journal.practice_model import HELD, DayWritten, RatedDay, Statistics
from journal.store.connection import Connection
from journal.store.rows import from_day, to_day
from journal.store.sql import Sql

_BETWEEN = "trashed_at IS NULL AND day BETWEEN ? AND ?"


class Insights:
    """All of them in one open journal. Days are inclusive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def days(self, first: dt.date, last: dt.date) -> tuple[DayWritten, ...]:
        """The days that an entry is about, the earliest first."""
        with self._connection.read() as sql:
            rows = sql.all(
                f"SELECT day, count(*), sum(words) FROM entry WHERE {_BETWEEN} GROUP BY day ORDER BY day",  # noqa: S608
                from_day(first),
                from_day(last),
            )
        return tuple(DayWritten(dt.date.fromisoformat(day), entries, words) for day, entries, words in rows)

    def rated(self, first: dt.date, last: dt.date) -> tuple[RatedDay, ...]:
        """The marks of the core conditions, one row an entry that carries any, the earliest first."""
        with self._connection.read() as sql:
            rows = sql.all(
                "SELECT day, congruence, upr, empathy FROM entry"  # noqa: S608 - names of ours
                f" WHERE {_BETWEEN} AND (congruence IS NOT NULL OR upr IS NOT NULL OR empathy IS NOT NULL)"
                " ORDER BY day, seq",
                from_day(first),
                from_day(last),
            )
        return tuple(RatedDay(dt.date.fromisoformat(row[0]), *row[1:]) for row in rows)

    def statistics(self, first: dt.date, last: dt.date) -> Statistics:
        """The journal in numbers."""
        days = (from_day(first), from_day(last))
        with self._connection.read() as sql:
            entries, words, written, first_day, last_day = sql.all(
                "SELECT count(*), coalesce(sum(words), 0), count(DISTINCT day), min(day), max(day)"  # noqa: S608
                f" FROM entry WHERE {_BETWEEN}",
                *days,
            )[0]
            kinds = sql.all(
                f"SELECT kind, count(*), sum(words) FROM entry WHERE {_BETWEEN} GROUP BY kind ORDER BY kind",  # noqa: S608
                *days,
            )
            months = sql.all(
                "SELECT substr(day, 1, 7) || '-01' AS month, count(*), sum(words)"  # noqa: S608 - names of ours
                f" FROM entry WHERE {_BETWEEN} GROUP BY month ORDER BY month",
                *days,
            )
            return Statistics(
                entries=entries,
                words=words,
                days_written=written,
                first_day=to_day(first_day),
                last_day=to_day(last_day),
                by_kind=tuple((kind, count, total) for kind, count, total in kinds),
                by_month=tuple((dt.date.fromisoformat(month), count, total) for month, count, total in months),
                sessions_held=_held(sql, *days),
                check_ins=_count(sql, "check_in", "day", *days),
                agenda_raised=_count(sql, "agenda_item", "flagged_on", *days),
                agenda_closed=_count(sql, "agenda_item", "closed_on", *days),
            )


def _held(sql: Sql, first: str | None, last: str | None) -> int:
    marks = ", ".join("?" * len(HELD))
    rows = sql.all(
        f"SELECT count(*) FROM supervision WHERE date_held BETWEEN ? AND ? AND status IN ({marks})",  # noqa: S608
        first,
        last,
        *HELD,
    )
    return int(rows[0][0])


def _count(sql: Sql, table: str, column: str, first: str | None, last: str | None) -> int:
    return int(sql.all(f"SELECT count(*) FROM {table} WHERE {column} BETWEEN ? AND ?", first, last)[0][0])  # noqa: S608
