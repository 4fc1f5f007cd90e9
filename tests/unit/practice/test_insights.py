"""What the charts draw: each number against a plain count over the same values."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest

from journal.practice.insights import condition_series, measure_series, writing_weeks
from journal.practice.measures import WEEKLY, load_measures, scores
from journal.practice_model import CheckIn, DayWritten, RatedDay

DATA = load_measures()
CBI, OURS = DATA.measure("cbi"), DATA.measure(WEEKLY)
LAST = dt.date(2026, 11, 22)


def test_the_weekly_check_in_is_a_line_for_each_question() -> None:
    newest_first = [
        CheckIn(None, WEEKLY, LAST, (("wci-energy", 3), ("wci-sleep", 9))),
        CheckIn(None, WEEKLY, LAST - dt.timedelta(days=7), (("wci-energy", 5),)),
    ]
    found = {series.id: series for series in measure_series(OURS, newest_first)}
    assert len(found) == 7
    assert [(point.day, point.value) for point in found["wci-energy"].points] == [
        (LAST - dt.timedelta(days=7), 5),
        (LAST, 3),
    ]
    assert [point.value for point in found["wci-sleep"].points] == [None, 9]  # a gap, never filled in
    assert (found["wci-sleep"].least, found["wci-sleep"].most, found["wci-sleep"].name) == (0, 10, "Sleep and rest")


def test_the_inventory_is_a_line_for_each_scale_and_has_no_total() -> None:
    given = tuple((item.id, 25) for item in CBI.questions)
    found = measure_series(CBI, [CheckIn(None, "cbi", LAST, given), CheckIn(None, "cbi", LAST, given[:2])])
    assert [(series.id, series.most) for series in found] == [
        ("cbi-personal", 100),
        ("cbi-work", 100),
        ("cbi-client", 100),
    ]
    assert [point.value for point in found[0].points] == [25.0, None]  # two answers are too few
    assert found[1].points[0].value == pytest.approx((6 * 25 + 75) / 7)


def test_a_core_condition_is_the_mean_of_the_twenty_eight_days() -> None:
    rated = [
        RatedDay(LAST - dt.timedelta(days=28), congruence=10),  # a day too early for the last point
        RatedDay(LAST - dt.timedelta(days=27), congruence=2),
        RatedDay(LAST, congruence=5, empathy=8),
        RatedDay(LAST, congruence=None, empathy=9),
    ]
    found = {series.id: series.points for series in condition_series(rated, LAST - dt.timedelta(days=13), LAST)}
    assert [point.day for point in found["congruence"]] == [LAST - dt.timedelta(days=7), LAST]
    assert [point.value for point in found["congruence"]] == [6.0, 3.5]
    assert [point.value for point in found["empathy"]] == [None, 8.5]
    assert [point.value for point in found["upr"]] == [None, None]


def test_each_mean_of_ten_years_is_the_one_that_a_plain_count_gives() -> None:
    chance = random.Random(6)
    first = LAST.replace(year=2016)
    rated = [
        RatedDay(first + dt.timedelta(days=day), *(chance.choice([None, *range(11)]) for _ in range(3)))
        for day in range((LAST - first).days + 1)
        for _ in range(chance.randrange(3))
    ]
    took = []
    for _ in range(3):
        began = time.process_time()
        found = condition_series(rated, first + dt.timedelta(days=27), LAST)
        took.append(time.process_time() - began)
    for series in found:
        for point in series.points:
            marks = [
                mark
                for row in rated
                if dt.timedelta(0) <= point.day - row.day < dt.timedelta(days=28)
                and (mark := getattr(row, series.id)) is not None
            ]
            assert point.value == (sum(marks) / len(marks) if marks else None)
    assert len(found[0].points) == 518
    assert min(took) < 0.1  # generous: 2 ms where it was measured; a collection of garbage may fall into one of them


def test_ten_years_of_check_ins_are_scored_as_one_by_one() -> None:
    chance = random.Random(7)
    rows = [
        CheckIn(
            None,
            "cbi",
            LAST - dt.timedelta(days=30 * back),
            tuple((item.id, chance.choice((0, 25, 50, 75, 100))) for item in CBI.questions if chance.random() < 0.8),
        )
        for back in range(120)
    ]
    found = measure_series(CBI, rows)
    for place, series in enumerate(found):
        assert [point.value for point in series.points] == [
            scores(CBI, row.answers)[place].value for row in reversed(rows)
        ]


def test_the_writing_calendar_has_every_day_once_from_monday_on() -> None:
    weeks = writing_weeks([DayWritten(LAST, 2, 300), DayWritten(dt.date(2026, 1, 5), 1, 10)], LAST)
    days = [day for week in weeks for day in week]
    assert len(weeks) == 53
    assert weeks[0][0].day == dt.date(2025, 11, 17)
    assert all(week[0].day.weekday() == 0 for week in weeks)
    assert [day.day for day in days] == [days[0].day + dt.timedelta(days=n) for n in range(len(days))]
    assert days[-1] == DayWritten(LAST, 2, 300)
    assert sum(day.entries for day in days) == 3


@pytest.mark.parametrize(("last", "length"), [(dt.date(2026, 11, 16), 1), (dt.date(2026, 11, 18), 3)])
def test_days_to_come_are_left_out_of_the_last_week(last: dt.date, length: int) -> None:
    assert len(writing_weeks([], last)[-1]) == length
