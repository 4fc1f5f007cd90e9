"""What was found in words that a person typed into a draft.

Such words stand in no base: they are the new text of a change. A finding in them is therefore placed by its change and
an offset inside the change's words. Taking its proposal rewrites the change, and the proposal is one of the post's
stand-ins from then on, which are not found again; keeping it is remembered there, too, as words that stand for
themselves.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from journal.anonymise.changes import Placed
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.scan import scan
from journal.anonymise.stand_ins import Choose
from journal.model import Change, Part, Reason

#: Changes whose words a person typed.
_TYPED = (Reason.EDITED, Reason.WORDED)
#: What narrows, and is looked for even in words chosen for a finding.
_TOLD_IN_OWN_WORDS = frozenset({Kind.PLACE_GEO, Kind.PLACE_SERVICE, Kind.ORG_EMPLOYER, Kind.DATE_EXACT})
#: Changes whose words are the base's own, or a placeholder.
_NOT_TYPED = (Reason.KEPT, Reason.FLAGGED, Reason.ASKED)
KEY = "typed:"
#: Words for what was flagged in typed words: the person finds better ones.
_PLAIN = {"PERSON": "someone", "PLACE": "another place", "ORGANISATION": "the service", "DATE": "some time ago"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A finding at ``[start, end)`` of the words of the change that begins at ``place`` of the base."""

    place: int
    start: int
    end: int
    surface: str = field(repr=False)
    finding: Finding

    @property
    def key(self) -> str:
        """What its decision is kept under."""
        return typed_key(self.finding.kind, self.surface)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the draft that holds typed words, with where it begins in the draft."""

    start: int
    text: str = field(repr=False)


#: What was seen in each paragraph that holds typed words.
Found = Sequence[tuple[Paragraph, Sequence[Finding]]]


def typed_key(kind: Kind, surface: str) -> str:
    """One key for the same words of the same kind, wherever they were typed."""
    return f"{KEY}{kind.value}:{_folded(surface)}"


def for_scan(stand_ins: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The stand-ins of a post that stand for something, without what is kept here under ``typed_key``."""
    return tuple((entity, words) for entity, words in stand_ins if not entity.startswith(KEY))


def typed_paragraphs(draft: str, placed: Placed) -> tuple[Paragraph, ...]:
    """The paragraphs of the draft in which a person typed."""
    found: dict[int, Paragraph] = {}
    for begin, change in _stretches(placed):
        start = draft.rfind("\n", 0, begin) + 1
        end = draft.find("\n", begin + len(change.new_text))
        found[start] = Paragraph(start, draft[start : end if end >= 0 else len(draft)])
    return tuple(found.values())


def _stretches(placed: Placed) -> list[tuple[int, Change]]:
    """The changes whose words a person typed, each with where it begins in the draft."""
    numbers = (at for at, change in enumerate(placed.changes) if change.reason in _TYPED and change.new_text)
    return [(placed.begin(at), placed.changes[at]) for at in numbers]


def look_through(
    paragraphs: Sequence[Paragraph],
    knowledge: Knowledge,
    choose: Choose,
    stand_ins: Sequence[tuple[str, str]] = (),
) -> Found:
    """What the detectors see in each paragraph by itself, in places of the paragraph. Pure but for ``choose``."""
    found = []
    for paragraph in paragraphs:
        text = paragraph.text
        seen = scan(text, ((Part.BODY, 0, len(text)),), knowledge, choose, stand_ins=stand_ins)
        found.append((paragraph, seen.findings))
    return tuple(found)


def typed_findings(
    draft: str,
    placed: Placed,
    looked: Mapping[str, Sequence[Finding]],
    findings: Sequence[Finding],
    stand_ins: Mapping[str, str],
) -> tuple[Typed, ...]:
    """Of what was found in each paragraph's text, that which lies in typed words and is no stand-in of this post.

    Words that a person flagged (a stand-in of no
    words, or, once kept, of themselves) are found in any change's words.
    """
    found = [(one, looked[one.text]) for one in typed_paragraphs(draft, placed) if looked.get(one.text)]
    made = _flagged(placed.changes, stand_ins)
    if not found:
        return _sorted(made)
    # what was accepted before the post was left stands there, whatever is proposed now
    accepted = (change.new_text for change in placed.changes if change.reason is Reason.ACCEPTED)
    spoken_for = {
        _folded(words) for words in (*(f.proposal for f in findings), *stand_ins.values(), *accepted) if words
    }
    stretches = _stretches(placed)
    for paragraph, seen in found:
        for finding in seen:
            if finding.risk is Risk.KEEP:
                continue
            start, end = paragraph.start + finding.start, paragraph.start + finding.end
            for begin, change in stretches:
                first, last = max(start, begin), min(end, begin + len(change.new_text))
                surface = draft[first:last]
                if first >= last or not any(ch.isalnum() for ch in surface) or _own(finding, change):
                    continue
                one = Typed(change.start, first - begin, last - begin, surface, finding)
                own = one.key not in stand_ins and _is_said_for(one, change.new_text, spoken_for)
                if not own and not any(_overlaps(one, other) for other in made):
                    made.append(one)
    return _sorted(made)


