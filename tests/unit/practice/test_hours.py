"""Hours under each body's arithmetic, against months worked by hand (the sums stand in the comments)."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from journal.practice.hours import Arithmetic, MonthHours, arithmetic_of, credit, months, months_between
from journal.practice.supervision import load_supervision
from journal.practice_model import Expectation, Session
from tests.unit.practice.meetings import day, group, held, moved

DATA = load_supervision()
WHOLE = Arithmetic()
BACP = arithmetic_of(DATA.expectations, ["bacp-accredited"])


def of_month(sessions: list[Session], month: str, arithmetic: Arithmetic = BACP) -> MonthHours:
    (found,) = months(sessions, arithmetic, day(f"{month}-01"), day(f"{month}-28"))
    return found


def test_the_arithmetic_is_the_bodys_wherever_the_body_wrote_it_down() -> None:
    assert Arithmetic("bacp-group", 4) == BACP
    assert arithmetic_of(DATA.expectations, ["bacp-student"]) == Arithmetic("bacp-group", 4)
    # BABCP, the NHS, PACFA and the rest set no arithmetic for groups
    for name in ("babcp-trainee", "babcp-accredited", "babcp-supervisor", "nhstt-pwp", "nhstt-hi", "pacfa", "nmc"):
        assert arithmetic_of(DATA.expectations, [name]) == Arithmetic(name, None), name
    assert arithmetic_of(DATA.expectations, []) == WHOLE
    assert arithmetic_of(DATA.expectations, ["no such"]) == WHOLE


def test_the_first_chosen_expectation_decides() -> None:
    assert arithmetic_of(DATA.expectations, ["pacfa", "bacp-accredited"]).half_up_to is None
    assert arithmetic_of(DATA.expectations, ["bacp-accredited", "pacfa"]).half_up_to == 4


def test_an_expectation_of_ones_own_can_have_an_arithmetic() -> None:
    own = Expectation(
        "own", "My course", "me", "Groups of up to six count half.", figures=(("half_up_to", 6.0),), own=True
    )
    assert arithmetic_of((*DATA.expectations, own), ["own"]) == Arithmetic("own", 6)


@pytest.mark.parametrize(
    ("session", "minutes", "reason"),
    [
        (held("2026-10-27", 60), Fraction(60), ""),
        (group("2026-10-01", 90, 2), Fraction(45), "halved"),
        (group("2026-10-01", 90, 4), Fraction(45), "halved"),
        (group("2026-10-01", 90, 5), Fraction(18), "divided"),
        (group("2026-10-01", 90, 7), Fraction(90, 7), "divided"),
        (group("2026-10-01", 90, 12), Fraction(15, 2), "divided"),
        (group("2026-10-01", 90, 1), Fraction(90), ""),  # nobody else came
        (group("2026-10-01", 90, None), Fraction(0), "no_group_size"),
        (held("2026-10-01", 60, format="pair"), Fraction(30), "halved"),
        (held("2026-10-01", 60, format="peer", role_here="peer", group_size=3), Fraction(30), "halved"),
        (held("2026-10-01", 60, format="peer", role_here="peer", group_size=6), Fraction(10), "divided"),
        (held("2026-10-01", 60, format="live-or-recorded-work"), Fraction(60), ""),
        (held("2026-10-01", 60, format="live-or-recorded-work", group_size=6), Fraction(10), "divided"),
        (held("2026-10-01", 50, status="held-but-cut-short", minutes_planned=90), Fraction(50), ""),
        (held("2026-10-01", None), Fraction(0), "no_minutes"),
        (held("2026-10-01", 60, kind="line-management"), Fraction(0), "line_management"),
        (held("2026-10-01", 60, role_here="supervisor"), Fraction(0), "given"),
        (moved("2026-10-01"), Fraction(0), "not_held"),
        (moved("2026-10-01", status="cancelled"), Fraction(0), "not_held"),
        (moved("2026-10-01", status="not-offered"), Fraction(0), "not_held"),
        (moved("2026-10-01", status="i-did-not-attend"), Fraction(0), "not_held"),
        (moved("2026-10-01", status=""), Fraction(0), "not_held"),  # still to come
    ],
)
def test_what_one_meeting_counts_for_with_bacp(session: Session, minutes: Fraction, reason: str) -> None:
    found = credit(session, BACP)
    assert (found.minutes, found.reason) == (minutes, reason)


@pytest.mark.parametrize("size", [None, 2, 4, 5, 12])
def test_where_a_body_has_no_arithmetic_a_group_counts_whole(size: int | None) -> None:
    assert credit(group("2026-10-01", 90, size), arithmetic_of(DATA.expectations, ["pacfa"])).minutes == 90


def test_a_month_worked_by_hand_for_bacp() -> None:
    sessions = [
        group("2026-10-01", 90, 7),  # 90 / 7
        group("2026-10-22", 90, 4),  # 45
        held("2026-10-27", 60),  # 60
        group("2026-10-30", 45, 5, status="held-but-cut-short", minutes_planned=90),  # 45 / 5 = 9; 45 lost, 45 / 5 = 9
        held("2026-10-14", 60, format="peer", role_here="peer", group_size=3),  # 30
        moved("2026-10-08", 90, format="group", group_size=7),  # 90 lost, 90 / 7
        moved("2026-10-20", 60, status="cancelled"),  # 60 lost, 60
    ]
    assert of_month(sessions, "2026-10") == MonthHours(
        dt.date(2026, 10, 1),
        held=345,  # 90 + 90 + 60 + 45 + 60
        credited=Fraction(90, 7) + 45 + 60 + 9 + 30,
        lost=195,  # 45 + 90 + 60
        lost_credit=Fraction(90, 7) + 60 + 9,
        sessions=5,
        moved=2,
        in_group=4,
    )


def test_the_same_month_for_a_body_without_an_arithmetic() -> None:
    sessions = [group("2026-10-01", 90, 7), held("2026-10-27", 60), moved("2026-10-08", 90, format="group")]
    month = of_month(sessions, "2026-10", arithmetic_of(DATA.expectations, ["babcp-trainee"]))
    assert (month.held, float(month.credited), month.lost, float(month.lost_credit)) == (150, 150, 90, 90)


def test_nothing_is_averaged_over_months() -> None:
    # 3 hours in one month and none in the next is 3 and 0, not 1.5 and 1.5
    found = months([held("2026-09-10", 180)], BACP, day("2026-09-01"), day("2026-10-31"))
    assert [(row.month.month, float(row.credited)) for row in found] == [(9, 180), (10, 0)]


def test_a_cut_short_meeting_counts_its_actual_minutes_and_loses_the_rest() -> None:
    month = of_month([held("2026-10-12", 25, status="held-but-cut-short", minutes_planned=60)], "2026-10")
    assert (month.held, float(month.credited), month.lost, float(month.lost_credit), month.moved) == (25, 25, 35, 35, 0)


def test_one_that_ran_over_counts_its_actual_minutes_and_loses_nothing() -> None:
    month = of_month([held("2026-10-12", 75, minutes_planned=60)], "2026-10")
    assert (month.held, float(month.credited), month.lost) == (75, 75, 0)


def test_a_meeting_belongs_to_the_month_it_was_held_in_and_its_loss_to_the_month_it_was_planned_for() -> None:
    # planned for 30 October, held on 3 November, 20 of 60 minutes
    session = held("2026-10-30", 20, date_held=day("2026-11-03"), status="held-but-cut-short", minutes_planned=60)
    october, november = months([session], BACP, day("2026-10-01"), day("2026-11-30"))
    assert (october.held, october.lost, october.sessions) == (0, 40, 0)
    assert (november.held, november.lost, november.sessions) == (20, 0, 1)


@pytest.mark.parametrize(("on", "month"), [("2026-01-31", 1), ("2026-02-01", 2), ("2026-02-28", 2), ("2026-12-31", 12)])
def test_the_border_days_of_a_month(on: str, month: int) -> None:
    found = months([held(on)], BACP, day("2026-01-01"), day("2026-12-31"))
    assert [row.month.month for row in found if row.held] == [month]


def test_a_leap_day_is_in_february() -> None:
    found = months([held("2028-02-29")], BACP, day("2028-02-01"), day("2028-03-31"))
    assert [row.held for row in found] == [60, 0]


@pytest.mark.parametrize("on", ["2026-03-29", "2026-10-25"])  # the clocks change in Britain
def test_the_day_the_clocks_change_adds_and_takes_nothing(on: str) -> None:
    month = of_month([held(on, 90)], on[:7])
    assert (month.held, float(month.credited)) == (90, 90)


def test_supervision_given_stands_apart() -> None:
    month = of_month([held("2026-10-12", 60, role_here="supervisor"), held("2026-10-13", 60)], "2026-10")
    assert (month.held, month.given, month.sessions) == (60, 60, 1)


def test_supervision_given_that_was_cancelled_is_no_loss_of_ones_own() -> None:
    assert of_month([moved("2026-10-12", role_here="supervisor")], "2026-10") == MonthHours(dt.date(2026, 10, 1))


def test_without_a_number_it_says_that_something_could_not_be_counted() -> None:
    month = of_month([group("2026-10-01", 90, None), held("2026-10-02", None)], "2026-10")
    assert (month.held, float(month.credited), month.sessions, month.uncounted) == (90, 0, 2, 2)


def test_a_postponed_meeting_of_unknown_length_is_moved_and_loses_no_known_minute() -> None:
    month = of_month([moved("2026-10-01", None)], "2026-10")
    assert (month.moved, month.lost) == (1, 0)


def test_months_without_a_meeting_are_there_too() -> None:
    found = months([held("2026-01-10")], BACP, day("2025-11-30"), day("2026-02-01"))
    assert [(row.month, row.held) for row in found] == [
        (dt.date(2025, 11, 1), 0),
        (dt.date(2025, 12, 1), 0),
        (dt.date(2026, 1, 1), 60),
        (dt.date(2026, 2, 1), 0),
    ]


def test_the_months_between_two_days() -> None:
    assert list(months_between(day("2026-03-31"), day("2026-03-01"))) == [dt.date(2026, 3, 1)]
    assert list(months_between(day("2026-03-01"), day("2026-02-01"))) == []
