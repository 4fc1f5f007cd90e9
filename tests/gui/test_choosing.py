"""A choice is found by its value, also where Qt does not know the type of it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ui.widgets.choosing import choose


def test_an_equal_id_is_found_and_nothing_else_is(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("nobody", None)
    for number in (1, 2):
        box.addItem(f"K{number}", UUID(int=number << 80))
    choose(box, UUID(int=2 << 80))
    assert box.currentText() == "K2"
    choose(box, UUID(int=9))
    assert box.currentText() == "nobody"
    choose(box, None)
    assert box.currentText() == "nobody"
