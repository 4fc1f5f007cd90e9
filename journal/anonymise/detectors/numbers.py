"""Looks for numbers that stand for one person: health, insurance, case, registration and vehicle numbers."""

from __future__ import annotations

import re

from stdnum.gb import nhs

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Zone

DETECTOR = "numbers"

# NHS, CHI and H&C numbers: ten digits, mostly 3-3-4, last one a modulus 11 check (NHS data dictionary).
_TEN_DIGITS = re.compile(r"(?<![\w.,/+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w/-])")
_HEALTH_CUE = re.compile(r"\b(?:nhs|chi|h ?& ?c|hcn|hospital|unit|mrn|number|no)\b[^\n]{0,20}$", re.IGNORECASE)
# HMRC's shape; QQ is never issued and stands in examples. D, F, I, O, U, V are not used but are typed.
_NINO = re.compile(r"(?<![\w/-])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![\w/-])", re.IGNORECASE)

_CUES = (
    r"(?:ref(?:erence)?|case|file|record|claim|crime|incident|complaint|log|policy|client|patient|hospital"
    r"|unit|mrn|rio"
    r"|systmone|emis|iaptus|pc-?mis|datix|carenotes|paris|badge|staff|payroll|member(?:ship)?|reg(?:istration)?|pin"
    r"|passport|licen[cs]e|prison|court|docket|warrant|invoice|account|a/c|sort code|ticket|ho|home office|utr|ods"
    r"|practice code|serial|meeting id|id|no|number|num)"
)
# A word for a record, then a token with digits: "ref PALS/24/00317", "case no. 47ZB1193825", "police log 1187".
_CUED = re.compile(
    rf"(?<![\w-]){_CUES}\b(?:[ \t]+(?:no|number|num|ref(?:erence)?|id|code|given|is|was"
    rf"|here)\b){{0,2}}[.:# \t]{{1,4}}"
    r"[(]?([A-Za-z0-9]+(?:[/-][A-Za-z0-9]+){0,5})",
    re.IGNORECASE,
)
# A code by itself: letters, digits and dashes or slashes with at least four digits in all.
_CODE = re.compile(r"(?<![\w./@&=?%:-])[A-Za-z0-9]+(?:[/-][A-Za-z0-9]+){0,5}(?![\w@/=-])")
_NOT_CODE = re.compile(
    r"(?:\d+(?:s|st|nd|rd|th|mg|ml|mcg|g|kg|km|m|mm|cm|hrs?|h|mins?|k|p|pm|am|pp?|bn|x)"  # quantities
    r"|(?:19|20)\d\d[a-z]?(?:[-/](?:19|20)?\d\d[a-z]?)?"  # years and spans of years
    r"|(?:pre|post|mid|early|late|since|circa|in)-?(?:19|20)?\d\ds?"
    r"|[a-z]+-(?:19|20)\d\d|covid-?\d+)",
    re.IGNORECASE,
)

# NMC: two digits, a letter, four digits, a letter (specification, id.registration, checked).
_NMC = re.compile(r"(?<!\w)\d{2}[A-Z]\d{4}[A-Z](?!\w)")
_HCPC = re.compile(r"(?<!\w)(?:PYL|PH|OT|SW|CH|AS|BS|PA|RA|DT|MT|PO|CS|ODP|SL)\d{4,6}(?!\w)")
_BODIES = r"(?:BACP|UKCP|BABCP|NCPS|NCS|GMC|NMC|HCPC|SWE|BPS|GPhC|ACC|COSCA|IACP|BPC|ICO|PSA)"
_BODY_NUMBER = re.compile(
    rf"\b{_BODIES}\b(?:[ \t]+(?:senior|accredited|registered|reg(?:istration)?|member(?:ship)?|pin|no|number"
    rf"|id)\b\.?)*"
    r"[ \t:#.(]{1,3}(?!(?:19|20)\d\d[),;])(C?\d{4,8})\b",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"\(no\.? ?(\d{4,10})\)", re.IGNORECASE)

