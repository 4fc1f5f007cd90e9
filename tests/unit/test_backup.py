import contextlib
import datetime as dt
import errno
import hashlib
import hmac
import json
import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from journal import backup, backup_file
from journal.backup import (
    Sealer,
    finish_swap,
    is_due,
    list_backups,
    make_backup,
    must_be_replaceable,
    prune,
    swap_in,
    sweep,
    sweep_beside,
    to_prune,
)
from journal.backup_file import BackupInfo, check_mac, check_sums, key_file_of, unpack
from journal.errors import (
    AlreadyThere,
    BackupDamaged,
    DiskFull,
    Interrupted,
    JournalError,
    NewerVersion,
    NotFound,
    NotOurs,
    VaultDamaged,
    WriteFailed,
)
from journal.ids import new_id
from journal.paths import BACKUP_SUFFIX, is_half_swapped

JOURNAL = UUID("01890000-0000-7000-8000-000000000001")
NOW = dt.datetime(2026, 11, 22, 20, 41, tzinfo=dt.UTC)
NOISE = bytes(range(256)) * 64


def mac(message: bytes) -> bytes:
    return hmac.digest(b"backup key", message, hashlib.sha256)


def sealer(database: bytes = NOISE, journal_id: UUID = JOURNAL, counts: Mapping[str, int] | None = None) -> Sealer:
    def copy_into(path: Path) -> None:
        path.write_bytes(database)

    return Sealer(
        journal_id=journal_id,
        generation=7,
        key_file=b'{"keys": "sealed"}',
        copy_into=copy_into,
        inspect=lambda path: counts or {"entries": 3, "posts": 1},
        mac=mac,
    )


def test_a_backup_holds_the_journal_and_says_what_it_is(tmp_path: Path) -> None:
    info = make_backup(tmp_path, sealer(), NOW)
    assert (info.journal_id, info.generation, info.made_at, info.entries, info.posts) == (JOURNAL, 7, NOW, 3, 1)
    assert [path.name for path in tmp_path.iterdir()] == [info.path.name]
    assert stat.S_IMODE(info.path.stat().st_mode) == 0o600
    assert check_sums(info.path) == info
    check_mac(info.path, mac)
    assert key_file_of(info.path) == b'{"keys": "sealed"}'
    unpack(info.path, tmp_path / "out")
    assert (tmp_path / "out" / "journal.db").read_bytes() == NOISE
    with zipfile.ZipFile(info.path) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_forged_manifest_is_noticed_by_its_mac(tmp_path: Path) -> None:
    info = make_backup(tmp_path, sealer(), NOW)
    with pytest.raises(BackupDamaged):
        check_mac(info.path, lambda message: hmac.digest(b"another key", message, hashlib.sha256))


def test_two_backups_in_one_second_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = make_backup(tmp_path, sealer(), NOW), make_backup(tmp_path, sealer(), NOW)
    assert first.path != second.path
    assert len(list_backups(tmp_path)) == 2


@pytest.mark.parametrize("error", [DiskFull(), VaultDamaged(page=2)])
def test_a_failure_leaves_no_part_file(tmp_path: Path, error: JournalError) -> None:
    def fail(path: Path) -> Mapping[str, int]:
        (path.parent / f"{path.name}-wal").write_bytes(b"left by the engine")
        raise error

    good = sealer()
    bad = Sealer(good.journal_id, good.generation, good.key_file, good.copy_into, fail, good.mac)
    with pytest.raises(type(error)):
        make_backup(tmp_path, bad, NOW)
    assert list(tmp_path.iterdir()) == []


