"""The practice side as a screen reader says it: names, charts in a sentence, and Tab in the order of reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.sample_journal import write_sample
from tests.campaigns.practice_aloud import readings, tree_said
from tests.campaigns.read_aloud import read_aloud, reading_order
from tests.gui.sessions import Window
from tests.journals import new_journal
from ui.widgets.charts.bars import Bars, Month
from ui.widgets.charts.lines import Lines, Series
from ui.widgets.charts.spoken import spoken
from ui.widgets.charts.year import Day, Year
from ui.widgets.drawer import Drawer
from ui.widgets.reading_order import put_in_order

#: What each page and dialog says, in this order, among other things. Controls by the Tab key.
_TABBED = {
    "today": ("Therapeutic relationship", "Looking back", "What she asked for", "End the day", "Write under"),
    "supervision": ("Log a session", "Put away: ", "Sessions", "CPD and", "Show the table", "After the session"),
    "wellbeing": ("Weekly check-in", "Show the table: Weekly", "Show the table: Writing", "My early signs", "Country"),
    "looking_back": ("Previous entry", "Calendar of entries", "Show the table: Writing", "New thread"),
    "learning": ("Add an activity", "Year  = ", "Safeguarding", "New reflective account", "The interpreter"),
    "supervision: a session": ("What happened  = ", "Planned date", "My part  = ", "Agreed actions", "Save"),
    "supervision: a matter": ("What  = ", "How soon  = ", "About  = ", "Remove this", "Cancel", "Save"),
    "supervision: after the session": ("Heard on", "What was said", "Cancel", "It was heard"),
    "supervision: a draft of it": ("The whole entry", "Cancel", "Begin the draft"),
    "supervision: hours with clients": ("= 60.00", "= not noted", "Save"),
    "wellbeing: check-in": ("Energy, skipped", "Sleep and rest, skipped", "A word to remember", "Save"),
    "learning: account": ("Title", "What it was", "Take this passage away", "Take a passage for", "Save,", "Save"),
}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    opened, _ = new_journal(tmp_path)
    write_sample(opened, dt.datetime.now().astimezone().date())
    opened.lock()
    made = Window(qtbot, qapp, tmp_path)
    made.session.window.resize(1440, 900)
    made.unlock()
    yield made
    made.end()


def in_order(lines: list[str], words: tuple[str, ...]) -> bool:
    """Whether the words come in this order, each in a line of its own."""
    rest = iter(lines)
    return all(any(one in line for line in rest) for one in words)


def test_every_page_and_dialog_makes_sense_read_aloud(window: Window) -> None:
    found = set()
    for name, shown in readings(window.pages, window.settle):
        lines = read_aloud(shown)
        assert "-0.50" not in "\n".join(lines), "what stands for nothing is no number"
        assert "(no name)" not in "\n".join((*lines, *tree_said(shown))), name
        if name in _TABBED:
            found.add(name)
            assert in_order(lines, _TABBED[name]), (name, lines)
    assert found == set(_TABBED)


def test_tab_follows_the_layout_whatever_was_added_since(qtbot: QtBot) -> None:
    top, fields = QWidget(), QWidget()
    qtbot.addWidget(top)
    box, inside = QVBoxLayout(top), QVBoxLayout(fields)
    last = QPushButton("Save")
    first, second = QLineEdit("1"), QLineEdit("2")
    box.addWidget(fields)
    box.addWidget(last)
    inside.addWidget(second)
    inside.insertWidget(0, first)
    top.show()
    assert reading_order(top) != [first, second, last], "as Qt has it"
    put_in_order(top)
    assert reading_order(top) == [first, second, last]
    third = QLineEdit("3")
    inside.addWidget(third)
    third.show()
    put_in_order(top)
    assert reading_order(top) == [first, second, third, last]


def test_a_page_is_read_before_the_panel_beside_it(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    split, page, panel = QSplitter(host), QWidget(), QWidget()
    split.addWidget(page)
    split.addWidget(panel)
    drawer = Drawer(host, split, panel)
    for narrow in (False, True, False):
        drawer.set_narrow(narrow)
        parts = [child for child in split.children() if child in (page, panel)]
        assert parts[0] is page


def test_a_chart_is_said_in_one_breath() -> None:
    day = dt.date(2026, 11, 1)
    energy = Series("Energy", "accent", ((day, 3.0), (day + dt.timedelta(7), None), (day + dt.timedelta(14), 6.5)))
    lines = Lines((energy, Series("Sleep", "accent", ())), 0, 10, ())
    assert spoken(lines) == "From 1 November 2026 to 15 November 2026. Energy: last 6.5, lowest 3, highest 6.5."
    months = Bars((Month(dt.date(2026, 10, 1), 2.5), Month(day, 1.0, 0.5)))
    assert spoken(months) == "From October 2026 to November 2026. 1 h held in the last month, at most 2.5 h in one."
    assert spoken(Year(day, {day: Day(2, 100), day - dt.timedelta(1): Day(0, 0)})) == "Days with an entry: 1."
    assert spoken(None) == spoken(Lines((), 0, 10, ())) == ""
