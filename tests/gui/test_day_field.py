"""A day by keys alone: one stop for Tab, arrows between its parts, a month as a number or a word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Look
from ui.widgets.day_field import DayField, day_field
from ui.widgets.day_words import pydate
from ui.widgets.parts import column

DAY = dt.date(2026, 11, 29)
Key = Qt.Key


@pytest.fixture(params=["ddd d MMM yyyy", "d MMM yyyy"])
def field(qtbot: QtBot, look: Look, request: pytest.FixtureRequest) -> Iterator[DayField]:
    window = QWidget()
    qtbot.addWidget(window)
    made = day_field(DAY)
    made.setDisplayFormat(request.param)
    box = column(window)
    before, after = QLineEdit(), QLineEdit()
    before.setAccessibleName("before")
    after.setAccessibleName("after")
    for part in (before, made, after):
        box.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before.setFocus()
    yield made
    window.hide()


def at() -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus.accessibleName()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def typed(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_tab_stops_once_and_goes_on(field: DayField) -> None:
    press(Key.Key_Tab)
    assert field.hasFocus()
    press(Key.Key_Tab)
    assert at() == "after"
    press(Key.Key_Backtab)
    assert field.hasFocus()
    press(Key.Key_Backtab)
    assert at() == "before"


def test_typing_begins_at_the_day(field: DayField) -> None:
    press(Key.Key_Tab)
    typed("12")
    assert pydate(field.date()) == dt.date(2026, 11, 12)


def test_arrows_go_from_part_to_part_and_stay_at_the_ends(field: DayField) -> None:
    press(Key.Key_Tab, Key.Key_Left, Key.Key_Up)
    assert pydate(field.date()) == dt.date(2026, 11, 30)
    press(Key.Key_Right, Key.Key_Down)
    assert pydate(field.date()) == dt.date(2026, 10, 30)
    press(Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert pydate(field.date()) == dt.date(2025, 10, 30)
    press(Key.Key_Left, Key.Key_Down)
    assert pydate(field.date()) == dt.date(2025, 9, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3", dt.date(2026, 3, 29)),
        ("03", dt.date(2026, 3, 29)),
        ("12", dt.date(2026, 12, 29)),
        ("10", dt.date(2026, 10, 29)),
        ("2", dt.date(2026, 2, 28)),
        ("32025", dt.date(2025, 3, 29)),
        ("122025", dt.date(2025, 12, 29)),
        ("Mar", dt.date(2026, 3, 29)),
    ],
)
def test_a_month_is_typed_as_a_number_or_a_word(field: DayField, text: str, day: dt.date) -> None:
    press(Key.Key_Tab, Key.Key_Right)
    typed(text)
    assert pydate(field.date()) == day


def test_a_whole_day_is_typed_in_one_go(field: DayField) -> None:
    press(Key.Key_Tab)
    typed("07032025")
    assert pydate(field.date()) == dt.date(2025, 3, 7)
