"""Which prompt is offered, what stands beside it, and how an answer begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from journal.errors import BadInput, NotFound
from journal.practice.prompts import (
    Library,
    Prompt,
    choose,
    notes_for,
    probe,
    quotation,
    standing_notes,
)
from journal.resources import read_toml


def first(prompts: Sequence[Prompt]) -> Prompt:
    return prompts[0]


def library_of(*rows: dict[str, Any]) -> Library:
    """A small library: each row needs an id; kind free, condition contact, depth 2m unless it says otherwise."""
    data = read_toml("prompts/prompts.toml")
    usual = {"kind": "free", "conditions": ["contact"], "depth": "2m", "probes": ["And then?"], "reminder": "own"}
    data["prompt"] = [{"text": f"{row['id']}?"} | usual | row for row in rows]
    return Library.from_toml(data)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return Library.from_toml(read_toml("prompts/prompts.toml"))


def test_each_kind_condition_and_depth_gives_a_prompt_that_fits(shipped: Library) -> None:
    for kind in shipped.kinds:
        for condition in shipped.conditions:
            for depth in shipped.depths:
                found = choose(shipped, kind=kind.id, condition=condition.id, depth=depth.id, pick=first)
                assert (found.kind, found.depth) == (kind.id, depth.id)
                assert condition.id in found.conditions


def test_the_picker_sees_every_prompt_that_fits_and_decides() -> None:
    library = library_of({"id": "a"}, {"id": "b", "depth": "deep"}, {"id": "c"}, {"id": "d", "kind": "dilemma"})
    seen: list[str] = []

    def last(prompts: Sequence[Prompt]) -> Prompt:
        seen.extend(prompt.id for prompt in prompts)
        return prompts[-1]

    assert choose(library, kind="free", pick=last).id == "c"
    assert seen == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("lately", "expected"),
    [
        ((), "a"),
        (("a",), "b"),
        (("b", "a"), "c"),
        (("c", "b", "a"), "a"),  # all were shown: the one longest ago
        (("a", "c", "b"), "b"),
        (("x", "c", "a", "b", "y"), "b"),  # other prompts in the list do not matter
        (("a", "b", "c", "a"), "c"),  # shown twice counts from the last time
    ],
)
def test_a_prompt_lately_shown_is_not_shown_again_while_another_is_left(lately: tuple[str, ...], expected: str) -> None:
    library = library_of({"id": "a"}, {"id": "b"}, {"id": "c"})
    assert choose(library, kind="free", lately=lately, pick=first).id == expected


def test_a_retired_prompt_is_never_chosen_but_can_be_looked_up() -> None:
    library = library_of({"id": "old", "retired": True}, {"id": "new"})
    assert choose(library, kind="free", lately=("new",), pick=first).id == "new"
    assert library.prompt("old").retired
    with pytest.raises(NotFound):
        choose(library_of({"id": "old", "retired": True}), kind="free", pick=first)


def test_another_never_gives_the_same_and_loosens_depth_before_condition() -> None:
    library = library_of(
        {"id": "asked"},
        {"id": "other-depth", "depth": "deep"},
        {"id": "other-condition", "conditions": ["empathy"]},
        {"id": "other-both", "conditions": ["upr"], "depth": "deep"},
    )
    shown = ["asked"]
    for expected in ("other-depth", "other-condition", "other-both"):
        found = choose(library, kind="free", condition="contact", depth="2m", but_not=shown, pick=first)
        assert found.id == expected
        shown.append(found.id)
    with pytest.raises(NotFound):
        choose(library, kind="free", condition="contact", depth="2m", but_not=shown, pick=first)


@pytest.mark.parametrize(
    "wrong", [{"kind": "diary"}, {"kind": "free", "condition": "luck"}, {"kind": "free", "depth": "1h"}]
)
def test_an_unknown_kind_condition_or_depth_is_refused(shipped: Library, wrong: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        choose(shipped, **wrong, pick=first)
    assert caught.value.facts == {"what": list(wrong)[-1], "reason": "unknown"}


def test_probes_go_deeper_in_order_and_end(shipped: Library) -> None:
    prompt = shipped.prompt("rel-con-2m-1")
    assert [probe(prompt, number) for number in range(4)] == [*prompt.probes, None]
    assert probe(prompt, -1) is None


def test_an_answer_begins_under_a_markdown_quotation() -> None:
    assert quotation("Begin with whatever is nearest.") == "> Begin with whatever is nearest.\n\n"
    assert quotation("One line.\nAnd another.") == "> One line.\n> And another.\n\n"


def test_risk_says_act_first_tender_says_stop_any_time_and_each_has_its_reminder(shipped: Library) -> None:
    data = read_toml("prompts/prompts.toml")
    for row in data["prompt"]:
        prompt = shipped.prompt(row["id"])
        flags = row.get("flags", [])
        said = {note.code: note.text for note in notes_for(prompt)}
        assert said["reminder"] == data["reminders"][row["reminder"]]
        assert said.get("act_first") == (data["safety"]["act_first"] if "risk" in flags else None)
        assert said.get("stop_any_time") == (data["safety"]["stop_any_time"] if "tender" in flags else None)
        assert prompt.offers_help == ("tender" in flags)


def test_acting_first_comes_before_everything_else(shipped: Library) -> None:
    both = shipped.prompt("sor-upr-deep-1")
    assert [note.code for note in notes_for(both)] == ["act_first", "stop_any_time", "reminder"]


def test_standing_notes_say_what_this_journal_is_not(shipped: Library) -> None:
    notes = standing_notes(shipped)
    assert [note.code for note in notes] == ["not_the_record", "own_privacy", "disclosure"]
    assert all(note.text == shipped.safety[note.code] for note in notes)
