"""Looks for places typed small: "in mississippi", "near port talbot", "back to the states"."""

from __future__ import annotations

import re

from journal.anonymise.detectors.organisations import is_heritage
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import is_everyday

DETECTOR = "small_places"

# "back to the states", "in mississippi", "near port talbot": after these a listed name typed small is a place
_SMALL_PLACE = re.compile(
    r"\b(?:in|from|near|to|at|around|outside|through|via"
    r"|of) (?:the )?(?P<name>(?P<two>[a-z][a-zà-ÿ'-]{2,} [a-z][a-zà-ÿ'-]{2,})"
    r"|[a-z][a-zà-ÿ'-]{3,})(?![\w'’-])"
)
_THE_STATES = re.compile(r"\b(?:to|in|from) (the [Ss]tates)(?![\w'’-])(?! (?:of|that))")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Places of the gazetteer typed small after a preposition, which are no everyday words, names or heritage."""
    lists = knowledge.lists
    found = [
        Finding(*match.span(1), Kind.PLACE_GEO, Risk.QUASI, 0.6, DETECTOR, "typed_small")
        for match in _THE_STATES.finditer(document.text)
    ]
    for match in _SMALL_PLACE.finditer(document.text):
        for start, end in (
            match.span("name"),
            (match.start("name"), match.start("name") + len(match["name"].split()[0])),
        ):
            name = fold(document.text[start:end])
            words = name.split()
            known = name in lists.places and not any(word in lists.given_names for word in words)
            if known and not all(is_everyday(word, lists) for word in words) and not is_heritage(name, lists):
                found.append(Finding(start, end, Kind.PLACE_GEO, Risk.QUASI, 0.6, DETECTOR, "typed_small"))
                break
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]
