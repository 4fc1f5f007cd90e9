"""Runs the detectors over a text, decides between what they saw, and proposes what could stand there instead."""

from __future__ import annotations

import dataclasses
import secrets
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from journal.anonymise import people
from journal.anonymise.detectors import DETECTORS, advice, doubt, model
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.model_reading import Reading, read
from journal.anonymise.name_model import NameModelFailed
from journal.anonymise.names import fold
from journal.anonymise.people import Person
from journal.anonymise.segments import Document, Zone, document_of
from journal.anonymise.stand_ins import Choose, with_proposals
from journal.anonymise.tails import with_tails
from journal.anonymise.whose import attributed
from journal.model import Part

#: Kinds that span a phrase and take smaller details into them (a quotation with a place in it).
_PHRASES = frozenset(
    {"QUOTE", "UNIQUE", "EVENT", "OCCUPATION", "FAMILY", "ADDRESS", "HEALTH", "CONTACT", "DATE", "AGE", "HERITAGE"}
)

#: Phrases that mean nothing without their last word.
_HEADED = frozenset({"OCCUPATION", "FAMILY", "HEALTH", "AGE"})

#: Kinds of one name: a longer one takes in its own parts ("Liffey Street Clinic" and "Liffey Street").
_NAMES = frozenset({"PERSON", "PLACE", "ORGANISATION"})

#: What is looked for in a list of references (specification (d), rule 1).
_IN_REFERENCES = frozenset(
    {Kind.AUTHOR_LINK, Kind.CONTACT_EMAIL, Kind.CONTACT_PHONE, Kind.AUTHOR_NAME, Kind.AUTHOR_WORD}
)


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found: findings sorted and disjoint, each with a proposal unless it is kept, and who is named."""

    findings: tuple[Finding, ...]
    people: tuple[Person, ...]
    knowledge: Knowledge = field(repr=False)
    #: whether the trained model had no part in it, for whatever reason; whoever shows the findings says so
    rules_only: bool = True


def scan(
    base: str,
    parts: tuple[tuple[Part, int, int], ...],
    knowledge: Knowledge,
    choose: Choose = secrets.choice,
    *,
    stand_ins: Sequence[tuple[str, str]] = (),
) -> Scan:
    """Finds what could identify somebody in ``base``. Pure: the only chance in it is ``choose``.

    ``stand_ins`` maps entities to words chosen earlier for the same post, which are used again.
    """
    document = document_of(base, parts)
    found = [finding for detect in DETECTORS for finding in detect(document, knowledge)]
    reading = _read(base, knowledge)
    if reading is not None:
        by_model = model.find(document, reading, knowledge.lists)
        found = doubt.weighed(model.without_doubtful(found, by_model), reading) + by_model
    found = people.joined(document, allowed(document, merged(found), knowledge), knowledge)
    settled = [_trimmed(base, finding) for finding in merged(allowed(document, found, knowledge))]
    settled = people.widened(document, with_tails(document, attributed(document, settled)))
    findings = with_proposals(document, settled, knowledge, choose, dict(stand_ins))
    return Scan(tuple(findings), people.people_in(document, findings), knowledge, reading is None)


def _read(text: str, knowledge: Knowledge) -> Reading | None:
    """What the trained model reads; nothing where there is none or it fails."""
    if knowledge.name_model is None:
        return None
    try:
        return read(text, knowledge.name_model(), knowledge.lists)
    except NameModelFailed:
        return None


def priority(finding: Finding) -> float:
    """Which of two overlapping findings stands; higher wins.

    What has a checked shape (addresses, numbers) stands above all; a citation by its shape above names; the register
    and names in a person's grammar above a keep term known from a list only, and above list names.
    """
    if finding.kind.label in ("CONTACT", "IDENTIFIER", "ADDRESS") and finding.detector != model.DETECTOR:
        return 200 + finding.score
    if finding.kind is Kind.AUTHOR_HELPER:
        return 195  # may be a cited author too; the writer has to be asked (specification, cases)
    if finding.risk is Risk.KEEP:
        return 100 + 90 * finding.score
    if finding.detector == "register":
        return 180 + finding.score
    if finding.kind.label in ("DATE", "AGE"):
        # "on Qingming", which no list of names has
        return 172 if finding.reason == "festival" else 120 + 10 * finding.score
    return 100 + 75 * finding.score


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted, disjoint findings: where two overlap the one of higher priority stands, or the phrase around it."""
    ordered = sorted(dict.fromkeys(findings), key=lambda f: (-_rank(f), f.start - f.end, f.start))
    starts: list[int] = []
    taken: list[Finding] = []
    for finding in ordered:
        inside = _overlapped(taken, starts, finding)
        if not inside:
            _insert(taken, starts, finding)
            continue
        if _absorbs(finding, inside):
            _remove(taken, starts, inside)
            _insert(taken, starts, _known(finding, inside))
            continue
        if _same_phrase(finding, inside):
            _remove(taken, starts, inside)
            start, end = min(f.start for f in (finding, *inside)), max(f.end for f in (finding, *inside))
            _insert(taken, starts, dataclasses.replace(inside[0], start=start, end=end))
            continue
        if _is_name(finding) and all(_is_name(other) and other.detector != "register" for other in inside):
            # Two halves of one name ("Jess T" and "T.") make it whole.
            _remove(taken, starts, inside)
            start, end = min(f.start for f in (finding, *inside)), max(f.end for f in (finding, *inside))
            _insert(taken, starts, dataclasses.replace(inside[0], start=start, end=end))
            continue
        for rest in _remainders(finding, inside):
            _insert(taken, starts, rest)
    return taken


