"""The backup file: a zip, stored, of ``manifest.json``, ``keys.json`` and ``journal.db``; written, read and checked.

The manifest holds a SHA-256 of each other member, seen without a passphrase, and a MAC by the journal's backup key,
checked with one. ``docs/format.md`` has the layout.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import hashlib
import hmac
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from journal.atomic import fsync_folder, os_errors, write_new
from journal.errors import BackupDamaged, NewerVersion, NotFound, NotOurs
from journal.paths import DATABASE, KEYS

FORMAT = "congruence backup"
VERSION = 1
MANIFEST = "manifest.json"
#: A manifest is some 700 bytes and a key file under 64 KiB; anything larger is not ours and is not read.
_SMALL_LIMIT = 1 << 16
_CHUNK = 1 << 20
#: The date of every member, so that a backup says nothing but what its manifest says (zip knows no earlier one).
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
#: Whatever a damaged zip makes the standard library raise.
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
)


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """What a backup's manifest says; believed only after ``check_sums`` or with the passphrase."""

    path: Path
    journal_id: UUID
    generation: int
    made_at: dt.datetime
    entries: int
    posts: int
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a backup beside the database itself."""

    journal_id: UUID
    generation: int
    made_at: dt.datetime
    entries: int
    posts: int
    key_file: bytes


def read_info(path: Path) -> BackupInfo:
    """What the manifest of ``path`` says.

    Raises:
        NotFound: there is no such file.
        BackupDamaged: the file is not a whole zip, or its manifest cannot be read.
        NotOurs: it is a folder, or a zip of something else.
        NewerVersion: made by a newer version of this program.
    """
    with os_errors(), _opened(path) as archive:
        return _info(path, _read_manifest(archive))


def check_sums(path: Path) -> BackupInfo:
    """Read the whole of a backup and compare every sum; needs no passphrase.

    Raises:
        BackupDamaged: ``member`` names the part that is wrong.
        NotFound, NotOurs, NewerVersion: see ``read_info``.
    """
    with os_errors():
        manifest = _check_members(path)
        return _info(path, manifest)


def check_mac(path: Path, mac: Callable[[bytes], bytes]) -> None:
    """Check that the manifest was signed by the journal whose backup key ``mac`` uses.

    Raises:
        BackupDamaged: it was not.
    """
    with os_errors(), _opened(path) as archive:
        manifest = _read_manifest(archive)
    # as bytes: texts are compared in constant time only while they are ASCII, and a forger need not keep to that
    said = str(manifest.get("mac", "")).encode(errors="replace")
    if not hmac.compare_digest(mac(_signed(manifest)).hex().encode(), said):
        raise BackupDamaged(member=MANIFEST)


def unpack(path: Path, folder: Path) -> BackupInfo:
    """Write ``keys.json`` and ``journal.db`` of a backup into ``folder``, which must not exist; sums are checked.

    Raises:
        NotFound, BackupDamaged, NotOurs, NewerVersion: as ``check_sums``; ``folder`` is gone again.
        DiskFull, ReadOnly, WriteFailed: the system refused; ``folder`` is gone again.
    """
    with os_errors():
        manifest = _check_members(path)
        folder.mkdir(mode=0o700, parents=True)
        try:
            with _opened(path) as archive:
                for name in (KEYS, DATABASE):
                    _extract(archive, name, folder / name)
            fsync_folder(folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return _info(path, manifest)


def key_file_of(path: Path) -> bytes:
    """The key file inside a backup, for a journal that lost its own.

    Raises:
        NotFound, BackupDamaged, NotOurs, NewerVersion: see ``read_info``.
    """
    with os_errors(), _opened(path) as archive:
        _read_manifest(archive)
        return _read_small(archive, KEYS)


def write_package(package: Path, said: Contents, database: Path, mac: Callable[[bytes], bytes]) -> None:
    """Write a backup of ``database`` to ``package``, which must not exist, and flush it. Raises ``OSError``."""
    unsigned = {
        "format": FORMAT,
        "version": VERSION,
        "journal": str(said.journal_id),
        "generation": said.generation,
        "made_at": said.made_at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "counts": {"entries": said.entries, "posts": said.posts},
        "members": {
            KEYS: {"size": len(said.key_file), "sha256": hashlib.sha256(said.key_file).hexdigest()},
            DATABASE: {"size": database.stat().st_size, "sha256": _sum_of(database)},
        },
    }
    manifest = json.dumps({**unsigned, "mac": mac(_signed(unsigned)).hex()}, indent=1, sort_keys=True).encode()
    write_new(package, b"")
    with package.open("r+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_member(MANIFEST), manifest)
            archive.writestr(_member(KEYS), said.key_file)
            with database.open("rb") as source, archive.open(_member(DATABASE), "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, _CHUNK)
        file.flush()
        os.fsync(file.fileno())


def _signed(manifest: Mapping[str, Any]) -> bytes:
    """The bytes the MAC is over: canonical JSON of everything but the MAC."""
    rest = {name: value for name, value in manifest.items() if name != "mac"}
    return json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ZIP_DATE)
    info.external_attr = 0o600 << 16
    return info


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip at ``path``; whatever a damaged one makes zipfile raise becomes ``BackupDamaged``."""
    if not path.exists():
        raise NotFound(what="backup")
    if not path.is_file():  # a folder of that name; a pipe would be waited for without end
        raise NotOurs(what="backup")
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except _ZIP_FAULTS:
        raise BackupDamaged(member="zip") from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # a damaged directory makes zipfile seek before the start of the file
            raise BackupDamaged(member="zip") from None
        raise