def _is_said_for(one: Typed, text: str, spoken_for: Collection[str]) -> bool:
    """Whether it is a stand-in of the post, or part of one: "Yorkshire" in "a city in Yorkshire"."""
    if _folded(one.surface) in spoken_for:
        return True
    surface = one.surface.lower()
    return any(
        match.start() <= one.start and one.end <= match.end()
        for words in spoken_for
        if surface in words
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    )


def _sorted(made: Sequence[Typed]) -> tuple[Typed, ...]:
    return tuple(sorted(made, key=attrgetter("place", "start")))


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _overlaps(one: Typed, other: Typed) -> bool:
    return one.place == other.place and one.start < other.end and other.start < one.end


def _flagged(changes: Sequence[Change], stand_ins: Mapping[str, str]) -> list[Typed]:
    made: list[Typed] = []
    for key in stand_ins:
        if not key.startswith(KEY):
            continue
        value, _, words = key.removeprefix(KEY).partition(":")
        kind = Kind(value)
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
        for change in changes:
            if change.reason not in _NOT_TYPED:
                for match in pattern.finditer(change.new_text):
                    found = Finding(match.start(), match.end(), kind, risk_of(kind), 1.0, "person", "added", key)
                    found = dataclasses.replace(found, treatment=kind.treatment, proposal=_PLAIN.get(kind.label, "it"))
                    made.append(Typed(change.start, match.start(), match.end(), match.group(), found))
    return made


def kept_up(typed: Sequence[Typed], changes: Sequence[Change]) -> tuple[Typed, ...]:
    """The findings that still stand in the words of a change, each where it stands by now."""
    still = []
    for one in typed:
        change = change_of(one, changes)
        if change is None:
            continue
        if change.new_text[one.start : one.end] == one.surface:
            still.append(dataclasses.replace(one, place=change.start))
            continue
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(one.surface)}(?!\w)", change.new_text)]
        if places:
            start = min(places, key=lambda at: abs(at - one.start))
            still.append(dataclasses.replace(one, place=change.start, start=start, end=start + len(one.surface)))
    return tuple(dict.fromkeys(still))


def change_of(typed: Typed, changes: Sequence[Change]) -> Change | None:
    """The change in whose words it stands."""
    # sorted and never overlapping, so that their ends are sorted, too
    for at in range(bisect_left(changes, typed.place, key=attrgetter("end")), len(changes)):
        change = changes[at]
        if change.start > typed.place:
            break
        if change.reason not in _NOT_TYPED and typed.surface in change.new_text:
            return change
    return None


def rewritten(changes: Sequence[Change], typed: Typed, words: str) -> tuple[Change, ...]:
    """The changes, with other words in the place of what was found in one of them."""
    found = change_of(typed, changes)
    if found is None:
        return tuple(changes)
    text = found.new_text[: typed.start] + words + found.new_text[typed.end :]
    return tuple(dataclasses.replace(one, new_text=text) if one is found else one for one in changes)


def standing(typed: Typed, words: str) -> dict[str, str]:
    """Words that stand for what was found from now on, by its entity; what was flagged by hand has none."""
    entity = typed.finding.entity
    return {entity: words} if words and entity and not entity.startswith(KEY) else {}


def is_kept(typed: Typed, stand_ins: Mapping[str, str]) -> bool:
    """Whether a person said that these words stay."""
    return bool(stand_ins.get(typed.key))


def _own(finding: Finding, change: Change) -> bool:
    """Whether it is part of words that the person chose for a finding, and says no more than they meant to say.

    "Anna" in the place of another name finds itself, and so does "in her thirties" in the place of an age.
    """
    if change.reason is not Reason.WORDED:
        return False
    if finding.kind.label == "PERSON":
        return change.kind.startswith("name.") and finding.detector != "register"
    return finding.risk is Risk.QUASI and finding.kind not in _TOLD_IN_OWN_WORDS


def risk_of(kind: Kind) -> Risk:
    """The risk of what a person added by hand."""
    if kind.value.startswith("author."):
        return Risk.AUTHOR
    return Risk.DIRECT if kind.label in ("PERSON", "CONTACT", "IDENTIFIER", "ADDRESS") else Risk.QUASI
