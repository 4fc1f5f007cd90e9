"""The encrypted file: made, opened, held, copied, given another key."""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from pathlib import Path
from uuid import UUID

import pytest

from journal.errors import (
    AlreadyThere,
    Gone,
    Interrupted,
    InUse,
    NewerVersion,
    NotOurs,
    VaultDamaged,
    VaultEmpty,
)
from journal.store import connection, copies, schema
from journal.store.files import log_of
from tests.unit.store.journal_files import JOURNAL, SALT, Store, create, draft, everything, fill, key, reopen


def test_a_journal_opens_again_with_its_key_and_shows_the_same(store: Store, path: Path) -> None:
    fill(store)
    shown = everything(store)
    store.connection.close()
    again = Store(reopen(path))
    assert everything(again) == shown
    assert again.connection.journal_id == JOURNAL
    assert not again.connection.unclean
    again.connection.close()


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_folder_and_files_are_the_owners_alone_whatever_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        opened = create(path)
        Store(opened).entries.save(draft())
        opened.vacuum_into(path.with_name("copy.db"))
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        opened.close()
    finally:
        os.umask(before)
    assert modes == {"journal.db": 0o600, "journal.db-wal": 0o600, "copy.db": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_folder_with_other_things_in_it_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    (tmp_path / "shared" / "note.txt").write_text("not ours")
    create(tmp_path / "shared" / "journal.db").close()
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o755


def test_the_first_bytes_are_the_salt_and_no_word_is_readable(store: Store, path: Path) -> None:
    store.entries.save(draft("quixotic lanterns"))
    store.connection.close()
    data = path.read_bytes()
    assert data[:16] == SALT
    assert b"quixotic" not in data
    assert b"CREATE" not in data
    assert b"SQLite" not in data


def test_every_key_given_is_wiped(path: Path) -> None:
    given = [key() for _ in range(5)]
    opened = connection.create(path, given[0], SALT, JOURNAL)
    opened.change_key(given[1], SALT)
    opened.close()
    connection.open_existing(path, given[2], SALT).close()
    copies.inspect_copy(path, given[3], SALT)
    with pytest.raises(VaultDamaged):
        connection.open_existing(path, (wrong := key(7)), SALT)
    with pytest.raises(Gone):
        connection.open_existing(path.with_name("none.db"), given[4], SALT)
    assert [*given, wrong] == [bytearray(32)] * 6


def test_a_key_of_the_wrong_size_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connection.create(path, bytearray(31), SALT, JOURNAL)


def test_create_leaves_what_is_there_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"something else")
    with pytest.raises(AlreadyThere):
        create(path)
    assert path.read_bytes() == b"something else"


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", VaultEmpty), (b"x", NotOurs), (b"x" * 4095, NotOurs), (b"x" * 6000, NotOurs), (b"x" * 8192, VaultDamaged)],
)
def test_what_cannot_be_a_journal_is_refused_untouched(path: Path, content: bytes, error: type[Exception]) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(error):
        reopen(path)
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]


def test_a_folder_in_the_files_place_is_not_ours(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(NotOurs):
        reopen(path)


def test_another_key_is_damage_and_changes_nothing(store: Store, path: Path) -> None:
    store.connection.close()
    before = path.read_bytes()
    with pytest.raises(VaultDamaged):
        reopen(path, 0x2C)
    assert path.read_bytes() == before


def test_another_programs_file_under_our_key_is_not_ours(store: Store, path: Path) -> None:
    with store.connection.write() as sql:
        sql.run("PRAGMA application_id = 7")
    store.connection.close()
    with pytest.raises(NotOurs):
        reopen(path)


def test_a_newer_schema_is_refused_and_the_file_is_untouched(store: Store, path: Path) -> None:
    with store.connection.write() as sql:
        sql.run("PRAGMA user_version = 99")
    store.connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerVersion) as caught:
        reopen(path)
    assert caught.value.facts == {"found": 99, "known": schema.NEWEST}
    assert path.read_bytes() == before


