"""The numbered steps: taken once, never edited, refused when they come from the future."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from journal.errors import JournalError
from journal.store import schema
from tests.unit.store.journal_files import Store, everything, fill, reopen

# A step that was released is a file format: a change here means that old journals have other rows than new ones.
RECORDED = {"0001_initial.sql": "09ee7a55c4a5f6c19e4b16d2b942b897449e659be8e5e86938c72753490e50e7"}


def test_each_step_is_as_it_was_released() -> None:
    folder = files("journal.store").joinpath("migrations")
    found = {
        item.name: hashlib.sha256(item.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        for item in folder.iterdir()
        if item.name.endswith(".sql")
    }
    assert found == RECORDED


def test_steps_are_numbered_without_a_gap_up_to_the_newest() -> None:
    assert list(schema.steps()) == list(range(1, schema.NEWEST + 1))


def test_a_second_migration_does_nothing(store: Store, path: Path) -> None:
    fill(store)
    store.connection.checkpoint()
    before = path.read_bytes()
    assert store.connection.schema == schema.NEWEST
    assert schema.migrate(store.connection) == 0
    store.connection.checkpoint()
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(store: Store, path: Path) -> None:
    fill(store)
    shown = everything(store)
    with pytest.raises((JournalError, RuntimeError)):
        store.connection.take_step(2, "CREATE TABLE half (a INTEGER); INSERT INTO nowhere VALUES (1);")
    assert store.connection.schema == 1
    assert everything(store) == shown
    with store.connection.read() as sql:
        assert sql.one("SELECT 1 FROM sqlite_master WHERE name = 'half'") is None


def test_a_step_and_its_number_come_together(store: Store, path: Path) -> None:
    store.connection.take_step(2, "CREATE TABLE later (a INTEGER);")
    store.connection.close()
    with pytest.raises(JournalError):
        reopen(path)  # this program does not know step 2
