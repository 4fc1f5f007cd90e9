"""The pages of a journal are made while it is locked, in steps that no key has to wait for; they ask nothing of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journal.open_journal import OpenJournal
from tests.gui.sessions import Window, made_journal
from ui.behind import Behind
from ui.building import Awaited, Building

#: Processor time of one step; measured 1 to 25 ms. Above this a key typed meanwhile would be seen to hang.
_LONGEST_S = 0.15


@pytest.fixture
def locked(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """A window with the page that asks for the passphrase."""
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    yield window
    window.end()


def test_a_locked_journal_answers_no_question() -> None:
    with pytest.raises(RuntimeError, match="entry was asked of a locked journal"):
        Awaited().entry  # noqa: B018


def test_pages_are_made_in_short_steps_while_the_journal_is_locked(locked: Window) -> None:
    took = []
    building = Building(locked.session)
    for step in building.steps():
        began = time.thread_time()
        step()
        took.append(time.thread_time() - began)
    assert len(took) >= 7
    assert max(took) < _LONGEST_S
    assert locked.session.pages is None
    assert locked.session.window.stack.currentWidget() is locked.session.opening.page
    assert building.pages.editor.body.text() == ""


def test_what_was_made_to_last_is_left_out_of_collections_until_the_end(locked: Window) -> None:
    gc.collect()
    assert gc.get_freeze_count() == 0
    locked.qtbot.waitUntil(lambda: gc.get_freeze_count() > 10_000, timeout=20_000)
    # the last step: the pages are there, and a collection of all that came since finds little to look at
    locked.qtbot.waitUntil(lambda: len(locked.session.window.findChildren(QLineEdit)) > 2, timeout=20_000)
    locked.qtbot.wait(100)
    assert len(gc.get_objects()) < 5_000
    locked.session.stop()
    assert gc.get_freeze_count() == 0


def test_unlocking_shows_the_pages_that_are_there(locked: Window) -> None:
    window = locked.session.window
    locked.qtbot.waitUntil(lambda: window.stack.count() == 2, timeout=20_000)
    locked.qtbot.waitUntil(lambda: len(window.findChildren(QLineEdit)) > 2, timeout=20_000)
    prepared = window.stack.widget(1)
    assert prepared is not None
    locked.unlock()
    # a new journal begins on Today; the list and the sheet are one key away, and were not made anew
    locked.pages.show("journal")
    assert window.stack.currentWidget() is prepared
    assert prepared.isAncestorOf(locked.pages.editor)
    assert prepared.isAncestorOf(locked.pages.timeline)


def test_the_keyboard_is_on_the_first_page_once_it_is_open(locked: Window) -> None:
    """On Today where a new journal begins, never on the rail; the list has it where one goes there."""
    window = locked.session.window
    locked.qtbot.waitUntil(lambda: window.stack.count() == 2, timeout=20_000)
    window.activateWindow()
    locked.qtbot.waitUntil(window.isActiveWindow)
    locked.unlock()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert locked.pages.practising.today.isAncestorOf(focus)


def test_the_newest_entries_are_the_first_thing_asked_of_an_open_journal(
    locked: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What grows with a journal is asked for when its newest rows are on the screen."""
    asked: list[str] = []

    def told(name: str) -> None:
        method = getattr(OpenJournal, name)

        def tell(journal: OpenJournal, *given: object) -> object:
            asked.append(name)
            return method(journal, *given)

        monkeypatch.setattr(OpenJournal, name, tell)

    for name in ("window", "outline", "tags", "place", "count", "search", "facts", "posts", "names", "verify"):
        told(name)
    locked.unlock()
    first = asked.index("window")
    assert set(asked[:first]) <= {"facts"}, "whether this is the journal that was last seen here"
    assert set(asked[first:]) == {"place", "tags", "window"}


def test_pages_that_wait_do_not_bound_the_window(locked: Window) -> None:
    window = locked.session.window
    before = window.minimumSizeHint()
    for step in Building(locked.session).steps():
        step()
    assert window.minimumSizeHint() == before


def test_who_unlocks_at_once_finds_the_same_pages(locked: Window) -> None:
    locked.unlock()
    locked.pages.show("journal")
    locked.write("Silence", "It went quiet.")
    assert locked.pages.timeline.isVisible()
    locked.session.lock()
    locked.locked()


def test_steps_begin_with_the_first_paint_and_leave_room_between(qtbot: QtBot) -> None:
    done: list[int] = []
    window = QWidget()
    qtbot.addWidget(window)

    def step(number: int) -> Callable[[], None]:
        return lambda: done.append(number)

    behind = Behind(window, [step(1), step(2)])
    assert isinstance(behind, QObject)
    qtbot.wait(80)
    assert done == []
    window.show()
    qtbot.waitUntil(lambda: done == [1, 2])
    behind.add(step(number) for number in (3, 4))
    assert done == [1, 2]
    qtbot.waitUntil(lambda: done == [1, 2, 3, 4])