def _read_small(archive: zipfile.ZipFile, name: str) -> bytes:
    info = _stored(archive, name)
    if info.file_size > _SMALL_LIMIT:
        raise BackupDamaged(member=name)
    return archive.read(info)


def _stored(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """The member ``name``. A packed one is never ours: what it grows to could fill the disk."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise BackupDamaged(member=name) from None
    if info.compress_type != zipfile.ZIP_STORED:
        raise BackupDamaged(member=name)
    return info


def _read_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    if MANIFEST not in archive.namelist():
        raise NotOurs(what="backup")
    try:
        manifest = json.loads(_read_small(archive, MANIFEST))
    except (ValueError, RecursionError):
        raise BackupDamaged(member=MANIFEST) from None
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise NotOurs(what="backup")
    if not isinstance(manifest.get("version"), int) or manifest["version"] < 1:
        raise BackupDamaged(member=MANIFEST)
    if manifest["version"] > VERSION:
        raise NewerVersion(found=manifest["version"], known=VERSION)
    return manifest


def _info(path: Path, manifest: Mapping[str, Any]) -> BackupInfo:
    try:
        return BackupInfo(
            path=path,
            journal_id=UUID(manifest["journal"]),
            generation=int(manifest["generation"]),
            made_at=dt.datetime.fromisoformat(manifest["made_at"]).astimezone(dt.UTC),
            entries=int(manifest["counts"]["entries"]),
            posts=int(manifest["counts"]["posts"]),
            size=path.stat().st_size,
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise BackupDamaged(member=MANIFEST) from None


def _check_members(path: Path) -> dict[str, Any]:
    """Compare every byte with the manifest; returns the manifest."""
    with _opened(path) as archive:
        manifest = _read_manifest(archive)
        if sorted(archive.namelist()) != sorted((MANIFEST, KEYS, DATABASE)):
            raise BackupDamaged(member="zip")
        for name in (KEYS, DATABASE):
            try:
                said = manifest["members"][name]
                with archive.open(_stored(archive, name)) as member:
                    size, digest = _size_and_sum(member)
                right = (size, digest) == (said["size"], said["sha256"])
            except (*_ZIP_FAULTS, TypeError):
                right = False
            if not right:
                raise BackupDamaged(member=name)
        return manifest


def _extract(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file, archive.open(_stored(archive, name)) as member:
        shutil.copyfileobj(member, file, _CHUNK)
        file.flush()
        os.fsync(file.fileno())


def _size_and_sum(file: IO[bytes]) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return size, digest.hexdigest()


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return _size_and_sum(file)[1]
