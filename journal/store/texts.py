"""What is worked out from an entry's text when it is stored."""

from __future__ import annotations

import json
import zlib

from journal.errors import VaultDamaged

#: Two lines of the list; more of it would be felt in the size of the file.
EXCERPT_CHARS = 100


def excerpt(body: str) -> str:
    """The first of the writer's own words for a list, at most ``EXCERPT_CHARS`` code points and an ellipsis.

    Quoted lines are left out: an answered prompt stands in the text as ``> …``.
    """
    words = ""
    for line in body.splitlines():
        if not line.startswith(">"):
            # a line can be a whole entry: no more of it than can be needed
            words = " ".join((words, *line[: EXCERPT_CHARS * 4].split())).strip()
        if len(words) > EXCERPT_CHARS:
            cut = words.rfind(" ", 0, EXCERPT_CHARS + 1)
            return words[: cut if cut > EXCERPT_CHARS // 2 else EXCERPT_CHARS].rstrip() + "…"
    return words


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
