"""Reflective models: which are offered, how one fills the editor, what a template of one's own may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.errors import BadInput, NotFound
from journal.model import KINDS
from journal.practice import models
from journal.practice_model import ACCOUNT_FORMS, Section, Template
from journal.resources import read_toml

MODELS = models.load_models()
OWN = Template(
    "an id", "After a hard call", (Section("", "What stayed"), Section("", "Whom to tell", "by role")), own=True
)


def test_there_are_thirteen_with_headings_and_hints() -> None:
    assert len(MODELS) == 13
    assert all(section.heading and section.hint for model in MODELS for section in model.sections)
    assert [len(models.template(MODELS, form).sections) for form in ACCOUNT_FORMS] == [4, 4]


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_own_choice_comes_first_then_good_then_ok_and_never_poor(kind: str) -> None:
    data = read_toml("practice/reflective_models.toml")
    fits = {row["id"]: row["fit"][kind] for row in data["model"]}
    offered = [model.id for model in models.offered(MODELS, kind)]
    chosen = data["default_for_kind"][kind]
    assert offered[: len(chosen)] == chosen
    rest = [fits[name] for name in offered[len(chosen) :]]
    assert rest == sorted(rest)  # "good" before "ok"
    assert set(offered) == {name for name, fit in fits.items() if fit != "poor"} | set(chosen)


def test_ones_own_are_offered_before_ours_and_for_their_kinds_alone() -> None:
    everywhere, dilemmas = OWN, replace(OWN, id="another", kinds=("dilemma",))
    every = (*MODELS, everywhere, dilemmas)
    assert [row.id for row in models.offered(every, "dilemma")][:2] == ["an id", "another"]
    assert [row.id for row in models.offered(every, "free")] == ["an id", "six-conditions", "what-so-what-now-what"]


def test_a_kind_that_there_is_not() -> None:
    with pytest.raises(BadInput):
        models.offered(MODELS, "gossip")
    with pytest.raises(NotFound):
        models.template(MODELS, "no such")


def test_a_model_fills_the_editor_with_headings_and_room_under_each() -> None:
    body = models.body(models.template(MODELS, "kolb"))
    assert [line for line in body.splitlines() if line] == [
        "## The experience",
        "## Looking back at it",
        "## The idea I draw from it",
        "## What I will try",
    ]
    assert body.endswith("## What I will try\n\n")
    assert "One concrete thing" not in body  # hints are the editor's, not the text's


@pytest.mark.parametrize(
    "template",
    [
        replace(OWN, name=" "),
        replace(OWN, sections=()),
        replace(OWN, sections=(Section("1", " "),)),
        replace(OWN, kinds=("gossip",)),
    ],
)
def test_a_template_that_cannot_be_is_refused(template: Template) -> None:
    with pytest.raises(BadInput):
        models.checked_template(template)


def test_each_section_gets_an_id_of_its_own() -> None:
    doubled = replace(OWN, sections=(*OWN.sections, Section("1.", "Again"), Section("x", "Last")))
    ids = [section.id for section in models.with_section_ids(doubled).sections]
    assert ids == ["1.", "2.", "1..", "x"]
