"""Seals the journal secret under a passphrase, and opens it again.

Each function that takes a passphrase runs Argon2id once: call it on the vault lane.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.errors import BadInput, KeysDamaged, WrongSecret
from journal.vault.header import NEXT, KeyFile, Sealed, Slot
from journal.vault.kdf import KEY_BYTES, SALT_BYTES, KdfParams, calibrate, derive_into
from journal.vault.secret import SECRET_BYTES, Purpose, Secret, new_secret
from journal.vault.wiping import wipe

__all__ = [
    "NewKey",
    "Purpose",
    "Secret",
    "begin_new_key",
    "check_mac",
    "finish_new_key",
    "new_secret",
    "open_both",
    "open_slot",
    "renew",
    "seal",
]

_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class NewKey:
    """A change of key that was begun: store ``key_file``, change the database from ``old`` to ``new``, then finish."""

    key_file: KeyFile
    old: Secret
    new: Secret


def seal(
    passphrase: str,
    secret: Secret,
    journal_id: UUID,
    journal_salt: bytes,
    kdf: KdfParams | None = None,
    *,
    counter: int = 1,
) -> KeyFile:
    """A key file through which ``passphrase`` opens ``secret``.

    ``kdf`` gives the cost (by default what suits this computer); its salt is not used: every slot gets a new one.

    Raises:
        BadInput: the passphrase is longer than 1,024 code points.
    """
    cost = replace(kdf or calibrate(), salt=secrets.token_bytes(SALT_BYTES))
    bare = Slot(cost, Sealed(b"", b""))
    with _slot_key(passphrase, cost) as key:
        slot = replace(bare, sealed=_seal_under(key, secret, bare.additional_data(journal_id, bare.kind)))
    return _authenticated(KeyFile(journal_id, journal_salt, counter, (slot,)), secret)


def renew(key_file: KeyFile, secret: Secret, passphrase: str, kdf: KdfParams | None = None) -> KeyFile:
    """The key file that follows ``key_file``: the same journal, ``passphrase`` for ``secret``, and no next secret.

    For a new passphrase, and for giving up a change of key whose database still has the old one.
    """
    return seal(passphrase, secret, key_file.journal_id, key_file.journal_salt, kdf, counter=key_file.counter + 1)


def open_slot(key_file: KeyFile, passphrase: str) -> Secret:
    """The journal secret of ``key_file``.

    Raises:
        WrongSecret: the passphrase does not open it.
        KeysDamaged: it opens, but something else in the file was changed; or its KDF cannot be run.
    """
    secret, following = open_both(key_file, passphrase)
    if following:
        following.wipe()
    return secret


def open_both(key_file: KeyFile, passphrase: str) -> tuple[Secret, Secret | None]:
    """The journal secret, and the next one if a change of key was begun and not finished.

    Raises:
        WrongSecret, KeysDamaged: as ``open_slot``.
    """
    slot = key_file.slots[0]
    try:
        with _slot_key(passphrase, slot.kdf) as key:
            secret = _open_under(key, slot.sealed, slot.additional_data(key_file.journal_id, slot.kind))
            try:
                check_mac(key_file, secret)
                if not slot.next:
                    return secret, None
                return secret, _open_under(key, slot.next, slot.additional_data(key_file.journal_id, NEXT))
            except BaseException:
                secret.wipe()
                raise
    except BadInput:
        # no passphrase is as long as this one
        raise WrongSecret() from None


def check_mac(key_file: KeyFile, secret: Secret) -> None:
    """Make sure that ``key_file`` was written by somebody who had ``secret``, as it stands.

    Raises:
        KeysDamaged: it was not; ``reason`` is ``mac``.
    """
    if not secret.authentic(Purpose.KEY_FILE, key_file.journal_salt, key_file.message(), key_file.mac):
        raise KeysDamaged(reason="mac")


def begin_new_key(key_file: KeyFile, passphrase: str) -> NewKey:
    """A key file with the present secret and a new one, both under the same slot key, so that either opens.

    A change that was begun before is taken up again with the same new secret: the database may already have it.

    Raises:
        WrongSecret, KeysDamaged: as ``open_slot``.
    """
    old, begun = open_both(key_file, passphrase)
    if begun:
        return NewKey(key_file, old, begun)
    slot = key_file.slots[0]
    new = new_secret()
    with _slot_key(passphrase, slot.kdf) as key:
        following = _seal_under(key, new, slot.additional_data(key_file.journal_id, NEXT))
    bare = replace(key_file, counter=key_file.counter + 1, slots=(replace(slot, next=following),))
    return NewKey(_authenticated(bare, old), old, new)


def finish_new_key(begun: NewKey, passphrase: str, kdf: KdfParams | None = None) -> KeyFile:
    """The key file with the new secret alone, for a database that has the new key."""
    return renew(begun.key_file, begun.new, passphrase, kdf)


@contextlib.contextmanager
def _slot_key(passphrase: str, kdf: KdfParams) -> Iterator[bytearray]:
    key = bytearray(KEY_BYTES)
    try:
        derive_into(passphrase, kdf, key)
        yield key
    finally:
        wipe(key)


def _seal_under(key: bytearray, secret: Secret, additional_data: bytes) -> Sealed:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return Sealed(nonce, AESGCM(key).encrypt(nonce, secret.view(), additional_data))


def _open_under(key: bytearray, sealed: Sealed, additional_data: bytes) -> Secret:
    opened = bytearray(SECRET_BYTES)
    try:
        AESGCM(key).decrypt_into(sealed.nonce, sealed.data, additional_data, opened)
    except InvalidTag:
        wipe(opened)
        raise WrongSecret() from None
    return Secret(opened)


def _authenticated(key_file: KeyFile, secret: Secret) -> KeyFile:
    mac = secret.authenticate(Purpose.KEY_FILE, key_file.journal_salt, key_file.message())
    return replace(key_file, mac=mac)
