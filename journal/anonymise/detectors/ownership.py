"""Whether a sentence last spoke of the writer or of somebody else."""

from __future__ import annotations

import re

from journal.anonymise.segments import Document

_DASHED = re.compile(r"[—–][^—–\n]*[—–]")
# A pronoun, or a name inside a sentence that does something: "then Mark was", not "at Severnside since".
_SPOKEN = re.compile(
    r"\b(I|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|who|him|client|husband|wife|mother|father|son|daughter|brother|sister|partner)\b"
    r"|(?<=[a-z] )([A-Z][a-z]+)(?=['’]s\b|,? (?:is|was|has|had|said|says|came|who|asked|[a-z]+ed)\b)"
)


def spoken_of_writer(document: Document, start: int) -> bool:
    """Whether the sentence last spoke of "I" before ``start``; "as a nurse" at its head counts too."""
    sentence, _ = document.sentence_at(start)
    lead = _DASHED.sub(",", document.text[max(sentence, start - 400) : start])
    last = None
    for match in _SPOKEN.finditer(lead):
        last = match.group()
    if last is None:
        return bool(re.search(r"\bas an? $", lead, re.IGNORECASE))
    return last == "I"