def _rank(finding: Finding) -> float:
    return priority(finding)


def _insert(taken: list[Finding], starts: list[int], finding: Finding) -> None:
    at = bisect_right(starts, finding.start)
    starts.insert(at, finding.start)
    taken.insert(at, finding)


def _remove(taken: list[Finding], starts: list[int], inside: list[Finding]) -> None:
    for other in inside:
        at = bisect_right(starts, other.start) - 1
        del starts[at], taken[at]


def _is_name(finding: Finding) -> bool:
    return finding.kind.label == "PERSON" and finding.risk is Risk.DIRECT


def _overlapped(taken: list[Finding], starts: list[int], finding: Finding) -> list[Finding]:
    at = max(bisect_right(starts, finding.start) - 1, 0)
    found = []
    while at < len(taken) and taken[at].start < finding.end:
        if taken[at].end > finding.start:
            found.append(taken[at])
        at += 1
    return found


def _same_phrase(finding: Finding, inside: list[Finding]) -> bool:
    """Whether two detectors saw one detail of one sort, each a piece of it: "a trainee" and "trainee practitioner"."""
    label = finding.kind.label
    return label in _HEADED | {"DATE", "UNIQUE", "EVENT"} and all(
        other.kind.label == label and other.asked == finding.asked and other.risk is not Risk.KEEP for other in inside
    )


def _absorbs(finding: Finding, inside: list[Finding]) -> bool:
    """Whether a phrase takes in the details it holds; it never takes in a source that is to be kept."""
    if finding.kind.label not in _PHRASES | _NAMES or finding.risk is Risk.KEEP:
        return False
    if finding.asked and not all(other.asked for other in inside):
        return False
    return all(
        finding.start <= other.start
        and other.end <= finding.end
        and other.end - other.start < finding.end - finding.start
        and other.risk is not Risk.KEEP
        for other in inside
    )


def _known(finding: Finding, inside: list[Finding]) -> Finding:
    """A name that took in a part which the register knows is that person's, whole ("Joanna Pilling" of "Joanna")."""
    for other in inside:
        if other.detector == "register" and finding.kind.label == other.kind.label == "PERSON":
            return dataclasses.replace(other, start=finding.start, end=finding.end)
    return finding


def _remainders(finding: Finding, inside: list[Finding]) -> list[Finding]:
    """What is left of a phrase round the findings that stand; nothing of a name, which would be half of one."""
    if finding.kind.label not in _PHRASES or finding.risk is Risk.KEEP or finding.asked:
        return []
    pieces = []
    place = finding.start
    for other in sorted(inside, key=lambda f: f.start):
        if other.start - place > 2:
            pieces.append(dataclasses.replace(finding, start=place, end=other.start))
        place = max(place, other.end)
    if finding.end - place > 2:
        pieces.append(dataclasses.replace(finding, start=place))
    if finding.kind.label in _HEADED:  # what is left of a job without its last word is no job
        pieces = [piece for piece in pieces if piece.end == finding.end]
    return pieces


def _trimmed(text: str, finding: Finding) -> Finding:
    """A finding without the white space that a source cut out of it has left at its edges."""
    surface = text[finding.start : finding.end]
    lead, tail = len(surface) - len(surface.lstrip()), len(surface) - len(surface.rstrip())
    if not lead + tail or not surface.strip():
        return finding
    return dataclasses.replace(finding, start=finding.start + lead, end=finding.end - tail)


def allowed(document: Document, findings: Iterable[Finding], knowledge: Knowledge) -> list[Finding]:
    """Without what the writer cleared for good, what crosses a part, and what is exempt: sources, public helplines."""
    borders = [(start, end) for _, start, end in document.parts]
    kept = []
    for finding in findings:
        if knowledge.never_flag and fold(document.text[finding.start : finding.end]) in knowledge.never_flag:
            continue
        if not any(start <= finding.start and finding.end <= end for start, end in borders):
            continue
        if _public_help(document, finding, knowledge) or advice.of_nobody(document, finding):
            continue
        in_references = document.zone_at(finding.start) is Zone.REFERENCES
        if in_references and finding.risk is not Risk.KEEP and finding.kind not in _IN_REFERENCES:
            continue
        if any(ch.isalnum() for ch in document.text[finding.start : finding.end]):
            kept.append(finding)
    return kept


def _public_help(document: Document, finding: Finding, knowledge: Knowledge) -> bool:
    """Whether a finding lies in a line on where to find help that stands there just as the program ships it."""
    lines = knowledge.lists.help_lines
    if not lines or not any(
        part is Part.HELP and start <= finding.start and finding.end <= end for part, start, end in document.parts
    ):
        return False
    first = document.text.rfind("\n", 0, finding.start) + 1
    last = document.text.find("\n", first)
    line = document.text[first : last if last >= 0 else None]
    return finding.end <= first + len(line) and line in lines
