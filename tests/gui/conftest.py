"""What holds for every test of the window: any Qt warning fails it, and so does a lane that was left running."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.settings import Settings
from tests.gui.fakes import FakeJournal
from tests.gui.sessions import Window, made_journal
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.strength import Estimator

#: Said by Qt's own platform plug-ins, not by anything we do: the off-screen one lacks hints and grabs.
_HARMLESS = ("This plugin does not support",)


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[list[str]]:
    """Every warning of Qt fails the test in which it is said."""
    said: list[str] = []

    def handler(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_HARMLESS):
            said.append(message)

    former = qInstallMessageHandler(handler)
    yield said
    qInstallMessageHandler(former)
    assert said == []


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """A test ends the lanes that it began."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before and thread.name.startswith("lane-")]
    assert left == []


@pytest.fixture(scope="session", autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(scope="session")
def shared_look(qapp: QApplication) -> Look:
    """One look for the session: loading fonts for each test would take longer than the tests."""
    return Look(qapp, Settings(theme="light"))


@pytest.fixture
def look(shared_look: Look) -> Iterator[Look]:
    standard = Settings(theme="light")
    shared_look.apply(standard)
    yield shared_look
    shared_look.apply(standard)


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    assert made.close()


@pytest.fixture
def journal() -> FakeJournal:
    return FakeJournal()


@pytest.fixture
def settle(qtbot: QtBot, lane: Lane) -> Callable[[], None]:
    """Wait until the lane has done what was asked of it and the answers have arrived."""

    def wait() -> None:
        # an answer may ask again, as a page does that reads anew what it has just stored
        for _ in range(2):
            qtbot.waitUntil(lambda: not lane.busy, timeout=5_000)
            qtbot.wait(5)

    return wait


class Judged:
    """An estimate of four for long texts, of one for short ones."""

    def __init__(self, text: str) -> None:
        self.score = 4 if len(text) > 20 else 1


@pytest.fixture
def estimator(lane: Lane) -> Estimator:
    return Estimator(Judged, lambda: "one two three four five six seven", lane)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """A new journal, unlocked in a window of its own."""
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    yield made
    made.end()
