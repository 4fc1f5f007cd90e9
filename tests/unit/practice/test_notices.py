"""Notices: each rule with what sets it off and what just does not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from journal.practice.hours import Arithmetic
from journal.practice.notices import Noticed, notices
from journal.practice.supervision import load_supervision
from journal.practice_model import Action, Arrangement, Session
from tests.unit.practice.meetings import day, group, held, moved

DATA = load_supervision()
TODAY = day("2026-11-22")


def noticed(
    sessions: list[Session], today: dt.date = TODAY, dismissed: tuple[str, ...] = (), **arrangement: Any
) -> tuple[Noticed, ...]:
    return notices(
        DATA, sessions, Arrangement(**arrangement), Arithmetic("bacp-group", 4), today=today, dismissed=dismissed
    )


def ids(sessions: list[Session], today: dt.date = TODAY, **arrangement: Any) -> set[str]:
    return {row.id for row in noticed(sessions, today, **arrangement)}


def test_an_empty_log_notices_nothing() -> None:
    assert noticed([]) == ()


@pytest.mark.parametrize(
    ("sessions", "gap_days", "seen"),
    [
        ([held("2026-11-08")], 14, False),  # 14 days: not longer than the interval
        ([held("2026-11-07")], 14, True),
        ([held("2026-11-14")], 7, True),
        ([held("2026-11-20", role_here="supervisor"), held("2026-10-01")], 14, True),  # giving is not receiving
        ([moved("2026-11-01")], 14, True),  # none held since the first one planned
        ([held("2026-11-01"), moved("2026-11-15")], 14, True),
        ([moved("2026-12-20", status="")], 14, False),  # still to come
    ],
)
def test_gap(sessions: list[Session], gap_days: int, seen: bool) -> None:
    assert ("gap" in ids(sessions, gap_days=gap_days)) is seen


def test_the_message_says_how_many_days() -> None:
    (found,) = [row for row in noticed([held("2026-11-07")]) if row.id == "gap"]
    assert found.message.startswith("It has been 15 days since you last had supervision.")


def test_days_are_of_the_calendar_when_the_clocks_change() -> None:
    # 24 to 26 October 2026: the night between has 25 hours in Britain
    (found,) = [row for row in noticed([held("2026-10-11")], day("2026-10-26")) if row.id == "gap"]
    assert "15 days" in found.message


@pytest.mark.parametrize(
    ("sessions", "seen"),
    [
        ([moved("2026-11-05"), moved("2026-11-19", status="cancelled")], True),
        ([moved("2026-11-05"), held("2026-11-12"), moved("2026-11-19")], False),
        ([moved("2026-11-05"), moved("2026-11-12"), held("2026-11-19")], False),
        ([moved("2026-11-19")], False),
        ([moved("2026-11-05"), moved("2026-11-19", status="i-did-not-attend")], False),
        ([moved("2026-11-05"), moved("2026-11-12"), moved("2026-11-26", status="")], True),  # the next is still to come
    ],
)
def test_postponed_run(sessions: list[Session], seen: bool) -> None:
    assert ("postponed-run" in ids(sessions)) is seen


@pytest.mark.parametrize(
    ("sessions", "seen"),
    [
        ([moved("2026-11-19", cover="nothing-offered")], True),
        ([moved("2026-11-19", cover="another-supervisor")], False),
        ([moved("2026-11-19")], False),
        ([moved("2026-11-12", cover="nothing-offered"), held("2026-11-19")], False),
    ],
)
def test_no_cover(sessions: list[Session], seen: bool) -> None:
    assert ("no-cover" in ids(sessions)) is seen


def cut(on: str, minutes: int) -> Session:
    return held(on, minutes, status="held-but-cut-short", minutes_planned=60)


@pytest.mark.parametrize(
    ("minutes", "seen"),
    [
        ((44, 44, 60), True),  # under three quarters of 60 is under 45
        ((45, 44, 60), False),
        ((44, 60, 60), False),
        ((44, 44, 60, 60), False),  # one of the last three
        ((44, 44), True),
    ],
)
def test_short(minutes: tuple[int, ...], seen: bool) -> None:
    sessions = [cut(f"2026-11-{10 + number}", one) for number, one in enumerate(minutes)]
    assert ("short" in ids(sessions)) is seen


@pytest.mark.parametrize(
    ("sessions", "seen"),
    [
        ([group("2026-11-05", 90, 6), group("2026-11-19", 90, 6)], True),
        ([group("2026-11-05", 90, 6), held("2026-11-19")], False),
        ([held("2026-09-22"), group("2026-11-19", 90, 6)], True),  # 61 days ago
        ([held("2026-09-23"), group("2026-11-19", 90, 6)], False),  # 60 days ago
        ([group("2026-01-05", 90, 6)], False),
    ],
)
def test_group_only(sessions: list[Session], seen: bool) -> None:
    assert ("group-only" in ids(sessions)) is seen


def test_not_protected_twice_in_sixty_days() -> None:
    once = held("2026-11-05", voluntary="optional")
    assert "optional" not in ids([once])
    assert "optional" in ids([once, moved("2026-11-19", voluntary="expected-but-moved-for-other-work")])
    assert "optional" not in ids([held("2026-09-01", voluntary="optional"), once])


@pytest.mark.parametrize(
    ("today", "target", "seen"),
    [
        ("2026-11-24", 90, True),  # 24 to 30 November are the last seven days
        ("2026-11-23", 90, False),
        ("2026-11-30", 45, False),  # a group of three: 90 minutes count 45
        ("2026-11-30", 46, True),
        ("2026-11-30", None, False),
    ],
)
def test_the_monthly_total_is_mentioned_in_the_last_week(today: str, target: int | None, seen: bool) -> None:
    sessions = [group("2026-11-19", 90, 3), held("2026-10-20", 600)]
    assert ("month-total" in ids(sessions, day(today), month_target=target)) is seen


def test_the_monthly_total_names_both_numbers() -> None:
    (found,) = [
        row
        for row in noticed([group("2026-11-19", 90, 7)], day("2026-11-30"), month_target=90)
        if row.id == "month-total"
    ]
    assert found.message == "You have 12 creditable minutes this month; your own target is 90."


@pytest.mark.parametrize(("last", "seen"), [("2026-10-25", False), ("2026-10-24", True)])
def test_the_whole_list(last: str, seen: bool) -> None:
    sessions = [held(last, caseload_review="whole-list"), held("2026-11-20", caseload_review="part-of-it")]
    assert ("whole-list" in ids(sessions)) is seen


def test_a_list_never_looked_at_counts_from_the_first_meeting() -> None:
    assert "whole-list" in ids([held("2026-10-01"), held("2026-11-20")])
    assert "whole-list" not in ids([held("2026-11-20")])


def test_not_sure_and_did_not_ask() -> None:
    assert "unsure" in ids([held("2026-11-20", risk_raised="i-was-not-sure-and-did-not-ask")])
    assert "unsure" not in ids([held("2026-11-20", risk_raised="i-was-not-sure-and-asked")])


def test_an_action_past_its_date() -> None:
    late, done = (
        Action("ring back", "me", day("2026-11-21")),
        Action("ring", "me", day("2026-11-21"), day("2026-11-22")),
    )
    assert "open-action" in ids([held("2026-11-10", actions=(done, late))])
    assert "open-action" not in ids(
        [held("2026-11-10", actions=(done, Action("later", "", TODAY), Action("some day")))]
    )


@pytest.mark.parametrize(
    ("shares", "seen"),
    [((0, 0, 0), True), ((0, 10, 0), False), ((0, None, 0), False), ((0, 0), False), ((20, 0, 0, 0), True)],
)
def test_nothing_restorative(shares: tuple[int | None, ...], seen: bool) -> None:
    sessions = [held(f"2026-11-{10 + number}", restorative=share) for number, share in enumerate(shares)]
    assert ("restorative" in ids(sessions)) is seen


def test_a_notice_can_be_switched_off() -> None:
    assert "gap" not in ids([held("2026-10-01")], no_notices=("gap",))


def test_dismissed_it_stays_away_until_something_new_happens() -> None:
    first = [held("2026-10-01")]
    (gap,) = [row for row in noticed(first) if row.id == "gap"]
    assert gap.occurrence == "gap:2026-10-01"
    assert "gap" not in {row.id for row in noticed(first, dismissed=(gap.occurrence,))}
    later = [*first, held("2026-10-20")]
    assert "gap" in {row.id for row in noticed(later, dismissed=(gap.occurrence,))}


def test_notices_come_in_the_order_of_the_file() -> None:
    sessions = [
        group("2026-10-01", 30, 6, minutes_planned=90),
        moved("2026-11-05", cover="nothing-offered"),
        moved("2026-11-19", cover="nothing-offered"),
    ]
    assert [row.id for row in noticed(sessions)] == ["gap", "postponed-run", "no-cover", "group-only", "whole-list"]
