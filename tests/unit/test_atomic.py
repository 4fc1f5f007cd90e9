import errno
import os
import stat
from pathlib import Path

import pytest

from journal.atomic import as_journal_error, part_beside, private_folder, sweep_parts, write_whole
from journal.errors import AlreadyThere, BadInput, DiskFull, Gone, JournalError, ReadOnly, WriteFailed


def test_a_file_is_written_whole_private_and_without_leftovers(tmp_path: Path) -> None:
    target = tmp_path / "keys.json"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


def test_an_existing_file_is_kept_when_it_must_not_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "post.md"
    write_whole(target, b"one", replace=False)
    with pytest.raises(AlreadyThere):
        write_whole(target, b"two", replace=False)
    assert target.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["post.md"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_write_leaves_the_old_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "keys.json"
    write_whole(target, b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DiskFull):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.ENOENT, Gone),
        (errno.EIO, WriteFailed),
    ],
)
def test_system_errors_become_the_journals_own_without_their_path(number: int, expected: type[JournalError]) -> None:
    error = as_journal_error(OSError(number, "words", "/home/somebody/secret"))
    assert type(error) is expected
    assert "somebody" not in str(error) + repr(error)


def test_a_missing_folder_is_named_as_gone(tmp_path: Path) -> None:
    with pytest.raises(Gone):
        write_whole(tmp_path / "nowhere" / "file", b"x")


@pytest.mark.parametrize("replace", [True, False])
def test_neither_a_folder_nor_a_pipe_nor_a_device_is_replaced(tmp_path: Path, replace: bool) -> None:
    # the superuser's rename would put a file in the place of /dev/null
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for target in (tmp_path, pipe, Path("/"), Path(os.devnull)):
        with pytest.raises(BadInput):
            write_whole(target, b"x", replace=replace)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_marked_parts_are_swept_alone(tmp_path: Path) -> None:
    part_beside(tmp_path / "mine", "aa").mkdir()
    part_beside(tmp_path / "mine", "aab").write_text("another's, under way")
    part_beside(tmp_path / "mine").write_text("another's, under way")
    assert sweep_parts(tmp_path, "aa") == 1
    assert len(list(tmp_path.iterdir())) == 2


def test_parts_are_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("kept")
    part_beside(tmp_path / "mine.md").write_text("left by a crash")
    assert sweep_parts(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


def test_a_private_folder_is_open_to_its_owner_alone(tmp_path: Path) -> None:
    private_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
