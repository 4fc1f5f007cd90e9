"""Looks for ways to reach somebody: e-mail, telephone, links, handles, addresses and postcodes."""

from __future__ import annotations

import re

import phonenumbers

from journal.anonymise.detectors.advice import is_shared, speaks_to_reader
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Zone

DETECTOR = "contacts"

# Local part and domain as people write them; RFC 5322 allows more than anybody types.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
# "someone at example dot org", "someone [at] example [dot] org" (specification, contact.email).
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.])[\w.+-]+ ?[(\[]?\bat\b[)\]]? ?[\w-]+(?: ?[(\[]?\bdot\b[)\]]? ?[a-z]{2,10}){1,3}(?!\w)", re.IGNORECASE
)
_DOMAINS = r"(?:co\.uk|org\.uk|ac\.uk|gov\.uk|nhs\.uk|sch\.uk|com|org|net|info|ie|io|uk|eu|blog|me|edu|gov)"
_URL = re.compile(
    rf"https?://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+|(?<![\w@.])(?:[a-z0-9-]+\.)+{_DOMAINS}(?:/[^\s<>\"“”]*)?(?![\w@])",
    re.IGNORECASE,
)
# "quiere.Me pregunto": the next sentence without its space, no domain.
_RUN_ON = re.compile(r"^[a-z-]+\.[A-Z][a-z]+$")
# Library, proxy and single-sign-on links reveal the library, and so the employer (specification A3, author.link).
_LOGIN = re.compile(
    r"/login\b|login\.|AuthType=|shib|ezproxy|\bproxy\b|openathens|/sso\b|saml|idp=|wayf|sessionid"
    r"|jsessionid|[?&]site=",
    re.IGNORECASE,
)
#: Public sources that a link may stay for (specification (d): public bodies, laws, published works).
_PUBLIC = re.compile(
    r"//(?:[\w-]+\.)*(?:gov(?:\.[a-z]{2})?|mil|int|doi\.org|nice\.org\.uk|bacp\.co\.uk|ukcp\.org\.uk|babcp\.com|bps\.org\.uk"
    r"|nhs\.uk|cochrane\.org|mind\.org\.uk"
    r"|samaritans\.org)(?:[/?]|$)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_]\w{2,29}(?:\.\w+)*")

# UK and Irish shapes, and any with a country code; checked by phonenumbers afterwards.
_PHONE = re.compile(
    r"(?<![\w/.:=-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?\(?\d{1,5}\)?|\(?0\d{1,5}\)?|00\d{2}[ .-]?\(?\d{1,5}\)?)"
    r"(?:[ .-]?\d{2,8}){1,4}(?![\w/-])"
)
_LAST_GROUP = re.compile(r"[ .-]?\d+\Z")
# North America: "(555) 010-0199", "212-555-0147" (NANP: area, exchange, line; toll-free lines are helplines).
_NORTH_AMERICA = re.compile(
    r"(?<![\w/.:=-])(?!8(?:00|33|44|55|66|77|88)[-. ])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}(?![\w/-])"
)
# Names of files and where they lie, which name their writer or a client: "minutes_Tilly_final.docx", "C:\\Users\\…".
_FILE = re.compile(
    r"(?<![\w/@.])[\w()'’~-]+(?:[ .][\w()-]+)?\.(?:docx?|odt|rtf|pdf|txt|md|xlsx?|csv|pptx?|jpe?g|png|heic"
    r"|gif|mp3|m4a|wav|mp4|mov|msg|eml"
    r"|pages|zip|tiff?)(?!\w)"
    r"|(?<!\w)[A-Z]:\\[^\s,;]+|(?<![\w.])(?:/home|/Users|/Volumes|~)/[^\s,;]+|\\\\[\w-]+\\[^\s,;]+",
)
_SOCIAL = re.compile(
    r"\b(?:insta(?:gram)?|twitter|facebook|fb|tiktok|snap(?:chat)?|skype|discord|gamertag|username|handle"
    r"|whatsapp name|reddit|strava)"
    r"(?: name| handle| id| username)?(?: is| was|:|,) ?(?:u/)?([a-z0-9][\w.-]{3,28})(?!\w)",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\bext(?:ension|n)?[. :]{0,2}(\d{2,6})\b", re.IGNORECASE)
# A number without its area code beside a word of telephoning: "tel 960123".
_CUED_PHONE = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|fax|rang|call(?:ed)?|text(?:ed)?) (?:no\.? |number )?[:.]? ?"
    r"(\d{3}[ -]?\d{3,5})\b",
    re.IGNORECASE,
)

# Royal Mail's shapes (PAF guide): area, district, sector and unit; either case, one space or none.
_POSTCODE = re.compile(r"(?<![\w/-])([A-Z]{1,2}\d[A-Z\d]?) {0,2}(\d[A-Z]{2})(?![\w/-])", re.IGNORECASE)
_OUTWARD = re.compile(
    r"\b(?:the|a|an|in|from) ([A-Z]{1,2}\d{0,2}[A-Z]?) (?:end|area|side|postcodes?|district|bit|way)\b"
    r"|\b(?P<way>[A-Z]{1,2}\d{1,2}) way\b"
    r"|\bpostcodes? (?:is |of |starting |begins? |beginning )?([A-Z]{1,2}\d{1,2}[A-Z]?)\b"
)

