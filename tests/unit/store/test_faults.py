"""What the engine's codes become; nothing of what it says in words comes through."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

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
from journal.store import connection
from journal.store.faults import fault
from tests.unit.store.journal_files import SALT, Store, draft, fill, key


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("SQLITE_BUSY", InUse),
        ("SQLITE_BUSY_RECOVERY", InUse),
        ("SQLITE_LOCKED", InUse),
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", WriteFailed),
        ("SQLITE_IOERR_FSYNC", WriteFailed),
        ("SQLITE_IOERR_READ", VaultDamaged),
        ("SQLITE_IOERR_SHORT_READ", VaultDamaged),
        ("SQLITE_NOTADB", VaultDamaged),
        ("SQLITE_CORRUPT", VaultDamaged),
        ("SQLITE_CORRUPT_VTAB", VaultDamaged),
        ("SQLITE_NOMEM", VaultDamaged),
        ("SQLITE_READONLY", ReadOnly),
        ("SQLITE_READONLY_DIRECTORY", ReadOnly),
        ("SQLITE_READONLY_DBMOVED", Gone),
        ("SQLITE_INTERRUPT", Interrupted),
        ("SQLITE_TOOBIG", BadInput),
    ],
)
def test_each_code_has_its_error(tmp_path: Path, name: str, error: type[JournalError]) -> None:
    database = tmp_path / "journal.db"
    database.touch()
    assert type(fault(name, database)) is error
    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]  # no probe is left


def test_a_code_that_means_a_bug_is_none_of_the_journals(tmp_path: Path) -> None:
    assert fault("SQLITE_MISUSE", tmp_path) is None
    assert fault("SQLITE_CONSTRAINT_UNIQUE", tmp_path) is None


def test_a_file_that_cannot_be_opened_is_gone_where_it_is_gone(tmp_path: Path) -> None:
    assert type(fault("SQLITE_CANTOPEN", tmp_path / "journal.db")) is Gone


def test_read_only_after_damage_is_damage(tmp_path: Path) -> None:
    assert type(fault("SQLITE_READONLY", tmp_path, damaged=True)) is VaultDamaged


def test_after_damage_was_met_a_save_is_refused_as_damage(store: Store, path: Path) -> None:
    fill(store)
    store.connection.close()
    opened = connection.open_existing(path, key(), SALT)
    with path.open("r+b") as file:  # every page that is not in memory by now
        for page in range(path.stat().st_size // 4096):
            file.seek(page * 4096 + 4000)
            file.write(b"damage")
    damaged = Store(opened)
    for _ in range(2):
        with pytest.raises(VaultDamaged):
            damaged.entries.save(draft())
    opened.close()


def test_no_words_of_a_query_are_in_an_error(store: Store) -> None:
    with pytest.raises(RuntimeError) as caught, store.connection.read() as sql:
        sql.all("SELECT * FROM entry_search WHERE entry_search MATCH 'confidential: ('")
    assert "confidential" not in str(caught.value)


_FILLED = """
import resource, sys
from pathlib import Path
from journal.errors import DiskFull
from tests.unit.store.journal_files import Store, draft, everything, reopen
store = Store(reopen(Path(sys.argv[1])))
shown = everything(store)
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    store.entries.save(draft("words " * 200_000))
except DiskFull:
    assert everything(store) == shown
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.entries.save(draft("room again"))
    store.connection.integrity()
    store.connection.close()
    print("told")
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the system has no such limit")
def test_a_full_disk_is_told_and_writing_goes_on_when_there_is_room(store: Store, path: Path) -> None:
    fill(store)
    store.connection.close()
    done = subprocess.run(
        [sys.executable, "-c", _FILLED, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert (done.stdout, done.stderr) == ("told\n", "")
    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]
