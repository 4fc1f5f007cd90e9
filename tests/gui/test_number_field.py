"""A figure typed by hand: it takes the place of what stands there, and of the words that stand for none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from journal.model import KnownName
from tests.gui.fakes import DAY
from ui.editor.people import LinkDialog
from ui.supervision.client_hours_dialog import ClientHoursDialog
from ui.theme import Look
from ui.widgets.number_field import number_field
from ui.widgets.parts import column

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., None]]:
    windows: list[QWidget] = []

    def made(*parts: QWidget) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        box = column(window)
        for part in parts:
            box.addWidget(part)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        windows.append(window)

    yield made
    for window in windows:
        window.hide()


def click(field: QAbstractSpinBox, x: int) -> None:
    line = field.lineEdit()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, NONE, QPoint(x, line.height() // 2))


@pytest.mark.parametrize("x", [2, 14, 60])
def test_a_figure_is_typed_over_the_words_for_none_wherever_one_clicked(
    qtbot: QtBot, look: Look, show: Callable[..., None], x: int
) -> None:
    field = number_field("Minutes", -1, 600, open_words="–")
    field.setValue(-1)
    other = QLineEdit()
    show(other, field)
    other.setFocus()
    click(field, x)
    qtbot.wait(5)
    QTest.keyClicks(field, "45")
    assert field.value() == 45
    # and again, where the caret was moved by a key
    field.setValue(-1)
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, "50")
    assert field.value() == 50


def test_the_session_of_a_person_is_typed_over_the_word_for_none(
    qtbot: QtBot, look: Look, show: Callable[..., None]
) -> None:
    name = KnownName(UUID(int=1), "Rebecca Marsh", code="R")
    dialog = LinkDialog(look, (name,), None)
    show(dialog)
    dialog._who.setFocus()
    click(dialog._session, 14)
    qtbot.wait(5)
    QTest.keyClicks(dialog._session, "12")
    assert dialog._session.value() == 12


def test_where_a_form_begins_at_a_figure_it_is_typed_over(qtbot: QtBot, look: Look, show: Callable[..., None]) -> None:
    field = number_field("Days", 1, 366, suffix=" days")
    field.setValue(14)
    show(field)
    field.setFocus()
    qtbot.wait(5)
    QTest.keyClicks(field, "7")
    assert field.value() == 7
    QTest.keyClicks(field, "0")
    assert field.value() == 70, "only the first one replaces"


def test_a_click_into_a_figure_leaves_it(qtbot: QtBot, look: Look, show: Callable[..., None]) -> None:
    field, other = number_field("Minutes", 0, 600), QLineEdit()
    field.setValue(45)
    show(other, field)
    other.setFocus()
    click(field, 60)
    qtbot.wait(5)
    assert not field.lineEdit().hasSelectedText()


def test_the_first_month_takes_hours_as_soon_as_the_form_is_open(qtbot: QtBot, look: Look) -> None:
    dialog = ClientHoursDialog(look, (), DAY)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QAbstractSpinBox))
    qtbot.wait(5)
    first = QApplication.focusWidget()
    assert first is not None
    QTest.keyClicks(first, "12.5")
    assert [minutes for _, minutes in dialog.changed()] == [750]


def test_words_for_none_can_be_come_back_to(look: Look, show: Callable[..., None]) -> None:
    field: QSpinBox = number_field("Minutes", -1, 600, open_words="–")
    field.setValue(0)
    show(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "–"
