"""The content that ships as data: it loads, ids are unique, and every reference points at something."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from journal.anonymise.finding import Kind
from journal.model import CORE_CONDITIONS, KINDS
from journal.resources import read_toml

MEASURE_KINDS = {"yes", "own", "link-only", "no"}


def repeated(rows: list[dict[str, Any]]) -> list[str]:
    return [name for name, count in Counter(row["id"] for row in rows).items() if count > 1]


@pytest.mark.parametrize(
    ("name", "tables"),
    [
        ("prompts/prompts.toml", {"depth": 3, "entry_kind": 6, "condition": 6, "reference": 3, "prompt": 116}),
        ("practice/reflective_models.toml", {"model": 13}),
        ("practice/supervision.toml", {"field": 32, "notice": 11, "expectation": 18, "export": 4}),
        ("practice/measures.toml", {"measure": 10, "signpost": 16}),
        ("anonymise/checklist.toml", {"answer": 3, "group": 5, "question": 23}),
        ("anonymise/treatments.toml", {"treatment": 12}),
    ],
)
def test_a_file_loads_whole_and_its_ids_are_unique(name: str, tables: dict[str, int]) -> None:
    data = read_toml(name)
    assert data["schema"] == 1
    assert data["language"] == "en-GB"
    for table, rows in tables.items():
        assert len(data[table]) == rows
        assert repeated(data[table]) == []


def test_the_control_a_repeated_id_is_noticed() -> None:
    assert repeated([{"id": "a"}, {"id": "b"}, {"id": "a"}]) == ["a"]


def test_everything_a_prompt_names_exists() -> None:
    data = read_toml("prompts/prompts.toml")
    kinds, conditions, depths = ({row["id"] for row in data[table]} for table in ("entry_kind", "condition", "depth"))
    assert tuple(row["id"] for row in data["entry_kind"]) == KINDS
    assert {row["id"] for row in data["condition"] if row["core"]} == set(CORE_CONDITIONS)
    for prompt in data["prompt"]:
        assert prompt["kind"] in kinds
        assert prompt["conditions"]
        assert set(prompt["conditions"]) <= conditions
        assert prompt["depth"] in depths
        assert prompt["reminder"] in data["reminders"]
        assert set(prompt.get("flags", [])) <= {"risk", "tender"}
        assert prompt["text"].strip() == prompt["text"] != ""
        assert len(prompt["probes"]) == 3


def test_every_kind_has_a_prompt_of_each_condition_and_depth() -> None:
    data = read_toml("prompts/prompts.toml")
    filled = {(row["kind"], condition, row["depth"]) for row in data["prompt"] for condition in row["conditions"]}
    wanted = {(k, c["id"], d["id"]) for k in KINDS for c in data["condition"] for d in data["depth"]}
    assert filled == wanted


def test_models_and_measures_refer_to_what_is_there() -> None:
    models = read_toml("practice/reflective_models.toml")
    depths = {row["id"] for row in read_toml("prompts/prompts.toml")["depth"]}
    ids = {model["id"] for model in models["model"]}
    sections = [section for model in models["model"] for section in model["section"]]
    assert repeated(sections) == []
    assert set(models["default_for_kind"]) == set(KINDS)
    assert {name for names in models["default_for_kind"].values() for name in names} <= ids
    for model in models["model"]:
        assert set(model["fit"]) == set(KINDS)
        assert set(model["fit"].values()) <= {"good", "ok", "poor"}
        assert model["depth"] in depths
    for measure in read_toml("practice/measures.toml")["measure"]:
        assert measure["embed"] in MEASURE_KINDS
        items = [item for scale in measure.get("scale", []) for item in scale["item"]] + measure.get("item", [])
        assert repeated(items) == []
        assert not items or len(items) == measure["items_count"]
        assert not items or measure["embed"] in {"yes", "own"}, "items of others are not ours to ship"


def test_summaries_of_supervision_name_fields_that_exist() -> None:
    data = read_toml("practice/supervision.toml")
    fields = {row["id"] for row in data["field"]}
    assert {name for row in data["export"] for name in row["fields"]} <= fields


def test_the_checklist_is_numbered_grouped_and_has_its_five_musts() -> None:
    data = read_toml("anonymise/checklist.toml")
    groups = [row["id"] for row in data["group"]]
    assert [row["number"] for row in data["question"]] == list(range(1, 24))
    assert [row["number"] for row in data["question"] if row["must"]] == [1, 7, 12, 16, 18]
    assert sorted(data["question"], key=lambda row: groups.index(row["group"])) == data["question"]
    assert all(row["text"].strip() and row["not_sure"].strip() for row in data["question"])
    assert "not_sure" in {row["id"] for row in data["answer"]}


def test_every_kind_of_detail_has_a_treatment_and_no_choice_that_does_not_exist() -> None:
    data = read_toml("anonymise/treatments.toml")
    usable = {row["id"] for row in data["treatment"]} | {"keep"}
    assert repeated(data["kind"]) == []
    for row in data["kind"]:
        assert {row["default"], *row["also"]} <= usable
        assert row["default"] not in row["also"]


def test_the_scanners_defaults_are_those_of_the_file() -> None:
    rows = {row["id"]: row["default"] for row in read_toml("anonymise/treatments.toml")["kind"]}
    assert {kind.value: rows[kind.value] for kind in Kind} == {kind.value: kind.treatment for kind in Kind}
