"""Keeps what was decided at once, what was typed a moment after the last key, and all when the journal locks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from journal.anonymise.review import Review
from journal.model import Post
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.review.store import PostStore
from ui.review.turns import LONG

#: After the last key; while keys go on without such a pause; after a save that failed.
PAUSE_MS, LONGEST_MS, _AGAIN_MS = 400, 2_000, 5_000
Answer = Callable[[Exception | None], None]


class PostSaving(QObject):
    """``failed`` carries words for what went wrong; it is tried again by itself."""

    failed = Signal(str)

    def __init__(self, store: PostStore, vault: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._vault = store, vault
        self._review: Review | None = None
        self._dirty = False
        #: how long the oldest decision waits
        self._waiting = QElapsedTimer()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.save)

    def show_review(self, review: Review | None) -> None:
        """Keep another review's decisions from now on; those of the one before are sent first."""
        if self._dirty:
            self.save()
        self._pause.stop()
        self._review, self._dirty = review, False

    def decided(self) -> None:
        """A decision was taken: it is kept at once, since a person may have thought about it for long."""
        review = self._review
        if review is not None and review.now.count > LONG:
            # to store 2,000 findings takes the lane 20 ms of processor time, while the window shows what was decided
            self.touched()
        else:
            self.save()

    def touched(self) -> None:
        """Something was typed, or decided in a long review. Whoever goes on without a pause is saved all the same."""
        if not self._dirty:
            self._waiting.start()
        self._dirty = True
        self._pause.start(max(0, min(PAUSE_MS, LONGEST_MS - self._waiting.elapsed())))

    def flush(self, answer: Answer) -> None:
        """Save what is not saved yet, for locking."""
        if self._review is None or not self._dirty:
            answer(None)
        else:
            self.save(answer)

    def save(self, answer: Answer | None = None) -> None:
        """Save now. The store is asked on its lane; the post is a value, and later steps do not change it."""
        review, store = self._review, self._store
        self._pause.stop()
        if review is None:
            return
        self._dirty = False
        post = review.post

        def saved(_post: Post) -> None:
            if answer is not None:
                answer(None)

        def failed(error: Exception) -> None:
            self.failed.emit(error_words(error))
            if self._review is review:
                self._dirty = True
                self._pause.start(_AGAIN_MS)
            if answer is not None:
                answer(error)

        self._vault.run(lambda: store.save_post(post), owner=self, done=saved, failed=failed, work=Work.WRITE)
