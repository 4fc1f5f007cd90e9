"""What the review asks of an open journal; called on the vault lane only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from journal.model import Filter, Heading, Hit, KnownName, Order, Post, PostHeading


class PostStore(Protocol):
    """The part of ``OpenJournal`` that keeps posts. ``knowledge`` is handed to the scan as it is."""

    def posts(self) -> Sequence[PostHeading]:
        """All posts, the newest first."""

    def post(self, post_id: UUID) -> Post:
        """One post."""

    def save_post(self, post: Post) -> Post:
        """Store a post with its decisions."""

    def delete_post(self, post_id: UUID) -> None:
        """Remove a post; what was exported of it stays logged."""

    def knowledge(self) -> Any:
        """What the anonymiser is handed to know."""

    def source_changes(self, post: Post) -> Sequence[Any]:
        """What changed since in the entries that a post was copied from."""

    def earlier_posts(self, post_id: UUID) -> Sequence[Any]:
        """The other posts that left the journal."""

    def save_name(self, name: KnownName) -> KnownName:
        """Put a name into the register."""

    def begin_post(
        self,
        entry_ids: Sequence[UUID],
        *,
        title: str | None = None,
        byline: str | None = None,
        selections: Mapping[UUID, tuple[int, int]] | None = None,
    ) -> Post:
        """A new post copied from entries."""

    def window(self, wanted: Filter, offset: int, limit: int) -> Sequence[Heading]:
        """Rows of the list of entries, the newest day first."""

    def search(self, query: str, wanted: Filter, order: Order, limit: int, offset: int = 0) -> Sequence[Hit]:
        """Entries with all words of ``query``."""

    def never_flag(self, word: str) -> None:
        """From now on no scan flags this word."""
