"""The last look at a finished text: is anything that was to go still there?

Looks through what typing and encoding can hide: compatibility forms and zero-width characters, character references,
percent-encoded link targets, capitals.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from journal.anonymise.changes import applied
from journal.anonymise.finding import Finding, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import Form, NameIndex, name_words
from journal.anonymise.segments import document_of
from journal.model import Change, Reason


def leftovers(
    base: str,
    changes: Sequence[Change],
    findings: Iterable[Finding],
    knowledge: Knowledge,
    kept_words: Iterable[str] = (),
) -> int:
    """How many places of the draft still hold a form of what was changed, or a name of the register.

    What the person decided to keep, in so many words, does not count, nor what stood in the base outside every
    finding and was not taken for a mention when the base was scanned. ``kept_words`` were typed and kept on purpose.
    """
    kept = {
        form
        for change in changes
        if change.reason is Reason.KEPT
        for form in surface_forms(base[change.start : change.end])
    }
    kept |= {form for words in kept_words for form in surface_forms(words, person=True)}
    gone = {
        form
        for finding in findings
        if finding.risk is not Risk.KEEP
        for form in surface_forms(base[finding.start : finding.end], person=finding.kind.label == "PERSON")
    } - kept
    sources = [(finding.start, finding.end) for finding in findings if finding.risk is Risk.KEEP]
    outside = unhidden(_without(base, changes))
    draft = unhidden(applied(base, changes))
    places = sum(max(0, _count(form, draft) - _count(form, outside)) for form in gone)
    # A register name that was also found counts once.
    return max(places, _register_names(draft, outside, kept, knowledge)) + _in_links(draft, gone, base, sources)


def unhidden(text: str) -> str:
    """A text as an attentive reader could make it out: NFKC, references resolved, nothing of no width."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    text = "".join(ch for ch in text if unicodedata.category(ch) != "Cf")
    return text.replace("’", "'").replace("‘", "'")


def surface_forms(surface: str, *, person: bool = False) -> set[str]:
    """The ways in which a surface could still be read: whole, and for a person each word of three letters or more."""
    whole = re.sub(r"\s+", " ", unhidden(surface)).strip(" .,;:!?\"'")
    forms = {whole} if sum(ch.isalnum() for ch in whole) >= 3 else set()
    if person:
        forms |= {word.replace("’", "'") for word in name_words(unhidden(surface)) if len(word) >= 3}
    return forms | {form.upper() for form in forms}


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


def _register_names(draft: str, outside: str, kept: set[str], knowledge: Knowledge) -> int:
    """Mentions of register names and of the author that the draft has and the untouched text has not."""
    texts = [text for name in knowledge.names for text in (name.name, *name.aliases)]
    texts += [knowledge.author.name, *knowledge.author.aliases]
    forms = [Form(word, word) for text in texts for word in name_words(text) if word not in kept and len(word) > 2]
    index = NameIndex(forms, knowledge.lists)
    return max(0, len(index.find(document_of(draft))) - len(index.find(document_of(outside))))


_LINK = re.compile(r"\]\(([^)\s]+)|(?:https?://|www\.)\S+|\[[^\]]+\]:\s*(\S+)")


def _in_links(draft: str, gone: set[str], base: str, sources: Sequence[tuple[int, int]]) -> int:
    """Forms inside link targets, as parts of them too; the links of sources that are kept are exempt."""
    exempt = " ".join(base[start:end] for start, end in sources)
    forms = {form.lower() for form in gone if len(form) >= 4 and form.isalpha()}
    places = 0
    for match in _LINK.finditer(draft):
        target = match.group(1) or match.group(2) or match.group()
        if target not in exempt:
            words = set(re.findall(r"[^\W\d_]+", unquote(target).lower()))
            places += len(words & forms)
    return places
