"""Small values for the anonymiser's tests: invented people, posts over short texts."""

from __future__ import annotations

import random
import uuid
from functools import cache

from journal.anonymise.finding import Detector, Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.post_base import new_base
from journal.anonymise.review import Review, begin_review
from journal.anonymise.scan import Scan, scan
from journal.anonymise.segments import document_of
from journal.model import AuthorProfile, KnownName, NameKind, Part, Post
from journal.word_lists import load_word_lists


@cache
def shipped_lists() -> WordLists:
    """The lists that ship with the program, read once for all tests."""
    return load_word_lists()


def known(
    name: str, *aliases: str, role: str = "client", code: str = "", kind: NameKind = NameKind.PERSON
) -> KnownName:
    """A row of the register; the id is made of the name."""
    return KnownName(uuid.uuid5(uuid.NAMESPACE_DNS, name), name, aliases, role, code or name[:1], kind)


def knowledge_of(*names: KnownName, author: AuthorProfile | None = None, lists: WordLists | None = None) -> Knowledge:
    """What the journal knows, with the shipped lists unless others are given."""
    return Knowledge(names, author or AuthorProfile(), shipped_lists() if lists is None else lists)


def found_by(detector: Detector, text: str, knowledge: Knowledge | None = None) -> list[str]:
    """The surfaces that a detector finds in a body, in order, without those to keep or only to ask about."""
    findings = detector(document_of(text), knowledge or knowledge_of())
    return [
        text[f.start : f.end]
        for f in sorted(findings, key=lambda f: f.start)
        if f.risk is not Risk.KEEP and f.kind is not Kind.QUOTE_COLLEAGUE
    ]


def spans_by(detector: Detector, text: str, knowledge: Knowledge | None = None) -> list[tuple[int, int]]:
    """Like ``found_by``, as offsets."""
    findings = detector(document_of(text), knowledge or knowledge_of())
    return sorted({(f.start, f.end) for f in findings})


def scanned(body: str, knowledge: Knowledge | None = None, seed: int = 7) -> Scan:
    """A scan of a body with a seeded choice."""
    parts = ((Part.BODY, 0, len(body)),)
    return scan(body, parts, knowledge or knowledge_of(), random.Random(seed).choice)


def changing(body: str, knowledge: Knowledge | None = None) -> dict[str, Finding]:
    """What a scan would change, by surface."""
    found = scanned(body, knowledge).findings
    return {body[f.start : f.end]: f for f in found if f.risk is not Risk.KEEP}


def post_of(body: str, title: str = "", tags: tuple[str, ...] = (), byline: str = "") -> Post:
    """A post over a text, not taken from an entry."""
    base, parts = new_base(title, tags, body, byline)
    return Post(uuid.uuid5(uuid.NAMESPACE_DNS, "post"), (), base, parts)


def review_of(body: str, *names: KnownName, title: str = "", tags: tuple[str, ...] = (), byline: str = "") -> Review:
    """A review with a seeded choice."""
    return begin_review(post_of(body, title, tags, byline), knowledge_of(*names), random.Random(7).choice)


def drafted(body: str, *names: KnownName) -> str:
    """The body with every proposal accepted."""
    review = review_of(body, *names)
    review.accept_all()
    return review.draft().body
