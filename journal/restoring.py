"""Looks into a backup and puts it in a journal's place: unpacked beside it, checked whole, swapped in by renaming."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from journal import backup
from journal.atomic import os_errors, part_beside, private_folder, sweep_parts
from journal.backup_file import BackupInfo, check_mac, read_info, unpack
from journal.errors import (
    BackupDamaged,
    InUse,
    JournalError,
    KeysDamaged,
    NotOurs,
    VaultDamaged,
    VaultEmpty,
    WrongSecret,
    WrongWords,
)
from journal.model import Filter, Heading
from journal.paths import DATABASE, KEYS, Places
from journal.store import connection as store
from journal.store.connection import Connection
from journal.store.entries import Entries
from journal.store.facts import Facts
from journal.store.holding import held_elsewhere
from journal.vault.header import KeyFile, parse
from journal.vault.keys import Purpose, Secret, open_slot
from journal.vault.keys import check_mac as check_key_file
from journal.vault.recovery import secret_of
from journal.vault.seen import Seen

#: How many titles a preview shows.
_TITLES = 5
#: Marks the copy that a preview unpacks.
_PREVIEW = "preview"


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
        NotFound, BackupDamaged, NotOurs, NewerVersion: there is no file, or it is not a whole backup.
        WrongSecret, WrongWords: neither passphrase nor words of this backup.
        DiskFull, ReadOnly, WriteFailed: there was no room for the copy; nothing is left of it.
    """
    private_folder(scratch)
    sweep_parts(scratch, _PREVIEW)
    with _unpacked(path, part_beside(scratch / _PREVIEW, _PREVIEW), secret) as (connection, _):
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
        InUse: the journal is open in another window.
        AlreadyThere: ``folder`` holds something that is no journal.
        The rest as ``preview_backup``; the journal is as it was.
    """
    folder = Path(os.path.realpath(folder))  # where a link leads: the link stays
    _must_be_free(folder)
    private_folder(folder.parent)
    backup.finish_swap(folder)
    backup.sweep_beside(folder)
    now = _now()
    with _unpacked(path, backup.beside(folder), secret, keep=True) as (connection, unpacked):
        connection.integrity()
        info = read_info(path)
        last = Seen.load(places.seen).journal(info.journal_id)
        Facts(connection).raise_generation(above=max(info.generation, last.generation if last else 0))
        connection.checkpoint()
    try:
        _must_be_free(folder)  # checking took its time: somebody may have opened it meanwhile
        return backup.swap_in(unpacked, folder, now)
    except BaseException:
        shutil.rmtree(unpacked, ignore_errors=True)
        raise


def _must_be_free(folder: Path) -> None:
    backup.must_be_replaceable(folder)
    with os_errors():
        there = (folder / DATABASE).exists()
    if there and held_elsewhere(folder / DATABASE):
        raise InUse()


@contextlib.contextmanager
def _unpacked(path: Path, folder: Path, text: str, *, keep: bool = False) -> Iterator[tuple[Connection, Path]]:
    """The backup unpacked into ``folder`` and opened; the folder goes afterwards unless all went well and ``keep``."""
    info = unpack(path, folder)
    kept = False
    try:
        key_file = _key_file_in(folder)
        with _secret_for(key_file, text) as secret:
            salt = key_file.journal_salt
            check_mac(path, lambda message: secret.authenticate(Purpose.BACKUP, salt, message))
            connection = store.open_existing(folder / DATABASE, secret.subkey(Purpose.DATABASE, salt), salt)
        try:
            if connection.journal_id != info.journal_id:
                raise BackupDamaged(member=DATABASE)
            yield connection, folder
        finally:
            connection.close()
        kept = keep
    except (VaultDamaged, VaultEmpty):
        raise BackupDamaged(member=DATABASE) from None
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _key_file_in(folder: Path) -> KeyFile:
    try:
        return parse((folder / KEYS).read_bytes())
    except (KeysDamaged, NotOurs):
        raise BackupDamaged(member=KEYS) from None


def _secret_for(key_file: KeyFile, text: str) -> Secret:
    """The secret of ``key_file`` by passphrase, or by words where ``text`` is well-formed words.

    Raises:
        WrongSecret, WrongWords: neither.
        BackupDamaged: the passphrase is right, and the rest of the key file was changed.
    """
    try:
        words = secret_of(text)
    except JournalError:
        try:
            return open_slot(key_file, text)
        except KeysDamaged as damage:
            if damage.facts.get("reason") == "kdf_memory":
                raise
            raise BackupDamaged(member=KEYS) from None
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
