"""Supervision as data: fields, choices, the pause, what a meeting may hold."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from journal.errors import BadInput, NotFound
from journal.practice import hours, notices, standings
from journal.practice.supervision import (
    NOT_HELD,
    checked_session,
    load_supervision,
    lost_minutes,
    option_id,
    pause_outcome,
)
from journal.practice_model import HELD, Session
from journal.resources import read_toml
from tests.unit.practice.meetings import held, moved

DATA = load_supervision()
OPTIONS = {field.id: {option.id for option in field.options} for field in DATA.fields}


def test_a_meeting_has_every_field_of_the_file_and_no_other() -> None:
    assert {field.name for field in fields(Session)} - {"id"} == {
        row["id"] for row in read_toml("practice/supervision.toml")["field"]
    }


def test_a_choice_is_known_by_its_words() -> None:
    assert option_id("yes: talked through") == "yes-talked-through"
    assert option_id("I did not attend") == "i-did-not-attend"
    assert DATA.field("status").name_of("held-but-cut-short") == "held but cut short"
    assert DATA.field("status").name_of("of a later version") == "of a later version"
    for field in DATA.fields:
        assert len(OPTIONS[field.id]) == len(field.options), field.id


def test_every_choice_that_the_rules_look_for_is_one_of_the_files() -> None:
    assert {*HELD, *NOT_HELD} == OPTIONS["status"]
    assert set(notices._MOVED) <= OPTIONS["status"]
    assert set(notices._NOT_PROTECTED) <= OPTIONS["voluntary"]
    assert "nothing-offered" in OPTIONS["cover"]
    assert "whole-list" in OPTIONS["caseload_review"]
    assert "i-was-not-sure-and-did-not-ask" in OPTIONS["risk_raised"]
    assert {*hours._SHARED, "individual"} <= OPTIONS["format"]
    assert {hours.GIVEN, "supervisee", "peer"} == OPTIONS["role_here"]
    kinds = {hours._LINE_MANAGEMENT, *standings._ONLY_KIND.values(), "case-management", "clinical-skills", "clinical"}
    assert kinds <= OPTIONS["kind"]


def test_rules_are_told_to_a_person_and_not_to_a_program() -> None:
    ids = {field.id for field in DATA.fields if "_" in field.id}
    for rule in DATA.notices:
        assert not [word for word in (*ids, "'", "user", "_", "{") if word in rule.rule], rule.id
        assert rule.rule.endswith(".")


def test_each_notice_of_the_file_has_its_rule() -> None:
    assert {rule.id for rule in DATA.notices} == set(notices._RULES)


def test_each_figure_of_the_file_is_set_beside_the_journal_or_known_to_have_nothing_beside_it() -> None:
    alone = {"half_up_to", "averaging_allowed", "statement_words", "practice_summary_words", "audit_percent"}
    figures = {name for row in DATA.expectations for name, _ in row.figures}
    assert figures == alone | set(standings._FIGURES)


def test_expectations_carry_the_date_of_checking_and_what_was_not_checked() -> None:
    assert {row.checked_on for row in DATA.expectations} == {"2026-11"}
    assert {row.id for row in DATA.expectations if not row.checked} == {"aca", "apa"}
    bacp = next(row for row in DATA.expectations if row.id == "bacp-accredited")
    assert dict(bacp.figures) == {"min_hours_per_month": 1.5, "averaging_allowed": 0.0}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"status": "enjoyed"}, "status"),
        ({"kind": "tea"}, "kind"),
        ({"minutes": -1}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"group_size": 0}, "group_size"),
        ({"restorative": 101}, "restorative"),
        ({"date_held": None}, "date_held"),
        ({"date_held": None, "date_planned": None, "status": ""}, "date_planned"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(change: dict[str, Any], what: str) -> None:
    with pytest.raises(BadInput) as refused:
        checked_session(replace(held("2026-10-01"), **change), DATA)
    assert refused.value.facts["what"] == what


def test_a_meeting_to_come_needs_only_its_day() -> None:
    assert checked_session(moved("2026-12-01", status=""), DATA).status == ""


@pytest.mark.parametrize(
    ("session", "lost"),
    [
        (held("2026-10-01", 60), 0),
        (held("2026-10-01", 40, minutes_planned=90), 50),
        (held("2026-10-01", None, minutes_planned=60), 0),  # nobody said how long it was
        (moved("2026-10-01", 90), 90),
        (moved("2026-10-01", 90, status=""), 0),
    ],
)
def test_minutes_lost(session: Session, lost: int) -> None:
    assert lost_minutes(session) == lost


def test_the_pause_leads_to_one_sentence_and_always_says_that_it_alerts_nobody() -> None:
    pause = DATA.pause
    assert len(pause.questions) == 8
    assert [option.id for option in pause.answers] == ["no", "yes", "not-sure"]
    nothing = pause_outcome(pause, ["no"] * 8)
    assert (nothing.questions, nothing.sentence) == ((), "")
    unsure = pause_outcome(pause, ["no", "not-sure", "", "yes"])
    assert unsure.questions == (pause.questions[1], pause.questions[3])
    assert unsure.sentence.startswith("Take it to your supervisor or duty lead.")
    assert nothing.alerts_nobody == unsure.alerts_nobody == DATA.principle["alerts_nobody"]


@pytest.mark.parametrize("answers", [["maybe"], ["no"] * 9])
def test_an_answer_that_there_is_not(answers: list[str]) -> None:
    with pytest.raises(BadInput):
        pause_outcome(DATA.pause, answers)


def test_what_is_not_in_the_file() -> None:
    with pytest.raises(NotFound):
        DATA.field("mood")
    with pytest.raises(NotFound):
        DATA.summary("gossip")
