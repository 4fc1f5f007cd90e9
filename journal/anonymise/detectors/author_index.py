"""Names of public figures and authors, looked up by their first words."""

from __future__ import annotations

import re
from functools import lru_cache

from journal.anonymise.names import plain


class Figures:
    """First names of public figures: the whole names that begin with each, and the plain surnames it goes with."""

    def __init__(self, names: frozenset[str]) -> None:
        by_first: dict[str, list[str]] = {}
        for name in names:
            if " " in name:
                by_first.setdefault(re.split(r"[ .]", name, maxsplit=1)[0], []).append(name)
        self.by_first = {first: tuple(sorted(full, key=len, reverse=True)) for first, full in by_first.items()}
        self.surnames_of = {
            first: frozenset(plain(name.split()[-1]) for name in full) for first, full in by_first.items()
        }

    @staticmethod
    @lru_cache(maxsize=2)  # built from the lists alone, which stay the same from scan to scan
    def of(names: frozenset[str]) -> Figures:
        """The index of a set of names."""
        return Figures(names)


@lru_cache(maxsize=2)
def doubles_of(surnames: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Surnames of several words by their first word, the longest first."""
    by_first: dict[str, list[str]] = {}
    for name in surnames:
        if " " in name:
            by_first.setdefault(name.split()[0], []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()}


def stands(lower: str, start: int, name: str) -> bool:
    """Whether a whole name stands at ``start`` of a text in lower case."""
    return lower.startswith(name, start) and not lower[start + len(name) : start + len(name) + 1].isalnum()
