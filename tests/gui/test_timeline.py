"""The timeline: lazy at 100,000, search with its matches marked, filters, empty states."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import time
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from journal.model import Filter, Heading, Order, Tag
from journal.practice_model import SavedFilter
from tests.gui.fakes import DAY, NOW, FakeJournal, numbered
from ui.jobs import Lane
from ui.theme import Look
from ui.timeline.dates import DaysDialog
from ui.timeline.delegate import TimelineDelegate, _after, around_first, day_words
from ui.timeline.entry_list import EntryList, month_words
from ui.timeline.filters import FilterBar
from ui.timeline.model import ROW_ROLE, WINDOW, Row, TimelineModel
from ui.timeline.months import Bands
from ui.timeline.saved_menu import SavedMenu
from ui.timeline.tag_dialog import TagDialog
from ui.timeline.timeline_page import TimelinePage
from ui.widgets.plain import plain

KINDS = {"free": "Free writing", "relationship": "Therapeutic relationship"}
Settle = Callable[[], None]


def page_over(journal: FakeJournal, qtbot: QtBot, look: Look, lane: Lane) -> TimelinePage:
    page = TimelinePage(look, journal, lane, kinds=KINDS, today=lambda: DAY)
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
    # the first rows on the screen asked for one window
    assert journal.windows == [0]


def test_rows_far_down_are_placeholders_until_they_are_fetched(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal(entries=100_000)
    page = page_over(journal, qtbot, look, lane)
    settle()
    model = list_of(page).model()
    assert model.index(70_000, 0).data(ROW_ROLE) is None
    qtbot.waitUntil(lambda: model.index(70_000, 0).data(ROW_ROLE) is not None)
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

    def there(row: int) -> Callable[[], bool]:
        return lambda: model.row_at(row) is not None

    for window in range(0, 200, 3):
        for step in range(3):
            model.index((window + step) * WINDOW).data(ROW_ROLE)
        qtbot.waitUntil(there((window + 2) * WINDOW))
    assert model.row_at(200 * WINDOW) is not None
    assert sum(model.row_at(window * WINDOW) is not None for window in range(200)) <= 80


def test_a_row_says_title_kind_and_day_to_a_screen_reader(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    journal.add("Silence")
    model = TimelineModel(journal, lane, KINDS)
    model.ask(Filter())
    settle()
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Silence, Free writing, Sunday, 22 November 2026"


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
        return next(b for b in page.findChildren(QPushButton) if words in (b.text(), b.accessibleName()))

    chip("Supervision").click()
    settle()
    assert set(titles(page)) == {"Two", "Three"}
    chip("Starred").click()
    settle()
    assert titles(page) == ["Two"]
    page.show_all()
    settle()
    assert len(titles(page)) == 3
    chip("#endings").click()
    settle()
    assert titles(page) == ["One"]
    chip("#endings").click()
    settle()
    assert len(titles(page)) == 3


def test_a_tag_typed_and_return_is_shown(qtbot: QtBot, look: Look) -> None:
    dialog = TagDialog([Tag("endings", 3), Tag("waiting", 2), Tag("x" * 90, 1)], ())
    dialog.show()
    chosen: list[tuple[str, ...]] = []
    dialog.chosen.connect(chosen.append)
    QTest.keyClicks(dialog._find, "wait")
    QTest.keyClick(dialog._find, Qt.Key.Key_Return)
    assert chosen == [("waiting",)]
    again = TagDialog([Tag("endings", 3), Tag("waiting", 2), Tag("x" * 90, 1)], ("endings",))
    qtbot.addWidget(again)
    again.show()
    again.chosen.connect(chosen.append)
    QTest.keyClicks(again._find, "nothing like it")
    QTest.keyClick(again._find, Qt.Key.Key_Return)
    assert again.isVisible()
    assert again._list.sizeHintForColumn(0) < again._list.viewport().width(), "a long tag is cut"


def test_the_most_used_tags_are_offered_and_all_can_be_chosen(qtbot: QtBot, look: Look) -> None:
    bar = FilterBar(look, lambda: DAY)
    qtbot.addWidget(bar)
    bar.show_tags([Tag(f"tag{number:02}", number) for number in range(1, 31)])
    chips = [b.text() for b in bar.findChildren(QPushButton) if b.text().startswith("#") and not b.isHidden()]
    assert chips == ["#tag30", "#tag29"]
    menu = bar._tag_menu
    said = [action.text() for action in menu.actions() if action.text()]
    assert (said[0], said[-1], len(said)) == ("#tag30\t30", "All tags…", 13)
    filters: list[Filter] = []
    bar.changed.connect(filters.append)
    next(action for action in menu.actions() if action.text() == "All tags…").trigger()
    dialog = bar.window().findChild(TagDialog)
    assert isinstance(dialog, TagDialog)
    dialog._find.setText("G07")
    shown = [item for item in dialog._items() if not item.isHidden()]
    assert [item.data(Qt.ItemDataRole.UserRole) for item in shown] == ["tag07"]
    shown[0].setCheckState(Qt.CheckState.Checked)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Show").click()
    assert list(filters[-1].tags) == ["tag07"]
    assert bar.findChildren(QToolButton)[0].text() == "#tag07"
    next(action for action in menu.actions() if action.text() == "Any tag").trigger()
    assert list(filters[-1].tags) == []


@pytest.mark.parametrize(
    ("words", "first", "last", "said"),
    [
        ("Any day", None, None, "Days"),
        ("The last seven days", dt.date(2026, 11, 16), DAY, "16 Nov – 22 Nov"),
        ("This month", dt.date(2026, 11, 1), None, "Since 1 Nov"),
        ("Last month", dt.date(2026, 10, 1), dt.date(2026, 10, 31), "1 Oct – 31 Oct"),
        ("This year", dt.date(2026, 1, 1), None, "Since 1 Jan"),
        ("Last year", dt.date(2025, 1, 1), dt.date(2025, 12, 31), "1 Jan 2025 – 31 Dec 2025"),
    ],
)
def test_days_are_chosen_from_a_menu(
    qtbot: QtBot, look: Look, words: str, first: dt.date | None, last: dt.date | None, said: str
) -> None:
    bar = FilterBar(look, lambda: DAY)
    qtbot.addWidget(bar)
    next(action for action in bar._day_menu.actions() if action.text() == words).trigger()
    assert (bar.filter.first_day, bar.filter.last_day) == (first, last)
    assert bar._day_button.text() == said


def test_any_two_days_can_be_given_either_way_round(qtbot: QtBot, look: Look) -> None:
    bar = FilterBar(look, lambda: DAY)
    qtbot.addWidget(bar)
    bar.show()
    bar._ask_days()
    dialog = bar.findChild(DaysDialog)
    assert isinstance(dialog, DaysDialog)
    dialog._first.setDate(QDate(2026, 3, 9))
    dialog._last.setDate(QDate(2026, 2, 1))
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Show").click()
    assert (bar.filter.first_day, bar.filter.last_day) == (dt.date(2026, 2, 1), dt.date(2026, 3, 9))


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


def test_a_row_is_the_same_just_saved_and_loaded_again(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    entry = journal.entries[journal.add("", "> What did you keep back?\n\n## That I was – cross\nand tired.")]
    page = page_over(journal, qtbot, look, lane)
    settle()
    model = list_of(page).model()

    def row() -> tuple[Row, str]:
        index = model.index(0, 0)
        return model.data(index, ROW_ROLE), model.data(index, Qt.ItemDataRole.DisplayRole)

    loaded = row()
    assert loaded[1] == "That I was – cross"
    assert loaded[0].heading.words == 6
    page.entry_saved(entry)
    assert row() == loaded


@pytest.mark.parametrize(
    ("days", "said", "alone"),
    [
        (0, "", ""),
        (3, "Thu 19", "Thu 19"),
        (40, "Tue 13", "13 Oct"),
        (360, "27 Nov", "27 Nov 2025"),
        (-3, "25 Nov", "25 Nov"),
    ],
)
def test_days_are_said_shortly(days: int, said: str, alone: str) -> None:
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    assert day_words(DAY - dt.timedelta(days=days), DAY, british) == said
    assert day_words(DAY - dt.timedelta(days=days), DAY, british, alone=True) == alone


def test_a_snippet_begins_a_little_before_its_match() -> None:
    text = "word " * 20 + "match and more"
    shown, marks = around_first(text, ((100, 105),))
    assert shown.startswith("…word")
    assert [shown[start:end] for start, end in marks] == ["match"]
    assert around_first("match", ((0, 5),)) == ("match", ((0, 5),))


MONTHS = [(2026, 11, 3), (2026, 10, 1), (2025, 12, 4)]


def test_rows_and_headings_lie_where_the_sums_say() -> None:
    bands = Bands(MONTHS, 10, 100, 30)
    # the last two rows belong to no month that was counted
    tops = [30, 130, 230, 360, 490, 590, 690, 790, 890, 990]
    assert [bands.top(row) for row in range(10)] == tops
    assert bands.height == 1090
    for row, top in enumerate(tops):
        assert [bands.row(top), bands.row(top + 99)] == [row, row]
    assert [bands.row(y) for y in (-1, 0, 29, 330, 359, 460, 489, 1090)] == [-1] * 8
    assert list(bands.rows(0, 10)) == [0]
    assert list(bands.rows(335, 700)) == [3, 4, 5, 6]
    assert [(band.year, band.month) for band in bands.seen(0, 400)] == [(2026, 11), (2026, 10)]
    assert bands.seen(31, 329) == []
    assert list(Bands((), 0, 100, 30).rows(0, 500)) == []
    assert [Bands((), 5, 100, 30).row(y) for y in (0, 99, 100, 500)] == [0, 0, 1, -1]


def test_months_stand_between_the_rows_and_keys_pass_over_them(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal()
    for days in (0, 3, 30, 31, 400):
        journal.add(f"{days} days ago", days_ago=days)
    page = page_over(journal, qtbot, look, lane)
    settle()
    entries = list_of(page)
    assert isinstance(entries, EntryList)
    heads = [(band.year, band.month, band.rows) for band in entries._bands.bands]
    assert heads == [(2026, 11, 2), (2026, 10, 2), (2025, 10, 1)]
    assert month_words(2026, 11) == "NOVEMBER 2026"
    first = entries.visualRect(entries.model().index(0, 0))
    assert first.top() == entries.head_height()
    assert not entries.indexAt(QPoint(20, 5)).isValid()
    assert entries.indexAt(first.center()).row() == 0
    opened: list[UUID] = []
    page.opened.connect(opened.append)
    entries.setFocus()
    assert (entries.currentIndex().row(), opened) == (0, []), "the focus alone opens nothing"
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 4),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(entries, key)
        assert entries.currentIndex().row() == row, key
    assert len(opened) == 7
    page.grab()


def test_a_click_opens_the_row_under_it_and_a_click_on_a_month_does_not(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal()
    ids = [journal.add(f"{days}", days_ago=days) for days in (0, 40)]
    page = page_over(journal, qtbot, look, lane)
    settle()
    entries = list_of(page)
    opened: list[UUID] = []
    page.opened.connect(opened.append)
    second = entries.visualRect(entries.model().index(1, 0))
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert opened == [ids[1]]
    assert entries.selectionModel().isSelected(entries.model().index(1, 0))
    QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, second.top() - 8))
    assert opened == [ids[1]]


def test_enter_moves_to_the_text_and_delete_to_the_trash(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    ids = [journal.add(f"{days}", days_ago=days) for days in range(3)]
    page = page_over(journal, qtbot, look, lane)
    settle()
    entries = list_of(page)
    entered: list[UUID] = []
    trashed: list[UUID] = []
    page.entered.connect(entered.append)
    page.trash_asked.connect(trashed.append)
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert entered == [ids[1]]
    QTest.keyClick(entries, Qt.Key.Key_Delete)
    assert trashed == [ids[1]]
    journal.trash(ids[1])
    page.refresh()
    settle()
    assert entries.currentIndex().row() == 1, "the next key goes on from where one was"
    before = len(journal.asked)
    QTest.keyClicks(entries, "2")
    settle()
    assert (entries.currentIndex().row(), len(journal.asked)) == (1, before), "a letter looks for nothing"


def test_the_search_is_left_with_escape_and_entered_with_enter(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal()
    journal.add("Silence", "the room went quiet")
    found = journal.add("Dread", "slept badly", days_ago=2)
    page = page_over(journal, qtbot, look, lane)
    settle()
    entered: list[UUID] = []
    page.entered.connect(entered.append)
    page.window().activateWindow()
    page.focus_search()
    search = page.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "slept")
    # before the pause is over: Enter waits for the answer
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entered == [found])
    assert any(words == "1 FOUND" for words in words_shown(page))
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    QTest.keyClicks(search, "zebra")
    qtbot.waitUntil(lambda: any(words == "Nothing found." for words in words_shown(page)))
    chosen = next(b for b in page.findChildren(QPushButton) if b.text() == "Show all entries")
    chosen.click()
    qtbot.waitUntil(lambda: len(titles(page)) == 2)


def test_more_results_come_at_the_end_of_the_list(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    for number in range(70):
        journal.add(f"Entry {number}", "the same word")
    page = page_over(journal, qtbot, look, lane)
    settle()
    page._search.setText("same")
    qtbot.waitUntil(lambda: page._model.showing_hits)
    assert len(titles(page)) == 50
    assert any(words == "THE FIRST 50" for words in words_shown(page))
    bar = list_of(page).verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert len(titles(page)) == 70
    assert any(words == "70 FOUND" for words in words_shown(page))


def test_a_refresh_keeps_what_is_seen_and_finds_the_open_entry_far_down(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal(entries=100_000)
    page = page_over(journal, qtbot, look, lane)
    settle()
    page.show_current(numbered(61_234).id)
    settle()
    entries = list_of(page)
    assert entries.currentIndex().row() == 61_234
    seen = entries.verticalScrollBar().value()
    assert seen > 1_000_000
    assert entries.viewport().rect().contains(entries.visualRect(entries.currentIndex()))
    page.refresh()
    assert entries.model().rowCount() == 100_000
    settle()
    assert (entries.currentIndex().row(), entries.verticalScrollBar().value()) == (61_234, seen)
    assert page._model.row_at(61_234) is not None, "nothing that is seen goes blank"


def test_end_opens_the_oldest_entry_once_it_is_there(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    page = page_over(FakeJournal(entries=100_000), qtbot, look, lane)
    settle()
    opened: list[UUID] = []
    page.opened.connect(opened.append)
    QTest.keyClick(list_of(page), Qt.Key.Key_End)
    assert opened == []
    qtbot.waitUntil(lambda: opened == [numbered(99_999).id])


def test_the_second_count_does_not_overtake_another_question(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal(entries=500)
    model = TimelineModel(journal, lane, KINDS)
    counts: list[int] = []

    def loaded(count: int) -> None:
        counts.append(count)
        if len(counts) == 1:
            model.ask(Filter(), "nothing like this")

    model.loaded.connect(loaded)
    model.ask(Filter())
    qtbot.waitUntil(lambda: counts == [WINDOW, 0])
    settle()
    assert counts == [WINDOW, 0], "the count for the first question came too late to be shown"
    assert model.rowCount() == 0
    assert model.showing_hits


def test_the_trash_has_a_way_back(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    journal.add("One")
    page = page_over(journal, qtbot, look, lane)
    settle()
    page.filters.show_trash(True)
    settle()
    back = next(b for b in page.findChildren(QPushButton) if b.text() == "Back to the journal" and b.isVisible())
    back.click()
    settle()
    assert titles(page) == ["One"]


def inked_bands(look: Look, row: Row) -> list[bool]:
    """Whether anything is painted on the title's line, the next, and the last of a row without any text below."""
    delegate = TimelineDelegate(look, lambda: DAY)
    height = delegate.row_height()
    picture = QImage(300, height, QImage.Format.Format_RGB32)
    picture.fill(look.colour("panel"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, height)
    model, item = QStandardItemModel(), QStandardItem()
    model.appendRow(item)
    item.setData(row, ROW_ROLE)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    ground = look.colour("panel").rgb()
    edges = [12, 30, 47, height]
    return [
        any(picture.pixel(x, y) != ground for x in range(40, 290, 2) for y in range(top, bottom))
        for top, bottom in itertools.pairwise(edges)
    ]


def test_a_long_title_takes_a_second_line_unless_something_was_searched_for(look: Look) -> None:
    long = Heading(UUID(int=1), "free", "Group supervision, postponed again until March", "", DAY, NOW)
    assert inked_bands(look, Row(dataclasses.replace(long, title="Ten past nine"))) == [True, False, False]
    assert inked_bands(look, Row(long)) == [True, True, False]
    assert inked_bands(look, Row(long, found=True)) == [True, False, False]


@pytest.mark.parametrize(
    ("text", "marks", "shown", "moved"),
    [
        ("> When did you *hide*?\n\nAt minute four.", (), "When did you hide?  At minute four.", []),
        ("# Head\n- one **bold** word", ((15, 19),), "Head one bold word", [(9, 13)]),
        ("2 * 3 = 6 and snake_case_stays", ((14, 30),), "2 * 3 = 6 and snake_case_stays", [(14, 30)]),
        ("😀 see [Rogers](https://example.org/x) there", ((7, 13),), "😀 see Rogers there", [(6, 12)]),
        ("1. first\n2) second", ((3, 8), (12, 18)), "first second", [(0, 5), (6, 12)]),
        ("", (), "", []),
    ],
)
def test_a_snippet_is_shown_without_markdown(
    text: str, marks: tuple[tuple[int, int], ...], shown: str, moved: list[tuple[int, int]]
) -> None:
    assert plain(text, marks) == (shown, moved)


def test_a_filter_alone_can_be_kept_and_a_kept_one_is_always_at_hand(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    journal = FakeJournal()
    journal.add("One", star=True)
    journal.add("Two")
    page = page_over(journal, qtbot, look, lane)
    settle()
    keep = next(action for action in page.saved.menu().actions() if action.text() == "Keep this filter…")
    assert not page.saved.isVisible()
    # they are read a moment after the list
    page.saved.show_saved((SavedFilter(None, "Stars", Filter(star=True), "", Order.NEWEST),))
    assert page.saved.isVisible()
    page.saved.show_saved(())
    assert not page.saved.isVisible()
    keep = next(action for action in page.saved.menu().actions() if action.text() == "Keep this filter…")
    page.filters.show_filter(Filter(star=True))
    settle()
    assert page.saved.isVisible()
    assert keep.isEnabled()
    assert "1 FOUND" in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    page.saved.show_saved((SavedFilter(None, "Stars", Filter(star=True), "", Order.NEWEST),))
    page.show_all()
    settle()
    assert page.saved.isVisible()
    keep = next(action for action in page.saved.menu().actions() if action.text() == "Keep this filter…")
    assert not keep.isEnabled(), "the whole journal is no filter"
    page.filters.show_trash(True)
    settle()
    assert not page.saved.isVisible()
    assert "TRASH" not in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_day_before_no_words_has_no_dot_behind_it() -> None:
    assert _after("Today", "", ()) == ("Today", [])
    assert _after("Today", "words", [(0, 5)]) == ("Today · words", [(8, 13)])


def test_the_order_has_a_line_of_its_own_in_large_words(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    journal = FakeJournal()
    for number in range(3):
        journal.add(f"Time {number}", "time")
    page = page_over(journal, qtbot, look, lane)
    page._search.setText("time")
    settle()
    assert page._order.isVisible()
    assert page._order.y() < page.saved.geometry().bottom()
    look.apply(look.settings._replace(text_px=36))
    settle()
    assert page._order.y() > page.saved.geometry().bottom()


def test_no_name_of_a_filter_stays_when_the_journal_locks(qtbot: QtBot) -> None:
    menu = SavedMenu()
    qtbot.addWidget(menu)
    for _ in range(2):
        menu.show_saved((SavedFilter(None, "Anna", Filter(star=True), "", Order.NEWEST),))
    menu.empty()
    assert not [action for action in menu.findChildren(QAction) if "Anna" in action.text()]
    qtbot.waitUntil(lambda: menu.findChildren(QMenu) == [menu.menu()])


@pytest.mark.parametrize("text_px", [20, 22, 24, 28])
def test_the_search_says_only_what_fits(qtbot: QtBot, look: Look, lane: Lane, text_px: int) -> None:
    """Also once the text was made larger in Settings, in a list that is as wide as it was."""
    page = page_over(FakeJournal(), qtbot, look, lane)
    page.resize(270, 700)
    QApplication.processEvents()
    page.hide()
    look.apply(look.settings._replace(text_px=text_px))
    QApplication.processEvents()
    page.show()
    QApplication.processEvents()
    option = QStyleOptionFrame()
    page._search.initStyleOption(option)
    room = page.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, page._search).width() - 4
    words = page._search.placeholderText()
    assert words == "Search…" or page._search.fontMetrics().horizontalAdvance(words) <= room
