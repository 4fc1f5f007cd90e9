"""What is worked out from an entry's text when it is stored."""

from __future__ import annotations

import json
import zlib

from journal.errors import VaultDamaged

#: A stretch of writing ends after a pause of five minutes, or after ten minutes without one, so that an earlier text
#: is never far from what was typed (ten minutes: docs/architecture.md, "Rows").
PAUSE_MS = 5 * 60_000
LONGEST_MS = 10 * 60_000


def stretch_is_over(now_ms: int, revised_at_ms: int, opened_at_ms: int) -> bool:
    """Whether the words of a stretch of writing are kept when others take their place."""
    paused = now_ms - revised_at_ms >= PAUSE_MS or now_ms - opened_at_ms >= LONGEST_MS
    # a clock set back must not keep a stretch open for hours
    return paused or now_ms < opened_at_ms


def pack(title: str, body: str) -> bytes:
    """An earlier text as it is kept: zlib over a JSON array."""
    return zlib.compress(json.dumps([title, body], ensure_ascii=False, separators=(",", ":")).encode())


def unpack(packed: bytes) -> tuple[str, str]:
    """Title and body of a kept text. Raises ``VaultDamaged``."""
    try:
        title, body = json.loads(zlib.decompress(packed))
    except (zlib.error, ValueError, TypeError):
        raise VaultDamaged() from None
    return str(title), str(body)
