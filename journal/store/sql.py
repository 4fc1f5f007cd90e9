"""How the rooms of the store speak to the engine: whole answers, values always bound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

Row = tuple[Any, ...]


class _Cursor(Protocol):
    @property
    def rowcount(self) -> int: ...
    @property
    def lastrowid(self) -> int | None: ...
    def fetchall(self) -> list[Any]: ...
    def close(self) -> None: ...


class Raw(Protocol):
    """What is used of the engine's own connection."""

    def execute(self, sql: str, parameters: Any = ..., /) -> _Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Any], /) -> _Cursor: ...


class Sql:
    """What may be asked inside ``Connection.read`` and ``Connection.write``; every answer is fetched whole."""

    __slots__ = ("_engine",)

    def __init__(self, raw: Raw) -> None:
        self._engine = raw

    def all(self, sql: str, *values: object) -> list[Row]:
        """All rows. No cursor stays open: one would keep an interruption alive for the next statement."""
        cursor = self._engine.execute(sql, values)
        try:
            return cursor.fetchall()
        finally:
            cursor.close()

    def one(self, sql: str, *values: object) -> Row | None:
        """The first row, or ``None``."""
        rows = self.all(sql, *values)
        return rows[0] if rows else None

    def run(self, sql: str, *values: object) -> int:
        """Execute; returns how many rows an UPDATE or DELETE changed."""
        cursor = self._engine.execute(sql, values)
        try:
            return cursor.rowcount
        finally:
            cursor.close()

    def add(self, sql: str, *values: object) -> int:
        """Execute an INSERT; returns the new row's ``seq``."""
        cursor = self._engine.execute(sql, values)
        try:
            return cursor.lastrowid or 0
        finally:
            cursor.close()

    def many(self, sql: str, rows: Iterable[Row]) -> None:
        """Execute once a row."""
        self._engine.executemany(sql, rows).close()
