"""Looks for the words of clients and relatives given verbatim, which can be searched and recognised.

Not those of the writer, of letters and forms, nor sayings that everybody uses; what staff said is only asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journal.anonymise.detectors.cast import Cast, Voice, cast_of
from journal.anonymise.detectors.judgments import is_judgment
from journal.anonymise.detectors.quote_words import (
    ADVISED,
    AFTER,
    AS_THEY_SAY,
    AT_MEETING,
    BEFORE,
    COINED,
    COLON,
    COMMON_SAYING,
    EXAMPLE,
    GOES_ON,
    GOOD_TO_SAY,
    HELD_UP,
    I_AFTER,
    I_SAY,
    IT_SAYS,
    MADE_UP,
    MESSAGE,
    OF_NOTES,
    OF_SOMEBODY,
    ON_PAPER,
    PAPER,
    PREDICATE,
    RELAYED,
    SAYING_OF,
    SPEECH,
    SUBJECT,
    SUCH_AS,
    TAKEN_DOWN,
    THEIR_WORD,
    TO_READER,
)
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Quotation, Zone

DETECTOR = "quotes"

#: A quotation shorter than this many words is a word held up, unless somebody coined it.
_LEAST = 3


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Quotations whose speaker is a client or a relative, and to be asked about, those of staff."""
    if not document.quotations or is_judgment(document.text):
        return []
    cast = cast_of(document, knowledge)
    found = []
    for quotation in document.quotations:
        if document.zone_at(quotation.start) not in (Zone.PROSE, Zone.PROMPT):
            continue
        voice = _voice(document, quotation, cast)
        span = (quotation.start, quotation.end)
        if voice is Voice.CLIENT:
            found.append(Finding(*span, Kind.QUOTE_CLIENT, Risk.QUASI, 0.6, DETECTOR, "client_speaks"))
        elif voice is Voice.STAFF and _count(document.text[quotation.start : quotation.end]) >= 5:
            found.append(Finding(*span, Kind.QUOTE_COLLEAGUE, Risk.QUASI, 0.55, DETECTOR, "staff_speaks"))
    return found


def _count(words: str) -> int:
    return len(re.findall(r"\w[\w'’]*", words))


@dataclass(frozen=True, slots=True)
class _Around:
    """A quotation with what leads to it: its paragraph, its sentence, and what follows."""

    words: str = field(repr=False)
    lead: str = field(repr=False)
    sentence: str = field(repr=False)
    after: str = field(repr=False)
    alone: bool

    @property
    def count(self) -> int:
        """The number of words quoted."""
        return _count(self.words)


def _voice(document: Document, quotation: Quotation, cast: Cast) -> Voice:
    """Whose words a quotation gives: the first step that can tell decides."""
    text = document.text
    paragraph = max(text.rfind("\n\n", 0, quotation.start) + 1, text.rfind("\n- ", 0, quotation.start) + 1)
    lead = text[max(paragraph, quotation.start - 320) : quotation.start - 1]
    around = _Around(
        words=text[quotation.start : quotation.end],
        lead=lead,
        sentence=re.split(r"(?<=[.!?…])[\"”’)]*\s+(?=[^\sa-z])|\n", lead)[-1],
        after=text[quotation.end : quotation.end + 90],
        alone=_alone(text, quotation),
    )
    for step in (_coined, _held_up, _follows, _taken_down, _written, _predicated, _not_said, _said, _unsaid):
        speaker = step(around)
        if speaker is not None:
            return speaker if isinstance(speaker, Voice) else cast.voice_of(speaker, quotation.start)
    return Voice.NOBODY


def _coined(around: _Around) -> str | Voice | None:
    """Somebody's own word for something, of two words too."""
    if around.count < 2:
        return Voice.NOBODY
    coined = COINED.search(around.lead)
    if coined:
        return coined.group("who")
    return "she" if THEIR_WORD.search(around.lead) else None


def _held_up(around: _Around) -> str | Voice | None:
    """Scare quotes; the writer's own child; what everybody says."""
    child = re.match(r"(?:Mum|Mam|Dad|Mom|Mummy|Daddy)\b", around.words)
    nothing = around.count < _LEAST or child or COMMON_SAYING.fullmatch(around.words)
    if nothing or SAYING_OF.match(around.after):
        return Voice.NOBODY
    # an interpreter's or a carer's "She says the house is full of water": the words are hers
    return Voice.CLIENT if RELAYED.match(around.words) else None


def _follows(around: _Around) -> str | Voice | None:
    """Who speaks by the words after the quotation, or before it where the same one goes on."""
    if I_AFTER.match(around.after):
        return Voice.WRITER
    follows = AFTER.match(around.after) or GOES_ON.search(around.lead)
    return next(group for group in follows.groups() if group) if follows else None


