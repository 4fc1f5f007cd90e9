"""What the trained model takes for people, places, organisations and other details, by their context.

It adds to the rules: what a rule knows to be a source stays one (``scan.priority``). It takes away only people whom
nothing but a capital made people (``without_doubtful``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journal.anonymise.detectors.ages import of_anybody
from journal.anonymise.detectors.told import TOLD, tells, without_tail
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import WordLists
from journal.anonymise.model_reading import Reading
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import LETTERS, TRADE, foreign_at, is_everyday, typed_low
from journal.anonymise.wordpieces import PieceWord

DETECTOR = "model"

#: Label -> the chance, summed over its words and divided by their number, from which it is a finding. Chosen on
#: development texts only (docs/anonymiser.md, "The trained model"); a label without a number is not used.
FROM = {
    "PER": 0.40, "LOC": 0.40, "ORG": 0.50, "HER": 0.45, "AGE": 0.70, "DAT": 0.75, "COD": 0.95,
    "OCC": 0.65, "FAM": 0.70, "HEA": 0.70, "EVE": 0.70, "UNI": 0.50, "QUO": 0.80, "SRC": 0.93,
}  # fmt: skip
#: What a name typed small that is an everyday word, or a word that begins a sentence anyway, needs instead.
_FROM_WORD, _FROM_UNKNOWN, _FROM_LOW = 0.80, 0.85, 0.97
#: What an organisation of capitals only needs, since titles behind names look the same ("LPC").
_FROM_CAPITALS = 0.93
#: A code has more letters and digits than this: fewer are a page, a step, a room.
_SHORT_CODE = 4
#: Nobody is older: "she's 117" speaks of a section, "he is 360" of a score.
_OLDEST = 115
#: From here on it is believed against a rule that went by a capital only.
_SURE = 0.90
#: A word counts to a detail where "no detail" has less than this: a weak middle ("of") holds a long name together.
_OUTSIDE_BELOW = 0.62
#: From here on it is believed so too where it says that somebody is a source.
_SURE_SOURCE = 0.98
#: A source has no fewer letters than this: fewer are somebody's short name.
_SHORT_SOURCE = 4
#: The share of the model's certainty that is kept as a finding's score, so that rules of grammar outrank it.
_TRUST = 0.82
#: What is kept of it for a source, so that a person by grammar or the register stands against it.
_TRUST_SOURCE = 0.66

_NAMED = frozenset({"PER", "LOC", "ORG"})
#: From this weight on a given name is one in any language.
_LISTED = 0.3
_JOINTS = frozenset("'’-‐‑")
_ENDINGS = frozenset({"s", "S", "d", "ll", "ve", "re", "m", "t"})
_KINDS = {
    "PER": Kind.NAME_PERSON, "LOC": Kind.PLACE_GEO, "ORG": Kind.ORG_EMPLOYER, "AGE": Kind.AGE, "COD": Kind.ID_RECORD,
    "OCC": Kind.OCCUPATION, "FAM": Kind.FAMILY, "HEA": Kind.DX_RARE, "EVE": Kind.EVENT_DRAMATIC,
    "UNI": Kind.UNIQUENESS, "QUO": Kind.QUOTE_CLIENT, "SRC": Kind.SOURCE,
}  # fmt: skip
_RISKS = {"PER": Risk.DIRECT, "SRC": Risk.KEEP}


@dataclass(frozen=True, slots=True)
class _Run:
    """Words ``[first, stop)`` that the model labels alike."""

    first: int
    stop: int
    label: str
    chance: float


def find(document: Document, reading: Reading, lists: WordLists) -> list[Finding]:
    """The model's details outside lists of references."""
    found = []
    for run in _runs(reading):
        finding = _finding(document, reading.words, run, lists)
        if finding is not None and document.zone_at(finding.start) is not Zone.REFERENCES:
            found.append(finding)
    return found


def without_doubtful(found: Sequence[Finding], by_model: Sequence[Finding]) -> list[Finding]:
    """What rules found, less people whom only a capital made people and whom the model is sure are something else.

    A place or body stays found, and what stands there instead fits it ("the United Kingdom" is nobody's alias). A
    source stays as it is.
    """
    sure = [
        f
        for f in by_model
        if (f.kind in (Kind.PLACE_GEO, Kind.ORG_EMPLOYER) and f.score >= _SURE * _TRUST)
        or (f.kind is Kind.SOURCE and f.score >= _SURE_SOURCE * _TRUST_SOURCE)
    ]
    starts = [f.start for f in sure]

    def doubtful(finding: Finding) -> bool:
        if finding.kind is not Kind.NAME_PERSON or finding.reason != "unknown_capital":
            return False
        at = bisect_right(starts, finding.start) - 1
        return at >= 0 and finding.end <= sure[at].end

    return [finding for finding in found if not doubtful(finding)]


