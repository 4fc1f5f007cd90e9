"""The findings of a review, gathered by the person or thing they are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from journal.anonymise.review import Review
from journal.model import Reason

#: Longest stretch of text shown in the list; words of it shown of a person with many forms.
_LONGEST, _FORMS = 60, 4
#: What may be taken away with a number, or stay where one was.
_MARKS = " ,.;:!?()[]–—"
#: Detectors that look for what the person listed in settings.
_LISTED_BY_HAND = ("register",)


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one person or thing.

    ``clearable``: its words may be cleared for good; a name of the register or of the writer may not, it is taken off
    there. ``known``: the register has it. ``doubtful``: a rule saw it and the trained model sees nothing there.
    """

    key: str = field(repr=False)
    indexes: tuple[int, ...]
    kind: str
    label: str
    risk: str
    detector: str
    reason: str
    clearable: bool = True
    known: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a group stands now. ``words`` are what the text says, ``becomes`` what would, or does, stand there instead.

    ``state`` is ``open``, ``asked`` (its own words are to be written), ``changed``, ``kept`` or ``source``; one that
    is partly decided is ``open``.
    """

    words: tuple[str, ...] = field(repr=False)
    becomes: tuple[str, ...] = field(repr=False)
    state: str


def groups_of(review: Review) -> list[Group]:
    """The groups in the order of their first mention, kept sources last."""
    gathered: dict[str, list[int]] = {}
    now = review.now
    places: dict[str, int] = {}
    for index in range(now.count):
        finding, typed = now.finding(index), now.typed_at(index)
        place = finding.start if typed is None else typed.place
        entity = finding.entity if typed is None else typed.key
        key = f"{finding.risk.value}:{entity or f'{finding.kind.value}@{place}'}"
        gathered.setdefault(key, []).append(index)
        places.setdefault(key, place)
    made = [_group(review, key, tuple(indexes)) for key, indexes in gathered.items()]
    return sorted(made, key=lambda group: (group.risk == "keep", places[group.key]))


def standing(review: Review, indexes: tuple[int, ...]) -> Standing:
    """How some mentions of one thing stand."""
    now = review.now
    decisions = [now.decision(index) for index in indexes]
    reasons = {None if decision is None else decision.reason for decision in decisions}
    if now.finding(indexes[0]).risk.value == "keep":
        state = "source"
    elif None in reasons or Reason.FLAGGED in reasons:
        state = "open"
    elif Reason.ASKED in reasons:
        state = "asked"
    else:
        state = "kept" if reasons == {Reason.KEPT} else "changed"
    read = [
        without_marks(now.surface(index), now.finding(index).proposal if decision is None else decision.new_text)
        for index, decision in zip(indexes, decisions, strict=True)
    ]
    words = dict.fromkeys(_short(was) for was, _ in read)
    becomes = dict.fromkeys(_short(new) for _, new in read)
    return Standing(tuple(words)[:_FORMS], tuple(becomes)[:_FORMS], state)


def without_marks(was: str, new: str) -> tuple[str, str]:
    """Words and what stands there instead, as a person reads them: "(01632 960123)," that becomes "," is left out."""
    if new and was != new and not any(sign.isalnum() for sign in new):
        return was.strip(_MARKS) or was, ""
    return was, new


def _group(review: Review, key: str, indexes: tuple[int, ...]) -> Group:
    first = review.now.finding(indexes[0])
    by_hand = [index for index in indexes if review.now.finding(index).detector in _LISTED_BY_HAND]
    return Group(
        key=key,
        indexes=indexes,
        kind=first.kind.value,
        label=first.kind.label,
        risk=first.risk.value,
        detector=first.detector,
        reason=first.reason,
        clearable=not by_hand,
        known=bool(by_hand),
        doubtful=all(review.now.finding(index).doubtful for index in indexes),
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
