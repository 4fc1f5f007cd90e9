"""The last look: what was to go is found however it is hidden, and what is kept on purpose is not."""

from __future__ import annotations

import pytest

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.residue import left_out, leftovers, names_in, surface_forms, unhidden
from journal.model import Change, Reason
from tests.unit.anonymise.builders import knowledge_of, known

NAME = known("Samira O'Dowd", "Sam")
BASE = "Samira came. The rest."
FINDING = Finding(0, 6, Kind.NAME_PERSON, Risk.DIRECT, 0.9, "register")


def remaining(rest: str, reason: Reason = Reason.ACCEPTED, new: str = "Noor") -> int:
    changes = (Change(0, 6, new, reason, "name.person"), Change(13, 22, rest, Reason.EDITED))
    return leftovers(BASE, changes, [FINDING], knowledge_of(NAME))


@pytest.mark.parametrize(
    "rest",
    [
        "Then Samira left.",
        "Then SAMIRA left.",
        "Sam\u200bira left.",
        "Ｓａｍｉｒａ left.",
        "S&#97;mira left.",
        "The O’Dowd file.",
        "Odowd again.",
        "[here](https://example.org/samira-notes)",
        "[here](https://example.org/%53amira)",
        "samira left.",
        "Sam\u00adira left.",
        "S\u0430mira left.",
        "Sam**ir**a left.",
        "S a m i r a left.",
        "S.a.m.i.r.a. left.",
        "Samirra left.",
        "Samria left.",
        "![Samira at the door](https://example.org/a.png)",
        "[here](https://example.org/S%D0%B0mira)",
    ],
)
def test_a_form_that_came_back_is_found(rest: str) -> None:
    assert remaining(rest) > 0


@pytest.mark.parametrize("rest", ["Nothing to see.", "The same again.", "[here](https://example.org/other)"])
def test_other_words_are_not_residue(rest: str) -> None:
    assert remaining(rest) == 0


def test_what_was_kept_on_purpose_is_not_residue() -> None:
    assert remaining("The rest.", Reason.KEPT, "Samira") == 0


def test_everyday_words_that_are_names_are_judged_by_their_grammar() -> None:
    base = "Will came. Will you? I will."
    changes = (Change(0, 4, "Noor", Reason.ACCEPTED, "name.person"),)
    found = [Finding(0, 4, Kind.NAME_PERSON, Risk.DIRECT, 0.9, "register")]
    assert leftovers(base, changes, found, knowledge_of(known("Will"))) == 0


def test_nothing_of_no_width_hides_a_word() -> None:
    assert unhidden("Sam\u200b\u2060ira &amp; Ｏ’Dowd") == "Samira & O'Dowd"


def test_the_forms_of_a_person_are_its_words_too() -> None:
    forms = surface_forms("Dr Samira O’Dowd", person=True)
    assert {"Samira", "O'Dowd", "SAMIRA"} <= forms
    assert "Dr" not in forms


@pytest.mark.parametrize("hidden", ["Sam\u200bira", "S\u0430mira", "Sa\u00admira", "Ｓamira"])
def test_a_disguised_name_counts_although_nobody_touched_it(hidden: str) -> None:
    base = f"Samira came. Then {hidden} left."
    changes = (Change(0, 6, "Noor", Reason.ACCEPTED, "name.person"),)
    assert leftovers(base, changes, [FINDING], knowledge_of(NAME)) > 0


@pytest.mark.parametrize(
    ("file_name", "count"),
    [("blog-draft.md", 0), ("samira notes.md", 1), ("talkSamiraODowd.txt", 2), ("S%61mira.html", 1), ("same.md", 0)],
)
def test_a_file_name_brings_no_name_along(file_name: str, count: int) -> None:
    names = left_out(BASE, (), [FINDING], knowledge_of(NAME))
    assert names_in(file_name, names) == count
