"""Advice to whoever reads: helpers who are recommended, pages that are shared, "the only person" that anybody may be.

Such a sentence speaks to "you", or of what somebody may do, and tells of nobody; a letter to a client, which speaks to
"you" as well, says what "you" are and did.
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind
from journal.anonymise.segments import Document

_ADVICE = re.compile(
    r"\b(?:you|your|yourself|recommend\w*|suggest\w*|e\.g\.|should|may be|can be|could be|may also|a good"
    r"|would be)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|yourself|you['’](?:re|ll|d|ve))\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:she|he|his|her|they(?! )|our|was|were|said|told|client|\d\d)\b|\b[Yy]ou['’](?:re|ve)\b|\b[Mm]y (?!job)"
)
# What is said of "you" in a letter to somebody: "you are the only harpist here", "when you came", "you were nine".
_TOLD_OF_YOU = re.compile(
    r"\b[Yy]ou (?:are(?! (?:not|never|able|dealing|going|having|feeling|looking|in\b|on\b))|were|had|have been|said"
    r"|told|came|went|wrote|asked|grew|lost|found|began|started"
    r"|worked|work|live|lived|married)\b|\b[Yy]our (?:late|ex)\b"
)
_ABOUT_SOMEBODY = re.compile(r"\b(?:him|them|their|[Mm]e|us|we|We|mine|client['’]s|patient)\b")
# A capital inside a sentence: somebody may be named.
_NAMED = re.compile(r"(?<=[a-z,;] )(?!I\b|I['’])[A-Z][a-z]")
#: Details that say nothing where a sentence tells of nobody.
_NOBODYS = frozenset({Kind.OCCUPATION, Kind.FAMILY, Kind.UNIQUENESS, Kind.EVENT_DRAMATIC, Kind.DX_RARE})
#: How far a look round a place reaches, in code points.
_REACH = 200
#: How much may be left of a text behind a link that ends it: a bracket, a full stop, a few line ends.
_TAIL = 12
#: One "you" in so many words makes a text one that speaks to its reader; what people write of themselves has fewer.
_EVERY = 50


def to_reader(document: Document, start: int) -> bool:
    """Whether the sentence gives advice, of "you" or of what somebody may do, and tells of nobody: "see a dentist"."""
    sentence, stop = document.sentence_at(start)
    words = document.text[max(sentence, start - _REACH) : min(stop, start + _REACH)]
    return _ADVICE.search(words) is not None and _TOLD.search(words) is None


# "he thought I was the postman", "as if you were a reporter", "like a mechanic who knows his way about"
_LIKENED = re.compile(
    r"\b(?:(?:as (?:if|though)|(?:thought|assumed|believed) (?:that )?) ?(?:I|he|she|you|they|we) (?:was|were)"
    r"|(?:took|mistook|mistaken|taken) (?:me|him|her|them|us)? ?for"
    r"|(?<!work )(?<!works )(?<!worked )(?<!jobs )(?<!professions )like)"
    r" (?:an? |the )?$",
    re.IGNORECASE,
)


def of_nobody(document: Document, finding: Finding) -> bool:
    """Whether a detail stands in advice that names nobody and says nothing of "you" either, or is a likeness only."""
    near = max(0, finding.start - _REACH // 4)
    if finding.kind in (Kind.OCCUPATION, Kind.AUTHOR_JOB) and _LIKENED.search(document.text, near, finding.start):
        return True
    if finding.kind not in _NOBODYS or not to_reader(document, finding.start):
        return False
    sentence, stop = document.sentence_at(finding.start)
    words = document.text[max(sentence, finding.start - _REACH) : min(stop, finding.start + _REACH)]
    beside = document.text[max(sentence, finding.start - _REACH) : finding.start] + document.text[finding.end : stop]
    if _READER.search(beside if finding.kind is Kind.EVENT_DRAMATIC else words) is None:
        return False  # "you'll have seen it on the news" tells of somebody
    return not any(pattern.search(words) for pattern in (_TOLD_OF_YOU, _ABOUT_SOMEBODY, _NAMED))


_OWN_PAGE = re.compile(
    r"\b(?:my|our|me|mine|us|I (?:offer|provide|see|work|run|write|wrote)|contact|reach|book"
    r"|he|she|his|her|him|hers|they|their|client|colleague)\b",
    re.IGNORECASE,
)
# Where people keep pages about themselves and each other, collect money and share files.
_PERSONAL_HOST = re.compile(
    r"facebook|fb\.|instagram|twitter|\bx\.com|linkedin|tiktok|youtu|vimeo|gofundme|justgiving|dropbox|drive\.|docs\."
    r"|onedrive|sharepoint|wetransfer|blogspot|wordpress|tumblr|substack|medium\.com|muchloved|caringbridge"
    r"|intranet|staff|login",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[~–—-] ?|\b(?:Dr|Prof)\.? )[A-Z]\w+[^.?!]{0,30}$|\b[A-Z]{3,}\b[^a-z]{0,12}$")


def speaks_to_reader(document: Document) -> bool:
    """Whether a whole text is addressed to its reader: of fifty words one at least is "you" or "your"."""
    count = sum(1 for _ in _READER.finditer(document.text))
    return count > 1 and count * _EVERY >= len(document.words)


def is_shared(document: Document, start: int, end: int, *, to_readers: bool) -> bool:
    """Whether a link is offered to the reader: "you may find some help here: …"; never the writer's own page, or of
    somebody told about, and no link that ends the text like a signature. ``to_readers``: ``speaks_to_reader``, which is
    asked once for a text.
    """
    text = document.text
    floor = max(text.rfind("\n\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    before = text[floor:start]
    sentence = text[max(floor, document.sentence_at(start)[0]) : start]
    bare = "/" not in text[start:end].split("//")[-1].rstrip("/")
    if _PERSONAL_HOST.search(text, start, end) or (bare and not text[end : end + _TAIL].strip(" .)\n\xa0")):
        return False
    if _OWN_PAGE.search(sentence) or _SIGNED.search(before):
        return False
    return to_readers or _READER.search(before) is not None
