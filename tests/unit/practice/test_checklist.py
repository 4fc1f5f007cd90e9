"""The questions before publishing, as values."""

from __future__ import annotations

import pytest

from journal.practice.checklist import Checklist
from journal.resources import read_toml


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return Checklist.from_toml(read_toml("anonymise/checklist.toml"))


def test_all_questions_come_in_order_with_their_group_and_advice(checklist: Checklist) -> None:
    assert [question.number for question in checklist.questions] == list(range(1, 24))
    assert {question.group for question in checklist.questions} == {group.id for group in checklist.groups}
    assert all(question.not_sure for question in checklist.questions)


def test_the_five_that_hold_up_an_export_are_named_until_answered(checklist: Checklist) -> None:
    numbers = [question.number for question in checklist.unanswered((), must_only=True)]
    assert numbers == [1, 7, 12, 16, 18]
    left = checklist.unanswered({"recognise_self", "facts_true"}, must_only=True)
    assert [question.number for question in left] == [7, 12, 18]


def test_every_unanswered_question_is_listed_when_asked(checklist: Checklist) -> None:
    assert len(checklist.unanswered(())) == 23
    answered = {question.id for question in checklist.questions}
    assert checklist.unanswered(answered) == ()
