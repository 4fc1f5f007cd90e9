"""The numbered steps: taken once, never edited, refused when they come from the future."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from journal.errors import JournalError
from journal.store import schema
from tests.unit.store.journal_files import Store, draft, everything, fill, reopen

# A step that was released is a file format: a change here means that old journals have other rows than new ones.
RECORDED = {
    "0001_initial.sql": "09ee7a55c4a5f6c19e4b16d2b942b897449e659be8e5e86938c72753490e50e7",
    "0002_index_blocks.sql": "0c1683df4190e3c66b2838c3424e07b6757a7bc1bb02ea43e46a40cad6a9dd27",
    "0003_practice.sql": "a16e8101be38af284b121ccc4a971ac259d56598ec34406c10a2eee5507ee9a1",
}


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


def test_a_block_of_the_index_fits_into_a_page(store: Store) -> None:
    """Measured: FTS5's own size of block spilled nearly all of them onto a second page."""
    words = " ".join(f"word{number}" for number in range(2_000))
    store.entries.add_many(draft(f"{words} {number * 'x'}") for number in range(1, 60))
    with store.connection.read() as sql:
        page = int(sql.all("PRAGMA page_size")[0][0])
        # what the cipher keeps of a page and what a row may take of the rest (0002_index_blocks.sql)
        room = page - 80 - 35
        sizes = [row[0] for row in sql.all("SELECT length(block) FROM entry_search_data")]
    assert max(sizes) > 0.9 * room, "there are full blocks"
    assert max(sizes) + 4 <= room


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
        store.connection.take_step(schema.NEWEST + 1, "CREATE TABLE half (a INTEGER); INSERT INTO nowhere VALUES (1);")
    assert store.connection.schema == schema.NEWEST
    assert everything(store) == shown
    with store.connection.read() as sql:
        assert sql.one("SELECT 1 FROM sqlite_master WHERE name = 'half'") is None


def test_a_step_and_its_number_come_together(store: Store, path: Path) -> None:
    store.connection.take_step(schema.NEWEST + 1, "CREATE TABLE later (a INTEGER);")
    store.connection.close()
    with pytest.raises(JournalError):
        reopen(path)  # this program does not know that step
