"""Looks for what is public by its name or shape: bodies, programmes, models, measures, medicines, laws, cases.

Most of it would not be touched anyway; it is found so that nothing else is made of it and the reader of a review sees
why it stays.
"""

from __future__ import annotations

import re
from functools import lru_cache

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Word, Zone
from journal.anonymise.source_grammar import in_the_room
from journal.anonymise.vocabulary import is_everyday

DETECTOR = "keep_terms"

# Below the register and names with a title, above names by grammar (0.85 of a name is 163, 0.75 of a term is 167).
_TERM_SCORE = 0.75
_SHAPE_SCORE = 0.85

_ACT_WORD = r"[A-Z][\w'’-]*(?: \([A-Z][\w ]+\))?(?:,? (?:and|of|for|to|the|in|from)(?: the)?)? "
_ACT = rf"(?:{_ACT_WORD}){{1,7}}Act(?: \([A-Z][\w ]+\))?(?: (?:19|20)\d\d)?"
_SECTION = (
    r"(?:[Ss](?:ections?|ecs?\.?|\.)? ?\d{1,3}[A-Z]?(?: ?\(\d{1,2}\))*"
    r"|[Aa]rticle \d{1,2}|[Rr]egulation \d{1,2}|[Ss]chedule \d{1,2}|[Pp]art \d{1,2})"
)
_SHAPES: tuple[re.Pattern[str], ...] = (
    # "Section 170 of the Road Traffic Act 1988", "the Mental Capacity Act"
    re.compile(rf"(?<![\w£'’-])(?:{_SECTION} (?:of )?(?:the )?)?(?-i:{_ACT})(?!\w)"),
    # "section 136", "s.47", "S 117": bare numbers of sections that this field speaks of
    re.compile(
        r"(?<![\w£'’])(?:[Ss]ection |[Ss]\.? ?)(?:2|3|4|5|12|17|20|25|26|31|35|37|41|42|47|48|49|58|117|132|135"
        r"|136)(?:\([24]\))?(?![\w.:/])"
    ),
    # "W v Egdell", "R v Brown [1994]", "Montgomery v Lanarkshire Health Board"
    re.compile(
        r"(?<![\w.'’-])[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2} v\.? [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}(?: \[\d{4}\])?"
    ),
    # "Re T", "Re C (Adult)": only where a bracket follows, for "Re Sarah" heads a letter
    re.compile(r"(?<![\w.])Re [A-Z](?= [(\[])"),
    # NICE and SIGN guidelines, good practice resources: "CG90", "NG222", "GPiA 040"
    re.compile(r"(?<!\w)(?:NICE )?(?:CG|NG|QS|TA|PH)\d{1,4}(?!\w)|(?<!\w)GPiA ?\d{2,3}(?!\w)"),
    # measures with their length: "PHQ9", "CORE-34", "Q-LES-Q-18"
    re.compile(
        r"(?<!\w)(?:PHQ|GAD|CORE|DASS|GHQ|EPDS|PCL|HCR|SVR|WHO|K|SCL|SF|EAT|BDI|YSQ|PTSD|HADS|DES|ITQ|AQ"
        r"|EQ-5D)[ -]?\d{1,3}(?!\w)"
    ),
    re.compile(r"(?<!\w)(?:[A-Z]{3,5}|MMPI|WAIS|WISC|WMS|MoCA|ACE)-(?:[IVX]{1,4}|R|SF|OM|A|C|SR|CV)(?!\w)"),
    re.compile(r"(?<!\w)(?:BDI|DSM|DES|HADS|ICD)-(?:[IV]{1,3}|\d{1,2})(?:-TR|-R)?(?!\w)"),
    # helplines that everyone may ring
    re.compile(r"(?<![\w.])(?:116 ?123|0800 ?1111|0800 ?068 ?4141|85258|HOPELINE ?247)(?!\w)"),
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Listed terms as they are written, and statutes, cases, guidelines and measures by their shape."""
    terms = _terms_by_word(knowledge.lists.keep_terms)
    found = []
    floor = -1
    others: dict[str, bool] = {}
    for index, word in enumerate(document.words):
        if word.start < floor:
            continue
        text = word.text.replace("’", "'")
        # A medicine may have a capital at the head of a sentence.
        listed = terms.get(text, ()) or terms.get(text[0].lower() + text[1:], ())
        term = next((t for t in listed if _stands(document.text, word, t)), None)
        if term is None or _inside_a_name(document, index, term, knowledge):
            continue
        if term not in others:
            others[term] = _names_somebody(term, knowledge.lists) and in_the_room(document.text, term, knowledge.lists)
        if not others[term] and not (term.isdigit() and _is_a_year(document.text, word)):
            floor = word.start + len(term)
            found.append(_kept(word.start, floor, _TERM_SCORE, "listed"))
    for pattern in _SHAPES:
        found += [_kept(m.start(), m.end(), _SHAPE_SCORE, "shape") for m in pattern.finditer(document.text)]
    found += _gillick(document)
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def _kept(start: int, end: int, score: float, reason: str) -> Finding:
    return Finding(start, end, Kind.SOURCE, Risk.KEEP, score, DETECTOR, reason)


@lru_cache(maxsize=2)  # built from the lists alone, which stay the same from scan to scan
def _terms_by_word(terms: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Terms by their first word as ``Document.words`` has it, the longest first."""
    by_word: dict[str, list[str]] = {}
    for term in terms:
        first = re.match(r"[^\W_]+(?:[-'](?!s\b)[^\W_]+)*", term)
        if first:
            by_word.setdefault(first.group(), []).append(term)
    return {word: tuple(sorted(listed, key=len, reverse=True)) for word, listed in by_word.items()}


def _stands(text: str, word: Word, term: str) -> bool:
    """Whether the term stands at the word, with either apostrophe, and ends where a word ends."""
    end = word.start + len(term)
    written = text[word.start : end].replace("’", "'")
    if written != term and not (written[1:] == term[1:] and term.islower() and written[0].lower() == term[0]):
        return False
    after = text[end : end + 1]
    return not (after.isalnum() or after == "_") or not term[-1].isalnum()


def _names_somebody(term: str, lists: WordLists) -> bool:
    """Whether a term may be a person's whole name or surname: "Katherine May", "Cassandra"; not "CAT"."""
    words = term.split()
    return len(words) <= 3 and all(
        word.istitle() and (fold(word) in lists.surnames or lists.given_names.get(fold(word), 0.0) > 0.0)
        for word in words
    )


def _is_a_year(text: str, word: Word) -> bool:
    """Whether figures that are a title too date something: "born in 1984", not "*1984*" nor "Orwell's 1984"."""
    quoted = text[max(0, word.start - 1) : word.start] in tuple("*_\"“'‘") and text[word.end : word.end + 1] in tuple(
        "*_\"”'’,."
    )
    return len(word.text) == 4 and not quoted and "Orwell" not in text[max(0, word.start - 60) : word.end + 60]


def _inside_a_name(document: Document, index: int, term: str, knowledge: Knowledge) -> bool:
    """Whether a term is a part of the name of one service: "Heath IAPT", "HMP Ravensmoor", "Riverside CAMHS".

    A capitalised neighbour makes it so, unless that is itself a term or has its capital from the sentence.
    """
    text = document.text
    word = document.words[index]
    end = word.start + len(term)
    if " " in term and term not in ("NHS Talking Therapies", "Talking Therapies"):
        return False
    if index:
        before = document.words[index - 1]
        joined = text[before.end : word.start] in (" ", " & ")
        if joined and _names_a_service(document, before, knowledge):
            return True
    following = next((w for w in document.words[index + 1 : index + 6] if w.start >= end), None)
    joined = following is not None and text[end : following.start] == " "
    return following is not None and joined and term in _BEFORE_A_NAME and following.text[0].isupper()


#: Terms that open the name of one place: "HMP Low Newton", "NHS Borders", "St Mungo's" is none of them.
_BEFORE_A_NAME = frozenset({"HMP", "YOI", "NHS", "CMHT", "Mind", "Relate", "Samaritans", "Cruse", "Age UK"})


def _names_a_service(document: Document, word: Word, knowledge: Knowledge) -> bool:
    if not word.text[0].isupper() or (
        document.starts_sentence(word.start) and is_everyday(fold(word.text), knowledge.lists)
    ):
        return False
    if word.text in knowledge.lists.keep_terms or (word.text.isupper() and len(word.text) > 1):
        return False
    return fold(word.text) not in ("step", "tier", "level", "band", "my", "the", "i", "english", "scottish", "welsh")


def _gillick(document: Document) -> list[Finding]:
    """Gillick and Fraser, who gave their names to a test, where both or its words stand near."""
    text = document.text
    found = []
    for match in re.finditer(r"(?<![\w])Fraser(?=['’]?s?\b)", text):
        around = text[max(0, match.start() - 120) : match.end() + 120]
        if "Gillick" in around or re.match(r"['’]?s? (?:guideline|competen|criteria|test)", text[match.end() :]):
            found.append(_kept(match.start(), match.end(), _SHAPE_SCORE, "test_by_name"))
    return found
