"""The journal secret R and the keys that are made from it."""

from __future__ import annotations

import enum
import hmac
import secrets
from types import TracebackType
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from journal.vault.wiping import wipe

SECRET_BYTES = 16
SUBKEY_BYTES = 32


class Purpose(enum.Enum):
    """What a subkey is for, as its HKDF label. A label is never used for anything else."""

    DATABASE = b"journal v1 database"
    KEY_FILE = b"journal v1 key file"
    BACKUP = b"journal v1 backup"
    SEEN = b"journal v1 seen"


class Secret:
    """Owns R, 16 bytes, until ``wipe`` (or the end of a ``with`` block) overwrites it. Not shared between threads."""

    __slots__ = ("_bytes", "_wiped")

    def __init__(self, source: bytearray) -> None:
        """Takes ``source`` over: nobody else may keep or change it."""
        if len(source) != SECRET_BYTES:
            raise ValueError(len(source))
        self._bytes = source
        self._wiped = False

    def subkey(self, purpose: Purpose, journal_salt: bytes) -> bytearray:
        """The 32-byte key for one purpose; the caller wipes it.

        Raises:
            ValueError: the secret was wiped.
        """
        key = bytearray(SUBKEY_BYTES)
        hkdf = HKDF(algorithm=SHA256(), length=SUBKEY_BYTES, salt=journal_salt, info=purpose.value)
        hkdf.derive_into(self.view(), key)
        return key

    def authenticate(self, purpose: Purpose, journal_salt: bytes, message: bytes) -> bytes:
        """HMAC-SHA256 of ``message`` under the subkey for ``purpose``."""
        key = self.subkey(purpose, journal_salt)
        try:
            mac = HMAC(key, SHA256())
            mac.update(message)
            return mac.finalize()
        finally:
            wipe(key)

    def authentic(self, purpose: Purpose, journal_salt: bytes, message: bytes, mac: bytes) -> bool:
        """Whether ``mac`` is what ``authenticate`` gives, compared in constant time."""
        return hmac.compare_digest(self.authenticate(purpose, journal_salt, message), mac)

    def view(self) -> memoryview:
        """R itself, not to be changed and not to be copied into anything that cannot be wiped."""
        if self._wiped:
            raise ValueError("the secret was wiped")
        return memoryview(self._bytes).toreadonly()

    def same_as(self, other: Secret) -> bool:
        """Whether both own the same R, compared in constant time."""
        return hmac.compare_digest(self.view(), other.view())

    def wipe(self) -> None:
        """Overwrite R. Any later use is a bug and raises ``ValueError``; wiping twice is none."""
        self._wiped = True
        wipe(self._bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()

    def __del__(self) -> None:
        # unset when the constructor refused its argument
        if hasattr(self, "_bytes"):
            self.wipe()

    def __repr__(self) -> str:
        return "Secret(wiped)" if self._wiped else "Secret()"


def new_secret() -> Secret:
    """A new random R."""
    source = bytearray(SECRET_BYTES)
    # byte by byte: the system's randomness comes as bytes, which cannot be wiped, and so never hold R as a whole
    for place in range(SECRET_BYTES):
        source[place] = secrets.token_bytes(1)[0]
    return Secret(source)
