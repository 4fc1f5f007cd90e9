"""Words for dates, lengths of time and ages, as vague as the specification's bands and fitted to the preposition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from journal.anonymise.edges import BARE_AGE
from journal.anonymise.finding import Finding, Kind
from journal.anonymise.grammar import Spot, before_noun
from journal.anonymise.numerals import number_in

_Choose = Callable[[Sequence[str]], str]

# What a preposition can govern, for a day, ...
_DAYS: Mapping[str, tuple[str, ...]] = {
    "on": ("one particular day",),
    "since": ("a certain day",),
    "until": ("a later day",),
    "till": ("a later day",),
    "by": ("an agreed day",),
    "from": ("a set day",),
    "to": ("another day",),
    "for": ("another day",),
    "of": ("that time",),
    "at": ("that time",),
    "before": ("a certain day",),
    "after": ("a certain day",),
    "during": ("that time",),
    "about": ("a certain day",),
}
# ... and for a month, season or year, which is put in the place of {unit}.
_SPANS: Mapping[str, str] = {
    "in": "an earlier {unit}",
    "since": "an earlier {unit}",
    "until": "a later {unit}",
    "till": "a later {unit}",
    "by": "a later {unit}",
    "from": "an earlier {unit}",
    "to": "another {unit}",
    "for": "another {unit}",
    "of": "an earlier {unit}",
    "before": "a certain {unit}",
    "after": "a certain {unit}",
    "during": "an earlier {unit}",
    "through": "that {unit}",
    "at": "that time",
}
_FUTURE = re.compile(
    r"\b(?:will|['’]ll|won['’]t|going to|finish(?:es)?|starts?|ends?|leaves?|due|next|begins?|can|should|until)\b",
    re.IGNORECASE,
)
_FESTIVE = re.compile(r"christmas|easter|eid|diwali|new year|advent|lent|ramadan|hallowe|hogmanay", re.IGNORECASE)
# "Last day 30 Jan", "my last day is the 30th"
_LAST_DAY = re.compile(r"\b(?:last|final|first|next) day(?: is|['’]s|:)?[ ]+$", re.IGNORECASE)
_TURNS = re.compile(r"\b(turned|turning|turns?)\b", re.IGNORECASE)
# What dates a birthday rather than a life: "forty that day", "eighteen in March".
_DATED = re.compile(r"[ ]+(?:today|tomorrow|that (?:day|week|month|year)|this (?:week|month|year)|next|on [A-Z])", re.I)


def date_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for a date or a length of time."""
    if finding.kind in (Kind.AUTHOR_SERIES, Kind.DATE_VAGUE):
        loose = "that time" if spot.preposition else "some time ago"
        return "an earlier post" if finding.kind is Kind.AUTHOR_SERIES else loose
    if finding.kind in (Kind.AUTHOR_YEARS, Kind.DURATION) or finding.reason == "qualified":
        return _length(spot.surface)
    if re.match(r"[ ]+off\b", spot.after) or _LAST_DAY.search(spot.before):
        return "some time away" if _LAST_DAY.search(spot.before) else "a day"  # "gave me the 24th off"
    if spot.preposition:
        return _governed(spot, _unit(finding, spot.surface), choose)
    # with its "in" too (``edges.with_in``)
    if re.search(r"^in\b|\b(?:last|ago|19\d\d|20[01]\d)\b", spot.surface, re.IGNORECASE):
        return "some time ago"
    return choose(("one day", "another day", "some other day"))


def _governed(spot: Spot, unit: str, choose: _Choose) -> str:
    """What the preposition can govern: a day, or a month, season or year."""
    if unit:
        if spot.preposition == "in" and _FUTURE.search(spot.before.rsplit(".", 1)[-1]):
            return "due course"
        if spot.preposition == "in" and unit == "season":
            return "the course of the year"
        return _SPANS.get(spot.preposition, "that {unit}").format(unit=unit)
    if spot.preposition in ("at", "over") and _FESTIVE.search(spot.surface):
        return "that time of year"
    return choose(_DAYS.get(spot.preposition, ("that time",)))


def _length(surface: str) -> str:
    if surface.lower().startswith("since"):
        return "for some time"
    if surface.endswith(" qualified"):
        return "several years qualified" if "year" in surface else "newly qualified"
    number = number_in(surface)
    if re.search(r"week|day", surface, re.IGNORECASE) and not re.search("year|month", surface, re.IGNORECASE):
        return "some weeks"
    if re.search(r"month|week|day", surface, re.IGNORECASE) and not re.search("year", surface, re.IGNORECASE):
        return "some months"
    return "a few years" if number is not None and number < 4 else "several years"


def _unit(finding: Finding, surface: str) -> str:
    """ "year", "season" or "month" for what dates no day; empty for a day."""
    if re.search(r"(?<!\w)(?:spring|summer|autumn|winter)", surface, re.IGNORECASE):
        return "year" if re.search(r"(?:19|20)\d\d|['’]\d\d", surface) else "season"
    months = re.search(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
                       surface)  # fmt: skip
    bare = re.sub(r"(?:19|20)\d\d|['’]\d\d", "", surface)
    if months and not re.search(r"\d", bare):
        return "month"
    return "year" if finding.kind is Kind.DATE_YEAR or re.fullmatch(r"\W*['’]?\d\d\W*", surface) else ""