def _runs(reading: Reading) -> Iterator[_Run]:
    """Neighbouring words of one label, with the mean of their chances.

    Pieces of one written word ("O'Neal", "Al-Ani") are labelled as one, by the mean of all that are no marks.
    """
    text, words, rows = reading.text, reading.words, reading.rows
    kinds = [label[2:] for label in reading.labels[1::2]]
    start, kind = -1, -1
    chances: list[float] = []
    for first, stop in [*_written_words(text, words), (len(words), len(words))]:
        best, begins, chance = -1, False, 0.0
        if first < stop:
            row = _mean([rows[at] for at in range(first, stop) if text[words[at].start].isalnum()] or [rows[first]])
            if row[0] < _OUTSIDE_BELOW:
                sums = [row[1 + 2 * n] + row[2 + 2 * n] for n in range(len(kinds))]
                best = max(range(len(kinds)), key=sums.__getitem__)
                chance = sums[best]
                begins = rows[first][1 + 2 * best] > rows[first][2 + 2 * best]
        if start >= 0 and (best != kind or begins):
            yield _Run(start, first, kinds[kind], sum(chances) / len(chances))
            start = -1
        if best >= 0:
            if start < 0:
                start, kind, chances = first, best, []
            chances.append(chance)


def _written_words(text: str, words: Sequence[PieceWord]) -> Iterator[tuple[int, int]]:
    """Words that an apostrophe or hyphen joins without a space, a possessive ending apart."""
    at = 0
    while at < len(words):
        stop = at + 1
        while (
            stop + 1 < len(words)
            and text[words[stop].start : words[stop].end] in _JOINTS
            and words[stop - 1].end == words[stop].start
            and words[stop].end == words[stop + 1].start
            and text[words[stop + 1].start].isalnum()
            and text[words[stop + 1].start : words[stop + 1].end] not in _ENDINGS
        ):
            stop += 2
        yield at, stop
        at = stop


def _mean(rows: Sequence[Sequence[float]]) -> Sequence[float]:
    if len(rows) == 1:
        return rows[0]
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]


def _finding(document: Document, words: Sequence[PieceWord], run: _Run, lists: WordLists) -> Finding | None:
    if run.chance < FROM.get(run.label, 2.0):
        return None
    start, end = _whole_words(document, words[run.first].start, words[run.stop - 1].end)
    if run.label in ("LOC", "ORG") and (joint := _JOINT.match(document.text, start, end)):
        start = joint.end()
    if run.label == "PER":
        start, end = _without_small_edges(document.text, start, end, lists)
    if run.label in TOLD:
        end = start + len(without_tail(document.text[start:end]))
    surface = document.text[start:end]
    if not any(ch.isalnum() for ch in surface) or not _holds(document, start, surface, run, lists):
        return None
    if run.label in TOLD and not tells(document, start, surface, run.label):
        return None
    kind = _KINDS.get(run.label) or _kind(run.label, surface, lists)
    if run.label == "QUO":
        quoted = _quoted(document, start, end)
        if quoted is None:
            return None
        start, end = quoted
    trust = _TRUST_SOURCE if run.label == "SRC" else _TRUST
    risk = _RISKS.get(run.label, Risk.QUASI)
    return Finding(start, end, kind, risk, round(trust * run.chance, 3), DETECTOR, run.label.lower())


def _holds(document: Document, start: int, surface: str, run: _Run, lists: WordLists) -> bool:
    """Whether a detail looks like what the label says of it."""
    if run.label == "DAT":
        return _DATE.search(surface) is not None and _NO_DATE.match(surface) is None
    if run.label == "AGE":
        too_old = surface.isdigit() and int(surface) > _OLDEST
        counted = of_anybody(document, start) or _COUNTED.match(document.text, start + len(surface)) is not None
        return not (counted or too_old) and _SCORED.search(document.text, max(0, start - _CLAUSE), start) is None
    if run.label in ("OCC", "FAM", "HEA"):
        return not _too_plain(surface, run, lists)
    if run.label == "COD":
        return any(ch.isdigit() for ch in surface) and sum(ch.isalnum() for ch in surface) > _SHORT_CODE
    if run.label == "SRC":
        listed = lists.given_names.get(surface.lower(), 0.0) >= _LISTED
        return not listed and len(surface) >= _SHORT_SOURCE and _LIFE.search(surface) is None
    return run.label not in _NAMED or _names(document, start, surface, run, lists)


