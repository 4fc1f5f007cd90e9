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
# "we ate at Joe 's in town": after a name alone it is a house; before a thing it is an owner
_HOUSE = re.compile(
    r" (?:['’]s|s)(?= (?:in|on|at|for|and|or|to|by|near|tomorrow|today|tonight|again|last|this|around|location)\b"
    r"|[ ]?[.,;:!?)]| [A-Z]|$)"
)
# "north Leeds", "greater Noida", "upstate Vermont": the part of a place that is meant
_PART_OF = re.compile(
    r"(?<![\w'’-])(?:greater|central|inner|outer|downtown|uptown|upstate|(?:north|south)(?:[ -]?(?:east|west))?"
    r"|east|west|mid|upper"
    r"|lower)[ -]$"
)
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
    grown: list[Finding] = []
    for at, finding in enumerate(ordered):
        following = ordered[at + 1].start if at + 1 < len(ordered) else len(document.text)
        limit = min([following, *(stop for stop in borders if stop >= finding.end)])
        floor = max(
            [grown[-1].end if grown else 0, *(first for _, first, _ in document.parts if first <= finding.start)]
        )
        grown.append(_with_part(document.text, _with_tail(document.text, finding, limit), floor))
    return grown


def bare_place(surface: str) -> str:
    """A place without the part that is meant and the kind behind it: "Leeds" of "north Leeds"."""
    part = re.match(rf"{_PART_OF.pattern.removesuffix('$')}", surface)
    surface = surface[part.end() :] if part else surface
    return _STATE.sub("", _GROUND.sub("", surface))


def _with_part(text: str, finding: Finding, floor: int) -> Finding:
    if finding.kind.label != "PLACE" or finding.risk is Risk.KEEP:
        return finding
    part = _PART_OF.search(text, max(floor, finding.start - 12), finding.start)
    return dataclasses.replace(finding, start=part.start()) if part else finding


def _with_tail(text: str, finding: Finding, limit: int) -> Finding:
    if finding.risk is Risk.KEEP or finding.asked:
        return finding
    tail: re.Match[str] | None = None
    kind = finding.kind
    if kind is Kind.NAME_PERSON:
        house = _HOUSE.match(text, finding.end)
        tail = house if house and house.end() <= limit else None
    elif kind.label in _NAMED:
        tail = _APART.match(text, finding.end, limit)
        if tail is None and text[finding.start : finding.start + 1].isupper():
            tail = _SERVICE.match(text, finding.end, limit)
            if tail is not None and kind is Kind.PLACE_GEO:
                kind = Kind.ORG_EMPLOYER
            if tail is None and kind.label == "PLACE":
                tail = _GROUND.match(text, finding.end, limit) or _STATE.match(text, finding.end, limit)
    return dataclasses.replace(finding, end=tail.end(), kind=kind) if tail else finding
