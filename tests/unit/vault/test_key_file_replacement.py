"""``keys.json`` on disk: replaced whole, proved first, found again when it is lost."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.atomic import sweep_parts, write_whole
from journal.errors import DiskFull, JournalError, KeysDamaged, NewerVersion, NotOurs, WriteFailed, WrongSecret
from journal.vault.key_files import Source, belonging_to, find_key_files, store_key_file, tidy, unlock
from journal.vault.keys import new_secret, open_both, renew
from journal.vault.seen import Seen
from tests.unit.vault.cheap import CHEAP, PASSPHRASE, Made, make
from tests.unit.vault.test_header import rewritten

NEW = "quite another passphrase"


@pytest.fixture
def made() -> Made:
    return make()


@pytest.fixture
def folder(tmp_path: Path, made: Made) -> Path:
    """A journal's folder with its key file, and a database that begins as a real one does."""
    journal = tmp_path / "journal"
    journal.mkdir(mode=0o700)
    (journal / "journal.db").write_bytes(made.journal_salt + bytes(4080))
    store_key_file(journal, made.key_file, PASSPHRASE)
    return journal


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def sources(folder: Path, *arguments: Any) -> list[Source]:
    return [found.source for found in find_key_files(folder, *arguments)]


def test_a_key_file_and_its_copy_are_there_from_the_first_day(folder: Path, made: Made) -> None:
    assert names(folder) == {"journal.db", "keys.json", "keys.previous.json"}
    for name in ("keys.json", "keys.previous.json"):
        assert (folder / name).read_bytes() == made.key_file.to_bytes()
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    opened = unlock(find_key_files(folder), PASSPHRASE)
    assert opened.secret.same_as(made.secret)
    assert opened.found.source is Source.CURRENT
    assert opened.next is None


def test_after_a_change_no_file_in_the_folder_opens_with_the_old_passphrase(folder: Path, made: Made) -> None:
    store_key_file(folder, renew(made.key_file, made.secret, NEW, CHEAP), NEW)
    assert names(folder) == {"journal.db", "keys.json", "keys.previous.json"}
    with pytest.raises(WrongSecret):
        unlock(find_key_files(folder), PASSPHRASE)
    (folder / "keys.json").unlink()
    with pytest.raises(WrongSecret):
        unlock(find_key_files(folder), PASSPHRASE)
    assert unlock(find_key_files(folder), NEW).found.source is Source.PREVIOUS


def test_a_file_that_does_not_open_is_never_put_in_place(folder: Path, made: Made) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(WriteFailed):
        store_key_file(folder, renew(made.key_file, made.secret, NEW, CHEAP), PASSPHRASE)
    assert (folder / "keys.json").read_bytes() == before
    assert names(folder) == {"journal.db", "keys.json", "keys.previous.json"}


def test_what_the_disk_gives_back_is_what_is_proved(folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_with_a_flipped_bit(path: Path, data: bytes) -> None:
        path.write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:])

    monkeypatch.setattr("journal.vault.key_files.write_new", write_with_a_flipped_bit)
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(WriteFailed):
        store_key_file(folder, renew(made.key_file, made.secret, NEW, CHEAP), NEW)
    assert (folder / "keys.json").read_bytes() == before
    assert "keys.json.new" not in names(folder)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("call", ["open", "fsync", "replace", "unlink"])
