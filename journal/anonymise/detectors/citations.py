"""Looks for citations by their shape and for the list of references: what is published stays as it is.

Shapes follow rule 2 of the specification of identifiers, part (d): surnames with a year in or beside brackets, "et al",
"&" or "and" between surnames, several after one another, letters after years.
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import TITLES, fold, plain
from journal.anonymise.references import INITIALS, SURNAME, YEAR, Reference, matches, references_of
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import CALENDAR, capital_says_nothing, is_everyday

DETECTOR = "citations"

#: Above the register (0.97 of 180): a client may share a cited author's surname, the shape decides (rule 6).
SHAPE_SCORE = 0.95
#: Below the register's and the author's names, which are checked in a list of references too (rule 1).
REFERENCE_SCORE = 0.85

_AUTHOR = rf"(?:{INITIALS})?{SURNAME}(?:[ ]{SURNAME})?(?:,[ ]{INITIALS})?"
_AUTHORS = rf"{_AUTHOR}(?:(?:,[ ]|,?[ ](?:and|&)[ ]|;[ ]){_AUTHOR}){{0,5}}(?:,?[ ]et al\b\.?)?"
_PAGES = r"(?:(?:,|:)[ ]?(?:pp?\.?[ ]?)?\d{1,4}(?:[-–]\d{1,4})?)?"
_YEARS = rf"{YEAR}(?:(?:,[ ]|[ ]?&[ ]|[ ]and[ ]|;[ ]|/){YEAR})*{_PAGES}"

# "Jackson & Rizq (2019)", "Rogers' (1957)", "van der Kolk et al. (2014, p. 3)"
_BEFORE_BRACKETS = re.compile(
    rf"(?<![\w'’-])(?P<authors>{_AUTHORS})(?:['’]s?)?,?[ ][(\[](?:see |orig\. |\d{{4}}/)?{_YEARS}(?:,? (?:cited"
    rf"|quoted) in [^()\n]{{1,60}})?[)\]]"
)
# "(Mason & Reeves 2018)", "(see Knox 2015, Rogers 1951; Destress, 2019)": each part of what is in the brackets
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{3,300}[)\]]")
_PART = re.compile(rf"(?<![\w'’-])(?P<authors>{_AUTHORS}),?[ ]{_YEARS}(?!\w)")
# "Wakefield et al 2020", "Gibbs 1988", "Rogers, 1957,": no brackets at all
_BARE = re.compile(rf"(?<![\w'’-])(?P<authors>{_AUTHORS})(?P<gap>,?[ ]){YEAR}(?![\w/-])")
_YEAR_IN_BRACKETS = re.compile(rf"(?:['’]s?)?,? ?[(\[]({YEAR})[)\],;]")
_ET_AL = re.compile(rf"(?<![\w'’-]){_AUTHORS}(?<=et al)\.?|(?<![\w'’-]){SURNAME},? et al\b\.?")
_BARE_YEAR = re.compile(r"(?<![\w£/.-])(?:1[6-9]|20)\d\d(?![\w/-])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sister|Nurse|PC|Aunt|Auntie|Uncle)\.?[ ]$")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Reference lists, paragraph by paragraph, and citations in the text."""
    references = references_of(document)
    found = [
        Finding(entry.start, entry.end, Kind.SOURCE, Risk.KEEP, REFERENCE_SCORE, DETECTOR, "reference_list")
        for entry in references
    ]
    return found + cited(document, knowledge, references)


def cited(document: Document, knowledge: Knowledge, references: list[Reference]) -> list[Finding]:
    """Citations by their shape, outside the list of references."""
    judge = _Judge(document, knowledge, references)
    spans: list[tuple[int, int]] = []
    text = document.text
    for match in _BEFORE_BRACKETS.finditer(text):
        start = judge.start_of_authors(match)
        if start is not None:
            spans.append((start, match.end()))
    for bracket in _IN_BRACKETS.finditer(text):
        for match in _PART.finditer(text, bracket.start(), bracket.end()):
            start = judge.start_of_authors(match)
            if start is not None:
                spans.append((start, match.end()))
    for match in _BARE.finditer(text):
        start = judge.start_of_authors(match, bare=True)
        if start is not None:
            spans.append((start, match.end()))
    spans += [match.span() for match in _ET_AL.finditer(text)]
    return [
        Finding(start, end, Kind.SOURCE, Risk.KEEP, SHAPE_SCORE, DETECTOR, "citation")
        for start, end in sorted(set(spans))
        if document.zone_at(start) is not Zone.REFERENCES
    ]


