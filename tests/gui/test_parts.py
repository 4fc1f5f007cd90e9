"""The parts that every page is made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from ui.widgets.parts import ToolButton, button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_from_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    made = button("Go on")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked, timeout=1000):
        QTest.keyClick(made, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_small_button_is_pressed_or_opens_its_menu_from_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    made = ToolButton()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked, timeout=1000):
        QTest.keyClick(made, key)
    menu = QMenu(made)
    menu.addAction("Any day")
    made.setMenu(menu)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.show()
    with qtbot.waitSignal(menu.aboutToShow, timeout=1000):
        QTimer.singleShot(50, menu, menu.close)
        QTest.keyClick(made, key)


def test_other_keys_are_left_to_whoever_stands_behind(qtbot: QtBot) -> None:
    made = button("Go on")
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.clicked):
        QTest.keyClick(made, Qt.Key.Key_Down)
