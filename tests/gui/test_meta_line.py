"""The line above an entry and its title: tags suggested one by one, long words shown from their beginning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.fakes import DAY, FakeJournal
from ui.editor.editor_page import EditorPage
from ui.jobs import Lane
from ui.theme import Look


@pytest.fixture
def page(qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane) -> EditorPage:
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    made.new_entry("free")
    made.meta.offer_tags(["endings", "goals", "supervision"])
    return made


def tags(page: EditorPage) -> QLineEdit:
    return next(made for made in page.findChildren(QLineEdit) if made.accessibleName().startswith("Tags"))


def popup_of(field: QLineEdit) -> QAbstractItemView:
    completer = field.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


@pytest.mark.parametrize(
    ("typed", "tags_after"),
    [
        ("en", ("endings",)),
        ("#GO", ("goals",)),
        ("mine, en", ("mine", "endings")),
        ("#mine,goals,su", ("mine", "goals", "supervision")),
    ],
)
def test_the_tag_that_is_typed_is_completed_and_kept(
    page: EditorPage, qtbot: QtBot, typed: str, tags_after: tuple[str, ...]
) -> None:
    field = tags(page)
    field.setFocus()
    QTest.keyClicks(field, typed)
    popup = popup_of(field)
    qtbot.waitUntil(popup.isVisible)
    heard: list[tuple[str, ...]] = []
    page.meta.changed.connect(lambda: heard.append(page.meta.tags))
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert page.meta.tags == tags_after
    assert heard, "Qt does not say that a chosen tag was edited"


@pytest.mark.parametrize("typed", ["", "endings,", "endings, ", "zz", "#"])
def test_nothing_is_suggested_where_nothing_fits(page: EditorPage, typed: str) -> None:
    field = tags(page)
    field.setFocus()
    QTest.keyClicks(field, typed)
    assert not popup_of(field).isVisible()


def test_a_long_title_is_shown_from_its_beginning_once_it_is_left(page: EditorPage) -> None:
    page.title.setFocus()
    QTest.keyClicks(page.title, "A very long day indeed, " * 12)
    assert page.title.cursorPosition() > 100
    QTest.keyClick(page.title, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.body
    assert page.title.cursorPosition() == 0


def test_long_tags_are_shown_from_their_beginning_once_they_are_left(page: EditorPage) -> None:
    field = tags(page)
    field.setFocus()
    QTest.keyClicks(field, "a tag, " * 12)
    page.body.setFocus()
    assert field.cursorPosition() == 0


def test_many_tags_are_shown_from_their_beginning(page: EditorPage) -> None:
    page.meta.show_meta("free", DAY, [f"tag number {n}" for n in range(30)], False)
    assert tags(page).cursorPosition() == 0


def test_return_goes_on_from_the_tags_to_the_text(page: EditorPage, qtbot: QtBot) -> None:
    qtbot.waitActive(page)
    field = tags(page)
    field.setFocus()
    QTest.keyClicks(field, "mine, en")
    popup = popup_of(field)
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert page.meta.tags == ("mine", "endings")
    assert field.hasFocus(), "that one chose a tag"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.body.hasFocus()
