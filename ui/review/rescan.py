"""Looks through what was typed into a draft, a moment after the last key, beside everything else."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from journal.anonymise.review import Found, Review
from ui.jobs import Lane

#: After the last key; shorter than a look up from the keyboard.
PAUSE_MS = 700


class Rescan(QObject):
    """``learnt`` when new findings wait for a decision."""

    learnt = Signal()

    def __init__(self, scan: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._scan = scan
        self._review: Review | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def show_review(self, review: Review | None) -> None:
        """Look after another review, or none."""
        self._pause.stop()
        self._review = review

    def touched(self) -> None:
        """Something was typed, or a step was taken back."""
        self._pause.start()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        review = self._review
        paragraphs = () if review is None else review.to_look_through()
        if review is None or not paragraphs:
            return
        self._scan.run(
            lambda: review.look_through(paragraphs),
            owner=self,
            topic="rescan",
            done=lambda found: self._found(review, found),
        )

    def _found(self, review: Review, found: Found) -> None:
        # an answer about a paragraph that reads otherwise by now is kept for when it reads so again
        if review is self._review and review.learn(found):
            self.learnt.emit()
