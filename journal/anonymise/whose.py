"""Whose a place, an organisation or a year is: the writer's own, where the writer speaks of working or living there."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.segments import Document

_WRITER = re.compile(
    r"\b(?:I|we)\b(?:['’](?:ve|m|d|re))?[^.;!?\n]*\b(?:work\w*|been|based|train\w*|nurs\w*|live[sd]?|grew up"
    r"|from|in post|do|did"
    r"|started|qualified|joined|run|manage[sd]?|chair)\b[^.;!?\n]*$"
    r"|\b(?:my|our) (?:own )?(?:service|team|ward|office|clinic|surgery|practice|employer|job|desk|base"
    r"|manager)\b[^.;!?\n]*$"
)
_OTHER = re.compile(r"\b(?:he|she|they|him|her|his|their|who)\b", re.IGNORECASE)

_OWN = {
    Kind.PLACE_GEO: Kind.AUTHOR_PLACE,
    Kind.PLACE_SERVICE: Kind.AUTHOR_EMPLOYER,
    Kind.ORG_EMPLOYER: Kind.AUTHOR_EMPLOYER,
    Kind.DATE_YEAR: Kind.DATE_YEAR,
}


def attributed(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with those turned to the author's risk that the sentence before ties to the writer."""
    return [_attributed(document, finding) for finding in findings]


def _attributed(document: Document, finding: Finding) -> Finding:
    kind = _OWN.get(finding.kind)
    if kind is None or finding.risk is not Risk.QUASI:
        return finding
    sentence, _ = document.sentence_at(finding.start)
    own = _WRITER.search(document.text, sentence, finding.start)
    if own is None or _OTHER.search(own.group()):
        return finding
    return dataclasses.replace(finding, kind=kind, risk=Risk.AUTHOR)
