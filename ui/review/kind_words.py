"""Words for what a finding is and why it was found: the core gives codes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "kinds"

#: a finding's coarse label -> words
_LABELS: Mapping[str, object] = {
    "PERSON": QT_TRANSLATE_NOOP("kinds", "A name"),
    "PLACE": QT_TRANSLATE_NOOP("kinds", "A place"),
    "ADDRESS": QT_TRANSLATE_NOOP("kinds", "An address"),
    "ORGANISATION": QT_TRANSLATE_NOOP("kinds", "A service or employer"),
    "DATE": QT_TRANSLATE_NOOP("kinds", "A date or time"),
    "AGE": QT_TRANSLATE_NOOP("kinds", "An age"),
    "CONTACT": QT_TRANSLATE_NOOP("kinds", "A way to reach someone"),
    "IDENTIFIER": QT_TRANSLATE_NOOP("kinds", "A number that belongs to one person"),
    "OCCUPATION": QT_TRANSLATE_NOOP("kinds", "Work or role"),
    "HERITAGE": QT_TRANSLATE_NOOP("kinds", "Origin, faith or language"),
    "FAMILY": QT_TRANSLATE_NOOP("kinds", "Family"),
    "HEALTH": QT_TRANSLATE_NOOP("kinds", "Health"),
    "EVENT": QT_TRANSLATE_NOOP("kinds", "An event"),
    "UNIQUE": QT_TRANSLATE_NOOP("kinds", "Words that single someone out"),
    "QUOTE": QT_TRANSLATE_NOOP("kinds", "Someone’s own words"),
    "SOURCE": QT_TRANSLATE_NOOP("kinds", "A published source: kept"),
}

#: risk -> what it says, and the letter that stands beside its colour
_RISKS: Mapping[str, tuple[object, str]] = {
    "direct": (QT_TRANSLATE_NOOP("kinds", "names someone"), "N"),
    "quasi": (QT_TRANSLATE_NOOP("kinds", "narrows it down"), "D"),
    "author": (QT_TRANSLATE_NOOP("kinds", "points to you"), "Y"),
    "keep": (QT_TRANSLATE_NOOP("kinds", "kept"), "S"),
}

_CONCERNS: Mapping[str, object] = {
    "direct": QT_TRANSLATE_NOOP("kinds", "Something that names or reaches one person still stands."),
    "place_and_year": QT_TRANSLATE_NOOP("kinds", "A place and a year together point to few people. Change one."),
    "place_and_role": QT_TRANSLATE_NOOP("kinds", "A place and a role together point to few people. Change one."),
    "role_and_years": QT_TRANSLATE_NOOP("kinds", "A role and the years in it point to few people. Change one."),
    "diagnosis_and_age": QT_TRANSLATE_NOOP("kinds", "A rare diagnosis and an age point to few people. Change one."),
    "event": QT_TRANSLATE_NOOP("kinds", "A striking event still stands; those who know it will know who is meant."),
    "uniqueness_in_company": QT_TRANSLATE_NOOP("kinds", "Words such as “the only one” stand beside other details."),
    "one": QT_TRANSLATE_NOOP("kinds", "One detail still stands."),
    "role_and_event": QT_TRANSLATE_NOOP("kinds", "Work and a striking event point to one person. Change one."),
}
_CROWD = QT_TRANSLATE_NOOP(
    "kinds", "Of the order of {size} people live in the place that still stands; each other detail leaves fewer."
)
_OTHER_CONCERN = QT_TRANSLATE_NOOP("kinds", "Several details still stand. Together they could single someone out.")
_OF_AUTHOR = QT_TRANSLATE_NOOP("kinds", "About you: {words}")


def label_words(label: str) -> str:
    """What kind of detail this is."""
    return QCoreApplication.translate(_CONTEXT, str(_LABELS.get(label, "A detail")))


def risk_words(risk: str) -> str:
    """What a finding of this risk does."""
    return QCoreApplication.translate(_CONTEXT, str(_RISKS[risk][0]))


def risk_letter(risk: str) -> str:
    """The letter beside the colour."""
    return _RISKS[risk][1]


def concern_words(reason: str, who: str, size: int = 0) -> str:
    """What the standing details say together; ``size`` is the order of magnitude of a crowd."""
    if reason == "crowd":
        words = QCoreApplication.translate(_CONTEXT, str(_CROWD)).format(size=f"{size:,}")
    else:
        words = QCoreApplication.translate(_CONTEXT, str(_CONCERNS.get(reason, _OTHER_CONCERN)))
    if who == "author":
        return QCoreApplication.translate(_CONTEXT, str(_OF_AUTHOR)).format(words=words)
    return words
