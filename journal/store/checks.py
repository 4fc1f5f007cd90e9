"""Whether an open file is ours and whole."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from journal.errors import NewerVersion, NotOurs, VaultDamaged
from journal.store import schema
from journal.store.sql import Sql


@dataclass(frozen=True, slots=True)
class Counts:
    """What a copy holds, for a backup's manifest."""

    journal_id: UUID
    schema: int
    generation: int
    entries: int
    trashed: int
    revisions: int
    names: int
    posts: int


def check_ours(sql: Sql) -> None:
    """Raises ``NotOurs`` for another program's file, ``NewerVersion`` for rows of a shape we do not know."""
    ask = sql.all
    if int(ask("PRAGMA application_id")[0][0]) != schema.APPLICATION_ID:
        raise NotOurs()
    found = int(ask("PRAGMA user_version")[0][0])
    if found > schema.NEWEST:
        raise NewerVersion(found=found, known=schema.NEWEST)


def failed_pages(sql: Sql) -> tuple[int, ...]:
    """The pages of the main file whose checksum is wrong; the log is not read. 0 stands for the file as a whole."""
    # "HMAC verification failed for page 6", "page 0 has an invalid size": sqlcipher_codec_ctx_integrity_check
    reports = [str(row[0]) for row in sql.all("PRAGMA cipher_integrity_check")]
    return tuple(int(next((word for word in report.split() if word.isdigit()), "0")) for report in reports)


def check_rows(sql: Sql, pragma: str) -> None:
    """``pragma`` is ``quick_check`` or ``integrity_check``; both read the search index too. Raises ``VaultDamaged``."""
    if [str(row[0]) for row in sql.all(f"PRAGMA {pragma}(1)")] != ["ok"]:
        raise VaultDamaged()


def counts(sql: Sql) -> Counts:
    """Count what the file holds."""
    row = sql.one(
        "SELECT id, generation, (SELECT count(*) FROM entry WHERE trashed_at IS NULL),"
        " (SELECT count(*) FROM entry WHERE trashed_at IS NOT NULL), (SELECT count(*) FROM revision),"
        " (SELECT count(*) FROM known_name), (SELECT count(*) FROM post) FROM journal"
    )
    if row is None:
        raise VaultDamaged()
    found = int(sql.all("PRAGMA user_version")[0][0])
    return Counts(UUID(bytes=row[0]), found, *row[1:])
