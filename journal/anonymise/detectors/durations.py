"""Looks for the writer's years in post, job or team; other people's spans of time are too common to narrow."""

from __future__ import annotations

import re

from journal.anonymise.detectors.dates import FULL_MONTH, YEAR
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "durations"

_UNITS = r"(?:years?|months?|weeks?|winters?|summers?|decades?|terms?)"
_LENGTH = (
    rf"(?:(?:nearly|almost|about|over|around|some) )?(?:{NUMBER_WORDS}|\d{{1,2}})(?: and (?:a half|a quarter))?"
    rf"[ -]{_UNITS}(?: and (?:{NUMBER_WORDS}|\d{{1,2}}) {_UNITS}| and a half)?"
)
_FIRST_PERSON = re.compile(r"\bI(?:['’](?:ve|m|d))?\b(?!\.)", re.IGNORECASE)
_OTHER_PERSON = re.compile(
    r"\b(?:he|she|they|his|her|their|client|brother|mother|father|him|them|you)\b", re.IGNORECASE
)
_DURATION = re.compile(rf"(?<![\w.-])({_LENGTH})(?!\w)", re.IGNORECASE)
_IN_POST = re.compile(
    r"^[ ]+(?:at|as|in\b(?! (?:a|the) (?:room|chair|car|hour|bed|week))|on|here|there|qualified"
    r"|post-qualif\w+|into|of this"
    r"|of it|clinical|practice|practising|nursing|doing this|in the job|in post|getting|for the|with (?:the|this))",
    re.IGNORECASE,
)
_NOT_IN_POST = re.compile(
    r"^[ -]+(?:old|free|sober|clean|dry|ago|late|married|pregnant|later|to go|left|before|earlier|on)\b", re.I
)
_SINCE_WRITER = re.compile(
    rf"\bsince ((?:the )?(?:week|day|year|summer|winter|spring|autumn) (?:of|before|after) (?:the )?\w+(?: {YEAR})?"
    rf"|before it had a name)",
    re.IGNORECASE,
)
# Those whom the writer answers for (specification A3, author.team).
_TEAM = re.compile(r"\b(?:my|our) (?:own )?supervisees\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:my|our|the) (?:first|last|previous|earlier) post\b(?: last (?:week|month|year))?", re.I)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """How long the writer has been in post, job or team, and what links one post to another."""
    text = document.text
    found = []
    for match in _DURATION.finditer(text):
        start, end = match.span(1)
        after = text[end : end + 40]
        if _NOT_IN_POST.match(after):
            continue
        sentence, stop = document.sentence_at(start)
        lead = text[sentence:start]
        first = _last_start(_FIRST_PERSON, lead)
        other = _last_start(_OTHER_PERSON, lead)
        if first is not None and (other is None or first > other) and _tells_of_post(lead[first:], after):
            end = _with_month(text, end)
            end += 10 if text.startswith(" qualified", end) else 0
            found.append(Finding(start, end, Kind.AUTHOR_YEARS, Risk.AUTHOR, 0.8, DETECTOR, "in_post"))
        elif re.match(r"^[ -]+post-qualif", after):
            found.append(Finding(start, end, Kind.DATE_RELATIVE, Risk.QUASI, 0.8, DETECTOR, "qualified"))
        elif not lead.strip(' *_-"“') and _fragment(text[start:end], text[end:stop]):
            end = _with_month(text, end)
            found.append(Finding(start, end, Kind.AUTHOR_YEARS, Risk.AUTHOR, 0.6, DETECTOR, "fragment"))
        elif re.search(r"(?:\b(?:from|with|after|:)|[-–—])[ ]*$", lead) and re.match(
            r"[ ]+(?:clinical|practice|in practice|nursing|experience|in (?:the )?(?:job|post|nhs))",
            after,
            re.IGNORECASE,
        ):
            found.append(Finding(start, end, Kind.AUTHOR_YEARS, Risk.AUTHOR, 0.8, DETECTOR, "experience"))
    for match in _SINCE_WRITER.finditer(text):
        sentence, _ = document.sentence_at(match.start())
        if _FIRST_PERSON.search(text, sentence, match.start()):
            found.append(Finding(match.start(), match.end(), Kind.AUTHOR_YEARS, Risk.AUTHOR, 0.75, DETECTOR, "since"))
    found += [
        Finding(m.start(), m.end(), Kind.AUTHOR_SERIES, Risk.AUTHOR, 0.6, DETECTOR, "series")
        for m in _RELATIVE.finditer(text)
    ]
    found += [
        Finding(m.start(), m.end(), Kind.AUTHOR_TEAM, Risk.AUTHOR, 0.6, DETECTOR, "team") for m in _TEAM.finditer(text)
    ]
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def _last_start(pattern: re.Pattern[str], text: str) -> int | None:
    place = None
    for match in pattern.finditer(text):
        place = match.start()
    return place


def _tells_of_post(lead: str, after: str) -> bool:
    """ "I've been ward manager for four years", "I've nineteen years in", "I was eight weeks qualified"."""
    if re.search(r"\bI(?:['’]ve| have|['’]d| had)? been\b", lead, re.IGNORECASE):
        return bool(
            re.search(r"\b(?:for|at|as|on|in)\b", lead) or _IN_POST.match(after) or re.match(r"[ ]*[.,]", after)
        )
    if re.search(r"\bI(?:['’]m| am| was)\b[^.]*$", lead, re.IGNORECASE):
        return bool(re.match(rf"[ ]+(?:in {FULL_MONTH}|qualified|in post|into|in the job|in this job)", after))
    if re.search(r"\bI(?:['’]ve| have)(?: got| done| worked| put in)?\b[^,]*$", lead, re.IGNORECASE):
        return bool(re.match(r"[ ]*(?:[.,]|in\b|at\b|as\b|of\b|behind|under)", after)) and not re.search(
            r"\b(?:in|for) $", lead + " "
        )
    return bool(re.search(r"\bI (?:worked|did|nursed|spent)\b", lead, re.IGNORECASE))


def _fragment(length: str, rest: str) -> bool:
    """What may follow a length of time that opens a sentence about the writer: nothing, a month, this work, a place."""
    if re.match(r"[ ]*[.!]", rest):
        return re.search(r"years|winters|decades|half$", length, re.IGNORECASE) is not None
    return bool(
        re.match(
            rf"(?:[ ]+(?:in {FULL_MONTH}|of this|in this|at the same|come spring|at this|in post|here)\b"
            r"|, (?:the|in|at) [a-z]* ?(?:annexe|room|same|library|clinic|ward|hall|service))",
            rest,
        )
    )


def _with_month(text: str, end: int) -> int:
    month = re.match(rf" in {FULL_MONTH}(?!\w)", text[end : end + 16])
    return end + month.end() if month else end
