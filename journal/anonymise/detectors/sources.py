"""Looks for everything published that stays as it is: citations, authors, works and what they are quoted with.

Brings together ``citations`` (shapes and the list of references), ``authors`` and ``keep_terms``, and adds titles of
works, lines of things to read, institutions that publish, quoted words and years. All findings are to be kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from journal.anonymise import source_grammar as grammar
from journal.anonymise.detectors import citations, keep_terms
from journal.anonymise.detectors.authors import Authors
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold, plain
from journal.anonymise.references import references_of
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import is_everyday

DETECTOR = "sources"

# See ``authors`` for how a score ranks against names.
_INSTITUTION, _AUTHOR, _WORK, _QUOTED = 0.87, 0.82, 0.8, 0.76


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """All that is public; every finding has the risk ``keep``."""
    works, named = _listed_works(document, knowledge.lists)
    cited = citations.find(document, knowledge)
    people = Authors(document, knowledge, named).find(cited)
    sources = [f for f in cited if f.reason != "reference_list"] + people
    found = [*cited, *people, *works, *keep_terms.find(document, knowledge)]
    found += _titles(document, [*sources, *works])
    found += _pieces(document, knowledge) + _titles_of_references(document)
    found += _reading_lines(document, knowledge)
    found += _institutions(document, bool(cited)) + _studies(document, knowledge, bool(sources))
    found += _quoted(document, sources)
    found += citations.years_near(document, people)
    found += [
        year
        for year in citations.years_near(document, [f for f in found if f.detector == "keep_terms"])
        if year.score > _QUOTED
    ]
    return found


def _keep(start: int, end: int, score: float, reason: str) -> Finding:
    return Finding(start, end, Kind.SOURCE, Risk.KEEP, score, DETECTOR, reason)


def _prose(document: Document, position: int) -> bool:
    return document.zone_at(position) is not Zone.REFERENCES


def _listed_works(document: Document, lists: WordLists) -> tuple[list[Finding], list[tuple[str, int]]]:
    """Listed works by their title, and their authors, who count as named in full there."""
    found = []
    authors = []
    text = document.text.replace("’", "'")
    for title, author in lists.works.items():
        start = text.find(title)
        while start >= 0:
            end = start + len(title)
            if not text[end : end + 1].isalnum() and not text[max(0, start - 1) : start].isalnum():
                found.append(_keep(start, end, _WORK, "work"))
                authors.append((author, start))
            start = text.find(title, end)
    return found, authors


def _titles(document: Document, sources: list[Finding]) -> list[Finding]:
    """Titles of works by their look, in italics or quotation marks, with a source or a word of reading beside them."""
    text = document.text
    found = []
    starts = sorted(source.start for source in sources)
    spans = [m.span(2) for m in grammar.ITALIC.finditer(text)]
    spans += [(quotation.start, quotation.end) for quotation in document.quotations]
    for start, end in spans:
        if not _prose(document, start) or not grammar.looks_like_a_title(text[start:end]):
            continue
        first, last = document.sentence_at(start)
        author = grammar.BY_AUTHOR.match(text, end, min(len(text), end + 60))
        at = bisect_left(starts, first)
        beside = at < len(starts) and starts[at] < last
        if beside or author or grammar.CUE_OF_WORK.search(text[first:start] + " " + text[end:last]):
            found.append(_keep(start, end, _WORK, "title_of_work"))
        if author:
            found.append(_keep(*author.span(1), _AUTHOR, "author_of_work"))
    return found


def _pieces(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Works told with "by" and a whole name: "a poem by Ada Limón"; not by anybody of the register."""
    own = {plain(word) for known in knowledge.names for word in re.findall(r"\w+", known.name)}
    found = [
        _keep(*match.span("by"), _AUTHOR, "author_of_work")
        for match in grammar.PLACE_IN.finditer(document.text)
        if _prose(document, match.start()) and not any(plain(word) in own for word in match.group("by").split())
    ]
    found += [
        _keep(*match.span(group), _AUTHOR, "author_of_work")
        for match in grammar.WRITTEN_BY.finditer(document.text)
        for group in ("by", "of", "said")
        if match.group(group)
        and _prose(document, match.start())
        and not any(plain(word) in own for word in match.group(group).split())
    ]
    for match in grammar.PIECE_BY.finditer(document.text):
        group = "author" if match.group("author") else "by"
        if _prose(document, match.start()) and not any(plain(word) in own for word in match.group(group).split()):
            found.append(_keep(*match.span(group), _AUTHOR, "author_of_work"))
            if match.group("title"):
                found.append(_keep(*match.span("title"), _AUTHOR, "title_of_work"))
    return found


