"""Files written whole: a part file beside the target, flushed to the disk, then moved into place."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from journal.errors import AlreadyThere, BadInput, DiskFull, Gone, JournalError, ReadOnly, WriteFailed

#: Part files are named so that ``sweep_parts`` can tell them from anything a person put there.
PART_SUFFIX = ".congruence-part"


def as_journal_error(error: OSError) -> JournalError:
    """The journal's own error for a system error: full, read-only, missing, or ``WriteFailed`` with its number."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return DiskFull()
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ReadOnly()
        case errno.ENOENT | errno.ENOTDIR:
            return Gone(what="folder")
        case number:
            return WriteFailed(errno=number or 0)


@contextlib.contextmanager
def os_errors() -> Iterator[None]:
    """Turn any ``OSError`` inside into its ``JournalError``."""
    try:
        yield
    except OSError as error:
        # from None: the system's message holds a path, which may name somebody
        raise as_journal_error(error) from None


def fsync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def private_folder(folder: Path) -> None:
    """Make ``folder`` (and its parents) if need be, open to its owner alone.

    Raises:
        ReadOnly, DiskFull, WriteFailed: the system refuses.
    """
    with os_errors():
        new = not folder.exists()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if new:
            folder.chmod(0o700)  # whatever the umask took away


def part_beside(target: Path, mark: str = "") -> Path:
    """A new name for a part file in the folder of ``target``; nothing is written yet.

    ``mark`` says whose it is, so that ``sweep_parts`` can leave alone what others are writing.
    """
    return target.with_name(f".{mark}{'-' if mark else ''}{os.urandom(6).hex()}{PART_SUFFIX}")


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet, mode 0600, flushed to the disk. Raises ``OSError``; removes its remains."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def write_whole(target: Path, data: bytes, *, replace: bool = True) -> None:
    """Write ``data`` so that ``target`` holds either its old content or all of the new.

    Raises:
        DiskFull, ReadOnly, Gone, WriteFailed: the system refused; ``target`` is as it was and no part file is left.
        AlreadyThere: ``replace`` is false and something is there.
        BadInput: a folder or a device is there; the superuser's rename would put a file in a device's place.
    """
    with os_errors():
        if target.exists() and not target.is_file():
            raise BadInput(what="file", reason="irregular")
        part = part_beside(target)
        write_new(part, data)
        try:
            if replace:
                part.replace(target)
            else:
                _place_new(part, target)
            fsync_folder(target.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise


def _place_new(part: Path, target: Path) -> None:
    """Move ``part`` to a name that is still free, without a moment in which another could take it."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise AlreadyThere(what="file") from None
    except OSError:
        # no hard links here (FAT, some network disks): the best that is left
        if target.exists():
            raise AlreadyThere(what="file") from None
        part.replace(target)
        return
    part.unlink()


def sweep_parts(folder: Path, mark: str = "") -> int:
    """Remove what an interruption left in ``folder`` under names of ``part_beside``; returns how many.

    With a ``mark`` only parts of that mark: others may belong to a process that is still at work.
    """
    import glob  # noqa: PLC0415 - not on the way to the first page

    swept = 0
    for part in folder.glob(f".{glob.escape(mark)}{'-' if mark else ''}*{PART_SUFFIX}*"):
        with contextlib.suppress(OSError):
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part)
            else:
                part.unlink()
            swept += 1
    return swept
