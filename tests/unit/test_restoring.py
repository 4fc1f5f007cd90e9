import itertools
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.backup_file import BackupInfo
from journal.errors import AlreadyThere, BackupDamaged, InUse, WrongSecret, WrongWords
from journal.model import Filter
from journal.open_journal import OpenJournal
from journal.restoring import preview_backup, restore_backup
from journal.store.facts import Facts
from tests.journals import ANOTHER, CHEAP, PASSPHRASE, draft, new_journal, places, unlocked


@pytest.fixture
def backed_up(tmp_path: Path) -> tuple[BackupInfo, tuple[str, ...]]:
    """A backup with one entry, of a journal that has two by now and is locked."""
    journal, words = new_journal(tmp_path)
    journal.save_draft(draft(title="in the backup"))
    made = journal.back_up(tmp_path / "backups")
    journal.save_draft(draft(title="written later"))
    journal.lock()
    return made, words


def titles(tmp_path: Path, passphrase: str = PASSPHRASE) -> list[str]:
    journal = unlocked(tmp_path, passphrase)
    found = [row.title for row in journal.window(Filter(), 0, 10)]
    assert journal.notices == ()
    journal.lock()
    return found


def test_a_preview_shows_what_is_inside_and_leaves_nothing(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    made, words = backed_up
    for secret in (PASSPHRASE, " ".join(words)):
        preview = preview_backup(made.path, secret, tmp_path / "scratch")
        assert preview.entries == 1
        assert [row.title for row in preview.newest] == ["in the backup"]
        assert "in the backup" not in repr(preview)
    assert list((tmp_path / "scratch").iterdir()) == []
    assert titles(tmp_path) == ["written later", "in the backup"]


def test_a_restore_puts_the_backup_in_place_and_keeps_the_former(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    former = restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    assert former is not None
    assert titles(tmp_path) == ["in the backup"]
    former.rename(tmp_path / "again")
    (tmp_path / "journal").rename(tmp_path / "restored")
    (tmp_path / "again").rename(tmp_path / "journal")
    journal = unlocked(tmp_path)
    assert journal.count(Filter()) == 2
    # the former journal, put back by hand, is older than what this computer saw: it is told, not refused
    assert [notice.code for notice in journal.notices] == ["older"]
    journal.lock()


def test_a_lost_journal_comes_back_from_its_backup(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    (tmp_path / "journal").rename(tmp_path / "lost")
    assert restore_backup(backed_up[0].path, " ".join(backed_up[1]), tmp_path / "journal", places(tmp_path)) is None
    assert titles(tmp_path) == ["in the backup"]


def test_a_backup_opens_with_the_passphrase_of_its_day(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    journal = unlocked(tmp_path)
    journal.change_passphrase(PASSPHRASE, ANOTHER, kdf=CHEAP)
    journal.lock()
    with pytest.raises(WrongSecret):
        restore_backup(backed_up[0].path, ANOTHER, tmp_path / "journal", places(tmp_path))
    restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    assert titles(tmp_path) == ["in the backup"]


def test_a_wrong_secret_or_a_damaged_backup_changes_nothing(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    made, _ = backed_up
    whole = made.path.read_bytes()
    other, other_words = new_journal(tmp_path / "elsewhere")
    other.lock()
    with pytest.raises(WrongSecret):
        restore_backup(made.path, "not the passphrase", tmp_path / "journal", places(tmp_path))
    with pytest.raises(WrongWords):
        restore_backup(made.path, " ".join(other_words), tmp_path / "journal", places(tmp_path))
    for place in (len(whole) // 3, len(whole) // 2, len(whole) - 1000):
        made.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(BackupDamaged):
            restore_backup(made.path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"journal", "home", "backups", "elsewhere"}
    assert titles(tmp_path) == ["written later", "in the backup"]


def test_an_open_journal_is_not_replaced(tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]) -> None:
    journal = unlocked(tmp_path)
    with pytest.raises(InUse):
        restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    journal.save_draft(draft(title="still writing"))
    journal.lock()
    assert titles(tmp_path) == ["still writing", "written later", "in the backup"]


@pytest.mark.parametrize("there", [("letter.txt",), ("a", "b")])
def test_a_folder_that_is_no_journal_is_not_moved_aside(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]], there: tuple[str, ...]
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in there:
        (folder / name).write_text("mine")
    with pytest.raises(AlreadyThere):
        restore_backup(backed_up[0].path, PASSPHRASE, folder, places(tmp_path))
    assert sorted(path.name for path in folder.iterdir()) == sorted(there)
    assert not list(tmp_path.glob(".*"))


def test_a_journal_behind_a_link_is_restored_where_it_lies(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "journal").rename(tmp_path / "far" / "real")
    (tmp_path / "journal").symlink_to(tmp_path / "far" / "real")
    former = restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    assert former is not None
    assert former.parent == tmp_path / "far"
    assert (tmp_path / "journal").is_symlink()
    assert titles(tmp_path) == ["in the backup"]


def test_a_journal_opened_while_its_backup_was_checked_is_not_replaced(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[OpenJournal] = []

    def meanwhile(*_: object, **__: object) -> int:
        opened.append(unlocked(tmp_path))
        return 1

    monkeypatch.setattr(Facts, "raise_generation", meanwhile)
    with pytest.raises(InUse):
        restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    monkeypatch.undo()
    opened[0].lock()
    assert titles(tmp_path) == ["written later", "in the backup"]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("damage", ["folder", "noise"])
def test_a_journal_that_no_engine_can_open_is_replaced(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]], damage: str
) -> None:
    database = tmp_path / "journal" / "journal.db"
    database.unlink()
    if damage == "folder":
        database.mkdir()
    else:
        database.write_bytes(b"noise" * 5000)
    restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
    assert titles(tmp_path) == ["in the backup"]


def test_a_restore_killed_at_any_moment_leaves_one_journal_and_no_obstacle(
    tmp_path: Path, backed_up: tuple[BackupInfo, tuple[str, ...]]
) -> None:
    # row 3 of the security tests, in small: every call that changes a name is the last one once
    whole = tmp_path / "whole"
    shutil.copytree(tmp_path / "journal", whole)
    found: set[int] = set()
    for last in range(1, 12):
        shutil.rmtree(tmp_path / "journal", ignore_errors=True)
        shutil.copytree(whole, tmp_path / "journal")
        places(tmp_path).seen.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            kill_at_the_change_of_name(last)
            restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
            os._exit(0)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        journal = unlocked(tmp_path)
        found.add(journal.count(Filter()))
        assert journal.verify().ok
        journal.lock()
        assert not list(tmp_path.glob(".*")), "what was left is swept at the next unlock"
        restore_backup(backed_up[0].path, PASSPHRASE, tmp_path / "journal", places(tmp_path))
        assert titles(tmp_path) == ["in the backup"]
        if not killed:
            break
    assert last > 3
    assert found == {1, 2}


def kill_at_the_change_of_name(number: int) -> None:
    """In a process of its own: it ends before the call of that number."""
    calls = itertools.count(1)
    for name in ("rename", "mkdir"):
        real = getattr(os, name)

        def counted(*given: object, real: Callable[..., None] = real, **named: object) -> None:
            if next(calls) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            real(*given, **named)

        setattr(os, name, counted)
