"""Care of the search index as a whole; single changes are the triggers' work."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from journal.errors import VaultDamaged
from journal.store.sql import Sql

_TRIGGER = "entry_body_added"
#: From so many new entries on, the index is gathered in larger pieces and then merged: 15 s instead of 31 for 100,000
#: (measured). For fewer it does not pay, and one large piece would be merged during a later save, for a second.
_MANY = 20_000
#: How much of the index FTS5 gathers before it writes a piece: its default (FTS5_DEFAULT_HASHSIZE in fts5_config.c).
_HASH_BYTES = 1 << 20
_LARGE_HASH_BYTES = 32 << 20


@contextlib.contextmanager
def together(sql: Sql) -> Iterator[None]:
    """Index the entries that are added inside in one statement at the end; part of the caller's transaction.

    A trigger's statement makes the index flush for each entry, which halves the speed of an import (measured).
    """
    trigger = sql.one("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", _TRIGGER)
    if trigger is None:
        raise VaultDamaged()
    last = sql.all("SELECT coalesce(max(seq), 0) FROM entry")[0][0]
    sql.run(f"DROP TRIGGER {_TRIGGER}")
    yield
    many = sql.all("SELECT count(*) FROM entry WHERE seq > ?", last)[0][0] >= _MANY
    if many:
        _set_hash_bytes(sql, _LARGE_HASH_BYTES)
    sql.run(
        "INSERT INTO entry_search (rowid, title, body) SELECT seq, title, body FROM entry_text WHERE seq > ?",
        last,
    )
    if many:
        _set_hash_bytes(sql, _HASH_BYTES)
        optimise(sql)
    sql.run(trigger[0])


def optimise(sql: Sql) -> None:
    """Merge the index into one piece. Without it deleted words still stand in its blocks (docs/architecture.md)."""
    sql.run("INSERT INTO entry_search (entry_search) VALUES ('optimize')")


def check(sql: Sql) -> None:
    """Compare the index with the texts, word by word. Raises ``VaultDamaged``; takes seconds in a long journal."""
    sql.run("INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)")


def _set_hash_bytes(sql: Sql, size: int) -> None:
    sql.run("INSERT INTO entry_search (entry_search, rank) VALUES ('hashsize', ?)", size)
