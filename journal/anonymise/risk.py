"""What details still say together: the combination rule of the specification (A4), first depth.

Reasons are codes; the words are made elsewhere. Never a percentage of safety.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from journal.anonymise.finding import Finding, Kind, Risk


class Level(enum.Enum):
    """How much the standing details say together."""

    NOTE = "note"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Concern:
    """A level with its reason: the codes of the kinds that stand together. ``who`` is ``person`` or ``author``."""

    level: Level
    reason: str
    kinds: tuple[str, ...]
    who: str = "person"


_GROUPS: dict[str, str] = {"PLACE": "place", "ORGANISATION": "place", "ADDRESS": "place", "OCCUPATION": "role"}

# Red at two (A4): place + year, place + role, role + years in post, rare diagnosis + age, occupation + event.
_RED_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("place", "year", "place_and_year"),
    ("place", "role", "place_and_role"),
    ("role", "author.years", "role_and_years"),
    ("dx.rare", "age", "diagnosis_and_age"),
    ("role", "event.dramatic", "role_and_event"),
)
_COUNTED_AS = {
    Kind.DATE_EXACT: "year",
    Kind.DATE_YEAR: "year",
    Kind.DISABILITY_BODY: "dx.rare",
}


def concerns(standing: Iterable[Finding]) -> tuple[Concern, ...]:
    """What the details that are open or kept say of the people in the text, and of the author, worst first."""
    standing = list(standing)
    found = []
    if any(finding.risk is Risk.DIRECT for finding in standing):
        direct = sorted({finding.kind.value for finding in standing if finding.risk is Risk.DIRECT})
        found.append(Concern(Level.RED, "direct", tuple(direct)))
    for who, risk in (("person", Risk.QUASI), ("author", Risk.AUTHOR)):
        kinds = {_code(finding) for finding in standing if finding.risk is risk}
        found += _combined(kinds, who)
    order = {Level.RED: 0, Level.AMBER: 1, Level.NOTE: 2}
    return tuple(sorted(found, key=lambda concern: order[concern.level]))


def _code(finding: Finding) -> str:
    if finding.kind in _COUNTED_AS:
        return _COUNTED_AS[finding.kind]
    return _GROUPS.get(finding.kind.label, finding.kind.value)


def _combined(kinds: set[str], who: str) -> list[Concern]:
    found = [
        Concern(Level.RED, reason, (first, second), who)
        for first, second, reason in _RED_PAIRS
        if {first, second} <= kinds
    ]
    if "event.dramatic" in kinds:
        found.append(Concern(Level.RED, "event", ("event.dramatic",), who))
    if "uniqueness" in kinds and len(kinds) > 1:
        found.append(Concern(Level.RED, "uniqueness_in_company", tuple(sorted(kinds)), who))
    if len(kinds) >= 3:
        found.append(Concern(Level.RED, "three_together", tuple(sorted(kinds)), who))
    elif len(kinds) == 2:
        found.append(Concern(Level.AMBER, "two_together", tuple(sorted(kinds)), who))
    elif kinds:
        found.append(Concern(Level.NOTE, "one", tuple(kinds), who))
    return found
