"""Looks for days, months, seasons, years and festivals; bare weekdays and times of day are left alone."""

from __future__ import annotations

import itertools
import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Zone

DETECTOR = "dates"

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|Oct"
    r"|Nov|Dec)\b"
)
_WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s|sday)?|Wed(?:s|nesday)?|Thu(?:r|rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_ORDINAL = rf"{_DAY}(?:st|nd|rd|th)"
_SPELLED = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third"
    r"|fourth|fifth|sixth"
    r"|seventh|eighth|ninth)|thirtieth|thirty-first)"
)
YEAR = r"(?:(?:19|20)\d\d)"
_SEASON = r"(?:spring|summer|autumn|winter)"

# Days that have a name, in the UK and Ireland and among the people who live there.
_FESTIVALS = (
    r"(?:(?:Easter|Whit|Good|Holy|Shrove|Ash|Palm|Maundy|Spy|Bright|Pancake|Cyber|Black|Mothering"
    r"|Remembrance|Plough)[ ]"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Easter(?: weekend| week| holidays?)?|Christmas(?: Eve"
    r"| Day| week)?|Xmas"
    r"|Boxing Day|St\.? Stephen['’]s Day|New Year['’]?s?(?: Eve| Day)|Hogmanay|Burns Night|Twelfth Night|Epiphany"
    r"|Candlemas|Lent|Holy Week|Whit Week|Corpus Christi|[Tt]he [Ff]east of St\.? [A-Z]\w+"
    r"|Advent(?: Sunday)?|Pentecost|Whitsun|Ascension Day|Michaelmas|Martinmas|Lammas|Hallowe['’]?en"
    r"|All Souls['’]?(?: Day| Night)?|All Saints['’]?(?: Day)?|Bonfire Night|Guy Fawkes(?: Night| Day)?|Armistice Day"
    r"|Remembrance Day|VE Day|St\.? (?:David|Patrick|George|Andrew|Valentine|Brigid|Swithin|Piran"
    r"|Nicholas|Lucy)['’]?s"
    r" (?:Day|Eve)|Valentine['’]?s(?: Day)?|Mother['’]?s['’]? Day|Father['’]?s['’]? Day|May Day|[Mm]idsummer['’]?s? "
    r"(?:[Dd]ay|[Ee]ve|[Nn]ight)|(?:[Ss]ummer|[Ww]inter) [Ss]olstice|Samhain|Beltane|Imbolc|Eid(?: al-Fitr| al-Adha)?"
    r"|Ramadan|Ashura|Muharram|Mawlid|Diwali|Holi|Navratri|Dussehra|Durga Puja|Raksha Bandhan|Janmashtami|Vaisakhi"
    r"|Baisakhi|Gurpurab|Onam|Pongal|Hanukkah|Chanukah|Passover|Pesach|Purim|Yom Kippur|Rosh Hashanah|Sukkot|Shavuot"
    r"|Qingming|(?:Chinese|Lunar) New Year|Mid-Autumn Festival|Nowruz|Norouz|Losar|Tet|Wesak|Vesak|Songkran|Orthodox "
    r"(?:Easter|Christmas)|Meskel|Timkat|Kwanzaa|Thanksgiving|(?:the )?(?:[A-Z]\w+ )?[Bb]ank [Hh]oliday(?: Monday"
    r"| weekend)?|[Hh]alf[- ]term|the (?:Coronation|Jubilee|Queen['’]s funeral|millennium|Millennium"
    r"|referendum|Brexit "
    r"vote|general election|solar eclipse|eclipse))"
)

_TAIL = (
    r"(?=$|\n|[.,;:!?)\]—–…\"”’]|[ ](?:at|when|if|and|or|to|off|in|for|because|but|with|as|so|is|was|I|we|he|she|they"
)
_TAIL += r"|before|after|then|he['’]s|she['’]s|I['’]m|I['’]ll|unless|by|till|until|not|now|again|please|–|—|-|room)\b)"

_EXACT: tuple[tuple[str, int, float, str], ...] = (
    # 2019-10-03, 08/07/25, 18.11.2021, 11.06.1947, 8.i.21
    (r"(?<![\w./-])\d{4}-\d{2}-\d{2}(?![\w-])", 0, 0.97, "iso"),
    (rf"(?<![\w./-]){_DAY}([/.-])(?:0?[1-9]|1[0-2])\1(?:\d{{4}}|\d{{2}})(?![\w/-])", 0, 0.97, "figures"),
    (rf"(?<![\w./-]){_DAY}\.[ivx]{{1,4}}\.(?:\d{{4}}|\d{{2}})(?!\w)", re.I, 0.95, "roman_month"),
    # Thurs 14 March, Friday the 13th of November, 25th Nov, the 5th of November, Tue, 11 Feb 2025
    (
        rf"(?:{_WEEKDAY},? )?(?:\(?the )?(?<![\d.])(?:{_ORDINAL}|{_DAY}|{_SPELLED})(?: of)? {_MONTH}"
        rf"(?:,? (?:{YEAR}|['’]\d\d))?",
        re.I,
        0.96,
        "day_month",
    ),
    # "8th to 22nd August", "the 3rd until the 9th of May 2022", "12–14 Nov": the month stands once
    (
        rf"\b(?:the )?(?<![\d.])(?:{_ORDINAL}|{_DAY})(?: (?:to|until|till|and) |[ ]?[–-][ ]?)(?:the )?"
        rf"(?:{_ORDINAL}|{_DAY})(?: of)? {_MONTH}(?:,? (?:{YEAR}|['’]\d\d))?",
        re.I,
        0.97,
        "days_month",
    ),
    (rf"\bthe (?:{_ORDINAL}|{_SPELLED}) of (?:last|this|next|that|the (?:next|following|previous)) month\b", re.I, 0.9,
     "day_of_month"),
    (rf"(?:{_WEEKDAY},? )?{_MONTH} (?:the )?{_ORDINAL}(?:,? {YEAR})?(?!\w)", re.I, 0.95, "month_day"),
    (rf"\b{FULL_MONTH} {_DAY}(?:, {YEAR})?(?![\w:%])(?! (?:people|of|were|clients))", 0, 0.85, "month_day"),
    # Sunday 3rd, Friday (the 9th), Thursday the 20th, fri 21st
    (rf"\b{_WEEKDAY},? \(?(?:the )?{_ORDINAL}\)?(?!\w)", re.I, 0.95, "weekday_day"),
    (rf"\b{_WEEKDAY} {_DAY}(?![\w:.%/])(?! (?:minutes|people|o['’]clock|clients|cases|weeks))(?=[ ,.;)\n]|$)", 0, 0.7,
     "weekday_day"),
    (rf"\bthe (?:first|second|third|fourth|last) {_WEEKDAY} (?:in|of|after|before) (?:{FULL_MONTH}|{_FESTIVALS})",
     re.I, 0.95, "weekday_of"),
    (rf"\b(?:the )?(?:week|weekend|day|night|morning|evening) (?:of|after|before|following) "
     rf"(?:the )?(?:{_FESTIVALS}|{_DAY} {_MONTH})", re.I, 0.96, "week_of"),
    (rf"(?<!\w)(?:{_MONTH} )?['’]\d\d\b(?!\d)", 0, 0.0, "short_year"),
    (rf"\b{FULL_MONTH}\.?,? (?:of )?(?:{YEAR}|['’]\d\d)(?!\w)", re.I, 0.95, "month_year"),
    (r"\b(?:the )?(?:end|start|beginning|middle) of Q[1-4]\b|\bQ[1-4] 20\d\d\b", re.I, 0.85, "quarter"),
)  # fmt: skip

_SEASONAL: tuple[tuple[str, float, str], ...] = (
    (rf"\b(?:the )?(?:\w+ )?{_SEASON} of (?:{YEAR}|['’]\d\d)(?!\w)", 0.95, "season_year"),
    (rf"\b{_SEASON} (?:term )?{YEAR}(?!\w)", 0.93, "season_year"),
    (rf"\b(?:last|the previous) {_SEASON}\b", 0.8, "season"),
    (rf"\b(?<=in )(?:the )(?:early |late )?{_SEASON}\b|\b(?<=since )(?:the )?{_SEASON}\b", 0.75, "season"),
    (rf"\bthat \w+ in {FULL_MONTH}", 0.9, "season"),
    (rf"\b(?:the )?{_SEASON} before last\b", 0.85, "season"),
    (
        rf"\b(?:two|three|four|five|six|seven|eight|ten) (?:Christmases|Easters|Eids|Diwalis|{_SEASON}s) ago\b",
        0.85,
        "season",
    ),
    (r"\b(?:A[- ]level |GCSE )?results day\b", 0.8, "season"),
)

# A month by itself dates something when a preposition or "last" stands before it (README: not when it only books).
_MONTH_ALONE = re.compile(
    rf"\b(?:(?:in|since|until|till|by|during|from|last|of|through|throughout|around|to|all|whole of|this"
    rf"|early|late|mid)"
    rf"[ -])(?:early |late |mid-)?({FULL_MONTH})(?![\w'’])(?! \d)"
)
# "by the end of january", typed small; "may" and "march" are words then
_LOW_MONTH_ALONE = re.compile(
    r"\b(?:in|since|until|till|by|during|from|last|of|through|throughout|around|this|early|late|mid)[ -]"
    r"(january|february|april|june|july|august|september|october|november|december)(?![\w'’])(?! \d)"
)
_LAST_MONTH = re.compile(rf"\b((?:last|this past) {FULL_MONTH})(?!\w)", re.IGNORECASE)
_BOOKING = re.compile(
    r"\b(?:exams?|can['’]t see|cannot see|available|book(?:ed|ing)?|appointment|slots?|free|holiday|leave|away"
    r"|next)\b[^.\n]*$",
    re.IGNORECASE,
)

_BARE_ORDINAL = re.compile(rf"\b(?:the )?(?<![-\d])({_ORDINAL}){_TAIL}")
# "on the 29th what he meant": a day, unless what follows is counted ("on the 5th floor").
_ON_ORDINAL = re.compile(
    rf"\b(?:on|until|till|by|since|before|after) (the {_ORDINAL})(?= [a-z])(?! (?:floor|attempt|day|time|week"
    rf"|session|page|of|"
    r"century|anniversary|birthday|visit|meeting|hole|night|row|item|question|go|try|try|call|letter|one|and|or|to)\b)"
)
_BARE_SPELLED = re.compile(rf"\b(?:on|until|till|by|from|about|before|after|for|of) (the {_SPELLED}){_TAIL}", re.I)
_SHORT_NUMERIC = re.compile(rf"(?<![\w./£-])({_DAY})([/.])(0?[1-9]|1[0-2])(?![\w/%]|\.\d)")
_LINE_TIMES = re.compile(r"^[*_ ]*[012]?\d\.([0-5]\d)(?!\d|\.\d)", re.MULTILINE)
# "8/10, 22/10, 5/11": days in a row, none of them a mark out of ten
_OTHER_DAYS = re.compile(rf"(?:,| and| &) {_DAY}/(?:0?[1-9]|1[0-2])(?![\w/%])")
_DAYS_BEFORE = re.compile(rf"(?<![\w/]){_DAY}/(?:0?[1-9]|1[0-2])(?:,| and| &) $|[—–] $")
_SHORT_CUE = re.compile(
    r"(?:\b(?:on|by|from|until|till|since|for|before|after|dated|date|due|w/c|wc|to|of|moved to|off"
    r"|mon|tues?|weds?|thu(?:rs?)?|fri|sat"
    r"|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[ ]+"
    r"|^\W*|[(*_]+|-\s*)$",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(rf"(?<![\w./£$€-])({YEAR})(?![\w%/]|-\d|\.\d)")
_SPAN_OF_YEARS = re.compile(
    rf"(?<![\w/(]){YEAR}(?:\s?[–-]\s?(?:{YEAR}|\d\d)| (?:to|until|till) (?:{YEAR}|['’]\d\d))(?!\w)"
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:\b(?:act|regulations?|order|rules|bill|framework|guidelines?|guidance|code|edition|press|et al\.?|al\.,?"
    r"|directive|convention|declaration|measure|wales\)|scotland\)|england\))[ ,(]*|(?-i:[A-Z][\w'’-]+(?: (?:&|and)"
    r" [A-Z][\w'’-]+)?),? ?\(?|&\s?)$",
    re.IGNORECASE,
)
_TIME_PREPOSITION = re.compile(
    r"\b(?:in|since|of|until|till|by|from|before|after|during|around|about|circa|early|late|mid|back in|summer|winter"
    r"|spring|autumn|to|and)[ ]+$",
    re.IGNORECASE,
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Days, months, seasons and years tied to somebody's history."""
    found = _shapes(document) + _months(document) + _bare_days(document) + _years(document)
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


_COMPILED = tuple((re.compile(pattern, flags), score, reason) for pattern, flags, score, reason in _EXACT)
_COMPILED_SEASONS = tuple((re.compile(pattern, re.IGNORECASE), score, reason) for pattern, score, reason in _SEASONAL)
_FESTIVAL = re.compile(rf"(?<!\w){_FESTIVALS}(?!\w)")
_LOW_FESTIVAL = re.compile(
    r"\b(?:easter (?:monday|sunday)|good friday|christmas(?: eve| day)?|boxing day|new year['’]?s (?:eve|day)"
    r"|bank holiday|half[- ]term|diwali|hogmanay)\b"
)


def _finding(start: int, end: int, score: float, reason: str, kind: Kind = Kind.DATE_EXACT) -> Finding:
    return Finding(start, end, kind, Risk.QUASI, score, DETECTOR, reason)


def _shapes(document: Document) -> list[Finding]:
    text = document.text
    found = []
    for pattern, score, reason in _COMPILED:
        for match in pattern.finditer(text):
            start, end = match.span()
            if reason == "short_year" and not _short_year(text, start):
                continue
            if text[end - 1] == ")" and "(" not in text[start:end]:
                end -= 1
            if reason == "day_month" and re.search(r"\bmay$", text[start:end]) and not text[start].isdigit():
                continue
            end -= text[end - 1] == "."  # of an abbreviated month; it may end the sentence too
            found.append(_finding(start, end, score or 0.85, reason))
    for pattern, score, reason in _COMPILED_SEASONS:
        found += [_finding(m.start(), m.end(), score, reason, Kind.DATE_RELATIVE) for m in pattern.finditer(text)]
    for pattern in (_FESTIVAL, _LOW_FESTIVAL):
        found += [_finding(m.start(), m.end(), 0.9, "festival", Kind.DATE_RELATIVE) for m in pattern.finditer(text)]
    return found


def _short_year(text: str, start: int) -> bool:
    """ "'67" after a preposition or a month: not the end of a quotation."""
    if text[start].isalpha():
        return True
    return bool(re.search(r"\b(?:in|of|since|until|to|from|class of|by)[ ]$", text[max(0, start - 12) : start]))


def _months(document: Document) -> list[Finding]:
    text = document.text
    found = [_finding(m.start(1), m.end(1), 0.85, "last_month", Kind.DATE_RELATIVE) for m in _LAST_MONTH.finditer(text)]
    for match in itertools.chain(_MONTH_ALONE.finditer(text), _LOW_MONTH_ALONE.finditer(text)):
        start, end = match.span(1)
        sentence, stop = document.sentence_at(start)
        may = text[start:end] == "May"
        if _BOOKING.search(text, sentence, start) or (may and not _past(text[sentence:stop])):
            continue
        found.append(_finding(start, end, 0.75, "month", Kind.DATE_RELATIVE))
    return found


def _past(sentence: str) -> bool:
    return re.search(r"\b(?:was|were|had|last|since|ago|died|left|came|began|started|\w+ed)\b", sentence) is not None


def _bare_days(document: Document) -> list[Finding]:
    text = document.text
    found = []
    for match in _BARE_ORDINAL.finditer(text):
        start = match.start()
        before = text[max(0, start - 12) : start]
        if re.search(r"(?:\b(?:his|her|their|my|our|a|an|every|each|its)[ ]|-)$", before, re.IGNORECASE):
            continue
        listed = re.search(
            r"(?:\b(?:on|until|till|by|from|before|after|for|about|to|of|and|or|it['’]s|off)[ ]|,[ ]|^"
            r"|\n\W*)$",
            before,
        )
        if listed or text[start : start + 4].lower() == "the ":
            found.append(_finding(start, match.end(), 0.8, "bare_day"))
    found += [_finding(m.start(1), m.end(1), 0.75, "bare_day") for m in _ON_ORDINAL.finditer(text)]
    for match in _BARE_SPELLED.finditer(text):
        last = match.group(1).split()[-1]
        if last in ("first", "second", "third") or not text[match.start() :].startswith(("of", "for")):
            ordinal_word_only = last in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "tenth")
            if not ordinal_word_only:
                found.append(_finding(match.start(1), match.end(1), 0.8, "bare_day"))
    numeric = [m for m in _SHORT_NUMERIC.finditer(text) if _plausible_short(text, m)]
    found += [_finding(m.start(), m.end(), 0.8, "short_figures") for m in numeric]
    return found


def _plausible_short(text: str, match: re.Match[str]) -> bool:
    """ "4/11" where a date may stand; not "24/7", "1/2", "7/10" as a mark, nor "9.02" as a time."""
    if match.group() in ("24/7", "1/2", "50/50", "9/11", "7/7"):
        return False
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = text[line_start : match.start()]
    if not _SHORT_CUE.search(before) and not _DAYS_BEFORE.search(before):
        return False
    if match.group(2) == ".":
        # "09.05", "09.20", "09.31" at the heads of lines: times of day
        if any(int(other.group(1)) > 12 for other in _LINE_TIMES.finditer(text)):
            return False
        return text[max(0, match.start() - 1)] in "*_\n" or line_start == match.start()
    if match.group(3) == "10" and not match.group(1).startswith("0"):
        return int(match.group(1)) > 10 or _OTHER_DAYS.match(text, match.end()) is not None
    return True


def _years(document: Document) -> list[Finding]:
    text = document.text
    found = [_finding(m.start(), m.end(), 0.9, "years", Kind.DATE_YEAR) for m in _SPAN_OF_YEARS.finditer(text)]
    for match in _YEAR_ALONE.finditer(text):
        start, end = match.span(1)
        before = text[max(0, start - 40) : start]
        if _TIME_PREPOSITION.search(before):
            found.append(_finding(start, end, 0.85, "year", Kind.DATE_YEAR))
        elif not _NOT_A_YEAR_BEFORE.search(before):
            found.append(_finding(start, end, 0.7, "year", Kind.DATE_YEAR))
    return found
