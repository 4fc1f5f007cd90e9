"""The journal secret: what is made from it, and that it is gone afterwards."""

from __future__ import annotations

import hashlib
import hmac
import itertools

import pytest

from journal.vault.secret import Purpose, Secret, new_secret
from journal.vault.wiping import wipe

SALT = bytes(range(16, 32))


def hkdf_sha256(key: bytes, salt: bytes, info: bytes) -> bytes:
    """RFC 5869 by its text, for one block of output."""
    pseudorandom = hmac.digest(salt, key, "sha256")
    return hmac.digest(pseudorandom, info + b"\x01", "sha256")


@pytest.mark.parametrize(
    ("purpose", "label"),
    [
        (Purpose.DATABASE, b"journal v1 database"),
        (Purpose.KEY_FILE, b"journal v1 key file"),
        (Purpose.BACKUP, b"journal v1 backup"),
        (Purpose.SEEN, b"journal v1 seen"),
    ],
)
def test_each_subkey_is_hkdf_with_its_label(purpose: Purpose, label: bytes) -> None:
    secret = Secret(bytearray(range(16)))
    assert secret.subkey(purpose, SALT) == hkdf_sha256(bytes(range(16)), SALT, label)


def test_no_two_purposes_salts_or_secrets_share_a_subkey() -> None:
    secrets = [Secret(bytearray(range(16))), Secret(bytearray(range(1, 17)))]
    keys = {bytes(s.subkey(p, salt)) for s, p, salt in itertools.product(secrets, Purpose, (SALT, bytes(16)))}
    assert len(keys) == 2 * 4 * 2


def test_a_mac_is_hmac_sha256_under_the_subkey() -> None:
    secret = Secret(bytearray(range(16)))
    mac = secret.authenticate(Purpose.SEEN, SALT, b"message")
    key = hkdf_sha256(bytes(range(16)), SALT, b"journal v1 seen")
    assert mac == hmac.digest(key, b"message", hashlib.sha256)
    assert secret.authentic(Purpose.SEEN, SALT, b"message", mac)
    for wrong in (b"", mac[:-1], mac + b"\0", bytes([mac[0] ^ 1]) + mac[1:]):
        assert not secret.authentic(Purpose.SEEN, SALT, b"message", wrong)
    assert not secret.authentic(Purpose.BACKUP, SALT, b"message", mac)


def test_wiping_overwrites_the_memory_itself() -> None:
    buffer = bytearray(b"0123456789abcdef")
    view = memoryview(buffer)
    wipe(buffer)
    assert bytes(view) == bytes(16)


def test_a_secret_is_wiped_at_the_end_of_its_block_and_by_an_error() -> None:
    for error in (None, RuntimeError):
        source = bytearray(range(1, 17))
        try:
            with Secret(source):
                if error:
                    raise error
        except RuntimeError:
            pass
        assert source == bytearray(16)


def test_a_secret_nobody_holds_any_more_is_wiped() -> None:
    source = bytearray(range(1, 17))
    secret = Secret(source)
    del secret
    assert source == bytearray(16)


def test_a_wiped_secret_gives_no_key() -> None:
    secret = new_secret()
    secret.wipe()
    secret.wipe()
    with pytest.raises(ValueError, match="wiped"):
        secret.subkey(Purpose.DATABASE, SALT)
    with pytest.raises(ValueError, match="wiped"):
        secret.view()


def test_a_repr_tells_nothing() -> None:
    secret = Secret(bytearray(b"0123456789abcdef"))
    assert repr(secret) == "Secret()"
    secret.wipe()
    assert repr(secret) == "Secret(wiped)"


def test_new_secrets_differ() -> None:
    drawn = [new_secret() for _ in range(1000)]
    assert len({bytes(secret.view()) for secret in drawn}) == 1000
    assert drawn[0].same_as(drawn[0])
    assert not drawn[0].same_as(drawn[1])


@pytest.mark.parametrize("length", [0, 15, 17, 32])
def test_a_secret_has_sixteen_bytes(length: int) -> None:
    with pytest.raises(ValueError, match=str(length)):
        Secret(bytearray(length))
