"""What a treatment would put in the place of a finding, so that a person can see it in its sentence before choosing.

The ids are those of ``treatments.toml``. A treatment for which only the person has words gives ``None``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable

from journal.anonymise.changes import Placed
from journal.anonymise.finding import Finding, Kind
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document
from journal.anonymise.shifts import shifted
from journal.anonymise.stand_ins import propose_for, role_words

#: Only the person has words for these: a placeholder stands there until they are written.
OWN_WORDS = frozenset({"paraphrase", "process", "fiction", "composite"})


def words_for(
    document: Document,
    finding: Finding,
    treatment: str,
    *,
    knowledge: Knowledge,
    taken: Iterable[str],
    offset: int,
    year: int,
) -> str | None:
    """The words that ``treatment`` puts there; ``None`` where they are the person's to find, or it does not apply.

    ``offset`` are the days by which a date moves, ``year`` the one it is taken to be in where it says none.
    """
    surface = document.text[finding.start : finding.end]
    names = (name.name for name in knowledge.names)
    ways: dict[str, Callable[[], str | None]] = {
        "drop": lambda: "",
        "keep": lambda: surface,
        "consent": lambda: surface,
        "shift": lambda: shifted(surface, offset, year),
        "role": lambda: _cased(document, finding, _role(finding, knowledge)),
        "alias": lambda: _alias(document, finding, (*taken, *names)),
        "broaden": lambda: finding.proposal or _proposed(document, finding, taken),
        "band": lambda: finding.proposal or _proposed(document, finding, taken),
    }
    return ways[treatment]() if treatment in ways else None


def gap_closed(text: str, finding: Finding, placed: Placed) -> tuple[int, int]:
    """The stretch to leave out, with one of two spaces that would then stand side by side, where no change has it."""
    start, end = finding.start, finding.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == " " and (not after or after in " .,;:!?\n)") and not placed.touches(start - 1, start):
        return start - 1, end
    if after == " " and (not before or before in '\n(“"') and not placed.touches(end, end + 1):
        return start, end + 1
    return start, end


def _proposed(document: Document, finding: Finding, taken: Iterable[str]) -> str:
    return propose_for(document, finding, taken).proposal


def _alias(document: Document, finding: Finding, taken: Iterable[str]) -> str:
    """The pseudonym that is proposed already, or one that is free."""
    if finding.proposal.istitle() and " " not in finding.proposal:
        return finding.proposal
    return _proposed(document, dataclasses.replace(finding, kind=Kind.NAME_PERSON), taken)


def _role(finding: Finding, knowledge: Knowledge) -> str:
    for name in knowledge.names:
        if finding.entity == f"register:{name.id}":
            return role_words(name.role) or "someone"
    return "someone"


def _cased(document: Document, finding: Finding, words: str) -> str:
    before = document.text[: finding.start].rstrip(" \"“‘'(*_")
    first = not before or before.endswith((".", "!", "?", "\n"))
    return words[:1].upper() + words[1:] if first else words
