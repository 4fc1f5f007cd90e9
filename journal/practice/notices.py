"""Notices about supervision: private, gently worded, each can be switched off and each occurrence dismissed.

The rules are those of ``resources/practice/supervision.toml``, where a person reads them. Two of them hold back so that
they do not speak every day: the monthly total is mentioned in the last week of a month alone, and what is asked of the
latest meetings is not asked of ones long past.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from journal.practice.hours import GIVEN, Arithmetic, is_shared, months
from journal.practice.supervision import SupervisionData, is_held
from journal.practice_model import Arrangement, Session

_MOVED = ("postponed", "cancelled")
_NOT_PROTECTED = ("optional", "expected-but-moved-for-other-work")
#: "in the last 60 days" (``group-only``, ``optional``); the same reach for what was not asked.
_LATELY_DAYS = 60
#: "two of the last three", "the last three held meetings".
_LAST = 3
#: The last days of a month in which its total is worth a word.
_MONTH_END_DAYS = 7


@dataclass(frozen=True, slots=True)
class Noticed:
    """One notice to show. ``occurrence`` names it for ``PracticeLog.dismiss_notice``: the same facts, the same name."""

    id: str
    name: str
    message: str
    occurrence: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the rules look at: meetings as supervisee or peer up to today, the earliest first."""

    sessions: Sequence[Session]
    arrangement: Arrangement
    arithmetic: Arithmetic
    today: dt.date

    @property
    def held(self) -> list[Session]:
        return [session for session in self.sessions if is_held(session)]

    @property
    def decided(self) -> list[Session]:
        return [session for session in self.sessions if session.status]

    def lately(self, session: Session) -> bool:
        return (self.today - _day(session)).days <= _LATELY_DAYS


#: The numbers of a message, and what the occurrence is known by; ``None`` where there is nothing to notice.
_Found = tuple[dict[str, str], str] | None


def notices(
    data: SupervisionData,
    sessions: Sequence[Session],
    arrangement: Arrangement,
    arithmetic: Arithmetic,
    *,
    today: dt.date,
    dismissed: Collection[str] = (),
) -> tuple[Noticed, ...]:
    """What the rules of the file notice today, in the file's order; without those switched off or dismissed."""
    received = [s for s in sessions if s.role_here != GIVEN and s.day is not None and s.day <= today]
    facts = _Facts(sorted(received, key=_day), arrangement, arithmetic, today)
    found: list[Noticed] = []
    for rule in data.notices:
        if rule.id in arrangement.no_notices or rule.id not in _RULES:
            continue
        seen = _RULES[rule.id](facts)
        if seen is not None:
            numbers, known_by = seen
            occurrence = f"{rule.id}:{known_by}"
            if occurrence not in dismissed:
                found.append(Noticed(rule.id, rule.name, rule.message.format_map(numbers), occurrence))
    return tuple(found)


def _gap(facts: _Facts) -> _Found:
    """From the last meeting held; from the first one planned where none was held yet."""
    if not facts.sessions:
        return None
    last = _day(facts.held[-1]) if facts.held else _day(facts.sessions[0])
    days = (facts.today - last).days
    return ({"days": str(days)}, last.isoformat()) if days > facts.arrangement.gap_days else None


def _postponed_run(facts: _Facts) -> _Found:
    last = facts.decided[-2:]
    return ({}, str(last[-1].id)) if len(last) == 2 and all(s.status in _MOVED for s in last) else None


def _no_cover(facts: _Facts) -> _Found:
    """Of the latest meeting: an earlier one was followed by another."""
    last = facts.decided[-1:]
    return ({}, str(last[0].id)) if last and last[0].status in _MOVED and last[0].cover == "nothing-offered" else None


def _short(facts: _Facts) -> _Found:
    last = facts.held[-_LAST:]
    short = [s for s in last if s.minutes is not None and s.minutes_planned and s.minutes * 4 < s.minutes_planned * 3]
    return ({}, str(last[-1].id)) if len(short) >= 2 else None


def _group_only(facts: _Facts) -> _Found:
    lately = [session for session in facts.held if facts.lately(session)]
    return ({}, str(lately[-1].id)) if lately and all(map(is_shared, lately)) else None


def _optional(facts: _Facts) -> _Found:
    found = [s for s in facts.sessions if facts.lately(s) and s.voluntary in _NOT_PROTECTED]
    return ({}, str(found[-1].id)) if len(found) >= 2 else None


def _month_total(facts: _Facts) -> _Found:
    target, today = facts.arrangement.month_target, facts.today
    month = today.replace(day=1)
    if target is None or (today + dt.timedelta(days=_MONTH_END_DAYS)).month == today.month:
        return None
    (hours,) = months(facts.sessions, facts.arithmetic, month, today)
    if hours.credited >= target:
        return None
    return {"minutes": str(int(hours.credited)), "target": str(target)}, f"{month:%Y-%m}"


def _whole_list(facts: _Facts) -> _Found:
    if not facts.held:
        return None
    seen = [session for session in facts.held if session.caseload_review == "whole-list"]
    last = _day(seen[-1] if seen else facts.held[0])
    return ({}, last.isoformat()) if (facts.today - last).days > facts.arrangement.whole_list_days else None


def _unsure(facts: _Facts) -> _Found:
    found = [s for s in facts.sessions if facts.lately(s) and s.risk_raised == "i-was-not-sure-and-did-not-ask"]
    return ({}, str(found[-1].id)) if found else None


def _open_action(facts: _Facts) -> _Found:
    found = [
        (action.due, session.id)
        for session in facts.sessions
        for action in session.actions
        if action.due and action.due < facts.today and action.done_on is None
    ]
    if not found:
        return None
    due, key = max(found, key=lambda pair: pair[0])
    return {}, f"{key}:{due}"


def _restorative(facts: _Facts) -> _Found:
    """Nil as written down; a meeting of which nobody said is no nil."""
    last = facts.held[-_LAST:]
    return ({}, str(last[-1].id)) if len(last) == _LAST and all(s.restorative == 0 for s in last) else None


def _day(session: Session) -> dt.date:
    return session.day or dt.date.min


_RULES: dict[str, Callable[[_Facts], _Found]] = {
    "gap": _gap,
    "postponed-run": _postponed_run,
    "no-cover": _no_cover,
    "short": _short,
    "group-only": _group_only,
    "optional": _optional,
    "month-total": _month_total,
    "whole-list": _whole_list,
    "unsure": _unsure,
    "open-action": _open_action,
    "restorative": _restorative,
}
