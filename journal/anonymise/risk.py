"""What details still say together: the combination rule of the specification (A4), person by person.

Reasons are codes; the words are made elsewhere. Never a percentage of safety.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from journal.anonymise.crowd import crowd_of
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import GazetteerPlace


class Level(enum.Enum):
    """How much the standing details say together."""

    NOTE = "note"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Concern:
    """A level with its reason: the codes of the kinds that stand together. ``who`` is ``person`` or ``author``.

    ``entity`` is the person meant, ``unnamed:…`` for one without a name; ``size`` an order of magnitude (``crowd``).
    """

    level: Level
    reason: str
    kinds: tuple[str, ...]
    who: str = "person"
    entity: str = field(default="", repr=False)
    size: int = 0


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


def concerns(
    standing: Iterable[Finding],
    about: Sequence[str] | None = None,
    places: Mapping[Finding, GazetteerPlace] = MappingProxyType({}),
) -> tuple[Concern, ...]:
    """What the details that are open or kept say of each person in the text, and of the author, worst first.

    ``about`` are the entities that the details are about, one each (``accounts.subjects``); without it all quasi
    details count as one person's. ``places`` are those of the gazetteer, for the crowd.
    """
    standing = list(standing)
    about = about or ["author" if finding.risk is Risk.AUTHOR else "" for finding in standing]
    found = []
    people: dict[str, list[Finding]] = {}
    for finding, entity in zip(standing, about, strict=True):
        people.setdefault(entity, []).append(finding)
    for entity, details in people.items():
        direct = sorted({finding.kind.value for finding in details if finding.risk is Risk.DIRECT})
        if direct:
            found.append(Concern(Level.RED, "direct", tuple(direct), "person", entity))
        who = "author" if any(finding.risk is Risk.AUTHOR for finding in details) else "person"
        kinds = {_code(finding) for finding in details if finding.risk in (Risk.QUASI, Risk.AUTHOR)}
        found += [dataclasses.replace(concern, entity=entity) for concern in _combined(kinds, who)]
        crowd = crowd_of((places[f] for f in details if f in places), kinds - {"place"})
        if crowd is not None:
            level = Level.AMBER if crowd.order <= 10_000 and crowd.narrowing else Level.NOTE
            found.append(Concern(level, "crowd", ("place", *crowd.narrowing), who, entity, crowd.order))
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
