"""Which mentions are one person, and where else each of them is named.

Joins full names, first names, surnames with titles, short forms, initials and misspellings; then every found name is
looked for in the whole text, title and tags, so that one missed mention does not undo the others.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.garbled import spoilt
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import (
    PARTICLES,
    TITLE_PATTERN,
    Form,
    NameIndex,
    edit_distance_at_most_one,
    fold,
    name_words,
    plain,
)
from journal.anonymise.segments import Document, Zone

DETECTOR = "people"

_NAMED = frozenset({Kind.NAME_PERSON, Kind.NAME_PET_CHILD, Kind.AUTHOR_NAME, Kind.AUTHOR_HELPER})
_PLACED = frozenset({"PLACE", "ORGANISATION"})
_TITLE_BEFORE = re.compile(rf"(?<!\w)(?:{TITLE_PATTERN}\s+)+$", re.IGNORECASE)
# "Big Steve", "Wee Tam": the word is a part of the name.
_BYNAME_BEFORE = re.compile(
    r"(?<![\w'’-])(?:Big|Little|Wee|Old|Young|Auld|Fat|Mad|Baby|Tall|Bonny|Long|Ginger|Red|Black)[ ]$"
)
# "bin Laden", "AQ Kahn", "Mother Benedict", "Captain Reeve"
_PARTICLE_BEFORE = re.compile(
    r"(?<![\w'’-])(?:(?<!the )(?<!his )(?<!her )(?<!my )(?:bin|bint|ibn|van|von|ap|ferch|nic|mac|ould|abu|umm) "
    r"|(?!(?:NHS|GP|HR|OT|TV|PE|DJ|MP|QC|KC|PA|IT|AA|NA|UK|US|EU|I|A)\b)[A-Z]{1,2} "
    r"|(?:Captain|Major|Colonel|Corporal|Sergeant|Inspector|Judge|Sister|Nurse|Father|Brother|Mother|Pastor|Bishop|Sheikh|Pandit"
    r"|Matron|Constable|Superintendent|Justice|Sheriff|Councillor) )$"
)
#: The score of an unknown word that begins a sentence (``context``), the least sure of all names.
_GUESS = 0.5
_INITIALS = re.compile(r"[^\W\d_](?:\.\s?|-)?(?:[^\W\d_]\.?)?$")


@dataclass(frozen=True, slots=True)
class Person:
    """Everyone whose mentions belong together; ``words`` are the forms seen, ``mentions`` their number."""

    id: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    mentions: int
    author: bool = False


@dataclass(slots=True)
class _Group:
    """A person while being put together."""

    id: str
    kind: Kind
    risk: Risk
    words: dict[str, str] = field(default_factory=dict)  # plain word -> as first seen
    firsts: set[str] = field(default_factory=set)  # plain first words of names of two words and more
    score: float = 0.0


def joined(document: Document, findings: Iterable[Finding], knowledge: Knowledge) -> list[Finding]:
    """The findings with an entity each, and further mentions of every person, place and organisation found."""
    findings = sorted(findings, key=lambda f: f.start)
    named = [f for f in findings if f.kind in _NAMED]
    others = [f for f in findings if f.kind not in _NAMED]
    groups = _seed_groups(knowledge)
    # Longest first: a full name makes the group that its parts then join.
    entities: dict[Finding, str] = {}
    for finding in sorted(named, key=lambda f: (-len(name_words(document.text[f.start : f.end])), f.start)):
        group = _group_for(document.text[finding.start : finding.end], finding, groups, knowledge.lists)
        entities[finding] = group.id
        group.score = max(group.score, finding.score)
    named = [
        dataclasses.replace(
            finding,
            entity=entities[finding],
            kind=groups[entities[finding]].kind,
            risk=groups[entities[finding]].risk,
        )
        for finding in named
    ]
    named += _propagated(document, groups, knowledge)
    others = [_with_entity(document, finding) for finding in others]
    return [*named, *others, *_propagated_places(document, others)]


def widened(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Disjoint, sorted findings with titles taken in and the parts of one name joined."""
    result: list[Finding] = []
    for found_name in sorted(findings, key=lambda f: f.start):
        finding = found_name
        if finding.kind in _NAMED:
            floor = result[-1].end if result else 0
            found = _TITLE_BEFORE.search(document.text, max(floor, finding.start - 16), finding.start)
            found = found or _BYNAME_BEFORE.search(document.text, max(floor, finding.start - 8), finding.start)
            found = found or _PARTICLE_BEFORE.search(document.text, max(0, floor, finding.start - 24), finding.start)
            if found:
                finding = dataclasses.replace(finding, start=found.start())
            if result and _one_name(document.text, result[-1], finding):
                result[-1] = dataclasses.replace(result[-1], end=finding.end)
                continue
        result.append(finding)
    return result


