"""The key file, ``keys.json``: its values, its bytes, and a parser that trusts neither.

The layout is a table in ``docs/format.md``. Parsing runs no KDF and needs no key.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from journal.errors import KeysDamaged, NewerVersion, NotOurs
from journal.vault.kdf import SALT_BYTES, KdfParams, check_limits
from journal.vault.secret import SECRET_BYTES
from journal.vault.strict_json import Malformed, canonical, read_object

FORMAT = "congruence keys"
VERSION = 1
#: Largest key file that is read, in bytes; a real one has about 700.
LIMIT = 64 * 1024
#: Opening brackets in a real one: 4, or 5 while the key is being changed.
BRACKETS = 16

PASSPHRASE = "passphrase"  # the kind of a slot  # noqa: S105
NEXT = "next"  # stands for the kind in the additional data of the next secret

_NONCE_BYTES = 12  # NIST SP 800-38D, section 5.2.1.1
_SEALED_BYTES = SECRET_BYTES + 16  # ciphertext and tag
_MAC_BYTES = 32
_HEX = re.compile("[0-9a-f]*")

_FILE_FIELDS = {"format", "version", "journal", "salt", "counter", "slots", "mac", "sum"}
_SLOT_FIELDS = {"kind", "salt", "memory_kib", "passes", "lanes", "nonce", "sealed", "next"}
_SEALED_FIELDS = {"nonce", "sealed"}


@dataclass(frozen=True, slots=True)
class Sealed:
    """A journal secret under a slot key: AES-256-GCM nonce, and ciphertext with its tag."""

    nonce: bytes = field(repr=False)
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the journal secret. ``next`` is the secret that is to follow, while the key is being changed."""

    kdf: KdfParams
    sealed: Sealed
    next: Sealed | None = None
    kind: str = PASSPHRASE

    def additional_data(self, journal_id: UUID, kind: str) -> bytes:
        """What the seal also vouches for; ``kind`` is this slot's, or ``NEXT`` for the next secret."""
        return canonical(
            {
                "journal": str(journal_id),
                "kind": kind,
                "salt": self.kdf.salt.hex(),
                "memory_kib": self.kdf.memory_kib,
                "passes": self.kdf.passes,
                "lanes": self.kdf.lanes,
            }
        )


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A whole key file. ``counter`` grows by one each time it is replaced; ``mac`` is empty until it is sealed."""

    journal_id: UUID
    journal_salt: bytes
    counter: int
    slots: tuple[Slot, ...]
    mac: bytes = field(default=b"", repr=False)

    @property
    def has_next(self) -> bool:
        """Whether the key was being changed when this file was written."""
        return any(slot.next for slot in self.slots)

    def message(self) -> bytes:
        """What ``mac`` is made over: the canonical JSON of all but ``mac`` and ``sum``."""
        return canonical(self._fields())

    def to_bytes(self) -> bytes:
        """The file: canonical JSON on one line, with a line end."""
        value = self._fields() | {"mac": self.mac.hex()}
        return canonical(value | {"sum": _sum(value)}) + b"\n"

    def _fields(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "journal": str(self.journal_id),
            "salt": self.journal_salt.hex(),
            "counter": self.counter,
            "slots": [
                {
                    "kind": slot.kind,
                    "salt": slot.kdf.salt.hex(),
                    "memory_kib": slot.kdf.memory_kib,
                    "passes": slot.kdf.passes,
                    "lanes": slot.kdf.lanes,
                    "next": _sealed_fields(slot.next) if slot.next else None,
                    **_sealed_fields(slot.sealed),
                }
                for slot in self.slots
            ],
        }


def parse(data: bytes) -> KeyFile:
    """The key file in ``data``, which is exactly what ``KeyFile.to_bytes`` gives for it.

    Raises:
        KeysDamaged: any byte is other than it was written, or a value is outside its limits. ``reason`` is a code.
        NotOurs: an intact file (its sum is right) of another program.
        NewerVersion: an intact file of a newer version of this one.
    """
    try:
        value = read_object(data, limit=LIMIT, brackets=BRACKETS)
    except Malformed as error:
        raise KeysDamaged(reason=error.reason) from None
    # one value has one spelling: this notices a changed space as well as a changed digit
    if canonical(value) + b"\n" != data:
        raise KeysDamaged(reason="not_canonical")
    if value.get("sum") != _sum({name: part for name, part in value.items() if name != "sum"}):
        raise KeysDamaged(reason="sum")
    if value.get("format") != FORMAT:
        raise NotOurs()
    _check_version(value.get("version"))
    if set(value) != _FILE_FIELDS:
        raise KeysDamaged(reason="fields")
    return KeyFile(
        journal_id=_uuid(value["journal"]),
        journal_salt=_bytes(value["salt"], SALT_BYTES),
        counter=_positive(value["counter"]),
        slots=_slots(value["slots"]),
        mac=_bytes(value["mac"], _MAC_BYTES),
    )


def _sum(value: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def _sealed_fields(sealed: Sealed) -> dict[str, str]:
    return {"nonce": sealed.nonce.hex(), "sealed": sealed.data.hex()}


def _check_version(version: object) -> None:
    match _positive(version):
        case newer if newer > VERSION:
            raise NewerVersion(found=newer, known=VERSION)


def _slots(value: object) -> tuple[Slot, ...]:
    # Version 1 knows one kind of slot, and a kind stands in a file once: so there is exactly one slot.
    if not isinstance(value, list) or len(value) != 1:
        raise KeysDamaged(reason="slots")
    return tuple(_slot(slot) for slot in value)


def _slot(value: object) -> Slot:
    if not isinstance(value, dict) or set(value) != _SLOT_FIELDS or value["kind"] != PASSPHRASE:
        raise KeysDamaged(reason="slots")
    kdf = KdfParams(_bytes(value["salt"], SALT_BYTES), value["memory_kib"], value["passes"], value["lanes"])
    check_limits(kdf)
    following = value["next"]
    return Slot(kdf, _sealed(value), None if following is None else _next(following))


def _next(value: object) -> Sealed:
    if not isinstance(value, dict) or set(value) != _SEALED_FIELDS:
        raise KeysDamaged(reason="slots")
    return _sealed(value)


def _sealed(value: dict[str, object]) -> Sealed:
    return Sealed(_bytes(value["nonce"], _NONCE_BYTES), _bytes(value["sealed"], _SEALED_BYTES))


def _bytes(value: object, length: int) -> bytes:
    if not isinstance(value, str) or len(value) != 2 * length or not _HEX.fullmatch(value):
        raise KeysDamaged(reason="value")
    return bytes.fromhex(value)


def _positive(value: object) -> int:
    # type(), not isinstance(): True is an int
    if type(value) is not int or value < 1:
        raise KeysDamaged(reason="value")
    return value


def _uuid(value: object) -> UUID:
    try:
        parsed = UUID(value) if isinstance(value, str) else None
    except ValueError:
        parsed = None
    # UUID() also takes braces, capitals and no hyphens
    if parsed is None or str(parsed) != value:
        raise KeysDamaged(reason="value")
    return parsed
