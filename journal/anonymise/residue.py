"""The last look at a finished text: is anything that was to go still there?

Every name of the register and every surface that was changed is looked for again in title, tags, text and byline, in
link targets and file names: as it stood, in capitals, one letter out, and behind what typing and encoding can hide
(``disguises``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from journal.anonymise.changes import applied
from journal.anonymise.disguises import undisguised
from journal.anonymise.finding import Finding, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import Form, NameIndex, fold, name_words, plain
from journal.anonymise.segments import document_of
from journal.model import Change, Reason

#: What may stand at the head of a mention and is no part of the name.
_NO_NAME = frozenset(("the", "our", "my", "her", "his", "their", "your", "and"))


def leftovers(base: str, changes: Sequence[Change], findings: Iterable[Finding], knowledge: Knowledge) -> int:
    """How many places of the draft still hold a form of what was changed, or a name of the register.

    What the person decided to keep, in so many words, does not count, nor what stood in the base outside every
    finding and was not taken for a mention when the base was scanned; what stands there in disguise does count.
    """
    findings = tuple(findings)
    kept = _kept_forms(base, changes)
    gone = _gone_forms(base, findings) - kept
    names = _person_forms(base, findings, knowledge) - {fold(form) for form in kept}
    sources = [(finding.start, finding.end) for finding in findings if finding.risk is Risk.KEEP]
    untouched, written = _without(base, changes), applied(base, changes)
    outside, draft = undisguised(untouched), undisguised(written)
    places = sum(max(0, _count(form, draft) - _count(form, outside)) for form in gone)
    # A register name that was also found counts once.
    places = max(places, _names(draft, outside, kept, names, knowledge))
    return places + _disguised(written, draft, names, knowledge) + _in_links(written, gone, base, sources)


def unhidden(text: str) -> str:
    """A text as an attentive reader could make it out (``disguises.undisguised``)."""
    return undisguised(text)


def surface_forms(surface: str, *, person: bool = False) -> set[str]:
    """The ways in which a surface could still be read: whole, and for a person each word of three letters or more."""
    whole = re.sub(r"\s+", " ", undisguised(surface)).strip(" .,;:!?\"'")
    forms = {whole} if sum(ch.isalnum() for ch in whole) >= 3 else set()
    if person:
        forms |= set(_words_of(undisguised(surface)))
    return forms | {form.upper() for form in forms}


def names_in(file_name: str, left_out: Iterable[str]) -> int:
    """How many of the names that a post left out stand in a file name, run together with other words too."""
    stem = plain(undisguised(unquote(file_name)).rsplit(".", 1)[0])
    words = set(re.findall(r"[^\W\d_]+", stem))
    run_on = re.sub(r"[\W\d_]+", "", stem)
    return sum(1 for name in {plain(form) for form in left_out} if name in words or (len(name) >= 5 and name in run_on))


def left_out(base: str, changes: Sequence[Change], findings: Iterable[Finding], knowledge: Knowledge) -> frozenset[str]:
    """The words of names that a finished post must not bring along, for ``names_in``."""
    kept = {fold(form) for form in _kept_forms(base, changes)}
    names = _person_forms(base, tuple(findings), knowledge)
    return frozenset(name for name in names - kept if name not in knowledge.lists.common_words)


def _kept_forms(base: str, changes: Sequence[Change]) -> set[str]:
    return {
        form
        for change in changes
        if change.reason is Reason.KEPT
        for form in surface_forms(base[change.start : change.end], person=True)
    }


def _gone_forms(base: str, findings: Iterable[Finding]) -> set[str]:
    return {
        form
        for finding in findings
        if finding.risk is not Risk.KEEP
        for form in surface_forms(base[finding.start : finding.end], person=finding.kind.label == "PERSON")
    }


def _person_forms(base: str, findings: Iterable[Finding], knowledge: Knowledge) -> set[str]:
    """Folded words of all who are named: in the register, as the author, and in the findings."""
    texts = [text for name in knowledge.names for text in (name.name, *name.aliases)]
    texts += [knowledge.author.name, *knowledge.author.aliases]
    texts += [base[f.start : f.end] for f in findings if f.kind.label == "PERSON" and f.risk is not Risk.KEEP]
    return {fold(word) for text in texts for word in _words_of(text)}


def _words_of(name: str) -> list[str]:
    return [word for word in name_words(name) if len(word) > 2 and fold(word) not in _NO_NAME]


def _count(form: str, text: str) -> int:
    if form not in text:
        return 0
    return len(re.findall(rf"(?<!\w){re.escape(form)}(?!\w)", text))


def _without(base: str, changes: Sequence[Change]) -> str:
    """The base with a gap for each change: what no decision has touched."""
    pieces = []
    place = 0
    for change in changes:
        pieces += [base[place : change.start], "\0"]
        place = change.end
    return "".join([*pieces, base[place:]])


def _names(draft: str, outside: str, kept: set[str], names: set[str], knowledge: Knowledge) -> int:
    """Mentions of names, one letter out too, that the draft has and the untouched text has not."""
    texts = [text for name in knowledge.names for text in (name.name, *name.aliases)]
    texts += [knowledge.author.name, *knowledge.author.aliases]
    forms = [Form(word, word, fuzzy=len(word) > 5) for text in texts for word in _words_of(text) if word not in kept]
    known = {fold(form.text) for form in forms}
    forms += [Form(name.capitalize(), name, fuzzy=len(name) > 5) for name in sorted(names - known)]
    index = NameIndex(forms, knowledge.lists)
    return max(0, len(index.find(document_of(draft))) - len(index.find(document_of(outside))))


def _disguised(written: str, draft: str, names: set[str], knowledge: Knowledge) -> int:
    """Names that are read only behind a disguise, wherever they stand: nobody types them so by chance."""
    if draft == written:
        return 0
    # Not folded: compatibility forms are a disguise too.
    typed = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", written)
    open_words = {word.lower().replace("’", "'") for word in typed}
    hidden = {fold(word) for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", draft)} - open_words
    return len({name for name in names if name not in knowledge.lists.common_words} & hidden)


_LINK = re.compile(r"\]\(([^)\s]+)|(?:https?://|www\.)\S+|\[[^\]]+\]:\s*(\S+)")


def _in_links(draft: str, gone: set[str], base: str, sources: Sequence[tuple[int, int]]) -> int:
    """Forms inside link targets, as parts of them too; the links of sources that are kept are exempt."""
    exempt = " ".join(base[start:end] for start, end in sources)
    forms = {form.lower() for form in gone if len(form) >= 4 and form.isalpha()}
    places = 0
    for match in _LINK.finditer(draft):
        target = match.group(1) or match.group(2) or match.group()
        if target not in exempt:
            words = set(re.findall(r"[^\W\d_]+", undisguised(unquote(target)).lower()))
            places += len(words & forms)
    return places
