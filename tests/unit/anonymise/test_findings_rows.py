"""Rows of annotated entries through the scan, for measuring."""

from __future__ import annotations

import random

import pytest

from journal.anonymise.findings_rows import entry_kind, findings_row
from tests.unit.anonymise.builders import shipped_lists

ROW = {
    "id": "x-1",
    "kind": "burnout",
    "text": "I saw Samira in Kendal on 3 May 2021. As Rogers (1957) says. 😀 Sam left.",
    "author": {"name": "Jo Pilling"},
    "register": [{"name": "Samira Holt", "aliases": ["Sam"], "role": "client", "code": "C1"}],
}


def test_a_row_gives_its_changes_and_its_draft() -> None:
    answer = findings_row(ROW, shipped_lists(), random.Random(1).choice)
    text = ROW["text"]
    assert isinstance(text, str)
    surfaces = [(text[s["start"] : s["end"]], s["kind"], s["risk"]) for s in answer["spans"]]
    assert surfaces == [
        ("Samira", "PERSON", "direct"),
        ("Kendal", "PLACE", "quasi"),
        ("3 May 2021", "DATE", "quasi"),
        ("Sam", "PERSON", "direct"),
    ]
    rebuilt = text
    for span in reversed(answer["spans"]):
        rebuilt = rebuilt[: span["start"]] + span["proposal"] + rebuilt[span["end"] :]
    assert answer["text"] == rebuilt
    assert answer["id"] == "x-1"


@pytest.mark.parametrize("missing", ["author", "register", "kind", "text"])
def test_fields_may_be_missing(missing: str) -> None:
    row = {key: value for key, value in ROW.items() if key != missing}
    assert findings_row(row, shipped_lists(), random.Random(1).choice)["id"] == "x-1"
    assert findings_row(row | {missing: None}, shipped_lists(), random.Random(1).choice)["id"] == "x-1"


def test_a_word_that_only_keeps_a_change_from_being_empty_is_no_change() -> None:
    text = "He left his van (AB12 CDE) outside the gate again."
    answer = findings_row({"id": "x-2", "text": text}, shipped_lists(), random.Random(1).choice)
    (span,) = answer["spans"]
    assert text[span["start"] : span["end"]] == " (AB12 CDE)"
    assert answer["text"] == "He left his van outside the gate again."


def test_the_same_seed_gives_the_same_answer() -> None:
    first, second = (findings_row(ROW, shipped_lists(), random.Random(5).choice) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("name", "ours"),
    [("supervision", "supervisee"), ("burnout", "wellbeing"), ("ethics", "dilemma"), ("free", "free")],
)
def test_kinds_are_read_as_ours(name: str, ours: str) -> None:
    assert entry_kind(name) == ours
