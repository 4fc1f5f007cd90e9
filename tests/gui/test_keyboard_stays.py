"""Where a list is read anew, or a card takes the place of another, the keyboard stays in that place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.practice_model import AgendaItem, CpdActivity, Session
from tests.gui.seen import opened
from tests.gui.sessions import Window, made_journal, press, settled
from ui.learning.activity_dialog import ActivityDialog
from ui.practising import today
from ui.supervision.matter_dialog import HeardDialog, MatterDialog
from ui.supervision.session_dialog import SessionDialog
from ui.widgets.parts import button, column
from ui.widgets.rows import clear, refilled


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.session.window.activateWindow()
    qtbot.waitUntil(made.session.window.isActiveWindow)
    yield made
    made.end()


def at(window: Window) -> str:
    focus = window.session.window.focusWidget()
    return "" if focus is None else focus.accessibleName()


def pressed(window: Window, name: str) -> None:
    """Press a button by its name, by key."""
    found = next(
        b for b in window.session.window.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()
    )
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)
    settled(window)


def test_after_a_matter_was_heard_the_next_one_is_there(window: Window) -> None:
    page = window.pages.practising.supervision
    for title in ("The silence", "The gift"):
        page.bring(AgendaItem(title=title))
        press(opened(MatterDialog), "Save")
        settled(window)
    window.session.window.action("supervision").trigger()
    settled(window)
    for left in (1, 0):
        heard = page.facts.agenda[0].heading
        pressed(window, f"After the session: {heard}")
        dialog = opened(HeardDialog)
        assert dialog.focusWidget() is dialog._said, "words are typed, and no tick is taken away by a space"
        QTest.keyClicks(dialog._said, "Say it to him.")
        press(dialog, "It was heard")
        settled(window)
        assert len(page.facts.agenda) == left
        assert at(window) == (
            f"After the session: {page.facts.agenda[0].heading}" if left else "Add a matter to the agenda"
        )


def test_after_a_change_the_keyboard_is_at_what_was_changed(window: Window) -> None:
    learning = window.pages.practising.learning
    window.session.window.action("learning").trigger()
    settled(window)
    for title in ("A webinar", "A course"):
        learning.ask_activity(CpdActivity(None, today(), title, 60))
        press(opened(ActivityDialog), "Save")
        settled(window)
    names = [b.accessibleName() for b in learning._activities.findChildren(QPushButton)]
    name = next(one for one in names if "course" in one)
    pressed(window, name)
    dialog = opened(ActivityDialog)
    dialog._minutes.setValue(90)
    press(dialog, "Save")
    settled(window)
    assert at(window).startswith("A course, 1.5 h")


def test_what_turns_something_on_gives_way_to_what_turns_it_off(window: Window) -> None:
    window.session.window.action("wellbeing").trigger()
    settled(window)
    pressed(window, "Draw them: Core conditions, as you met them")
    assert at(window) == "Do not draw the core conditions"
    pressed(window, "Do not draw the core conditions")
    assert at(window) == "Draw them: Core conditions, as you met them"


def test_tab_comes_to_a_whole_session(window: Window) -> None:
    page = window.pages.practising.supervision
    page.log_session(Session(None, date_planned=today()))
    press(opened(SessionDialog), "Save")
    settled(window)
    window.session.window.action("supervision").trigger()
    settled(window)
    window.session.window.activateWindow()
    window.qtbot.waitUntil(window.session.window.isActiveWindow)
    log = next(b for b in page.findChildren(QPushButton) if b.text() == "Log a session")
    log.setFocus()
    QTest.keyClick(log, Qt.Key.Key_Tab)
    assert page._table.hasFocus()
    assert len(page._table.selectedItems()) == 5


def test_what_was_filled_in_goes_with_the_layouts_in_it(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    outer, inner = column(box), QVBoxLayout()
    inner.addWidget(QLabel("of a client"))
    outer.addLayout(inner)
    clear(box)
    assert box.findChildren(QLabel) == []


@pytest.mark.parametrize(
    ("after", "there"),
    [(["one", "two", "three"], "two"), (["one", "three"], "three"), (["one"], "one"), ([], "otherwise")],
)
def test_a_list_filled_anew_keeps_the_keyboard(qtbot: QtBot, after: list[str], there: str) -> None:
    window, box = QWidget(), QWidget()
    qtbot.addWidget(window)
    outer, rows = column(window), column(box)
    otherwise = button("otherwise")
    for part in (QPushButton("rail"), box, otherwise):
        outer.addWidget(part)
    for name in ("one", "two", "three"):
        rows.addWidget(button(name))
    window.show()
    box.findChildren(QPushButton)[1].setFocus()
    with refilled(box, otherwise):
        for name in after:
            rows.addWidget(button(name))
    focus = window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == there


@pytest.mark.parametrize("wide", [1400, 1000])
def test_the_agenda_is_seen_when_it_is_asked_for(window: Window, wide: int) -> None:
    window.session.window.resize(wide, 700)
    page = window.pages.practising.supervision
    page.bring(AgendaItem(title="The gift"))
    press(opened(MatterDialog), "Save")
    settled(window)
    window.session.window.action("today").trigger()
    settled(window)
    press(window.pages.practising.today, "Open the agenda")
    settled(window)
    assert page.panel.isVisible()
    assert at(window) == "After the session: The gift"


def test_where_to_find_help_has_the_keyboard_when_it_is_asked_for(window: Window) -> None:
    page = window.pages.practising.wellbeing
    window.session.window.action("wellbeing").trigger()
    settled(window)
    page._heavy.help_asked.emit()
    focus = window.session.window.focusWidget()
    assert focus is not None
    assert page._help.isAncestorOf(focus)
