"""Values of Qt's enumerations by their names mean what Qt's own mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from ui.widgets.named import put
from ui.widgets.parts import centre, label


def test_a_value_is_put_by_its_name(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    put(area, focusPolicy="NoFocus", horizontalScrollBarPolicy="ScrollBarAlwaysOff")
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


@pytest.mark.parametrize(("name", "value"), [("focusPolicy", "NoSuch"), ("nosuch", "NoFocus")])
def test_a_name_that_qt_does_not_know_is_refused(qtbot: QtBot, name: str, value: str) -> None:
    one = QLabel()
    qtbot.addWidget(one)
    with pytest.raises(ValueError, match=name):
        put(one, **{name: value})


@pytest.mark.parametrize("wrap", [False, True])
def test_words_are_plain_text_and_can_be_centred(qtbot: QtBot, wrap: bool) -> None:
    one = label("<b>words</b>", wrap=wrap)
    qtbot.addWidget(one)
    centre(one)
    assert one.textFormat() is Qt.TextFormat.PlainText
    assert one.alignment() == Qt.AlignmentFlag.AlignCenter
