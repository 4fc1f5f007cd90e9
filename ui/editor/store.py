"""What the editor asks of an open journal; called on the vault lane only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from journal.model import Draft, Entry, KnownName, Revision, Tag
from journal.practice.prompts import Prompt


class EntryStore(Protocol):
    """The part of ``OpenJournal`` that keeps entries and asks questions."""

    def save_draft(self, draft: Draft) -> Entry:
        """Store a draft."""

    def finish_entry(self, entry_id: UUID) -> None:
        """Close the entry's revision."""

    def entry(self, entry_id: UUID) -> Entry:
        """One entry."""

    def trash(self, entry_id: UUID) -> None:
        """Put an entry into the trash."""

    def untrash(self, entry_id: UUID) -> None:
        """Take it out again."""

    def delete_for_good(self, entry_id: UUID) -> None:
        """Remove an entry and all its revisions."""

    def names(self) -> Sequence[KnownName]:
        """The register."""

    def save_name(self, name: KnownName) -> KnownName:
        """Put a name into the register."""

    def knowledge(self) -> Any:
        """What the anonymiser is handed to know; handed to the scan lane as it is."""

    def revisions(self, entry_id: UUID) -> Sequence[Revision]:
        """The earlier texts of an entry, the newest first."""

    def restore_revision(self, revision_id: UUID) -> Entry:
        """Make an earlier text the present one, which becomes a revision."""

    def tags(self) -> Sequence[Tag]:
        """All tags in use."""

    def prompt(
        self, kind: str, condition: str | None = None, depth: str | None = None, but_not: Sequence[str] = ()
    ) -> Prompt:
        """A prompt for a kind of entry, marked as shown."""
