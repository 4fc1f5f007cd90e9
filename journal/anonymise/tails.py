"""What belongs to a name and is typed small or apart behind it: "the Splott clinic", "Gaza strip", "Joe 's".

People know a service by its place and its kind; what stands there instead then fits the whole ("the clinic").
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.segments import Document

_NAMED = frozenset({"PLACE", "ORGANISATION"})
#: Kinds of a service or body, by which with a place one is known.
_SERVICE = re.compile(
    r" (?:clinic|hostel|refuge|team|surgery|church|chapel|mosque|temple|gurdwara|synagogue|depot|prison"
    r"|barracks|academy"
    r"|hospice|infirmary|nursery|food ?bank|children['’]s home)(?![\w'’-])"
)
#: Kinds of a place that are part of its name where they follow it.
_GROUND = re.compile(
    r" (?:road|street|lane|avenue|estate|parish|strip|islands?|museum|memorial|bridge|reservoir|canal|hills"
    r"|valley|falls"
    r"|airport|beach|site|camp)(?: (?:site|estate|camp|flats))?(?![\w'’-])"
)
# "Joe 's place", "woodrow s tomorrow": the ending typed apart, as some keyboards and exports do
_APART = re.compile(r" ['’]s(?!\w)| s(?= )")
# "Baltimore,MD 21202"; codes that are words too need the number behind them
_STATE = re.compile(
    r", ?(?:(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|ID|IL|IA|KS|KY|LA|MD|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|RI|SC|SD"
    r"|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)(?![\w-])(?: \d{5}(?:-\d{4})?)?|[A-Z]{2} \d{5}(?:-\d{4})?(?!\d))"
)


def with_tails(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Disjoint, sorted findings, those of names grown by what belongs to them, none into another."""
    ordered = sorted(findings, key=lambda f: f.start)
    borders = [stop for _, _, stop in document.parts]
    grown = []
    for at, finding in enumerate(ordered):
        following = ordered[at + 1].start if at + 1 < len(ordered) else len(document.text)
        limit = min([following, *(stop for stop in borders if stop >= finding.end)])
        grown.append(_with_tail(document.text, finding, limit))
    return grown


def _with_tail(text: str, finding: Finding, limit: int) -> Finding:
    if finding.risk is Risk.KEEP or finding.kind.asked or finding.kind.label not in _NAMED:
        return finding
    apart = _APART.match(text, finding.end, limit)
    if apart:
        return dataclasses.replace(finding, end=apart.end())
    if not text[finding.start : finding.start + 1].isupper():
        return finding
    service = _SERVICE.match(text, finding.end, limit)
    if service:
        kind = Kind.ORG_EMPLOYER if finding.kind is Kind.PLACE_GEO else finding.kind
        return dataclasses.replace(finding, end=service.end(), kind=kind)
    if finding.kind.label != "PLACE":
        return finding
    ground = _GROUND.match(text, finding.end, limit) or _STATE.match(text, finding.end, limit)
    return dataclasses.replace(finding, end=ground.end()) if ground else finding
