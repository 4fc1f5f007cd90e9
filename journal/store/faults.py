"""What the engine's error codes mean for a person. Only codes come in: the engine's messages can hold typed words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from journal.atomic import as_journal_error, part_beside
from journal.errors import (
    BadInput,
    DiskFull,
    Gone,
    Interrupted,
    InUse,
    JournalError,
    ReadOnly,
    VaultDamaged,
    WriteFailed,
)

# Names of SQLite's result codes: https://www.sqlite.org/rescode.html. Extended names begin with the plain one.
_DAMAGE = (
    "SQLITE_NOTADB",
    "SQLITE_CORRUPT",
    "SQLITE_IOERR_READ",
    "SQLITE_IOERR_SHORT_READ",
    "SQLITE_IOERR_CORRUPTFS",
    "SQLITE_IOERR_DATA",
    "SQLITE_NOMEM",  # how SQLCipher answers some torn pages (measured, docs/security.md)
    "SQLITE_FORMAT",
)
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR_LOCK", "SQLITE_IOERR_RDLOCK")


def fault(name: str, database: Path, *, damaged: bool = False) -> JournalError | None:
    """The journal's error for the result code called ``name``, or ``None`` where the code means a bug of ours.

    ``damaged`` says that this connection met damage before: SQLCipher then refuses every write as "read-only".
    """
    if name == "SQLITE_READONLY_DBMOVED":
        return Gone(what="file")
    if name.startswith(_DAMAGE) or (damaged and name.startswith("SQLITE_READONLY")):
        return VaultDamaged()
    if name.startswith(_LOCKED):
        return InUse()
    if name.startswith("SQLITE_CANTOPEN") and not database.exists():
        return Gone(what="file")
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return _why_not_written(database)
    plain: dict[str, JournalError] = {
        "SQLITE_FULL": DiskFull(),
        "SQLITE_INTERRUPT": Interrupted(),
        "SQLITE_READONLY": ReadOnly(),
        "SQLITE_PERM": ReadOnly(),
        "SQLITE_TOOBIG": BadInput(what="text", reason="long"),
    }
    return plain.get("SQLITE_READONLY" if name.startswith("SQLITE_READONLY") else name)


def _why_not_written(database: Path) -> JournalError:
    """The engine says only that a write failed; writing one page beside it, as far out, tells the reason."""
    log = Path(f"{database}-wal")
    probe = part_beside(database)
    try:
        reach = log.stat().st_size if log.exists() else 0
        with probe.open("xb") as file:
            file.seek(reach)
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return as_journal_error(error)
    finally:
        probe.unlink(missing_ok=True)
    return WriteFailed(errno=errno.EIO)
