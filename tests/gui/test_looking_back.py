"""Looking back: the calendar, earlier years only where wanted, threads, own numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from journal.model import Filter, Heading
from journal.practice_model import DayWritten, Statistics, Thread
from tests.gui.fakes import DAY
from tests.gui.practice_fakes import PracticeJournal, days_ago
from tests.gui.seen import Settle, loaded, words
from tests.gui.sessions import press
from ui.jobs import Lane
from ui.looking_back.looking_back_page import LookingBackPage
from ui.looking_back.month_grid import MonthGrid
from ui.looking_back.thread_dialog import ThreadDialog
from ui.theme import Look


class Store(PracticeJournal):
    """Lists what is about the days asked for."""

    def window(self, wanted: Filter, offset: int, limit: int) -> list[Heading]:
        return [
            one
            for one in self.headings(wanted)
            if (wanted.first_day is None or one.day >= wanted.first_day)
            and (wanted.last_day is None or one.day <= wanted.last_day)
        ]


@pytest.fixture
def store() -> Store:
    made = Store()
    made.practised()
    made.looking_back.written = [DayWritten(days_ago(n), 1, 200) for n in (11, 7, 3, 0)]
    return made


@pytest.fixture
def page(qtbot: QtBot, look: Look, lane: Lane, store: Store, settle: Settle) -> LookingBackPage:
    kinds = {kind.id: kind.name for kind in store.library.kinds}
    return loaded(qtbot, LookingBackPage(look, store, lane, kinds=kinds, today=lambda: DAY), settle, (1200, 900))


def rows(page: LookingBackPage) -> list[str]:
    return [b.accessibleName() for b in page.findChildren(QPushButton) if b.isVisible()]


def test_the_calendar_walks_by_days_weeks_and_months(qtbot: QtBot, look: Look) -> None:
    grid = MonthGrid(look, DAY)
    qtbot.addWidget(grid)
    turned: list[dt.date] = []
    grid.turned.connect(turned.append)
    for key, day in (
        (Qt.Key.Key_Left, days_ago(1)),
        (Qt.Key.Key_Up, days_ago(8)),
        (Qt.Key.Key_PageUp, dt.date(2026, 10, 14)),
        (Qt.Key.Key_Down, dt.date(2026, 10, 21)),
        (Qt.Key.Key_Home, DAY),
    ):
        QTest.keyClick(grid, key)
        assert grid.day == day
    assert turned == [dt.date(2026, 10, 1), dt.date(2026, 11, 1)]
    grid.go(dt.date(2027, 3, 31))
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.day == dt.date(2027, 2, 28)
    assert len(grid.shown()) == 42
    assert grid.shown()[0].weekday() == 0


def test_a_day_says_what_was_written_on_it(qtbot: QtBot, look: Look) -> None:
    grid = MonthGrid(look, DAY)
    qtbot.addWidget(grid)
    grid.show_written({DAY: DayWritten(DAY, 2, 571)})
    assert grid.accessibleDescription() == "Sunday 22 November 2026: 2 entries"
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.accessibleDescription() == "Saturday 21 November 2026: nothing written"


def test_a_chosen_day_lists_its_entries(page: LookingBackPage, settle: Settle) -> None:
    assert any(name.startswith("What she actually asked for") for name in rows(page))
    opened: list[object] = []
    page.opened.connect(opened.append)
    press(page, "Previous entry")
    settle()
    assert "Thursday 19 November 2026" in words(page)
    row = next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Group supervision"))
    row.click()
    assert len(opened) == 1


def test_return_on_a_day_goes_on_to_its_entries(qtbot: QtBot, page: LookingBackPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page._calendar.setFocus()
    QTest.keyClick(page._calendar, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("What she actually asked for")


def test_a_day_without_entries_says_so(page: LookingBackPage, settle: Settle) -> None:
    nothing = "Nothing written about this day."
    assert nothing not in words(page)
    page._calendar.go(days_ago(1))
    settle()
    assert nothing in words(page)
    page._calendar.go(DAY)
    settle()
    assert nothing not in words(page)


def test_a_step_that_leads_nowhere_is_not_offered_and_keeps_the_keyboard(
    qtbot: QtBot, page: LookingBackPage, settle: Settle
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert not page._after.isEnabled()
    page._before.setFocus()
    for _ in range(3):
        QTest.keyClick(page._before, Qt.Key.Key_Return)
        settle()
    assert page._calendar.day == days_ago(11)
    assert not page._before.isEnabled()
    assert page._after.isEnabled()
    assert page._calendar.hasFocus()


def test_the_steps_go_to_the_years_before_and_pass_over_no_entry(
    page: LookingBackPage, store: Store, settle: Settle
) -> None:
    store.looking_back.written = [DayWritten(days_ago(n), 1, 200) for n in (1500, 1300, 900, 3, 0)]
    page.load()
    settle()
    page._calendar.go(days_ago(3))
    settle()
    for way, ago in ((page._before, (900, 1300, 1500)), (page._after, (1300, 900, 3, 0))):
        for wanted in ago:
            assert way.isEnabled()
            way.click()
            settle()
            assert page._calendar.day == days_ago(wanted)
        assert not way.isEnabled()
    # from a month long ago that was turned to, the one after is the next that was written, not the next that is known
    page._calendar.go(days_ago(1501))
    settle()
    page._calendar.go(days_ago(1299))
    settle()
    page._after.click()
    settle()
    assert page._calendar.day == days_ago(900)


def test_a_journal_without_a_word_has_no_numbers_and_no_steps(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    page = loaded(qtbot, LookingBackPage(look, PracticeJournal(), lane, kinds={}, today=lambda: DAY), settle)
    assert "Nothing written yet." in words(page)
    assert not page._before.isEnabled()
    assert not page._after.isEnabled()


def test_earlier_years_are_off_until_wanted_and_each_can_be_left_out(
    page: LookingBackPage, store: Store, settle: Settle
) -> None:
    assert not page._on.isChecked()
    page._on.click()
    settle()
    assert store.wellbeing.chosen.on_this_day
    store.looking_back.anniversaries = store.headings()[1:2]
    page.load()
    settle()
    away = next(b for b in page.findChildren(QToolButton) if b.accessibleName().startswith("Never show here"))
    away.click()
    settle()
    assert [one.id for one in store.looking_back.left_out()] == [store.headings()[1].id]
    press(page, "1 entry is left out")
    back = next(b for b in page.findChildren(QToolButton) if b.accessibleName().startswith("Show here again"))
    assert back.isVisible()
    back.click()
    settle()
    assert store.looking_back.left_out() == ()
    assert not page._to_out.isVisible()


def test_a_day_without_earlier_years_says_so_once_it_is_on(page: LookingBackPage, settle: Settle) -> None:
    nothing = "Nothing from this day in earlier years."
    assert nothing not in words(page)
    page._on.click()
    settle()
    assert nothing in words(page)


def dialog() -> ThreadDialog:
    return next(top for top in QApplication.topLevelWidgets() if isinstance(top, ThreadDialog) and top.isVisible())


def test_a_thread_is_begun_named_and_read_in_order(page: LookingBackPage, store: Store, settle: Settle) -> None:
    press(page, "New thread…")
    asked = dialog()
    press(asked, "Save")
    assert asked.said.text() == "A thread needs a name."
    asked.findChildren(QLineEdit)[0].setText("Endings")
    press(asked, "Save")
    settle()
    assert [one.name for one in store.looking_back.threads()] == ["Endings"]


def test_an_entry_is_taken_out_of_a_thread_and_stays_in_the_journal(
    page: LookingBackPage, store: Store, settle: Settle
) -> None:
    ids = tuple(store.entries)[:2]
    kept = store.looking_back.save_thread(Thread(None, "Endings", "", ids))
    page.load()
    settle()
    next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Endings")).click()
    settle()
    asked = dialog()
    next(b for b in asked.findChildren(QToolButton) if "What she" in b.accessibleName()).click()
    press(asked, "Save")
    settle()
    assert store.looking_back.kept_threads[kept.id].entry_ids == ids[1:]  # type: ignore[index]
    assert len(store.entries) == 4


def test_numbers_are_said_and_are_no_target(page: LookingBackPage, store: Store, settle: Settle) -> None:
    store.looking_back.numbers = Statistics(
        94,
        31400,
        80,
        days_ago(400),
        DAY,
        (("wellbeing", 40, 9000), ("relationship", 50, 20000), ("later", 1, 9)),
        (),
        14,
        30,
        9,
        6,
    )
    page.load()
    settle()
    shown = "\n".join(words(page))
    for part in (
        "94 entries, 31,400 words, on 80 days",
        "Therapeutic relationship – 50 entries",
        "9 matters raised, 6 heard",
    ):
        assert part in shown
    kinds = [line.split(" – ")[0] for line in shown.splitlines() if " – " in line]
    assert kinds == ["Therapeutic relationship", "Burnout and own wellbeing", "later"]
    assert "Nothing here is a target." in shown
    assert "streak" not in shown.lower()


def test_locking_leaves_no_title_behind(page: LookingBackPage) -> None:
    page.empty()
    assert not any("What she" in name for name in rows(page))
