"""Today: what it offers, what it says about what waits, and the end of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from journal.practice_model import DayClose, Session
from tests.gui.fakes import DAY
from tests.gui.practice_fakes import PracticeJournal, days_ago
from tests.gui.seen import loaded, words
from tests.gui.sessions import press
from ui.jobs import Lane
from ui.theme import Look
from ui.today.closing import ClosingDialog
from ui.today.facts import gather, moved_since, next_session
from ui.today.today_page import TodayPage

EVENING = dt.datetime(2026, 11, 22, 20, 41, tzinfo=dt.UTC)


@pytest.fixture
def store() -> PracticeJournal:
    return PracticeJournal().practised()


@pytest.fixture
def page(qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Callable[[], None]) -> TodayPage:
    return loaded(qtbot, TodayPage(look, store, lane, store.library, now=lambda: EVENING), settle, (1300, 800))


def test_it_greets_and_shows_what_was_written_lately(page: TodayPage) -> None:
    assert {"Sunday 22 November", "Good evening."} <= set(words(page))
    rows = [b.accessibleName() for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Silence")]
    assert rows == ["Silence, and not filling it, Therapeutic relationship, 11 November"]


def test_an_entry_without_a_title_is_called_by_its_first_line(
    qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Callable[[], None]
) -> None:
    """As in the journal's list."""
    store.add("", "> What stayed with you?\n\n*The clock*, mostly.\nNothing else.")
    made = loaded(qtbot, TodayPage(look, store, lane, store.library, now=lambda: EVENING), settle, (1300, 800))
    rows = [b.accessibleName() for b in made.findChildren(QPushButton)]
    assert "The clock, mostly., Free writing, today, 5 words" in rows


def test_one_press_begins_an_entry_of_each_kind(page: TodayPage) -> None:
    asked: list[str] = []
    page.new_asked.connect(asked.append)
    for name in ("Therapeutic relationship", "Supervision", "Supervising", "Burnout and wellbeing", "Dilemma"):
        next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name).click()
    assert asked == ["relationship", "supervisee", "supervisor", "wellbeing", "dilemma"]


def test_what_waits_says_how_long_and_when_the_next_meeting_is(page: TodayPage) -> None:
    shown = words(page)
    assert "Tue 24 Nov" in shown
    assert "not sure why it matters" not in shown
    assert any(line.startswith("waiting 16 days") for line in shown)


def test_a_reminder_comes_first(page: TodayPage, store: PracticeJournal, settle: Callable[[], None]) -> None:
    late = list(store.practice.items)[1]
    store.practice.items[late] = replace(store.practice.items[late], remind_on=DAY)
    page.load()
    settle()
    shown = words(page)
    assert shown.index("Ending at session 6: is it hers?") < shown.index("Hiding behind the screen at minute four")
    assert any("you wanted to be reminded" in line for line in shown)


def test_the_check_in_is_offered_only_when_due(
    page: TodayPage, store: PracticeJournal, settle: Callable[[], None]
) -> None:
    assert "Weekly check-in" in words(page)
    store.wellbeing.due = False
    page.load()
    settle()
    assert "Weekly check-in" not in words(page)


def test_a_question_can_be_written_under_or_changed(page: TodayPage, settle: Callable[[], None]) -> None:
    asked: list[tuple[str, str, str]] = []
    page.write_asked.connect(lambda *carried: asked.append(carried))
    press(page, "Write")
    press(page, "Another")
    settle()
    press(page, "Write")
    assert asked[0][0] == "relationship"
    assert asked[0][2].startswith("> ")
    assert asked[1][1] != asked[0][1]


def closing(page: TodayPage) -> ClosingDialog:
    page.end_day()
    return next(top for top in QApplication.topLevelWidgets() if isinstance(top, ClosingDialog) and top.isVisible())


def test_the_end_of_the_day_is_stored_before_it_locks(
    page: TodayPage, store: PracticeJournal, settle: Callable[[], None]
) -> None:
    order: list[str] = []
    page.lock_asked.connect(lambda: order.append(f"lock after {len(store.wellbeing.closes)}"))
    dialog = closing(page)
    dialog.findChild(QPlainTextEdit).setPlainText("The form.")  # type: ignore[union-attr]
    dialog.findChild(QLineEdit).setText("Ring the library.")  # type: ignore[union-attr]
    press(dialog, "Put down and lock")
    settle()
    assert order == ["lock after 1"]
    assert store.wellbeing.closes == [DayClose(None, DAY, "The form.", "Ring the library.")]


def test_ending_the_day_asks_for_nothing(page: TodayPage, store: PracticeJournal, settle: Callable[[], None]) -> None:
    locked: list[bool] = []
    page.lock_asked.connect(lambda: locked.append(True))
    press(closing(page), "Put down and lock")
    settle()
    assert locked == [True]
    assert store.wellbeing.closes == []


def test_the_one_thing_is_shown_the_day_after_and_not_for_ever(store: PracticeJournal) -> None:
    store.wellbeing.closes.append(DayClose(None, days_ago(1), "", "Ring the library."))
    assert gather(store, DAY).one_thing == "Ring the library."
    assert gather(store, DAY + dt.timedelta(days=9)).one_thing == ""


def test_earlier_years_can_be_put_away_for_the_day(
    page: TodayPage, store: PracticeJournal, settle: Callable[[], None]
) -> None:
    assert "On this day" not in words(page)
    store.looking_back.anniversaries = store.headings()[:1]
    page.load()
    settle()
    assert "On this day" in words(page)
    press(page, "Not today")
    settle()
    assert "On this day" not in words(page)
    assert store.looking_back.quiet == [DAY]


def test_locking_leaves_no_title_behind(page: TodayPage) -> None:
    page.empty()
    names = [b.accessibleName() for b in page.findChildren(QPushButton)]
    assert not any("Silence" in name for name in names)
    assert not any("Hiding" in line for line in words(page))


def test_the_next_meeting_is_planned_or_booked() -> None:
    meetings = [Session(date_planned=days_ago(-9)), Session(date_held=days_ago(3), status="held", next=days_ago(-4))]
    assert next_session(meetings, DAY) == days_ago(-4)
    assert next_session([Session(date_planned=days_ago(-2), status="cancelled")], DAY) is None


def test_only_meetings_that_fell_out_since_the_flag_are_counted() -> None:
    meetings = [Session(date_planned=days_ago(n), status=status) for n, status in ((3, "postponed"), (9, "held"))]
    assert moved_since(meetings, days_ago(10)) == 1
    assert moved_since(meetings, days_ago(2)) == 0
    assert moved_since(meetings, None) == 0