def _taken_down(around: _Around) -> str | Voice | None:
    """Words that the writer made up for somebody, or wrote down as somebody said them."""
    if MADE_UP.search(around.lead):
        return Voice.WRITER
    return "they" if around.alone and TAKEN_DOWN.search(around.sentence) else None


def _written(around: _Around) -> str | Voice | None:
    """What "it" says: the words of whoever was told of before, or whose letter it is; else those of a page."""
    says = IT_SAYS.search(around.lead)
    if says is None:
        return None
    before = around.lead[: says.start()]
    message = _last_match(MESSAGE, before)
    if message:
        return re.split(r"['’]", message.group("who"))[0]
    return "they" if OF_SOMEBODY.search(before) else Voice.PAPER


def _predicated(around: _Around) -> str | Voice | None:
    """What somebody says of himself or another, as the end of the writer's sentence; five words at least."""
    whole = around.count > _LEAST + 1 and around.words[:1].islower() and not OF_NOTES.search(around.words)
    return "they" if whole and PREDICATE.search(around.lead) else None


def _not_said(around: _Around) -> str | Voice | None:
    """The writer's words, advice, and what is told on paper."""
    last = _last_match(BEFORE, around.sentence)
    mine = I_SAY.search(around.sentence)
    if mine and (last is None or last.start() <= mine.start()):
        return Voice.WRITER
    if ADVISED.search(around.sentence) or AS_THEY_SAY.search(around.sentence):
        return Voice.NOBODY
    message = MESSAGE.search(around.sentence)
    if message and (last is None or message.end() > last.end()):
        return re.split(r"['’]", message.group("who"))[0]
    if SUCH_AS.search(around.sentence) or GOOD_TO_SAY.match(around.after):
        return Voice.NOBODY
    colon = COLON.search(around.lead) if last is None else None
    if colon is None:
        return None
    return Voice.PAPER if PAPER.search(around.sentence) else colon.group("who")


def _said(around: _Around) -> str | Voice | None:
    """Who speaks by the last verb of speech before the quotation."""
    sentence = around.sentence
    last = _last_match(BEFORE, sentence)
    if last is None and re.search(rf"\b{SPEECH}\b[^.?!]{{0,20}}$", sentence):
        subject = _last_match(SUBJECT, sentence)
        if subject:
            return subject.group(1)
    if last is None or last.group("who") == "I":
        return None
    between = sentence[last.end() :]
    # "they wrote to say I'd been '…'" reports; it is not somebody's own turn of phrase
    reports = re.search(r"\bI\b", between) and not re.search(r"[:,]\s*$", between)
    held = HELD_UP.search(between) and not re.search(r"\b(?:said|says|was|is|it|to|me)\s*$", sentence)
    if around.alone and re.search(r"[.!?…]\s*$", between):
        return None  # a sentence of its own, after one that tells of something said
    if reports or len(between) > 80 or (held and _count(between) > 6):
        return Voice.NOBODY
    if AT_MEETING.search(sentence):
        return Voice.STAFF
    return last.group("who")


def _unsaid(around: _Around) -> str | Voice | None:
    """Whose words stand alone: those of whom was told of before them; nobody's where they are advice or held up."""
    lead, sentence = around.lead, around.sentence
    if PAPER.search(sentence) or (around.alone and ON_PAPER.search(lead)):
        return Voice.PAPER
    if around.alone and not lead.strip():
        return "they"
    if OF_NOTES.search(around.words):
        return Voice.PAPER
    mine = re.match(
        r"(?:i|i['’]m|i['’]ve|my|we)\b", around.words, re.IGNORECASE
    )  # somebody says "I", and not the writer
    told = (mine if lead.strip() else None) or re.search(r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is|[Tt]hey)\b|[A-Z]\w+", lead)
    if TO_READER.search(lead) and not OF_SOMEBODY.search(lead):
        return Voice.NOBODY
    advice = re.search(r"\b(?:you|your|yourself)\b", sentence, re.IGNORECASE) or re.search(
        r"(?<!\d)\d\d?[.)]\s*$", lead
    )
    own = re.search(r"\bI\b[^.?!]*$", sentence)
    open_end = around.alone and told is not None and not (advice or own or EXAMPLE.search(sentence))
    return "they" if open_end else Voice.NOBODY


def _last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation of four words and more is a sentence by itself, or follows a colon or dash."""
    before = text[max(0, quotation.start - 4) : quotation.start - 1]
    ends = text[quotation.end - 1 : quotation.end] in ".!?…" or text[quotation.end + 1 : quotation.end + 2] in (
        ".",
        "",
        "\n",
    )
    if text[quotation.start - 1 : quotation.start] == "*":  # what is only stressed is nobody's words
        return False
    long = _count(text[quotation.start : quotation.end]) >= 4
    return long and ends and bool(re.search(r"(?:^|[\n.!?)*:—–(…]|,)\s*$", before))
