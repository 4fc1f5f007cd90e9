"""Makes, unlocks and recovers a journal: joins the vault, which knows keys, with the store, which knows rows.

Every function runs Argon2id, most of them for about a second: call them on the vault lane.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

from journal import backup
from journal.atomic import fsync_folder, os_errors, private_folder, write_whole
from journal.backup_file import key_file_of
from journal.errors import (
    AlreadyThere,
    DiskFull,
    Gone,
    JournalError,
    KeysDamaged,
    NotOurs,
    ReadOnly,
    VaultDamaged,
    WriteFailed,
    WrongWords,
)
from journal.ids import new_id
from journal.model import Notice
from journal.open_journal import OpenJournal
from journal.paths import DATABASE, KEYS, PREVIOUS_KEYS, Places, is_half_swapped, is_journal
from journal.safekeeping import Safekeeping
from journal.store import connection as store
from journal.store import schema
from journal.store.connection import Connection
from journal.store.copies import damaged_pages
from journal.vault import passphrase as passphrases
from journal.vault.header import KeyFile, parse
from journal.vault.kdf import SALT_BYTES, KdfParams
from journal.vault.key_files import Found, Source, belonging_to, find_key_files, store_key_file, tidy, unlock
from journal.vault.keys import Purpose, Secret, new_secret, renew, seal
from journal.vault.recovery import secret_of, suggest, unknown_words, words_of
from journal.vault.seen import Seen

#: How a SQLite file begins that nobody encrypted (https://www.sqlite.org/fileformat2.html, 1.3).
_PLAIN_SQLITE = b"SQLite format 3\0"


def must_be_there(folder: Path) -> None:
    """Say what is in ``folder`` instead of a journal; opens nothing.

    Raises:
        Gone: there is no such folder, or only the journal's key file is left in it.
        NotOurs: something else is there.
        ReadOnly, WriteFailed: the system does not let us look.
    """
    with os_errors():
        database = folder / DATABASE
        if database.is_file() or (not database.exists() and is_half_swapped(folder)):
            return
        if not folder.exists():
            raise Gone(what="folder")
        raise Gone(what="file") if (folder / KEYS).exists() and not database.exists() else NotOurs()


def must_be_free(folder: Path) -> None:
    """Say what speaks against a new journal in ``folder``, as far as that can be told without writing anything.

    Raises:
        AlreadyThere: it holds a journal, or anything else; or a file stands where it or a folder above it would be.
        ReadOnly: nothing can be made there.
        WriteFailed: the system does not let us look.
    """
    folder = Path(os.path.realpath(folder))
    with os_errors():
        if is_journal(folder) or (folder / KEYS).exists():
            raise AlreadyThere(what="journal")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AlreadyThere(what="folder")
        above = next(each for each in folder.parents if each.exists())
        if not above.is_dir():
            raise AlreadyThere(what="file")
        if not os.access(above, os.W_OK | os.X_OK):
            raise ReadOnly()


def create_journal(
    folder: Path,
    passphrase: str,
    places: Places,
    *,
    kdf: KdfParams | None = None,
    own_words: Iterable[str] = (),
) -> tuple[OpenJournal, tuple[str, ...]]:
    """A new, empty journal in ``folder``, unlocked, and its eleven recovery words, shown now and never kept.

    It is built beside ``folder`` and moved into place whole, so that no half-made journal is ever found there.
    ``own_words`` are names the passphrase must not rest on; ``kdf`` overrides the calibrated cost.

    Raises:
        WeakPassphrase: a rule of the design is broken.
        AlreadyThere: ``folder`` holds a journal, or anything else.
        DiskFull, ReadOnly, WriteFailed: nothing is left behind.
    """
    passphrases.check(passphrase, own_words)
    folder = Path(os.path.realpath(folder))  # where a link leads: the link stays
    must_be_free(folder)
    private_folder(folder.parent)
    backup.sweep_beside(folder)
    made = backup.beside(folder)
    with new_secret() as secret:
        journal_id, salt = new_id(), secrets.token_bytes(SALT_BYTES)
        try:
            private_folder(made)
            store_key_file(made, seal(passphrase, secret, journal_id, salt, kdf), passphrase)
            store.create(made / DATABASE, secret.subkey(Purpose.DATABASE, salt), salt, journal_id).close()
            with os_errors():
                if folder.exists():
                    folder.rmdir()
                made.rename(folder)
                fsync_folder(folder.parent)
        except BaseException:
            _remove(made)
            raise
        words = words_of(secret)
    return unlock_journal(folder, passphrase, places), words


def unlock_journal(folder: Path, passphrase: str, places: Places, *, backups: Path | None = None) -> OpenJournal:
    """Open the journal in ``folder``. ``backups`` is where a copy of a lost key file may be looked for.

    What was noticed on the way (a key file's copy was used, the journal is older than last seen here, the last end
    was unclean) is in ``OpenJournal.notices``. A change of key that was cut off is finished. What cannot be written
    beside the journal (its key file's copy, this computer's memory) does not keep it shut: it is tried again next time.

    Raises:
        WrongSecret: the key file is intact and the passphrase does not open it.
        KeysDamaged: no key file or copy can be read; the recovery words still open the journal.
        Gone, VaultEmpty, NotOurs, VaultDamaged, NewerVersion, InUse, ReadOnly, EngineUnfit: as
            ``store.connection.open_existing``; nothing was written.
    """
    _finish_restore(folder)
    seen = Seen.load(places.seen)
    opened = unlock(find_key_files(folder, seen, _key_files_in(backups or places.default_backups)), passphrase)
    found, key_file, secret = opened.found, opened.found.key_file, opened.secret
    try:
        try:
            connection = _connect(folder, secret, key_file.journal_salt)
        except VaultDamaged:
            if opened.next is None:
                raise
            # a change of key was cut off after the database had the new one
            connection = _connect(folder, opened.next, key_file.journal_salt)
            secret.wipe()
            secret = opened.next
        with _closed_on_error(connection):
            _must_be_of(connection, key_file)
            changed = secret is opened.next
            if opened.next is not None:
                key_file = renew(key_file, secret, passphrase)
            with contextlib.suppress(JournalError):
                if opened.next is not None or found.source is not Source.CURRENT:
                    store_key_file(folder, key_file, passphrase)
                tidy(folder, key_file)
            backup.sweep_beside(folder)
            notices = _notices(found, connection, changed=changed)
            return _opened(folder, key_file, secret, connection, places=places, notices=notices)
    except BaseException as error:
        with secret:
            if isinstance(error, VaultDamaged):
                raise _named(error, folder, secret, key_file.journal_salt) from None
            raise
    finally:
        if opened.next is not None and opened.next is not secret:
            opened.next.wipe()


def recover_journal(
    folder: Path,
    words: str,
    new_passphrase: str,
    places: Places,
    *,
    kdf: KdfParams | None = None,
    own_words: Iterable[str] = (),
) -> OpenJournal:
    """Open the journal with its recovery words and give it a new passphrase; the key file may be lost.

    Raises:
        WordsMistyped: the words cannot be right (nothing was run). WrongWords: they are another journal's.
        WeakPassphrase: as ``create_journal``.
        The rest as ``unlock_journal``.
    """
    _finish_restore(folder)
    with secret_of(words) as typed:
        passphrases.check(new_passphrase, own_words)
        local = find_key_files(folder, Seen.load(places.seen))
        # any copy that the words' secret signed may lend its salt and id, however old
        belonging = belonging_to(local, typed) or belonging_to(_in_backups(places.default_backups), typed)
        salt = belonging.key_file.journal_salt if belonging else _salt_in(folder)
        try:
            connection = _connect(folder, typed, salt)
        except VaultDamaged as damage:
            # while the key was being changed the database may have the next one: the passphrase knows
            if belonging is None or belonging.key_file.has_next:
                raise WrongWords() from None
            raise _named(damage, folder, typed, salt) from None
        secret = Secret(bytearray(typed.view()))
    try:
        with _closed_on_error(connection):
            counter = 1 + max((one.key_file.counter for one in (*local, belonging) if one), default=0)
            key_file = seal(new_passphrase, secret, connection.journal_id, salt, kdf, counter=counter)
            store_key_file(folder, key_file, new_passphrase)
            notices = (Notice("unclean_end"),) if connection.unclean else ()
            return _opened(folder, key_file, secret, connection, places=places, notices=notices)
    except BaseException:
        secret.wipe()
        raise


def passphrase_strength(passphrase: str, own_words: Iterable[str] = ()) -> passphrases.Strength:
    """How hard a passphrase would be to guess, for the window, which does not know the vault; can take 2 s."""
    return passphrases.strength(passphrase, own_words)


def offered_passphrase() -> str:
    """Six random words, to offer as a passphrase."""
    return passphrases.six_words()


def suggested_words(prefix: str) -> tuple[str, ...]:
    """Recovery words that start with ``prefix``."""
    return suggest(prefix)


def unknown_recovery_words(text: str) -> tuple[str, ...]:
    """Those words of ``text`` that cannot be recovery words."""
    return unknown_words(text)


def must_be_recovery_words(text: str) -> None:
    """Say at once that recovery words hold together, before a passphrase is thought of; not whose they are.

    Raises:
        WordsMistyped: they cannot be right.
    """
    secret_of(text).wipe()


def _opened(
    folder: Path,
    key_file: KeyFile,
    secret: Secret,
    connection: Connection,
    *,
    places: Places,
    notices: tuple[Notice, ...],
) -> OpenJournal:
    safekeeping = Safekeeping(folder, key_file, secret, connection, places)
    journal = OpenJournal(folder, key_file.journal_id, connection, safekeeping, device=_device(places), notices=notices)
    if connection.schema < schema.NEWEST:
        # copy first: a step that went wrong must not be the only copy
        journal.back_up(places.default_backups)
        schema.migrate(connection)
        journal.notices = (*journal.notices, Notice("migrated"))
    with contextlib.suppress(DiskFull, WriteFailed):  # needs room for a second file; the next unlock tries again
        journal.finish_cleaning()
    journal.compare_with_seen()
    return journal


def _connect(folder: Path, secret: Secret, salt: bytes) -> Connection:
    return store.open_existing(folder / DATABASE, secret.subkey(Purpose.DATABASE, salt), salt)


@contextlib.contextmanager
def _closed_on_error(connection: Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _named(damage: VaultDamaged, folder: Path, secret: Secret, salt: bytes) -> JournalError:
    """The damage with its page where the journal does not even open; or what the file is instead of a journal."""
    if "page" in damage.facts:
        return damage
    with contextlib.suppress(OSError, JournalError):
        with (folder / DATABASE).open("rb") as file:
            if file.read(len(_PLAIN_SQLITE)) == _PLAIN_SQLITE:
                return NotOurs()
        pages = damaged_pages(folder / DATABASE, secret.subkey(Purpose.DATABASE, salt), salt)
        # the first page fails under another key, too: then the numbers say nothing
        if pages and pages[0] > 1:
            return VaultDamaged(page=pages[0], pages=len(pages))
    return damage


def _must_be_of(connection: Connection, key_file: KeyFile) -> None:
    if connection.journal_id != key_file.journal_id:
        raise NotOurs()


def _notices(found: Found, connection: Connection, *, changed: bool) -> tuple[Notice, ...]:
    notices = []
    if found.source is not Source.CURRENT:
        notices.append(Notice("keys_copy_used", (("source", found.source.value),)))
    if not found.matches:
        notices.append(Notice("salt_damaged"))
    if connection.unclean:
        notices.append(Notice("unclean_end"))
    if changed:
        # the old recovery words are worthless now: the person must be shown the new ones
        notices.append(Notice("key_changed"))
    return tuple(notices)


def _finish_restore(folder: Path) -> None:
    backup.finish_swap(folder)
    must_be_there(folder)


def _key_files_in(folder: Path) -> Iterator[bytes]:
    """The key files of the backups in ``folder``, newest first; read one by one, and only if somebody asks."""
    for info in backup.list_backups(folder):
        with contextlib.suppress(JournalError):
            yield key_file_of(info.path)


def _in_backups(folder: Path) -> Iterator[Found]:
    for data in _key_files_in(folder):
        with contextlib.suppress(JournalError):
            yield Found(Source.BACKUP, parse(data), matches=False)


def _salt_in(folder: Path) -> bytes:
    with os_errors(), (folder / DATABASE).open("rb") as file:
        salt = file.read(SALT_BYTES)
    if len(salt) != SALT_BYTES:
        raise KeysDamaged(reason="salt")
    return salt


def _device(places: Places) -> UUID:
    """This computer's random id, made at the first unlock; a lost one is replaced, which harms nothing."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return UUID(json.loads(places.device.read_text(encoding="utf-8"))["device"])
    made = new_id()
    with contextlib.suppress(JournalError):
        private_folder(places.device.parent)
        write_whole(places.device, json.dumps({"device": str(made)}).encode())
    return made


def _remove(folder: Path) -> None:
    """Take back a journal that was not finished: only what this module makes is removed."""
    for name in (KEYS, PREVIOUS_KEYS, f"{KEYS}.new", DATABASE, f"{DATABASE}-wal", f"{DATABASE}-journal"):
        with contextlib.suppress(OSError):
            (folder / name).unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()
