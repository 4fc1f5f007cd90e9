"""A whole evening with the keyboard alone: every stroke goes to whatever has the keyboard, and is kept in a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from journal.model import Draft, Entry, Filter
from tests.gui.keyboard import CTRL, Key, Keyboard
from tests.gui.sessions import Window, made_journal
from tests.journals import PASSPHRASE, unlocked

#: What the evening takes, as ``Keyboard`` writes it down; a word in braces is text typed.
EVENING = """
{passphrase} Enter
Ctrl+N {title} Enter {words}
Tab… "Answer this question" Space {answer}
Shift+Tab… "Tags, with commas between them" {tag} Ctrl+D Ctrl+S
Ctrl+K {search} Enter
Ctrl+K {half a word} Esc End Enter
Alt+E… "Earlier texts…" Enter Tab… "Bring this text back" Space
Ctrl+L
"""


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """A locked journal with two older entries, one of which was rewritten."""
    made_journal(tmp_path)
    journal = unlocked(tmp_path)
    today = dt.datetime.now().astimezone().date()
    first = journal.save_draft(Draft(None, "free", "A walk", "It rained, and I let it.", today - dt.timedelta(days=9)))
    journal.finish_entry(first.id)
    journal.save_draft(Draft(first.id, "free", "A walk", "It rained.", first.day))
    journal.finish_entry(first.id)
    journal.save_draft(Draft(None, "relationship", "Silence", "The room went quiet.", today - dt.timedelta(days=3)))
    journal.lock()
    made = Window(qtbot, qapp, tmp_path)
    made.session.window.activateWindow()
    yield made
    made.end()


def test_an_evening_by_keyboard(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    keys = Keyboard(qtbot)

    def until(there: Callable[[], bool]) -> None:
        qtbot.waitUntil(there, timeout=20_000)

    def focused() -> str:
        focus = QApplication.focusWidget()
        return "" if focus is None else focus.accessibleName()

    # unlock: the field has the keyboard from the start
    until(lambda: QApplication.focusWidget() is not None)
    keys.type(PASSPHRASE, "passphrase")
    keys.press(Key.Key_Return, said="Enter")
    until(lambda: window.session.pages is not None)
    window.settle()
    editor, timeline = window.pages.editor, window.pages.timeline

    # a new entry
    keys.press(Key.Key_N, CTRL, said="Ctrl+N")
    window.settle()
    until(lambda: focused() == "Title")
    keys.type("The third time", "title")
    keys.press(Key.Key_Return, said="Enter")
    keys.type("I asked about goals again. ", "words")

    # a question, and its answer under it
    keys.tab_to("Answer this question")
    keys.press(Key.Key_Space, said="Space")
    assert "\n> " in f"\n{editor.body.text()}"
    assert QApplication.focusWidget() is editor.body
    keys.type("At minute four.", "answer")

    # a tag, a star
    keys.tab_to("Tags, with commas between them", back=True)
    keys.type("endings", "tag")
    keys.press(Key.Key_D, CTRL, said="Ctrl+D")
    keys.press(Key.Key_S, CTRL, said="Ctrl+S")
    until(lambda: editor.autosave.clean and editor.entry_id is not None)
    written = editor.entry_id

    # search, and go into what was found
    keys.press(Key.Key_K, CTRL, said="Ctrl+K")
    keys.type("quiet", "search")
    keys.press(Key.Key_Return, said="Enter")
    until(lambda: editor.title.text() == "Silence")
    until(lambda: QApplication.focusWidget() is editor.body)

    # leave the search, and open another from the list
    keys.press(Key.Key_K, CTRL, said="Ctrl+K")
    keys.type("wal", "half a word")
    keys.press(Key.Key_Escape, said="Esc")
    assert focused() == "Entries"
    until(lambda: timeline._model.rowCount() == 3)
    keys.press(Key.Key_End, said="End")
    keys.press(Key.Key_Return, said="Enter")
    until(lambda: editor.title.text() == "A walk" and QApplication.focusWidget() is editor.body)
    window.settle()

    # bring an old text back
    keys.menu(Key.Key_E, "Earlier texts…", said="Alt+E")
    keys.press(Key.Key_Return, said="Enter")
    until(lambda: can_press("Bring this text back"))
    keys.tab_to("Bring this text back")
    keys.press(Key.Key_Space, said="Space")
    until(lambda: "I let it" in editor.body.text())
    window.settle()

    # lock; the off-screen system has no window manager that would give the window the keyboard again
    window.session.window.activateWindow()
    until(lambda: QApplication.focusWidget() is not None)
    keys.press(Key.Key_L, CTRL, said="Ctrl+L")
    window.locked()
    assert keys.strokes == [stroke for line in EVENING.split("\n") for stroke in strokes_of(line)]
    assert keys.count < 250

    entries = entries_of(tmp_path)
    new = next(entry for entry in entries if entry.id == written)
    assert (new.title, new.tags, new.star) == ("The third time", ("endings",), True)
    assert new.body.startswith("I asked about goals again. \n\n> ")
    assert new.body.endswith("\n\nAt minute four.")
    assert len(new.prompts) == 1
    assert next(entry for entry in entries if entry.title == "A walk").body == "It rained, and I let it."


def can_press(name: str) -> bool:
    """Whether a dialog is open with this button, and enabled."""
    dialog = QApplication.activeModalWidget()
    buttons = [] if dialog is None else dialog.findChildren(QAbstractButton)
    return any(button.accessibleName() == name and button.isEnabled() for button in buttons)


def strokes_of(line: str) -> list[str]:
    """``Tab… "Answer" {words} Enter`` in its strokes."""
    strokes: list[str] = []
    for piece in line.split(" "):
        unfinished = strokes and (
            (strokes[-1].startswith("{") and not strokes[-1].endswith("}"))
            or strokes[-1].endswith("…")
            or (strokes[-1].count('"') == 1)
        )
        if unfinished and strokes:
            strokes[-1] += f" {piece}"
        elif piece:
            strokes.append(piece)
    return strokes


def entries_of(tmp_path: Path) -> list[Entry]:
    journal = unlocked(tmp_path)
    try:
        return [journal.entry(heading.id) for heading in journal.window(Filter(), 0, 100)]
    finally:
        journal.lock()