# "one of her people, a boy", "the left eye": kin and a body that everybody has
_EVERYBODYS = {
    "FAM": re.compile(
        r"(?:(?:an?|the|my|his|her|little|young|old|big) )*(?:boy|girl|lad|lass|aunt|auntie|uncle|mum|mam|dad"
        r"|mother|father|brother"
        r"|sister|son|daughter|husband|wife|partner|kid|child|children|baby|nan|gran|cousin|family|parent)s?(?: of)?",
        re.IGNORECASE,
    ),
    "HEA": re.compile(
        r"(?:(?:an?|the|my|his|her|left|right|bad|sore|good|other|both) )*(?:eye|hip|knee|back|leg|arm|hand"
        r"|foot|feet|shoulder|ear"
        r"|neck|head|heart|hair|face|nose|mouth)s?",
        re.IGNORECASE,
    ),
}
_WORKER = re.compile(r"(?:[^e]er|or|ist|ian|eer|ant|man|woman|wumman|person|smith|wright|monger|herd)s?$")
#: From here on even an everyday thing is believed to be somebody's work ("the print").
_SURE_WORK = 0.95


def _too_plain(surface: str, run: _Run, lists: WordLists) -> bool:
    """Whether a job, kin or body is what everybody has or no such thing: "a budgie", "an engine", "the left eye"."""
    everybodys = _EVERYBODYS.get(run.label)
    if everybodys is not None:
        return everybodys.fullmatch(surface) is not None
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", surface.lower())
    if not words or len(words) > 2 + (words[0] in ("a", "an", "the")) or run.chance >= _SURE_WORK:
        return False
    head = words[-1].removesuffix("s")
    listed = any(" ".join(words[at:]) in lists.occupations | lists.common_occupations for at in range(len(words)))
    thing = words[-1] in lists.common_words and not _WORKER.search(words[-1])
    return thing and not (listed or head in lists.occupations or head in lists.common_occupations)


def _names(document: Document, start: int, surface: str, run: _Run, lists: WordLists) -> bool:
    """Whether a name is not letters behind a name, part of an address, or a word of another language."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", surface)]
    if run.label == "ORG" and surface.isupper() and " " not in surface and run.chance < _FROM_CAPITALS:
        return False
    if run.label == "PER":
        address = _ADDRESS.search(document.text, max(0, start - 1), start + len(surface) + 1)
        if address or (len(words) == 1 and _foreign(document, start, words[0], lists)):
            return False
    if all(word in (TRADE if run.label == "PER" else LETTERS) for word in words):
        return False
    return _is_name(document, start, surface, run.chance, lists)


def _quoted(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The inside of the quotation that a stretch is, as the rules have it; None where it is no whole one."""
    at = bisect_right(document.quotations, start + _MARKS, key=lambda quotation: quotation.start) - 1
    if at < 0:
        return None
    quotation = document.quotations[at]
    whole = start - quotation.start <= _MARKS and quotation.end - end <= _MARKS and end <= quotation.end + _MARKS
    return (quotation.start, quotation.end) if whole else None


def _whole_words(document: Document, start: int, end: int) -> tuple[int, int]:
    """The stretch grown to whole words ("al-Ani"), without a possessive ending or marks at its edges."""
    text = document.text
    first = document.word_index(start)
    if first < len(document.words) and document.words[first].start < start:
        start = document.words[first].start
    last = document.word_index(end - 1)
    if last < len(document.words) and document.words[last].start < end:
        end = document.words[last].end
    surface = text[start:end]
    ending = re.search(r"['’]s?$", surface)
    if ending and ending.start():
        end -= len(ending.group())
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] != ".":
        end -= 1
    if text[end - 1 : end] == "." and not re.search(r"\b[^\W\d_]\.$", text[start:end]):
        end -= 1  # a full stop, unless it belongs to an initial
    return start, end