def people_in(document: Document, findings: Iterable[Finding]) -> tuple[Person, ...]:
    """Everyone named in the findings, by entity, in order of first mention."""
    seen: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.kind in _NAMED:
            seen.setdefault(finding.entity, []).append(finding)
    people = []
    for entity, mentions in seen.items():
        words = {word for f in mentions for word in name_words(document.text[f.start : f.end])}
        author = any(f.kind is Kind.AUTHOR_NAME for f in mentions)
        people.append(Person(entity, tuple(sorted(words)), len(mentions), author))
    return tuple(people)


def name_forms(document: Document, findings: Iterable[Finding]) -> list[Form]:
    """The forms of all people in the findings, as the last look searches for them."""
    return [Form(word, person.id) for person in people_in(document, findings) for word in person.words if len(word) > 2]


def _seed_groups(knowledge: Knowledge) -> dict[str, _Group]:
    groups = {}
    for name in knowledge.names:
        group = _Group(f"register:{name.id}", Kind.NAME_PERSON, Risk.DIRECT)
        for text in (name.name, *name.aliases):
            _take_in(group, name_words(text))
        groups[group.id] = group
    author = _Group("author", Kind.AUTHOR_NAME, Risk.AUTHOR)
    for text in (knowledge.author.name, *knowledge.author.aliases):
        _take_in(author, name_words(text))
    groups["author"] = author
    return groups


def _take_in(group: _Group, words: list[str]) -> None:
    for word in words:
        group.words.setdefault(plain(word), word)
    if len(words) > 1:
        group.firsts.add(plain(words[0]))


def _group_for(surface: str, finding: Finding, groups: dict[str, _Group], lists: WordLists) -> _Group:
    """The group that a mention belongs to; a new one if none fits."""
    words = name_words(surface)
    if finding.entity in groups:
        group = groups[finding.entity]
    else:
        group = next((g for g in groups.values() if _fits(words, surface, g, groups, lists)), None) or _Group(
            f"person:{plain(''.join(words) or surface)}", finding.kind, finding.risk
        )
        group = groups.setdefault(group.id, group)
    if not finding.entity or len(words) > 1:
        _take_in(group, words)
    return group


def _fits(words: list[str], surface: str, group: _Group, groups: dict[str, _Group], lists: WordLists) -> bool:
    if not words:
        return _initials_fit(surface, group, groups)
    plains = [plain(word) for word in words]
    if len(words) > 1:
        if group.firsts and plains[0] not in group.firsts:
            return any(_short_for(first, plains[0], lists) for first in group.firsts) and plains[-1] in group.words
        return plains[-1] in group.words or (plains[0] in group.words and not group.firsts)
    return any(_same_word(plains[0], known, lists) for known in group.words)


def _same_word(word: str, known: str, lists: WordLists) -> bool:
    if word == known:
        return True
    if _short_for(known, word, lists) or _short_for(word, known, lists):
        return True
    close = min(len(word), len(known)) >= 5 and edit_distance_at_most_one(word, known)
    return close and word not in lists.common_words


