"""What is worked out from an entry's text when it is stored."""

from __future__ import annotations

import json
import zlib

from journal.errors import VaultDamaged

EXCERPT_CHARS = 160


def own_words(body: str) -> str:
    """The body on one line without quoted lines: an answered prompt stands in the text as ``> …``."""
    return " ".join(word for line in body.splitlines() if not line.startswith(">") for word in line.split())


def excerpt(body: str) -> str:
    """The first words of the body for a list, at most ``EXCERPT_CHARS`` code points and an ellipsis."""
    # enough of the text for an excerpt, so that a save does not read a long entry twice
    words = own_words(body[: EXCERPT_CHARS * 20])
    if len(words) <= EXCERPT_CHARS:
        return words
    cut = words.rfind(" ", 0, EXCERPT_CHARS + 1)
    return words[: cut if cut > EXCERPT_CHARS // 2 else EXCERPT_CHARS].rstrip() + "…"


def count_words(body: str) -> int:
    """How many words the writer wrote, quoted prompt lines left out."""
    return sum(len(line.split()) for line in body.splitlines() if not line.startswith(">"))


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
