"""What the timeline asks of an open journal; called on the vault lane only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from journal.model import Filter, Heading, Hit, Order, Outline, Tag


class EntrySource(Protocol):
    """The part of ``OpenJournal`` that lists and finds entries."""

    def outline(self, wanted: Filter, entry_id: UUID | None = None) -> Outline:
        """How many there are in each month, and which row an entry is."""

    def window(self, wanted: Filter, offset: int, limit: int) -> Sequence[Heading]:
        """A stretch of them, newest first."""

    def search(self, query: str, wanted: Filter, order: Order, limit: int, offset: int = 0) -> Sequence[Hit]:
        """Those that hold all words of ``query``."""

    def tags(self) -> Sequence[Tag]:
        """All tags in use."""

    def trash(self, entry_id: UUID) -> None:
        """Put an entry into the trash."""

    def untrash(self, entry_id: UUID) -> None:
        """Take it out again."""
