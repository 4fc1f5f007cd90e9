"""While one types, marks go with their words without the whole pane being painted anew: what changed was painted."""

from __future__ import annotations

import random

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.anonymise.review import begin_review
from tests.campaigns.long_review import long_text
from tests.unit.anonymise.builders import knowledge_of, known, post_of
from ui.review.draft_pane import DraftPane
from ui.review.spans import draft_marks
from ui.theme import Look

_KEYS = {"\r": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace}


class Painted(QObject):
    """What of a pane is painted anew, and what looks otherwise than when it was last asked."""

    def __init__(self, pane: DraftPane) -> None:
        super().__init__(pane)
        self._pane, self._region = pane, QRegion()
        self._seen = pane.viewport().grab().toImage()
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._region = self._region.united(event.region())
        return super().eventFilter(watched, event)

    def missed(self) -> int:
        """In how many lines of pixels something changed that was not painted since."""
        region = self._region
        before, now = self._seen, self._pane.viewport().grab().toImage()
        self._seen, self._region = now, QRegion()
        missed = 0
        for y in range(now.height()):
            others = [x for x in range(now.width()) if before.pixel(x, y) != now.pixel(x, y)]
            if others:
                missed += not QRegion(others[0], y, others[-1] - others[0] + 1, 1).subtracted(region).isEmpty()
        return missed


def test_what_is_on_the_screen_after_each_key_is_what_a_whole_painting_shows(qtbot: QtBot, look: Look) -> None:
    names = [known(name) for name in ("Zebulon", "Quillon", "Thessaly", "Oriane", "Marwenna")]
    review = begin_review(post_of(long_text(600, 90)), knowledge_of(*names), random.Random(1).choice)
    for index in range(0, review.now.count, 3):
        review.accept(index)
    pane = DraftPane(look, "draft")
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show_text(review.draft_text(), draft_marks(review), 0)
    pane.set_editable(True)
    # a caret that blinks would be another picture
    pane.setCursorWidth(0)
    kept: list[bool] = []

    def typed(start: int, end: int, words: str) -> None:
        before = review.undecided
        review.edit_draft(start, end, words)
        moved = review.undecided == before and review.draft_text() == pane.text
        kept.append(moved)
        pane.show_text(review.draft_text(), draft_marks(review), 0, moved=moved)

    pane.edited.connect(typed)
    pane.show()
    qtbot.waitExposed(pane)
    pane.setFocus()
    caret = review.draft_text().index("came back", 300) + 5
    pane.put_caret(caret)
    qtbot.wait(20)
    painted = Painted(pane)
    keys = "hurry ", "w" * 20, "\r", "ab", "\b\b\b", "\b" * 12
    for key in "".join(keys):
        if key in _KEYS:
            QTest.keyClick(pane, _KEYS[key])
        else:
            QTest.keyClicks(pane, key)
        qtbot.wait(5)
        assert painted.missed() == 0, key
    assert kept.count(True) > 25
    # and it would have been seen: a mark that looks otherwise now, painted as if it had only moved
    shown = next(mark for mark in draft_marks(review).within(caret - 100, caret + 300) if mark.waiting)
    review.keep(shown.span.finding)
    pane.show_text(review.draft_text(), draft_marks(review), 0, moved=True)
    qtbot.wait(5)
    assert painted.missed() > 0
    review.undo()
    pane.show_text(review.draft_text(), draft_marks(review), 0)
    qtbot.wait(5)
    assert painted.missed() == 0
