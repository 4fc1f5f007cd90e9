"""Runs of capitalised words, as names are written: "Gillian Postlethwaite", "Harbour & Heath Talking Therapies"."""

from __future__ import annotations

from dataclasses import dataclass, field

from journal.anonymise.names import PARTICLES, SOFT_TITLES, TITLES, fold
from journal.anonymise.segments import Document, Word

# No name has more words; what goes on longer is a heading or a row of initials, and is cut so that time stays even.
_LONGEST = 14

#: More hyphens than any name has; more letters than the initials of one person.
_HYPHENS, _LETTERS = 3, 4

_CONNECTORS = frozenset({"of", "the", "and", "for"}) | PARTICLES


@dataclass(frozen=True, slots=True)
class Chain:
    """Capitalised words one after another, with the particles between them. ``title`` are the titles before them."""

    words: tuple[Word, ...] = field(repr=False)
    title_start: int | None = None

    @property
    def start(self) -> int:
        """Where the first word begins, titles left out."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end

    def without_first(self) -> Chain | None:
        """The chain less its first word and the particles after it; ``None`` where nothing is left."""
        rest = self.words[1:]
        while rest and fold(rest[0].text) in _CONNECTORS:
            rest = rest[1:]
        return Chain(rest) if rest else None


def is_capitalised(word: Word) -> bool:
    """Whether a word is written with a capital first, an apostrophe or particle before it aside (d'Arcy, McKay)."""
    return word.text[0].isupper() or (len(word.text) > 2 and word.text[1] in "'’" and word.text[2].isupper())


def is_term(chain: Chain) -> bool:
    """Whether a run is no name by its shape: "Mindfulness Based Stress Reduction MBSR", "Four-ways-to-say-no"."""
    words = [word.text for word in chain.words]
    if any(word.count("-") >= _HYPHENS and any(part.islower() for part in word.split("-")) for word in words):
        return True
    letters = "".join(word[0] for word in words[:-1])
    return len(letters) >= _LETTERS and words[-1].isupper() and words[-1] == letters.upper()


def chains_of(document: Document) -> list[Chain]:
    """All runs of capitalised words in a document, in order and disjoint."""
    found: list[Chain] = []
    words = document.words
    at = 0
    while at < len(words):
        if not is_capitalised(words[at]):
            at += 1
            continue
        stop = _end_of(document, at)
        found.append(_with_title(document, words[at:stop]))
        at = stop
    return found


def _end_of(document: Document, at: int) -> int:
    """The index after the last word of the chain that begins at ``at``."""
    words = document.words
    stop = at + 1
    while stop < len(words) and stop - at < _LONGEST and _adjoins(document, words[stop - 1], words[stop]):
        if is_capitalised(words[stop]) or words[stop].text.isdigit():
            stop += 1
            continue
        ahead = stop
        while ahead < len(words) and fold(words[ahead].text) in _CONNECTORS and ahead - stop < 3:
            ahead += 1
        linked = ahead > stop and ahead < len(words) and is_capitalised(words[ahead])
        # "and" links organisations, not people: "Mark and Joy" are two.
        if not linked or any(fold(word.text) in ("and", "for") for word in words[stop:ahead]):
            break
        if not all(_adjoins(document, words[i - 1], words[i]) for i in range(stop, ahead + 1)):
            break
        stop = ahead + 1
    return stop


def _adjoins(document: Document, left: Word, right: Word) -> bool:
    between = document.text[left.end : right.start]
    if between == ". ":
        return fold(left.text) in TITLES or fold(left.text) == "st" or len(left.text) == 1
    return between in (" ", " & ", "&", ".", "-")


def _with_title(document: Document, words: tuple[Word, ...]) -> Chain:
    count = 0
    while count < len(words) - 1 and fold(words[count].text) in TITLES:
        count += 1
    if not count and len(words) > 1 and fold(words[0].text) in SOFT_TITLES:
        count = 1
    return Chain(words[count:], words[0].start if count else None)
