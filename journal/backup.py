"""Sealed copies of a whole journal: make, verify, rotate, restore. The file itself is ``backup_file.py``'s."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from journal.atomic import fsync_folder, os_errors, part_beside, private_folder, sweep_parts
from journal.backup_file import BackupInfo, Contents, check_sums, read_info, write_package
from journal.errors import AlreadyThere, JournalError
from journal.paths import BACKUP_SUFFIX, DATABASE, KEYS, PREVIOUS_KEYS, is_half_swapped, mark_of, waiting_place

#: Kept after pruning, newest first: one a day, one a week, one a month (security design, "Backup and restore").
KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12


@dataclass(frozen=True, slots=True)
class Sealer:
    """What making a backup needs from an unlocked journal, handed in so that no key is passed about.

    ``copy_into`` writes a complete copy of the database to a path that does not exist yet; ``inspect`` opens such a
    copy on its own connections, checks every page and returns its counts (``entries``, ``posts``); ``mac`` signs.
    ``go_on`` is asked between the steps and raises ``Interrupted`` when somebody wants the work to stop.
    """

    journal_id: UUID
    generation: int
    key_file: bytes
    copy_into: Callable[[Path], None]
    inspect: Callable[[Path], Mapping[str, int]]
    mac: Callable[[bytes], bytes]
    go_on: Callable[[], None] = lambda: None


def make_backup(folder: Path, sealer: Sealer, now: dt.datetime) -> BackupInfo:
    """Write one verified backup into ``folder``; it appears under its name only when all of it was read back.

    Raises:
        DiskFull, ReadOnly, Gone, WriteFailed: the system refused; no part file is left.
        VaultDamaged: the journal, or the copy just made of it, does not pass its checks.
        BackupDamaged: what was read back is not what was written.
        Interrupted: ``sealer.go_on`` said so; no part file is left.
    """
    private_folder(folder)
    target = _free_name(folder, sealer.journal_id, now)
    database, package = (part_beside(target, _mark(sealer.journal_id)) for _ in range(2))
    with os_errors():
        try:
            sealer.copy_into(database)
            _fsync(database)
            sealer.go_on()
            counts = sealer.inspect(database)
            sealer.go_on()
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
            sealer.go_on()
            check_sums(package)
            package.replace(target)
            fsync_folder(folder)
        except BaseException:
            _remove_parts(database, package)
            raise
        return read_info(target)


def list_backups(folder: Path, journal_id: UUID | None = None) -> tuple[BackupInfo, ...]:
    """The backups in ``folder``, newest first, of one journal or of all; what cannot be read is left out."""
    found = []
    with contextlib.suppress(OSError):
        for path in sorted(folder.glob(f"*{BACKUP_SUFFIX}")):
            # one bad name (a folder, a dangling link, a file of somebody else's) must not hide the others
            with contextlib.suppress(JournalError):
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


def is_due(backups: Iterable[BackupInfo], generation: int, now: dt.datetime) -> bool:
    """Whether a journal at ``generation`` needs a backup: it changed since the last one, and none was made today."""
    today = now.astimezone().date()
    # of all, not of the newest: a clock that once ran ahead must not ask for one at every unlock
    return not any(info.generation >= generation or info.made_at.astimezone().date() == today for info in backups)


def sweep(folder: Path, journal_id: UUID | None = None) -> int:
    """Remove part files of a journal's interrupted backups; returns how many. Called while the journal is open.

    Another journal may be writing its own backup to the same folder at this moment: its parts are left alone, unless
    no ``journal_id`` says whose the folder is.
    """
    return sweep_parts(folder, _mark(journal_id) if journal_id else "") if folder.is_dir() else 0


def beside(journal_folder: Path) -> Path:
    """A new name for a folder in which a journal is built that will be moved to ``journal_folder``."""
    return part_beside(journal_folder, mark_of(journal_folder))


def sweep_beside(journal_folder: Path) -> int:
    """Remove what interruptions of making or restoring this journal left; returns how much.

    After ``finish_swap``, which needs some of it.
    """
    real = _real(journal_folder)
    return sweep_parts(real.parent, mark_of(real))


def must_be_replaceable(journal_folder: Path) -> None:
    """Refuse to move aside what is no journal: a person's other folder must not end as ``before-restore``.

    Raises:
        AlreadyThere: something else is there.
        ReadOnly: it cannot be looked into.
    """
    with os_errors():
        if not journal_folder.exists():
            return
        names = {path.name for path in journal_folder.iterdir()} if journal_folder.is_dir() else {"a file"}
        if names and not names & {DATABASE, KEYS, PREVIOUS_KEYS}:
            raise AlreadyThere(what="folder")


def swap_in(restored: Path, journal_folder: Path, now: dt.datetime) -> Path | None:
    """Put a restored folder in the journal's place and keep the former beside it; returns where the former is.

    Two renames: an interruption between them leaves no journal under its name, which ``finish_swap`` mends.
    """
    former = None
    with os_errors():
        ready = waiting_place(journal_folder)
        restored.rename(ready)
        fsync_folder(ready.parent)
        if journal_folder.exists():
            former = _free_folder(journal_folder, f"before-restore-{now:%Y-%m-%d}")
            journal_folder.rename(former)
        try:
            ready.rename(journal_folder)
        except OSError:
            if former:
                former.rename(journal_folder)
            raise
        fsync_folder(journal_folder.parent)
    return former


def finish_swap(journal_folder: Path) -> bool:
    """Finish a restore that was cut off between its renames; true when there was one. Called before each unlock."""
    with os_errors():
        if not is_half_swapped(journal_folder):
            return False
        real = _real(journal_folder)
        if real.exists():
            real.rmdir()
        waiting_place(real).rename(real)
        fsync_folder(real.parent)
    return True


def _mark(journal_id: UUID) -> str:
    return journal_id.hex[-8:]


def _real(journal_folder: Path) -> Path:
    """Where a link leads: what is built beside a journal lies on the journal's own disk."""
    return Path(os.path.realpath(journal_folder))


def _free_name(folder: Path, journal_id: UUID, now: dt.datetime) -> Path:
    """A name that tells journals and moments apart and says nothing else."""
    stem = f"congruence-{_mark(journal_id)}-{now.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
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
