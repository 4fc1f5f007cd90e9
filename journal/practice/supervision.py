"""Supervision as data: the fields of a meeting, what bodies expect, the notices, the pause for newcomers.

The file (``resources/practice/supervision.toml``) has the words; a choice is stored as an id made from its words, so
that rows can be read and words mended. Nothing here judges: a postponed meeting is a fact about the arrangement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.errors import BadInput, NotFound
from journal.practice_model import HELD, Expectation, Session
from journal.resources import read_toml

#: The statuses of one that was moved or taken away, whoever did it.
NOT_HELD = ("postponed", "cancelled", "not-offered", "i-did-not-attend")
#: What a session's shares and minutes may be: per cent, and no more than a day.
MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: ``id`` is stored, ``name`` shown."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a meeting. ``type`` is date, choice, number, text, codes, actions, share or tags."""

    id: str
    label: str
    type: str
    help: str
    required: bool
    leave_out_of_export: bool
    options: tuple[Option, ...] = ()

    def name_of(self, option: str) -> str:
        """The words of a choice; the id itself where it is of a version that had another list."""
        return next((row.name for row in self.options if row.id == option), option)


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """A notice: its rule in words for the settings, its message with places for numbers in braces."""

    id: str
    name: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Pause:
    """ "Could there be something here?": questions for people new to the work. No score, not an assessment."""

    title: str
    intro: str
    answers: tuple[Option, ...]
    outcome: str
    questions: tuple[str, ...]
    alerts_nobody: str


@dataclass(frozen=True, slots=True)
class SummaryForm:
    """Which fields a summary has, in order."""

    id: str
    name: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupervisionData:
    """Everything in the file, in its order. ``principle`` has the sentences that stand on the page."""

    principle: Mapping[str, str]
    fields: tuple[FieldSpec, ...]
    notices: tuple[NoticeRule, ...]
    pause: Pause
    expectations: tuple[Expectation, ...]
    summaries: tuple[SummaryForm, ...]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> SupervisionData:
        """The data of a parsed ``supervision.toml``; a ``KeyError`` means that the file itself is at fault."""
        principle: dict[str, str] = data["principle"]
        pause = data["pause"]
        return cls(
            principle=principle,
            fields=tuple(_field(row) for row in data["field"]),
            notices=tuple(NoticeRule(row["id"], row["name"], row["rule"], row["message"]) for row in data["notice"]),
            pause=Pause(
                title=pause["title"],
                intro=pause["intro"],
                answers=_options(pause["answers"]),
                outcome=pause["outcome"],
                questions=tuple(pause["questions"]),
                alerts_nobody=principle["alerts_nobody"],
            ),
            expectations=tuple(_expectation(row, data["reviewed"]) for row in data["expectation"]),
            summaries=tuple(SummaryForm(row["id"], row["name"], tuple(row["fields"])) for row in data["export"]),
        )

    def field(self, field_id: str) -> FieldSpec:
        """The field of that id. Raises ``NotFound``."""
        for row in self.fields:
            if row.id == field_id:
                return row
        raise NotFound(what="field")

    def summary(self, summary_id: str) -> SummaryForm:
        """The summary of that id. Raises ``NotFound``."""
        for row in self.summaries:
            if row.id == summary_id:
                return row
        raise NotFound(what="summary")


@dataclass(frozen=True, slots=True)
class PauseOutcome:
    """What a pause leads to: the questions answered with yes or not sure, and the sentence to take along.

    ``sentence`` is empty when every answer was no, or none was given.
    """

    questions: tuple[str, ...]
    sentence: str
    alerts_nobody: str


def load_supervision() -> SupervisionData:
    """The data that ships with the program."""
    return SupervisionData.from_toml(read_toml("practice/supervision.toml"))


def option_id(words: str) -> str:
    """The id of a choice: its words in small letters, all else a hyphen. "yes: escalated" is ``yes-escalated``."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def is_held(session: Session) -> bool:
    """Whether the meeting took place, whole or cut short."""
    return session.status in HELD


def was_lost(session: Session) -> bool:
    """Whether the meeting was postponed, cancelled, not offered or not attended."""
    return session.status in NOT_HELD


def lost_minutes(session: Session) -> int:
    """Minutes that were planned and not held, 0 where nobody wrote down what was planned."""
    planned = session.minutes_planned or 0
    if was_lost(session):
        return planned
    # one that ran over its time lost nothing
    return max(planned - session.minutes, 0) if is_held(session) and session.minutes is not None else 0


def checked_session(session: Session, data: SupervisionData) -> Session:
    """The session if every choice in it is one of the file's and every number can be.

    Raises:
        BadInput: ``what`` is the field, ``reason`` is ``unknown``, ``range`` or ``missing`` (a held meeting without
            the day it was held, or one with no day at all).
    """
    for field in data.fields:
        if field.type == "choice":
            value = getattr(session, field.id)
            if value and value not in [option.id for option in field.options]:
                raise BadInput(what=field.id, reason="unknown")
    for name, most in (("minutes", MOST_MINUTES), ("minutes_planned", MOST_MINUTES), ("group_size", 1000)):
        _must_lie(name, getattr(session, name), 1 if name == "group_size" else 0, most)
    for name in ("normative", "formative", "restorative"):
        _must_lie(name, getattr(session, name), 0, 100)
    if is_held(session) and session.date_held is None:
        raise BadInput(what="date_held", reason="missing")
    if session.day is None:
        raise BadInput(what="date_planned", reason="missing")
    return session


def pause_outcome(pause: Pause, answers: Sequence[str]) -> PauseOutcome:
    """What to take along after a pause; ``answers`` are option ids in the order of the questions, empty for none.

    "Not sure" counts as a reason to ask. Raises ``BadInput`` for an answer that there is not.
    """
    known = [option.id for option in pause.answers]
    if len(answers) > len(pause.questions) or any(answer and answer not in known for answer in answers):
        raise BadInput(what="answers", reason="unknown")
    given = zip(pause.questions, answers, strict=False)
    raised = tuple(question for question, answer in given if answer not in {"", "no"})
    return PauseOutcome(raised, pause.outcome if raised else "", pause.alerts_nobody)


def _must_lie(name: str, value: int | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:
        raise BadInput(what=name, reason="range")


def _options(words: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(option_id(name), name) for name in words)


def _field(row: Mapping[str, Any]) -> FieldSpec:
    return FieldSpec(
        id=row["id"],
        label=row["label"],
        type=row["type"],
        help=row["help"],
        required=row["required"],
        leave_out_of_export=row["leave_out_of_export"],
        options=_options(row.get("options", ())),
    )


def _expectation(row: Mapping[str, Any], reviewed: str) -> Expectation:
    return Expectation(
        id=row["id"],
        body=row["body"],
        applies_to=row["applies_to"],
        text=row["text"],
        country=row["country"],
        figures=tuple((name, float(value)) for name, value in row.get("values", {}).items()),
        checked=row["checked"],
        checked_on=reviewed,
        source=row["source"],
        note=row.get("note", ""),
    )