def years_near(document: Document, kept: list[Finding]) -> list[Finding]:
    """Years of publication that follow a source in its sentence: "an interpersonal process, 1952"."""
    found = []
    for finding in kept:
        bracket = _YEAR_IN_BRACKETS.match(document.text, finding.end)
        if bracket:
            found.append(Finding(*bracket.span(1), Kind.SOURCE, Risk.KEEP, 0.9, DETECTOR, "year_of_source"))
        _, end = document.sentence_at(finding.start)
        stretch = document.text[finding.end : min(end, finding.end + 120)]
        for match in _BARE_YEAR.finditer(stretch):
            before = stretch[: match.start()].rstrip()
            if before.endswith((",", "(", "in")) or not before:
                start = finding.end + match.start()
                found.append(Finding(start, start + 4, Kind.SOURCE, Risk.KEEP, 0.7, DETECTOR, "year_of_source"))
    return found


class _Judge:
    """Tells authors from months, places and people that happen to stand before a year."""

    def __init__(self, document: Document, knowledge: Knowledge, references: list[Reference]) -> None:
        self._document = document
        self._lists = knowledge.lists
        self._cited = frozenset(author for entry in references for author in entry.authors)

    def start_of_authors(self, match: re.Match[str], *, bare: bool = False) -> int | None:
        """Where the authors of a citation begin, an everyday word at the head of the sentence left out.

        ``None`` where those before the year are no authors. ``bare`` citations have no brackets and need more: "et
        al", "&", or an author known from the references or the lists.
        """
        text = self._document.text
        start, end = match.span("authors")
        if _TITLE.search(text, max(0, start - 12), start):
            return None
        authors = text[start:end]
        words = [w for w in re.finditer(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", authors) if len(w.group()) > 1]
        while words and self._leads_in(start + words[0].start(), words[0].group(), len(words)):
            words.pop(0)
        words = [w for w in words if w.group()[0].isupper()]
        if not words or fold(words[0].group()) in TITLES or fold(words[-1].group()) in CALENDAR | self._lists.festivals:
            return None
        names = [fold(w.group()) for w in words]
        known = any(self._known(name) for name in names)
        several = re.search(r" et al\b|&", authors[words[0].start() :]) is not None
        if bare and not (known or several):
            return None
        if bare and match.group("gap").startswith(",") and not known:
            return None
        if not (known or several) and self._someone_or_somewhere(names):
            return None
        return start + words[0].start()

    def _leads_in(self, at: int, word: str, count: int) -> bool:
        """Whether a word is no part of the first name: "In Mearns", "See Rogers", or a lower-case one."""
        if word[0].islower():
            return fold(word) in ("see", "and", "et", "al", "eg", "cf")
        if count < 2 or self._known(fold(word)):
            return False
        return capital_says_nothing(self._document, at) and is_everyday(fold(word), self._lists)

    def _known(self, name: str) -> bool:
        return name in self._lists.source_surnames or matches(name, self._cited) or plain(name) in self._cited

    def _someone_or_somewhere(self, names: list[str]) -> bool:
        """A given name alone, a place, or a season: "(Ellie 2005)", "(Leeds 2015)", "(Summer 2018)"."""
        lists = self._lists
        if any(name in CALENDAR or name in lists.festivals for name in names):
            return True
        if any(name in ("spring", "summer", "autumn", "winter", "term", "class", "covid", "year") for name in names):
            return True
        if all(name in lists.given_names and name not in lists.surnames for name in names):
            return True
        if len(names) == 1 and lists.given_names.get(names[0], 0.0) >= 0.9 and names[0] not in lists.source_surnames:
            return True
        place = lists.places.get(" ".join(names))
        # Small places are surnames more often than places beside a year in brackets.
        return place is not None and (place.population == 0 or place.population >= 30_000)
