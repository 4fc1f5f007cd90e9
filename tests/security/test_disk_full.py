"""Row 15, first depth: no room, or no right, to write. The limit on file sizes stands for a full disk."""

import contextlib
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.anonymise.review import begin_review
from journal.errors import DiskFull, JournalError, WriteFailed
from journal.model import Filter
from journal.restoring import restore_backup
from journal.unlocking import create_journal
from tests.journals import ANOTHER, CHEAP, PASSPHRASE, answered, draft, new_journal, places, unlocked

ROOT = Path(__file__).parents[2]
PARTS = (".congruence-part", ".new", "-journal")


@contextlib.contextmanager
def no_file_above(limit: int) -> Iterator[None]:
    """Writing a file past ``limit`` bytes fails as on a full disk (EFBIG; Python ignores the signal)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if any(mark in path.name for mark in PARTS)]


def test_sixty_fillings_lose_nothing_and_writing_goes_on_after_room_is_made(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft(body="begun"))
    refused = 0
    for number in range(60):
        body = saved.body + f"\n{number} " + "a tired evening " * 400
        log = tmp_path / "journal" / "journal.db-wal"
        with no_file_above(log.stat().st_size + 256 * (number % 40)):
            try:
                saved = journal.save_draft(replace(saved.draft(), body=body))
            except DiskFull:
                refused += 1
                assert journal.entry(saved.id).body == saved.body
        # room again: the same text is saved without typing it anew
        saved = journal.save_draft(replace(saved.draft(), body=body))
        if number % 10 == 9:
            journal.settle()
    print(f"row 15: 60 fillings, {refused} refused as disk_full")
    assert refused > 30
    assert journal.verify().ok
    journal.lock()
    again = unlocked(tmp_path)
    assert again.entry(saved.id).body == saved.body
    again.lock()


def test_a_journal_opens_reads_and_locks_without_room(tmp_path: Path) -> None:
    # row 16: the file may not grow by a byte
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.lock()
    size = (tmp_path / "journal" / "journal.db").stat().st_size
    with no_file_above(size):
        again = unlocked(tmp_path)
        assert again.entry(saved.id).body == saved.body
        again.lock()


@pytest.mark.parametrize("work", ["create", "back up", "restore", "passphrase", "export", "new key"])
def test_without_room_the_old_state_stays_and_no_part_file(tmp_path: Path, work: str) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft(body="Rebecca rang. " * 40))
    made = journal.back_up(tmp_path / "backups")
    post = journal.begin_post((saved.id,))
    review = begin_review(post, journal.knowledge())
    review.accept_all()
    answered(review)
    reviewed = review.finish()
    journal.settle()
    if work == "restore":
        journal.lock()
    limit = {"passphrase": 200, "export": 100, "create": 4096}.get(work, 60_000)
    tries: dict[str, Callable[[], object]] = {
        "create": lambda: create_journal(tmp_path / "other", PASSPHRASE, places(tmp_path), kdf=CHEAP),
        "back up": lambda: journal.back_up(tmp_path / "backups"),
        "restore": lambda: restore_backup(made.path, PASSPHRASE, tmp_path / "journal", places(tmp_path)),
        "passphrase": lambda: journal.change_passphrase(PASSPHRASE, ANOTHER, kdf=CHEAP),
        "export": lambda: journal.export(reviewed, "md", tmp_path / "draft.md"),
        "new key": lambda: journal.new_key(PASSPHRASE, tmp_path / "backups", kdf=CHEAP),
    }
    # a limit on sizes is EFBIG, which the engine reports as a failed write; a full disk it reports as full
    with no_file_above(limit), pytest.raises((DiskFull, WriteFailed)):
        tries[work]()
    assert leftovers(tmp_path) == []
    assert not (tmp_path / "other").exists()
    assert not (tmp_path / "draft.md").exists()
    if work != "restore":
        journal.lock()
    again = unlocked(tmp_path)
    assert again.count(Filter()) == 1
    assert again.entry(saved.id).body == saved.body
    again.lock()


def written_to(tmp_path: Path) -> str:
    """What a process that permission bits bind is told when it unlocks and saves."""
    script = [sys.executable, "-m", "tests.security.read_only_session", str(tmp_path)]
    return subprocess.run(script, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="the superuser is bound by Linux's capabilities")
@pytest.mark.parametrize(("what", "bits"), [("journal", 0o500), ("journal/journal.db", 0o400)])
def test_a_read_only_place_is_told(tmp_path: Path, what: str, bits: int) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    journal.lock()
    target = tmp_path / what
    before = target.stat().st_mode
    target.chmod(bits)
    assert written_to(tmp_path) == "read_only"
    target.chmod(before)
    again = unlocked(tmp_path)
    assert again.count(Filter()) == 1
    again.lock()
    assert written_to(tmp_path) == "saved"


def test_an_export_into_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    review = begin_review(journal.begin_post((saved.id,)), journal.knowledge())
    review.accept_all()
    answered(review)
    with pytest.raises(JournalError) as told:
        journal.export(review.finish(), "md", tmp_path / "nowhere" / "draft.md")
    assert told.value.code == "gone"
    assert journal.post(review.post.id).exports == ()
    journal.lock()
