"""Sealed copies of a whole journal: make, verify, rotate, restore. The file itself is ``backup_file.py``'s."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from journal.atomic import fsync_folder, os_errors, part_beside, private_folder, sweep_parts
from journal.backup_file import BackupInfo, Contents, check_sums, read_info, write_package
from journal.errors import BackupDamaged, NewerVersion, NotOurs
from journal.paths import BACKUP_SUFFIX, DATABASE

#: Kept after pruning, newest first: one a day, one a week, one a month (security design, "Backup and restore").
KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12


@dataclass(frozen=True, slots=True)
class Sealer:
    """What making a backup needs from an unlocked journal, handed in so that no key is passed about.

    ``copy_into`` writes a complete copy of the database to a path that does not exist yet; ``inspect`` opens such a
    copy on its own connections, checks every page and returns its counts (``entries``, ``posts``); ``mac`` signs.
    """

    journal_id: UUID
    generation: int
    key_file: bytes
    copy_into: Callable[[Path], None]
    inspect: Callable[[Path], Mapping[str, int]]
    mac: Callable[[bytes], bytes]


def make_backup(folder: Path, sealer: Sealer, now: dt.datetime) -> BackupInfo:
    """Write one verified backup into ``folder``; it appears under its name only when all of it was read back.

    Raises:
        DiskFull, ReadOnly, Gone, WriteFailed: the system refused; no part file is left.
        VaultDamaged: the journal, or the copy just made of it, does not pass its checks.
        BackupDamaged: what was read back is not what was written.
    """
    private_folder(folder)
    target = _free_name(folder, sealer.journal_id, now)
    database, package = part_beside(target), part_beside(target)
    with os_errors():
        try:
            sealer.copy_into(database)
            _fsync(database)
            counts = sealer.inspect(database)
            said = Contents(
                journal_id=sealer.journal_id,
                generation=sealer.generation,
                made_at=now,
                entries=counts["entries"],
                posts=counts["posts"],
                key_file=sealer.key_file,
            )
            write_package(package, said, database, sealer.mac)
            database.unlink()
            check_sums(package)
            package.replace(target)
            fsync_folder(folder)
        except BaseException:
            _remove_parts(database, package)
            raise
        return read_info(target)


def list_backups(folder: Path, journal_id: UUID | None = None) -> tuple[BackupInfo, ...]:
    """The backups in ``folder``, newest first, of one journal or of all; unreadable files are left out."""
    found = []
    with contextlib.suppress(OSError):
        for path in sorted(folder.glob(f"*{BACKUP_SUFFIX}")):
            with contextlib.suppress(BackupDamaged, NotOurs, NewerVersion):
                found.append(read_info(path))
    mine = [info for info in found if journal_id is None or info.journal_id == journal_id]
    return tuple(sorted(mine, key=lambda info: info.made_at, reverse=True))


def to_prune(backups: tuple[BackupInfo, ...]) -> tuple[BackupInfo, ...]:
    """Which of one journal's backups are no longer needed; never the newest.

    Kept are the newest of each of the last 7 days, 4 weeks and 12 months *that have one*: a long holiday must not
    empty the folder.
    """
    newest_first = sorted(backups, key=lambda info: info.made_at, reverse=True)
    kept: set[Path] = {info.path for info in newest_first[:1]}
    for limit, period in ((KEEP_DAILY, "%Y-%m-%d"), (KEEP_WEEKLY, "%G-%V"), (KEEP_MONTHLY, "%Y-%m")):
        seen: dict[str, Path] = {}
        for info in newest_first:
            seen.setdefault(info.made_at.strftime(period), info.path)
        kept.update(list(seen.values())[:limit])
    return tuple(info for info in newest_first if info.path not in kept)


def prune(folder: Path, journal_id: UUID, good: Path) -> int:
    """Remove what ``to_prune`` names, but never ``good``, the backup just verified; returns how many were removed."""
    removed = 0
    for info in to_prune(list_backups(folder, journal_id)):
        if info.path != good:
            with contextlib.suppress(OSError):
                info.path.unlink()
                removed += 1
    return removed


def sweep(folder: Path) -> int:
    """Remove part files of interrupted backups; returns how many. Called at unlock."""
    return sweep_parts(folder) if folder.is_dir() else 0


def swap_in(restored: Path, journal_folder: Path, now: dt.datetime) -> Path | None:
    """Put a restored folder in the journal's place and keep the former beside it; returns where the former is.

    Two renames: an interruption between them leaves no journal under its name, which ``finish_swap`` mends.
    """
    former = None
    with os_errors():
        ready = restored.with_name(f"{journal_folder.name}.restored")
        restored.rename(ready)
        fsync_folder(ready.parent)
        if journal_folder.exists():
            former = _free_folder(journal_folder, f"before-restore-{now:%Y-%m-%d}")
            journal_folder.rename(former)
        ready.rename(journal_folder)
        fsync_folder(journal_folder.parent)
    return former


def finish_swap(journal_folder: Path) -> bool:
    """Finish a restore that was cut off between its renames; true when there was one. Called before each unlock."""
    ready = journal_folder.with_name(f"{journal_folder.name}.restored")
    if journal_folder.exists() or not (ready / DATABASE).exists():
        return False
    with os_errors():
        ready.rename(journal_folder)
        fsync_folder(journal_folder.parent)
    return True


def _free_name(folder: Path, journal_id: UUID, now: dt.datetime) -> Path:
    """A name that tells journals and moments apart and says nothing else."""
    stem = f"congruence-{journal_id.hex[-8:]}-{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    candidates = (folder / f"{stem}{extra}{BACKUP_SUFFIX}" for extra in ("", *(f"-{n}" for n in range(2, 100))))
    return next(path for path in candidates if not path.exists())


def _free_folder(folder: Path, word: str) -> Path:
    candidates = (folder.with_name(f"{folder.name}.{word}{extra}") for extra in ("", *(f"-{n}" for n in range(2, 100))))
    return next(path for path in candidates if not path.exists())


def _fsync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _remove_parts(*parts: Path) -> None:
    for part in parts:
        # the engine may have left a journal or -wal of its own beside its copy
        for leftover in (part, *part.parent.glob(f"{part.name}-*")):
            with contextlib.suppress(OSError):
                leftover.unlink()
