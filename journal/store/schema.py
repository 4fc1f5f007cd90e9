"""The numbered steps from an older shape of the rows to today's. A released step is never edited."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.store.connection import Connection

#: ``PRAGMA application_id`` of a journal (set by the first step): the letters CONW.
APPLICATION_ID = 0x434F4E57

#: The schema number that this program writes; a file with a greater one is refused untouched.
NEWEST = 3


def steps() -> dict[int, str]:
    """Each step's number and its SQL, in order."""
    found = (item for item in files("journal.store").joinpath("migrations").iterdir() if item.name.endswith(".sql"))
    return {int(item.name[:4]): item.read_text(encoding="utf-8") for item in sorted(found, key=lambda item: item.name)}


def migrate(connection: Connection) -> int:
    """Take the rows to ``NEWEST``, each step in a transaction of its own; returns how many steps were taken.

    The caller has made a copy first. Nothing is written when there is nothing to do.

    Raises:
        DiskFull, WriteFailed, VaultDamaged: a step could not be written; the file is as the step before left it.
    """
    waiting = {number: sql for number, sql in steps().items() if number > connection.schema}
    for number, sql in waiting.items():
        connection.take_step(number, sql)
    return len(waiting)