def age_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for an age, a decade of life, a birthday or a year at school."""
    surface = spot.surface.lower()
    number = _years(surface)
    if re.match(r"(?:year|yr|y) ?(?:\d|[a-z])", surface) or re.fullmatch(r"[ps]\d", surface):
        return _school(spot, number)
    if turns := _TURNS.search(surface):
        return _BIRTHDAYS.get(turns.group(1), "have a birthday")
    if "birthday" in surface or re.search(r"\d(?:st|nd|rd|th)$|eth$", surface):
        return "birthday" if spot.after_determiner else "a birthday"
    if re.search(r"year[- ]olds?\b", surface):
        return _years_old(spot, number)
    return _at_age(spot, number) if BARE_AGE.search(surface) and _LED.match(surface) else _state(spot, number)


#: What ``edges.with_age_lead`` takes in before a number.
_LED = re.compile(r"(?:at|aged|the|about|around|nearly|almost|maybe|perhaps)\b", re.IGNORECASE)
_LOOKS = re.compile(r"\b(?:look(?:s|ed|ing)?|seem(?:s|ed)?|felt|feels?|sound(?:s|ed)?)(?: to be)?[ ]+$", re.IGNORECASE)


def _at_age(spot: Spot, number: int | None) -> str:
    """Words for a number with what led to it: "at 91", "Aged 34", "from the age of five", "about fifty"."""
    surface = spot.surface.lower()
    if _LOOKS.search(spot.before):
        return _band(number)[2]
    if spot.preposition:
        return _stage(number)
    if surface.startswith("aged") and not spot.first and not re.search(r"[,(—–-][ ]*$", spot.before):
        return "still young" if number is not None and number < 35 else _band(number)[1]
    if surface.startswith(("at", "aged", "the")):
        state = _band(number)[1]
        return state if state.startswith(("in ", "of ")) else f"as {state}"
    return _state(spot, number)


def _stage(number: int | None) -> str:
    """A time of life that a preposition can govern: "from childhood"."""
    if number is None:
        return "a certain age"
    bands = ((12, "childhood"), (18, "the teenage years"), (35, "early adulthood"), (60, "midlife"))
    return next((words for limit, words in bands if number < limit), "later life")


def _decade(number: int | None) -> str:
    """A time of life after an owner: "in her middle years"."""
    bands = ((18, "school years"), (35, "younger years"), (60, "middle years"))
    return next((words for limit, words in bands if number is not None and number < limit), "later years")


_BIRTHDAYS = {"turned": "had a birthday", "turning": "having a birthday", "turns": "has a birthday"}


def _years_old(spot: Spot, number: int | None) -> str:
    """Words for "a 43-year-old" by itself, before a noun, or of several."""
    if re.search(r"year[- ]olds\b", spot.surface, re.IGNORECASE):
        return "people of that age"
    noun, state, adjective = _band(number)
    if before_noun(spot) and (spot.article_before or spot.after_determiner):
        return adjective
    return state if spot.after_be else noun


def _state(spot: Spot, number: int | None) -> str:
    """Words for an age that somebody has, is at or is in."""
    _, state, _ = _band(number)
    decade = spot.after_determiner and re.search(r"(?:teens|ies|\d0['’]?s)$", spot.surface.lower())
    if decade or spot.preposition:
        return _decade(number) if decade or spot.preposition == "of" else _stage_after(spot, number)
    if re.search(r" in (?:\w+ ){1,2}(?:day|week|month)", spot.surface):
        return "a year older soon"  # "sixteen in eleven days"
    dated = _DATED.match(spot.after) or re.search(r" (?:today|tomorrow|on |in )", spot.surface)
    return "a year older" if spot.after_be and dated else state


def _stage_after(spot: Spot, number: int | None) -> str:
    """Words for an age that a preposition governs."""
    if spot.preposition in ("from", "until", "till", "since", "to", "before", "after", "by"):
        return _stage(number)
    if spot.preposition != "in":
        return "that age" if spot.preposition in ("at", "about", "around") else _band(number)[1]
    if number is not None and number >= 60:
        return "later life"
    return "earlier life" if _band(number)[0] == "a child" else "midlife"


def _years(surface: str) -> int | None:
    """The years of an age; the middle of a decade of life."""
    if re.search(r"\b(?:twenties|20['’]?s)\b", surface):
        return 25
    if decade := re.search(r"\b(thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", surface):
        return 35 + 10 * ("thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet").index(decade.group(1))
    if decade := re.search(r"\b([3-9])0['’]?s\b", surface):
        return int(decade.group(1)) * 10 + 5
    return 16 if "teens" in surface else number_in(surface)


def _school(spot: Spot, number: int | None) -> str:
    """Words for a year at school: a place after "in", an adjective before a noun, else a pupil."""
    if re.match(r"[ ]+[a-z]", spot.after) and (spot.article_before or spot.after_determiner):
        return "teenage" if number is not None and number >= 7 else "young"
    if spot.preposition in ("in", "into", "from", "since", "through", "at"):
        return "school"
    plural = re.search(r"\ds\b", spot.surface) or re.match(r"s\b", spot.after)
    return "pupils" if plural else "a pupil"


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
