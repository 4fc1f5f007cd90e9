"""Rows of evaluation entries, answered without a journal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.commands.running import Cli, Result


def test_rows_are_answered_without_a_journal_and_the_same_each_time(bare: Cli, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": "one", "kind": "supervision", "text": "Rowan rang 07700 900123.", "register": [{"name": "Rowan"}]},
        {"id": "two", "kind": "ethics", "text": "It rained, and nobody minded."},
    ]
    source, first, second = tmp_path / "in.jsonl", tmp_path / "made" / "out.jsonl", tmp_path / "again.jsonl"
    source.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    for target in (first, second):
        assert bare("findings", "--jsonl", source, "--out", target) == Result(0, "", "")
    assert first.read_bytes() == second.read_bytes()
    answers = [json.loads(line) for line in first.read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["one", "two"]
    assert answers[1] == {"id": "two", "spans": [], "text": "It rained, and nobody minded."}
    text, place = str(rows[0]["text"]), 0
    rebuilt = ""
    for span in answers[0]["spans"]:
        assert set(span) == {"start", "end", "kind", "risk", "proposal"}
        assert span["start"] >= place
        rebuilt += text[place : span["start"]] + span["proposal"]
        place = span["end"]
    assert rebuilt + text[place:] == answers[0]["text"]
    assert {text[span["start"] : span["end"]] for span in answers[0]["spans"]} == {"Rowan", "07700 900123"}
    assert not bare.folder.exists()


@pytest.mark.parametrize("row", ["{", "[]", '{"id": 1}', '{"text": 7}'])
def test_a_row_that_is_no_entry_is_named_by_its_number(bare: Cli, tmp_path: Path, row: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "fine", "text": "fine"}\n' + row, encoding="utf-8")
    refused = bare("findings", "--jsonl", source, "--out", target)
    assert refused.status == 1
    assert "Row 2 of the input cannot be used" in refused.err
    assert not target.exists()