def test_a_failing_system_call_leaves_the_old_or_the_new_file_and_no_part(
    folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    """The n-th call fails once, for n = 1 until none fails."""
    present, present_passphrase = made.key_file, PASSPHRASE
    real: Callable[..., Any] = getattr(os, call)
    for nth in range(1, 30):
        calls = 0

        def failing(*arguments: Any, nth: int = nth, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == nth:
                raise OSError(number, "made up")
            return real(*arguments, **options)

        following = renew(present, made.secret, f"{NEW} {nth}", CHEAP)
        failed = False
        with monkeypatch.context() as patch:
            patch.setattr(os, call, failing)
            try:
                store_key_file(folder, following, f"{NEW} {nth}")
            except JournalError:
                failed = True
        stored = (folder / "keys.json").read_bytes()
        assert stored in (present.to_bytes(), following.to_bytes())
        assert failed or stored == following.to_bytes()
        if stored == following.to_bytes():
            present, present_passphrase = following, f"{NEW} {nth}"
        assert unlock(find_key_files(folder), present_passphrase).secret.same_as(made.secret)
        # what a failing unlink could not remove, the next unlock does
        tidy(folder, present)
        sweep_parts(folder)
        assert names(folder) == {"journal.db", "keys.json", "keys.previous.json"}
        if calls < nth:
            return
    pytest.fail("never came to an end")


def test_a_full_disk_is_named(folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "made up")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        store_key_file(folder, renew(made.key_file, made.secret, NEW, CHEAP), NEW)


def test_a_copy_that_could_not_be_made_is_made_at_the_next_unlock(
    folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = renew(made.key_file, made.secret, NEW, CHEAP)

    def no_second_copy(target: Path, data: bytes) -> None:
        if data == following.to_bytes():
            raise DiskFull()
        write_whole(target, data)

    with monkeypatch.context() as patch:
        patch.setattr("journal.vault.key_files.write_whole", no_second_copy)
        store_key_file(folder, following, NEW)
    assert (folder / "keys.previous.json").read_bytes() == made.key_file.to_bytes()
    (folder / "keys.json.new").write_bytes(b"left by a kill")
    assert tidy(folder, following)
    assert (folder / "keys.previous.json").read_bytes() == following.to_bytes()
    assert "keys.json.new" not in names(folder)
    assert not tidy(folder, following)


def test_a_damaged_key_file_does_not_overwrite_its_good_copy(
    folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "keys.json").write_bytes(b"noise")

    def stop(*_: Any) -> None:
        raise OSError(errno.EIO, "made up")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", stop)
        with pytest.raises(WriteFailed):
            store_key_file(folder, renew(made.key_file, made.secret, NEW, CHEAP), NEW)
    assert (folder / "keys.previous.json").read_bytes() == made.key_file.to_bytes()


@pytest.mark.parametrize(
    ("present", "error"), [(rewritten(version=2), NewerVersion), (rewritten(format="other"), NotOurs)]
)
def test_a_file_of_somebody_else_is_not_written_over(
    folder: Path, made: Made, present: bytes, error: type[JournalError]
) -> None:
    (folder / "keys.json").write_bytes(present)
    with pytest.raises(error):
        store_key_file(folder, renew(made.key_file, made.secret, NEW, CHEAP), NEW)
    assert (folder / "keys.json").read_bytes() == present
    assert "keys.json.new" not in names(folder)


def test_copies_are_looked_for_in_order(tmp_path: Path, folder: Path, made: Made) -> None:
    seen = Seen.load(tmp_path / "seen.json").remember(1, 1, made.key_file, made.secret)
    backups = [b"noise", made.key_file.to_bytes()]
    assert sources(folder, seen, backups) == [Source.CURRENT, Source.PREVIOUS, Source.SEEN]
    (folder / "keys.json").unlink()
    assert sources(folder, seen, backups) == [Source.PREVIOUS, Source.SEEN]
    (folder / "keys.previous.json").write_bytes(b"noise")
    assert sources(folder, seen, backups) == [Source.SEEN]
    assert sources(folder, None, backups) == [Source.BACKUP]
    assert sources(folder) == []
    with pytest.raises(KeysDamaged, match="missing"):
        unlock([], PASSPHRASE)


def test_backups_are_not_read_while_anything_else_is_left(folder: Path) -> None:
    def never() -> Iterator[bytes]:
        read.append(True)
        yield b"noise"

    read: list[bool] = []

    assert sources(folder, None, never()) == [Source.CURRENT, Source.PREVIOUS]
    assert not read
    # the control
    (folder / "keys.json").unlink()
    (folder / "keys.previous.json").unlink()
    assert sources(folder, None, never()) == []
    assert read


def test_a_file_of_another_journal_is_passed_over(tmp_path: Path, folder: Path, made: Made) -> None:
    stranger = make()
    seen = Seen.load(tmp_path / "seen.json").remember(1, 1, stranger.key_file, stranger.secret)
    (folder / "keys.json").write_bytes(stranger.key_file.to_bytes())
    found = find_key_files(folder, seen)
    assert [(one.source, one.matches) for one in found] == [(Source.PREVIOUS, True)]
    assert unlock(found, PASSPHRASE).secret.same_as(made.secret)


def test_with_damaged_first_bytes_of_the_database_the_key_file_is_still_found(
    tmp_path: Path, folder: Path, made: Made
) -> None:
    for first_bytes in (bytes(4096), b"short", b""):
        (folder / "journal.db").write_bytes(first_bytes)
        found = find_key_files(folder)
        assert [(one.source, one.matches) for one in found] == [(Source.CURRENT, False), (Source.PREVIOUS, False)]
        assert unlock(found, PASSPHRASE).found.key_file.journal_salt == made.journal_salt
    (folder / "keys.json").unlink()
    (folder / "keys.previous.json").unlink()
    stranger = make("of somebody else")
    Seen.load(tmp_path / "seen.json").remember(1, 1, stranger.key_file, stranger.secret)
    seen = Seen.load(tmp_path / "seen.json").remember(1, 1, made.key_file, made.secret)
    belonging = belonging_to(find_key_files(folder, seen), made.secret)
    assert belonging is not None
    assert belonging.key_file == made.key_file
    assert belonging_to(find_key_files(folder, seen), new_secret()) is None


def test_a_newer_key_file_stops_before_any_copy(folder: Path) -> None:
    (folder / "keys.json").write_bytes(rewritten(version=2))
    with pytest.raises(NewerVersion):
        find_key_files(folder)


def test_a_newer_copy_does_not_stop_an_intact_key_file(folder: Path) -> None:
    (folder / "keys.previous.json").write_bytes(rewritten(version=2))
    assert sources(folder) == [Source.CURRENT]


def test_a_wrong_passphrase_costs_one_run_however_many_copies_there_are(
    folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = 0

    def counted(*arguments: Any) -> Any:
        nonlocal runs
        runs += 1
        return open_both(*arguments)

    monkeypatch.setattr("journal.vault.key_files.open_both", counted)
    with pytest.raises(WrongSecret):
        unlock(find_key_files(folder), "wrong")
    assert runs == 1


def test_an_older_copy_never_brings_an_old_passphrase_back(folder: Path, made: Made) -> None:
    following = renew(made.key_file, made.secret, NEW, CHEAP)
    (folder / "keys.json").write_bytes(following.to_bytes())
    assert (folder / "keys.previous.json").read_bytes() == made.key_file.to_bytes()
    with pytest.raises(WrongSecret):
        unlock(find_key_files(folder), PASSPHRASE)
    # the control: the copy alone does open
    (folder / "keys.json").unlink()
    assert unlock(find_key_files(folder), PASSPHRASE).secret.same_as(made.secret)


@pytest.mark.parametrize("name", ["keys.json", "keys.previous.json"])
def test_a_folder_or_an_unreadable_link_in_place_of_a_file_is_a_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    assert len(find_key_files(folder)) == 1
    (folder / name).rmdir()
    (folder / name).symlink_to(folder / "nowhere")
    assert len(find_key_files(folder)) == 1
