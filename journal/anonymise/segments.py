"""Divides a text into zones, sentences, words and quotations, all in code points and in one pass each.

The zones are lines and parts; quotations lie inside them and are listed apart. Citations have no zone of their own:
they are recognised by shape (``detectors/sources.py``).
"""

from __future__ import annotations

import bisect
import enum
import re
from dataclasses import dataclass, field

from journal.model import Part


class Zone(enum.Enum):
    """What a stretch of text is, and so what may be looked for in it."""

    TITLE = "title"
    TAGS = "tags"
    PROSE = "prose"
    PROMPT = "prompt"  # a prompt quoted by the editor, a line that starts with ">"
    REFERENCES = "references"  # after a line that is only "References", to the end or to a byline
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one zone."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; ``text`` keeps inner hyphens and apostrophes, without a possessive or
    contracted ending."""

    start: int
    end: int
    text: str = field(repr=False)

    @property
    def lower(self) -> str:
        """The word in lower case with a straight apostrophe, as word lists hold it."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: ``start`` and ``end`` are inside the marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its divisions; built by ``document_of``. Segments, sentences and words are sorted and disjoint."""

    text: str = field(repr=False)
    parts: tuple[tuple[Part, int, int], ...]
    segments: tuple[Segment, ...]
    sentences: tuple[tuple[int, int], ...]
    words: tuple[Word, ...] = field(repr=False)
    quotations: tuple[Quotation, ...] = ()

    def zone_at(self, position: int) -> Zone:
        """The zone of a place in the text; prose between segments."""
        at = bisect.bisect_right(self.segments, position, key=lambda segment: segment.start) - 1
        if at >= 0 and position < self.segments[at].end:
            return self.segments[at].zone
        return Zone.PROSE

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence around a place, or the empty stretch there between two sentences."""
        at = bisect.bisect_right(self.sentences, position, key=lambda span: span[0]) - 1
        if at >= 0 and position < self.sentences[at][1]:
            return self.sentences[at]
        return position, position

    def starts_sentence(self, position: int) -> bool:
        """Whether a place is the first letter of its sentence, marks before it aside."""
        start, _ = self.sentence_at(position)
        return not any(ch.isalnum() for ch in self.text[start:position])

    def word_index(self, position: int) -> int:
        """The index of the first word that ends after ``position``; ``len(words)`` if there is none."""
        return bisect.bisect_right(self.words, position, key=lambda word: word.end)

    def in_quotation(self, position: int) -> bool:
        """Whether a place lies between quotation marks."""
        at = bisect.bisect_right(self.quotations, position, key=lambda quotation: quotation.start) - 1
        return at >= 0 and position < self.quotations[at].end


# A word: letters and digits with inner hyphens and apostrophes. A possessive or contracted ending ("'s", "'d", "'ll")
# belongs to no word (annotation convention "Edges"); "n't" stays, for without it another word would be left.
_WORD = re.compile(r"([^\W_]+(?:[-'’](?!(?:s|S|d|ll|ve|re|m)\b)[^\W_]+)*)(?:['’](?:s|S|d|ll|ve|re|m)\b)?")

# "References", "**References (for the real thing)**", "## Further reading:" (specification (d), rule 1).
_REFERENCES = re.compile(
    r"^[ \t]*(?:#+[ \t]*)?[*_]{0,2}(?:references?|reference list|bibliography|further reading|sources)"
    r"(?:[ \t]*\([^()\n]{0,60}\))?[ \t]*:?[*_]{0,2}[ \t]*:?[ \t]*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^[ \t]*[*_]{0,2}(?:author|written by|posted by|byline)[ \t]*:", re.IGNORECASE)
# What a paragraph of a reference list looks like: a year in brackets, a link, a page range or a publisher's shape.
_REFERENCE_ENTRY = re.compile(
    r"\((?:c\. ?)?(?:1[89]|20)\d\d[a-z]?\)|\b(?:1[89]|20)\d\d[a-z]?[.,)]|https?://|\bdoi\b|\bpp?\. ?\d|\bpress\b"
    r"|n\.d\.|in press",
    re.IGNORECASE,
)
# A line that is an entry by itself, without a heading above: "Aron, L. (1996). A Meeting of Minds. Analytic Press."
_ENTRY_LINE = re.compile(
    r"[ \t]*(?:[-*•–][ \t]+|\[?\d{1,2}[.)\]][ \t]+)?[*_]{0,2}"
    r"(?:(?:van|von|de|del|der|den|di|da|du|le|la|el|al|ten) ){0,2}"
    r"[^\W\d_a-z][\w'’-]+, (?:[^\W\d_a-z]\.[ ]?-?){1,4}[^()\n]{0,200}\((?:c\. ?)?(?:1[6-9]|20)\d\d[a-z]?\)[.,:]? +"
    r"[*_“\"‘']{0,2}[^\W\d_a-z].{8,}"
)

# A sentence ends at ., ?, ! or … and any closing marks, before white space and something that may begin another;
# a line end also ends one. Short abbreviations do not (specification has Dr P., Mrs T., appt., a.m., e.g.).
_SENTENCE_END = re.compile(
    r"(?:[.?!…]+[\"'”’)\]*_]*)(?=\s+[^\sa-z])|\n\s*\n|\n(?=\s*(?:[-*>#]|\d+[.)]\s|\([a-z]\)\s))|\n"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|rev|fr|st|sgt|pc|vs|etc|e\.g|i\.e|cf|al|approx|appt|no|nos|pp?|vol|eds?|edn"
    r"|dept|ext|ref)"
    r"|\b[^\W\d_](?:\.[^\W\d_])*)\.$",
    re.IGNORECASE,
)

_CURLY_DOUBLE = re.compile(r"“([^“”\n]{1,600})”")
_STRAIGHT_DOUBLE = re.compile(r'(?<![\w"])"(?=[^\s"])([^"\n]{1,600})"')
_SINGLE = re.compile(r"(?<![\w'‘])['‘](?=[^\s'])([^'‘’\n]{1,300}(?:['’](?=\w)[^'‘’\n]{1,200}){0,20})['’](?!\w)")
# "a card: *still here*": Markdown's emphasis after a colon stands for quotation marks
_EMPHASIS = re.compile(r"(?<=[:,] )\*(?=[^\s*])([^*\n]{8,300}[^\s*])\*(?![\w*])")


def document_of(text: str, parts: tuple[tuple[Part, int, int], ...] = ()) -> Document:
    """Divides ``text``. Without parts all of it is body."""
    parts = parts or ((Part.BODY, 0, len(text)),)
    segments: list[Segment] = []
    for part, start, end in sorted(parts, key=lambda item: item[1]):
        if start == end:
            continue
        if part is Part.BODY:
            segments.extend(_body_segments(text, start, end))
        else:
            segments.append(Segment(start, end, _PART_ZONES[part]))
    return Document(
        text=text,
        parts=parts,
        segments=tuple(segments),
        sentences=tuple(_sentences(text)),
        words=tuple(Word(m.start(1), m.end(1), m.group(1)) for m in _WORD.finditer(text)),
        quotations=tuple(_quotations(text)),
    )


_PART_ZONES = {
    Part.TITLE: Zone.TITLE,
    Part.CATEGORY: Zone.TAGS,
    Part.TAGS: Zone.TAGS,
    Part.BYLINE: Zone.BYLINE,
    Part.NOTES: Zone.PROSE,
    Part.HELP: Zone.PROSE,
}


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        found.append((start, stop))
        start = stop
    return found


def _body_segments(text: str, start: int, end: int) -> list[Segment]:
    """Lines of the body by zone, neighbours of one zone joined."""
    zone = Zone.PROSE
    strays = 0
    lines: list[Segment] = []
    for first, stop in _lines(text, start, end):
        line = text[first:stop].rstrip("\n")
        if _REFERENCES.match(line):
            zone, strays = Zone.REFERENCES, 0
        elif _BYLINE.match(line):
            zone = Zone.BYLINE
        elif zone is Zone.BYLINE and line.strip():
            zone = Zone.PROSE
        elif zone is Zone.REFERENCES and line.strip():
            # Notes written below a list ("Due at noon. Word count 212.") are prose again.
            strays = 0 if _REFERENCE_ENTRY.search(line) else strays + 1
            if strays:
                zone = Zone.PROSE
        here = zone
        if zone is Zone.PROSE and line.lstrip().startswith(">"):
            here = Zone.PROMPT
        elif zone is Zone.PROSE and _ENTRY_LINE.match(line):
            here = Zone.REFERENCES
        if lines and lines[-1].zone is here:
            lines[-1] = Segment(lines[-1].start, stop, here)
        else:
            lines.append(Segment(first, stop, here))
    return lines


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _SENTENCE_END.finditer(text):
        end = stop.end()
        if text[stop.start()] == "." and _ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start() + 1):
            continue
        _add_sentence(found, text, start, end)
        start = end
    _add_sentence(found, text, start, len(text))
    return found


def _add_sentence(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _quotations(text: str) -> list[Quotation]:
    """Quotations by their marks, the outermost where they nest; sorted and disjoint."""
    found: list[Quotation] = []
    for pattern in (_CURLY_DOUBLE, _STRAIGHT_DOUBLE, _EMPHASIS, _SINGLE):
        taken = sorted((q.start, q.end) for q in found)
        for match in pattern.finditer(text):
            start, end = match.span(1)
            at = bisect.bisect_right(taken, (end, end)) - 1
            if at < 0 or taken[at][1] <= start:
                found.append(Quotation(start, end))
    return sorted(found, key=lambda quotation: quotation.start)
