"""Looks into a backup and puts it in a journal's place: unpacked beside it, checked whole, swapped in by renaming."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from journal import backup
from journal.atomic import part_beside, private_folder
from journal.backup_file import BackupInfo, check_mac, read_info, unpack
from journal.errors import BackupDamaged, InUse, JournalError, KeysDamaged, WrongSecret, WrongWords
from journal.model import Filter, Heading
from journal.paths import DATABASE, KEYS, Places
from journal.store import connection as store
from journal.store.connection import Connection
from journal.store.entries import Entries
from journal.store.facts import Facts
from journal.store.holding import held_elsewhere
from journal.vault.header import parse
from journal.vault.keys import Purpose, Secret, open_slot
from journal.vault.keys import check_mac as check_key_file
from journal.vault.recovery import secret_of
from journal.vault.seen import Seen

#: How many titles a preview shows.
_TITLES = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """What a backup holds, for a person to recognise before anything is replaced."""

    info: BackupInfo
    entries: int
    newest: tuple[Heading, ...] = field(repr=False)


def preview_backup(path: Path, secret: str, scratch: Path) -> Preview:
    """Open a backup with its passphrase or recovery words, check all of it, and show its newest titles.

    ``scratch`` is a folder in which a sealed copy lies for that moment.

    Raises:
        BackupDamaged, NotOurs, NewerVersion: the file is not a whole backup.
        WrongSecret, WrongWords: neither passphrase nor words of this backup.
        VaultDamaged: the database inside does not pass its checks.
        DiskFull, ReadOnly, WriteFailed: there was no room for the copy; nothing is left of it.
    """
    private_folder(scratch)
    with _unpacked(path, part_beside(scratch / "preview"), secret) as (connection, _):
        connection.integrity()
        entries = Entries(connection, read_info(path).journal_id, _now)
        wanted = Filter()
        return Preview(read_info(path), entries.count(wanted), entries.window(wanted, 0, _TITLES))


def restore_backup(path: Path, secret: str, folder: Path, places: Places) -> Path | None:
    """Put the backup in the place of the journal in ``folder``; returns where the former journal now lies.

    The journal must be locked. It is never written to: the backup is unpacked beside it, checked, and swapped in by
    renaming. Its generation is set above the backup's and above what this computer saw last, so that the restored
    journal is not taken for an old one put back.

    Raises:
        InUse: the journal is open in another window. The rest as ``preview_backup``; the journal is as it was.
    """
    if (folder / DATABASE).exists() and held_elsewhere(folder / DATABASE):
        raise InUse()
    private_folder(folder.parent)
    now = _now()
    with _unpacked(path, part_beside(folder), secret, keep=True) as (connection, unpacked):
        connection.integrity()
        info = read_info(path)
        last = Seen.load(places.seen).journal(info.journal_id)
        Facts(connection).raise_generation(above=max(info.generation, last.generation if last else 0))
        connection.checkpoint()
    return backup.swap_in(unpacked, folder, now)


@contextlib.contextmanager
def _unpacked(path: Path, folder: Path, text: str, *, keep: bool = False) -> Iterator[tuple[Connection, Path]]:
    """The backup unpacked into ``folder`` and opened; the folder goes afterwards unless all went well and ``keep``."""
    info = unpack(path, folder)
    kept = False
    try:
        with _secret_for(folder, text) as secret:
            salt = parse((folder / KEYS).read_bytes()).journal_salt
            check_mac(path, lambda message: secret.authenticate(Purpose.BACKUP, salt, message))
            connection = store.open_existing(folder / DATABASE, secret.subkey(Purpose.DATABASE, salt), salt)
        try:
            if connection.journal_id != info.journal_id:
                raise BackupDamaged(member=DATABASE)
            yield connection, folder
        finally:
            connection.close()
        kept = keep
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _secret_for(folder: Path, text: str) -> Secret:
    """The secret of the key file in ``folder`` by passphrase, or by words where ``text`` is well-formed words."""
    key_file = parse((folder / KEYS).read_bytes())
    try:
        words = secret_of(text)
    except JournalError:
        return open_slot(key_file, text)
    try:
        check_key_file(key_file, words)
    except KeysDamaged:
        words.wipe()
        try:
            # eleven words of the list may also be somebody's passphrase
            return open_slot(key_file, text)
        except WrongSecret:
            raise WrongWords() from None
    return words


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
