"""The journal file as the file system sees it, before and beside the engine."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from journal.atomic import os_errors, private_folder
from journal.errors import AlreadyThere, Gone, NotOurs, ReadOnly, VaultEmpty

PAGE = 4096


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log, which is there while the file is open and after an unclean end."""
    return path.with_name(f"{path.name}-wal")


def look_at(path: Path, *, to_write: bool = True) -> bool:
    """Refuse what cannot be a journal before any engine sees it; returns whether a log was left (an unclean end).

    An empty file would otherwise open as a new journal under any key (measured, docs/security.md).
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise Gone(what="file") from None
    with os_errors():
        if not path.is_file():
            raise NotOurs()
        log = log_of(path)
        logged = log.stat().st_size if log.exists() else -1
    if size == 0:
        raise VaultEmpty()
    # a power cut while the log was moved into the file can leave a part of a page; the log still has all of it
    if size < PAGE or (size % PAGE and logged <= 0):
        raise NotOurs()
    if to_write and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ReadOnly()  # the engine would open it, and fail at the first save
    return logged >= 0


def identity(path: Path) -> tuple[int, int] | None:
    """Device and inode, or ``None`` where nothing is there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def make_folder(folder: Path) -> None:
    """Our own folder is open to its owner alone, whatever the umask; one with other things in it is left as it is."""
    private_folder(folder)
    with os_errors():
        if not any(folder.iterdir()):
            folder.chmod(0o700)


def make_file(path: Path) -> None:
    """A new, empty file of mode 0600. Raises ``AlreadyThere`` and leaves alone what is there."""
    with os_errors():
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise AlreadyThere(what="file") from None
        try:
            path.chmod(0o600)  # whatever the umask took away
        finally:
            os.close(handle)


def remove_files(path: Path) -> None:
    """Remove what was begun at ``path``, with the logs that the engine may have put beside it."""
    for name in (path, log_of(path), path.with_name(f"{path.name}-journal")):
        with contextlib.suppress(OSError):
            name.unlink()
