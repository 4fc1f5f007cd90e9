"""Looks for people by the letters that stand for them: "R.B.", "J. McK.", "client K", "KL"."""

from __future__ import annotations

import re

from journal.anonymise.detectors.context import PERSON_VERBS, person_at
from journal.anonymise.finding import Finding
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import TRADE, is_everyday

DETECTOR = "letters"

_INITIALS = re.compile(r"(?<![\w.@&/])(?:[A-Z]\.){2,3}(?!\w)(?![A-Z])|(?<![\w.@&/-])[A-Z]-[A-Z](?![\w-])")
_INITIAL_NAME = re.compile(
    r"(?<![\w.@&/])(?:[A-Z][a-z]+ (?=[A-Z]\. [A-Z][a-z]))?(?:[A-Z]\. ?){1,2}[A-Z][a-z]\w*(?:[A-Z]\.|\.)?(?!\w)"
)
_ONE_LETTER = re.compile(r"(?<![\w.@&/'’-])([B-HJ-Z])(\.)?(?![\w@&/]|\.\w|-\w)")
_NO_INITIALS = frozenset({"U.K.", "U.S.", "P.S.", "N.B.", "B.A.", "M.A.", "A.M.", "P.M.", "R.I.P.", "F.A.O.", "Q.E.D."})
_LETTER_NOUNS = re.compile(
    r"\b(?:plan|type|option|hepatitis|vitamin|group|room|class|category|level|schedule|part|grade|appendix|point|axis"
    r"|cluster|team|bay|block|floor|unit|column|row|box|form|section|version|stage|step|item|capital|letter|zone|band"
    r"|side|model|gen|generation|factor|an?|the|&|(?-i:[A-Z])) $",
    re.IGNORECASE,
)
_WITH_LETTER = re.compile(
    r"\b(?:with|saw|see|seeing|rang|ring|told|tell|about|for|from|to|of|text(?:ed)?|met|client|patient|and|it['’]s"
    r"|that|asked|supervisee|dear|love|when|if|because|[—–-]) $",
    re.IGNORECASE,
)
# "KL" in the grammar of a person; two letters that mean something else to everybody.
_TWO_LETTERS = re.compile(r"(?<![\w.@&/'’-])[A-Z]{2}(?![\w@&/.-])")
_TWO_BEFORE = re.compile(
    r"\b(?:with|saw|seeing|rang|told|met|texted|emailed|client|patient|supervisee|dear|asked|called|thanked|colleague"
    r"|trainee|manager|supervisor|(?:session|appointment|meeting) (?:with|for))[ ,]{1,2}\(?$",
    re.IGNORECASE,
)
_TOO_COMMON_VERBS = (
    "is was has had can could will would did does works put isn't wasn't hasn't can't cannot won't didn't doesn't "
    "needs makes gives takes got gets made took gave left leaves said says asked asks wants wanted called started "
    "stopped moved used offered kept keeps paid pays"
)
_SAID_OR_DID = PERSON_VERBS - frozenset(_TOO_COMMON_VERBS.split())
_KNOWN_PAIRS = (
    "HR IT TV PE GP PR UK US EU UN OK NI PT OT ID AI MH CJ DC PC DS DI MP PM AM CV RE PA AA NA BA MA BP ED ER LD PD BD "
    "CC PS NB GI CT ME MS HI PG QR SU UX VR DV CP SC AC SW EA MD PO BT DJ BO JP QC KC CQ XL XX EP LP"
)
_ABBREVIATIONS = frozenset(_KNOWN_PAIRS.split())
_AFTER_CODE = re.compile(r"['’]s\b|(?:[,.;:?!)\n]| (?:and|on|at|in|today|about|again|for|who|has|had|is|was)\b|$)")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Codes of one to three letters that stand for a person."""
    lists = knowledge.lists
    found = _initials(document, lists) + _one_letter(document) + _two_letters(document, lists)
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def _initials(document: Document, lists: WordLists) -> list[Finding]:
    """Initials with stops or a hyphen, with or without a surname."""
    text = document.text
    found = [
        person_at(document, m.start(), m.end(), 0.85, "initials")
        for m in _INITIALS.finditer(text)
        if m.group() not in _NO_INITIALS
    ]
    found += [
        person_at(document, m.start(), m.end(), 0.8, "initial_name")
        for m in _INITIAL_NAME.finditer(text)
        if not is_everyday(fold(m.group().split(".")[-1].strip() or m.group().split()[-1].strip(".")), lists)
    ]
    return found


def _one_letter(document: Document) -> list[Finding]:
    text = document.text
    found = []
    for match in _ONE_LETTER.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 16) : start]
        after = text[match.end(1) :][:24]
        if _LETTER_NOUNS.search(before):
            continue
        owns = re.match(r"['’]s\b", after)
        verb = re.match(r"\.? ([a-z'’]+)", after)
        acts = verb is not None and verb.group(1).replace("’", "'") in PERSON_VERBS
        alone = re.fullmatch(r"[ \t]*", text[text.rfind("\n", 0, start) + 1 : start]) and re.match(
            r"\.?[ \t]*(?:\n|$)", after
        )
        if owns or acts or alone or (_WITH_LETTER.search(before) and re.match(r"\.?(?:[\s,;:?!)]|$)", after)):
            stop = end if match.group(2) and (acts or alone or _WITH_LETTER.search(before)) else match.end(1)
            found.append(person_at(document, start, stop, 0.75, "letter"))
    return found


def _two_letters(document: Document, lists: WordLists) -> list[Finding]:
    """ "KL" after "client" or "with", or doing what people do; not "HR said"."""
    text = document.text
    found = []
    for match in _TWO_LETTERS.finditer(text):
        code = match.group()
        if code in _ABBREVIATIONS or code in lists.keep_terms or fold(code) in TRADE:
            continue
        verb = re.match(r" ([a-z'’]+)", text[match.end() : match.end() + 16])
        acts = verb is not None and verb.group(1) in _SAID_OR_DID
        after = _AFTER_CODE.match(text, match.end())
        if acts or (_TWO_BEFORE.search(text, max(0, match.start() - 24), match.start()) and after):
            found.append(person_at(document, match.start(), match.end(), 0.75, "two_letters"))
    return found
