"""Scrolling past a field must not change it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.steady import steady


def choice() -> QComboBox:
    made = QComboBox()
    made.addItems(["one", "two", "three"])
    made.setCurrentIndex(1)
    return made


def number() -> QSpinBox:
    made = QSpinBox()
    made.setValue(5)
    return made


def slider() -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setValue(5)
    return made


def day() -> QDateEdit:
    return QDateEdit(QDate(2026, 6, 15))


def shown(field: QWidget) -> object:
    match field:
        case QComboBox():
            return field.currentIndex()
        case QDateEdit():
            return field.date()
        case QSpinBox() | QSlider():
            return field.value()
    raise TypeError


FIELDS = [choice, number, slider, day]


def page(qtbot: QtBot, field: QWidget) -> tuple[QScrollArea, QLineEdit]:
    inside = QWidget()
    column = QVBoxLayout(inside)
    other = QLineEdit()
    column.addWidget(other)
    column.addWidget(field)
    column.addSpacing(2_000)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.resize(300, 200)
    with qtbot.waitActive(area):
        area.show()
    other.setFocus()
    return area, other


def turn_wheel(field: QWidget) -> None:
    # through the window, as the system does it: only then may the wheel bring the keyboard
    window = field.window()
    QTest.wheelEvent(window.windowHandle(), QPointF(field.mapTo(window, field.rect().center())), QPoint(0, -120))


@pytest.mark.parametrize("make", FIELDS)
def test_the_wheel_scrolls_the_page_and_leaves_the_field(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = steady(make())
    area, other = page(qtbot, field)
    before = shown(field)
    turn_wheel(field)
    assert shown(field) == before
    assert area.verticalScrollBar().value() > 0
    assert QApplication.focusWidget() is other
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("make", FIELDS)
def test_a_field_left_as_qt_makes_it_would_change(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = make()
    _area, _ = page(qtbot, field)
    before = shown(field)
    turn_wheel(field)
    assert shown(field) != before


@pytest.mark.parametrize("make", FIELDS)
def test_the_wheel_works_where_one_is_at_work(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    field = steady(make())
    _area, _ = page(qtbot, field)
    before = shown(field)
    field.setFocus()
    turn_wheel(field)
    assert shown(field) != before


def test_a_mark_is_never_set_by_the_wheel(qtbot: QtBot) -> None:
    field = steady(slider(), never=True)
    area, _ = page(qtbot, field)
    field.setFocus()
    turn_wheel(field)
    assert field.value() == 5
    assert area.verticalScrollBar().value() > 0
