"""The words that stand in for each kind of detail, chosen by the grammar of the place.

The treatments are those of the specification: leave vague, broaden to a kind, band a number, paraphrase a quotation.
Every phrase may begin with an article; ``stand_ins`` takes it off where another determiner stands before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.grammar import BESIDE_PLACE, Spot, before_noun
from journal.anonymise.wording_clauses import clause_words, own_words
from journal.anonymise.wording_people import (
    event_words,
    family_words,
    health_words,
    heritage_words,
    occupation_words,
    quote_words,
    unique_words,
)
from journal.anonymise.wording_time import age_words, date_words

_Choose = Callable[[Sequence[str]], str]

_ORGANISATIONS: tuple[tuple[str, str], ...] = (
    (r"school|academy|primary|comprehensive|comp\b|high\b|grammar|nursery", "the school"),
    (r"college|universit|polytechnic|campus", "the university"),
    (r"surgery|practice|medical|health cent", "the surgery"),
    (r"\bclinic\b", "the clinic"),
    (r"\bward\b", "the ward"),
    (r"hospital|infirmary|royal|unit|hospice|rehab", "the hospital"),
    (r"\bhostel\b|\brefuge\b", "the hostel"),
    (r"prison|hmp|yoi|probation", "the institution"),
    (r"church|chapel|abbey|cathedral|minster|mosque|temple|gurdwara|synagogue|parish", "the church"),
    (r"chambers|solicitors|law|legal|court|police", "the firm"),
    (r"trust|board|council|service|therapies|wellbeing|iapt|cmht|counselling|team|network|collective", "the service"),
    (r"charity|foundation|project|centre|center|house|group|society|association", "the organisation"),
)

_ROAD = re.compile(r"(?:the )?[abm]\d{1,4}(?:\(m\))?")
_PLACES: tuple[tuple[str, str], ...] = (
    (r"\b(?:ward|floor|unit|suite|wing)\b", "the ward"),
    (r"\b(?:road|street|lane|avenue|drive|close|terrace|row|place|way|crescent)\b|gate$", "a nearby street"),
    (r"shire$|county|norfolk|suffolk|kent|essex|surrey|sussex|cornwall|devon|dorset|somerset|cumbria", "the county"),
    (r"^(?:the )?[abm]\d{1,4}(?:\(m\))?$", "the road"),
    (r"island|isle", "an island"),
    (
        r"\b(?:river|canal|lake|loch|bay|beach|common|moors?|park|forest|woods?|hills?|fells?|dale)\b",
        "a place outdoors",
    ),
)


#: Kinds of the gazetteer -> the words for one of them; with a preposition of place "another …".
_GAZETTEER: Mapping[str, str] = {
    "country": "another country",
    "county": "another county",
    "region": "another part of the country",
    "island": "an island",
    "river": "a river",
    "landmark": "a local landmark",
    "hospital": "the hospital",
    "village": "another village",
    "district": "another part of town",
}


def phrase_for(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """The words that could stand for a finding; never empty."""
    label = finding.kind.label
    if finding.kind is Kind.SMALLNUM:
        return "a small number"
    if finding.kind is Kind.MONEY:
        return "a sum"
    if told := clause_words(finding, spot) or own_words(finding, spot):
        return told
    writer = _WRITERS.get(label)
    return writer(finding, spot, choose) if writer else "something"


def _person(finding: Finding, spot: Spot, choose: _Choose) -> str:
    return "someone"


def _place(finding: Finding, spot: Spot, choose: _Choose) -> str:
    surface = spot.surface.lower()
    road = _ROAD.fullmatch(surface) is not None
    if not road and before_noun(spot) and (spot.article_before or spot.after_determiner):
        return "local"
    if BESIDE_PLACE.match(spot.after):
        return "the local"
    settled = spot.place_kind in ("town", "city", "village", "district")
    for pattern, words in _PLACES if not settled else ():
        if re.search(pattern, surface):
            return words
    if finding.risk is Risk.AUTHOR and _EMPLOYED.search(spot.before):
        return "one part of the country"
    if finding.risk is Risk.AUTHOR:
        return "somewhere else" if spot.preposition == "from" else "the area" if spot.preposition else "a place nearby"
    return _elsewhere(spot, choose, settled=settled)


def _elsewhere(spot: Spot, choose: _Choose, *, settled: bool) -> str:
    """A place that is not the writer's, as its kind and its region at home, or as another one of its kind."""
    kind = spot.place_kind
    if spot.place_region and settled and kind != "district":
        return f"a {kind} in {spot.place_region}"
    if spot.preposition in ("in", "from", "to", "near", "at", "outside", "around", "of", "up", "past", "via", "for"):
        return choose((_GAZETTEER.get(kind, "another town"),))
    return _GAZETTEER.get(kind, "another town" if kind else "another place")


