"""The editor's dialogs: every control has a name and is reached by Tab, Esc closes, nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.ids import new_id
from journal.model import KnownName, PersonLink
from journal.practice.prompts import load_library
from tests.gui.fakes import FakeJournal
from tests.gui.test_accessibility import nameless
from ui.editor.history import HistoryDialog
from ui.editor.people import LinkDialog
from ui.editor.six_conditions import SixConditions
from ui.jobs import Lane
from ui.theme import Look

NAME = KnownName(new_id(), "Rebecca Marsh", code="R", role="client")
Make = Callable[[Look, FakeJournal, Lane, QWidget], QDialog]


def history(look: Look, journal: FakeJournal, lane: Lane, parent: QWidget) -> QDialog:
    entry = journal.add("Title", "words now")
    journal.add_revision(entry, "Title", "words then")
    return HistoryDialog(look, journal.entry(entry), journal, lanes=(lane, lane), parent=parent)


def link(look: Look, _journal: FakeJournal, _lane: Lane, parent: QWidget) -> QDialog:
    return LinkDialog(look, [NAME], PersonLink(NAME.id, 4), parent)


def first_link(look: Look, _journal: FakeJournal, _lane: Lane, parent: QWidget) -> QDialog:
    return LinkDialog(look, [], None, parent)


def six(look: Look, _journal: FakeJournal, _lane: Lane, parent: QWidget) -> QDialog:
    return SixConditions(look, load_library().conditions, parent)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1_024, 700)
    made.show()
    return made


@pytest.mark.parametrize("text_px", [18, 36])
@pytest.mark.parametrize("make", [history, link, first_link, six])
def test_names_keys_and_room(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, window: QWidget, *, make: Make, text_px: int
) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    shown = make(look, journal, lane, window)
    with qtbot.waitActive(shown):
        shown.open()
    qtbot.waitUntil(lambda: not lane.busy)
    qtbot.wait(5)
    assert nameless(shown) == []
    assert shown.width() <= window.width()
    assert shown.height() <= window.height()
    seen = set()
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(seen) > 1
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_six_conditions_are_all_there_with_signs_of_drift(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, window: QWidget
) -> None:
    shown = six(look, journal, lane, window)
    words = "\n".join(label.text() for label in shown.findChildren(QLabel))
    conditions = load_library().conditions
    assert len(conditions) == 6
    for condition in conditions:
        assert condition.name in words
        assert all(sign in words for sign in condition.signs_of_drift)
    shown.deleteLater()
