"""Wellbeing: each figure for itself, nothing filled in, no verdict, help always in sight."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.errors import DiskFull
from journal.practice.measures import WEEKLY, scores
from journal.practice_model import (
    CheckIn,
    DayWritten,
    EarlySigns,
    OwnEvent,
    PracticeChoices,
    RatedDay,
    Session,
    SignCondition,
)
from tests.gui.fakes import DAY
from tests.gui.practice_fakes import PracticeJournal, days_ago
from tests.gui.seen import Settle, gone, loaded, opened, words
from tests.gui.sessions import press
from ui.jobs import Lane
from ui.theme import Look
from ui.wellbeing.check_in_dialog import CheckInDialog
from ui.wellbeing.events_dialog import EventsDialog
from ui.wellbeing.facts import condition_chart, gather, measure_chart
from ui.wellbeing.gate_dialog import GateDialog
from ui.wellbeing.help_card import SignpostDialog
from ui.wellbeing.plan_dialog import PlanDialog
from ui.wellbeing.wellbeing_page import WellbeingPage
from ui.widgets.charts.bars import Bars
from ui.widgets.charts.lines import Lines
from ui.widgets.charts.strips import Strips
from ui.widgets.charts.writing import writing_year
from ui.widgets.mark_slider import MarkSlider


@pytest.fixture
def store() -> PracticeJournal:
    return PracticeJournal()


@pytest.fixture
def page(qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Settle) -> WellbeingPage:
    return loaded(qtbot, WellbeingPage(look, store, lane, today=lambda: DAY), settle)


def test_a_slider_left_alone_is_skipped_and_never_filled_in(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "Check in")
    dialog = opened(CheckInDialog)
    first = dialog.findChildren(MarkSlider)[0]._empty
    assert first.accessibleName() == "Energy, skipped"
    QTest.keyClick(first, Qt.Key.Key_Right)
    press(dialog, "Save")
    settle()
    assert gone(dialog)
    kept = store.wellbeing.check_ins(WEEKLY)[0]
    assert kept.answers == (("wci-energy", 6),)
    assert kept.day == DAY


def test_a_mark_can_be_taken_back(page: WellbeingPage) -> None:
    press(page, "Check in")
    dialog = opened(CheckInDialog)
    QTest.keyClick(dialog.findChildren(MarkSlider)[0]._empty, Qt.Key.Key_Right)
    next(b for b in dialog.findChildren(QToolButton) if b.accessibleName() == "Clear: Energy").click()
    assert dialog.check_in().answers == ()
    press(dialog, "Save")
    assert "Nothing was answered" in dialog.said.text()


def test_what_cannot_be_stored_is_said_and_kept(page: WellbeingPage, store: PracticeJournal, settle: Settle) -> None:
    store.wellbeing.fault = DiskFull()
    press(page, "Check in")
    dialog = opened(CheckInDialog)
    QTest.keyClick(dialog.findChildren(MarkSlider)[0]._empty, Qt.Key.Key_Right)
    press(dialog, "Save")
    settle()
    assert dialog.said.text()
    assert dialog.check_in().answers == (("wci-energy", 6),)


def test_the_inventory_is_off_until_its_source_and_terms_were_read(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    assert page._charts["cbi"].isHidden()
    press(page, "Read and decide…")
    dialog = opened(GateDialog)
    assert not dialog.save.isEnabled()
    shown = " ".join(part.text() for part in dialog.findChildren(QLabel))
    measure = store.wellbeing.data.measure("cbi")
    assert measure.citation in shown
    assert measure.terms in shown
    dialog.findChild(QCheckBox).click()  # type: ignore[union-attr]
    press(dialog, "Turn it on")
    settle()
    assert store.wellbeing.chosen.measures == ("cbi",)
    assert not page._charts["cbi"].isHidden()


def test_the_inventory_keeps_its_wording_and_says_where_a_word_is_ours(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    store.wellbeing.chosen = PracticeChoices(measures=("cbi",))
    page.load()
    settle()
    page.check_in("cbi")
    dialog = opened(CheckInDialog)
    texts = [part.text() for part in dialog.findChildren(QLabel)]
    assert all(item.text in texts for item in store.wellbeing.data.measure("cbi").questions)
    word = dialog.findChild(QComboBox)
    assert word is not None
    word.setCurrentIndex(2)
    assert "Are you tired of working with the people I see?" in [part.text() for part in dialog.findChildren(QLabel)]
    for question in store.wellbeing.data.measure("cbi").questions[:3]:
        never = f"{question.text} Never/almost never"
        next(b for b in dialog.findChildren(QRadioButton) if b.accessibleName() == never).click()
    press(dialog, "Save")
    settle()
    kept = store.wellbeing.check_ins("cbi")[0]
    assert (kept.answers, kept.client_word) == (
        (("cbi-personal-1", 0), ("cbi-personal-2", 0), ("cbi-personal-3", 0)),
        "the people I see",
    )
    assert store.wellbeing.chosen.client_word == "the people I see"
    assert "Adapted:" in " ".join(words(page))


def test_an_answer_can_be_left_out_again(page: WellbeingPage) -> None:
    page.check_in("cbi")
    dialog = opened(CheckInDialog)
    dialog.findChildren(QRadioButton)[2].click()
    assert len(dialog.check_in().answers) == 1
    next(b for b in dialog.findChildren(QToolButton) if b.accessibleName().startswith("Leave out: How often")).click()
    assert dialog.check_in().answers == ()


def test_lines_are_the_scores_and_are_never_added_up(store: PracticeJournal) -> None:
    measure = store.wellbeing.data.measure("cbi")
    store.wellbeing.chosen = PracticeChoices(measures=("cbi",))
    answers = tuple((item.id, 75) for item in measure.questions)
    store.wellbeing.save_check_in(CheckIn(None, "cbi", days_ago(40), answers))
    chart = measure_chart(measure, gather(store, DAY))
    assert isinstance(chart, Lines)
    assert [series.points[0][1] for series in chart.series] == [one.value for one in scores(measure, answers)]
    assert len(chart.series) == len(measure.scales)
    assert (chart.low, chart.high) == (0, 100)


def test_lines_of_our_own_stand_each_for_itself(store: PracticeJournal) -> None:
    store.wellbeing.save_check_in(CheckIn(None, WEEKLY, days_ago(7), (("wci-energy", 3), ("wci-sleep", 8))))
    store.wellbeing.save_check_in(CheckIn(None, WEEKLY, days_ago(0), (("wci-energy", 4),)))
    store.wellbeing.save_event(OwnEvent(None, days_ago(3), "Leave began"))
    store.wellbeing.save_event(OwnEvent(None, days_ago(300), "Long before"))
    chart = measure_chart(store.wellbeing.data.measure(WEEKLY), gather(store, DAY))
    assert isinstance(chart, Strips)
    by_name = {series.name: [value for _, value in series.points] for series in chart.series}
    assert by_name["Energy"] == [3, 4]
    assert by_name["Sleep and rest"] == [8, None]
    assert [event.words for event in chart.events] == ["Leave began"]


def test_core_conditions_are_drawn_only_once_they_were_asked_for(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    store.looking_back.rated = [RatedDay(days_ago(10), 4, 6, None)]
    assert condition_chart(gather(store, DAY), {}) is None
    press(page, "Draw them")
    settle()
    assert store.wellbeing.chosen.core_conditions
    chart = page._conditions.view.drawing
    assert isinstance(chart, Lines)
    assert [series.name for series in chart.series] == ["Congruence", "Positive regard"]


def test_the_calendar_counts_what_was_written_and_no_streak(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    store.looking_back.written = [DayWritten(days_ago(2), 2, 300), DayWritten(DAY, 1, 40)]
    page.load()
    settle()
    assert "3 entries, 340 words. No streaks to break." in words(page)
    assert len(writing_year(page.facts.written, page.facts.today).table().rows) == 2


def test_help_is_there_whatever_the_figures_say_and_by_country(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    help_words = store.wellbeing.data.help_words
    shown = words(page)
    assert all(help_words[key] in shown for key in ("title", "intro", "now", "soon", "work", "journal"))
    assert shown.index("Emergency services") < shown.index("Samaritans")
    region = page._help._region
    region.setCurrentIndex(region.findData("Australia"))
    region.activated.emit(region.currentIndex())
    settle()
    assert store.wellbeing.chosen.region == "Australia"
    assert "13 11 14" in words(page)


def test_a_signpost_of_ones_own_is_kept_and_one_can_be_hidden(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "Add one of my own…")
    dialog = opened(SignpostDialog)
    press(dialog, "Save")
    assert dialog.said.text()
    name, how = dialog.findChildren(QLineEdit)[:2]
    name.setText("Staff counselling")
    how.setText("020 7946 0018")
    press(dialog, "Save")
    settle()
    assert any(one.own and one.name == "Staff counselling" for one in store.wellbeing.posts.values())
    next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Edit: Shout").click()
    press(opened(SignpostDialog), "Do not show")
    settle()
    assert store.wellbeing.posts["uk-shout"].hidden


def test_the_plan_is_shown_when_its_own_condition_is_met(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "Write it…")
    dialog = opened(PlanDialog)
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("I stop ringing friends back.")
    press(dialog, "Add a condition")
    press(dialog, "Save")
    settle()
    assert store.wellbeing.plan == EarlySigns(
        "I stop ringing friends back.", "", "", (SignCondition("wci-energy", "low", 2, 2),)
    )
    due = "You wanted to be shown this when your check-in looks as it does now."
    assert due not in words(page)
    for ago in (0, 7):
        store.wellbeing.save_check_in(CheckIn(None, WEEKLY, days_ago(ago), (("wci-energy", 1),)))
    page.load()
    settle()
    assert due in words(page)
    for id in store.wellbeing.kept:
        kept = store.wellbeing.kept[id]
        store.wellbeing.kept[id] = replace(kept, day=kept.day - dt.timedelta(days=30))
    page.load()
    settle()
    assert due not in words(page), "what was so a month ago is not said to be so now"


def test_own_events_are_added_and_removed(page: WellbeingPage, store: PracticeJournal, settle: Settle) -> None:
    press(page, "What happened…")
    dialog = opened(EventsDialog)
    field = next(f for f in dialog.findChildren(QLineEdit) if f.accessibleName().startswith("What happened"))
    field.setText("Caseload doubled")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert [one.words for one in store.wellbeing.events()] == ["Caseload doubled"]
    assert not gone(dialog)
    next(b for b in dialog.findChildren(QToolButton) if b.accessibleName() == "Remove: Caseload doubled").click()
    settle()
    assert store.wellbeing.events() == ()


def test_a_heavy_fortnight_offers_three_things(page: WellbeingPage, store: PracticeJournal, settle: Settle) -> None:
    assert page._heavy.isHidden()
    store.wellbeing.heavy = True
    store.wellbeing.save_check_in(CheckIn(None, WEEKLY, days_ago(3), (("wci-energy", 1),)))
    page.load()
    settle()
    asked: list[str] = []
    page.write_asked.connect(lambda: asked.append("write"))
    page.bring_asked.connect(lambda: asked.append("bring"))
    press(page, "Write about it")
    press(page, "Plan what to bring to supervision")
    assert asked == ["write", "bring"]


def test_no_word_of_a_verdict_and_no_figure_of_reference(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    store.wellbeing.chosen = PracticeChoices(measures=("cbi",))
    answers = tuple((item.id, 100) for item in store.wellbeing.data.measure("cbi").questions)
    store.wellbeing.save_check_in(CheckIn(None, "cbi", days_ago(1), answers))
    page.load()
    settle()
    shown = " ".join(words(page)).lower()
    for word in ("burnt out", "high degree", "35.9", "33.0", "30.9", "severe"):
        assert word not in shown
    drawing = page._charts["cbi"].view.drawing
    assert isinstance(drawing, Lines)
    assert all(series.role != "direct" for series in drawing.series)


def test_locking_leaves_no_words_behind(page: WellbeingPage, store: PracticeJournal, settle: Settle) -> None:
    store.wellbeing.plan = EarlySigns("I stop ringing friends back.")
    page.load()
    settle()
    page.empty()
    assert not any("ringing" in said for said in words(page))
    assert page._charts[WEEKLY].view.drawing is None


def test_supervision_hours_stand_beside_the_check_ins(
    page: WellbeingPage, store: PracticeJournal, settle: Settle
) -> None:
    assert not page._hours.isVisible(), "nothing was held and nothing lost"
    held = Session(date_planned=DAY, date_held=DAY, status="held-but-cut-short", minutes=30, minutes_planned=90)
    store.practice.save_session(held)
    page.load()
    settle()
    assert page._hours.isVisible()
    drawn = page._hours.view.drawing
    assert isinstance(drawn, Bars)
    assert [(bar.first, bar.held * 60, bar.lost * 60) for bar in drawn.months] == [
        (month.month, month.held, month.lost) for month in store.practice.months(drawn.months[0].first, DAY)
    ]
    assert len(drawn.months) == 12
    assert (drawn.months[-1].held, drawn.months[-1].lost) == (0.5, 1.0)


def test_all_of_a_measures_terms_and_the_tick_are_seen_in_a_small_window(
    qtbot: QtBot, look: Look, store: PracticeJournal
) -> None:
    data = store.wellbeing.data
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    dialog = GateDialog(look, data.measure("cbi"), data, window)
    dialog.open()
    area = next(iter(dialog.findChildren(QScrollArea)))
    qtbot.waitUntil(dialog.isVisible)
    qtbot.wait(1)
    assert area.verticalScrollBar().maximum() == 0
    dialog.hide()
    # where it has no room, the keyboard begins at the text and scrolls it, and Tab leads to the tick
    window.resize(1024, 400)
    dialog = GateDialog(look, data.measure("cbi"), data, window)
    dialog.open()
    tick = next(iter(dialog.findChildren(QCheckBox)))
    area = next(iter(dialog.findChildren(QScrollArea)))
    qtbot.waitUntil(lambda: dialog.focusWidget() is area)
    assert area.verticalScrollBar().value() == 0
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    dialog.focusNextPrevChild(True)
    assert dialog.focusWidget() is tick
    qtbot.waitUntil(lambda: tick.visibleRegion().boundingRect() == tick.rect())
