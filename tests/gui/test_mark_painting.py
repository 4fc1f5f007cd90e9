"""Marks are found by place, and only those in sight are asked where they stand."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.campaigns.long_review import LIMIT_MS
from ui.review.pane import ReviewPane
from ui.review.spans import Mark, Marks, Span
from ui.text import select
from ui.theme import Look


def marks_at(*places: tuple[int, int]) -> list[Mark]:
    return [Mark(Span(start, end, at), "direct") for at, (start, end) in enumerate(places)]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 5, []),
        (5, 6, [0]),
        (9, 10, [0]),
        (10, 12, []),
        (20, 22, [1]),
        # inside the second lies the third, and the second still reaches on after it
        (25, 26, [1, 2]),
        (35, 36, [1]),
        (0, 99, [0, 1, 2, 3]),
        (41, 99, []),
    ],
)
def test_marks_are_found_by_place(start: int, end: int, found: list[int]) -> None:
    marks = Marks(marks_at((5, 10), (20, 40), (24, 28), (40, 41)))
    assert [mark.span.finding for mark in marks.within(start, end)] == found


def shown(qtbot: QtBot, look: Look, text: str, marks: list[Mark]) -> ReviewPane:
    pane = ReviewPane(look, "Text")
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show_text(text, Marks(marks), 0)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def placed(pane: ReviewPane, area: QRectF) -> list[tuple[int, QRectF]]:
    return [(mark.span.finding, rect) for mark, rect in pane._painting.placed(area, pane._marks, pane._positions)]


def test_what_is_in_sight_is_placed_as_the_whole_is(qtbot: QtBot, look: Look) -> None:
    words = "😀 some quiet words about an evening, "
    text = "\n\n".join([words * 8, "# Anna was there\n\n" + words * 30, words * 2])
    step = 23
    pane = shown(qtbot, look, text, marks_at(*((at, at + 9) for at in range(0, len(text) - 20, step))))
    height = pane.document().size().height()
    whole = placed(pane, QRectF(0, 0, 400, height))
    assert {finding for finding, _ in whole} == set(range(len(range(0, len(text) - 20, step))))
    strips = [one for top in range(0, int(height), 40) for one in placed(pane, QRectF(0, top, 400, 40))]
    assert [one for one in whole if one not in strips] == []
    assert [one for one in strips if one not in whole] == []


def test_a_click_on_a_mark_tells_which_and_one_beside_it_nothing(qtbot: QtBot, look: Look) -> None:
    pane = shown(qtbot, look, "slow words of an evening", marks_at((5, 10)))
    told: list[int] = []
    pane.clicked.connect(told.append)
    for place in (7, 18):
        at = pane.cursorRect(select(pane.document(), place, place)).center()
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert told == [0]


def test_a_mark_over_two_lines_ends_with_the_words_of_the_first(qtbot: QtBot, look: Look) -> None:
    pane = shown(qtbot, look, "slow " * 40, marks_at((0, 199)))
    rects = [rect for _, rect in placed(pane, QRectF(0, 0, 400, 500))]
    assert len(rects) > 2
    widest = max(rect.width() for rect in rects)
    line = pane.document().firstBlock().layout().lineAt(0)
    assert widest <= line.naturalTextWidth() + 1.5, "no ground under the space at which a line was broken"


def test_a_single_paragraph_of_thousands_of_words_is_painted_at_once(qtbot: QtBot, look: Look) -> None:
    text = "We sat with it longer than Anna had meant to. " * 500
    starts = [at * 46 + 27 for at in range(500)]
    pane = shown(qtbot, look, text, marks_at(*((at, at + 4) for at in starts)))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    area = QRectF(0, bar.value(), 400, 500)
    seen = placed(pane, area)
    assert 0 < len(seen) < 40
    assert all(pane.text[starts[finding] : starts[finding] + 4] == "Anna" for finding, _ in seen)
    before = time.thread_time()
    pane.grab()
    assert (time.thread_time() - before) * 1000 < LIMIT_MS


def test_other_colours_lay_nothing_out_anew_and_another_size_does(qtbot: QtBot, look: Look) -> None:
    pane = shown(qtbot, look, "Title\n\n" + "quiet words " * 200, [])
    spaced: list[int] = []
    pane.document().contentsChange.connect(lambda at, _removed, _added: spaced.append(at))
    look.apply(look.settings._replace(theme="dark"))
    assert spaced == []
    look.apply(look.settings._replace(text_px=24))
    assert spaced != []
