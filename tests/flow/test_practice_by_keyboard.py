"""A week of practice with the keyboard alone: a meeting, a matter and its answer, a check-in, learning, a thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from journal.practice.measures import WEEKLY
from tests.gui.keyboard import CTRL, Key, Keyboard
from tests.gui.sessions import Window, made_journal, settled


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.session.window.activateWindow()
    yield made
    made.end()


def test_a_week_of_practice_by_keyboard(qtbot: QtBot, window: Window) -> None:
    keys = Keyboard(qtbot)
    practising = window.pages.practising

    def dialog() -> QDialog | None:
        tops = QApplication.topLevelWidgets()
        return next((top for top in tops if isinstance(top, QDialog) and top.isVisible()), None)

    def until(there: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(there()), timeout=20_000)

    def back() -> None:
        # a window manager gives the keyboard back when a dialog closes; the off-screen one does not
        window.session.window.activateWindow()
        until(QApplication.activeWindow)

    def go(key: Key) -> None:
        back()
        keys.press(key, CTRL, said="Ctrl")
        settled(window)

    def open_by(name: str) -> None:
        keys.tab_to(name)
        keys.press(Key.Key_Space, said="Space")
        until(dialog)
        made = dialog()
        assert made is not None
        made.activateWindow()
        until(lambda: (focus := QApplication.focusWidget()) is not None and made.isAncestorOf(focus))

    def save(name: str = "Save") -> None:
        keys.tab_to(name)
        keys.press(Key.Key_Space, said="Space")
        until(lambda: dialog() is None)
        settled(window)
        back()

    # a meeting that was held today, for fifty minutes
    go(Key.Key_2)
    open_by("Log a session")
    keys.press(Key.Key_Down, said="Down")
    keys.tab_to("Minutes held")
    keys.type("50", "minutes")
    save()
    (held,) = practising.supervision.facts.sessions
    assert (held.status, held.minutes) == ("held", 50)
    assert held.date_held == dt.datetime.now().astimezone().date()

    # a matter for the next one, and what came back
    open_by("Add a matter to the agenda")
    keys.type("The ending", "a matter")
    save()
    (matter,) = practising.supervision.facts.agenda
    open_by("After the session: The ending")
    keys.tab_to("What was said")
    keys.type("Say it aloud.", "answer")
    save("It was heard")
    (heard,) = practising.supervision.facts.heard
    assert (heard.id, heard.said) == (matter.id, "Say it aloud.")

    # a check-in: one mark, the rest skipped
    go(Key.Key_3)
    open_by("Weekly check-in")
    keys.tab_to("Energy, skipped")
    keys.press(Key.Key_Left, said="Left")
    keys.press(Key.Key_Left, said="Left")
    save()
    (kept,) = practising.wellbeing.facts.check_ins[WEEKLY]
    assert kept.answers == (("wci-energy", 3),)

    # a day of learning, and a thread
    go(Key.Key_7)
    open_by("Add an activity")
    keys.type("Working with silence", "a title")
    save()
    assert [one.title for one in practising.learning.facts.activities] == ["Working with silence"]
    go(Key.Key_6)
    open_by("New thread…")
    keys.type("Endings", "a name")
    save()
    assert [one.name for one in practising.looking_back.facts.threads] == ["Endings"]
    assert keys.count < 400