def test_every_flip_and_cut_is_noticed_and_restores_nothing(tmp_path: Path) -> None:
    # row 8 of the security tests, at the level of the file: 500 flips and 100 cuts, evenly spread
    info = make_backup(tmp_path, sealer(NOISE[:3000]), NOW)
    whole = info.path.read_bytes()
    damaged = tmp_path / f"damaged{BACKUP_SUFFIX}"
    noticed = harmless = 0
    versions = [whole[: len(whole) * n // 100] for n in range(100)]
    for n in range(500):
        position = len(whole) * n // 500
        versions.append(whole[:position] + bytes([whole[position] ^ 1 << n % 8]) + whole[position + 1 :])
    for version in versions:
        damaged.write_bytes(version)
        try:
            check_sums(damaged)
            check_mac(damaged, mac)
        except (BackupDamaged, NotOurs, NewerVersion):
            noticed += 1
        else:
            # a bit of the zip's own book-keeping (attributes, version made by): every member is still right
            unpack(damaged, tmp_path / "out")
            assert (tmp_path / "out" / "journal.db").read_bytes() == NOISE[:3000]
            for member in (tmp_path / "out").iterdir():
                member.unlink()
            (tmp_path / "out").rmdir()
            harmless += 1
    assert noticed + harmless == 600
    assert noticed >= 570
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all" * 100])
def test_a_foreign_file_is_refused_and_not_listed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / f"x{BACKUP_SUFFIX}"
    path.write_bytes(content)
    with pytest.raises(BackupDamaged):
        check_sums(path)
    assert list_backups(tmp_path) == ()


def test_a_zip_of_something_else_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / f"x{BACKUP_SUFFIX}"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", '{"format": "other"}')
    with pytest.raises(NotOurs):
        check_sums(path)


def test_a_newer_backup_is_named_as_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_file, "VERSION", 2)
    backup_file_made = tmp_path / f"x{BACKUP_SUFFIX}"
    part = tmp_path / "database"
    part.write_bytes(NOISE)
    said = backup_file.Contents(JOURNAL, 1, NOW, 0, 0, b"{}")
    backup_file.write_package(backup_file_made, said, part, mac)
    monkeypatch.setattr(backup_file, "VERSION", 1)
    with pytest.raises(NewerVersion):
        check_sums(backup_file_made)


def days_of_backups(count: int) -> tuple[BackupInfo, ...]:
    return tuple(
        BackupInfo(Path(f"{n}"), JOURNAL, n, NOW - dt.timedelta(days=count - n), 1, 0, 1) for n in range(count)
    )


def test_pruning_keeps_days_weeks_and_months_and_always_the_newest() -> None:
    backups = days_of_backups(400)
    gone = {info.path for info in to_prune(backups)}
    kept = [info for info in backups if info.path not in gone]
    assert 18 <= len(kept) <= 23
    assert kept[-1] == backups[-1]
    assert {info.path for info in backups[-7:]}.isdisjoint(gone)
    assert len({info.made_at.strftime("%Y-%m") for info in kept}) == 12


def test_a_long_pause_does_not_empty_the_folder() -> None:
    old = days_of_backups(7)
    assert to_prune(old) == ()


def test_pruning_touches_no_other_journal(tmp_path: Path) -> None:
    other = make_backup(tmp_path, sealer(journal_id=new_id()), NOW - dt.timedelta(days=500))
    mine = [make_backup(tmp_path, sealer(), NOW - dt.timedelta(days=n)) for n in range(30, -1, -1)]
    removed = prune(tmp_path, JOURNAL, mine[-1].path)
    assert removed > 10
    assert other.path.exists()
    assert mine[-1].path.exists()
    assert len(list_backups(tmp_path, JOURNAL)) == 31 - removed


def test_parts_of_an_interrupted_backup_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[Path] = []

    def cut(path: Path) -> Mapping[str, int]:
        left.append(path)
        path.with_name(f"{path.name}-wal").write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(backup, "_remove_parts", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        make_backup(tmp_path, replace(sealer(), inspect=cut), NOW)
    assert left[0].exists()
    assert sweep(tmp_path, new_id()) == 0, "another journal's backup may be under way in the same folder"
    assert sweep(tmp_path, JOURNAL) == 2
    assert list(tmp_path.iterdir()) == []
    assert sweep(tmp_path / "nowhere", JOURNAL) == 0


@pytest.mark.parametrize("step", range(3))
def test_a_backup_stops_between_its_steps_and_leaves_nothing(tmp_path: Path, step: int) -> None:
    asked: list[int] = []

    def go_on() -> None:
        asked.append(1)
        if len(asked) > step:
            raise Interrupted()

    with pytest.raises(Interrupted):
        make_backup(tmp_path, replace(sealer(), go_on=go_on), NOW)
    assert list(tmp_path.iterdir()) == []


def test_strange_names_in_the_folder_do_not_hide_the_backups(tmp_path: Path) -> None:
    made = make_backup(tmp_path, sealer(), NOW)
    (tmp_path / f"folder{BACKUP_SUFFIX}").mkdir()
    (tmp_path / f"dangling{BACKUP_SUFFIX}").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / f"pipe{BACKUP_SUFFIX}")
    assert list_backups(tmp_path) == (made,)
    assert prune(tmp_path, JOURNAL, made.path) == 0
    with pytest.raises(NotFound):
        check_sums(tmp_path / f"dangling{BACKUP_SUFFIX}")
    with pytest.raises(NotOurs):
        check_sums(tmp_path / f"pipe{BACKUP_SUFFIX}")


def test_a_packed_member_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    info = make_backup(tmp_path, sealer(), NOW)
    packed = tmp_path / f"packed{BACKUP_SUFFIX}"
    with zipfile.ZipFile(info.path) as whole, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            how = zipfile.ZIP_DEFLATED if name == "journal.db" else zipfile.ZIP_STORED
            archive.writestr(name, whole.read(name), how)
    with pytest.raises(BackupDamaged):
        check_sums(packed)


def test_every_bit_of_the_zips_directory_may_flip(tmp_path: Path) -> None:
    whole = make_backup(tmp_path, sealer(NOISE[:64]), NOW).path.read_bytes()
    damaged = tmp_path / f"damaged{BACKUP_SUFFIX}"
    start = whole.index(b"PK\x01\x02")
    for position in range(start, len(whole)):
        for bit in range(8):
            damaged.write_bytes(whole[:position] + bytes([whole[position] ^ 1 << bit]) + whole[position + 1 :])
            with contextlib.suppress(BackupDamaged, NotOurs, NewerVersion):
                check_sums(damaged)


def test_a_mac_that_is_no_ascii_is_a_wrong_mac(tmp_path: Path) -> None:
    info = make_backup(tmp_path, sealer(), NOW)
    forged = tmp_path / f"forged{BACKUP_SUFFIX}"
    with zipfile.ZipFile(info.path) as whole, zipfile.ZipFile(forged, "w") as archive:
        for name in whole.namelist():
            data = whole.read(name)
            if name == "manifest.json":
                data = json.dumps({**json.loads(data), "mac": "\u00e9\ud800"}).encode()
            archive.writestr(name, data)
    with pytest.raises(BackupDamaged):
        check_mac(forged, mac)


@pytest.mark.parametrize(
    ("days_ago", "generation", "due"),
    [
        ((), 7, True),
        ((0,), 7, False),  # made today
        ((1,), 7, True),
        ((1,), 8, False),  # nothing changed since
        ((-400, 0), 7, False),  # a clock once ran ahead: today's still counts
        ((-400, 1), 7, True),
    ],
)
def test_when_a_backup_is_due(days_ago: tuple[int, ...], generation: int, due: bool) -> None:
    made = [
        BackupInfo(Path(f"{n}"), JOURNAL, generation, NOW - dt.timedelta(days=days), 1, 0, 1)
        for n, days in enumerate(days_ago)
    ]
    assert is_due(made, 8, NOW) is due


def test_a_restore_keeps_the_former_journal_beside_it(tmp_path: Path) -> None:
    journal, restored = tmp_path / "journal", tmp_path / "new"
    for folder, text in ((journal, "old"), (restored, "restored")):
        folder.mkdir()
        (folder / "journal.db").write_text(text)
    former = swap_in(restored, journal, NOW)
    assert (journal / "journal.db").read_text() == "restored"
    assert former == tmp_path / "journal.before-restore-2026-11-22"
    assert (former / "journal.db").read_text() == "old"


def test_a_restore_cut_off_between_its_renames_is_finished(tmp_path: Path) -> None:
    folder, restored = tmp_path / "journal", tmp_path / "new"
    for each, text in ((folder, "old"), (restored, "restored")):
        each.mkdir()
        (each / "journal.db").write_text(text)
    with cut_off_before_rename_to(folder), pytest.raises(KeyboardInterrupt):
        swap_in(restored, folder, NOW)
    assert not folder.exists()
    assert is_half_swapped(folder)
    folder.mkdir()  # made by somebody who missed it: empty, so it is in nobody's way
    assert finish_swap(folder)
    assert (folder / "journal.db").read_text() == "restored"
    assert not finish_swap(folder)


def test_a_restore_cut_off_before_its_renames_is_swept_and_does_not_hold_up_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    for each, text in ((folder, "old"), (tmp_path / "one", "first"), (tmp_path / "two", "second")):
        each.mkdir()
        (each / "journal.db").write_text(text)
    with cut_off_before_rename_to(folder, of=folder), pytest.raises(KeyboardInterrupt):
        swap_in(tmp_path / "one", folder, NOW)
    assert not finish_swap(folder)
    assert (folder / "journal.db").read_text() == "old"
    assert sweep_beside(folder) == 1
    swap_in(tmp_path / "two", folder, NOW)
    assert (folder / "journal.db").read_text() == "second"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal", "journal.before-restore-2026-11-22"]


def test_a_restore_that_the_system_refuses_midway_puts_the_former_journal_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, restored = tmp_path / "journal", tmp_path / "new"
    for each, text in ((folder, "old"), (restored, "restored")):
        each.mkdir()
        (each / "journal.db").write_text(text)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name.startswith(".") and target == folder:
            raise OSError(errno.EIO, "no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(WriteFailed):
        swap_in(restored, folder, NOW)
    assert (folder / "journal.db").read_text() == "old"


@contextlib.contextmanager
def cut_off_before_rename_to(target: Path, of: Path | None = None) -> Iterator[None]:
    """As a kill would: the rename to ``target``, or the one of ``of``, does not happen, and nothing after it."""
    rename = Path.rename

    def cut(path: Path, new: Path) -> Path:
        if (path == of) if of else (new == target):
            raise KeyboardInterrupt
        return rename(path, new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", cut)
        yield


@pytest.mark.parametrize("names", [("letter.txt",), ("keys.db",)])
def test_another_folder_of_the_persons_is_never_moved_aside(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_text("mine")
    with pytest.raises(AlreadyThere):
        must_be_replaceable(tmp_path)
    with pytest.raises(AlreadyThere):
        must_be_replaceable(tmp_path / names[0])
    must_be_replaceable(tmp_path / "not there")
