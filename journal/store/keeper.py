"""One noun of the practice side in one open journal: its rows read, stored, removed, each in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar
from uuid import UUID

from journal.store import kept
from journal.store.connection import Connection
from journal.store.kept import Noun
from journal.store.rows import to_ms
from journal.store.sql import Sql

Value = TypeVar("Value")
#: What else is stored in the same transaction, given the row's id and the time in milliseconds.
Also = Callable[[Sql, UUID, int], None]


class Keeper(Generic[Value]):
    """Rows of ``noun`` as values. ``device`` is this computer's id; ``clock`` gives aware UTC times."""

    def __init__(self, noun: Noun, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._noun = noun
        self._connection = connection
        self._device = device
        self._clock = clock

    def get(self, row_id: UUID) -> Value:
        """One. Raises ``NotFound``."""
        with self._connection.read() as sql:
            return self._as_value(kept.load(sql, self._noun, row_id))

    def all(self, rest: str = "", *values: object) -> tuple[Value, ...]:
        """All, or those that ``rest`` (WHERE, ORDER BY, LIMIT in words of ours) names."""
        with self._connection.read() as sql:
            return kept.load_all(sql, self._noun, rest, *values)

    def save(self, value: Value, row_id: UUID | None, extra: Mapping[str, object] | None = None) -> UUID:
        """Store a value, new where ``row_id`` is ``None``; writes nothing when nothing changed. Returns the id.

        ``extra`` are columns that the value has no field for.
        """
        return self.save_with(value, row_id, None, extra)

    def save_with(
        self, value: Value, row_id: UUID | None, also: Also | None, extra: Mapping[str, object] | None = None
    ) -> UUID:
        """As ``save``, and ``also`` in the same transaction, whether or not the row itself changed."""
        cells = {**self._noun.values(value), **(extra or {})}
        if also is None and row_id is not None:
            with self._connection.read() as sql:
                if not kept.differs(sql, self._noun, row_id, cells):
                    return row_id
        now = to_ms(self._clock())
        with self._connection.write() as sql:
            if row_id is not None and not kept.differs(sql, self._noun, row_id, cells):
                key = row_id
            else:
                key = kept.store(sql, self._noun, row_id, cells, now_ms=now, device=self._device)
            if also is not None:
                also(sql, key, now)
        return key

    def remove(self, row_id: UUID) -> None:
        """Delete one with its earlier words; a tombstone stays. Raises ``NotFound``."""
        now = to_ms(self._clock())
        with self._connection.write() as sql:
            kept.remove(sql, self._noun, row_id, now_ms=now, device=self._device)
        # the words must not wait in the log beside the file
        self._connection.checkpoint()

    @staticmethod
    def _as_value(value: Any) -> Value:
        found: Value = value
        return found
