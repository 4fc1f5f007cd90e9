"""Looks for days that are told by what happened on them, and for loose times that are only asked about.

Birthdays, anniversaries, elections and what else falls on one day count as dates (specification A2, ``date.relative``).
"last Thursday" and "the week after the funeral" say little to a stranger and much to whoever was there: a person is
asked, and so with lengths of time and sums of money that are somebody's own.
"""

from __future__ import annotations

import re

from journal.anonymise.detectors.dates import FULL_MONTH, YEAR
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "occasions"

_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,2}}|an?|a few|several)"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_ORDINAL = r"(?:first|second|third|fourth|fifth|tenth|twentieth|\d{1,2}(?:st|nd|rd|th)|\w+-year|year['’]s)"
_WHOSE = r"(?:his|her|their|my|our|the|[A-Z]\w+['’]s|(?:his|her|my|their) (?:[a-z]+ )?[a-z]+['’]s)"
_FESTIVE = (
    r"(?:Lent|Easter|Christmas|Advent|Eid|Diwali|Ramadan|Passover|Hanukkah|Hogmanay|New Year|Whitsun|Hallowe['’]?en"
    r"|Pentecost|Epiphany"
    r"|Michaelmas|Lammas|Vaisakhi|Holi|Navratri|Yom Kippur|Purim|Remembrance Sunday|Bonfire Night|Burns Night"
    r"|Armistice Day|May Day)"
)

#: What falls on one day, or in one season, for everybody who was there.
_EXACT: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(
        rf"\b({_WHOSE} (?:(?:wedding|golden|silver|ruby|diamond|{_ORDINAL}) )?anniversary)\b", re.IGNORECASE), 0.75),
    (re.compile(rf"\b(?:on|for|before|after|since|by|until|till|it['’]s|is|was|near|forgot"
        rf"|missed) ({_WHOSE} (?:{_ORDINAL} )?birthday)\b"), 0.72),
    (re.compile(rf"\b((?:the|that) (?:{_WEEKDAY}|day|night|week|weekend|morning) (?:before|after"
        rf"|of) {_FESTIVE})\b"), 0.96),
    (re.compile(rf"\b((?:the )?(?:first|second|third|fourth|last) (?:week|day|night|Sunday|weekend) (?:of|in"
        rf"|after) {_FESTIVE})\b"), 0.96),
    (re.compile(
        rf"\b({_COUNT} (?:days?|weeks?|nights?) (?:before|after) {_FESTIVE}(?: (?:Eve|Day))?)\b", re.IGNORECASE), 0.96),
    (re.compile(rf"\b({_COUNT} years? ago (?:today|tomorrow|tonight|yesterday|this (?:week|month|morning)"
        rf"|last (?:week|month)|on {_WEEKDAY}|in {FULL_MONTH}|next (?:week|month)))\b", re.IGNORECASE), 0.9),
    (re.compile(r"\b(?:since|before|during|in|after|until|through|through the|since the"
        r"|in the) ((?:the )?(?:(?:first|second|third|winter|spring|last) )?lockdown)\b", re.IGNORECASE), 0.8),
    (re.compile(r"\b((?:polling|election|cup final|results|graduation|carnival|gala|derby|budget|census|VE|VJ"
        r"|D-|Derby|TT|regatta|market|pancake) day|(?:Freshers|freshers|Wakes|wakes|TT|Race|Rag|Cup|Exam"
        r"|exam)['’]?s?['’]? [Ww]eek|(?:the )?Grand National(?: day)?|Cup Final(?: day)?|"
                r"(?:the )?Glorious Twelfth|the (?:Coronation|Jubilee|Olympics|World Cup|Euros|royal wedding"
                    r"|general election|referendum|Millennium|eclipse|Great Storm))\b"), 0.72),
    (re.compile(r"\b(the (?:(?:wet|dry|hot|long|cold|hard|bad|first|last|lovely|terrible|awful) )?(?:winter"
        r"|summer|spring|autumn) (?:of the|that the|he|she|they|I"
        r"|we) [\w'’-]+(?: [\w'’-]+){0,3}?)(?=[.,;:!?)]| (?:and|when|but|because|so|he|she|they|I|was|had"
        r"|came)\b)"), 0.72),
    (re.compile(r"\bborn (?:in |on |during )?(the (?:year|week|day|night|winter|summer|spring|autumn|month"
        r"|morning) (?:of|after|before|that|the|they) [^.,;!?\n]{3,40})"), 0.8),
    (re.compile(r"\b(?:in|during|since|of|from|through|until|by|throughout|back in) (the (?:early|mid|late"
        r"|mid-|late-|early-)?[ ]?(?:'?\d0s|(?:19|20)\d0s|fifties|sixties|seventies|eighties|nineties"
        r"|noughties))\b(?! (?:and over|club|group))"), 0.8),
    (re.compile(rf"\b(?:[Mm]id|[Ee]arly|[Ll]ate)-({FULL_MONTH})\b"), 0.8),
    (re.compile(rf"\b([Mm]id-{FULL_MONTH})\b"), 0.86),
    (re.compile(rf"\b((?:early|late|mid) {YEAR})\b"), 0.9),
)  # fmt: skip
_LOW_MONTH = re.compile(
    r"\b(?:in|from|since|until|till|by|last|before|after|during) (january|february|april|june|july|august|september"
    r"|october|november|december)\b"
)
_SINCE_MONTH = re.compile(
    rf"(?:^|[.!?]\s+|\n)(?:Since|In|Until|By|From|Last|After|Before) ({FULL_MONTH})(?![\w'’])(?! \d)"
)

