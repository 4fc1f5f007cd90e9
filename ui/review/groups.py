"""The findings of a review, gathered by the person or thing they are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from journal.anonymise.review import Review
from journal.model import Reason

#: Longest stretch of text shown in the list.
_LONGEST = 60
#: Detectors that look for what the person listed in settings.
_LISTED_BY_HAND = ("register",)


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one person or thing. ``words`` are what stands there, ``becomes`` what would, or does, instead.

    ``state`` is ``open``, ``changed``, ``kept`` or ``source``; one that is partly decided is ``open``. ``clearable``:
    its words may be cleared for good; a name of the register or of the writer may not, it is taken off there.
    """

    key: str = field(repr=False)
    indexes: tuple[int, ...]
    words: tuple[str, ...] = field(repr=False)
    becomes: tuple[str, ...] = field(repr=False)
    label: str
    risk: str
    state: str
    clearable: bool = True


def groups_of(review: Review) -> list[Group]:
    """The groups in the order of their first mention, kept sources last."""
    gathered: dict[str, list[int]] = {}
    for index, finding in enumerate(review.findings):
        key = finding.entity or f"{finding.kind.value}@{finding.start}"
        gathered.setdefault(f"{finding.risk.value}:{key}", []).append(index)
    made = [_group(review, key, tuple(indexes)) for key, indexes in gathered.items()]
    return sorted(made, key=lambda group: group.risk == "keep")


def _group(review: Review, key: str, indexes: tuple[int, ...]) -> Group:
    first = review.findings[indexes[0]]
    base = review.post.base
    words = dict.fromkeys(_short(base[review.findings[i].start : review.findings[i].end]) for i in indexes)
    decisions = [review.decision(index) for index in indexes]
    if first.risk.value == "keep":
        state = "source"
    elif any(decision is None for decision in decisions):
        state = "open"
    else:
        kept = all(decision is not None and decision.reason is Reason.KEPT for decision in decisions)
        state = "kept" if kept else "changed"
    becomes = dict.fromkeys(
        _short(review.findings[index].proposal if decision is None else decision.new_text)
        for index, decision in zip(indexes, decisions, strict=True)
    )
    return Group(
        key=key,
        indexes=indexes,
        words=tuple(words),
        becomes=tuple(becomes),
        label=first.kind.label,
        risk=first.risk.value,
        state=state,
        clearable=not any(review.findings[index].detector in _LISTED_BY_HAND for index in indexes),
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
