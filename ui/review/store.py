"""What the review asks of an open journal; called on the vault lane only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from journal.model import Post, PostHeading


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

    def never_flag(self, word: str) -> None:
        """From now on no scan flags this word."""
