"""The keys of the window work while one is writing, and an entry is written, linked and found by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from tests.gui.sessions import Window, made_journal
from ui.editor.history import HistoryDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.session.window.activateWindow()
    made.write("First", "one")
    made.write("Second", "two")
    made.pages.editor.body.setFocus()
    made.pages.editor.body.selectAll()
    yield made
    made.end()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_B, CONTROL, "**two**"),
        (Qt.Key.Key_I, CONTROL, "*two*"),
        (Qt.Key.Key_H, SHIFT, "## two"),
        (Qt.Key.Key_L, SHIFT, "- two"),
        (Qt.Key.Key_Period, SHIFT, "> two"),
        (Qt.Key.Key_K, SHIFT, "[two]()"),
    ],
)
def test_a_key_formats_what_is_selected_and_again_takes_it_back(
    window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str
) -> None:
    body = window.pages.editor.body
    press(key, modifiers)
    assert body.text() == text
    if text != "[two]()":
        press(key, modifiers)
    else:
        body.undo()
    assert body.text() == "two"


def test_other_keys_work_from_within_the_text(window: Window) -> None:
    editor = window.pages.editor
    second = editor.entry_id
    press(Qt.Key.Key_PageDown)
    window.settle()
    assert editor.title.text() == "First"
    editor.body.setFocus()
    press(Qt.Key.Key_PageUp)
    window.settle()
    assert editor.entry_id == second
    editor.body.setFocus()
    press(Qt.Key.Key_F)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Find in this entry"
    press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is editor.body
    press(Qt.Key.Key_D)
    assert editor.draft().star
    press(Qt.Key.Key_K)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is not editor.body
    assert editor.body.text() == "two", "the key of the search takes nothing away"


def test_an_earlier_text_is_brought_back_from_a_real_journal(qtbot: QtBot, window: Window) -> None:
    editor = window.pages.editor
    editor.leave(lambda: None)
    window.settle()
    editor.body.insertPlainText("three")
    window.session.window.action("history").trigger()
    window.settle()
    qtbot.waitUntil(lambda: bool(dialogs()) and dialogs()[0].findChildren(QListWidget)[0].count() == 1)
    window.settle()
    dialogs()[0]._bring_back()
    window.settle()
    assert editor.body.text() == "two"
    assert window.session.journal is not None
    entry_id = editor.entry_id
    assert entry_id is not None
    texts: list[str] = []
    journal = window.session.journal
    window.session.vault.run(lambda: [one.body for one in journal.revisions(entry_id)], owner=editor, done=texts.extend)
    window.settle()
    assert "three" in texts


def dialogs() -> list[HistoryDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog) and one.isVisible()]


def test_locking_over_the_earlier_texts_hides_and_empties_them(qtbot: QtBot, window: Window) -> None:
    editor = window.pages.editor
    editor.leave(lambda: None)
    window.settle()
    editor.body.insertPlainText("three")
    editor.show_history()
    window.settle()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (shown,) = dialogs()
    window.session.lock()
    window.locked()
    assert not shown.isVisible()
    assert shown.findChildren(QListWidget)[0].count() == 0


def test_the_formats_rest_where_nothing_is_written(window: Window) -> None:
    window.pages.show("settings")
    assert not window.session.window.action("bold").isEnabled()
    window.pages.show("journal")
    assert window.session.window.action("bold").isEnabled()