def _short_for(name: str, short: str, lists: WordLists) -> bool:
    """Whether ``short`` is a short form of ``name``: listed, or its beginning (Temi for Temitope)."""
    if short in lists.nicknames.get(name, ()):
        return True
    return 3 <= len(short) < len(name) and name.startswith(short) and name[len(short) :] not in ("s", "e", "a", "es")


def _initials_fit(surface: str, group: _Group, groups: dict[str, _Group]) -> bool:
    """Initials belong to the one person whose names begin so: "G." to Grace, "Mrs P" to Mrs Papadopoulou."""
    letters = [plain(ch) for ch in re.sub(rf"(?i)^(?:{TITLE_PATTERN}\s*)+", "", surface) if ch.isalpha()]
    if not letters or len(letters) > 3:
        return False

    def begins(candidate: _Group) -> bool:
        starts = {word[0] for word in candidate.words if word}
        return bool(starts) and all(letter in starts for letter in letters)

    return begins(group) and sum(begins(candidate) for candidate in groups.values()) == 1


def _propagated(document: Document, groups: dict[str, _Group], knowledge: Knowledge) -> list[Finding]:
    forms = [
        Form(word, group.id, fuzzy=True)
        for group in groups.values()
        if group.score
        for word in group.words.values()
        if len(word) > 1
        and fold(word) not in PARTICLES
        and not (word.islower() and word in knowledge.lists.common_words)
    ]
    found = []
    for start, end, entity in NameIndex(forms, knowledge.lists).find(document):
        group = groups[entity]
        if group.score <= _GUESS and not document.text[start].isupper():
            continue  # what only its place at the head of a sentence made a name says nothing of small letters
        if document.zone_at(start) is not Zone.REFERENCES:
            found.append(
                Finding(start, end, group.kind, group.risk, min(group.score, 0.8), DETECTOR, "propagated", entity)
            )
    return found + _spoilt(document, groups)


def _spoilt(document: Document, groups: dict[str, _Group]) -> list[Finding]:
    """Known names as a computer has spoilt them."""
    return [
        Finding(match.start(), match.end(), group.kind, group.risk, 0.8, DETECTOR, "spoilt", group.id)
        for group in groups.values()
        if group.score and (pattern := spoilt(word for word in group.words.values() if len(word) > 2))
        for match in pattern.finditer(document.text)
        if document.zone_at(match.start()) is not Zone.REFERENCES
    ]


def _with_entity(document: Document, finding: Finding) -> Finding:
    if finding.entity:
        return finding
    words = re.findall(r"\w+", fold(document.text[finding.start : finding.end]))
    return dataclasses.replace(finding, entity=f"{finding.kind.label.lower()}:{'-'.join(words)}")


def _propagated_places(document: Document, findings: Iterable[Finding]) -> list[Finding]:
    """Every other mention of a capitalised place or organisation, letter for letter."""
    by_surface: dict[str, Finding] = {}
    for finding in findings:
        surface = document.text[finding.start : finding.end]
        if finding.kind.label in _PLACED and len(surface) > 3 and surface[:1].isupper() and finding.score >= 0.5:
            by_surface.setdefault(surface, finding)
    found = []
    for surface, first in by_surface.items():
        found += [
            dataclasses.replace(first, start=match.start(), end=match.end(), detector=DETECTOR, reason="propagated")
            for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", document.text)
            if document.zone_at(match.start()) is not Zone.REFERENCES
        ]
    return found


def _one_name(text: str, left: Finding, right: Finding) -> bool:
    """Whether two neighbouring findings are parts of one name: "Donna" "Marie" "Priddy", "O" "Dowd"."""
    if left.kind not in _NAMED or right.start < left.end:
        return False
    between = text[left.end : right.start]
    if between in (" ", "-", "'", "’"):
        return not re.search(TITLE_PATTERN + "$", text[left.end : right.start])
    return bool(_INITIALS.match(text[left.start : left.end])) and between in (". ", ".")