def test_a_damaged_salt_in_the_file_does_not_matter(store: Store, path: Path) -> None:
    fill(store)
    shown = everything(store)
    store.connection.close()
    path.write_bytes(b"\xff" * 16 + path.read_bytes()[16:])
    again = Store(reopen(path))
    assert everything(again) == shown
    again.connection.close()


def test_a_second_opening_in_this_process_is_told_in_use(store: Store, path: Path) -> None:
    with pytest.raises(InUse):
        reopen(path)
    store.entries.save(draft())


def test_an_unclean_end_is_reported_once_and_nothing_is_lost(store: Store, path: Path) -> None:
    fill(store)
    shown = everything(store)
    left = path.with_name("left.db")
    left.write_bytes(path.read_bytes())
    log_of(left).write_bytes(log_of(path).read_bytes())
    store.connection.close()
    again = Store(reopen(left))
    assert again.connection.unclean
    assert everything(again) == shown
    again.connection.close()
    after = reopen(left)
    assert not after.unclean
    after.close()


def test_half_a_page_at_the_end_is_forgiven_while_the_log_is_there(store: Store, path: Path) -> None:
    fill(store)
    shown = everything(store)
    left = path.with_name("left.db")
    # as after a power cut in the middle of a checkpoint that made the file longer
    left.write_bytes(path.read_bytes() + bytes(1536))
    log_of(left).write_bytes(log_of(path).read_bytes())
    store.connection.close()
    again = Store(reopen(left))
    assert everything(again) == shown
    again.connection.close()


def test_a_write_is_stored_whole_or_not_at_all(store: Store) -> None:
    with contextlib.suppress(ZeroDivisionError), store.connection.write() as sql:
        sql.run("INSERT INTO fact (name, value) VALUES ('half', 1)")
        _ = 1 / 0
    with store.connection.read() as sql:
        assert sql.one("SELECT * FROM fact WHERE name = 'half'") is None
    store.entries.save(draft())


@pytest.mark.parametrize("how", ["renamed", "replaced", "deleted"])
def test_a_file_that_was_moved_is_written_no_more(store: Store, path: Path, how: str) -> None:
    store.entries.save(draft())
    other = path.with_name("elsewhere.db")
    path.rename(other)
    if how == "replaced":
        path.write_bytes(b"a stranger's")
    if how == "deleted":
        other.unlink()
    assert not store.connection.still_ours()
    with pytest.raises(Gone):
        store.entries.save(draft())
    if how == "replaced":
        assert path.read_bytes() == b"a stranger's"


