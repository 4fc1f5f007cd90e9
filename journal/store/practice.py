"""The writer's own ways: prompts shown, notices dismissed, the last place, preferences that could name somebody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from journal.model import JournalFacts, Place
from journal.store.connection import Connection
from journal.store.facts import Facts
from journal.store.rows import storable, to_id, to_ms


class Practice:
    """Small rows that a person makes by using the journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock

    def mark_shown(self, prompt_id: str) -> None:
        """Note that a prompt was shown now."""
        with self._connection.write() as sql:
            sql.run(
                "INSERT INTO prompt_shown (prompt, at) VALUES (?, ?)"
                " ON CONFLICT (prompt) DO UPDATE SET at = excluded.at, times = times + 1",
                prompt_id,
                self._now(),
            )

    def lately_shown(self, limit: int) -> tuple[str, ...]:
        """The ids of the prompts shown last, the latest first."""
        with self._connection.read() as sql:
            rows = sql.all("SELECT prompt FROM prompt_shown ORDER BY at DESC, prompt LIMIT ?", limit)
        return tuple(row[0] for row in rows)

    def dismiss(self, notice: str) -> None:
        """Remember that a notice is not to be shown again; ``notice`` is its code."""
        with self._connection.write() as sql:
            sql.run("INSERT OR IGNORE INTO notice_dismissed (code, at) VALUES (?, ?)", notice, self._now())

    def dismissed(self) -> frozenset[str]:
        """The codes of the notices that are not to be shown again."""
        with self._connection.read() as sql:
            return frozenset(row[0] for row in sql.all("SELECT code FROM notice_dismissed"))

    def place(self) -> Place:
        """Where the person was on this computer; an empty place before the first lock."""
        with self._connection.read() as sql:
            row = sql.one("SELECT page, entry, caret, post FROM place WHERE device = ?", self._device.bytes)
        if row is None:
            return Place()
        page, entry, caret, post = row
        return Place(page, to_id(entry) if entry else None, caret, to_id(post) if post else None)

    def set_place(self, place: Place) -> None:
        """Remember where the person is."""
        with self._connection.write() as sql:
            sql.run(
                "INSERT INTO place (device, page, entry, caret, post) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (device) DO UPDATE"
                " SET page = excluded.page, entry = excluded.entry, caret = excluded.caret, post = excluded.post",
                self._device.bytes,
                place.page,
                place.entry_id.bytes if place.entry_id else None,
                max(place.caret, 0),
                place.post_id.bytes if place.post_id else None,
            )

    def value(self, key: str) -> str | None:
        """A preference that could name somebody (the last export folder, …); ``None`` where it was never set."""
        with self._connection.read() as sql:
            row = sql.one("SELECT value FROM preference WHERE name = ?", key)
        return None if row is None else str(row[0])

    def set_value(self, key: str, value: str | None) -> None:
        """Set a preference; ``None`` removes it."""
        with self._connection.write() as sql:
            if value is None:
                sql.run("DELETE FROM preference WHERE name = ?", key)
                return
            sql.run(
                "INSERT INTO preference (name, value, changed_at, device) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO"
                " UPDATE SET value = excluded.value, changed_at = excluded.changed_at, device = excluded.device",
                key,
                storable(value),
                self._now(),
                self._device.bytes,
            )

    def facts(self) -> JournalFacts:
        """Counts and dates of the journal."""
        return Facts(self._connection).read()

    def _now(self) -> int:
        return to_ms(self._clock())
