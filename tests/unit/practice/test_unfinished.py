"""Forms that were open when the journal locked: kept as a row and read back as they were."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.ids import new_id
from journal.practice.unfinished import KINDS, TypedExpectation, Unfinished, packed, unpacked
from journal.practice_model import (
    Action,
    AgendaItem,
    Arrangement,
    CheckIn,
    CpdActivity,
    DayClose,
    Expectation,
    OwnEvent,
    Section,
    Session,
    Signpost,
    Template,
    Thread,
)

DAY = dt.date(2026, 11, 24)
FORMS = (
    Unfinished("session", Session(new_id(), DAY, minutes=50, cases=("K7",), actions=(Action("Ring", due=DAY),))),
    Unfinished("matter", AgendaItem(None, "Silence", not_sure=True, entry_id=new_id(), anchor="I hid.\n😀")),
    Unfinished("heard", AgendaItem(new_id(), said="Let her finish.", closed_on=None)),
    Unfinished("check_in", CheckIn(None, "weekly-check-in", DAY, (("wci-energy", 3), ("wci-sleep", 0)), note="x")),
    Unfinished("activity", CpdActivity(None, DAY, "", 60)),
    Unfinished("arrangement", Arrangement(7, 28, 90, ("bacp-accredited",), ("gap",))),
    Unfinished(
        "expectation",
        TypedExpectation(
            Expectation("x", "BACP", "", "…", figures=(("min_hours_per_month", 2.0),), own=True),
            (("min_hours_per_month", "1,5 or"),),
        ),
    ),
    Unfinished("client_hours", ((DAY.replace(day=1), 600), (dt.date(2026, 10, 1), None))),
    Unfinished("signpost", Signpost("", "UK", "The desk", "07700 900123", own=True)),
    Unfinished("event", OwnEvent(None, DAY, "moved house")),
    Unfinished("closing", DayClose(None, DAY, "the door", "ring the library")),
    Unfinished("thread", Thread(new_id(), "Endings", "", (new_id(), new_id()))),
    Unfinished("template", Template("", "Mine", (Section("a", "What?", "a hint"),), ("free",), own=True)),
)


def test_every_kind_of_form_comes_back_as_it_was() -> None:
    assert unpacked(packed(FORMS)) == FORMS
    assert {form.kind for form in FORMS} == set(KINDS)


def test_a_whole_number_of_the_file_is_a_figure_all_the_same() -> None:
    one = Expectation("x", "UKCP", "", "", figures=(("cpd_hours_5y", 250),))
    made = Unfinished("expectation", TypedExpectation(one))
    assert unpacked(packed((made,))) == (made,)


@pytest.mark.parametrize("row", [None, "", "{", "{}", "[1]", '[["session", {"date_planned": "soon"}]]', '[["x", {}]]'])
def test_what_cannot_be_read_is_no_form(row: str | None) -> None:
    assert unpacked(row) == ()


def test_one_of_a_later_version_loses_only_what_is_unknown() -> None:
    row = packed(FORMS[:1]).replace('"minutes": 50', '"minutes": 50, "weather": "rain"')
    assert unpacked(row) == FORMS[:1]


def test_no_words_in_the_repr() -> None:
    assert "Silence" not in repr(FORMS[1])
