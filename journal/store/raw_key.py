"""A raw SQLCipher key as the engine takes it, in memory that can be wiped."""

from __future__ import annotations

KEY_BYTES = 32
SALT_BYTES = 16


def key_spec(key: bytearray, salt: bytes) -> bytearray:
    """``x'<64 hex><32 hex>'``, the raw key with its salt, made in place; ``key`` is wiped."""
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a raw key has 32 bytes, its salt 16")
    digits = b"0123456789abcdef"
    spec = bytearray(2 * (KEY_BYTES + SALT_BYTES) + 3)
    spec[0:2] = b"x'"
    for part, first in ((key, 2), (salt, 2 + 2 * KEY_BYTES)):
        for index, value in enumerate(part):
            spec[first + 2 * index] = digits[value >> 4]
            spec[first + 2 * index + 1] = digits[value & 15]
    spec[-1:] = b"'"
    wipe(key)
    return spec


def wipe(secret: bytearray) -> None:
    """Overwrite in place: the size stays, so that no copy is made."""
    secret[:] = bytes(len(secret))
