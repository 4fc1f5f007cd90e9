"""The flags of an entry on the agenda: each new one gets its place there, and one taken back leaves it.

Apart from ``agenda.py``, so that entries are stored without the values of the practice side being imported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from journal.ids import new_id
from journal.model import AgendaFlag
from journal.store.rows import from_ms
from journal.store.sql import Sql

#: A matter without any words of the person's own is a mere flag.
_NO_WORDS = "title || why || want || said || changes || follow_up = ''"


def follow(sql: Sql, entry_seq: int, flags: Sequence[AgendaFlag], now_ms: int, device: UUID) -> None:
    """Give each new flag of an entry its place on the agenda, and take off those whose flag is gone.

    Called inside the transaction that stores the entry. A matter to which words were added stays without its flag.
    """
    (entry,) = sql.all("SELECT id FROM entry WHERE seq = ?", entry_seq)[0]
    there = {row[0] for row in sql.all("SELECT id FROM agenda_item WHERE entry = ? AND flagged = 1", entry)}
    for key in there - {flag.id.bytes for flag in flags}:
        # no tombstone: taking back a flag is an edit, and undoing it brings the same id again
        if not sql.run(f"DELETE FROM agenda_item WHERE id = ? AND {_NO_WORDS}", key):  # noqa: S608 - names of ours
            sql.run("UPDATE agenda_item SET flagged = 0 WHERE id = ?", key)
    for flag in flags:
        if sql.one("SELECT 1 FROM agenda_item WHERE id = ?", flag.id.bytes) is None:
            _add(sql, flag, entry, now_ms, device)


def without_removed(sql: Sql, flags: Sequence[AgendaFlag]) -> tuple[AgendaFlag, ...]:
    """The flags whose matter was not taken off the agenda: a draft held meanwhile must not bring it back."""
    return tuple(
        flag
        for flag in flags
        if sql.one("SELECT 1 FROM tombstone WHERE id = ? AND what = 'agenda_item'", flag.id.bytes) is None
    )


def local_day(moment: dt.datetime) -> dt.date:
    """The day that a moment falls on where the person is."""
    return moment.astimezone().date()


def _add(sql: Sql, flag: AgendaFlag, entry: bytes, now_ms: int, device: UUID) -> None:
    sql.run(
        "INSERT INTO agenda_item (id, made_at, changed_at, device, revision, parents, revised_at, revision_device,"
        " opened_at, not_sure, how_soon, flagged, flagged_on, entry, title, why, want, said, changes, follow_up)"
        " VALUES (?, ?, ?, ?, ?, x'', ?, ?, ?, 0, 'next-meeting', 1, ?, ?, '', '', '', '', '', '')",
        flag.id.bytes,
        now_ms,
        now_ms,
        device.bytes,
        new_id(now_ms).bytes,
        now_ms,
        device.bytes,
        now_ms,
        local_day(from_ms(now_ms)).isoformat(),
        entry,
    )
