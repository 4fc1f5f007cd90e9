"""Reads the list of references of a draft, and matches surnames of the text with it, loosely as people type.

Loosely means: one letter out, two in a long name; the first author only; the short title of a report in the author's
place (specification of identifiers, part (d), rule 3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journal.anonymise.names import PARTICLES, edit_distance_at_most_one, fold, plain
from journal.anonymise.segments import Document, Zone

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĢĞĪİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_PARTICLE = r"(?:(?:van|von|de|del|der|den|di|da|du|le|la|el|al|ten|bin) ){0,2}"

#: A surname as it is written: capital first, inner hyphens and apostrophes, particles before it.
SURNAME = rf"{_PARTICLE}(?:[Dd]['’])?[{_CAPITALS}][^\W\d_]*(?:[-'’](?!s\b)[^\W\d_]+)*"
#: The initials of an author, "C. R.", "M.J.", "S".
INITIALS = rf"(?:[{_CAPITALS}]\.[ ]?-?){{1,4}}"
#: A year of publication, with its letter, or what stands for one.
YEAR = r"(?:(?:1[6-9]|20)\d\d[a-z]?(?:[/–-]\d{2,4})?|n\.d\.|in press|forthcoming)"

_FIRST_YEAR = re.compile(rf"\(?({YEAR})\)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a list of references: where it stands, the words its authors are named by, and their initials."""

    start: int
    end: int
    authors: frozenset[str] = field(default=frozenset(), repr=False)
    initials: frozenset[str] = field(default=frozenset(), repr=False)


def references_of(document: Document) -> list[Reference]:
    """Every paragraph of the reference zones, its heading left out."""
    found = []
    for segment in document.segments:
        if segment.zone is not Zone.REFERENCES:
            continue
        for line in re.finditer(r"[^\n]+", document.text[segment.start : segment.end]):
            start, end = segment.start + line.start(), segment.start + line.end()
            lead = len(line.group()) - len(line.group().lstrip())
            if re.search(r"\d|\.", line.group()):
                authors, initials = _authors(line.group().strip())
                found.append(Reference(start + lead, end, authors, initials))
    return found


def matches(word: str, authors: frozenset[str]) -> bool:
    """Whether a surname of the text is that of a reference, with one letter out, or two from eight letters on."""
    bare = plain(word)
    if bare in authors:
        return True
    if len(bare) < 5:
        return False
    if any(abs(len(bare) - len(other)) <= 1 and edit_distance_at_most_one(bare, other) for other in authors):
        return True
    # Two slips: taking one letter out of the longer or the shorter name leaves one slip.
    return len(bare) >= 8 and any(
        abs(len(bare) - len(other)) <= 2
        and any(edit_distance_at_most_one(bare[:at] + bare[at + 1 :], other) for at in range(len(bare)))
        for other in authors
        if len(other) >= 7
    )


def _authors(entry: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words before the year by which the entry is cited, and the first letters of the authors' given names."""
    year = _FIRST_YEAR.search(entry)
    head = entry[: year.start()] if year else entry[:60]
    words = re.findall(rf"[{_CAPITALS}][^\W\d_]+(?:[-'’][^\W\d_]+)*", head)
    initials = {letter.lower() for letter in re.findall(rf"\b([{_CAPITALS}])\.", head)}
    authors = {plain(word) for word in words if fold(word) not in PARTICLES}
    return frozenset(authors - _NO_AUTHORS), frozenset(initials)


_NO_AUTHORS = frozenset({"the", "and", "eds", "ed", "project", "department", "of", "for", "in", "available", "at"})
