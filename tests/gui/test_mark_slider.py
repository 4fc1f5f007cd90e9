"""A mark that nobody chose is no number, neither to the eye nor read aloud; the first key or press gives one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.campaigns.read_aloud import reading_order, said
from ui.theme import Look
from ui.widgets.mark_slider import MarkSlider
from ui.widgets.parts import button, column

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def made(qtbot: QtBot, look: Look) -> Iterator[MarkSlider]:
    window = QWidget()
    qtbot.addWidget(window)
    slider = MarkSlider(look, "Energy", 0, 10, about="How much was left", ends=("none left", "plenty"))
    column(window).addWidget(slider)
    window.resize(500, 120)
    window.show()
    window.activateWindow()
    yield slider
    window.hide()


def read(slider: MarkSlider) -> list[str]:
    return [said(control) for control in reading_order(slider.window())]


def test_skipped_is_read_as_skipped_and_as_no_number(made: MarkSlider) -> None:
    assert read(made) == ["Button  Energy, skipped  (0: none left, 10: plenty)"]
    made.set_value(5)
    assert read(made) == ["Button  Clear: Energy", "Slider  Energy  = 5  (0: none left, 10: plenty)"]
    made.set_value(None)
    assert made.value is None
    assert read(made) == ["Button  Energy, skipped  (0: none left, 10: plenty)"]
    assert not QAccessible.queryAccessibleInterface(made._empty).state().invisible
    assert QAccessible.queryAccessibleInterface(made._slider).state().invisible


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Up, 6),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 10),
        (Qt.Key.Key_Space, 5),
    ],
)
def test_the_first_key_sets_a_mark_and_the_next_moves_it(made: MarkSlider, key: Qt.Key, value: int) -> None:
    changed: list[int | None] = []
    made.changed.connect(lambda: changed.append(made.value))
    made._empty.setFocus()
    QTest.keyClick(made._empty, key)
    assert made.value == value
    assert changed[-1] == value
    assert QApplication.focusWidget() is made._slider
    QTest.keyClick(made._slider, Qt.Key.Key_Left)
    assert made.value == max(0, value - 1)


@pytest.mark.parametrize(("part", "value"), [(0.0, 0), (0.5, 5), (1.0, 10), (0.31, 3)])
def test_a_press_puts_the_mark_where_one_points(made: MarkSlider, part: float, value: int) -> None:
    at = QPoint(round(made._empty.width() * part), made._empty.height() // 2)
    QTest.mouseClick(made._empty, Qt.MouseButton.LeftButton, NONE, at)
    assert made.value == value


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_clears_it_and_the_keyboard_stays(made: MarkSlider, key: Qt.Key) -> None:
    made.set_value(7)
    heard: list[int | None] = []
    made.changed.connect(lambda: heard.append(made.value))
    made._slider.setFocus()
    QTest.keyClick(made._slider, key)
    assert heard == [None]
    assert made._empty.hasFocus()
    QTest.keyClick(made._empty, key)
    assert heard == [None], "what is clear is not cleared again"


def test_clearing_gives_the_keyboard_back_to_what_is_skipped(made: MarkSlider) -> None:
    made.set_value(3)
    away = made.findChild(QToolButton)
    assert away is not None
    away.click()
    assert made.value is None
    assert QApplication.focusWidget() is made._empty


def test_what_is_said_of_it_stands_at_the_right_edge_with_and_without_a_mark(made: MarkSlider) -> None:
    for value in (None, 3, 10):
        made.set_value(value)
        made.layout().activate()  # type: ignore[union-attr]
        assert made._figure.geometry().right() == made._both.geometry().right()


def test_neither_grows_when_the_other_comes(made: MarkSlider) -> None:
    before = made.sizeHint()
    made.set_value(3)
    assert made.sizeHint().height() == before.height()


def test_return_marks_nothing_and_stores_what_was_marked(qtbot: QtBot, look: Look) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    first, second = (MarkSlider(look, name, 0, 10) for name in ("Energy", "Sleep"))
    save = button("Save", "primary")
    save.setDefault(True)
    saved: list[tuple[int | None, int | None]] = []
    save.clicked.connect(lambda: saved.append((first.value, second.value)))
    box = column(dialog)
    for part in (first, second, save):
        box.addWidget(part)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    first._empty.setFocus()
    QTest.keyClick(first._empty, Qt.Key.Key_Right)
    second._empty.setFocus()
    QTest.keyClick(second._empty, Qt.Key.Key_Return)
    assert saved == [(6, None)]
