"""Summaries: the right rows, gaps in days, and no name of the register in any of them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest

from journal.errors import NotFound
from journal.ids import new_id
from journal.practice.codes import by_code, pairs
from journal.practice.cpd import activity_list
from journal.practice.hours import Arithmetic, months
from journal.practice.summaries import (
    Gap,
    agenda_page,
    days_waited,
    gaps,
    hours_to_csv,
    pressing_first,
    summary,
    to_csv,
)
from journal.practice.supervision import load_supervision
from journal.practice_model import AgendaItem, CpdActivity
from tests.unit.practice.meetings import day, group, held, moved

DATA = load_supervision()
BACP = Arithmetic("bacp-group", 4)
FIRST, LAST = day("2026-10-01"), day("2026-11-30")
REGISTER = pairs(
    [
        ("Karolina Wrona", ("Karo",), "K"),
        ("Lorna Pickering", (), "L"),
        ("Will Grace", (), ""),
        ("Heron House Talking Therapies", ("Heron House",), "HH"),
    ]
)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_a_service_summary_has_what_was_planned_and_what_was_held() -> None:
    sessions = [
        moved("2026-11-19", 90, reason="supervisor-unavailable", format="group", voluntary="optional"),
        held("2026-10-27", 60),
        held("2026-09-30", 60),  # before the period
        held("2026-12-01", 60),  # after it
    ]
    made = summary(DATA, "service-summary", sessions, BACP, first=FIRST, last=LAST)
    assert made.title == "Plain summary of supervision planned and held"
    assert made.columns[:3] == ("Planned date", "Date held", "What happened")
    assert made.rows == (
        ("2026-10-27", "2026-10-27", "held", "", "60", "60", "individual", ""),
        ("2026-11-19", "", "postponed", "supervisor unavailable", "90", "", "group", "optional"),
    )
    assert [row.month for row in made.hours] == [day("2026-10-01"), day("2026-11-01")]
    assert made.hours == months(sessions, BACP, FIRST, LAST)


def test_a_form_without_a_place_for_what_was_planned_lists_what_was_held() -> None:
    sessions = [moved("2026-11-19", 90, reason="supervisor-unavailable"), held("2026-10-27", 60)]
    for form in ("bacp-record", "training-log", "nmc-notes"):
        made = summary(DATA, form, sessions, BACP, first=FIRST, last=LAST)
        assert [row[0] for row in made.rows] == ["2026-10-27"]
    assert len(summary(DATA, "service-summary", sessions, BACP, first=FIRST, last=LAST).rows) == 2


def test_each_form_of_the_file_can_be_made_and_another_cannot() -> None:
    for form in DATA.summaries:
        made = summary(DATA, form.id, [held("2026-10-27")], BACP, first=FIRST, last=LAST)
        assert len(made.columns) == len(form.fields)
    with pytest.raises(NotFound):
        summary(DATA, "gossip", [], BACP, first=FIRST, last=LAST)


def test_no_private_field_is_in_any_form() -> None:
    private = {field.id for field in DATA.fields if field.leave_out_of_export}
    assert private == {"cases", "not_reached", "alarm"}
    secret = held("2026-10-27", cases=("K7",), not_reached="SECRETWORD", alarm="SECRETWORD")
    for form in DATA.summaries:
        text = to_csv(summary(DATA, form.id, [secret], BACP, first=FIRST, last=LAST))
        assert "SECRETWORD" not in text
        assert "K7" not in text


def test_a_private_field_stays_out_even_where_a_form_names_it() -> None:
    form = replace(DATA.summaries[0], fields=("date_held", "alarm", "cases"))
    made = summary(
        replace(DATA, summaries=(form,)), form.id, [held("2026-10-27", alarm="x")], BACP, first=FIRST, last=LAST
    )
    assert made.columns == ("Date held",)


NAMED = held(
    "2026-10-27",
    with_role="Lorna Pickering, LORNA to us",
    impact="Karolina\nWrona laughed; karo’s next. Will Grace will come. By Heron House.",
    client_themes=("endings with Karo", "Wrona"),
)
NAMES = ("Karolina", "Wrona", "Karo", "Lorna", "Pickering", "Grace", "Heron")


@pytest.mark.parametrize("form", [form.id for form in DATA.summaries])
def test_no_name_of_the_register_is_in_a_summary(form: str) -> None:
    made = summary(DATA, form, [NAMED], BACP, first=FIRST, last=LAST, names=REGISTER)
    text = to_csv(made).casefold()
    assert [name for name in NAMES if name.casefold() in text] == []


def test_people_stand_there_by_code() -> None:
    made = summary(DATA, "bacp-record", [NAMED], BACP, first=FIRST, last=LAST, names=REGISTER)
    assert made.rows[0][-2:] == ("endings with K; K", "K laughed; K’s next. … will come. By HH.")
    made = summary(DATA, "training-log", [NAMED], BACP, first=FIRST, last=LAST, names=REGISTER)
    assert made.rows[0][-1] == "L, L to us"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("will you come, Will?", "will you come, …?"),  # an everyday word is a name with its capital alone
        ("Karolinas and Karolinum", "Karolinas and Karolinum"),  # not a part of another word
        ("wrona", "K"),
        ("Karolina’s", "K’s"),
        ("Lorna  Pickering", "L"),
        ("heron house talking therapies", "HH"),
        ("", ""),
    ],
)
def test_names_in_words(text: str, shown: str) -> None:
    assert by_code(REGISTER)(text) == shown


def test_a_name_is_found_in_either_composition() -> None:
    assert by_code([("Zoë Brönn", "Z")])("Zoe\u0308 Bro\u0308nn and zoë") == "Z and Z"


def test_an_empty_register_changes_nothing() -> None:
    assert by_code([])("Karolina") == "Karolina"
    assert by_code([("", "K"), ("  ", "J")])("Karolina") == "Karolina"


def item(on: str, **more: object) -> AgendaItem:
    made = AgendaItem(id=new_id(), title="Ending", flagged_on=day(on))
    return replace(made, **more)  # type: ignore[arg-type]


def test_the_agenda_on_one_page_by_code() -> None:
    items = [
        item("2026-11-06", title="Is Karolina’s ending hers?", want="Ask Lorna", code="K", how_soon="this-week"),
        item("2026-11-20", title="", anchor="hiding behind\nthe screen", not_sure=True),
    ]
    made = agenda_page(items, day("2026-11-22"), "Agenda", names=REGISTER)
    assert made.rows == (
        ("Is K’s ending hers?", "K", "", "Ask L", "this week", "16"),
        ("hiding behind the screen", "", "not sure", "", "at the next meeting", "2"),
    )
    assert (made.first, made.last) == (day("2026-11-06"), day("2026-11-22"))
    assert agenda_page([], day("2026-11-22")).rows == ()


def test_the_most_pressing_comes_first_and_of_those_the_longest_waiting() -> None:
    items = [
        item("2026-11-01"),
        item("2026-11-03", how_soon="today"),
        item("2026-10-01"),
        item("2026-09-01", how_soon="no-hurry"),
    ]
    assert [row.flagged_on for row in pressing_first(items)] == [
        day(text) for text in ("2026-11-03", "2026-10-01", "2026-11-01", "2026-09-01")
    ]


@pytest.mark.parametrize(
    ("flagged", "closed", "days"),
    [
        ("2026-03-28", None, 2),  # the clocks go forward in between
        ("2026-03-28", "2026-03-29", 1),
        ("2026-03-30", None, 0),
        ("2026-04-02", None, 0),  # written on a computer with another clock
        (None, None, 0),
    ],
)
def test_how_long_a_matter_waited(flagged: str | None, closed: str | None, days: int) -> None:
    waiting = AgendaItem(flagged_on=day(flagged) if flagged else None, closed_on=day(closed) if closed else None)
    assert days_waited(waiting, day("2026-03-30")) == days


def test_gaps_are_seen_whole_and_the_open_one_too() -> None:
    sessions = [held("2026-08-31"), held("2026-10-10"), group("2026-10-17", 90, 6), moved("2026-11-01")]
    assert gaps(sessions, FIRST, LAST) == (
        Gap(day("2026-10-17"), LAST, 44),
        Gap(day("2026-08-31"), day("2026-10-10"), 40),
        Gap(day("2026-10-10"), day("2026-10-17"), 7),
    )


def test_gaps_before_and_after_the_period_are_no_part_of_it() -> None:
    sessions = [held("2026-01-10"), held("2026-09-30"), held("2026-11-30"), held("2026-12-24")]
    assert gaps(sessions, FIRST, LAST) == (Gap(day("2026-09-30"), day("2026-11-30"), 61),)


def test_with_none_held_the_whole_period_is_a_gap() -> None:
    assert gaps([moved("2026-10-10"), held("2026-10-11", role_here="supervisor")], FIRST, LAST) == (
        Gap(FIRST, LAST, 60),
    )
    assert gaps([], FIRST, FIRST) == ()


def test_csv_is_read_back_as_it_was_and_runs_nothing() -> None:
    nasty = held("2026-10-27", impact='=HYPERLINK("x")', client_themes=("+1", 'say "no", twice'))
    made = summary(DATA, "nmc-notes", [nasty], BACP, first=FIRST, last=LAST)
    assert rows_of(to_csv(made)) == [
        ["Date held", "What it changed", "Themes"],
        ["2026-10-27", '\'=HYPERLINK("x")', '\'+1; say "no", twice'],
    ]
    assert to_csv(made).endswith("\r\n")


def test_months_as_csv() -> None:
    text = hours_to_csv(months([group("2026-10-01", 90, 7)], BACP, FIRST, FIRST))
    assert rows_of(text)[1] == ["2026-10", "90", "12.8571", "0", "0", "1", "0"]


def test_cpd_as_csv_has_no_name_and_no_evidence() -> None:
    activity = CpdActivity(
        None, dt.date(2026, 5, 1), "With Karolina Wrona", 90, "workshop", True, True, "from Lorna", "…", "CERTIFICATE"
    )
    text = to_csv(activity_list([activity], REGISTER))
    assert rows_of(text)[1] == ["2026-05-01", "With K", "workshop", "1.50", "yes", "from L", "…"]
    assert "CERTIFICATE" not in text
