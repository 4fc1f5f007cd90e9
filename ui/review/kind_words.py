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

#: (who looked, what it saw), or who looked alone -> why it was found
_REASONS: Mapping[tuple[str, str], object] = {
    ("register", ""): QT_TRANSLATE_NOOP("kinds", "It is in your register, or among the words about you in settings."),
    ("people", "propagated"): QT_TRANSLATE_NOOP("kinds", "The same words were found elsewhere in this text."),
    ("context", "title"): QT_TRANSLATE_NOOP("kinds", "A title such as Dr or Mrs stands before it."),
    ("context", "initials"): QT_TRANSLATE_NOOP("kinds", "It reads like somebody’s initials."),
    ("context", "letter"): QT_TRANSLATE_NOOP("kinds", "A single letter stands where a name would."),
    ("context", "sign_off"): QT_TRANSLATE_NOOP("kinds", "It stands where one signs a letter."),
    ("context", ""): QT_TRANSLATE_NOOP("kinds", "It stands in the sentence as a name does."),
    ("lists", ""): QT_TRANSLATE_NOOP("kinds", "It is in a list of names, places or words of this kind."),
    ("pets", ""): QT_TRANSLATE_NOOP("kinds", "It stands beside an animal, as its name."),
    ("contacts", "login_link"): QT_TRANSLATE_NOOP(
        "kinds", "A log-in link can show which library, and so which employer or university."
    ),
    ("contacts", ""): QT_TRANSLATE_NOOP("kinds", "It has the form of an address, a number or a link."),
    ("numbers", ""): QT_TRANSLATE_NOOP("kinds", "It has the form of a number that one person has."),
    ("dates", ""): QT_TRANSLATE_NOOP("kinds", "It says when. With a place or a job that points to few people."),
    ("durations", ""): QT_TRANSLATE_NOOP("kinds", "It says how long, and so since when."),
    ("ages", ""): QT_TRANSLATE_NOOP("kinds", "It says how old somebody is."),
    ("organisations", ""): QT_TRANSLATE_NOOP("kinds", "It reads like the name of a place, service or employer."),
    ("occupations", "own_job"): QT_TRANSLATE_NOOP("kinds", "It says what you do, and so who you may be."),
    ("occupations", ""): QT_TRANSLATE_NOOP("kinds", "It says what somebody does."),
    ("singular", ""): QT_TRANSLATE_NOOP("kinds", "Words such as these fit few people, or one."),
    ("quotes", ""): QT_TRANSLATE_NOOP("kinds", "They would know them again, and they can be searched for."),
    ("letters", ""): QT_TRANSLATE_NOOP("kinds", "It stands where a letter names somebody."),
    ("person", ""): QT_TRANSLATE_NOOP("kinds", "You flagged it."),
    ("citations", ""): QT_TRANSLATE_NOOP("kinds", "A citation, or a line of the list of references."),
    ("authors", ""): QT_TRANSLATE_NOOP("kinds", "An author, named as a source."),
    ("keep_terms", ""): QT_TRANSLATE_NOOP("kinds", "A published measure, model, body or programme."),
    ("sources", ""): QT_TRANSLATE_NOOP("kinds", "A published work."),
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

#: how much the standing details say -> words, and the role of their colour
_LEVELS: Mapping[str, tuple[object, str]] = {
    "red": (QT_TRANSLATE_NOOP("kinds", "Could be known"), "direct"),
    "amber": (QT_TRANSLATE_NOOP("kinds", "Look again"), "quasi"),
    "note": (QT_TRANSLATE_NOOP("kinds", "Little"), "keep"),
    "": (QT_TRANSLATE_NOOP("kinds", "Nothing found"), "keep"),
}

#: kinds that a person can flag by hand -> words
FLAGS: Mapping[str, object] = {
    "name.person": QT_TRANSLATE_NOOP("kinds", "Names someone"),
    "place.geo": QT_TRANSLATE_NOOP("kinds", "Says where"),
    "place.service": QT_TRANSLATE_NOOP("kinds", "Names a service or employer"),
    "date.relative": QT_TRANSLATE_NOOP("kinds", "Says when"),
    "occupation": QT_TRANSLATE_NOOP("kinds", "Says what somebody does"),
    "quote.client": QT_TRANSLATE_NOOP("kinds", "Somebody’s own words"),
    "uniqueness": QT_TRANSLATE_NOOP("kinds", "Singles someone out"),
    "author.word": QT_TRANSLATE_NOOP("kinds", "Points to me"),
}

#: why something stays -> words; the ids are kept with the decision
KEPT_BECAUSE: Mapping[str, object] = {
    "keep": QT_TRANSLATE_NOOP("kinds", "It points to nobody here"),
    "keep.public": QT_TRANSLATE_NOOP("kinds", "It is public already"),
    "consent": QT_TRANSLATE_NOOP("kinds", "They agreed, in writing"),
    "keep.mine": QT_TRANSLATE_NOOP("kinds", "It is mine to tell"),
}

#: a treatment for which the person finds the words -> what its placeholder says
_PLACEHOLDERS: Mapping[str, object] = {
    "paraphrase": QT_TRANSLATE_NOOP("kinds", "put this into your own words: {words}"),
    "process": QT_TRANSLATE_NOOP("kinds", "write what it was like for you instead of: {words}"),
    "fiction": QT_TRANSLATE_NOOP("kinds", "write another detail instead of: {words}"),
    "composite": QT_TRANSLATE_NOOP("kinds", "write what several people have in common instead of: {words}"),
}


_QUOTATION = QT_TRANSLATE_NOOP("kinds", "a direct quotation")


def said(words: object) -> str:
    """Words of this file in the person's language."""
    return QCoreApplication.translate(_CONTEXT, str(words))


def label_words(label: str) -> str:
    """What kind of detail this is."""
    return said(_LABELS.get(label, "A detail"))


def risk_words(risk: str) -> str:
    """What a finding of this risk does."""
    return said(_RISKS[risk][0])


def risk_letter(risk: str) -> str:
    """The letter beside the colour."""
    return _RISKS[risk][1]


def reason_words(detector: str, reason: str) -> str:
    """Why it was found."""
    return said(_REASONS.get((detector, reason)) or _REASONS.get((detector, ""), "It reads like such a detail."))


def level_words(level: str) -> tuple[str, str]:
    """How much the standing details say, and the role of its colour."""
    words, role = _LEVELS[level]
    return said(words), role


def placeholder_words(treatment: str, label: str) -> str:
    """What stands in the draft until the person has found words; it names the kind of detail, never the detail."""
    words = said(_QUOTATION) if label == "QUOTE" else label_words(label).lower()
    return said(_PLACEHOLDERS[treatment]).format(words=words)


def concern_words(reason: str, who: str, size: int = 0) -> str:
    """What the standing details say together; ``size`` is the order of magnitude of a crowd."""
    words = said(_CROWD).format(size=f"{size:,}") if reason == "crowd" else said(_CONCERNS.get(reason, _OTHER_CONCERN))
    return said(_OF_AUTHOR).format(words=words) if who == "author" else words
