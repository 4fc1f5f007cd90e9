import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from journal.errors import (
    AlreadyThere,
    DiskFull,
    Gone,
    InUse,
    JournalError,
    KeysDamaged,
    NotFound,
    NotOurs,
    ReadOnly,
    VaultDamaged,
    VaultEmpty,
    WeakPassphrase,
    WordsMistyped,
    WrongSecret,
    WrongWords,
)
from journal.model import Filter
from journal.open_journal import OpenJournal
from journal.paths import is_journal, waiting_place
from journal.store.connection import Connection
from journal.unlocking import create_journal, must_be_free, recover_journal
from journal.vault.key_files import store_key_file
from tests.journals import ANOTHER, CHEAP, PASSPHRASE, draft, new_journal, places, unlocked


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def codes(journal: OpenJournal) -> list[str]:
    return [notice.code for notice in journal.notices]


def test_a_new_journal_reopens_with_what_was_written(tmp_path: Path) -> None:
    journal, words = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.lock()
    assert len(words) == 11
    again = unlocked(tmp_path)
    assert again.entry(saved.id).body == draft().body
    assert again.notices == ()
    again.lock()


def test_a_new_empty_journal_reopens(tmp_path: Path) -> None:
    new_journal(tmp_path)[0].lock()
    journal = unlocked(tmp_path)
    assert journal.count(Filter()) == 0
    journal.lock()


def test_the_folder_and_its_files_are_their_owners_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        new_journal(tmp_path)[0].lock()
    finally:
        os.umask(old)
    folder = tmp_path / "journal"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert {path.name for path in tmp_path.iterdir()} == {"journal", "home"}


def test_a_weak_passphrase_makes_no_journal(tmp_path: Path) -> None:
    with pytest.raises(WeakPassphrase):
        new_journal(tmp_path, "password")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["journal.db", "keys.json", "holiday.txt"])
def test_nothing_is_made_where_something_lies(tmp_path: Path, name: str) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / name).write_text("mine")
    with pytest.raises(AlreadyThere):
        new_journal(tmp_path)
    assert (tmp_path / "journal" / name).read_text() == "mine"


def test_an_empty_folder_may_become_a_journal(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    new_journal(tmp_path)[0].lock()
    assert is_journal(tmp_path / "journal")


def test_a_wrong_passphrase_is_told_and_changes_nothing(tmp_path: Path) -> None:
    new_journal(tmp_path)[0].lock()
    before = bytes_of(tmp_path / "journal")
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper(), PASSPHRASE[:-1], "x" * 100_000):
        with pytest.raises(WrongSecret):
            unlocked(tmp_path, wrong)
    assert bytes_of(tmp_path / "journal") == before


def test_a_folder_without_a_journal_is_told(tmp_path: Path) -> None:
    with pytest.raises(Gone):
        unlocked(tmp_path)
    (tmp_path / "journal").mkdir()
    with pytest.raises(NotOurs):
        unlocked(tmp_path)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", VaultEmpty),
        (b"x" * 100, NotOurs),
        (b"SQLite format 3\0" + b"y" * 8176, NotOurs),
        (b"z" * 8192, VaultDamaged),
    ],
)
def test_a_foreign_database_is_told_and_left_alone(tmp_path: Path, content: bytes, error: type[JournalError]) -> None:
    new_journal(tmp_path)[0].lock()
    (tmp_path / "journal" / "journal.db").write_bytes(content)
    before = bytes_of(tmp_path / "journal")
    with pytest.raises(error):
        unlocked(tmp_path)
    assert bytes_of(tmp_path / "journal") == before


