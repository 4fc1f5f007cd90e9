"""Two texts that scroll together, paragraph by paragraph, since what was decided makes them differ in length."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journal.anonymise.review import Review
from ui.review.pane import ReviewPane


class Together(QObject):
    """The entry's pane follows the draft's, and the other way round."""

    def __init__(self, entry: ReviewPane, draft: ReviewPane, parent: QObject) -> None:
        super().__init__(parent)
        self._entry, self._draft = entry, draft
        self._review: Review | None = None
        self._moving = False
        entry.verticalScrollBar().valueChanged.connect(lambda _: self._follow(entry, draft))
        draft.verticalScrollBar().valueChanged.connect(lambda _: self._follow(draft, entry))

    def show_review(self, review: Review | None) -> None:
        """Follow by another review's decisions."""
        self._review = review

    def hold(self, held: bool) -> None:
        """While both are being moved to one finding neither follows the other."""
        self._moving = held

    def _follow(self, leading: ReviewPane, following: ReviewPane) -> None:
        review = self._review
        if review is None or self._moving:
            return
        self._moving = True
        bar = leading.verticalScrollBar()
        if bar.value() == 0:
            following.verticalScrollBar().setValue(0)
        elif bar.value() >= bar.maximum():
            # the ends meet, however much longer one of them is
            following.verticalScrollBar().setValue(following.verticalScrollBar().maximum())
        else:
            place, gone = leading.place_at_top()
            placed = review.now.placed
            there = placed.draft_start(place) if leading is self._entry else placed.base_at(place)
            following.bring_to_top(there, gone)
        self._moving = False
