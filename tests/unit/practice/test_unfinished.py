"""Forms that were open when the journal locked: kept as a row and read back as they were."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.ids import new_id
from journal.practice.unfinished import Unfinished, packed, unpacked
from journal.practice_model import Action, AgendaItem, CheckIn, CpdActivity, Session

DAY = dt.date(2026, 11, 24)
FORMS = (
    Unfinished("session", Session(new_id(), DAY, minutes=50, cases=("K7",), actions=(Action("Ring", due=DAY),))),
    Unfinished("matter", AgendaItem(None, "Silence", not_sure=True, entry_id=new_id(), anchor="I hid.\n😀")),
    Unfinished("heard", AgendaItem(new_id(), said="Let her finish.", closed_on=None)),
    Unfinished("check_in", CheckIn(None, "weekly-check-in", DAY, (("wci-energy", 3), ("wci-sleep", 0)), note="x")),
    Unfinished("activity", CpdActivity(None, DAY, "", 60)),
)


def test_every_kind_of_form_comes_back_as_it_was() -> None:
    assert unpacked(packed(FORMS)) == FORMS


@pytest.mark.parametrize("row", [None, "", "{", "{}", "[1]", '[["session", {"date_planned": "soon"}]]', '[["x", {}]]'])
def test_what_cannot_be_read_is_no_form(row: str | None) -> None:
    assert unpacked(row) == ()


def test_one_of_a_later_version_loses_only_what_is_unknown() -> None:
    row = packed(FORMS[:1]).replace('"minutes": 50', '"minutes": 50, "weather": "rain"')
    assert unpacked(row) == FORMS[:1]


def test_no_words_in_the_repr() -> None:
    assert "Silence" not in repr(FORMS[1])
