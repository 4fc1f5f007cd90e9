"""``journal.looking_back``: on this day, threads, later notes, and numbers that equal the query behind them."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.errors import BadInput
from journal.looking_back import same_days
from journal.model import KINDS, Draft, Ratings
from journal.open_journal import OpenJournal
from journal.practice.hours import credit
from journal.practice.insights import condition_series, measure_series, writing_weeks
from journal.practice.measures import WEEKLY
from journal.practice_model import (
    AgendaItem,
    Arrangement,
    CheckIn,
    LaterNote,
    SavedFilter,
    Session,
    Thread,
)
from tests.journals import DAY, draft, new_journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    made, _ = new_journal(tmp_path)
    yield made
    made.lock()


def write(journal: OpenJournal, day: dt.date) -> Draft:
    return journal.save_draft(replace(draft(), day=day)).draft()


def on(journal: OpenJournal) -> None:
    journal.wellbeing.set_choices(replace(journal.wellbeing.choices(), on_this_day=True))


def test_on_this_day_is_off_until_chosen(journal: OpenJournal) -> None:
    write(journal, DAY.replace(year=2025))
    assert journal.looking_back.on_this_day(DAY) == ()
    on(journal)
    assert [row.day for row in journal.looking_back.on_this_day(DAY)] == [DAY.replace(year=2025)]


def test_it_shows_this_day_of_earlier_years_without_what_was_left_out(journal: OpenJournal) -> None:
    on(journal)
    days = [DAY.replace(year=year) for year in (2021, 2024)]
    kept, left = (write(journal, day).id for day in days)
    write(journal, DAY)
    write(journal, DAY.replace(year=2025, day=21))
    trashed = write(journal, DAY.replace(year=2020)).id
    assert kept
    assert left
    assert trashed
    journal.trash(trashed)
    assert [row.day.year for row in journal.looking_back.on_this_day(DAY)] == [2024, 2021]
    journal.looking_back.leave_out(left)
    assert [row.id for row in journal.looking_back.on_this_day(DAY)] == [kept]
    assert [row.id for row in journal.looking_back.left_out()] == [left]
    journal.looking_back.leave_out(left, out=False)
    assert journal.looking_back.left_out() == ()
    assert len(journal.looking_back.on_this_day(DAY)) == 2


def test_not_today_lasts_for_this_day_alone(journal: OpenJournal) -> None:
    on(journal)
    write(journal, DAY.replace(year=2025))
    write(journal, DAY.replace(year=2025, day=23))
    journal.looking_back.not_today(DAY)
    assert journal.looking_back.on_this_day(DAY) == ()
    assert len(journal.looking_back.on_this_day(DAY.replace(day=23))) == 1


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (
            dt.date(2027, 2, 28),
            [dt.date(2026, 2, 28), dt.date(2025, 2, 28), dt.date(2024, 2, 28), dt.date(2024, 2, 29)],
        ),
        (dt.date(2028, 2, 28), [dt.date(2027, 2, 28), dt.date(2026, 2, 28)]),
        (dt.date(2028, 2, 29), [dt.date(2024, 2, 29), dt.date(2020, 2, 29)]),
        (dt.date(2026, 3, 1), [dt.date(2025, 3, 1)]),
    ],
)
def test_a_leap_day_is_not_lost(today: dt.date, days: list[dt.date]) -> None:
    assert list(same_days(today)[: len(days)]) == days


def test_a_thread_with_a_later_note_beside_the_old_text(journal: OpenJournal) -> None:
    first, second = (write(journal, DAY - dt.timedelta(days=back)).id for back in (40, 0))
    assert first
    assert second
    thread = journal.looking_back.save_thread(Thread(None, "Endings", entry_ids=(second, first)))
    assert thread.id is not None
    assert [row.id for row in journal.looking_back.thread_entries(thread.id)] == [first, second]
    before = journal.entry(first)
    note = journal.looking_back.save_later_note(LaterNote(None, first, DAY, "I was afraid of it."))
    assert journal.looking_back.later_notes(first) == (note,)
    assert journal.entry(first) == before
    with pytest.raises(BadInput):
        journal.looking_back.save_thread(Thread(None, " "))
    with pytest.raises(BadInput):
        journal.looking_back.save_later_note(replace(note, text=""))
    assert note.id is not None
    journal.looking_back.remove_later_note(note.id)
    journal.looking_back.remove_thread(thread.id)
    assert journal.looking_back.threads() == ()


def test_filters_by_name(journal: OpenJournal) -> None:
    saved = journal.looking_back.save_filter(SavedFilter(None, "Grief", query="weir"))
    assert journal.looking_back.saved_filters() == (saved,)
    with pytest.raises(BadInput):
        journal.looking_back.save_filter(SavedFilter(None, ""))
    assert saved.id is not None
    journal.looking_back.remove_filter(saved.id)
    assert journal.looking_back.saved_filters() == ()


YEARS = 10
FIRST = DAY.replace(year=DAY.year - YEARS)


@pytest.fixture(scope="module")
def decade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJournal]:
    """Ten years: an entry on most days, a meeting a week, a check-in a week; some in the trash."""
    journal, _ = new_journal(tmp_path_factory.mktemp("decade"))
    chance = random.Random(6)
    days = [FIRST + dt.timedelta(days=n) for n in range((DAY - FIRST).days + 1)]

    def mark() -> int | None:
        marks: list[int | None] = [None, *range(11)]
        return chance.choice(marks)

    entries = [
        Draft(
            None,
            chance.choice(KINDS),
            "An evening",
            "word " * chance.randrange(200),
            day,
            ratings=Ratings(mark(), mark(), mark()) if chance.random() < 0.5 else Ratings(),
        )
        for day in days
        for _ in range(chance.choice([0, 0, 1, 1, 2]))
    ]
    ids = journal.add_entries(entries)
    for entry_id in ids[::97]:
        journal.trash(entry_id)
    statuses = ("held", "held", "held-but-cut-short", "postponed", "cancelled", "not-offered")
    for day in days[::7]:
        status = chance.choice(statuses)
        held_on = day + dt.timedelta(days=chance.choice([0, 0, 0, 3])) if status.startswith("held") else None
        journal.practice.save_session(
            Session(
                date_planned=day,
                date_held=held_on,
                status=status,
                minutes=chance.choice([None, 20, 60, 75]) if held_on else None,
                minutes_planned=chance.choice([None, 60, 90]),
                format=chance.choice(["individual", "group", "peer", "pair"]),
                group_size=chance.choice([None, 3, 4, 5, 7]),
                role_here=chance.choice(["supervisee", "supervisee", "peer", "supervisor"]),
            )
        )
        answers = tuple((item.id, chance.randrange(11)) for item in journal.wellbeing.data.measure(WEEKLY).items)
        journal.wellbeing.save_check_in(CheckIn(None, WEEKLY, day, answers[: chance.randrange(8)]))
    journal.practice.save_agenda_item(AgendaItem(title="x", flagged_on=DAY, closed_on=DAY))
    journal.practice.set_arrangement(Arrangement(expectations=("bacp-accredited",)))
    yield journal
    journal.lock()


def ask(journal: OpenJournal, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """An independent question, in SQL written for the test alone."""
    with journal._connection.read() as asked:
        return asked.all(sql, *values)


def test_the_writing_calendar_equals_the_query_behind_it(decade: OpenJournal) -> None:
    weeks = writing_weeks(decade.looking_back.days(FIRST, DAY), DAY, weeks=520)
    found = {day.day.isoformat(): (day.entries, day.words) for week in weeks for day in week if day.entries}
    asked = ask(
        decade,
        "SELECT e.day, count(e.seq), sum(e.words) FROM entry AS e WHERE e.trashed_at IS NULL AND e.day >= ? GROUP BY 1",
        weeks[0][0].day.isoformat(),
    )
    assert found == {row[0]: row[1:] for row in asked}
    assert len(found) > 1500


def test_the_core_conditions_equal_the_query_behind_them(decade: OpenJournal) -> None:
    rated = decade.looking_back.rated_days(FIRST, DAY)
    for series in condition_series(rated, FIRST + dt.timedelta(days=27), DAY):
        for point in series.points[::20]:
            ((asked,),) = ask(
                decade,
                f"SELECT avg({series.id}) FROM entry WHERE trashed_at IS NULL"
                " AND day > date(?, '-28 days') AND day <= ?",
                point.day.isoformat(),
                point.day.isoformat(),
            )
            assert point.value == (None if asked is None else pytest.approx(asked))


def test_the_supervision_hours_equal_the_query_behind_them(decade: OpenJournal) -> None:
    months = decade.practice.months(FIRST, DAY)
    assert len(months) == YEARS * 12 + 1
    held: dict[str, int] = dict(
        ask(
            decade,
            "SELECT substr(date_held, 1, 7), coalesce(sum(minutes), 0) FROM supervision"
            " WHERE status IN ('held', 'held-but-cut-short') AND role_here <> 'supervisor' GROUP BY 1",
        )
    )
    lost: dict[str, int] = dict(
        ask(
            decade,
            "SELECT substr(date_planned, 1, 7), sum(CASE WHEN status LIKE 'held%'"
            " THEN max(0, coalesce(minutes_planned, 0) - coalesce(minutes, minutes_planned, 0))"
            " ELSE coalesce(minutes_planned, 0) END) FROM supervision WHERE role_here <> 'supervisor' GROUP BY 1",
        )
    )
    arithmetic, sessions = decade.practice.arithmetic(), decade.practice.sessions()
    for month in months:
        name = f"{month.month:%Y-%m}"
        assert month.held == held.get(name, 0)
        assert month.lost == lost.get(name, 0)
        of_month = [s for s in sessions if s.date_held and s.date_held.replace(day=1) == month.month]
        assert month.credited == sum(credit(session, arithmetic).minutes for session in of_month)
    assert sum(month.held for month in months) > 5_000


def test_the_credit_equals_the_arithmetic_written_in_sql(decade: OpenJournal) -> None:
    ((asked,),) = ask(
        decade,
        "SELECT sum(CASE WHEN format = 'individual' OR group_size = 1 THEN minutes * 1.0"
        " WHEN coalesce(group_size, CASE format WHEN 'pair' THEN 2 END) <= 4 THEN minutes / 2.0"
        " WHEN group_size > 4 THEN minutes * 1.0 / group_size ELSE 0 END) FROM supervision"
        " WHERE status LIKE 'held%' AND minutes IS NOT NULL AND role_here <> 'supervisor'",
    )
    assert float(sum(month.credited for month in decade.practice.months(FIRST, DAY))) == pytest.approx(asked)


def test_the_check_ins_equal_the_query_behind_them(decade: OpenJournal) -> None:
    measure = decade.wellbeing.data.measure(WEEKLY)
    for series in measure_series(measure, decade.wellbeing.check_ins(WEEKLY)):
        asked = ask(
            decade,
            "SELECT c.day, (SELECT value FROM check_in_answer WHERE check_in = c.seq AND item = ?) FROM check_in AS c"
            " ORDER BY c.day",
            series.id,
        )
        assert [(point.day.isoformat(), point.value) for point in series.points] == asked
        assert len(asked) == 522


def test_the_persons_own_numbers_equal_the_queries_behind_them(decade: OpenJournal) -> None:
    found = decade.looking_back.statistics()
    shown = "FROM entry WHERE trashed_at IS NULL"
    assert ask(decade, f"SELECT count(*), sum(words), min(day), max(day) {shown}") == [
        (found.entries, found.words, str(found.first_day), str(found.last_day))
    ]
    assert [(found.days_written,)] == ask(decade, f"SELECT count(*) FROM (SELECT DISTINCT day {shown})")
    assert sum(row[1] for row in found.by_kind) == sum(row[1] for row in found.by_month) == found.entries
    assert sum(row[2] for row in found.by_kind) == sum(row[2] for row in found.by_month) == found.words
    assert (found.check_ins, found.agenda_raised, found.agenda_closed) == (522, 1, 1)
    assert ask(decade, "SELECT count(*) FROM supervision WHERE status LIKE 'held%' AND date_held <= ?", "9999") == [
        (found.sessions_held,)
    ]
    year = decade.looking_back.statistics(dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    assert ask(decade, f"SELECT count(*), sum(words) {shown} AND day LIKE '2020-%'") == [(year.entries, year.words)]
    assert [row[0].month for row in year.by_month] == list(range(1, 13))


def test_ten_years_are_read_quickly(decade: OpenJournal) -> None:
    began = time.process_time()
    decade.practice.months(FIRST, DAY)
    decade.looking_back.statistics()
    writing_weeks(decade.looking_back.days(FIRST, DAY), DAY, weeks=520)
    condition_series(decade.looking_back.rated_days(FIRST, DAY), FIRST, DAY)
    measure_series(decade.wellbeing.data.measure(WEEKLY), decade.wellbeing.check_ins(WEEKLY))
    took = time.process_time() - began
    assert took < 0.6  # all charts together; 45 ms where it was measured


def test_an_empty_journal_has_numbers_too(journal: OpenJournal) -> None:
    found = journal.looking_back.statistics()
    assert (found.entries, found.words, found.first_day, found.by_month) == (0, 0, None, ())
    assert journal.looking_back.days(FIRST, DAY) == ()
    assert [month.held for month in journal.practice.months(DAY, DAY)] == [0]
