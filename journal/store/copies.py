"""Looks at a journal file without opening it as one: a copy just made, or a file that does not open."""

from __future__ import annotations

import contextlib
from pathlib import Path

from journal.errors import VaultDamaged
from journal.store.checks import Counts, check_ours, check_rows, counts, failed_pages
from journal.store.connection import Connection, read_only
from journal.store.files import look_at
from journal.store.raw_key import key_spec, wipe
from journal.store.sql import Sql


def inspect_copy(path: Path, key: bytearray, salt: bytes, *, stop_with: Connection | None = None) -> Counts:
    """Check a copy that nobody has open, each check on a connection of its own, and count its rows. ``key`` is wiped.

    ``stop_with`` is the open journal whose ``interrupt`` stops this, too: the checks take seconds for a long one.

    Raises:
        Interrupted: it was.
        VaultDamaged: with ``page`` where a page fails. VaultEmpty, NotOurs, Gone: it cannot be a journal.
        NewerVersion: its rows have a shape that this program does not know.
    """
    spec = key_spec(key, salt)
    try:
        look_at(path, to_write=False)
        with read_only(path, spec) as raw, stop_with.also_interrupts(raw) if stop_with else contextlib.nullcontext():
            damaged = failed_pages(Sql(raw))
            if damaged:
                raise VaultDamaged(page=damaged[0], pages=len(damaged))
        with read_only(path, spec) as raw, stop_with.also_interrupts(raw) if stop_with else contextlib.nullcontext():
            check_ours(Sql(raw))
            check_rows(Sql(raw), "integrity_check")
            return counts(Sql(raw))
    finally:
        wipe(spec)


def damaged_pages(path: Path, key: bytearray, salt: bytes) -> tuple[int, ...]:
    """The numbers of the pages that fail their checksum, for the report of a journal that does not open.

    Works beside an open ``Connection`` of this process, too. ``key`` is wiped.
    """
    spec = key_spec(key, salt)
    try:
        look_at(path, to_write=False)
        with read_only(path, spec) as raw:
            return failed_pages(Sql(raw))
    finally:
        wipe(spec)
