"""Looks for the people, places and organisations of the register and for what the author's profile names."""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import TITLE_PATTERN, Form, NameIndex, fold, name_words
from journal.anonymise.segments import Document
from journal.model import KnownName, NameKind

DETECTOR = "register"

# Words that many organisations share; what stands before the first of them names this one.
_GENERIC_WORDS = (
    "talking therapies therapy counselling counsellors wellbeing service services centre center trust nhs foundation "
    "partnership mental health care hospital surgery practice hub network collective school comprehensive academy "
    "college university primary secondary clinic community cmht iapt team psychology psychological children's "
    "childrens student students older adult adults young people's group ltd limited charity house group unit ward "
    "hospice church the and of for"
)
GENERIC_ORG_WORDS = frozenset(_GENERIC_WORDS.split())
#: Employers that name nobody.
_GENERIC_EMPLOYERS = frozenset(
    {"private practice", "self employed", "self-employed", "nhs", "the nhs", "freelance", "independent practice"}
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Register names and author terms, with their entity; places and employers of the author at author's risk."""
    people = [name for name in knowledge.names if name.kind is NameKind.PERSON]
    forms = [form for name in people for form in person_forms(name)]
    found = _word_findings(document, knowledge, forms, Kind.NAME_PERSON, Risk.DIRECT)
    found += _single_letters(document, people)
    for name in knowledge.names:
        if name.kind is not NameKind.PERSON:
            kind = Kind.PLACE_GEO if name.kind is NameKind.PLACE else Kind.ORG_EMPLOYER
            for phrase in (name.name, *name.aliases):
                found += _phrases(document, variants(phrase), kind, Risk.QUASI, entity_of(name))
    return found + _author(document, knowledge)


def entity_of(name: KnownName) -> str:
    """The entity id of a register row."""
    return f"register:{name.id}"


def person_forms(name: KnownName) -> list[Form]:
    """The words by which a person of the register may be named, with one-letter slips."""
    words = {word for text in (name.name, *name.aliases) for word in name_words(text)}
    return [Form(word, entity_of(name), fuzzy=True) for word in sorted(words)]


def variants(phrase: str) -> list[str]:
    """A name of several words, its part before the first generic word, and its initials from three letters on."""
    words = phrase.split()
    found = [phrase]
    for at, word in enumerate(words):
        if fold(word) in GENERIC_ORG_WORDS and at:
            found.append(" ".join(words[:at]))
            break
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) >= 3 and len(words) == len(initials):
        found.append(initials)
    return [text for text in found if fold(text) not in GENERIC_ORG_WORDS]


def _word_findings(
    document: Document, knowledge: Knowledge, forms: list[Form], kind: Kind, risk: Risk
) -> list[Finding]:
    index = NameIndex(forms, knowledge.lists)
    return [
        Finding(start, end, kind, risk, 0.97, DETECTOR, "known_name", entity)
        for start, end, entity in index.find(document)
    ]


def _single_letters(document: Document, people: list[KnownName]) -> list[Finding]:
    """A client whom the register knows by a letter only, such as "K"."""
    found = []
    for name in people:
        for text in (name.name, *name.aliases):
            if (re.fullmatch(r"[^\W\d_](?:\.?[^\W\d_]){0,2}\.?", text) and text.isupper()) or len(text) == 1:
                pattern = rf"(?<![\w.&/-]){re.escape(text)}(?![\w&/])(?!-\w)"
                found += [
                    Finding(m.start(), m.end(), Kind.NAME_PERSON, Risk.DIRECT, 0.9, DETECTOR, "letter", entity_of(name))
                    for m in re.finditer(pattern, document.text)
                    if text not in ("I", "A") or document.text[m.end() : m.end() + 2] in ("'s", "’s")
                ]
    return found


def _phrases(document: Document, phrases: list[str], kind: Kind, risk: Risk, entity: str) -> list[Finding]:
    found = []
    for phrase in phrases:
        pattern = _phrase_pattern(phrase)
        found += [
            Finding(m.start(), m.end(), kind, risk, 0.96, DETECTOR, "known_name", entity)
            for m in pattern.finditer(document.text)
        ]
    return found


def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with any white space between its words, either apostrophe; without regard to case if it is long."""
    words = [re.escape(word).replace("'", "['’]").replace("’", "['’]") for word in phrase.split()]
    flags = re.IGNORECASE if len(words) > 1 or len(phrase) > 8 else 0
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", flags)


def _author(document: Document, knowledge: Knowledge) -> list[Finding]:
    author = knowledge.author
    words = {word for text in (author.name, *author.aliases) for word in name_words(text)}
    forms = [Form(word, "author", fuzzy=True) for word in sorted(words)]
    found = _word_findings(document, knowledge, forms, Kind.AUTHOR_NAME, Risk.AUTHOR)
    for alias in author.aliases:
        if re.match(TITLE_PATTERN, alias, re.IGNORECASE):
            found += _phrases(document, [alias], Kind.AUTHOR_NAME, Risk.AUTHOR, "author")
    if author.employer and fold(author.employer) not in _GENERIC_EMPLOYERS:
        phrases = variants(author.employer)
        found += _phrases(document, phrases, Kind.AUTHOR_EMPLOYER, Risk.AUTHOR, "author:employer")
    if author.job_title and (" " in author.job_title or author.job_title.isupper()):
        found += _phrases(document, [author.job_title], Kind.AUTHOR_JOB, Risk.AUTHOR, "author:job")
    for place in author.places:
        found += _phrases(document, [place], Kind.AUTHOR_PLACE, Risk.AUTHOR, f"author:place:{fold(place)}")
    for word in author.hidden:
        found += _phrases(document, [word], Kind.AUTHOR_WORD, Risk.AUTHOR, f"author:word:{fold(word)}")
    return found
