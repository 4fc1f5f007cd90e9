"""Rows that a person makes, with the chain of their words: what every table of the practice side has in common.

A row's words now lie in the row; earlier ones in ``practice_revision``, kept when writing paused, exactly as an
entry's. Deleting a row removes its earlier words and leaves a tombstone; storing it again with its id undoes that.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from journal.errors import NotFound, VaultDamaged
from journal.ids import new_id
from journal.model import EarlierWords
from journal.store.columns import Column
from journal.store.rows import from_ms, to_id
from journal.store.sql import Row, Sql
from journal.store.texts import stretch_is_over

_CHAIN = ("revision", "parents", "revised_at", "revision_device", "opened_at")


@dataclass(frozen=True, slots=True)
class Noun:
    """A table and what its rows are: ``value`` is the dataclass that a row becomes.

    ``id_of`` makes what stands in the value's ``id``; ``has_id`` is false for a value that has none (one row a table).
    """

    table: str
    value: type[Any]
    columns: tuple[Column, ...]
    id_of: Callable[[UUID], object] = lambda row_id: row_id
    has_id: bool = True

    @property
    def names(self) -> str:
        """The columns after the id, for a SELECT."""
        return ", ".join(f'"{self.table}"."{column.name}"' for column in self.columns)

    def values(self, value: object) -> dict[str, object]:
        """What goes into each column."""
        return {column.name: column.put(getattr(value, column.of)) for column in self.columns}

    def taken(self, row_id: UUID, row: Iterable[Any], **extra: object) -> Any:
        """The value of a row, given as ``names`` selects it."""
        taken: dict[str, object] = {
            column.of: column.take(cell) for column, cell in zip(self.columns, row, strict=True)
        }
        if self.has_id:
            taken["id"] = self.id_of(row_id)
        return self.value(**taken, **extra)


def load(sql: Sql, noun: Noun, row_id: UUID) -> Any:
    """One value. Raises ``NotFound``."""
    row = sql.one(f"SELECT {noun.names} FROM {noun.table} WHERE id = ?", row_id.bytes)  # noqa: S608 - names of ours
    if row is None:
        raise NotFound(what=noun.table)
    return noun.taken(row_id, row)


def load_all(sql: Sql, noun: Noun, rest: str = "", *values: object) -> tuple[Any, ...]:
    """All values; ``rest`` is WHERE and ORDER BY, in words of ours."""
    rows = sql.all(f"SELECT {noun.table}.id, {noun.names} FROM {noun.table} {rest}", *values)  # noqa: S608 - as above
    return tuple(noun.taken(to_id(row[0]), row[1:]) for row in rows)


def is_there(sql: Sql, noun: Noun, row_id: UUID) -> bool:
    """Whether there is such a row."""
    return sql.one(f"SELECT 1 FROM {noun.table} WHERE id = ?", row_id.bytes) is not None  # noqa: S608 - as above


def differs(sql: Sql, noun: Noun, row_id: UUID | None, cells: Mapping[str, object]) -> bool:
    """Whether storing ``cells`` would change anything."""
    if row_id is None:
        return True
    row = sql.one(f"SELECT {_quoted(cells)} FROM {noun.table} WHERE id = ?", row_id.bytes)  # noqa: S608 - as above
    return row is None or list(row) != list(cells.values())


def store(sql: Sql, noun: Noun, row_id: UUID | None, cells: Mapping[str, object], *, now_ms: int, device: UUID) -> UUID:
    """Store a row, new or changed, inside a transaction; returns its id. Words that change are kept when they are due.

    An id that is not there is stored anew: what was just removed can be put back.
    """
    key = new_id(now_ms) if row_id is None else row_id
    old = sql.one(
        f"SELECT {', '.join(_CHAIN)}, {_quoted(cells)} FROM {noun.table} WHERE id = ?",  # noqa: S608 - as above
        key.bytes,
    )
    if old is None:
        _insert(sql, noun, key, {**_first_link(now_ms, device), **cells})
        return key
    before = dict(zip(cells, old[len(_CHAIN) :], strict=True))
    chain = dict(zip(_CHAIN, old[: len(_CHAIN)], strict=True))
    words = [column.name for column in noun.columns if column.words and column.name in cells]
    if any(before[name] != cells[name] for name in words):
        closed = _is_closed(chain, now_ms, device)
        if closed and any(before[name] not in {"", "[]"} for name in words):
            _keep(sql, noun, key, chain, [(name, str(before[name])) for name in words])
            chain["parents"] = chain["revision"]
        chain = {
            "revision": new_id(now_ms).bytes,
            "parents": chain["parents"],
            "revised_at": now_ms,
            "revision_device": device.bytes,
            "opened_at": now_ms if closed else chain["opened_at"],
        }
    _update(sql, noun, key, {**cells, **chain, "changed_at": now_ms, "device": device.bytes})
    return key


def remove(sql: Sql, noun: Noun, row_id: UUID, *, now_ms: int, device: UUID) -> None:
    """Delete a row with its earlier words, leaving a tombstone. Raises ``NotFound``."""
    if not sql.run(f"DELETE FROM {noun.table} WHERE id = ?", row_id.bytes):  # noqa: S608 - names of ours
        raise NotFound(what=noun.table)
    sql.run(
        "INSERT OR IGNORE INTO tombstone (id, what, at, device) VALUES (?, ?, ?, ?)",
        row_id.bytes,
        noun.table,
        now_ms,
        device.bytes,
    )


def earlier(sql: Sql, row_id: UUID) -> tuple[EarlierWords, ...]:
    """The earlier words of a row, the newest first."""
    rows = sql.all(
        "SELECT id, parents, device, at, packed FROM practice_revision WHERE of = ? ORDER BY at DESC, seq DESC",
        row_id.bytes,
    )
    return tuple(_earlier(row_id, row) for row in rows)


def _insert(sql: Sql, noun: Noun, key: UUID, cells: Mapping[str, object]) -> None:
    marks = ", ".join("?" * (len(cells) + 1))
    sql.run(
        f"INSERT INTO {noun.table} (id, {_quoted(cells)}) VALUES ({marks})",  # noqa: S608 - names of ours
        key.bytes,
        *cells.values(),
    )
    sql.run("DELETE FROM tombstone WHERE id = ?", key.bytes)


def _first_link(now_ms: int, device: UUID) -> dict[str, object]:
    """What every new row begins with."""
    return {
        "made_at": now_ms,
        "changed_at": now_ms,
        "device": device.bytes,
        "revision": new_id(now_ms).bytes,
        "parents": b"",
        "revised_at": now_ms,
        "revision_device": device.bytes,
        "opened_at": now_ms,
    }


def _update(sql: Sql, noun: Noun, key: UUID, cells: Mapping[str, object]) -> None:
    sets = ", ".join(f'"{name}" = ?' for name in cells)
    sql.run(f"UPDATE {noun.table} SET {sets} WHERE id = ?", *cells.values(), key.bytes)  # noqa: S608 - names of ours


def _is_closed(chain: Mapping[str, Any], now: int, device: UUID) -> bool:
    """Whether the stretch of writing that the words came from is over."""
    same_device = chain["revision_device"] == device.bytes
    return not same_device or stretch_is_over(now, chain["revised_at"], chain["opened_at"])


def _keep(sql: Sql, noun: Noun, key: UUID, chain: Mapping[str, Any], words: list[tuple[str, str]]) -> None:
    sql.run(
        "INSERT INTO practice_revision (id, of, what, parents, device, at, packed) VALUES (?, ?, ?, ?, ?, ?, ?)",
        chain["revision"],
        key.bytes,
        noun.table,
        chain["parents"],
        chain["revision_device"],
        chain["revised_at"],
        zlib.compress(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()),
    )


def _earlier(row_id: UUID, row: Row) -> EarlierWords:
    key, parents, device, at, packed = row
    try:
        pairs = json.loads(zlib.decompress(packed))
        words = tuple((str(name), str(value)) for name, value in pairs)
    except (zlib.error, ValueError, TypeError):
        raise VaultDamaged() from None
    return EarlierWords(
        id=to_id(key),
        row_id=row_id,
        parents=tuple(to_id(parents[start : start + 16]) for start in range(0, len(parents), 16)),
        device=to_id(device),
        at=from_ms(at),
        words=words,
    )


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
