"""How far a replacement reaches beyond what was found: brackets of a number, the weekday of a date, "at" an age."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Set

from journal.anonymise.finding import Finding, Kind
from journal.anonymise.names import fold
from journal.anonymise.numerals import NUMBER_WORDS

_WEEKDAY = re.compile(
    r"(?<![\w'’-])(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ ]+(?:the )?$", re.IGNORECASE
)
#: A number of years and nothing else, for whole matches.
BARE_AGE = re.compile(rf"(?:\d{{1,3}}|{NUMBER_WORDS})(?: ?(?:years? old|yrs? old|y/?o))?", re.IGNORECASE)
_LABELS = frozenset({"IDENTIFIER", "CONTACT"})
_NOT_LEFT_OUT = frozenset({Kind.AUTHOR_LINK, Kind.CONTACT_ADDRESS, Kind.CONTACT_POSTCODE})
# "(NHS no. …)", "(ref …)", "(tel: …)": words that mean nothing without their number.
_CUE = r"(?:(?:nhs|no|nos|number|ref|tel|mob|mobile|phone|e-?mail|reg|id|pin|case|file|ni)\b[.:#]?[ ]*){0,3}"
_NUMBER_CUE = re.compile(r"(?<![\w'’-])(?:no|nos)\b[.:]?[ ]+$", re.IGNORECASE)
_OPENING = re.compile(rf"(?<!\])[ ]*\({_CUE}$", re.IGNORECASE)
_CLOSING = re.compile(r"[ ]*\)")
# "inside his cap: QQ 12 34 56 C." and ", 07700 900417,": set off on both sides, after more than a label.
_SET_OFF = re.compile(r"(?<=[a-z] )\S+[a-z](?P<mark>:|,| [—–-])[ ]+$")
# "(BABCP 990412)", "Dawn 07700 900862,": straight after another finding, with or without its cue.
_HANGING = re.compile(rf"[ ]+{_CUE}", re.IGNORECASE)
_STOPS = re.compile(r"[).,;]")
_ASKS = re.compile(r"^(?:is|was|are|at|on|to|no|number|ref|reference|tel|name|id|pin|code)\b", re.IGNORECASE)
_ENDED = re.compile(r"[ ]*(?=[.;\n]|$)")
_MARK = re.compile(r"[,.;:!?]")
_WORD_BEFORE = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’-]*$")
_WORD_AFTER = re.compile(r"[ ]+[^\W\d_][\w'’-]*")
#: How far a look back or ahead reaches, in code points; longer than any cue or word.
_REACH = 48


def with_weekday(text: str, finding: Finding, floor: int) -> Finding:
    """A date with the weekday before it, which would be left hanging: "Thurs" of "Thurs 14/3"."""
    if finding.kind not in (Kind.DATE_EXACT, Kind.DATE_RELATIVE):
        return finding
    before = _WEEKDAY.search(text, max(floor, finding.start - 16), finding.start)
    return dataclasses.replace(finding, start=before.start()) if before else finding


def with_cue(text: str, finding: Finding, floor: int) -> Finding:
    """A number with "no." before it, which is worded as a whole: "no. 999 000 0018" as "number withheld"."""
    if finding.kind.label != "IDENTIFIER":
        return finding
    before = _NUMBER_CUE.search(text, max(floor, finding.start - 12), finding.start)
    return dataclasses.replace(finding, start=before.start()) if before else finding


# What leads to a number of years and cannot stand before the words for a time of life: "at about forty", "aged 34",
# "from the age of five", "until she's about fifty".
_AGE_LEAD = re.compile(
    r"(?<![\w'’-])(?:(?:at )?the (?:ripe old )?age of |(?:at|aged) (?:about |around |only |just )?"
    r"|(?:about|around|nearly|almost|maybe|perhaps) )$",
    re.IGNORECASE,
)
# "in 2015", "in the wet summer of 2012": not "born in 1980", nor what is still to come
_DATED_BY_YEAR = re.compile(
    r"(?:(?:the |early |late |mid-?)*(?:[a-z]+ )?(?:spring|summer|autumn|winter)(?: of)? )?(?:19|20)\d\d", re.IGNORECASE
)
_IN = re.compile(r"(?<![\w'’-])(?<!born )(?<!back )in $", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|['’]ll|won['’]t|going to|due|ends?|starts?|finish(?:es)?|next)\b", re.IGNORECASE)
_CLOCK = re.compile(r":[0-5]\d(?::[0-5]\d)?(?!\d)")


def with_age_lead(text: str, finding: Finding, floor: int) -> Finding:
    """A bare number of years with what leads to it, which is worded as a whole: "at 91" as "in later life"."""
    if finding.kind.label != "AGE" or not BARE_AGE.fullmatch(text, finding.start, finding.end):
        return finding
    before = _AGE_LEAD.search(text, max(floor, finding.start - 24), finding.start)
    return dataclasses.replace(finding, start=before.start()) if before else finding


def with_in(text: str, finding: Finding, floor: int) -> Finding:
    """A year with its "in", which is worded as a whole: "in 2015" as "some time ago"."""
    if finding.kind.label != "DATE" or not _DATED_BY_YEAR.fullmatch(text, finding.start, finding.end):
        return finding
    before = _IN.search(text, max(floor, finding.start - 8), finding.start)
    sentence = text[max(0, finding.start - 80) : finding.start].rpartition(". ")[2]
    return dataclasses.replace(finding, start=before.start()) if before and not _TO_COME.search(sentence) else finding


def with_clock(text: str, finding: Finding, ceiling: int) -> Finding:
    """A date with the minutes of the hour it ends in: "11 Feb 2025 23" of "11 Feb 2025 23:52"."""
    if finding.kind is not Kind.DATE_EXACT or not text[finding.end - 1].isdigit():
        return finding
    minutes = _CLOCK.match(text, finding.end, ceiling)
    return dataclasses.replace(finding, end=minutes.end()) if minutes else finding


def left_out(text: str, finding: Finding, floor: int, ceiling: int, forbidden: Set[str]) -> Finding | None:
    """A number or contact taken away with the brackets or marks that hold nothing else; ``None`` where it is a word.

    The finding grows by the mark after it or by a neighbouring word, which is the proposal, so that what stands there
    can be read: "van (AB12 CDE)" becomes "van". Nothing outside ``[floor, ceiling)`` is touched, nor is a word that is
    ``forbidden`` repeated.
    """
    if finding.kind.label not in _LABELS or finding.kind in _NOT_LEFT_OUT:
        return None
    if floor and _HANGING.fullmatch(text, floor, finding.start) and _STOPS.match(text, finding.end, ceiling):
        return dataclasses.replace(finding, start=floor, end=finding.end + 1, proposal=text[finding.end])
    place = _place(text, finding, floor, ceiling)
    if place is None:
        return None
    start, end = place
    if end < ceiling and _MARK.match(text, end):
        return dataclasses.replace(finding, start=start, end=end + 1, proposal=text[end])
    return _with_neighbour(text, dataclasses.replace(finding, start=start, end=end), (floor, ceiling), forbidden)


def _with_neighbour(text: str, finding: Finding, limits: tuple[int, int], forbidden: Set[str]) -> Finding | None:
    """The finding grown by the word before it, or after it, which stays; ``None`` where neither can be repeated."""
    start, end = finding.start, finding.end
    floor, ceiling = limits
    word = _WORD_BEFORE.search(text, max(floor, start - _REACH), start)
    if word and fold(word.group()) not in forbidden:
        return dataclasses.replace(finding, start=word.start(), proposal=word.group())
    after = _WORD_AFTER.match(text, end, min(ceiling, end + _REACH))
    if (
        after
        and fold(after.group().strip()) not in forbidden
        and text[after.end() : after.end() + 1] in (" ", ",", ".")
    ):
        return dataclasses.replace(finding, end=after.end(), proposal=after.group())
    return None


def _place(text: str, finding: Finding, floor: int, ceiling: int) -> tuple[int, int] | None:
    """The stretch with its brackets, or with the colon or comma before it."""
    low = max(floor, finding.start - _REACH)
    opening, closing = _OPENING.search(text, low, finding.start), _CLOSING.match(text, finding.end, ceiling)
    if opening and closing:
        return opening.start(), closing.end()
    before = _SET_OFF.search(text, low, finding.start)
    if before is not None and before["mark"] == ":" and (finding.kind.label == "CONTACT" or _ASKS.search(before[0])):
        return None
    after = _ENDED.match(text, finding.end)
    if before is None:
        return None
    if after is None and not (before["mark"] == "," and text[finding.end : finding.end + 1] == ","):
        return None
    return before.start("mark"), finding.end
