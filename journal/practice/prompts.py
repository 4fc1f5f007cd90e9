"""Reflective prompts: which one to offer, what belongs beside it, and how an answer begins.

The library is data (``resources/prompts/prompts.toml``). A prompt is an invitation: nothing here requires an answer
or scores one.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.errors import BadInput, NotFound
from journal.resources import read_toml

#: Given the prompts that would all do, the one to show. Handed in, so that a test or a seed can decide.
Pick = Callable[[Sequence["Prompt"]], "Prompt"]

#: Flags of the library and the safety sentence that each of them asks for, most pressing first.
_SAFETY_OF_FLAG = {"risk": "act_first", "tender": "stop_any_time"}

#: Safety sentences that belong to the journal as a whole, not to one prompt.
_STANDING = ("not_the_record", "own_privacy", "disclosure")


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence shown beside a prompt. ``code`` is ``act_first``, ``stop_any_time`` or ``reminder``."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One reflective question with its probes, which go deeper in order.

    ``offers_help`` asks the window to offer the signposting page, quietly.
    """

    id: str
    kind: str
    conditions: tuple[str, ...]
    depth: str
    text: str
    probes: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    offers_help: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class EntryKind:
    """A kind of entry, as a person chooses it."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One of Rogers' six conditions; ``core`` for the three that an entry may carry a mark for."""

    id: str
    name: str
    core: bool
    summary: str
    in_short_work: str
    in_longer_work: str
    signs_of_drift: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Depth:
    """How long an answer may take; ``minutes`` is a hint, not a limit."""

    id: str
    name: str
    minutes: int
    hint: str


@dataclass(frozen=True, slots=True)
class Library:
    """All prompts and what they refer to, in the order of the file; retired prompts can still be looked up."""

    kinds: tuple[EntryKind, ...]
    conditions: tuple[Condition, ...]
    depths: tuple[Depth, ...]
    prompts: tuple[Prompt, ...]
    reminders: Mapping[str, str]
    safety: Mapping[str, str]
    references: tuple[str, ...]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> Library:
        """The library in a parsed ``prompts.toml``; a ``KeyError`` means that the file itself is at fault."""
        reminders: dict[str, str] = data["reminders"]
        safety: dict[str, str] = data["safety"]
        return cls(
            kinds=tuple(EntryKind(row["id"], row["name"], row["description"]) for row in data["entry_kind"]),
            conditions=tuple(_condition(row) for row in data["condition"]),
            depths=tuple(Depth(row["id"], row["name"], row["minutes"], row["hint"]) for row in data["depth"]),
            prompts=tuple(_prompt(row, reminders, safety) for row in data["prompt"]),
            reminders=reminders,
            safety=safety,
            references=tuple(row["text"] for row in data["reference"]),
        )

    def prompt(self, prompt_id: str) -> Prompt:
        """The prompt of that id, retired or not.

        Raises:
            NotFound: there is none.
        """
        for prompt in self.prompts:
            if prompt.id == prompt_id:
                return prompt
        raise NotFound(what="prompt")


@functools.cache
def load_library() -> Library:
    """The library that ships with the program; read once, since it takes longer than all else that unlocking does."""
    return Library.from_toml(read_toml("prompts/prompts.toml"))


def choose(
    library: Library,
    *,
    kind: str,
    condition: str | None = None,
    depth: str | None = None,
    lately: Sequence[str] = (),
    but_not: Sequence[str] = (),
    pick: Pick,
) -> Prompt:
    """A prompt for this kind of entry, of this condition and depth where they are given.

    ``lately`` holds the ids of prompts shown before, the newest first: one that is not among them is preferred, and
    when all were shown, the one shown longest ago is taken. ``but_not`` is stricter, for a person who asked for
    another: when nothing else is left, first the depth and then the condition is loosened.

    Raises:
        BadInput: there is no such kind, condition or depth.
        NotFound: no prompt of this kind is left at all.
    """
    _must_exist("kind", kind, [row.id for row in library.kinds])
    _must_exist("condition", condition, [row.id for row in library.conditions])
    _must_exist("depth", depth, [row.id for row in library.depths])
    for wanted_condition, wanted_depth in ((condition, depth), (condition, None), (None, depth), (None, None)):
        fitting = [
            prompt
            for prompt in library.prompts
            if not prompt.retired
            and prompt.kind == kind
            and (wanted_condition is None or wanted_condition in prompt.conditions)
            and (wanted_depth is None or prompt.depth == wanted_depth)
            and prompt.id not in but_not
        ]
        if fitting:
            return _freshest(fitting, lately, pick)
    raise NotFound(what="prompt")


def probe(prompt: Prompt, number: int) -> str | None:
    """The next question, deeper: ``number`` counts from 0; ``None`` after the last."""
    return prompt.probes[number] if 0 <= number < len(prompt.probes) else None


def quotation(text: str) -> str:
    """A prompt or probe as a Markdown quotation, with an empty line after it to write in."""
    return "\n".join(f"> {line}" for line in text.splitlines()) + "\n\n"


def notes_for(prompt: Prompt) -> tuple[Note, ...]:
    """What is shown beside a prompt: what to do first if somebody is at risk, care for oneself, then privacy."""
    return prompt.notes


def standing_notes(library: Library) -> tuple[Note, ...]:
    """What holds for the whole journal and belongs to no single prompt: it is not the record, and may be asked for."""
    return tuple(Note(code, library.safety[code]) for code in _STANDING)


def _freshest(fitting: Sequence[Prompt], lately: Sequence[str], pick: Pick) -> Prompt:
    unseen = [prompt for prompt in fitting if prompt.id not in lately]
    if unseen:
        return pick(unseen)
    return max(fitting, key=lambda prompt: lately.index(prompt.id))


def _must_exist(what: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise BadInput(what=what, reason="unknown")


def _condition(row: Mapping[str, Any]) -> Condition:
    return Condition(
        id=row["id"],
        name=row["name"],
        core=row["core"],
        summary=row["summary"],
        in_short_work=row["in_short_work"],
        in_longer_work=row["in_longer_work"],
        signs_of_drift=tuple(row["signs_of_drift"]),
    )


def _prompt(row: Mapping[str, Any], reminders: Mapping[str, str], safety: Mapping[str, str]) -> Prompt:
    flags = row.get("flags", [])
    notes = [Note(code, safety[code]) for flag, code in _SAFETY_OF_FLAG.items() if flag in flags]
    notes.append(Note("reminder", reminders[row["reminder"]]))
    return Prompt(
        id=row["id"],
        kind=row["kind"],
        conditions=tuple(row["conditions"]),
        depth=row["depth"],
        text=row["text"],
        probes=tuple(row["probes"]),
        notes=tuple(notes),
        offers_help="tender" in flags,
        retired=row.get("retired", False),
    )
