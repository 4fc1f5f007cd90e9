"""Looks for ages: in figures and words, decades of life, school years; not for times, scores or counts."""

from __future__ import annotations

import re

from journal.anonymise.detectors import age_notes
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS, number_in
from journal.anonymise.segments import Document, Zone

DETECTOR = "ages"

_NUMBER = (
    rf"(?:(?:1[01]\d|\d{{1,2}})(?:½|¼|¾)?(?:-odd|-something|-ish|ish)?(?!\d)"
    rf"|{NUMBER_WORDS}(?: and (?:a half|a quarter|three[- ]quarters)|-odd|-something|-ish|ish)?)"
)
_DECADE = (
    r"(?:(?:early|mid|middle|late)[- ]?(?:to[- ]late[- ])?)?(?:teens|twenties|thirties|forties|fifties"
    r"|sixties|seventies"
    r"|eighties|nineties|[1-9]0['’]?s)"
)
# What may follow an age in running prose; anything else is what is being counted.
_AFTER = (
    r"(?=[ ]*(?:[.,](?!\d)|[;:!?()\]—–…\"”’]|$|\n|-\s|(?:and|or|but|now|too|today|tomorrow|tonight|already"
    r"|yesterday|on|when|with"
    r"|who|that day|this year|last|next|from|came|going|years? old|if|at|according|yet|until|before|because|since|as"
    r"|by|though"
    r"|herself|himself|again|then|there|this|in (?:her|his) head)\b))"
)
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|seventeenth|nineteenth|twentieth)"
)
_SUBJECT = (
    r"(?:\b(?:he|she|they|who|i|we|you|mother|father|mum|dad|son|daughter|boy|girl|lad|baby|eldest|youngest|oldest"
    r"|middle one"
    r"|older one|younger one|brother|sister|husband|wife|partner|twins|client|nan|gran|grandad)"
    r"(?: ?['’](?:s|m|re|d be|ll be)| (?:is|was|am|are|were|would be|will be|has been|must be|can['’]t be|could be"
    r"|might be"
    r"|turns|and is|and was|must have been|can['’]t have been|could have been))"
)