#: Loose times: "last Thursday", "the week after the funeral", "this time last year".
_LOOSE: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b(?:last|a week last|the other|this past) {_WEEKDAY}\b|\b{_WEEKDAY} (?:before last|gone|week)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:the|that) (?:day|night|week|weekend|morning|month|year) (?:of|after|before|following) (?:the"
        r"|his|her|their|my|our) [a-z]+(?: [a-z]+)?\b"
    ),
    re.compile(r"\bthis time last (?:year|month|week)\b|\bthe (?:week|weekend|month) before last\b", re.IGNORECASE),
)
_LENGTH = (
    rf"(?:(?:nearly|almost|about|over|around|some) )?(?:{NUMBER_WORDS}"
    rf"|\d{{1,3}})(?: and a half)?[ -](?:years?|months|decades?)"
)
#: How long somebody was ill, wed, waiting, clean, in prison (A2, duration: "on the list for 14 months").
_SPAN = re.compile(
    rf"\b(?:married|together|divorced|widowed|separated|sober|clean|dry|free|single|engaged|waiting|waited"
    rf"|on the (?:list|wait|waiting list)|in (?:prison|care"
    rf"|hospital|recovery|therapy|the army|the navy|service)|missing|ill|homeless|off (?:work|sick)|without"
    rf"|for),? (?:for )?({_LENGTH})\b(?! ago)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?<![\w£$€])(?:£|€|\$)\s?\d[\d,]*(?:\.\d\d)?(?:k|m|bn)?\b(?: (?:million|thousand|billion))?|\b\d[\d,]*(?:k"
    r"| (?:quid|pounds|grand|euros?|dollars))\b"
    rf"|\b(?:{NUMBER_WORDS}|\w+ hundred|\w+ thousand) (?:quid|pounds|grand|euros)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    rf"\b(?:team|group|caseload|family|service|practice|cohort|class|office|staff|panel|ward) of (?:{NUMBER_WORDS}"
    rf"|\d{{1,2}})\b(?! (?:hundred|thousand))"
    r"|\b(?:only|just|all|both of us|all) (?:two|three|four) of (?:us|them)\b",
    re.IGNORECASE,
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Days by what happened on them; and to be asked about, loose times, spans, sums and small counts."""
    del knowledge
    text = document.text
    found = [
        Finding(*match.span(1), Kind.DATE_RELATIVE, Risk.QUASI, score, DETECTOR, "occasion")
        for pattern, score in _EXACT
        for match in pattern.finditer(text)
    ]
    found += [
        Finding(*match.span(1), Kind.DATE_RELATIVE, Risk.QUASI, 0.75, DETECTOR, "month")
        for pattern in (_LOW_MONTH, _SINCE_MONTH)
        for match in pattern.finditer(text)
    ]
    asked = [(match.span(), Kind.DATE_VAGUE) for pattern in _LOOSE for match in pattern.finditer(text)]
    asked += [(match.span(1), Kind.DURATION) for match in _SPAN.finditer(text)]
    asked += [(match.span(), Kind.MONEY) for match in _MONEY.finditer(text)]
    asked += [(match.span(), Kind.SMALLNUM) for match in _SMALL.finditer(text)]
    found += [Finding(*span, kind, Risk.QUASI, 0.3, DETECTOR, "loose") for span, kind in asked]
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]