_STREETS = (
    r"(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Way|Row|Terrace|Crescent|Gardens?|Place|Square"
    r"|Court|Mews|Hill"
    r"|Grove|Park|Walk|Rise|View|Green|Parade|Gate|Steps|Wharf|Quay|Mount|Vale|End|Yard|Buildings|House"
    r"|Cottages?|Villas?"
    r"|Heights|Foregate|Bank|Brow|Croft|Fold|Wynd|Brae|Loan|Side|Bottom|Top|Path|Passage|Promenade|Esplanade)"
)
_CAP = r"[A-Z][\w'’-]*"
_ADDRESS = re.compile(
    rf"(?<![\w/-])(?:(?:[Ff]lat|[Aa]partment|[Uu]nit|[Aa]pt)\.? ?\d+[A-Za-z]?,? )?"
    rf"\d{{1,4}}[a-zA-Z]?,? (?:{_CAP} ){{1,3}}{_STREETS}(?!\w)"
)
_ABROAD = re.compile(
    r"(?<![\w/-])\d{1,4}[a-z]?,? (?:[Rr]ue|[Vv]ia|[Cc]alle|[Aa]venida|[Rr]ua|[Uu]lica|[Pp]lace) (?:d[eou]s?|del"
    r"|la|l['’]|della)?"
    r" ?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
)
_DUBLIN = re.compile(r"\bDublin \d{1,2}[Ww]?\b|\b[A-Z]\d[\dW] [A-Z\d]{4}\b")
_FLAT = re.compile(r"\b(?:[Ff]lat|[Aa]partment) \d+[A-Za-z]?(?:,? (?:the )?" + _CAP + r"(?: " + _CAP + r"){0,3})?")
_AT_NUMBER = re.compile(
    r"\b(?:at|to|lives at|in|from) (?:number|no\.?|№) (\d{1,4}[a-z]?)(?=[\s,.;)”\"'’])(?! (?:of|on the) )",
    re.IGNORECASE,
)
_STREET_ONLY = re.compile(
    rf"(?<![\w])((?:{_CAP} ){{1,2}}(?:Road|Street|Lane|Avenue|Terrace|Crescent|Drive|Foregate|Row))(?!\w)"
)
_NOT_STREET_START = re.compile(r"^(?:The|On|In|At|Down|Up|Off|From|A|My|His|Her|Our) ")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """E-mail, telephone, links, handles, addresses, postcodes."""
    found = _emails(document) + _links(document) + _handles(document) + _phones(document) + _files(document)
    addresses = _addresses(document)
    streets = [s for s in _streets(document) if not any(a.start <= s.start < a.end for a in addresses)]
    return found + addresses + streets


def _finding(start: int, end: int, kind: Kind, score: float, *, reason: str, risk: Risk = Risk.DIRECT) -> Finding:
    return Finding(start, end, kind, risk, score, DETECTOR, reason)


def _whose(document: Document, start: int) -> Risk:
    """The author's own where "my" or "our" stands close before, or the writer speaks of phoning from it."""
    before = document.text[max(0, start - 40) : start]
    return Risk.AUTHOR if re.search(r"\b(?:my|our)\b[^.;\n]{0,30}$", before, re.IGNORECASE) else Risk.DIRECT


def _emails(document: Document) -> list[Finding]:
    text = document.text
    found = [
        _finding(m.start(), m.end(), Kind.CONTACT_EMAIL, 0.99, reason="shape", risk=_whose(document, m.start()))
        for m in _EMAIL.finditer(text)
    ]
    spoken = _SPOKEN_EMAIL.finditer(text)
    return found + [_finding(m.start(), m.end(), Kind.CONTACT_EMAIL, 0.9, reason="spoken") for m in spoken]


def _links(document: Document) -> list[Finding]:
    found = []
    text = document.text
    to_readers = speaks_to_reader(document)
    for match in _URL.finditer(text):
        end = match.end()
        while text[end - 1] in ".,;:!?'’)]*_" and not (text[end - 1] == ")" and "(" in text[match.start() : end]):
            end -= 1
        link = text[match.start() : end]
        if "@" in link.split("/")[0] or _RUN_ON.search(link):
            continue
        if _LOGIN.search(link):
            found.append(_finding(match.start(), end, Kind.AUTHOR_LINK, 0.98, reason="login_link", risk=Risk.AUTHOR))
        elif document.zone_at(match.start()) is not Zone.REFERENCES and not _PUBLIC.search("//" + link.split("//")[-1]):
            shared = is_shared(document, match.start(), end, to_readers=to_readers)
            kind = Kind.NET_SHARED if shared else Kind.NET_URL
            found.append(_finding(match.start(), end, kind, 0.95, reason="shape", risk=_whose(document, match.start())))
    return found


