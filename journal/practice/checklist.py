"""The questions a writer meets before a post leaves the journal, as values (``resources/anonymise/checklist.toml``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from journal.resources import read_toml


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``must``: answered before an export by hand; ``not_sure``: what is suggested to a doubtful writer.

    ``number`` is its place in the list, from 1; ``group`` the id of its group.
    """

    id: str
    number: int
    group: str
    text: str
    must: bool
    not_sure: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, or a group of questions: an id and the words shown for it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """All questions in order, with the answers that can be given to each."""

    title: str
    intro: str
    promise: str
    answers: tuple[Choice, ...]
    groups: tuple[Choice, ...]
    questions: tuple[Question, ...]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> Checklist:
        """The list in a parsed ``checklist.toml``; a ``KeyError`` means that the file itself is at fault."""
        words = data["words"]
        return cls(
            title=words["title"],
            intro=words["intro"],
            promise=words["suggest_never_certify"],
            answers=tuple(Choice(row["id"], row["name"]) for row in data["answer"]),
            groups=tuple(Choice(row["id"], row["name"]) for row in data["group"]),
            questions=tuple(
                Question(row["id"], row["number"], row["group"], row["text"], row["must"], row["not_sure"])
                for row in data["question"]
            ),
        )

    def unanswered(self, answered: Collection[str], *, must_only: bool = False) -> tuple[Question, ...]:
        """The questions whose ids are not in ``answered``, in order; ``must_only``: those that hold up an export."""
        return tuple(
            question for question in self.questions if question.id not in answered and (question.must or not must_only)
        )


def load_checklist() -> Checklist:
    """The questions that ship with the program."""
    return Checklist.from_toml(read_toml("anonymise/checklist.toml"))