@pytest.mark.parametrize("damage", ["gone", "flipped", "cut", "empty"])
def test_a_damaged_key_file_is_replaced_by_its_copy_and_told(tmp_path: Path, damage: str) -> None:
    new_journal(tmp_path)[0].lock()
    keys = tmp_path / "journal" / "keys.json"
    whole = keys.read_bytes()
    match damage:
        case "gone":
            keys.unlink()
        case "flipped":
            keys.write_bytes(whole[:200] + bytes([whole[200] ^ 1]) + whole[201:])
        case "cut":
            keys.write_bytes(whole[: len(whole) // 2])
        case "empty":
            keys.write_bytes(b"")
    journal = unlocked(tmp_path)
    assert codes(journal) == ["keys_copy_used"]
    journal.lock()
    assert keys.read_bytes() == whole
    again = unlocked(tmp_path)
    assert again.notices == ()
    again.lock()


def test_without_key_files_the_copy_of_this_computer_opens_the_journal(tmp_path: Path) -> None:
    new_journal(tmp_path)[0].lock()
    for name in ("keys.json", "keys.previous.json"):
        (tmp_path / "journal" / name).unlink()
    journal = unlocked(tmp_path)
    assert [notice.facts for notice in journal.notices] == [(("source", "seen"),)]
    journal.lock()


def test_without_any_local_copy_the_key_file_of_a_backup_serves(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    journal.back_up(places(tmp_path).default_backups)
    journal.lock()
    for path in (*(tmp_path / "journal").glob("keys*"), places(tmp_path).seen):
        path.unlink()
    again = unlocked(tmp_path)
    assert [notice.facts for notice in again.notices] == [(("source", "backup"),)]
    again.lock()


def test_the_words_and_the_database_alone_are_enough(tmp_path: Path) -> None:
    journal, words = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.lock()
    for path in (*(tmp_path / "journal").glob("keys*"), places(tmp_path).seen):
        path.unlink()
    with pytest.raises(KeysDamaged):
        unlocked(tmp_path)
    recovered = recover_journal(tmp_path / "journal", " ".join(words), ANOTHER, places(tmp_path), kdf=CHEAP)
    assert recovered.entry(saved.id).title == draft().title
    recovered.lock()
    unlocked(tmp_path, ANOTHER).lock()


def test_words_give_a_new_passphrase_and_the_old_one_is_refused(tmp_path: Path) -> None:
    journal, words = new_journal(tmp_path)
    journal.lock()
    spoken = "  " + ", ".join(words).upper()
    recover_journal(tmp_path / "journal", spoken, ANOTHER, places(tmp_path), kdf=CHEAP).lock()
    with pytest.raises(WrongSecret):
        unlocked(tmp_path)
    unlocked(tmp_path, ANOTHER).lock()


def test_mistyped_words_and_words_of_another_journal_are_told_apart(tmp_path: Path) -> None:
    journal, words = new_journal(tmp_path)
    journal.lock()
    other, other_words = create_journal(tmp_path / "other", PASSPHRASE, places(tmp_path), kdf=CHEAP)
    other.lock()
    before = bytes_of(tmp_path / "journal")
    with pytest.raises(WrongWords):
        recover_journal(tmp_path / "journal", " ".join(other_words), ANOTHER, places(tmp_path), kdf=CHEAP)
    with pytest.raises(WordsMistyped):
        recover_journal(tmp_path / "journal", " ".join(words[:-1]), ANOTHER, places(tmp_path), kdf=CHEAP)
    assert bytes_of(tmp_path / "journal") == before


def test_a_damaged_salt_still_opens(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.lock()
    database = tmp_path / "journal" / "journal.db"
    database.write_bytes(bytes(16) + database.read_bytes()[16:])
    again = unlocked(tmp_path)
    assert "salt_damaged" in codes(again)
    assert again.entry(saved.id).body == draft().body
    again.lock()


def test_a_second_opening_is_told_that_the_journal_is_in_use(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    with pytest.raises(InUse):
        unlocked(tmp_path)
    journal.save_draft(draft())
    journal.lock()


def test_another_journals_database_does_not_open_with_these_keys(tmp_path: Path) -> None:
    new_journal(tmp_path)[0].lock()
    create_journal(tmp_path / "other", PASSPHRASE, places(tmp_path), kdf=CHEAP)[0].lock()
    shutil.copy(tmp_path / "other" / "journal.db", tmp_path / "journal" / "journal.db")
    (tmp_path / "home" / "data" / "seen.json").unlink()
    with pytest.raises(JournalError) as refused:
        unlocked(tmp_path)
    assert isinstance(refused.value, VaultDamaged | NotOurs)


def test_an_older_journal_put_back_is_told(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    journal.lock()
    old = (tmp_path / "journal" / "journal.db").read_bytes()
    again = unlocked(tmp_path)
    again.save_draft(replace(draft(), body="Later."))
    again.lock()
    (tmp_path / "journal" / "journal.db").write_bytes(old)
    put_back = unlocked(tmp_path)
    assert codes(put_back) == ["older"]
    put_back.lock()


def test_a_change_of_key_cut_off_after_the_database_is_finished_at_unlock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, words = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    calls = 0

    def stop_at_the_second(*_: object, **__: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise KeyboardInterrupt
        store_key_file(*_, **__)  # type: ignore[arg-type]

    monkeypatch.setattr("journal.safekeeping.store_key_file", stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        journal.new_key(PASSPHRASE, tmp_path / "backups", kdf=CHEAP)
    journal._connection.close()
    again = unlocked(tmp_path)
    assert codes(again)[-1] == "key_changed"
    assert again.entry(saved.id).body == draft().body
    assert again.recovery_words(PASSPHRASE) != words
    again.lock()
    with pytest.raises(WrongWords):
        recover_journal(tmp_path / "journal", " ".join(words), ANOTHER, places(tmp_path), kdf=CHEAP)
    unlocked(tmp_path).lock()


def unwritable(*_: object, **__: object) -> None:
    raise ReadOnly()


def test_a_computer_that_can_remember_nothing_still_opens_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.vault.seen.write_whole", unwritable)
    monkeypatch.setattr("journal.unlocking.write_whole", unwritable)
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.change_passphrase(PASSPHRASE, ANOTHER, kdf=CHEAP)
    journal.lock()
    again = unlocked(tmp_path, ANOTHER)
    assert codes(again) == ["not_remembered"]
    assert again.entry(saved.id).body == saved.body
    again.lock()


@pytest.mark.parametrize("content", ['{"device": 5}', "[" * 100_000, "[]", "null", '{"device": "x"}', ""])
def test_a_damaged_note_of_this_computers_id_is_replaced(tmp_path: Path, content: str) -> None:
    new_journal(tmp_path)[0].lock()
    places(tmp_path).device.write_text(content)
    unlocked(tmp_path).lock()
    assert places(tmp_path).device.read_text().startswith('{"device": "')


def test_a_key_file_that_cannot_be_put_back_does_not_keep_the_journal_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_journal(tmp_path)[0].lock()
    (tmp_path / "journal" / "keys.json").write_bytes(b"damaged")

    def full(*_: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patch:
        patch.setattr("journal.unlocking.store_key_file", full)
        journal = unlocked(tmp_path)
    assert codes(journal) == ["keys_copy_used"]
    journal.lock()
    assert (tmp_path / "journal" / "keys.json").read_bytes() == b"damaged"
    unlocked(tmp_path).lock()
    assert (tmp_path / "journal" / "keys.json").read_bytes() != b"damaged"


def test_a_clean_up_without_room_waits_for_the_next_unlock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, _ = new_journal(tmp_path)
    gone, kept = journal.save_draft(draft(body="thrown away")), journal.save_draft(draft())

    def full(*_: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "vacuum", full)
        with pytest.raises(DiskFull):
            journal.delete_for_good(gone.id)
        journal.lock()
        again = unlocked(tmp_path)
        assert again.entry(kept.id).body == kept.body
        with pytest.raises(NotFound):
            again.entry(gone.id)
        again.lock()
    unlocked(tmp_path).lock()


def test_damage_that_keeps_the_journal_shut_is_named_by_its_page(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    journal.lock()
    database = tmp_path / "journal" / "journal.db"
    whole = database.read_bytes()
    named = set()
    for page in range(2, 8):
        place = 4096 * (page - 1) + 100
        database.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            unlocked(tmp_path).lock()
        except VaultDamaged as damage:
            named.add(damage.facts.get("page") == page)
    assert named == {True}


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_a_database_that_is_no_file_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    new_journal(tmp_path)[0].lock()
    database = tmp_path / "journal" / "journal.db"
    database.unlink()
    if kind == "pipe":
        os.mkfifo(database)
    else:
        database.mkdir()
    with pytest.raises(NotOurs):
        unlocked(tmp_path)


def test_a_link_to_an_empty_folder_may_become_a_journal(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "journal").symlink_to(tmp_path / "real")
    new_journal(tmp_path)[0].lock()
    assert (tmp_path / "journal").is_symlink()
    assert (tmp_path / "real" / "journal.db").is_file()
    unlocked(tmp_path).lock()


def test_what_a_killed_making_left_is_swept_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("journal.unlocking._remove", lambda _: None)
        patch.setattr("journal.unlocking.store_key_file", unwritable)
        with pytest.raises(ReadOnly):
            new_journal(tmp_path)
    assert list(tmp_path.glob(".*"))
    new_journal(tmp_path)[0].lock()
    assert not list(tmp_path.glob(".*"))


def test_a_restore_that_only_has_to_be_finished_is_no_room_for_a_new_journal(tmp_path: Path) -> None:
    new_journal(tmp_path)[0].lock()
    folder = tmp_path / "journal"
    folder.rename(waiting_place(folder))
    assert is_journal(folder)
    with pytest.raises(AlreadyThere):
        new_journal(tmp_path)
    unlocked(tmp_path).lock()


def test_what_speaks_against_a_new_journal_is_told_and_nothing_written(tmp_path: Path) -> None:
    must_be_free(tmp_path / "not" / "there yet")
    (tmp_path / "empty").mkdir()
    must_be_free(tmp_path / "empty")
    (tmp_path / "file").write_text("x")
    for place, what in ((tmp_path, "folder"), (tmp_path / "file", "folder"), (tmp_path / "file" / "in it", "file")):
        with pytest.raises(AlreadyThere) as raised:
            must_be_free(place)
        assert raised.value.facts["what"] == what
    assert sorted(each.name for each in tmp_path.iterdir()) == ["empty", "file"]