# Plates since 2001, and older ones beside a word for a vehicle (DVLA INF104).
_PLATE = re.compile(r"(?<![\w/-])[A-Z]{2}\d{2} ?[A-Z]{3}(?![\w/-])")
_OLD_PLATE = re.compile(
    r"\b(?:reg(?:istration)?|plates?|van|car|lorry|bike|minibus|volvo|fiesta)\b[^\n]{0,20}?(?<!\w)"
    r"([A-Z]{1,3} ?\d{1,4} ?[A-Z]{0,3}|[a-z]{2}\d{2} ?[a-z]{3})(?!\w)"
)
_PLATE_PART = re.compile(
    r"\b(?:reg(?:istration)?|(?:number )?plate)s?\b (?:plate )?(?:ends?|ending|starts?|starting|begins?|was|is)"
    r"(?: (?:in|with))? ([A-Z0-9]{2,8})\b"
)
_CARD = re.compile(r"(?<![\w-])(?:\d{4}[ -]?){3}\d{4}(?![\w-])")
_SORT_CODE = re.compile(r"(?<![\w/-])\d{2}-\d{2}-\d{2}(?![\w/-])")
# Numbers of accounts and cards in groups, and secrets, beside their word.
_ACCOUNT = re.compile(
    r"\b(?:account|acct|card|policy)(?: number| no\.?"
    r"| ending(?: in)?)?[,: ]{1,2}(?:ending (?:in )?)?(\d(?:[ -]?\d){3,18})(?!\w)",
    re.IGNORECASE,
)
_SECRET = re.compile(r"\b(?:PIN|passcode|password)(?: is| was|,|:)? (?=\S*\d)([\w!@#$%^&*_-]{4,})(?!\w)")
# "Zoom meeting ID 812 3456 7890", "CAD 4412": digits in groups beside their word
_MEETING = re.compile(
    r"\b(?:meeting|zoom|webinar|session|conference|teamviewer)(?: meeting)? (?:id|code"
    r"|number|no)\b[.:]? ?(\d(?:[ -]?\d){6,12})(?!\w)",
    re.I,
)
_POLICE_LOG = re.compile(
    r"\b(?:CAD|URN|STORM|OCC|incident|crime|occurrence)(?: (?:no|number|ref"
    r"|log))?[.:]? (\d{2,6}(?:[-/ ]\d{2,8}){0,2})(?!\w)"
)
_IP = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])")
# "E.9900417": a licence or registration as some boards write it
_DOTTED = re.compile(r"(?<![\w.])[A-Z]{1,3}\.\d{5,8}(?!\w)")
# "policy LJ 0099 5521": letters and digits in groups beside their word
_POLICY = re.compile(
    r"\b(?:policy|membership|licen[cs]e|certificate|voucher|claim|account)(?: number| no\.?)?[: ]{1,2}"
    r"([A-Z]{1,3}(?:[ -]?\d{2,6}){2,4})(?!\w)"
)
# "SystmOne 889 221 04", "GPhC 2078812"
_GROUPED = re.compile(
    r"\b(?:SystmOne|RiO|EMIS|IAPTus|PC-?MIS|[Cc]arenotes|Paris|MRN|[Hh]ospital (?:no|number)|[Uu]nit (?:no|number))\b"
    r"\.?[: ]{1,2}(\d{2,4}(?:[ -]\d{2,4}){1,3})(?!\w)"
)
_PRISON = re.compile(r"(?<!\w)[A-Z]\d{4}[A-Z]{2}(?!\w)")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Numbers and codes that stand for one person or one case; none inside a list of references."""
    text = document.text
    found = _health(text)
    for pattern, kind, score in (
        (_NINO, Kind.ID_NINO, 0.97),
        (_NMC, Kind.ID_REGISTRATION, 0.97),
        (_HCPC, Kind.ID_REGISTRATION, 0.9),
        (_PLATE, Kind.VEHICLE, 0.95),
        (_PRISON, Kind.ID_OFFICIAL, 0.9),
        (_DOTTED, Kind.ID_REGISTRATION, 0.9),
        (_SORT_CODE, Kind.ID_FINANCIAL, 0.8),
        (_IP, Kind.NET_DEVICE, 0.9),
    ):
        found += [_finding(text, m.span(), kind, score, "shape") for m in pattern.finditer(text)]
    found += [
        _finding(text, m.span(), Kind.ID_FINANCIAL, 0.95, "checked") for m in _CARD.finditer(text) if _luhn(m.group())
    ]
    for pattern, kind in (
        (_BODY_NUMBER, Kind.ID_REGISTRATION),
        (_OWN_NUMBER, Kind.ID_REGISTRATION),
        (_ACCOUNT, Kind.ID_FINANCIAL),
        (_SECRET, Kind.ID_OFFICIAL),
        (_MEETING, Kind.NET_DEVICE),
        (_POLICY, Kind.ID_FINANCIAL),
        (_GROUPED, Kind.ID_RECORD),
        (_POLICE_LOG, Kind.ID_RECORD),
        (_OLD_PLATE, Kind.VEHICLE),
        (_PLATE_PART, Kind.VEHICLE),
    ):
        found += [
            _finding(text, m.span(1), kind, 0.9, "cue")
            for m in pattern.finditer(text)
            if any(ch.isdigit() for ch in m.group(1)) or pattern is _PLATE_PART
        ]
    found += _records(text)
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def _finding(text: str, span: tuple[int, int], kind: Kind, score: float, reason: str) -> Finding:
    start, end = span
    before = text[max(0, start - 60) : start]
    own = kind is Kind.ID_REGISTRATION or re.search(r"\b(?:my|our)\b[^.;\n]{0,40}$", before, re.IGNORECASE)
    return Finding(start, end, kind, Risk.AUTHOR if own else Risk.DIRECT, score, DETECTOR, reason)


def _health(text: str) -> list[Finding]:
    """Ten digits that pass the check, or that fail it beside a word for such a number."""
    found = []
    for match in _TEN_DIGITS.finditer(text):
        checked = nhs.is_valid(match.group())
        cued = _HEALTH_CUE.search(text, max(0, match.start() - 30), match.start()) is not None
        if checked or cued:
            reason = "checked" if checked else "check_failed"
            found.append(_finding(text, match.span(), Kind.ID_NHS, 0.99 if checked else 0.85, reason))
    return found


def _luhn(number: str) -> bool:
    digits = [int(ch) for ch in reversed(number) if ch.isdigit()]
    return sum(d if at % 2 == 0 else sum(divmod(2 * d, 10)) for at, d in enumerate(digits)) % 10 == 0


def _records(text: str) -> list[Finding]:
    found = []
    for match in _CUED.finditer(text):
        token = match.group(1)
        digits = sum(ch.isdigit() for ch in token)
        if digits >= 3 and not _NOT_CODE.fullmatch(token) and not _is_year(token):
            found.append(_finding(text, match.span(1), Kind.ID_RECORD, 0.85, "cue"))
    for match in _CODE.finditer(text):
        token = match.group()
        digits = sum(ch.isdigit() for ch in token)
        letters = sum(ch.isalpha() for ch in token)
        if digits >= 4 and letters and not _NOT_CODE.fullmatch(token) and not _says_word(token):
            found.append(_finding(text, match.span(), Kind.ID_RECORD, 0.8, "code"))
    return found


def _is_year(token: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", token))


def _says_word(token: str) -> bool:
    """Whether lower-case words of four letters and more are in it: a phrase with a number, not a code."""
    return re.search(r"[a-z]{4}", token) is not None