# What follows the year of an entry, up to the first full stop, question mark or place of publication; its parts lie
# before and after a colon ("CBT: The Cognitive Behavioural Tsunami: Managerialism, Politics and …").
_AFTER_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)[.,:]?\s*[‘'“\"*_]*([^.?\n]{6,200})")
_ORGANISATION_AUTHOR = re.compile(r"\s*((?:[A-Z][\w'’-]+ ){1,4}[A-Z][\w'’-]+),? \((?:19|20)\d\d")


def _titles_of_references(document: Document) -> list[Finding]:
    """Titles, parts of titles and organisations of the list of references, where the text repeats them."""
    phrases: set[str] = set()
    for entry in references_of(document):
        line = document.text[entry.start : entry.end]
        for titled in _AFTER_YEAR.finditer(line):
            parts = [titled.group(1), *re.split(r"[:–—]| - ", titled.group(1))]
            phrases |= {part.strip(" ,‘’'“”\"*_") for part in parts}
            phrases |= {re.split(r",? (?:final|interim|annual) report", part)[0].strip(" ,") for part in parts}
        body = _ORGANISATION_AUTHOR.match(line)
        if body:
            phrases.add(body.group(1))
    found = []
    for phrase in phrases:
        if len(phrase.split()) > 1 and len(phrase) > 8:
            pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
            found += [
                _keep(m.start(), m.end(), _INSTITUTION, "title_of_reference")
                for m in pattern.finditer(document.text)
                if _prose(document, m.start()) and document.text[m.start()].isupper()
            ]
    return found


def _reading_lines(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Names and titles after "Reading:", unless a name is the register's or a given name alone."""
    own = {plain(word) for known in knowledge.names for word in re.findall(r"\w+", known.name)}
    found = []
    for start, end in document.sentences:
        lead = grammar.READING_LINE.match(document.text, start, end)
        if lead is None:
            continue
        for match in re.finditer(
            r"(?:[^\W\d_a-z][\w'’-]+)(?: (?:(?:of|the|and|in|on|to|for|a) )*[^\W\d_a-z][\w'’-]+)*",
            document.text[lead.end() : end],
        ):
            words = match.group().split()
            given = len(words) == 1 and words[0].lower() in knowledge.lists.given_names
            listed = words[0].lower() in knowledge.lists.source_surnames | knowledge.lists.surnames
            if (given and not listed) or any(plain(word) in own for word in words):
                continue
            if len(words) > 1 or not is_everyday(words[0].lower(), knowledge.lists):
                found.append(_keep(lead.end() + match.start(), lead.end() + match.end(), _WORK, "reading_line"))
    return found


def _institutions(document: Document, cites: bool) -> list[Finding]:
    """Institutions named as authors of published work, where the draft cites at all."""
    return [
        _keep(m.start(), m.end(), _INSTITUTION, "institution")
        for m in grammar.INSTITUTION.finditer(document.text)
        if cites and _prose(document, m.start())
    ]


def _at_home(name: str, lists: WordLists) -> bool:
    """Whether a place of these islands: "the Kendal project" is somebody's, "the Wisconsin project" was published."""
    place = lists.places.get(name)
    return place is not None and place.kind not in ("country", "city abroad")


def _studies(document: Document, knowledge: Knowledge, with_sources: bool) -> list[Finding]:
    """Public studies by their name: "the Francis report", where the draft has a source or the study says something.

    A place, a first name or a service among the words makes it somebody's own: "the Kendal project".
    """
    lists = knowledge.lists
    found = []
    for match in grammar.STUDY.finditer(document.text):
        names = [fold(word) for word in match.group(1).split()]
        private = any(
            name not in lists.source_surnames
            and (_at_home(name, lists) or name in lists.given_names or name in lists.organisation_heads - {"project"})
            for name in names
        )
        says = re.match(r" (?:says|found|finds|calls|recommend|conclude|showed|shows)", document.text[match.end() :])
        if not private and (with_sources or says):
            found.append(_keep(match.start(1), match.end(), _INSTITUTION, "study"))
    return [f for f in found if _prose(document, f.start)]


def _quoted(document: Document, sources: list[Finding]) -> list[Finding]:
    """What a source is quoted with: a quotation that follows it in its sentence, nobody else speaking between."""
    ordered = sorted(sources, key=lambda source: source.start)
    starts = [source.start for source in ordered]
    found = []
    for quotation in document.quotations:
        first, _ = document.sentence_at(quotation.start)
        for source in ordered[bisect_left(starts, first) : bisect_left(starts, quotation.start)]:
            between = document.text[source.end : quotation.start]
            if source.end <= quotation.start and len(between) < 90 and not grammar.SPEAKS.search(between):
                found.append(_keep(quotation.start, quotation.end, _QUOTED, "words_of_source"))
                break
    return found
