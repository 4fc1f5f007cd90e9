"""Likely names in single paragraphs while somebody writes: a quick look by rules alone, and no review of anything.

The whole scan weighs a text as one and asks the trained model; this asks the few detectors that know names or what is
not one (sources, organisations, contacts), a paragraph at a time, so that only what changed is looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journal.anonymise.detectors import contacts, context, lists, organisations, register, sources, word_names
from journal.anonymise.finding import Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import fold
from journal.anonymise.scan import allowed, merged
from journal.anonymise.segments import document_of
from journal.model import KnownName

_DETECTORS = (register.find, context.find, lists.find, word_names.find, organisations.find, sources.find, contacts.find)

# Single letters are what this field writes for people already, as a code would be: "Client R", "J.P.", "A. M.".
_INITIALS = re.compile(r"[^\W\d_](?:(?:\. ?|[ -])[^\W\d_])*\.?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch ``[start, end)`` of a paragraph, in code points, that likely names a person.

    ``known`` is that person's row where the register has one.
    """

    start: int
    end: int
    name: str = field(repr=False)
    known: KnownName | None = field(default=None, repr=False)


def likely_names(paragraphs: Iterable[str], knowledge: Knowledge) -> Mapping[str, tuple[Mention, ...]]:
    """Each paragraph with the likely names in it, in their order. What is a code of the register is no name."""
    rows = {register.entity_of(name): name for name in knowledge.names}
    codes = frozenset(fold(name.code) for name in knowledge.names if name.code)
    return {text: _names_in(text, knowledge, rows, codes) for text in paragraphs}


def _names_in(
    text: str, knowledge: Knowledge, rows: Mapping[str, KnownName], codes: frozenset[str]
) -> tuple[Mention, ...]:
    if not text.strip():
        return ()
    document = document_of(text)
    found = [finding for detect in _DETECTORS for finding in detect(document, knowledge)]
    mentions = []
    for finding in merged(allowed(document, found, knowledge)):
        surface = text[finding.start : finding.end]
        if finding.kind is not Kind.NAME_PERSON or finding.risk is not Risk.DIRECT or fold(surface) in codes:
            continue
        known = rows.get(finding.entity)
        if known is not None or not _INITIALS.fullmatch(surface):
            mentions.append(Mention(finding.start, finding.end, surface, known))
    return tuple(mentions)
