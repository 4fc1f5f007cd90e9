"""``journal.wellbeing``: check-ins, the gate, the plan, where to find help, the end of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.errors import BadInput, NotFound
from journal.open_journal import OpenJournal
from journal.practice.measures import WEEKLY
from journal.practice_model import (
    CheckIn,
    DayClose,
    EarlySigns,
    OwnEvent,
    PracticeChoices,
    SignCondition,
    Signpost,
)
from tests.journals import DAY, new_journal

HEAVY = (("wci-energy", 0), ("wci-distance", 10), ("wci-workload", 9), ("wci-sleep", 1))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    made, _ = new_journal(tmp_path)
    yield made
    made.lock()


def weeks(journal: OpenJournal, *answers: tuple[tuple[str, int], ...]) -> None:
    """Weekly check-ins, the first given the latest."""
    for back, given in enumerate(answers):
        journal.wellbeing.save_check_in(CheckIn(None, WEEKLY, DAY - dt.timedelta(days=7 * back), given))


def test_the_weekly_check_in_is_there_from_the_first_day(journal: OpenJournal) -> None:
    assert journal.wellbeing.check_in_due(WEEKLY, DAY)
    weeks(journal, (("wci-energy", 4),))
    assert not journal.wellbeing.check_in_due(WEEKLY, DAY + dt.timedelta(days=6))
    assert journal.wellbeing.check_in_due(WEEKLY, DAY + dt.timedelta(days=7))
    with pytest.raises(BadInput):
        weeks(journal, (("wci-energy", 11),))
    assert len(journal.wellbeing.check_ins(WEEKLY)) == 1


def test_the_inventory_is_off_until_its_terms_were_read(journal: OpenJournal) -> None:
    answers = CheckIn(None, "cbi", DAY, (("cbi-personal-1", 50),))
    assert not journal.wellbeing.check_in_due("cbi", DAY)
    with pytest.raises(BadInput) as refused:
        journal.wellbeing.save_check_in(answers)
    assert refused.value.facts["reason"] == "off"
    with pytest.raises(BadInput):
        journal.wellbeing.turn_on_measure("cbi", terms_read=False)
    with pytest.raises(BadInput):
        journal.wellbeing.set_choices(PracticeChoices(measures=("cbi",)))
    assert journal.wellbeing.terms_read_on("cbi") is None
    journal.wellbeing.turn_on_measure("cbi", terms_read=True)
    assert journal.wellbeing.terms_read_on("cbi") is not None
    assert journal.wellbeing.check_in_due("cbi", DAY)
    saved = journal.wellbeing.save_check_in(replace(answers, client_word="patient"))
    assert journal.wellbeing.check_ins("cbi") == (saved,)
    journal.wellbeing.set_choices(PracticeChoices())  # and off again; what was filled in stays
    assert not journal.wellbeing.check_in_due("cbi", DAY + dt.timedelta(days=60))
    assert journal.wellbeing.check_ins("cbi") == (saved,)


@pytest.mark.parametrize("measure", ["mbi", "proqol-5", "olbi", "bat"])
def test_what_is_only_named_cannot_be_turned_on(journal: OpenJournal, measure: str) -> None:
    with pytest.raises(BadInput):
        journal.wellbeing.turn_on_measure(measure, terms_read=True)
    with pytest.raises(NotFound):
        journal.wellbeing.turn_on_measure("no such", terms_read=True)


def test_a_heavy_fortnight_is_two_weeks_running(journal: OpenJournal) -> None:
    assert not journal.wellbeing.heavy_fortnight()
    weeks(journal, HEAVY)
    weeks(journal, HEAVY)  # again on the same evening
    assert not journal.wellbeing.heavy_fortnight()
    journal.wellbeing.save_check_in(CheckIn(None, WEEKLY, DAY + dt.timedelta(days=7), HEAVY))
    assert journal.wellbeing.heavy_fortnight()
    assert journal.wellbeing.heavy_fortnight(DAY + dt.timedelta(days=17))
    assert not journal.wellbeing.heavy_fortnight(DAY + dt.timedelta(days=18))
    journal.wellbeing.save_check_in(CheckIn(None, WEEKLY, DAY + dt.timedelta(days=8), ()))
    assert not journal.wellbeing.heavy_fortnight()


def test_the_plan_is_shown_by_its_own_conditions(journal: OpenJournal) -> None:
    assert journal.wellbeing.early_signs() == EarlySigns()
    assert not journal.wellbeing.early_signs_due()
    plan = EarlySigns("I stop reading", "Ring S", "S", (SignCondition("wci-sleep", "low", 3, weeks=2),))
    assert journal.wellbeing.save_early_signs(plan) == plan
    weeks(journal, (("wci-sleep", 2),))
    assert not journal.wellbeing.early_signs_due()
    weeks(journal, (("wci-sleep", 2),), (("wci-sleep", 3),))
    assert journal.wellbeing.early_signs_due()
    with pytest.raises(BadInput):
        journal.wellbeing.save_early_signs(EarlySigns(conditions=(SignCondition("mood", "low", 3),)))
    assert journal.wellbeing.early_signs_id() is not None


def test_own_events_stand_in_the_order_of_their_days(journal: OpenJournal) -> None:
    later = journal.wellbeing.save_event(OwnEvent(None, DAY, "moved house"))
    journal.wellbeing.save_event(OwnEvent(None, DAY - dt.timedelta(days=30), "caseload doubled"))
    assert [event.words for event in journal.wellbeing.events()] == ["caseload doubled", "moved house"]
    assert later.id is not None
    journal.wellbeing.remove_event(later.id)
    assert len(journal.wellbeing.events()) == 1
    with pytest.raises(BadInput):
        journal.wellbeing.save_event(OwnEvent(None, DAY, " "))


def test_signposts_are_of_the_persons_region_first_and_theirs_to_edit(journal: OpenJournal) -> None:
    wellbeing = journal.wellbeing
    assert wellbeing.signposts()[0].id == "uk-999"
    wellbeing.set_choices(replace(wellbeing.choices(), region="USA"))
    assert wellbeing.signposts()[0].id == "us-988"
    own = wellbeing.save_signpost(Signpost("", "USA", "Our own line", "020 7946 0018", checked_on="2026-11-29"))
    assert [row.id for row in wellbeing.signposts()[:2]] == ["us-988", own.id]
    us = wellbeing.save_signpost(replace(wellbeing.signposts()[0], how="Ring 988", hidden=True))
    assert us.edited
    assert us.id not in {row.id for row in wellbeing.signposts()}
    assert len(wellbeing.all_signposts()) == len(wellbeing.data.signposts) + 1
    wellbeing.reset_signpost("us-988")
    wellbeing.reset_signpost(own.id)
    assert wellbeing.all_signposts() == wellbeing.data.signposts
    with pytest.raises(BadInput):
        wellbeing.save_signpost(Signpost("", "UK", " ", "x"))


def test_one_thing_for_tomorrow_is_there_tomorrow(journal: OpenJournal) -> None:
    journal.wellbeing.close_day(DayClose(None, DAY, "the screen", "ring the duty lead"))
    assert journal.wellbeing.last_close(DAY) is None
    found = journal.wellbeing.last_close(DAY + dt.timedelta(days=1))
    assert found is not None
    assert (found.put_down, found.tomorrow) == ("the screen", "ring the duty lead")
