"""Row 18 of the test table: a second process is told that the journal is in use, and the first is unharmed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import InUse
from journal.model import Filter
from tests.unit.store.journal_files import Store, create, draft, fill, reopen

ROOT = Path(__file__).parents[2]


def _process(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.security.hold_journal", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "journal" / "journal.db"
    opened = create(where)
    fill(Store(opened), 3)
    opened.close()
    return where


def test_every_second_opening_is_told_in_use_and_the_first_goes_on(
    path: Path, times: Callable[[int, int], int]
) -> None:
    first = _process(path)
    assert first.stdin is not None
    assert first.stdout is not None
    try:
        assert first.stdout.readline() == "held\n"
        slowest_s = 0.0
        opens = times(20, 200)
        for number in range(opens):
            start = time.perf_counter()
            with pytest.raises(InUse):
                reopen(path)
            slowest_s = max(slowest_s, time.perf_counter() - start)
            if number % 5 == 0:
                first.stdin.write("\n")
                first.stdin.flush()
                assert first.stdout.readline() == f"{4 + number // 5}\n"
        print(f"{opens} openings told in use, slowest {slowest_s:.2f} s")
        assert slowest_s < 2.0
        first.kill()
    finally:
        first.kill()
        first.communicate()
    # after kill -9 of the first it opens, with everything that was acknowledged
    store = Store(reopen(path))
    assert store.connection.unclean
    assert store.entries.count(Filter()) == 3 + (opens + 4) // 5
    store.connection.integrity()
    store.connection.close()


def test_a_process_of_its_own_is_told_too(path: Path) -> None:
    held = reopen(path)
    start = time.perf_counter()
    second = _process(path)
    said, complained = second.communicate(timeout=30)
    assert (said, complained) == ("in_use\n", "")
    assert time.perf_counter() - start < 10  # the interpreter's start included
    Store(held).entries.save(draft())
    held.close()


def test_what_lies_in_the_folder_does_not_lock_but_the_open_file_does(path: Path) -> None:
    for name in ("journal.db.lock", "journal.db-shm", ".lock"):
        path.with_name(name).write_text("left by somebody")
    reopen(path).close()
