"""Whether somebody has a journal file open; asks without a key."""

from __future__ import annotations

import contextlib
from pathlib import Path

from journal.store import guards
from journal.store.connection import open_raw
from journal.store.sql import Sql


def held_elsewhere(path: Path) -> bool:
    """Whether an open ``Connection``, of this process or another, holds the file at ``path``."""
    try:
        raw = open_raw(f"{path.absolute().as_uri()}?mode=rw")
    except Exception:  # what the engine cannot even open, it does not hold either
        return False
    try:
        guards.quiet(Sql(raw).all)
        # the lock comes before the first page is read: held is "busy", free is "not a database" without a key
        Sql(raw).run("BEGIN EXCLUSIVE")
    except Exception as error:  # the engine's classes are named in connection.py alone
        return str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY")
    finally:
        with contextlib.suppress(Exception):
            raw.close()
    return False
