"""Numbers about the journal that nobody typed: its generation, the last backup and check, a clean-up that is due."""

from __future__ import annotations

import datetime as dt

from journal.model import JournalFacts
from journal.store.connection import Connection
from journal.store.rows import maybe_from_ms, to_ms
from journal.store.sql import Sql

_BACKUP = "last_backup_at"
_CHECK = "last_check_at"
_CHECK_OK = "last_check_ok"
_SCRUB = "scrub_due"


class Facts:
    """Read and set them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self) -> JournalFacts:
        """All of them, for status lines and for ``seen.json``; what lies in the trash is not counted."""
        with self._connection.read() as sql:
            values: dict[str, int] = dict(sql.all("SELECT name, value FROM fact"))
            generation, entries = sql.all(
                "SELECT generation, (SELECT count(*) FROM entry WHERE trashed_at IS NULL) FROM journal"
            )[0]
        return JournalFacts(
            entries=entries,
            generation=generation,
            last_backup_at=maybe_from_ms(values.get(_BACKUP)),
            last_check_at=maybe_from_ms(values.get(_CHECK)),
            last_check_ok=None if _CHECK_OK not in values else bool(values[_CHECK_OK]),
        )

    def raise_generation(self, above: int = 0) -> int:
        """Count one up, and above ``above`` (a restore goes above both journals); returns the new generation.

        Before a checkpoint: an older file put back later is told by it.
        """
        with self._connection.write() as sql:
            sql.run("UPDATE journal SET generation = max(generation, ?) + 1", above)
            return int(sql.all("SELECT generation FROM journal")[0][0])

    def set_backup(self, at: dt.datetime) -> None:
        """A verified backup was made."""
        with self._connection.write() as sql:
            _set(sql, _BACKUP, to_ms(at))

    def set_check(self, at: dt.datetime, ok: bool) -> None:
        """A full check was made."""
        with self._connection.write() as sql:
            _set(sql, _CHECK, to_ms(at))
            _set(sql, _CHECK_OK, int(ok))


def scrub_is_due(sql: Sql) -> bool:
    """Whether something was deleted for good and still lies in free pages and index blocks."""
    return sql.one("SELECT 1 FROM fact WHERE name = ?", _SCRUB) is not None


def set_scrub_due(sql: Sql, due: bool) -> None:
    """Note in the deleting transaction that a clean-up must follow, even after a crash; or that it is done."""
    if due:
        _set(sql, _SCRUB, 1)
    else:
        sql.run("DELETE FROM fact WHERE name = ?", _SCRUB)


def _set(sql: Sql, name: str, value: int) -> None:
    sql.run(
        "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value,
    )