def _handles(document: Document) -> list[Finding]:
    spans = [m.span() for m in _HANDLE.finditer(document.text)]
    spans += [m.span(1) for m in _SOCIAL.finditer(document.text) if re.search(r"[\d_.]", m.group(1))]
    return [
        _finding(start, end, Kind.NET_HANDLE, 0.95, reason="shape", risk=_whose(document, start))
        for start, end in spans
    ]


def _files(document: Document) -> list[Finding]:
    return [
        _finding(m.start(), m.end(), Kind.NET_URL, 0.9, reason="file", risk=_whose(document, m.start()))
        for m in _FILE.finditer(document.text)
        if document.zone_at(m.start()) is not Zone.REFERENCES
    ]


def _phones(document: Document) -> list[Finding]:
    found = []
    at = 0
    while match := _PHONE.search(document.text, at):
        number = _number_in(match.group())
        # what follows a number may be another: "07700 900123 07700 900124"
        at = match.start() + len(number) if number else match.end()
        if number and document.zone_at(match.start()) is not Zone.REFERENCES:
            risk = _whose(document, match.start())
            start = match.start() + (number.startswith("(") and ")" not in number)
            end = match.start() + len(number)
            found.append(_finding(start, end, Kind.CONTACT_PHONE, 0.97, reason="possible_number", risk=risk))
    found += [
        _finding(m.start(), m.end(), Kind.CONTACT_PHONE, 0.9, reason="shape", risk=_whose(document, m.start()))
        for m in _NORTH_AMERICA.finditer(document.text)
        if document.zone_at(m.start()) is not Zone.REFERENCES
    ]
    for pattern, reason in ((_EXTENSION, "extension"), (_CUED_PHONE, "cue")):
        for match in pattern.finditer(document.text):
            risk = _whose(document, match.start(1))
            found.append(_finding(match.start(1), match.end(1), Kind.CONTACT_PHONE, 0.85, reason=reason, risk=risk))
    return found


def _number_in(groups: str) -> str:
    """The longest beginning of groups of digits that is a possible number; what follows may be a house or a time."""
    while groups and not _possible(groups):
        last = _LAST_GROUP.search(groups)
        groups = groups[: last.start()] if last else ""
    return groups


def _possible(number: str) -> bool:
    """Possible as a number of the UK or Ireland, or of the country it names. Drama numbers are possible, not valid."""
    digits = sum(ch.isdigit() for ch in number)
    if not 9 <= digits <= 15:
        return False
    for region in ("GB", "IE"):
        try:
            if phonenumbers.is_possible_number(phonenumbers.parse(number, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def _addresses(document: Document) -> list[Finding]:
    text = document.text
    spans = [m.span() for pattern in (_ADDRESS, _ABROAD, _FLAT, _DUBLIN) for m in pattern.finditer(text)]
    found = [_finding(start, end, Kind.CONTACT_ADDRESS, 0.95, reason="house_and_street") for start, end in spans]
    for match in _POSTCODE.finditer(text):
        inward = match.group(2)
        if inward.islower() and inward[1:] in ("st", "nd", "rd", "th", "am", "pm"):
            continue
        found.append(_finding(match.start(), match.end(), Kind.CONTACT_POSTCODE, 0.95, reason="shape"))
    for match in _OUTWARD.finditer(text):
        group = match.lastindex or 1
        outward = match.group(group)
        if outward.upper() not in ("A", "I", "AN", "PR", "HR", "GP"):
            found.append(
                _finding(
                    match.start(group), match.end(group), Kind.CONTACT_POSTCODE, 0.7, reason="outward", risk=Risk.QUASI
                )
            )
    found += [
        _finding(m.start(1), m.end(1), Kind.CONTACT_ADDRESS, 0.7, reason="house_number")
        for m in _AT_NUMBER.finditer(text)
    ]
    return _side_by_side(text, sorted(found, key=lambda f: f.start))


def _side_by_side(text: str, found: list[Finding]) -> list[Finding]:
    """A flat, a street and a postcode one after another are one address."""
    joined: list[Finding] = []
    for finding in found:
        if joined and finding.start < joined[-1].end:
            if finding.end > joined[-1].end:
                joined[-1] = _finding(
                    joined[-1].start, finding.end, Kind.CONTACT_ADDRESS, 0.95, reason="house_and_street"
                )
        elif joined and re.fullmatch(r",? {1,2}", text[joined[-1].end : finding.start]):
            joined[-1] = _finding(joined[-1].start, finding.end, Kind.CONTACT_ADDRESS, 0.95, reason="house_and_street")
        else:
            joined.append(finding)
    return joined


def _streets(document: Document) -> list[Finding]:
    """A street without a house number is a place."""
    found = []
    for match in _STREET_ONLY.finditer(document.text):
        start = match.start(1)
        lead = _NOT_STREET_START.match(match.group(1))
        if lead:
            start += lead.end()
        if len(document.text[start : match.end()].split()) > 1:
            found.append(_finding(start, match.end(), Kind.PLACE_GEO, 0.85, reason="street", risk=Risk.QUASI))
    return found
