"""Threads of entries, later notes beside them, filters saved by name, and what is never shown on this day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from journal.errors import AlreadyThere, NotFound, VaultDamaged
from journal.model import Filter, Heading, Order
from journal.practice_model import LaterNote, SavedFilter, Thread
from journal.store import columns, timeline
from journal.store.columns import Column
from journal.store.connection import Connection
from journal.store.keeper import Keeper
from journal.store.kept import Noun
from journal.store.rows import from_day, key_of, storable, to_day, to_id, to_ms
from journal.store.sql import Sql

THREAD = Noun("thread", Thread, (columns.text("name"), columns.text("about")))
NOTE = Noun(
    "later_note", LaterNote, (columns.link("entry", field="entry_id"), columns.day("day"), columns.text("text"))
)


def _put_filter(wanted: Filter) -> str:
    value = {
        "kinds": wanted.kinds,
        "tags": wanted.tags,
        "star": wanted.star,
        "first_day": from_day(wanted.first_day),
        "last_day": from_day(wanted.last_day),
        "trashed": wanted.trashed,
    }
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _take_filter(packed: str) -> Filter:
    try:
        value: Mapping[str, Any] = json.loads(packed)
        return Filter(
            kinds=tuple(map(str, value["kinds"])),
            tags=tuple(map(str, value["tags"])),
            star=None if value["star"] is None else bool(value["star"]),
            first_day=to_day(value["first_day"]),
            last_day=to_day(value["last_day"]),
            trashed=bool(value["trashed"]),
        )
    except (KeyError, TypeError, ValueError):
        raise VaultDamaged() from None


FILTER = Noun(
    "saved_filter",
    SavedFilter,
    (
        columns.text("name"),
        Column("filter", _put_filter, _take_filter),
        columns.text("query"),
        Column("order", lambda order: order.value, Order),
    ),
)


class LookingBackRows:
    """All of it in one open journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._clock = clock
        self._threads: Keeper[Thread] = Keeper(THREAD, connection, device, clock)
        self._notes: Keeper[LaterNote] = Keeper(NOTE, connection, device, clock)
        self._filters: Keeper[SavedFilter] = Keeper(FILTER, connection, device, clock)

    def threads(self) -> tuple[Thread, ...]:
        """All threads with their entries outside the trash, by name."""
        with self._connection.read() as sql:
            rows = sql.all(
                "SELECT thread.id, thread.name, thread.about, entry.id FROM thread"
                " LEFT JOIN thread_entry ON thread_entry.thread = thread.seq"
                " LEFT JOIN entry ON entry.id = thread_entry.entry AND entry.trashed_at IS NULL"
                " ORDER BY entry.day, entry.written_at, entry.seq"
            )
        found: dict[bytes, Thread] = {}
        for key, name, about, entry in rows:
            before = found.get(key)
            ids = (*(before.entry_ids if before else ()), *((to_id(entry),) if entry else ()))
            found[key] = Thread(to_id(key), name, about, ids)
        return tuple(sorted(found.values(), key=lambda thread: key_of(thread.name)))

    def thread(self, thread_id: UUID) -> Thread:
        """One. Raises ``NotFound``."""
        for thread in self.threads():
            if thread.id == thread_id:
                return thread
        raise NotFound(what="thread")

    def thread_entries(self, thread_id: UUID) -> tuple[Heading, ...]:
        """The entries of a thread outside the trash, the earliest day first."""
        with self._connection.read() as sql:
            return timeline.headings(
                sql,
                "JOIN thread_entry ON thread_entry.entry = entry.id JOIN thread ON thread.seq = thread_entry.thread"
                " WHERE thread.id = ? AND entry.trashed_at IS NULL ORDER BY entry.day, entry.written_at, entry.seq",
                thread_id.bytes,
            )

    def save_thread(self, thread: Thread) -> Thread:
        """Store a thread with its entries. Raises ``NotFound`` for an entry that is not there."""

        def set_entries(sql: Sql, key: UUID, _now_ms: int) -> None:
            (seq,) = sql.all("SELECT seq FROM thread WHERE id = ?", key.bytes)[0]
            for entry_id in thread.entry_ids:
                _entry_must_be_there(sql, entry_id)
            # what lies in the trash is not shown, and comes back into the thread with its entry
            sql.run(
                "DELETE FROM thread_entry WHERE thread = ? AND entry IN"
                " (SELECT id FROM entry WHERE trashed_at IS NULL)",
                seq,
            )
            sql.many(
                "INSERT OR IGNORE INTO thread_entry (thread, entry) VALUES (?, ?)",
                [(seq, entry_id.bytes) for entry_id in thread.entry_ids],
            )

        return self.thread(self._threads.save_with(thread, thread.id, set_entries))

    def remove_thread(self, thread_id: UUID) -> None:
        """Delete a thread; its entries stay. Raises ``NotFound``."""
        self._threads.remove(thread_id)

    def later_notes(self, entry_id: UUID) -> tuple[LaterNote, ...]:
        """What was said to an entry later, the earliest first."""
        return self._notes.all("WHERE entry = ? ORDER BY day, seq", entry_id.bytes)

    def save_later_note(self, note: LaterNote) -> LaterNote:
        """Store one. Raises ``NotFound`` where the entry is not there."""
        with self._connection.read() as sql:
            _entry_must_be_there(sql, note.entry_id)
        return self._notes.get(self._notes.save(note, note.id))

    def remove_later_note(self, note_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._notes.remove(note_id)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """In the order of their names."""
        return self._filters.all("ORDER BY name_key")

    def save_filter(self, saved: SavedFilter) -> SavedFilter:
        """Store one. Raises ``AlreadyThere`` for a name that another has."""
        key = key_of(storable(saved.name))
        with self._connection.read() as sql:
            row = sql.one("SELECT id FROM saved_filter WHERE name_key = ?", key)
        if row is not None and (saved.id is None or row[0] != saved.id.bytes):
            raise AlreadyThere(what="name")
        return self._filters.get(self._filters.save(saved, saved.id, {"name_key": key}))

    def remove_filter(self, filter_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._filters.remove(filter_id)

    def leave_out(self, entry_id: UUID, *, out: bool) -> None:
        """Never show an entry on this day, or show it again. Raises ``NotFound``."""
        with self._connection.write() as sql:
            _entry_must_be_there(sql, entry_id)
            if out:
                sql.run(
                    "INSERT OR IGNORE INTO left_out (entry, at) VALUES (?, ?)", entry_id.bytes, to_ms(self._clock())
                )
            else:
                sql.run("DELETE FROM left_out WHERE entry = ?", entry_id.bytes)

    def left_out(self) -> tuple[Heading, ...]:
        """Entries that are never shown on this day, the newest first."""
        with self._connection.read() as sql:
            return timeline.headings(
                sql,
                "WHERE entry.trashed_at IS NULL AND EXISTS (SELECT 1 FROM left_out WHERE left_out.entry = entry.id)"
                " ORDER BY entry.day DESC, entry.written_at DESC, entry.seq DESC",
            )

    def on_days(self, days: tuple[dt.date, ...]) -> tuple[Heading, ...]:
        """Entries about any of these days, the newest first, without those left out."""
        # days as one JSON value: nothing is put together from them
        with self._connection.read() as sql:
            return timeline.headings(
                sql,
                "WHERE entry.day IN (SELECT value FROM json_each(?)) AND entry.trashed_at IS NULL"
                " AND NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.entry = entry.id)"
                " ORDER BY entry.day DESC, entry.written_at DESC, entry.seq DESC",
                json.dumps([day.isoformat() for day in days]),
            )


def _entry_must_be_there(sql: Sql, entry_id: UUID) -> None:
    if sql.one("SELECT 1 FROM entry WHERE id = ?", entry_id.bytes) is None:
        raise NotFound(what="entry")
