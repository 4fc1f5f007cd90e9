"""Takes a post up: reads it on the vault lane, scans it on the scan lane, and sums up what the series gives away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from journal.anonymise.review import Review, begin_review
from journal.anonymise.series import in_sum, said_before
from journal.model import Post
from ui.jobs import Lane, Work
from ui.review.store import PostStore


class TakingUp(QObject):
    """``begun`` carries the review of the post asked for last; ``changed`` what changed in its entries since;
    ``summed`` what it gives away with those that left the journal before; ``settled`` the id of a post to take up anew.
    """

    begun = Signal(object)
    changed = Signal(object)
    summed = Signal(object)
    settled = Signal(object)
    failed = Signal(object)

    def __init__(self, store: PostStore, vault: Lane, scan: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._vault, self._scan = store, vault, scan
        self._wanted: UUID | None = None
        self._knowledge: Any = None
        self._said: Any = None
        self._review: Review | None = None

    def open(self, post_id: UUID) -> None:
        """Take a post up: it is scanned anew with what the journal knows now."""
        self._wanted, self._said, self._review = post_id, None, None
        store = self._store

        def read() -> tuple[Any, ...]:
            post = store.post(post_id)
            return post, store.knowledge(), store.source_changes(post), store.earlier_posts(post_id)

        self._vault.run(read, owner=self, topic="review", done=self._read, failed=self.failed.emit)

    def drop(self) -> None:
        """Forget the post and what the journal knows: part of locking."""
        self._wanted, self._knowledge, self._said, self._review = None, None, None, None

    def settle(self, review: Review, how: Callable[[Post, Any], Post], change: Any) -> None:
        """What to do about an entry that changed: the post is stored as it then is."""
        post, store = how(review.post, change), self._store

        def saved(_saved: Post) -> None:
            self.settled.emit(post.id)

        self._vault.run(lambda: store.save_post(post), owner=self, done=saved, failed=self.failed.emit, work=Work.WRITE)

    def sum_up(self) -> None:
        """Sum up the series with what still stands in the draft now."""
        review, said, knowledge = self._review, self._said, self._knowledge
        if review is None or said is None:
            return
        now, draft = review.now, review.draft()
        # as earlier ones are compared: what a byline and closing notes say is the same under every post
        text = f"{draft.title}\n\n{draft.body}"
        standing = [(now.finding(index), now.surface(index)) for index in now.standing()]
        self._scan.run(
            lambda: in_sum(text, standing, said, knowledge),
            owner=self,
            topic="series",
            done=lambda series: self._summed(review, series),
        )

    def _read(self, read: tuple[Any, ...]) -> None:
        post, knowledge, changes, earlier = read
        if post.id != self._wanted:
            return
        self._knowledge = knowledge
        self.changed.emit(changes)
        self._scan.run(
            lambda: begin_review(post, knowledge), owner=self, topic="review", done=self._begun, failed=self.failed.emit
        )
        self._scan.run(
            lambda: said_before(earlier, knowledge),
            owner=self,
            topic="series",
            done=lambda said: self._heard(post.id, said),
        )

    def _begun(self, review: Review) -> None:
        # another post may have been opened while this one was scanned
        if review.post.id == self._wanted:
            self._review = review
            self.begun.emit(review)

    def _heard(self, post_id: UUID, said: Any) -> None:
        if post_id == self._wanted:
            self._said = said
            self.sum_up()

    def _summed(self, review: Review, series: Any) -> None:
        if review is self._review:
            self.summed.emit(series)
