"""A box and its words beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Look
from ui.widgets.choice_words import ChoiceWords, worded


def test_the_ring_of_a_box_does_not_reach_its_words_and_lies_evenly_around_it(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tick = QCheckBox()
    page.setLayout(worded(tick, "Underline likely names while I write"))
    page.resize(400, 60)
    page.show()
    words = next(iter(page.findChildren(ChoiceWords)))
    assert words.x() - tick.geometry().right() > 6
    assert abs(tick.sizeHint().width() - tick.sizeHint().height()) <= 2
