"""The words that stand in for each kind of detail, chosen by the grammar of the place.

The treatments are those of the specification: leave vague, broaden to a kind, band a number, paraphrase a quotation.
Every phrase may begin with an article; ``stand_ins`` takes it off where another determiner stands before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.grammar import Spot
from journal.anonymise.numerals import number_in

_Choose = Callable[[Sequence[str]], str]

_QUOTES = (
    "something I will not repeat here",
    "words I will keep to myself",
    "something that I leave out here",
    "words that are better left in the room",
)

# After a preposition a date becomes a vague time that the preposition can govern.
_TIMES: dict[str, str] = {
    "on": "one particular day",
    "in": "an earlier period",
    "since": "some time back",
    "until": "a later day",
    "till": "a later day",
    "by": "an agreed day",
    "from": "a set day",
    "to": "another day",
    "of": "that time",
    "at": "that time",
    "for": "some time",
    "before": "a certain day",
    "after": "a certain day",
    "during": "that time",
    "about": "a certain day",
}

_ORGANISATIONS: tuple[tuple[str, str], ...] = (
    (r"school|academy|primary|comprehensive|comp\b|high\b|grammar|nursery", "the school"),
    (r"college|universit|polytechnic|campus", "the university"),
    (r"surgery|practice|medical|health cent", "the surgery"),
    (r"hospital|infirmary|royal|ward|unit|clinic|hospice|rehab", "the hospital"),
    (r"prison|hmp|yoi|probation", "the institution"),
    (r"church|chapel|mosque|temple|gurdwara|synagogue|parish", "the congregation"),
    (r"chambers|solicitors|law|legal|court|police", "the firm"),
    (r"trust|board|council|service|therapies|wellbeing|iapt|cmht|counselling|team|network|collective", "the service"),
    (r"charity|foundation|project|centre|center|house|group|society|association", "the organisation"),
)

_PLACES: tuple[tuple[str, str], ...] = (
    (r"ward|floor|unit|suite|wing", "the ward"),
    (r"road|street|lane|avenue|drive|close|terrace|row|place|way|crescent|gate", "a nearby street"),
    (r"shire$|county|norfolk|suffolk|kent|essex|surrey|sussex|cornwall|devon|dorset|somerset|cumbria", "the county"),
    (r"island|isle", "an island"),
    (r"river|canal|lake|loch|bay|beach|common|moor|park|forest|wood|hill|fell|dale", "a place outdoors"),
)


_OCCUPATIONS: tuple[tuple[str, str], ...] = (
    (r"\bhead (?:girl|boy)|prefect", "a pupil"),
    (r"\bband \d|manager|\blead\b|director|governor|\bhead\b", "a senior colleague"),
    (r"\b(?:shop|farm|pub|caf[eé]|garage|salon|bakery|gallery|hotel|business|stall)$", "a small business"),
    (r"course|degree|phd|student|studies|studying|reads|undergraduate", "a course of study"),
    (r"\b(?:retired|ex-|former)", "a retired worker"),
)


def phrase_for(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """The words that could stand for a finding; never empty."""
    label = finding.kind.label
    if finding.kind is Kind.SMALLNUM:
        return "a small number"
    writer = _WRITERS.get(label)
    return writer(finding, spot, choose) if writer else "something"


def _person(finding: Finding, spot: Spot, choose: _Choose) -> str:
    return "someone"


def _place(finding: Finding, spot: Spot, choose: _Choose) -> str:
    surface = spot.surface.lower()
    if re.match(r"[ ]+[a-z]", spot.after) and (spot.article_before or spot.after_determiner):
        return "local"
    for pattern, words in _PLACES:
        if re.search(pattern, surface):
            return words
    if spot.preposition in ("in", "from", "to", "near", "at", "outside", "around", "of", "up", "past", "via", "for"):
        return "another town" if finding.risk is Risk.QUASI else "the area"
    return "another place"


def _organisation(finding: Finding, spot: Spot, choose: _Choose) -> str:
    surface = spot.surface.lower()
    for pattern, words in _ORGANISATIONS:
        if re.search(pattern, surface):
            return words
    return "the service" if finding.risk is Risk.AUTHOR else "the organisation"


def _date(finding: Finding, spot: Spot, choose: _Choose) -> str:
    if finding.kind is Kind.AUTHOR_SERIES:
        return "an earlier post"
    if finding.kind in (Kind.AUTHOR_YEARS, Kind.DURATION):
        number = number_in(spot.surface)
        if re.search(r"month|week|day", spot.surface, re.IGNORECASE) and not re.search("year", spot.surface, re.I):
            return "some months"
        return "a few years" if number is not None and number < 4 else "several years"
    if spot.preposition:
        return _TIMES.get(spot.preposition, "that time")
    if re.search(r"\b(?:last|ago|19\d\d|20[01]\d)\b", spot.surface, re.IGNORECASE):
        return "some time ago"
    return "one day"


def _age(finding: Finding, spot: Spot, choose: _Choose) -> str:
    surface = spot.surface.lower()
    number = number_in(surface)
    if re.search(r"year (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)", surface):
        return "school"
    if re.search(r"\b(?:twenties|20s)\b", surface):
        number = 25
    elif decade := re.search(r"\b(thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", surface):
        number = 35 + 10 * ("thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet").index(decade.group(1))
    elif decade := re.search(r"\b([3-9])0['’]?s\b", surface):
        number = int(decade.group(1)) * 10 + 5
    noun, state, adjective = _band(number)
    if re.search(r"year[- ]old\b", surface):
        return adjective if re.match(r"[ ]+[a-z]", spot.after) else noun
    if spot.preposition in ("at", "from", "until", "till", "since", "about", "around"):
        return "that age"
    if spot.preposition in ("in", "by"):
        return (
            "later life" if number is not None and number >= 60 else "earlier life" if noun == "a child" else "midlife"
        )
    return state


def _band(number: int | None) -> tuple[str, str, str]:
    """A noun, a state after "is", and an adjective for an age; bands as wide as the specification's "in midlife"."""
    if number is None:
        return "someone of a certain age", "of a certain age", "certain"
    for limit, words in (
        (12, ("a child", "a child", "young")),
        (18, ("a teenager", "a teenager", "teenage")),
        (35, ("a young adult", "a young adult", "young")),
        (60, ("someone in midlife", "in midlife", "middle-aged")),
    ):
        if number < limit:
            return words
    return "an older person", "in later life", "older"


