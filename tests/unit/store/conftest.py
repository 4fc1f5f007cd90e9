"""A new journal file for each test of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.store.journal_files import Store, create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal" / "journal.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = Store(create(path))
    yield made
    made.connection.close()
