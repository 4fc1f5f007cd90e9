"""The parts that every page is made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.parts import button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_from_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    made = button("Go on")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked, timeout=1000):
        QTest.keyClick(made, key)


def test_other_keys_are_left_to_whoever_stands_behind(qtbot: QtBot) -> None:
    made = button("Go on")
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Down)