def test_a_long_question_is_interrupted_from_another_thread(store: Store) -> None:
    timer = threading.Timer(0.1, store.connection.interrupt)
    timer.start()
    with pytest.raises(Interrupted), store.connection.read() as sql:
        sql.all("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    timer.join()
    store.entries.save(draft())


def test_a_save_is_not_interrupted(store: Store) -> None:
    with store.connection.write() as sql:
        timer = threading.Timer(0.02, store.connection.interrupt)
        timer.start()
        sql.all("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 300000) SELECT count(*) FROM n")
        timer.join()
        sql.run("INSERT INTO fact (name, value) VALUES ('kept', 1)")
    with store.connection.read() as sql:
        assert sql.one("SELECT value FROM fact WHERE name = 'kept'") == (1,)


def test_an_import_can_be_interrupted_and_leaves_nothing(store: Store) -> None:
    def import_for_ever() -> None:
        with store.connection.write(interruptible=True) as sql:
            sql.run("INSERT INTO fact (name, value) VALUES ('half', 1)")
            sql.all("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")

    timer = threading.Timer(0.05, store.connection.interrupt)
    timer.start()
    with pytest.raises(Interrupted):
        import_for_ever()
    timer.join()
    with store.connection.read() as sql:
        assert sql.one("SELECT * FROM fact WHERE name = 'half'") is None


def test_another_thread_is_an_alarm(store: Store) -> None:
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            store.entries.tags()
        except Exception as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert "thread" in str(raised[0])


def test_closing_twice_does_nothing(store: Store) -> None:
    store.connection.close()
    store.connection.close()
    store.connection.interrupt()


def test_after_closing_no_log_is_left(store: Store, path: Path) -> None:
    store.entries.save(draft())
    assert log_of(path).exists()
    store.connection.close()
    assert [file.name for file in path.parent.iterdir()] == ["journal.db"]


def test_a_checkpoint_empties_the_log(store: Store, path: Path) -> None:
    store.entries.save(draft())
    assert log_of(path).stat().st_size > 0
    store.connection.checkpoint()
    assert log_of(path).stat().st_size == 0


def test_a_copy_has_the_same_key_salt_and_rows(store: Store, path: Path) -> None:
    fill(store)
    store.entries.trash(store.entries.save(draft()).id)
    copy = path.with_name("copy.db")
    store.connection.vacuum_into(copy)
    assert copy.read_bytes()[:16] == SALT
    counts = copies.inspect_copy(copy, key(), SALT)
    assert (counts.journal_id, counts.schema, counts.entries, counts.trashed) == (JOURNAL, schema.NEWEST, 12, 1)
    assert (counts.revisions, counts.names, counts.posts, counts.generation) == (12, 1, 1, 0)
    copied = Store(reopen(copy))
    assert everything(copied) == everything(store)
    copied.connection.close()


def test_inspecting_a_copy_changes_no_byte_of_it(store: Store, path: Path) -> None:
    copy = path.with_name("copy.db")
    store.connection.vacuum_into(copy)
    before = copy.read_bytes()
    copies.inspect_copy(copy, key(), SALT)
    assert copy.read_bytes() == before
    assert not log_of(copy).exists()


def test_a_copy_is_not_put_over_something(store: Store, path: Path) -> None:
    copy = path.with_name("copy.db")
    copy.write_bytes(b"there")
    with pytest.raises(AlreadyThere):
        store.connection.vacuum_into(copy)
    assert copy.read_bytes() == b"there"


def test_a_copy_with_a_flipped_bit_is_refused_with_its_page(store: Store, path: Path) -> None:
    fill(store)
    copy = path.with_name("copy.db")
    store.connection.vacuum_into(copy)
    data = bytearray(copy.read_bytes())
    data[9 * 4096 + 77] ^= 4
    copy.write_bytes(data)
    with pytest.raises(VaultDamaged) as caught:
        copies.inspect_copy(copy, key(), SALT)
    assert caught.value.facts["page"] == 10


def test_integrity_of_a_whole_journal_passes(store: Store) -> None:
    fill(store)
    store.connection.integrity()
    store.entries.save(draft())


def test_looking_for_damaged_pages_beside_an_open_journal_keeps_it_held(store: Store, path: Path) -> None:
    assert copies.damaged_pages(path, key(), SALT) == ()
    with pytest.raises(InUse):
        reopen(path)


def test_a_new_key_opens_and_the_old_one_no_more(store: Store, path: Path) -> None:
    fill(store)
    shown = everything(store)
    store.connection.change_key(key(0x3D), SALT)
    assert everything(store) == shown
    store.connection.close()
    with pytest.raises(VaultDamaged):
        reopen(path)
    again = Store(reopen(path, 0x3D))
    assert everything(again) == shown
    again.connection.close()
    assert path.read_bytes()[:16] == SALT


def test_a_failing_creation_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise VaultDamaged()

    monkeypatch.setattr("journal.store.schema.migrate", fail)
    with pytest.raises(VaultDamaged):
        create(path)
    assert list(path.parent.iterdir()) == []


def test_a_path_with_signs_of_a_uri_is_only_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory&x=%41 #b" / "journal.db"
    opened = create(path)
    opened.close()
    assert path.exists()
    reopen(path).close()


def test_a_journal_id_that_is_missing_is_damage(store: Store) -> None:
    assert isinstance(store.connection.journal_id, UUID)
    with store.connection.write() as sql:
        sql.run("DELETE FROM journal")
    with pytest.raises(VaultDamaged):
        _ = store.connection.journal_id
