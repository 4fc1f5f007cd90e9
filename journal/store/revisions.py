"""The chain of an entry's texts. The current one lies in the entry's row; here are the earlier ones."""

from __future__ import annotations

from uuid import UUID

from journal.errors import NotFound
from journal.model import Revision
from journal.store.entry_rows import Stored
from journal.store.rows import from_ms, to_id
from journal.store.sql import Row, Sql
from journal.store.texts import pack, stretch_is_over, unpack

_COLUMNS = "revision.id, entry.id, revision.parents, revision.device, revision.at, revision.packed"


def is_closed(stored: Stored, now_ms: int, device: UUID) -> bool:
    """Whether the current text is to be kept when another takes its place."""
    same_device = stored.revision_device == device.bytes
    return not stored.open or not same_device or stretch_is_over(now_ms, stored.revised_at, stored.opened_at)


def keep(sql: Sql, stored: Stored) -> bool:
    """Keep the current text as an earlier one; an empty text is not kept. Returns whether it was."""
    entry = stored.entry
    if not (entry.title or entry.body):
        return False
    sql.run(
        "INSERT INTO revision (id, entry, parents, device, at, packed) VALUES (?, ?, ?, ?, ?, ?)",
        entry.revision.bytes,
        stored.seq,
        stored.parents,
        stored.revision_device,
        stored.revised_at,
        pack(entry.title, entry.body),
    )
    return True


def of_entry(sql: Sql, entry_id: UUID) -> tuple[Revision, ...]:
    """The earlier texts of an entry, newest first."""
    rows = sql.all(
        f"SELECT {_COLUMNS} FROM revision JOIN entry ON entry.seq = revision.entry"  # noqa: S608 - names of ours
        " WHERE entry.id = ? ORDER BY revision.at DESC, revision.seq DESC",
        entry_id.bytes,
    )
    return tuple(map(_revision, rows))


def load(sql: Sql, revision_id: UUID) -> Revision:
    """One earlier text. Raises ``NotFound``."""
    row = sql.one(
        f"SELECT {_COLUMNS} FROM revision JOIN entry ON entry.seq = revision.entry WHERE revision.id = ?",  # noqa: S608
        revision_id.bytes,
    )
    if row is None:
        raise NotFound(what="revision")
    return _revision(row)


def _revision(row: Row) -> Revision:
    key, entry, parents, device, at, packed = row
    title, body = unpack(packed)
    return Revision(
        id=to_id(key),
        entry_id=to_id(entry),
        parents=tuple(to_id(parents[start : start + 16]) for start in range(0, len(parents), 16)),
        device=to_id(device),
        at=from_ms(at),
        title=title,
        body=body,
    )
