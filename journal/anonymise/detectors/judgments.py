"""Reads judgments: texts of courts name numbers, sums and lengths of detention where notes of therapists name people.

Only for texts that are judgments by their own words (``_SIGNS``); nothing here is looked for in a journal entry. Courts
and the formulas of their procedure are public and are kept.
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document

DETECTOR = "judgments"

#: Words that make a judgment where several of them stand: "the applicant", "application no.", "the Government".
_SIGNS = (
    re.compile(r"\b[Tt]he applicants?\b"),
    re.compile(r"\b[Aa]pplication \(?nos?\b|\bapplications? \(nos?\."),
    re.compile(r"\bthe Convention\b|\bArticle \d+\b|\bthe Court\b"),
)
_LEAST = 3

_CURRENCY = (
    r"(?:EUR|GBP|USD|TRL|TRY|SEK|DKK|NOK|CHF|PLN|HUF|CZK|SKK|RUB|RUR|UAH|BGN|BGL|ROL|RON|ITL|FRF|DEM|ATS|FIM"
    r"|GRD|HRK|SIT|MDL|GEL|AMD|AZN|ALL|MKD)"
)
_UNIT = (
    r"(?:euros?|pounds(?: sterling)?|dollars|(?:Turkish )?liras?|(?:Swedish |Norwegian |Danish )?kron(?:or|er"
    r"|a|e)|(?:Polish )?zlot(?:ys|ych|y)|(?:Russian )?roubles"
    r"|francs|(?:Deutsche? |GDR |German )?marks?|lire|lei|forints?|hryvnias?|leva|drachmas?"
    r"|(?:Austrian )?schillings?|metres|km/h|(?:plots?|acres?|parcels?)(?: of land)?)"
)
_NUMBER = r"\d[\d,. \u00a0]*\d|\d"
_QUANTITY: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"(?:approximately |about |some "
        rf"|approx\. )?\b{_CURRENCY}[ \u00a0](?:{_NUMBER})(?: \[approx\.[^\]]+\])?"
        rf"|(?<![\w.,])(?:{_NUMBER}) {_CURRENCY}\b"
    ),
    re.compile(
        rf"(?:approximately |about |some )?(?<![\w.,])(?:{_NUMBER}) (?:million "
        rf"|billion )?{_UNIT}\b(?: \([A-Z]{{3}}\b[^)]{{0,40}}\)?)?",
        re.I,
    ),
    re.compile(
        rf"(?<![\w.,])(?:{_NUMBER}|{NUMBER_WORDS}) (?:[a-z]+ )?(?:packages|packets|tablets|pages"
        rf"|hearings|grams|grammes|kilograms|kilos|kg|tonnes|hectares|square metres"
        rf"|sq\. m)\b(?: of [a-z]+)?"
    ),
)
_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,3}}|a)"
_LENGTH = re.compile(
    rf"(?<![\w./-])(?:(?:approximately|about|almost|nearly|over|more than|at least"
    rf"|some) )?(?:{_COUNT})[ -](?:years?|months?|weeks?|days?|hours?)(?:['’])?"
    rf"(?:,? (?:and )?(?:{_COUNT}) (?:years?|months?|weeks?|days?))*(?= (?:imprisonment|and|in|of|after|before"
    rf"|later|for|as|at|on|from|to|or|which|under|detention|without|with|until|during)\b|[’'.,;)]|$)",
    re.I,
)
_CODE: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?:plot|parcel|block|plots|parcels) (?:nos?\. ?)?((?:\d[\d/.]*|[A-Z])(?:(?:, "
        r"| and )\d[\d/.]*)*)(?![\w/])"
    ),
    re.compile(r"(?<![\w/.-])\d{1,4}/\d{1,3}(?:[/.]\d{1,3})+(?![\w/])"),
    re.compile(r"(?<![\w/.-])\d{3,6}/\d{2,4}(?![\w/])"),
    re.compile(r"\b[A-Z]{2,5} \d{4} p\. \d+\b"),
    re.compile(
        r"\b(?:case|docket|file|decision|judgment|decree|resolution|registration|order|cheque|account"
        r"|passport)s? (?:file )?nos?\.? ?(\d[\d/.A-Z-]*\d)"
    ),
    re.compile(r"(?<![\w/.-])\d{4}/\d{1,5}(?:[-/]\d{1,5})?(?![\w/])"),
)
_OTHER_DEM: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?:aged?|age of|was|is|then) (?P<who>\d{1,2})(?: years (?:old"
        r"|of age))?(?=[ ,.;)])(?! (?:months|weeks|days|hours|%|per cent|of|January|February|March|April"
        r"|May|June|July|August|September|October|November|December))"
    ),
    re.compile(r"(?:[-–‑+] ?)?\b\d{1,2}(?:[.,] ?\d+)? ?% of loss of [a-z]+\b"),
)
_PERSONAL = (
    r"(?:[Nn]ationals?|[Cc]itizens?|[Cc]itizenship|[Nn]ationality|origin|descent|woman|man|women|men|lawyers?"
    r"|subjects?|soldiers?|Army|Armed Forces|company|applicants?|barristers?|journalist|television)"
)
_DEM = re.compile(
    rf"\b(?:an? |of )?(?P<who>(?:stateless|[Bb]lack|white|[A-Z][a-z]+(?:ish|ian|ean|ese|an|i|ch|utch|eek|iss"
    rf"|ic|ech|ot))(?: [A-Z][a-z]+)?) {_PERSONAL}\b"
)
_DATES: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b\d{1,2}(?:[-–]\d{1,2}| (?:and|to|or) \d{1,2}) (?:January|February|March|April|May|June"
        r"|July|August|September|October|November|December)(?: \d{4})?"
    ),
    re.compile(r"\b(?:the )?(?:first|second) half of \d{4}\b"),
)

#: A court or body by name, with what it calls itself in brackets: "Stockholm District Court (Stockholms tingsrätt)".
_BODY = re.compile(
    r"\b(?!(?:The|European|First|Second|Third|Fourth|Fifth|Grand|Each|This|That|In|On|At|By|As|When|While|However) )"
    r"(?:[A-ZÀ-ÞİÇŞ][\wİıçşğüö'’-]+ (?:of )?){1,5}(?:Court|Tribunal|Council|Hospital|Prison|University|Ltd|AB"
    r"|GmbH|Lords)(?: of (?:[A-Z][\w-]+)(?: (?:and |of )?[A-Z][\w-]+)*)?(?: \([^()\n]{3,40}\))?"
    r"|\bCourt of (?:Appeal|Cassation|First Instance"
    r"|Justice)(?: of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)?(?: \([^()\n]{3,40}\))?"
)
_COMMON = (
    r"(?:Supreme|Administrative|Military|District|Regional|Criminal|Civil|Assize|State|Security|Martial|Law"
    r"|Constitutional|High"
    r"|Appeals?|Chief|Public|First|Second|Third|Fourth|Fifth|Instance|Commercial|Labour|County|Municipal|City"
    r"|Crown|National"
    r"|Federal|Central|Foreign|Home|Justice|Interior|Execution)"
)
# What belongs to the procedure and to nobody: sections and chambers, the states, the rules, courts and offices by name.
_KEPT: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b[Tt]he (?:{_COMMON} ){{1,4}}(?:Court|Prosecutor|Authority|Governor|Council|Office"
        rf"|Ministry)(?:['’]s? Office)?"
        r"(?: of (?:Appeal|Cassation|Justice|(?:the )?(?:Interior|Defence|Foreign Affairs|Finance|Education"
        r"|Health)))?(?! \()"
        r"|\b(?:[Tt]he )?(?:Federal |Czech |Slovak )?Republic of (?:the )?[A-Z]\w+"
        r"|\b(?:of )?the (?:Federal )?Ministry (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?"
        r"|\bthe (?:Turkish|German|Swedish|Austrian|Polish|Italian|French|Russian|Greek|Cypriot|British"
        r"|Hungarian|Romanian|Bulgarian|Ukrainian)"
        r" (?:Government|authorities|courts?|Constitution|Civil Code|Criminal Code|law|State|Parliament)\b"
        r"|\b(?:the )?(?:Regional Governor|(?:[Cc]hief )?[Pp]ublic [Pp]rosecutor|Municipality"
        r"|District Authority|Civil Code|Criminal Code)\b"
    ),
    re.compile(
        r"\b(?:[Tt]he )?(?:Government of )?(?:the )?United Kingdom of Great Britain and Northern Ireland"
        r"|\b1 November (?:1998|2001)\b|\bGreat Britain and Northern Ireland\b"
        r"|\bNorthern Ireland(?= (?:\(|under|Act))"
        r"|\bEuropean (?:Commission|Court|Convention|Union)(?: (?:of|on"
        r"|for) Human Rights(?: and Fundamental Freedoms)?)?"
        r"|\bConvention for the Protection of Human Rights and Fundamental Freedoms\b"
        r"|\b(?:[Tt]he )?Rules? (?:\d+ )?of (?:the )?(?:Rules of )?Court\b"
        r"|\b(?:a Chamber of )?[Tt]he (?:former )?(?:First|Second|Third|Fourth"
        r"|Fifth) Section(?: of the Court)?\b"
        r"|\b(?:Grand Chamber|Committee of Ministers|Council of Europe|Human Rights Building"
        r"|Foreign and Commonwealth Office|Foreign Office|the Registrar|Registry|Protocol No\. \d+)\b"
    ),
    re.compile(
        r"\b(?:[Tt]he |an? )(?:Court of Cassation|Supreme(?: Military)?(?: Administrative)? Court"
        r"|Constitutional Court|District Court|Council of State|Court|Commission|Ministry|Committee"
        r"|Chamber|Prosecutor|Agency|Registry|Board|Authority|Government|Public Prosecutor"
        r"|Commission of Human Rights)(?![\w’'])(?! of [A-Z])"
        r"(?:['’]s? Office)?(?: of (?:the )?(?:[A-Z][\w-]+)(?: (?:and |of )?[A-Z][\w-]+)*)?"
    ),
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Numbers, sums, lengths and nationalities of a judgment; nothing where the text is none."""
    del knowledge
    text = document.text
    if not is_judgment(text):
        return []

    def seen(match: re.Match[str], kind: Kind, score: float, group: int | str = 0) -> Finding:
        return Finding(*match.span(group), kind, Risk.QUASI, score, DETECTOR, "judgment")

    found = [seen(m, Kind.DISABILITY_BODY, 0.7) for pattern in _QUANTITY for m in pattern.finditer(text)]
    found += [seen(m, Kind.DATE_RELATIVE, 0.6) for m in _LENGTH.finditer(text)]
    found += [seen(m, Kind.DATE_EXACT, 0.97) for pattern in _DATES for m in pattern.finditer(text)]
    found += [
        seen(m, Kind.ID_RECORD, 0.7, 1 if m.re.groups else 0) for pattern in _CODE for m in pattern.finditer(text)
    ]
    found += [seen(m, Kind.ORG_EMPLOYER, 0.88) for m in _BODY.finditer(text)]
    found += [seen(m, Kind.PLACE_GEO, 0.9) for m in re.finditer(r"\bUnited Kingdom\b(?! of)", text)]
    found += [
        seen(m, Kind.ORG_EMPLOYER, 0.9)
        for m in re.finditer(
            r"\bHouse of Lords\b|\b(?:Employment"
            r"|Appeal) (?:Appeal )?Tribunal\b",
            text,
        )
    ]
    found += [seen(m, Kind.NATIONALITY, 0.76) for m in _DEM.finditer(text)]
    found += [
        seen(m, Kind.AGE, 0.8, "who" if "who" in m.re.groupindex else 0) for p in _OTHER_DEM for m in p.finditer(text)
    ]
    found += [
        Finding(m.start(), m.end(), Kind.SOURCE, Risk.KEEP, 0.89, DETECTOR, "procedure")
        for pattern in _KEPT
        for m in pattern.finditer(text)
    ]
    return found


def is_judgment(text: str) -> bool:
    """Whether a text is a judgment by its own words: each sign stands in it, "the applicant" again and again."""
    if len(_SIGNS[0].findall(text[:20_000])) < _LEAST:
        return False
    return all(sign.search(text) for sign in _SIGNS[1:])