_PATTERNS: tuple[tuple[re.Pattern[str], float, str], ...] = tuple(
    (re.compile(pattern, flags), score, reason)
    for pattern, flags, score, reason in (
        # "a 43-year-old", "seven years old", "18 months old", "six-year-old"
        (rf"(?<![\w.])({_NUMBER}[- ](?:year|month|week)s?[- ]olds?)\b", re.I, 0.97, "years_old"),
        (rf"\baged? ({_NUMBER})(?!\w)(?!:)", re.I, 0.95, "aged"),
        (rf"\b({_DECADE})(?=\W|$)", re.I, 0.0, "decade"),
        (rf"((?:just |recently |nearly |almost )?(?:turn(?:ed|ing|s)?) {_NUMBER})(?![\w:%])(?! (?:times|minutes"
         rf"|hours))",
         re.I, 0.93, "turning"),
        (r"\b((?:[Yy]ear|Yr|Y) ?(?:1[0-3]|[1-9]|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Two|Three|Four"
         r"|Five|Six|One)"
         r"(?:s? and (?:1[0-3]|[1-9]))?)(?![\w.]\d)(?!\w)(?! of\b)", 0, 0.9, "school_year"),
        (r"\b((?:in|from|into) (?:P[1-7]|S[1-6]))(?!\w)", 0, 0.75, "school_year"),
        (rf"{_SUBJECT} (?:only |just |about |nearly |almost |now |still |barely |all of |both |not |not yet "
            rf"|more than "
         rf"|maybe |perhaps |about |around |at least |probably |already |a |not quite "
         rf"|just gone )*)({_NUMBER}){_AFTER}",
         re.I, 0.92, "is"),
        (rf"\b(?!Today|It|That|There|What|Here|Yesterday|This|Recovery|Score|Target|Session|Total"
         rf"|[A-Z]{{2}})(?<![\w-])(?:[A-Z][\w'’-]*|mother|father|mum|dad|son"
         rf"|daughter|brother"
            rf"|sister),?(?: is|['’]s| was) (?:only |just |nearly |almost "
         rf"|now )*({_NUMBER}){_AFTER}", 0, 0.8, "is"),
        (rf"\bwould have been ({_NUMBER})(?!\w)(?! (?:minutes|weeks))", re.I, 0.9, "is"),
        (rf"\b(?:would|will|shall|['’](?:d|ll)) be ({_NUMBER}){_AFTER}", re.I, 0.8, "is"),
        (rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[A-Z][a-z]+)(?: will| would|['’](?:d|ll)|['’]s|['’]re| is| are) (?:be )?"
         rf"({_NUMBER} in (?:January|February|March|April|May|June|July|August|September|October|November|December"
         rf"|the (?:spring|summer|autumn|winter|new year)))\b", 0, 0.9, "soon_in"),
        (rf"\bwhen (?:he|she|they|i|[A-Z]\w+) (?:was|were|turned) ({_NUMBER})(?!\w)(?! (?:minutes|hours|miles))",
         re.I, 0.9, "when"),
        # "(34F)", "a 34yo", "F, 29": clinical shorthand
        (r"(?<![\w.£-])(\d{2} ?(?:y/?o|yrs? old)|\d{2}[FM]|(?<=\()\d{2}[fm](?=[,)]))(?![\w'’])", 0, 0.85, "shorthand"),
        (r"\b(?:[Ff]emale|[Mm]ale|F|M)[,/ ]{1,2}(\d{2})(?![\w:.%-])", 0, 0.85, "shorthand"),
        # "not yet thirty", "pushing fifty", "just gone sixty"
        (rf"\b(?:not yet|pushing|approaching|just gone|only just|the (?:wrong|right) side of"
         rf"|knocking on) ({_NUMBER}){_AFTER}",
         re.I, 0.8, "nearly"),
        (rf"(?:^|[.!?—–]\s+|\n[-* ]*)(?!one,)({_NUMBER})(?=, (?:an? |second|first|third|married|single|retired"
            rf"|divorced|widowed"
         rf"|separated|[a-z]+(?:ist|er|or|ian|eer|man|woman|nurse|smith|wright)\b))", re.I | re.M, 0.8, "list"),
        (rf"\b(?:son|daughter|brother|sister|grandson|granddaughter|nephew|niece|boy|girl|eldest|youngest),?"
         rf" \(?({_NUMBER})"
         rf"(?=[,)])", re.I, 0.8, "kin"),
        (rf"({_NUMBER} (?:next birthday|or so))\b", re.I, 0.8, "or_so"),
        (rf"(?<![\w£.])({_NUMBER} (?:today|tomorrow|in \w+ (?:days|weeks)"
         rf"|(?:last|next|this) (?:week|month)|on (?:[A-Z]\w+day|Hogmanay)))(?![\w])", re.I, 0.0, "soon"),
        (r"\b((?:her|his|their|my) (?:\d{1,2}(?:st|nd|rd|th)|fortieth|fiftieth|sixtieth|seventieth|eightieth"
         r"|thirtieth"
         r"|twenty-first|eighteenth|sixteenth)(?: birthday)?)\b", re.I, 0.75, "birthday"),
        # "your eighth birthday"; "her first" alone is no birthday
        (rf"\b((?:her|his|their|my|your|our|[A-Z]\w+['’]s) {_NTH} birthday)\b", re.I, 0.85, "birthday"),
    )
)  # fmt: skip

_KIN = (
    r"(?:kids|children|sons|daughters|boys|girls|lads|twins|brothers|sisters|grandchildren|grandsons|granddaughters"
    r"|girls)"
)
_MORE: tuple[tuple[re.Pattern[str], float, str], ...] = (
    # "His daughters are six and nine", "her kids (4 and 11)", "boys of eight and ten"
    (
        re.compile(
            rf"\b{_KIN},? ?(?:\(|are |were |of |aged )?({_NUMBER}(?:, {_NUMBER})*,? and {_NUMBER})(?=[.,;:)]"
            rf"| (?:now|who|at|with|and)\b|$)",
            re.I,
        ),
        0.85,
        "kin_several",
    ),
    # "a woman of sixty-three sat there"
    (
        re.compile(
            rf"\b(?:woman|man|lad|boy|girl|lass|lady|chap|bloke|widow|widower|mother|father|child|kid|client"
            rf"|person|gentleman|teenager)"
            rf" of ({_NUMBER})(?! (?:children|kids|sons|daughters|boys|girls|minutes|weeks|months|sessions|us"
            rf"|them|words))\b",
            re.I,
        ),
        0.85,
        "of",
    ),
    (
        re.compile(
            rf"({_NUMBER}-?(?:something|odd)s?(?:[- ]year[- ]old)?)\b(?! (?:people|clients|minutes|pages"
            rf"|sessions|cases|miles|quid|pounds|weeks|years|months|days|of|others|times))",
            re.I,
        ),
        0.0,
        "something",
    ),
    (
        re.compile(
            r"(?<![\w-])((?:sixty|seventy|eighty|ninety|fifty|forty|[4-9]0) if (?:he|she|they)['’]?s? (?:is "
            r"|are )?a day)\b",
            re.I,
        ),
        0.85,
        "if_a_day",
    ),
    # schools: "the Upper Fifth", "in Reception", "primary six", "doing her GCSEs"
    (
        re.compile(
            r"\b((?:the )?(?:[Uu]pper|[Ll]ower|[Mm]iddle) (?:[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]chool)"
            r"|(?:[Uu]pper|[Ll]ower) [VI]{1,2})\b"
        ),
        0.9,
        "school_year",
    ),
    (
        re.compile(
            r"\b(?:in|into|from|starts?|started|starting) ((?:the )?(?:Reception|Nursery|Foundation"
            r"|[Pp]rimary (?:one|two|three|four|five|six"
            r"|seven|[1-7])|[Ss]ixth [Ff]orm|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth) [Ff]orm"
            r"|[Kk]ey [Ss]tage [1-4]"
            r"|[Ff]ifth [Yy]ear|[Tt]ransition [Yy]ear|[Jj]unior [Ii]nfants|[Ss]enior [Ii]nfants|(?:first|second"
            r"|third|fourth|fifth|sixth) class))\b"
        ),
        0.8,
        "school_year",
    ),
    (
        re.compile(
            r"\b((?:doing|sitting|resitting|revising for|took|failed|before|after|taking) (?:his|her"
            r"|their) (?:mock )?(?:GCSEs?|A[- ]?levels?|SATs|Highers"
            r"|Nat(?:ional)? 5s|eleven[- ]plus|11[- ]?\+|11-plus|Leaving Cert|mocks|O[- ]levels?"
            r"|finals))\b"
        ),
        0.75,
        "school_exams",
    ),
    (
        re.compile(
            rf"\b(?:baby|son|daughter|boy|girl|twins?|newborn|lad|little one|bairn),? \(?((?:{_NUMBER}"
            rf"|a few) (?:days|weeks|months))(?=[,.;)]| old)",
            re.I,
        ),
        0.8,
        "weeks",
    ),
)
# A sentence that opens with a number and a comma: "Sixty, and newly single.", "nineteen, homeless".
_OPENS = re.compile(
    rf"({_NUMBER}), (?!(?:{_NUMBER}|\d|and (?:\d|{NUMBER_WORDS})|maybe|no,|perhaps|even|or|then|counting|if|it"
    rf"|that|I)\b)[a-z]",
    re.IGNORECASE,
)

# "until she's about forty": an age that nobody has.
_NOT_YET = re.compile(
    r"\b(?:until|till|before|by the time|once) (?:he|she|they|I|you)(?:['’](?:s|re|m)| is| are| am) (?:about )?$"
)
# In brackets or between commas after a name or a person: "(41, trawlerman", "Kayden, six,"; not a time or a score.
_APPOSED = re.compile(rf"(?<=[(,]) ?({_NUMBER})(?=[,)])|(?<=\() ?({_NUMBER}), ", re.IGNORECASE)
# "(Year 10, 15)", and "a bricklayer of 38," after a noun that is no count.
_BESIDE_YEAR = re.compile(r"\b[Yy]ear (?:1[0-3]|[1-9]), (\d{1,2})(?=[,)])")
_OF = re.compile(
    rf"\b(?!(?:out|team|group|class|score|list|total|department|company|congregation|choir|staff|cohort|ward|hostel|queue|office|year|field|band"
    rf"|audience|unit|caseload|maximum|average|target|population|village|town|one"
    rf"|some|rate"
    rf"|number|count|each|any|all|none|half|most|many|minimum|limit|mean|median|row|series|gang|crowd|family"
    rf"|fee)\b)[a-z]+"
    rf" of ({_NUMBER})(?=[,.;)]|\s+(?:who|with|and|from)\b)",
)
# "drowned at nineteen": thirteen and over, so that it is no time of day.
_AT = re.compile(rf"\bat ({_NUMBER})(?=[ ]*(?:[.,;)!?—–]|$|\n))", re.IGNORECASE)
# A sentence that is a number only: "79." "Nine."
_ALONE = re.compile(rf"({_NUMBER})[.,]", re.IGNORECASE)
_ITEMS = 10
_LIST_NUMBER = re.compile(r"(?<![\w.,£])(\d{1,2})[.)](?!\d)")
# "12 year olds don't colour": all of that age
_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Mm]y|I|was|were|had|client|died|lost|came|left)\b|(?<=[a-z,;] )(?!I\b)[A-Z][a-z]"
)
_ANYBODYS = re.compile(
    r"\b(?:[Ii]f you(?:['’]re| are)|[Bb]eing|[Tt]urning|(?:between|by|under|over|from|at|and|the) age"
    r"|ages? (?:of )?)[ ]$"
)
_OF_ANYBODY = re.compile(
    r"(?<!the )(?<!my )(?<!our )(?<!two )(?<!three )(?<!four )(?<!of )(?<!\w)(?:\d+|[a-z]+)"
    r"[- ]year[- ]olds$",
    re.IGNORECASE,
)
_THING = (
    r"(?:complaint|referral|letter|e-?mail|message|notes?|report|form|case|file|plan|policy|job|post|service|list|house"
    r"|building|car|coffee|bread|milk|news|agenda|matter|question|wound|bruise)s?"
)
# "the referral was two months old", "two of the three are already three weeks old", "a three-week-old email"
_THING_BEFORE = re.compile(
    rf"\b(?:{_THING}|it|this|that|(?:one|two|three|four|some|most|all|none|both) of "
    r"(?:the (?:two|three|four|five)|them))"
    r" (?:is|are|was|were)(?: (?:now|already|only|all|at least|nearly|almost|over))* $",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(rf" (?:\w+ )?{_THING}\b", re.IGNORECASE)


def _a_thing(text: str, start: int, end: int) -> bool:
    """Whether what is so and so old is no person."""
    young = "year" not in text[start:end].lower()  # "a 43-year-old case worker" is somebody
    return bool(_THING_BEFORE.search(text, max(0, start - 60), start) or (young and _THING_AFTER.match(text, end)))


_SCORE_BEFORE = re.compile(
    r"(?:score[ds]?|phq|gad|core|scale|session|sessions|week|room|page|chapter|number|item|question|step"
    r"|no|band|bus|at"
    r"|recovery|target|by|ward|level|part|stage|version|room|section|rule|s|and|or|to|of|than|x|×)[-– ]*\d*[ ,(:]*$",
    re.IGNORECASE,
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Ages of people. School years up to 13, decades of life, figures and words from one to 119."""
    text = document.text
    found = []
    for pattern, score, reason in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if reason == "decade" and not _of_life(text, start, end):
                continue
            if reason == "soon" and not _after_person(document, start):
                continue
            if reason == "years_old" and (
                _OF_ANYBODY.search(text, max(0, start - 12), end) or _a_thing(text, start, end)
            ):
                continue
            if reason == "is" and _NOT_YET.search(text, max(0, start - 40), start):
                continue
            if reason == "birthday":
                start = text.index(" ", start) + 1
            if reason == "school_year" and match.group(1)[:2] in ("in", "fr"):
                start += match.group(1).index(" ") + 1
            found.append(_age(start, end, score or 0.88, reason))
    found += [_age(start, end, 0.72, "note") for start, end in age_notes.spans_in(text)]
    found += _more(document) + _apposed(document) + _opening(document)
    found += _alone(document)
    found += [_age(m.start(1), m.end(1), 0.85, "beside_year") for m in _BESIDE_YEAR.finditer(text)]
    for match in _OF.finditer(text):
        if 16 <= (number_in(match.group(1)) or 0) <= 105:
            found.append(_age(match.start(1), match.end(1), 0.65, "of"))
    for match in _AT.finditer(text):
        number = number_in(match.group(1))
        clock = re.match(r"[:.]\d|[ap]m|o['’]clock", text[match.end(1) :])
        if number is not None and 13 <= number <= 119 and not clock:
            found.append(_age(match.start(1), match.end(1), 0.7, "at"))
    return [
        f
        for f in found
        if document.zone_at(f.start) not in (Zone.REFERENCES, Zone.TAGS) and not of_anybody(document, f.start)
    ]


def of_anybody(document: Document, start: int) -> bool:
    """Whether an age is one that anybody may have: "if you are 18", "between age 13 and 18", nobody told of."""
    if not _ANYBODYS.search(document.text, max(0, start - 20), start):
        return False
    sentence, stop = document.sentence_at(start)
    return _SOMEBODY.search(document.text[sentence:stop]) is None


def _age(start: int, end: int, score: float, reason: str) -> Finding:
    return Finding(start, end, Kind.AGE, Risk.QUASI, score, DETECTOR, reason)


def _of_life(text: str, start: int, end: int) -> bool:
    """Whether a decade is one of life ("in her forties", "mid-fifties") and not one of a century ("the 1960s")."""
    before = text[max(0, start - 25) : start]
    if re.search(r"\bthe (?:early |mid |mid-|late )?$", before, re.IGNORECASE) or re.search(r"\d$", before):
        return False
    shaped = re.match(r"(?:early|mid|middle|late)", text[start:end], re.IGNORECASE)
    return bool(shaped or re.search(r"\b(?:his|her|their|my|your|our|in|about|,|\()\s*$", before, re.IGNORECASE))


def _after_person(document: Document, start: int) -> bool:
    before = document.text[max(0, start - 25) : start]
    return bool(re.search(r"(?:[(:,—–-]|\b(?:is|was|be|she|he|['’]s)\b)[ ]*$", before)) or document.starts_sentence(
        start
    )


def _apposed(document: Document) -> list[Finding]:
    text = document.text
    found = []
    for match in _APPOSED.finditer(text):
        group = 1 if match.group(1) else 2
        start, end = match.span(group)
        number = number_in(match.group(group))
        before = text[max(0, start - 30) : start].rstrip(" (,")
        if number is None or number > 105 or _SCORE_BEFORE.search(before):
            continue
        opened = text[start - 1] == "(" or text[start - 2 : start] == "( "
        named = re.search(r"(?:^|[^.\w])(?:[A-Z][\w'’.-]*|client|woman|man|girl|boy|lad|referral[^\n]*)$", before)
        quoted = text[max(0, start - 4) : start].count(",") and re.search(r"[A-Za-z]{3,}$", before)
        if named or (opened and number >= 3 and re.search(r"[a-z]$", before)) or (quoted and number >= 16):
            found.append(_age(start, end, 0.75, "apposed"))
    return found


def _more(document: Document) -> list[Finding]:
    """Ages of several, of babies and of schoolchildren."""
    text = document.text
    found = []
    for pattern, score, reason in _MORE:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if reason == "something" and not (_of_life(text, start, end) or _after_person(document, start)):
                continue
            found.append(_age(start, end, score or 0.8, reason))
    return found


def _opening(document: Document) -> list[Finding]:
    """Numbers of thirteen and more that open a sentence inside a paragraph, which in notes are ages."""
    text = document.text
    found = []
    for start, end in document.sentences:
        match = _OPENS.match(text, start, end)
        number = number_in(match.group(1)) if match else None
        if match and number is not None and 13 <= number <= 105 and text[max(0, start - 1)] != "\n":
            found.append(_age(start, match.end(1), 0.7, "opens"))
    return found


def _alone(document: Document) -> list[Finding]:
    """Sentences of a number only, which in notes are ages; not the numbers of a list, which have neighbours."""
    text = document.text
    found = []
    listed = {int(match.group(1)) for match in _LIST_NUMBER.finditer(text)}
    for start, end in document.sentences:
        match = _ALONE.match(text, start, end)
        if match is None:
            continue
        number = number_in(match.group(1))
        line_start = text.rfind("\n", 0, start) + 1
        if number is None or not 3 <= number <= 110 or not text[line_start:start].strip():
            continue
        # a figure below ten before a sentence is an item's number, whatever became of the others'
        item = number < _ITEMS and text[match.end() : match.end() + 1].strip(" \xa0") == "" and end < len(text)
        if match.group(1).isdigit() and (number - 1 in listed or number + 1 in listed or item):
            continue
        whole = not text[match.end() : end].strip()
        if whole or re.match(r" (?:and|a |an |second|first|third|married|single|retired)", text[match.end() : end]):
            found.append(_age(start, match.end(1), 0.8, "alone"))
    return found
