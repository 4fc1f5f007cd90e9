"""Every number that a chart of the pages shows equals an SQL question of the test's own, over the sample's year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from journal.open_journal import OpenJournal
from journal.practice.measures import WEEKLY
from journal.sample_journal import write_sample
from tests.gui.fakes import DAY
from tests.journals import new_journal
from ui.supervision.facts import gather as gather_supervision
from ui.wellbeing.facts import Facts, condition_chart, gather, measure_chart
from ui.widgets.charts.bars import Bars, Month
from ui.widgets.charts.writing import writing_year
from ui.widgets.day_words import figure, month_words

Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJournal]:
    journal, _ = new_journal(tmp_path_factory.mktemp("sample"))
    write_sample(journal, DAY)
    yield journal
    journal.lock()


@pytest.fixture
def facts(sample: OpenJournal) -> Facts:
    return gather(sample, DAY)


def ask(journal: OpenJournal, sql: str, *values: object) -> Rows:
    with journal._connection.read() as asked:
        return asked.all(sql, *values)


def test_each_line_of_the_check_in(sample: OpenJournal, facts: Facts) -> None:
    measure = sample.wellbeing.data.measure(WEEKLY)
    chart = measure_chart(measure, facts)
    assert chart is not None
    table = chart.table()
    answered = {
        (day, item): value
        for day, item, value in ask(
            sample,
            "SELECT c.day, a.item, a.value FROM check_in AS c JOIN check_in_answer AS a ON a.check_in = c.seq"
            " WHERE c.measure = ?",
            WEEKLY,
        )
    }
    shown = {
        (day, item.id): cell
        for day, *cells in table.rows
        for item, cell in zip(measure.items, cells[: len(measure.items)], strict=True)
        if cell
    }
    assert shown == {key: str(value) for key, value in answered.items()}
    assert len(shown) > 300
    happened = {row[0]: row[-1] for row in table.rows if row[-1]}
    first = min(row[0] for row in table.rows)
    assert happened == dict(ask(sample, "SELECT day, words FROM own_event WHERE day >= ?", first))


def test_each_point_of_the_core_conditions(sample: OpenJournal, facts: Facts) -> None:
    chart = condition_chart(facts, {})
    assert chart is not None
    table = chart.table()
    checked = 0
    for day, *cells in table.rows:
        for name, cell in zip(("congruence", "upr", "empathy"), cells, strict=True):
            ((mean,),) = ask(
                sample,
                f"SELECT avg({name}) FROM entry WHERE trashed_at IS NULL AND day > date(?, '-28 days') AND day <= ?",
                day,
                day,
            )
            assert cell == ("" if mean is None else figure(mean))
            checked += bool(cell)
    assert checked > 60


def test_each_bar_of_the_hours_on_both_pages(sample: OpenJournal, facts: Facts) -> None:
    months = gather_supervision(sample, DAY).months
    assert months == facts.months, "both pages draw the same"
    table = Bars(tuple(Month(one.month, one.held / 60, one.lost / 60) for one in months), None).table()
    for month, (name, held, lost) in zip(months, table.rows, strict=True):
        assert name == month_words(month.month)
        ((minutes,),) = ask(
            sample,
            "SELECT coalesce(sum(minutes), 0) FROM supervision WHERE role_here <> 'supervisor'"
            " AND status IN ('held', 'held-but-cut-short') AND date_held LIKE ?",
            f"{month.month:%Y-%m}-%",
        )
        ((gone,),) = ask(
            sample,
            "SELECT coalesce(sum(CASE WHEN status LIKE 'held%' THEN max(0, minutes_planned - minutes)"
            " ELSE minutes_planned END), 0) FROM supervision WHERE role_here <> 'supervisor' AND status <> ''"
            " AND minutes_planned IS NOT NULL AND coalesce(date_planned, date_held) LIKE ?",
            f"{month.month:%Y-%m}-%",
        )
        assert (held, lost) == (figure(minutes / 60, 2), figure(gone / 60, 2))
    assert len(table.rows) == 12


def test_each_day_of_the_writing_year(sample: OpenJournal, facts: Facts) -> None:
    chart = writing_year(facts.written, facts.today)
    asked = ask(
        sample,
        "SELECT day, count(*), sum(words) FROM entry WHERE trashed_at IS NULL AND day BETWEEN ? AND ?"
        " GROUP BY day ORDER BY day",
        chart.shown()[0].isoformat(),
        DAY.isoformat(),
    )
    assert chart.table().rows == tuple((day, str(entries), str(words)) for day, entries, words in asked)
    assert len(asked) > 60


def test_what_a_check_in_said_in_spring_is_not_said_in_autumn(sample: OpenJournal) -> None:
    now = gather(sample, DAY)
    assert now.plan_due
    assert now.due == (WEEKLY,)
    later = gather(sample, DAY + dt.timedelta(days=60))
    assert not later.plan_due
    assert not later.heavy
