"""By keys alone: Tab reaches every control of every page and goes round; what went into the trash comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.sessions import Window, made_journal

#: More stops than any page has.
_MOST = 150


def stops(window: QWidget) -> set[str]:
    """The names of what can be seen and takes the keyboard by Tab."""
    return {
        one.accessibleName() or type(one).__name__
        for one in window.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        # the field of a spin box or of a day is part of it
        and not (isinstance(one, QLineEdit) and one.objectName() == "qt_spinbox_lineedit")
    }


def walked() -> list[str]:
    """The names of what Tab stops at, from where the keyboard is until it comes round."""
    focus = QApplication.focusWidget()
    names = []
    first = focus
    for _ in range(_MOST):
        assert focus is not None
        names.append(focus.accessibleName() or type(focus).__name__)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is first:
            break
    return names


def test_tab_reaches_all_that_can_be_seen(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.session.window.resize(1440, 860)
    window.unlock()
    window.write("Silence", "It went quiet.")
    window.session.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for page in ("today", "journal", "supervision", "wellbeing", "drafts", "settings", "prompts", "looking_back"):
        window.pages.show(page)
        window.settle()
        names = walked()
        assert stops(window.session.window) - set(names) == set(), page
        if page == "journal":
            meta = ["Kind of entry", "The day it is about", "Link a person of the register"]
            at = names.index(meta[0])
            following = list(dict.fromkeys(names[at:]))
            assert following[:4] == [*meta, "Tags, with commas between them"]
    window.end()


def test_the_keyboard_begins_at_what_a_page_is_for_and_later_where_it_was_left(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    window.session.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def at(*keys: Qt.Key) -> str:
        for key in keys:
            QTest.keyClick(focus(), key)
        return focus().accessibleName()

    def focus() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    for page, first in (
        ("supervision", "Log a session"),
        ("wellbeing", "Weekly check-in"),
        ("looking_back", "Calendar of entries"),
        ("learning", "Add an activity"),
    ):
        window.session.window.action(page).trigger()
        window.settle()
        assert at() == first
        second = at(Qt.Key.Key_Tab)
        window.session.window.action("today").trigger()
        window.session.window.action(page).trigger()
        assert at() == second
    window.end()


def test_tab_reaches_all_of_the_way_in(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.session.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert stops(window.session.window) - set(walked()) == set()
    window.end()


def test_what_went_into_the_trash_is_taken_back_by_undo(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    window.write("Silence", "It went quiet.")
    entry = window.pages.editor.entry_id
    window.pages.editor.trash()
    window.settle()
    assert window.pages.editor.entry_id is None
    window.session.window.action("undo").trigger()
    window.settle()
    assert window.pages.editor.entry_id == entry
    window.session.window.action("undo").trigger()
    window.settle()
    assert window.pages.editor.body.text() == "It went quiet.", "once is enough"
    window.end()
