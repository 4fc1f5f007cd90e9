"""Looks for the names of animals where the animal stands beside the name in brackets."""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document

DETECTOR = "pets"

_ANIMAL = (
    r"(?:dog|cat|rabbit|horse|pony|donkey|hamster|gerbil|tortoise|budgie|parrot|goldfish|puppy|kitten|whippet|terrier"
    r"|lurcher|greyhound|spaniel|collie|labrador|retriever|guinea pig|ferret|snake|gecko)"
)
_NAME = r"([A-Z][\w'’-]+)"
_WHOSE = r"(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)"
_PATTERNS = (
    # "Sputnik (cat)", "Duke (the old horse)"
    re.compile(rf"(?<!\w){_NAME} \((?:(?:the|my|our|his|her|their|an?) )?(?:[a-z]+ )?{_ANIMAL}\)"),
    # "the horse first (Duke)", "our dog (Biscuit)"
    re.compile(rf"\b{_WHOSE} (?:[a-z]+ )?{_ANIMAL}(?: [a-z]+)? \({_NAME}\)"),
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Names of animals; a name on the never-flag list is left to ``scan``."""
    del knowledge
    return [
        Finding(match.start(1), match.end(1), Kind.NAME_PET_CHILD, Risk.DIRECT, 0.78, DETECTOR, "animal_beside")
        for pattern in _PATTERNS
        for match in pattern.finditer(document.text)
    ]
