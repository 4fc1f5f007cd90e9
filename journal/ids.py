"""Identifiers: UUID version 7 (RFC 9562, section 5.7), so that rows made on two computers never clash.

The standard library has no UUIDv7 before Python 3.14.
"""

from __future__ import annotations

import secrets
import time
import uuid


def new_id(now_ms: int | None = None) -> uuid.UUID:
    """A new UUIDv7; ``now_ms`` is milliseconds since the epoch, the clock's own by default."""
    stamp = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    # 48 bits of time, 4 of version, 12 random, 2 of variant, 62 random (RFC 9562, figure 11).
    value = (stamp & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return uuid.UUID(int=value)