def _without_small_edges(text: str, start: int, end: int, lists: WordLists) -> tuple[int, int]:
    """A name without everyday words typed small at its edges: "the O'Rourke lad"."""
    parts = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    big = [n for n, (first, stop) in enumerate(parts) if any(ch.isupper() for ch in text[first:stop])]
    while big and parts and text[slice(*parts[0])] in lists.common_words:
        del parts[0]
    while big and parts and text[slice(*parts[-1])] in lists.common_words:
        del parts[-1]
    return (parts[0][0], parts[-1][1]) if parts else (start, end)


_POSTSCRIPT = re.compile(r"(?:P\.? ?P?\.? ?S|N\.? ?B|R\.? ?I\.? ?P|A\.? ?K\.? ?A)\.?", re.IGNORECASE)


def _foreign(document: Document, start: int, word: str, lists: WordLists) -> bool:
    """Whether a word heads a sentence of another language and is no listed given name: "Siempre me dicen"."""
    heads = document.starts_sentence(start) and lists.given_names.get(word, 0.0) < _LISTED
    return heads and foreign_at(document, start, lists)


def _is_name(document: Document, start: int, surface: str, chance: float, lists: WordLists) -> bool:
    """Whether a name is likely enough for how it looks: everyday words need more, small ones more still."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", surface)
    if not words or _POSTSCRIPT.fullmatch(surface):
        return False
    if len(words) == 1 and words[0].lower() in _MONTHS:
        return chance >= _FROM_LOW
    if any(ch.isupper() for ch in surface):
        everyday = all(is_everyday(word.lower().replace("’", "'"), lists) for word in words)
        return not everyday or chance >= _FROM_WORD or (len(words) > 1 and not document.starts_sentence(start))
    known = any(word in lists.given_names or word in lists.surnames for word in words)
    everyday = all(word in lists.common_words or word in lists.occupations for word in words)
    needed = _FROM_LOW if everyday else _FROM_WORD if known else _FROM_UNKNOWN
    # "I felt fury on her behalf": no name, however sure
    return chance >= needed and (known or not everyday or typed_low(document))


# Spans of time and bare weekdays are the rules' affair, which know whose they are; a time of day is none.
_DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\d(?:st|nd|rd|th)\b|\d[/-]\d"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d",
    re.IGNORECASE,
)
#: What stands before a number that is a mark on a measure and nobody's age: "her PHQ-9 was 19", "scored 31".
_SCORED = re.compile(
    r"(?:\b(?=[A-Z0-9-]*[A-Z]{3})[A-Z0-9]+(?:-[A-Z0-9]+)*\b"
    r"|\b(?:scor\w+|points?|marks?|total\w*|out of|rated?|ratings?)\b)[^.;!?\n]*$"
)
# "sixty-one people whom I'll never see again"
_COUNTED = re.compile(
    r" (?:people|clients|patients|cases|sessions|families|calls|letters|minutes|hours|days|weeks|miles|pages"
    r"|students|pupils|men"
    r"|women|others|more|of (?:us|them))\b"
)
# "Priddy, 1979–2018": a life, no source
_LIFE = re.compile(r"\b(?:1[89]|20)\d\d ?[-–] ?(?:1[89]|20)?\d\d\b")
#: How many marks may stand between the words of a quotation and its own.
_MARKS = 2
#: How far before a number that may stand, in code points.
_CLAUSE = 40
#: Months that are given names or surnames too: mostly they are months ("by then it was March").
_MONTHS = frozenset({"march", "april", "may", "june", "july", "august"})
#: What begins the second half of a longer name, and no name: "[the Industrialisation] of Care".
_JOINT = re.compile(r"(?:of|and|for|in|at|by)\s+")
# "24/7", a mark out of ten, "2-3 months"
_NO_DATE = re.compile(r"24/7$|\d{1,2}/10$|\d{1,2}-\d{1,2}[ -](?:hour|day|week|month|year)", re.IGNORECASE)
#: Part of an e-mail address or a handle, which have rules of their own.
_ADDRESS = re.compile(r"@|[a-z]\.(?:com|org|net|co|uk|edu)\b")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def _kind(label: str, surface: str, lists: WordLists) -> Kind:
    """The finer kind of a date or of heritage."""
    low = surface.lower()
    if label == "DAT":
        if _YEAR.fullmatch(surface):
            return Kind.DATE_YEAR
        return Kind.DATE_EXACT
    if low in lists.languages:
        return Kind.LANGUAGE
    if low in lists.religions:
        return Kind.RELIGION
    return Kind.NATIONALITY if low in lists.nationalities else Kind.ETHNICITY
