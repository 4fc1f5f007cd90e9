"""The panel beside the page: a part of it where there is room, a drawer over it where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from tests.gui.fakes import DAY, FakeJournal
from ui.editor.editor_page import EditorPage
from ui.editor.side_panel import SidePanel
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.drawer import Drawer

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, settle: Settle) -> EditorPage:
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY)
    qtbot.addWidget(made)
    made.resize(690, 640)
    with qtbot.waitActive(made):
        made.show()
    made.new_entry("relationship")
    settle()
    made.body.setFocus()
    return made


def side(page: EditorPage) -> SidePanel:
    (found,) = page.findChildren(SidePanel)
    return found


def arrived(qtbot: QtBot, page: EditorPage, *, opened: bool) -> None:
    edge = page.width() - (side(page).width() if opened else 0)
    qtbot.waitUntil(lambda: side(page).x() == edge and side(page).isVisible() is opened)


def holds_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def test_it_opens_over_the_page_with_the_keyboard_and_escape_gives_it_back(qtbot: QtBot, page: EditorPage) -> None:
    page.set_narrow(True)
    assert side(page).isHidden()
    width = page.body.width()
    page.toggle_side()
    arrived(qtbot, page, opened=True)
    assert page.body.width() == width, "the text does not move"
    assert holds_focus(side(page))
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    arrived(qtbot, page, opened=False)
    assert QApplication.focusWidget() is page.body


def test_going_on_with_the_text_closes_it(qtbot: QtBot, page: EditorPage) -> None:
    page.set_narrow(True)
    page.toggle_side()
    arrived(qtbot, page, opened=True)
    page.body.setFocus()
    arrived(qtbot, page, opened=False)
    assert QApplication.focusWidget() is page.body


def test_an_answer_closes_it_and_is_written_under(qtbot: QtBot, page: EditorPage, settle: Settle) -> None:
    page.set_narrow(True)
    page.toggle_side()
    arrived(qtbot, page, opened=True)
    next(b for b in side(page).findChildren(QPushButton) if b.text() == "Answer").click()
    arrived(qtbot, page, opened=False)
    assert QApplication.focusWidget() is page.body
    assert page.body.text().startswith("> ")


def test_its_own_button_closes_it(qtbot: QtBot, page: EditorPage) -> None:
    page.set_narrow(True)
    page.toggle_side()
    arrived(qtbot, page, opened=True)
    next(b for b in side(page).findChildren(QToolButton) if b.accessibleName() == "Close (Esc)").click()
    arrived(qtbot, page, opened=False)


def test_where_there_is_room_it_stands_beside_the_page(qtbot: QtBot, page: EditorPage) -> None:
    page.set_narrow(True)
    page.toggle_side()
    page.set_narrow(False)
    page.resize(1_100, 640)
    qtbot.wait(1)
    assert side(page).isVisible()
    assert (
        page.body.mapTo(page, page.body.rect().topRight()).x() < side(page).mapTo(page, side(page).rect().topLeft()).x()
    )
    page.toggle_side()
    assert side(page).isHidden()
    page.toggle_side()
    assert side(page).isVisible()


def test_it_follows_the_size_of_the_page(qtbot: QtBot, page: EditorPage) -> None:
    page.set_narrow(True)
    page.toggle_side()
    arrived(qtbot, page, opened=True)
    page.resize(720, 500)
    qtbot.wait(1)
    assert side(page).geometry().right() == page.rect().right()
    assert side(page).height() == page.height()


def test_the_three_buttons_stand_on_one_line(qtbot: QtBot, page: EditorPage) -> None:
    page.set_narrow(False)
    page.resize(1_100, 640)
    qtbot.wait(1)
    shown = [b for b in side(page).findChildren(QPushButton) if b.text() in ("Answer", "Another", "Deeper")]
    assert len(shown) == 3
    assert len({made.mapTo(page, made.rect().topLeft()).y() for made in shown}) == 1


def test_whether_it_stands_beside_the_page_is_remembered_and_the_drawer_is_not(
    qtbot: QtBot, page: EditorPage, look: Look
) -> None:
    wanted: list[bool] = []
    page.side_wanted.connect(wanted.append)
    page.toggle_side()
    page.toggle_side()
    page.set_narrow(True)
    page.toggle_side()
    assert wanted == [False, True]


def test_it_begins_as_it_was_left(qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, settle: Settle) -> None:
    look.apply(look.settings._replace(side_panel=False))
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY)
    qtbot.addWidget(made)
    made.show()
    made.new_entry()
    settle()
    assert side(made).isHidden()
    made.toggle_side()
    assert side(made).isVisible()


def test_the_keyboard_may_move_while_the_page_of_an_open_drawer_goes(qtbot: QtBot) -> None:
    host, other = QWidget(), QWidget()
    split = QSplitter(host)
    panel = QWidget()
    split.addWidget(QWidget())
    split.addWidget(panel)
    drawer = Drawer(host, split, panel)
    drawer.allow(True)
    drawer.set_narrow(True)
    drawer.set_shown(True)
    Shiboken.delete(split)
    drawer._focus_moved(None, other)
    Shiboken.delete(host)