# "working in IAPT in Bury": where no area was spoken of before
_EMPLOYED = re.compile(
    r"\b(?:IAPT|NHS|CAMHS|Talking Therapies|work(?:s|ed|ing)?|train(?:ed|ing)|practis(?:e|ed|ing)|qualified) in[ ]+$"
)
_AFLOAT = re.compile(
    r"\b(?:side|aboard|sail\w*|crew|skipper|deck|harbour|pier|drowned|boat|trawler|ferry|sea|gale|nets)\b",
    re.IGNORECASE,
)
#: What an organisation is by the words around it, where its name does not say.
_COMPANY: tuple[tuple[str, str], ...] = (
    (r"\b(?:married|wedding|funeral|choir|canon|vicar|priest|christened|hymn|congregation)\b", "the church"),
    (r"\b(?:pupils?|year \d+|teacher|headteacher|homework|sixth form)\b", "the school"),
    (r"\b(?:beds?|nurses?|ward|inpatient|admitted|discharged)\b", "the hospital"),
)


def _organisation(finding: Finding, spot: Spot, choose: _Choose) -> str:
    surface = spot.surface.lower()
    if finding.reason == "on_ward":
        return "the ward"
    if BESIDE_PLACE.match(spot.after):
        return "the local" if not (spot.article_before or spot.after_determiner) else "local"
    if finding.reason == "italic_name":
        return "boat" if _AFLOAT.search(spot.before + spot.after) else "place"
    for pattern, words in _ORGANISATIONS:
        if re.search(pattern, surface):
            return words
    for pattern, words in _COMPANY:
        if re.search(pattern, spot.before + spot.after, re.IGNORECASE):
            return words
    return "the service" if finding.risk is Risk.AUTHOR else "the organisation"


def _contact(finding: Finding, spot: Spot, choose: _Choose) -> str:
    words = {
        Kind.CONTACT_EMAIL: "an email address",
        Kind.CONTACT_PHONE: "a number",
        Kind.NET_HANDLE: "an online name",
        Kind.NET_URL: "a web page",
        Kind.NET_SHARED: "a web page",
        Kind.AUTHOR_LINK: "see the publisher’s page",
    }
    if re.search(r"\b(?:number|e-?mail|address|handle)(?: is|['’]s| was):? $", spot.before, re.IGNORECASE):
        return "one I leave out"
    return words.get(finding.kind, "a contact")


def _identifier(finding: Finding, spot: Spot, choose: _Choose) -> str:
    if re.search(r"\b(?:is|was|['’]s|ends?|reads?|says)(?: in)?:? $", spot.before):
        return "one I leave out" if not re.search(r"(?:ends?|reads?|says) $", spot.before) else "something I leave out"
    cued = re.search(
        r"(?:\b(?:no|nos|ref|reference|number|nhs|id|pin|reg|account|log|policy|case|file)\b)[.:# \t]*$",
        spot.before,
        re.I,
    )
    if re.match(r"nos?\b", spot.surface, re.I):
        return "number withheld"
    return "withheld" if cued else "a number left out here"


def _address(finding: Finding, spot: Spot, choose: _Choose) -> str:
    return "one I leave out" if re.search(r"\baddress(?: is|['’]s| was):? $", spot.before, re.I) else "an address"


_WRITERS: dict[str, Callable[[Finding, Spot, _Choose], str]] = {
    "PERSON": _person,
    "PLACE": _place,
    "ORGANISATION": _organisation,
    "DATE": date_words,
    "AGE": age_words,
    "CONTACT": _contact,
    "IDENTIFIER": _identifier,
    "ADDRESS": _address,
    "OCCUPATION": occupation_words,
    "HERITAGE": heritage_words,
    "FAMILY": family_words,
    "HEALTH": health_words,
    "EVENT": event_words,
    "UNIQUE": unique_words,
    "QUOTE": quote_words,
}
