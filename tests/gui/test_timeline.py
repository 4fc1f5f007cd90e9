"""The timeline: lazy at 100,000, search with its matches marked, filters, empty states."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from journal.model import Filter
from tests.gui.fakes import DAY, FakeJournal, numbered
from ui.jobs import Lane
from ui.theme import Look
from ui.timeline.delegate import around_first, day_words
from ui.timeline.model import ROW_ROLE, WINDOW, TimelineModel
from ui.timeline.timeline_page import TimelinePage

KINDS = {"free": "Free writing", "relationship": "Therapeutic relationship"}
Settle = Callable[[], None]


def page_over(journal: FakeJournal, qtbot: QtBot, look: Look, lane: Lane) -> TimelinePage:
    page = TimelinePage(look, journal, lane, kinds=KINDS, today=DAY)
    qtbot.addWidget(page)
    page.resize(320, 700)
    page.show()
    page.load()
    return page


def list_of(page: TimelinePage) -> QListView:
    return next(view for view in page.findChildren(QListView) if view.accessibleName() == "Entries")


def titles(page: TimelinePage) -> list[str]:
    model = list_of(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_hundred_thousand_rows_are_painted_soon_from_a_few_windows(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal(entries=100_000)
    began = time.perf_counter()
    page = page_over(journal, qtbot, look, lane)
    settle()
    page.grab()
    # measured 0.05 s; a list that asks for every size takes 10 s (performance.md)
    assert time.perf_counter() - began < 1.5
    assert list_of(page).model().rowCount() == 100_000
    assert len(journal.windows) <= 4


def test_rows_far_down_are_placeholders_until_they_are_fetched(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal(entries=100_000)
    page = page_over(journal, qtbot, look, lane)
    settle()
    model = list_of(page).model()
    assert model.index(70_000, 0).data(ROW_ROLE) is None
    settle()
    assert model.index(70_000, 0).data(ROW_ROLE).heading == numbered(70_000)
    assert journal.windows[-1] == 70_000 // WINDOW * WINDOW


def test_dragging_past_many_windows_fetches_only_where_it_stops(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal(entries=100_000)
    model = TimelineModel(journal, lane, KINDS)
    model.ask(Filter())
    settle()
    journal.windows.clear()
    for row in range(0, 100_000, 500):
        model.index(row).data(ROW_ROLE)
    settle()
    assert len(journal.windows) <= 3
    assert journal.windows[-1] == 99_500


def test_few_windows_are_kept(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal(entries=100_000)
    model = TimelineModel(journal, lane, KINDS)
    model.ask(Filter())
    settle()
    for window in range(0, 200, 3):
        for step in range(3):
            model.index((window + step) * WINDOW).data(ROW_ROLE)
        settle()
    assert model.row_at(199 * WINDOW) is not None
    assert sum(model.row_at(window * WINDOW) is not None for window in range(200)) <= 80


def test_a_row_says_title_kind_and_day_to_a_screen_reader(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    journal.add("Silence")
    model = TimelineModel(journal, lane, KINDS)
    model.ask(Filter())
    settle()
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Silence, Free writing, 2026-11-22"


def test_search_shows_what_matches_while_one_types(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    journal.add("Silence", "the room went quiet")
    journal.add("Dread", "slept badly", days_ago=2)
    page = page_over(journal, qtbot, look, lane)
    settle()
    page.focus_search()
    search = page.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "quiet")
    qtbot.waitUntil(lambda: titles(page) == ["Silence"])
    assert journal.asked[-1] == "quiet"
    assert len(journal.asked) <= 2, "a quick word is not one question a letter"
    row = list_of(page).model().index(0, 0).data(ROW_ROLE)
    assert row.marks == ((14, 19),)
    page.grab()
    search.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_the_newest_question_wins(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    journal.add("Silence", "the room went quiet")
    journal.add("Dread", "slept badly")
    model = TimelineModel(journal, lane, KINDS)
    model.ask(Filter(), "quiet")
    model.ask(Filter(), "slept")
    settle()
    assert model.index(0).data() == "Dread"
    assert model.rowCount() == 1


def test_filters_by_kind_star_and_tag(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    journal.add("One", kind="relationship", tags=("endings",))
    journal.add("Two", kind="supervisor", star=True)
    journal.add("Three", kind="supervisee")
    page = page_over(journal, qtbot, look, lane)
    settle()

    def chip(words: str) -> QPushButton:
        return next(b for b in page.findChildren(QPushButton) if b.text() == words)

    chip("Supervision").click()
    settle()
    assert set(titles(page)) == {"Two", "Three"}
    chip("Starred").click()
    settle()
    assert titles(page) == ["Two"]
    page.show_all()
    settle()
    assert len(titles(page)) == 3
    menu = page.filters._menu
    assert [action.text() for action in menu.actions()] == ["#endings", "#goals"]
    menu.actions()[0].trigger()
    settle()
    assert titles(page) == ["One"]


def words_shown(page: TimelinePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def test_empty_states_say_what_the_place_is_for(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    page = page_over(journal, qtbot, look, lane)
    settle()
    assert any("Nothing here yet" in words for words in words_shown(page))
    asked: list[bool] = []
    page.new_asked.connect(lambda: asked.append(True))
    next(b for b in page.findChildren(QPushButton) if b.text() == "Write the first entry").click()
    assert asked == [True]
    journal.add("One")
    page.filters.show_trash(True)
    settle()
    assert any("The trash is empty" in words for words in words_shown(page))


def test_choosing_opens_and_saving_keeps_the_choice(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    ids = [journal.add(f"Entry {number}", days_ago=number) for number in range(3)]
    page = page_over(journal, qtbot, look, lane)
    settle()
    opened: list[UUID] = []
    page.opened.connect(opened.append)
    entries = list_of(page)
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Down)
    assert opened[-1] in ids
    page.show_current(ids[1])
    assert page.neighbour(1) == ids[2]
    assert page.neighbour(-1) == ids[0]
    assert page.neighbour(99) is None
    asked_before = len(journal.windows)
    changed = journal.save_draft(journal.entries[ids[1]].draft())
    page.entry_saved(changed)
    settle()
    assert len(journal.windows) == asked_before, "a saved entry that stays in place asks for nothing"
    assert entries.currentIndex().row() == 1


@pytest.mark.parametrize(("days", "said"), [(0, "Sun 22 Nov"), (3, "Thu 19 Nov"), (360, "27 Nov 2025")])
def test_days_are_said_shortly(days: int, said: str) -> None:
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    assert day_words(DAY - dt.timedelta(days=days), DAY, british) == said


def test_a_snippet_begins_a_little_before_its_match() -> None:
    text = "word " * 20 + "match and more"
    shown, marks = around_first(text, ((100, 105),))
    assert shown.startswith("…word")
    assert [shown[start:end] for start, end in marks] == ["match"]
    assert around_first("match", ((0, 5),)) == ("match", ((0, 5),))
