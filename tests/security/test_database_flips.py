"""Rows 4, 5 and 9 of the test table, at the store: damage is the same rows or an error, never other rows."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.errors import JournalError, VaultDamaged
from journal.model import Filter
from journal.store import copies
from journal.store.files import PAGE, log_of
from tests.unit.store.journal_files import SALT, Store, create, draft, everything, fill, key, reopen

#: SQLCipher 4 ends each page with 16 bytes of IV and 64 of HMAC-SHA512.
RESERVED = 80


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Memory-backed where the system has such a place: the test writes a thousand files."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    made = memory / f"congruence-{tmp_path.parent.name}-{tmp_path.name}"
    made.mkdir()
    yield made
    shutil.rmtree(made)


def _flip(data: bytes, chance: random.Random) -> tuple[bytes, int]:
    """One bit turned: one time in five on page 1, one in five in an IV or HMAC, else anywhere. And its page, from 1."""
    where = chance.random()
    if where < 0.2:
        at = chance.randrange(PAGE)
    elif where < 0.4:
        at = chance.randrange(len(data) // PAGE) * PAGE + PAGE - 1 - chance.randrange(RESERVED)
    else:
        at = chance.randrange(len(data))
    flipped = bytearray(data)
    flipped[at] ^= 1 << chance.randrange(8)
    return bytes(flipped), at // PAGE + 1


def _small_journal(folder: Path) -> tuple[Path, list[object], bytes]:
    path = folder / "journal" / "journal.db"
    opened = create(path)
    fill(Store(opened), 3)
    opened.close()
    store = Store(reopen(path))
    shown = everything(store)
    store.connection.close()
    return path, shown, path.read_bytes()


def test_a_flipped_bit_shows_the_same_rows_or_an_error(
    folder: Path, times: Callable[[int, int], int], capfd: pytest.CaptureFixture[str]
) -> None:
    path, shown, whole = _small_journal(folder)
    chance = random.Random(4)
    flips = times(1_000, 10_000)
    seen: Counter[str] = Counter()
    for _ in range(flips):
        path.write_bytes(_flip(whole, chance)[0])
        try:
            store = Store(reopen(path))
            try:
                assert everything(store) == shown
                seen["same"] += 1
            finally:
                store.connection.close()
        except JournalError as error:
            seen[error.code] += 1
        log_of(path).unlink(missing_ok=True)
    said, complained = capfd.readouterr()
    assert (said, complained) == ("", "")
    print(f"{flips} flips: {dict(seen)}")
    assert sum(seen.values()) == flips
    assert set(seen) == {"same", "vault_damaged"}
    # both kinds happened, or the test shows nothing
    assert min(seen.values()) > flips // 20


def test_the_comparison_would_notice_another_row(folder: Path) -> None:
    path, shown, _ = _small_journal(folder)
    store = Store(reopen(path))
    store.entries.save(draft("one more"))
    assert everything(store) != shown
    store.connection.close()


def test_the_check_names_the_page(folder: Path, times: Callable[[int, int], int]) -> None:
    path, _, whole = _small_journal(folder)
    chance = random.Random(5)
    named = 0
    flips = times(50, 500)
    for _ in range(flips):
        flipped, page = _flip(whole, chance)
        path.write_bytes(flipped)
        pages = copies.damaged_pages(path, key(), SALT)
        if page == 1 and not pages:
            # the salt is the key file's to know: its bytes on the page are not looked at
            assert flipped[16:] == whole[16:]
            named += 1
            continue
        assert pages == (page,)
        with pytest.raises(VaultDamaged) as caught:
            copies.inspect_copy(path, key(), SALT)
        assert caught.value.facts["page"] == page
        named += 1
    print(f"{named} of {flips} pages named")
    assert named == flips
    path.write_bytes(whole)
    assert copies.damaged_pages(path, key(), SALT) == ()


def test_a_damaged_log_opens_as_a_prefix_of_what_was_written(
    folder: Path, times: Callable[[int, int], int], capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / "journal" / "journal.db"
    store = Store(create(path))
    fill(store, 2)
    store.connection.checkpoint()
    start = store.entries.count(Filter())
    bodies = [store.entries.save(draft(f"acknowledged {number}")).body for number in range(15)]
    whole, log = path.read_bytes(), log_of(path).read_bytes()
    store.connection.close()
    chance = random.Random(9)
    faults = times(50, 500)
    seen: Counter[str] = Counter()
    for number in range(faults):
        path.write_bytes(whole)
        damaged = bytearray(log)
        if number % 2:
            damaged = damaged[: chance.randrange(len(log))]
        else:
            damaged[chance.randrange(len(log))] ^= 1 << chance.randrange(8)
        log_of(path).write_bytes(damaged)
        try:
            again = Store(reopen(path))
        except JournalError as error:
            seen[error.code] += 1
            log_of(path).unlink(missing_ok=True)
            continue
        assert again.connection.unclean
        kept = again.entries.count(Filter()) - start
        found = {again.entries.get(heading.id).body for heading in again.entries.window(Filter(), 0, 99)}
        assert set(bodies[:kept]) == {body for body in found if body.startswith("acknowledged")}
        again.connection.integrity()
        again.entries.save(draft("and it can be written to"))
        again.connection.close()
        seen["all" if kept == len(bodies) else "prefix"] += 1
    said, complained = capfd.readouterr()
    assert (said, complained) == ("", "")
    print(f"{faults} damaged logs: {dict(seen)}")
    assert seen["prefix"] > faults // 2
    assert set(seen) <= {"all", "prefix"}
