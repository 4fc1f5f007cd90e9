"""What bodies expect beside what the journal holds, worked by hand for each figure."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from journal.practice.standings import Record, Standing, standings
from journal.practice.supervision import load_supervision
from journal.practice_model import ClientHours, CpdActivity, Expectation
from tests.unit.practice.meetings import day, group, held, moved

DATA = load_supervision()
TODAY = day("2026-11-22")  # a Sunday


def of(name: str, record: Record, expectation: Expectation | None = None) -> list[Standing]:
    chosen = expectation or next(row for row in DATA.expectations if row.id == name)
    return list(standings(chosen, DATA.expectations, record, TODAY))


def numbers(found: list[Standing]) -> list[tuple[str, float, float | None]]:
    return [(row.figure, float(row.wanted), None if row.have is None else float(row.have)) for row in found]


def activity(on: str, hours: float, **more: Any) -> CpdActivity:
    return replace(CpdActivity(None, day(on), "reading", int(hours * 60)), **more)


def test_bacp_shows_last_month_and_this_one_and_no_average() -> None:
    record = Record([held("2026-10-06", 60), group("2026-10-20", 90, 3), held("2026-11-10", 30), moved("2026-11-17")])
    found = of("bacp-accredited", record)
    # October: 60 + 45 minutes; November so far: 30
    assert numbers(found) == [("min_hours_per_month", 1.5, 1.75), ("min_hours_per_month", 1.5, 0.5)]
    assert [(row.first, row.last) for row in found] == [
        (day("2026-10-01"), day("2026-10-31")),
        (day("2026-11-01"), TODAY),
    ]


def test_an_edited_expectation_that_allows_averaging_shows_one() -> None:
    bacp = next(row for row in DATA.expectations if row.id == "bacp-accredited")
    edited = replace(bacp, figures=(("min_hours_per_month", 1.0), ("averaging_allowed", 1.0)))
    record = Record([held("2026-01-06", 600), held("2026-11-10", 60)])
    found = numbers(of("", record, edited))
    assert found == [
        ("min_hours_per_month", 1.0, 0.0),
        ("min_hours_per_month", 1.0, 1.0),
        ("average_hours_per_month", 1.0, 1.0),  # 11 hours in 11 months
    ]


def test_a_bacp_student() -> None:
    record = Record(
        [held("2026-11-10", 60), group("2026-11-12", 90, 6)], client_hours=[ClientHours(day("2026-11-01"), 20 * 60)]
    )
    assert numbers(of("bacp-student", record)) == [
        ("client_hours_per_supervision_hour", 2.5, 1.25),  # 20 / 8; 60 + 90 / 6 minutes
        ("max_days_between", 14.0, 10.0),
        ("min_hours_per_month", 1.5, 0.0),
        ("min_hours_per_month", 1.5, 1.25),
    ]


def test_a_student_without_client_hours_is_asked_for_no_ratio() -> None:
    assert "client_hours_per_supervision_hour" not in {row.figure for row in of("bacp-student", Record())}


def test_babcp_training_counts_groups_whole_and_shows_the_largest() -> None:
    record = Record(
        [held("2025-03-10", 60), group("2026-02-12", 90, 7), group("2026-03-12", 90, 4)],
        client_hours=[ClientHours(day("2025-03-01"), 600), ClientHours(day("2026-02-01"), 900)],
    )
    assert numbers(of("babcp-trainee", record)) == [
        ("min_supervision_hours", 40.0, 4.0),
        ("min_practice_hours", 200.0, 25.0),
        ("max_group", 6.0, 7.0),
    ]


def test_a_babcp_supervisor_counts_supervision_of_supervising_alone() -> None:
    record = Record(
        [
            held("2026-11-10", 60, kind="supervision-of-my-supervising"),
            held("2026-11-12", 60),
            held("2026-11-13", 60, role_here="supervisor"),
            held("2025-12-13", 60, role_here="supervisor"),  # last year
        ]
    )
    assert numbers(of("babcp-supervisor", record)) == [
        ("min_hours_per_month", 1.0, 0.0),
        ("min_hours_per_month", 1.0, 1.0),
        ("min_hours_given_per_year", 20.0, 1.0),
    ]


def test_a_wellbeing_practitioner_has_weeks_from_monday() -> None:
    record = Record(
        [
            held("2026-11-15", 60, kind="case-management"),  # the Sunday before
            held("2026-11-16", 30, kind="case-management"),
            group("2026-11-17", 60, 8, kind="case-management"),  # not individual
            held("2026-11-12", 60, kind="clinical-skills"),
        ]
    )
    assert numbers(of("nhstt-pwp", record)) == [
        ("case_management_hours_per_week", 1.0, 0.5),
        ("skills_every_days", 14.0, 10.0),
    ]


def test_a_high_intensity_therapist() -> None:
    record = Record(
        [held("2026-11-01", caseload_review="whole-list"), held("2026-11-20", caseload_review="part-of-it")]
    )
    assert numbers(of("nhstt-hi", record)) == [("every_days", 7.0, 2.0), ("caseload_review_days", 28.0, 21.0)]


def test_what_was_never_held_has_no_number() -> None:
    assert numbers(of("nhstt-hi", Record())) == [("every_days", 7.0, None), ("caseload_review_days", 28.0, None)]
    assert numbers(of("lga-social-work", Record())) == [("min_minutes", 90.0, None)]


def test_the_last_meetings_minutes() -> None:
    found = of("lga-social-work", Record([held("2026-11-10", 60), held("2026-10-10", 90)]))
    assert numbers(found) == [("min_minutes", 90.0, 60.0)]
    assert (found[0].first, found[0].last) == (day("2026-11-10"), day("2026-11-10"))


def test_pacfa_asks_for_more_from_four_hundred_client_hours() -> None:
    few = Record([held("2026-02-10", 600)], client_hours=[ClientHours(day("2026-02-01"), 399 * 60)])
    many = replace(few, client_hours=[ClientHours(day("2026-02-01"), 400 * 60)])
    assert ("supervision_hours_year", 10.0, 10.0) in numbers(of("pacfa", few))
    assert ("supervision_hours_year_400", 15.0, 10.0) in numbers(of("pacfa", many))
    assert "supervision_hours_year" not in {row.figure for row in of("pacfa", many)}


def test_cpd_of_the_calendar_year_and_of_the_years_up_to_today() -> None:
    activities = [
        activity("2026-01-01", 6, kind="workshop", participatory=True, active=True),
        activity("2025-12-31", 4, active=True),
        activity("2023-11-23", 10, participatory=True),  # the first day of the three years
        activity("2023-11-22", 100),
        activity("2021-11-23", 1),  # the first day of the five
        activity("2021-11-22", 100),
    ]
    clients = [ClientHours(day(text), 30 * 60) for text in ("2023-11-01", "2023-12-01", "2026-11-01")]
    record = Record(activities=activities, accounts=(day("2024-01-01"), day("2020-01-01")))
    assert numbers(of("nmc", replace(record, client_hours=clients)))[0] == ("practice_hours", 450.0, 60.0)
    # of the month in which the three years begin nobody can tell which hours lie in them
    assert numbers(of("nmc", replace(record, client_hours=clients[:1])))[0] == ("practice_hours", 450.0, None)
    assert numbers(of("nmc", record)) == [
        ("practice_hours", 450.0, None),
        ("cpd_hours", 35.0, 20.0),
        ("participatory_hours", 20.0, 16.0),
        ("feedback", 5.0, None),
        ("accounts", 5.0, 1.0),
    ]
    assert numbers(of("ukcp-cpd", record)) == [("cpd_hours_5y", 250.0, 121.0), ("cpd_min_year", 20.0, 6.0)]
    assert numbers(of("babcp-accredited", record)) == [
        ("cpd_activities_per_year", 5.0, 1.0),
        ("workshop_hours", 6.0, 6.0),
    ]
    assert ("cpd_category_a", 10.0, 6.0) in numbers(of("pacfa", record))


def test_the_years_up_to_a_leap_day() -> None:
    (found,) = [
        row
        for row in standings(
            next(row for row in DATA.expectations if row.id == "nmc"), DATA.expectations, Record(), day("2028-02-29")
        )
        if row.figure == "cpd_hours"
    ]
    assert (found.first, found.last) == (day("2025-03-01"), day("2028-02-29"))


def test_an_expectation_of_words_alone_has_nothing_beside_it() -> None:
    assert of("bps", Record()) == []
    assert of("hcpc-cpd", Record()) == []


def test_numbers_are_exact() -> None:
    (_, now) = of("bacp-accredited", Record([group("2026-11-10", 90, 7)]))
    assert now.have == Fraction(90, 7) / 60