def _contact(finding: Finding, spot: Spot, choose: _Choose) -> str:
    words = {
        Kind.CONTACT_EMAIL: "an email address",
        Kind.CONTACT_PHONE: "a telephone number",
        Kind.NET_HANDLE: "an account",
        Kind.NET_URL: "a web page",
        Kind.AUTHOR_LINK: "see the publisher’s page",
    }
    return words.get(finding.kind, "a contact")


def _identifier(finding: Finding, spot: Spot, choose: _Choose) -> str:
    cued = re.search(
        r"(?:\b(?:no|ref|reference|number|nhs|id|pin|reg|account|log|policy|case|file|is)\b)[.:# \t]*$",
        spot.before,
        re.I,
    )
    return "left out here" if cued else "a number left out here"


def _address(finding: Finding, spot: Spot, choose: _Choose) -> str:
    return "an address"


def _occupation(finding: Finding, spot: Spot, choose: _Choose) -> str:
    if finding.kind is Kind.ROLE_SMALL:
        return "someone senior"
    if finding.risk is Risk.AUTHOR or finding.kind is Kind.AUTHOR_JOB:
        return "of practice" if re.search(r"practice|experience", spot.surface, re.IGNORECASE) else "a practitioner"
    if re.match(r"(?!retired)[a-z]+(?:s|ing|ed)\b|drove|ran\b", spot.surface) and not spot.article_before:
        past = re.match(r"(?:drove|ran|worked|kept|taught|[a-z]+ed)\b", spot.surface)
        return "working" if re.match(r"[a-z]+ing\b", spot.surface) else "worked" if past else "works"
    for pattern, words in _OCCUPATIONS:
        if re.search(pattern, spot.surface, re.IGNORECASE):
            return words
    return "a worker"


def _heritage(finding: Finding, spot: Spot, choose: _Choose) -> str:
    adjective = re.match(
        r"[ ]+(?!(?:and|but|or|until|who|with|since|from|by|in|on|at|is|was|for|to|as)\b)[a-z]", spot.after
    )
    if adjective and (spot.article_before or spot.after_determiner or spot.after_preposition):
        return "particular"
    if finding.kind is Kind.LANGUAGE and not spot.surface.lower().endswith("speaking"):
        return "another language"
    if spot.article_before:
        return "a person of faith" if finding.kind is Kind.RELIGION else "a person from elsewhere"
    return "from a particular background"


def _family(finding: Finding, spot: Spot, choose: _Choose) -> str:
    surface = spot.surface.lower()
    if " is the " in surface:
        return "family life is complicated"
    if re.search(r"\bof\b", surface) and not re.search(r"twin|triplet", surface):
        return "one of several"
    if "married" in surface:
        return "long married"
    if re.search(r"twin|triplet|girls|boys|sons|daughters|kids|children", surface):
        return "children"
    return "a family member"


def _health(finding: Finding, spot: Spot, choose: _Choose) -> str:
    if "pregnant" in spot.surface.lower():
        return "expecting a baby"
    if spot.before.endswith("lost "):
        return "a great deal"
    if re.search(r"\b(?:hand|leg|arm|foot|eye|finger|injur|burn|scar)s?\b", spot.surface, re.IGNORECASE):
        return "had a serious injury" if spot.surface.lower().startswith("lost") else "a serious injury"
    return "a serious condition"


def _event(finding: Finding, spot: Spot, choose: _Choose) -> str:
    return "what happened"


def _unique(finding: Finding, spot: Spot, choose: _Choose) -> str:
    if finding.kind is Kind.AUTHOR_TEAM:
        return "people I have supervised" if "supervisee" in spot.surface else "colleagues"
    if finding.kind is Kind.AUTHOR_WORD:
        return "something"
    if re.search(r"\bthere are $", spot.before, re.IGNORECASE):
        return "very few people"
    if re.match(r"(?:there are|there is|there's)\b", spot.surface, re.IGNORECASE):
        return "there are not many"
    return "one of a small number"


def _quote(finding: Finding, spot: Spot, choose: _Choose) -> str:
    if finding.kind is Kind.QUOTE_COLLEAGUE:
        return "something I disagreed with"
    words = choose(_QUOTES)
    return words if not spot.first else f"there were {words}" if words.startswith("words") else f"it was {words}"


_WRITERS: dict[str, Callable[[Finding, Spot, _Choose], str]] = {
    "PERSON": _person,
    "PLACE": _place,
    "ORGANISATION": _organisation,
    "DATE": _date,
    "AGE": _age,
    "CONTACT": _contact,
    "IDENTIFIER": _identifier,
    "ADDRESS": _address,
    "OCCUPATION": _occupation,
    "HERITAGE": _heritage,
    "FAMILY": _family,
    "HEALTH": _health,
    "EVENT": _event,
    "UNIQUE": _unique,
    "QUOTE": _quote,
}
