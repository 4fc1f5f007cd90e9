"""Words for dates, lengths of time and ages, as vague as the specification's bands and fitted to the preposition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from journal.anonymise.finding import Finding, Kind
from journal.anonymise.grammar import Spot
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
_TURNS = re.compile(r"\b(turned|turning|turns?)\b", re.IGNORECASE)
# What dates a birthday rather than a life: "forty that day", "eighteen in March".
_DATED = re.compile(r"[ ]+(?:today|tomorrow|that (?:day|week|month|year)|this (?:week|month|year)|next|on [A-Z])", re.I)


def date_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for a date or a length of time."""
    if finding.kind is Kind.AUTHOR_SERIES:
        return "an earlier post"
    if finding.kind is Kind.DATE_VAGUE:
        return "some time ago" if not spot.preposition else "that time"
    if finding.kind in (Kind.AUTHOR_YEARS, Kind.DURATION) or finding.reason == "qualified":
        return _length(spot.surface)
    if spot.preposition:
        return _governed(spot, _unit(finding, spot.surface), choose)
    if re.search(r"\b(?:last|ago|19\d\d|20[01]\d)\b", spot.surface, re.IGNORECASE):
        return "some time ago"
    return choose(("one day", "another day", "some other day"))


def _governed(spot: Spot, unit: str, choose: _Choose) -> str:
    """What the preposition can govern: a day, or a month, season or year."""
    if unit:
        if spot.preposition == "in" and _FUTURE.search(spot.before.rsplit(".", 1)[-1]):
            return "due course"
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
        return "season"
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
    return _state(spot, number)


_BIRTHDAYS = {"turned": "had a birthday", "turning": "having a birthday", "turns": "has a birthday"}


def _years_old(spot: Spot, number: int | None) -> str:
    """Words for "a 43-year-old" by itself, before a noun, or of several."""
    if re.search(r"year[- ]olds\b", spot.surface, re.IGNORECASE):
        return "people of that age"
    noun, state, adjective = _band(number)
    if re.match(r"[ ]+[a-z]", spot.after) and (spot.article_before or spot.after_determiner):
        return adjective
    return state if spot.after_be else noun


def _state(spot: Spot, number: int | None) -> str:
    """Words for an age that somebody has, is at or is in."""
    noun, state, _ = _band(number)
    if spot.preposition in ("at", "from", "until", "till", "since", "about", "around", "of", "to", "before", "after"):
        return "that age"
    if spot.preposition in ("in", "by"):
        return (
            "later life" if number is not None and number >= 60 else "earlier life" if noun == "a child" else "midlife"
        )
    dated = _DATED.match(spot.after) or re.search(r" (?:today|tomorrow|on |in )", spot.surface)
    return "a year older" if spot.after_be and dated else state


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
