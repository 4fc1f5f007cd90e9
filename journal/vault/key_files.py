"""Key files on disk: replaces ``keys.json`` so that no moment locks anybody out, and finds a copy when it is lost."""

from __future__ import annotations

import contextlib
import enum
import errno
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.atomic import fsync_folder, os_errors, write_new, write_whole
from journal.errors import JournalError, KeysDamaged, NewerVersion, WriteFailed, WrongSecret
from journal.paths import DATABASE, KEYS, PREVIOUS_KEYS
from journal.vault.header import LIMIT, KeyFile, parse
from journal.vault.kdf import SALT_BYTES
from journal.vault.keys import check_mac, open_both, open_slot
from journal.vault.secret import Secret
from journal.vault.seen import Seen

_NEW_KEYS = f"{KEYS}.new"


class Source(enum.Enum):
    """Where a key file was found."""

    CURRENT = "keys"
    PREVIOUS = "previous"
    SEEN = "seen"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Found:
    """An intact key file. ``matches`` tells that its journal salt is the first 16 bytes of ``journal.db``."""

    source: Source
    key_file: KeyFile
    matches: bool


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A key file that opened. ``next`` is the secret that follows if a change of key was not finished: the database
    has one of the two.
    """

    found: Found
    secret: Secret
    next: Secret | None


def store_key_file(folder: Path, key_file: KeyFile, passphrase: str) -> None:
    """Make ``key_file`` the journal's key file, after proving that what the disk holds opens with ``passphrase``.

    A kill or a power cut at any moment leaves the old one or the new one. Once the new one is in place the copy is
    brought up to it, so that a replaced passphrase or key opens nothing that lies in the folder. Runs Argon2 once.

    Raises:
        DiskFull, ReadOnly, Gone, WriteFailed: the system refused, or what was read back does not open; the key file is
            as it was and nothing new is left in the folder. (Only if the folder's own flush fails, it may be the new.)
        NewerVersion, NotOurs: the key file that stands there is not one to write over.
    """
    data = key_file.to_bytes()
    new = folder / _NEW_KEYS
    with os_errors():
        new.unlink(missing_ok=True)
        try:
            write_new(new, data)
            _prove(new, data, passphrase)
            _keep_present(folder, data)
            new.replace(folder / KEYS)
        except BaseException:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        fsync_folder(folder)
    # The new key file is in place: a full disk must not make the change look undone. tidy() tries again.
    with contextlib.suppress(JournalError):
        tidy(folder, key_file)


def tidy(folder: Path, key_file: KeyFile) -> bool:
    """Bring the copy up to ``key_file``, the one in use, and remove what a kill left; whether anything was to do.

    Call it after each unlock with the key file that opened.

    Raises:
        DiskFull, ReadOnly, WriteFailed: see ``journal.atomic``.
    """
    data = key_file.to_bytes()
    new = folder / _NEW_KEYS
    with os_errors():
        left_over = new.exists()
        new.unlink(missing_ok=True)
    if _read(folder / PREVIOUS_KEYS) == data:
        return left_over
    write_whole(folder / PREVIOUS_KEYS, data)
    return True


def find_key_files(folder: Path, seen: Seen | None = None, backups: Iterable[bytes] = ()) -> list[Found]:
    """The intact key files that may open the journal in ``folder``, the likeliest first; runs no KDF.

    In order: ``keys.json``, ``keys.previous.json``, the copy this computer remembers, ``backups`` (the members
    ``keys.json`` of backups, the newest first; read only if nothing else is left). Where this computer knows the
    journal, a file with its salt and another id is a forgery and left out. A file whose salt is not that of
    ``journal.db`` is given only when none matches: then either it is a stranger, or the first bytes of ``journal.db``
    are damaged.

    Raises:
        NewerVersion: a newer program wrote the file, and no intact one stands before it.
    """
    salt = _database_salt(folder)
    remembered = seen.key_files() if seen else ()
    known = {key_file.journal_salt: key_file.journal_id for key_file in remembered}
    local = [
        Found(source, key_file, key_file.journal_salt == salt)
        for source, key_file in _local(folder)
        if known.get(key_file.journal_salt, key_file.journal_id) == key_file.journal_id
    ]
    copies = [Found(Source.SEEN, key_file, key_file.journal_salt == salt) for key_file in remembered]
    matching = [found for found in (*local, *copies) if found.matches]
    if matching:
        return matching
    stored = [Found(Source.BACKUP, key_file, key_file.journal_salt == salt) for key_file in _parsed(backups)]
    return [found for found in stored if found.matches] or local or [*copies, *stored]


def unlock(found: Iterable[Found], passphrase: str) -> Unlocked:
    """Open the first of ``found`` that ``passphrase`` opens.

    Goes on to the next after a refusal, but never to an older generation of a file that was refused: an old copy must
    not bring an old passphrase back. Equal copies are tried once, so a wrong passphrase costs one run of Argon2.

    Raises:
        WrongSecret: an intact key file was there, and the passphrase does not open it.
        KeysDamaged: there is none, or each was changed by somebody without the secret.
    """
    refusal: JournalError = KeysDamaged(reason="missing")
    tried: set[bytes] = set()
    newest: dict[str, int] = {}
    for one in found:
        key_file = one.key_file
        name, data = str(key_file.journal_id), key_file.to_bytes()
        if data in tried or key_file.counter < newest.get(name, 0):
            continue
        tried.add(data)
        newest[name] = key_file.counter
        try:
            secret, following = open_both(key_file, passphrase)
        except (WrongSecret, KeysDamaged) as error:
            refusal = refusal if isinstance(refusal, WrongSecret) else error
            continue
        return Unlocked(one, secret, following)
    raise refusal


def belonging_to(found: Iterable[Found], secret: Secret) -> Found | None:
    """The first of ``found`` that was written with ``secret``: what recovery words learn the id and the salt from."""
    for one in found:
        with contextlib.suppress(KeysDamaged):
            check_mac(one.key_file, secret)
            return one
    return None


def _prove(new: Path, data: bytes, passphrase: str) -> None:
    written = new.read_bytes()
    if written != data:
        raise WriteFailed(errno=errno.EIO)
    try:
        # from the bytes on, with a run of Argon2 of its own: a faulty memory would show here
        open_slot(parse(written), passphrase).wipe()
    except JournalError:
        raise WriteFailed(errno=errno.EIO) from None


def _keep_present(folder: Path, new: bytes) -> None:
    """Copy the present key file to the previous one, unless it is worth less than what stands there."""
    present = _read(folder / KEYS)
    if present is None or _read(folder / PREVIOUS_KEYS) == new:
        return
    with contextlib.suppress(KeysDamaged):
        parse(present)
        write_whole(folder / PREVIOUS_KEYS, present)


def _local(folder: Path) -> Iterator[tuple[Source, KeyFile]]:
    none_yet = True
    for source, name in ((Source.CURRENT, KEYS), (Source.PREVIOUS, PREVIOUS_KEYS)):
        data = _read(folder / name)
        if data is None:
            continue
        try:
            key_file = parse(data)
        except NewerVersion:
            if none_yet:
                raise
        except JournalError:
            continue
        else:
            none_yet = False
            yield source, key_file


def _parsed(files: Iterable[bytes]) -> Iterator[KeyFile]:
    for data in files:
        with contextlib.suppress(JournalError):
            yield parse(data)


def _database_salt(folder: Path) -> bytes | None:
    try:
        with (folder / DATABASE).open("rb") as file:
            salt = file.read(SALT_BYTES)
    except OSError:
        return None
    return salt if len(salt) == SALT_BYTES else None


def _read(path: Path) -> bytes | None:
    """Up to one byte more than a key file may have; ``None`` where there is no file, or none that can be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except OSError:
        return None
