"""Builders of key files with the cheapest cost that is allowed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID, uuid4

from journal.vault.header import KeyFile
from journal.vault.kdf import KdfParams
from journal.vault.keys import Secret, new_secret, seal

CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
PASSPHRASE = "otter lantern quarry mistletoe"


@dataclass(frozen=True, slots=True)
class Made:
    """A key file with what it was made from."""

    key_file: KeyFile
    secret: Secret
    journal_id: UUID
    journal_salt: bytes


def make(passphrase: str = PASSPHRASE, counter: int = 1) -> Made:
    """A key file of a new journal."""
    secret, journal_id, salt = new_secret(), uuid4(), secrets.token_bytes(16)
    return Made(seal(passphrase, secret, journal_id, salt, CHEAP, counter=counter), secret, journal_id, salt)
