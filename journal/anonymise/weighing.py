"""What still stands in a review, weighed person by person."""

from __future__ import annotations

from journal.anonymise.decisions import Decided
from journal.anonymise.finding import Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import fold
from journal.anonymise.risk import Concern, concerns

_AUTHOR = "author"


def risks_of(now: Decided, knowledge: Knowledge) -> tuple[Concern, ...]:
    """What the open and the kept details say together of each person, worst first."""
    whom = now.whom
    indexes = now.standing()
    standing = [now.finding(index) for index in indexes]
    about = [whom[index] if index < len(whom) else subject_of(now, index) for index in indexes]
    gazetteer = knowledge.lists.places
    named = {
        finding: fold(now.surface(index))
        for index, finding in zip(indexes, standing, strict=True)
        if finding.kind.label == "PLACE"
    }
    places = {finding: gazetteer[name] for finding, name in named.items() if name in gazetteer}
    return concerns(standing, about, places)


def subject_of(now: Decided, index: int) -> str:
    """The entity that a detail is about; of one in typed words, itself or the writer."""
    typed = now.typed_at(index)
    if typed is None:
        return now.whom[index]
    return _AUTHOR if typed.finding.risk is Risk.AUTHOR else typed.key


def whose(now: Decided) -> tuple[tuple[int, str], ...]:
    """The index of each finding that a reader would still see, with the entity it is about (``author``: the writer)."""
    whom = now.whom
    about = [(at, whom[at] if at < len(whom) else subject_of(now, at)) for at in now.standing()]
    return tuple((at, _AUTHOR if now.finding(at).risk is Risk.AUTHOR else entity) for at, entity in about)
