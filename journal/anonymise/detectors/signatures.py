"""Looks for who signs a text: initials in a byline, a name after "Yours sincerely", a short last line."""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import is_everyday

DETECTOR = "context"

_BYLINE_INITIALS = re.compile(r"\(([A-Z]{2,3}|(?:[A-Z]\.){2,3})\)")
_SIGN_OFF = re.compile(
    r"^[ \t]*[-–—]?[ \t]*((?:[A-Z]\.? ?){1,3}|[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?){0,3})[ \t.]*$", re.MULTILINE
)
# "Yours sincerely,", and who says so on the next line
_VALEDICTION = re.compile(
    r"^[ \t>]*(?:Yours(?: (?:sincerely|faithfully|truly|ever))?|(?:Kind|Best|Warm|Warmest|With best"
    r"|With kind) (?:regards|wishes)"
    r"|Regards|Sincerely|Warmly|In haste|With thanks|Many thanks|All best|Best),?[ \t]*\n+[ \t>]*"
    r"((?:[A-Z]\.? ?){1,3}|(?:[A-Z]\. ?)*[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?){0,3})[ \t.,]*$",
    re.MULTILINE,
)
_HELPER = re.compile(
    r"(?i:anonymity|identity|name|author) (?i:was |is )?(?i:protected|withheld|known|held)(?i: by| to)? "
    r"((?:Dr|Mr|Mrs|Ms|Prof)\.? )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)


def signed(document: Document, lists: WordLists) -> list[Finding]:
    """Signatures: initials in a byline, a short last line, and who is thanked for keeping the author's name."""
    text = document.text
    found = []
    found += [
        Finding(*match.span(1), Kind.AUTHOR_NAME, Risk.AUTHOR, 0.9, DETECTOR, "byline_initials")
        for match in _BYLINE_INITIALS.finditer(text)
        if document.zone_at(match.start()) is Zone.BYLINE
    ]
    for match in _HELPER.finditer(text):
        start = match.start(1) if match.group(1) else match.start(2)
        found.append(Finding(start, match.end(2), Kind.AUTHOR_HELPER, Risk.DIRECT, 0.97, DETECTOR, "named_helper"))
    found += [
        Finding(*match.span(1), Kind.AUTHOR_NAME, Risk.AUTHOR, 0.85, DETECTOR, "sign_off")
        for match in _VALEDICTION.finditer(text)
        if document.zone_at(match.start(1)) is not Zone.REFERENCES
    ]
    last = text.rstrip()
    line = last[last.rfind("\n") + 1 :]
    signed = _SIGN_OFF.match(line)
    if signed and len(last) > len(line) and not all(is_everyday(fold(w), lists) for w in re.findall(r"\w+", line)):
        start = len(last) - len(line) + signed.start(1)
        if document.zone_at(start) is not Zone.REFERENCES:
            end = start + len(signed.group(1).rstrip())
            found.append(Finding(start, end, Kind.AUTHOR_NAME, Risk.AUTHOR, 0.8, DETECTOR, "sign_off"))
    return found
