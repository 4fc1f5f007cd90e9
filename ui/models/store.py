"""What the picker of reflective models asks of an open journal; called on the vault lane only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from journal.practice_model import Template


class AsksLearning(Protocol):
    """The part of ``OpenJournal.learning`` that keeps templates."""

    def templates(self, kind: str | None = None) -> Sequence[Template]:
        """All, or those for a kind of entry."""

    def save_template(self, template: Template) -> Template:
        """Store one of the person's own."""

    def remove_template(self, template_id: str) -> None:
        """Delete one."""


class ModelStore(Protocol):
    """The part of ``OpenJournal`` that the picker shows."""

    @property
    def learning(self) -> AsksLearning:
        """Templates."""
