"""Supervision: the log, the hours, the agenda and what came back, the pause, expectations and summaries."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from journal.errors import BadInput, DiskFull
from journal.ids import new_id
from journal.practice import standings
from journal.practice.notices import Noticed
from journal.practice.supervision import load_supervision
from journal.practice_model import Action, AgendaItem, Arrangement, Session
from tests.gui.fakes import DAY
from tests.gui.practice_fakes import PracticeJournal, days_ago
from tests.gui.seen import Settle, gone, loaded, opened, words
from tests.gui.sessions import press
from ui.jobs import Lane
from ui.supervision.arrangement_dialog import ArrangementDialog, ExpectationDialog
from ui.supervision.client_hours_dialog import ClientHoursDialog
from ui.supervision.expectation_words import FIGURES, standing_words
from ui.supervision.expectation_words import checked_words as expectation_checked
from ui.supervision.facts import Facts, gather, months_back
from ui.supervision.matter_dialog import HeardDialog, MatterDialog
from ui.supervision.pause_dialog import PauseDialog
from ui.supervision.post_dialog import PostDialog
from ui.supervision.session_dialog import SessionDialog
from ui.supervision.summary_dialog import SummaryDialog
from ui.supervision.supervision_page import SupervisionPage
from ui.theme import Look
from ui.widgets.day_words import checked_words
from ui.widgets.open_day import OpenDay
from ui.widgets.paper import Paper
from ui.widgets.parts import LINK_EDGE

DRAFTED = new_id()
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def store() -> PracticeJournal:
    return PracticeJournal().practised()


@pytest.fixture
def page(qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Settle) -> SupervisionPage:
    return loaded(qtbot, SupervisionPage(look, store, lane, today=lambda: DAY), settle)


def line(page: SupervisionPage, at: int) -> list[str]:
    return [item.text() if (item := page._table.item(at, column)) is not None else "" for column in range(5)]


def test_the_log_says_what_was_planned_and_what_happened(page: SupervisionPage) -> None:
    assert line(page, 0) == ["Tue 24 Nov", "planned", "Individual", "60", "2 on the agenda"]
    assert line(page, 1) == [
        "Thu 19 Nov", "postponed", "Group of 7", "0 of 90", "Supervisor unavailable · nothing offered",
    ]  # fmt: skip
    assert line(page, 2)[1:4] == ["held, cut short", "Group of 7", "60 of 90"]
    assert line(page, 4)[1:4] == ["held", "Individual", "60"]


def test_the_four_figures_are_those_of_the_rows(page: SupervisionPage) -> None:
    shown = words(page)
    assert {"1 h", "held in November", "2", "16 days", "2 of 3"} <= set(shown)


def test_hours_are_set_against_what_holds_for_the_person(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    assert "No expectation is set against these hours. You can choose one below." in words(page)
    store.practice.arranged = Arrangement(expectations=("bacp-accredited",))
    page.load()
    settle()
    shown = words(page)
    assert "held in November, of 1.5 h" in shown
    assert any("Checked November 2026; yours to edit" in said for said in shown)
    assert not any("failing of" in said and "not a failing" not in said for said in shown)


def test_a_session_is_logged_with_every_field_of_the_file(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "Log a session")
    dialog = opened(SessionDialog)
    assert set(dialog._controls) == {spec.id for spec in store.practice.data.fields}
    choose(dialog, "What happened", "held")
    press(dialog, "Save")
    settle()
    assert gone(dialog)
    assert len(store.practice.kept) == 7
    assert any(one.status == "held" and one.date_held == DAY for one in store.practice.kept.values())


def test_a_held_session_without_its_day_is_not_sent(page: SupervisionPage, store: PracticeJournal) -> None:
    press(page, "Log a session")
    dialog = opened(SessionDialog)
    press(dialog, "Save")
    assert dialog._said.text() == "A day is needed, planned or held."
    assert dialog.focusWidget() is dialog._day("date_planned").tick
    choose(dialog, "What happened", "held")
    dialog._day("date_held").set_day(None)
    press(dialog, "Save")
    assert dialog.isVisible()
    assert dialog._said.text() == "A session that was held needs the day it was held."
    assert dialog.focusWidget() is dialog._day("date_held").tick
    assert len(store.practice.kept) == 6


def test_what_was_held_was_held_on_the_planned_day_or_today(page: SupervisionPage) -> None:
    page.log_session(Session(None, date_planned=days_ago(3)))
    dialog = opened(SessionDialog)
    choose(dialog, "What happened", "held")
    assert dialog.session().date_held == days_ago(3)
    choose(dialog, "What happened", "postponed")
    assert dialog.session().date_held is None, "nobody gave it"
    dialog._day("date_planned").set_day(days_ago(-9))
    choose(dialog, "What happened", "held-but-cut-short")
    assert dialog.session().date_held == DAY, "not on a day to come"
    dialog.reject()
    page.log_session(Session(None, date_held=days_ago(2), status="held"))
    dialog = opened(SessionDialog)
    choose(dialog, "What happened", "postponed")
    assert dialog.session().date_held == days_ago(2), "what was given stays"
    dialog.reject()


def test_a_session_opened_and_saved_stays_what_it_was(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    full = Session(
        date_planned=days_ago(50),
        date_held=days_ago(50),
        status="held",
        minutes=0,
        cases=("K7", "B2"),
        actions=(Action("Ask for a date", "me", DAY), Action("Read the note", done_on=days_ago(2))),
        normative=0,
        restorative=60,
        client_themes=("endings",),
        alarm="Passed on to the duty lead at four; answered at five.",
        risk_raised="yes-escalated",
    )
    stored = store.practice.save_session(full)
    page.load()
    settle()
    page._table.setCurrentCell(page._table.rowCount() - 1, 0)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    dialog = opened(SessionDialog)
    press(dialog, "Save")
    settle()
    assert store.practice.kept[stored.id] == stored  # type: ignore[index]


def test_what_cannot_be_stored_is_said_in_the_dialog_and_nothing_is_lost(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    store.practice.fault = DiskFull()
    page.log_session(page.facts.sessions[0])
    dialog = opened(SessionDialog)
    press(dialog, "Save")
    settle()
    assert dialog.isVisible()
    assert dialog._said.text()
    store.practice.fault = None
    press(dialog, "Save")
    settle()
    assert gone(dialog)


def test_the_agenda_shows_codes_and_how_long_each_waits(page: SupervisionPage) -> None:
    shown = words(page)
    assert "Agenda for Tuesday 24 November" in shown
    assert "Waiting 16 days" in shown
    assert any("Client R, by code." in said for said in shown)
    assert any("not sure, and that is enough" in said for said in shown)


def test_a_matter_needs_no_reason(page: SupervisionPage, store: PracticeJournal, settle: Settle) -> None:
    press(page, "Add a matter")
    dialog = opened(MatterDialog)
    tick(dialog, "I am not sure why it matters, and that is enough")
    press(dialog, "Save")
    settle()
    item = list(store.practice.items.values())[-1]
    assert item.not_sure
    assert item.how_soon == "next-meeting"
    assert "Untitled" in words(page), "not an empty card"


def test_a_matter_that_was_heard_leaves_the_agenda_with_what_came_back(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "After the session…")
    dialog = opened(HeardDialog)
    dialog._said.setPlainText("Let her finish the sentence.")
    press(dialog, "It was heard")
    settle()
    assert len(store.practice.agenda()) == 1
    heard = store.practice.agenda(closed=True)[0]
    assert (heard.said, heard.closed_on) == ("Let her finish the sentence.", DAY)
    press(page, "Heard (1)")
    settle()
    assert "Said: Let her finish the sentence." in words(page)


def test_the_pause_says_that_nobody_is_alerted_before_and_after(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "Look")
    dialog = opened(PauseDialog)
    alerts = store.practice.data.principle["alerts_nobody"]

    def said() -> list[str]:
        return [part.text() for part in dialog.findChildren(QLabel) if not part.isHidden()]

    assert alerts in said()
    unsure = next(b for b in dialog.findChildren(QRadioButton) if b.text() == "not sure")
    unsure.click()
    assert dialog._sentence.text() == store.practice.data.pause.outcome
    assert said().count(alerts) == 2
    dialog._bring.click()
    matter = opened(MatterDialog)
    assert matter.item().not_sure
    assert store.practice.data.pause.questions[0] in matter.item().why
    press(matter, "Save")
    settle()
    assert len(store.practice.items) == 3


def test_a_pause_without_a_doubt_leads_nowhere(page: SupervisionPage) -> None:
    press(page, "Look")
    dialog = opened(PauseDialog)
    for no in (b for b in dialog.findChildren(QRadioButton) if b.text() == "no"):
        no.click()
    assert dialog._outcome.isHidden()


def test_notices_are_put_away_one_by_one(page: SupervisionPage, store: PracticeJournal, settle: Settle) -> None:
    store.practice.notes = [Noticed("gap", "Gap since last held", "It has been 26 days.", "gap/2026-10-27")]
    page.load()
    settle()
    assert "It has been 26 days." in words(page)
    next(b for b in page._notices.findChildren(QToolButton) if b.accessibleName().startswith("Put away")).click()
    settle()
    assert store.practice.dismissed == ["gap/2026-10-27"]
    assert "It has been 26 days." not in words(page)


def test_more_notices_stand_in_line_with_those_shown(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    store.practice.notes = [Noticed("gap", "Gap", f"It has been {days} days.", f"gap:{days}") for days in range(4)]
    page.load()
    settle()
    shown = page._notices.findChild(QFrame)
    more = next(b for b in page._notices.findChildren(QPushButton) if b.text() == "2 more notices")
    assert shown is not None
    left, at = (part.mapTo(page, QPoint(0, 0)).x() for part in (shown, more))
    assert at + LINK_EDGE == left == page._table.mapTo(page, QPoint(0, 0)).x()
    more.click()
    settle()
    assert sum("days." in said for said in words(page)) == 4


def test_what_more_there_is_stands_there_once_when_a_notice_was_put_away(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    notes = [Noticed("gap", "Gap", f"It has been {days} days.", f"gap:{days}") for days in range(5)]
    for left in (5, 4):
        store.practice.notes = notes[:left]
        page.load()
        settle()
    more = [b.text() for b in page._notices.findChildren(QPushButton) if b.isVisible()]
    assert more == ["2 more notices"], "the one before is gone, and not below it"


def test_the_page_follows_the_keyboard_through_a_long_log(
    qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Settle
) -> None:
    for at in range(30):
        store.practice.save_session(Session(None, date_planned=days_ago(100 + at)))
    page = loaded(qtbot, SupervisionPage(look, store, lane, today=lambda: DAY), settle, (1300, 600))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    press(page, next(b.text() for b in page.findChildren(QPushButton) if b.text().startswith("Show all")))
    table = page._table
    assert table.hasFocus(), "the button that was pressed is gone"
    qtbot.waitUntil(lambda: table.currentRow() == 12)
    qtbot.wait(20)

    def seen() -> bool:
        place = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(page._area.viewport(), place.topLeft()).y()
        return 0 <= top <= page._area.viewport().height() - place.height()

    assert seen()
    for key, times in ((Qt.Key.Key_Down, 15), (Qt.Key.Key_Up, 27), (Qt.Key.Key_End, 1), (Qt.Key.Key_Home, 1)):
        for _ in range(times):
            QTest.keyClick(table, key, Qt.KeyboardModifier.ControlModifier if times == 1 else NONE)
            assert seen()


def test_a_notice_that_speaks_of_a_summary_leads_to_one(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    rule = next(one for one in store.practice.data.notices if one.id == "postponed-run")
    assert "Here is a plain summary" in rule.message
    store.practice.notes = [Noticed(rule.id, rule.name, rule.message, "postponed-run:1")]
    page.load()
    settle()
    press(page._notices, "Summary…")
    assert opened(SummaryDialog).isVisible()


def test_the_figures_of_what_was_chosen_stand_beside_the_hours(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    bacp, other = (one.id for one in load_supervision().expectations[:2])
    first, last = DAY.replace(day=1), DAY
    store.practice.stood = [
        standings.Standing(bacp, "min_hours_per_month", "hours", Fraction(3, 2), Fraction(1, 2), first, last),
        standings.Standing(other, "max_days_between", "days", Fraction(28), Fraction(3), first, last),
    ]
    page.load()
    settle()
    assert not page._standings.isVisible()
    store.practice.arranged = Arrangement(expectations=(bacp,))
    page.load()
    settle()
    assert page._standings.text() == "Hours in the month: 0.5, expected 1.5 (November 2026)"
    assert page._standings.isVisible()


def test_the_arrangement_keeps_what_was_chosen(page: SupervisionPage, store: PracticeJournal, settle: Settle) -> None:
    press(page, "Arrangement and expectations…")
    dialog = opened(ArrangementDialog)
    tick(dialog, next(name for name in names(dialog, QCheckBox) if name.startswith("BACP: Accredited")))
    tick(dialog, "Gap since last held")
    press(dialog, "Save")
    settle()
    assert store.practice.arranged.expectations == ("bacp-accredited",)
    assert store.practice.arranged.no_notices == ("gap",)
    assert store.practice.arranged.month_target is None


def test_an_expectation_is_edited_as_dated_data(page: SupervisionPage, store: PracticeJournal, settle: Settle) -> None:
    press(page, "Arrangement and expectations…")
    over = opened(ArrangementDialog)
    over._gap.setValue(5)
    next(b for b in over.findChildren(QPushButton) if b.text() == "Edit…").click()
    dialog = opened(ExpectationDialog)
    field = next(f for f in dialog.findChildren(QLineEdit) if f.text() == "1.5" or f.text() == "1.50")
    field.setText("two")
    press(dialog, "Save")
    assert dialog.said.text()
    field.setText("2")
    press(dialog, "Save")
    settle()
    assert store.practice.edited["bacp-accredited"].figures[0] == ("min_hours_per_month", 2.0)
    assert gone(over)
    again = opened(ArrangementDialog)
    assert again is not over
    assert again.arrangement().gap_days == 5, "what was set beside it is still there, and not stored yet"
    assert store.practice.arranged.gap_days == 14


def test_a_summary_is_looked_at_and_kept(page: SupervisionPage, settle: Settle) -> None:
    asked: list[object] = []
    page.file_asked.connect(asked.append)
    press(page, "Summary…")
    settle()
    dialog = opened(SummaryDialog)
    assert "Plain summary of supervision planned and held" in dialog._page.toPlainText()
    press(dialog, "Save as PDF or CSV…")
    assert [format.ending for format in asked[0].formats] == ["pdf", "csv"]  # type: ignore[attr-defined]
    assert asked[0].formats[0].make().startswith(b"%PDF")  # type: ignore[attr-defined]


def test_what_was_typed_is_not_read_as_markup(page: SupervisionPage, store: PracticeJournal) -> None:
    store.practice.save_agenda_item(AgendaItem(title="<b>Bold</b> & loud"))
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; loud" in Paper(store.practice.agenda_page(DAY)).html()


def test_an_entry_is_opened_from_its_matter(page: SupervisionPage, store: PracticeJournal) -> None:
    asked: list[object] = []
    page.entry_asked.connect(asked.append)
    press(page, "Entry")
    assert asked == [next(iter(store.entries))]


def test_in_a_narrow_window_the_agenda_is_a_drawer(page: SupervisionPage) -> None:
    page.set_narrow(True)
    assert not page.panel.isVisible()
    press(page, "Agenda")
    assert page.panel.isVisible()


def test_locking_leaves_no_words_behind(page: SupervisionPage) -> None:
    page.empty()
    assert page._table.rowCount() == 0
    assert not any("Hiding" in said or "Client R" in said for said in words(page))


def test_an_empty_log_says_what_it_is_for(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    made = SupervisionPage(look, PracticeJournal(), lane, today=lambda: DAY)
    qtbot.addWidget(made)
    made.show()
    made.load()
    settle()
    assert any("Log the first one." in said for said in words(made))


def test_months_are_counted_back_over_new_year() -> None:
    assert months_back(DAY, 11).isoformat() == "2025-12-01"
    assert months_back(DAY, 0).isoformat() == "2026-11-01"


def test_a_wish_of_ones_own_comes_before_what_a_body_expects(store: PracticeJournal) -> None:
    store.practice.arranged = Arrangement(expectations=("bacp-accredited",))
    facts = gather(store, DAY)
    assert facts.wanted_minutes == 90
    assert replace(facts, arrangement=replace(facts.arrangement, month_target=60)).wanted_minutes == 60
    assert Facts(DAY).wanted_minutes is None


def names(dialog: QDialog, kind: type[QCheckBox]) -> list[str]:
    return [one.accessibleName() or one.text() for one in dialog.findChildren(kind)]


def tick(dialog: QDialog, name: str) -> None:
    next(one for one in dialog.findChildren(QCheckBox) if name in (one.accessibleName(), one.text())).click()


def choose(dialog: QDialog, name: str, option: str) -> None:
    field = next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)
    field.setCurrentIndex(field.findData(option))


def test_every_figure_has_words_and_a_month_is_said_as_people_say_it() -> None:
    named = {name for one in load_supervision().expectations for name, _ in one.figures}
    shown = named & set(standings._FIGURES)
    assert shown
    assert shown <= set(FIGURES)
    assert [checked_words(said) for said in ("2026-11", "2026-11-29", "lately", "")] == [
        "November 2026",
        "29 November 2026",
        "lately",
        "",
    ]


def test_a_day_that_is_not_ticked_keeps_its_room(qtbot: QtBot, look: Look) -> None:
    day = OpenDay("Date held", DAY)
    qtbot.addWidget(day)
    day.show()
    before = day.sizeHint()
    day.set_day(DAY)
    assert day.sizeHint() == before


def test_a_draft_of_a_matter_that_was_heard_is_of_the_entry_and_the_answer(
    page: SupervisionPage, store: PracticeJournal, settle: Settle
) -> None:
    item = AgendaItem(title="Silence", entry_id=DRAFTED, entry_title="Quiet", anchor="I hid.", said="Let her finish.")
    stored = store.practice.save_agenda_item(replace(item, closed_on=DAY))
    own = store.practice.save_agenda_item(AgendaItem(title="The ending", said="Say it.", closed_on=DAY))
    page.load()
    settle()
    page.panel._heard.click()
    settle()
    offered = [b for b in page.panel.findChildren(QPushButton) if b.text() == "Blog draft from this…"]
    assert [b.accessibleName() for b in offered] == ["Blog draft from this: Silence"], own.heading
    made: list[object] = []
    page.post_made.connect(made.append)
    offered[0].click()
    dialog = opened(PostDialog)
    assert dialog.whole
    next(choice for choice in dialog.findChildren(QRadioButton) if "sentence" in choice.text()).click()
    store.practice.fault = BadInput(what="words", reason="not_there")
    press(dialog, "Begin the draft")
    settle()
    assert "no longer stands in the entry" in dialog.said.text()
    store.practice.fault = None
    press(dialog, "Begin the draft")
    settle()
    assert made == [stored.id]
    assert gone(dialog)


def test_hours_with_clients_are_noted_by_month(page: SupervisionPage, store: PracticeJournal, settle: Settle) -> None:
    store.practice.set_client_hours(DAY.replace(day=1), 600)
    page.load()
    settle()
    press(page, "Hours with clients…")
    dialog = opened(ClientHoursDialog)
    fields = dialog.findChildren(QDoubleSpinBox)
    assert [field.accessibleName() for field in fields[:2]] == ["November 2026", "October 2026"]
    assert [field.text() for field in fields[:2]] == ["10.00 h", "–"]
    assert dialog.changed() == ()
    fields[1].setValue(7.5)
    fields[0].setValue(fields[0].minimum())
    press(dialog, "Save")
    settle()
    assert [(one.month.month, one.minutes) for one in store.practice.client_hours()] == [(10, 450)]
    assert gone(dialog)


def test_what_has_no_place_here_and_what_was_not_noted_yet_are_said_apart() -> None:
    nmc = next(one for one in load_supervision().expectations if one.id == "nmc")
    said = [standing_words(one) for one in standings.standings(nmc, (nmc,), standings.Record(), DAY)]
    assert said[0].startswith("Hours of practice in three years, with clients as noted here: nothing noted yet")
    assert any(line.startswith("Pieces of feedback in three years: not kept in this journal") for line in said)
    assert "Checked November 2026" in expectation_checked(nmc)
    assert "NMC revalidation pages and templates" in expectation_checked(nmc)


def test_the_words_of_edit_end_where_the_lines_below_it_do(page: SupervisionPage) -> None:
    press(page, "Arrangement and expectations…")
    dialog = opened(ArrangementDialog)
    edit = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Edit…")
    holder = edit.parentWidget()
    assert holder is not None
    around = holder.layout()
    assert around is not None
    assert edit.geometry().right() - LINK_EDGE == around.contentsRect().right()


def test_a_reason_is_said_whole_however_narrow_the_page(page: SupervisionPage, qtbot: QtBot) -> None:
    table, one_line = page._table, page._table.rowHeight(0)
    words = table.item(1, 4)
    assert words is not None
    assert "·" in words.text()
    assert table.rowHeight(1) == one_line, "there is room on one line"
    page.resize(1080, 900)
    qtbot.waitUntil(lambda: table.rowHeight(1) > one_line)
    wide = table.columnWidth(4)
    assert table.rowHeight(0) == one_line, "the others stay as they are"
    needed = table.fontMetrics().boundingRect(0, 0, wide - 22, 1000, int(Qt.TextFlag.TextWordWrap), words.text())
    assert table.rowHeight(1) >= needed.height()
    assert table.height() >= sum(table.rowHeight(at) for at in range(table.rowCount()))
    page.resize(1300, 900)
    qtbot.waitUntil(lambda: table.rowHeight(1) == one_line)


def test_what_was_held_was_held_as_long_as_planned(page: SupervisionPage) -> None:
    page.log_session(Session(None, date_planned=days_ago(3)))
    dialog = opened(SessionDialog)
    planned, held = dialog._number("minutes_planned"), dialog._number("minutes")
    choose(dialog, "What happened", "held")
    planned.setValue(60)
    assert dialog.session().minutes == 60
    choose(dialog, "What happened", "postponed")
    assert dialog.session().minutes is None, "nobody gave it"
    choose(dialog, "What happened", "held-but-cut-short")
    assert dialog.session().minutes is None, "it was less"
    choose(dialog, "What happened", "held")
    held.setValue(50)
    planned.setValue(90)
    assert dialog.session().minutes == 50, "what was given stays"
    dialog.reject()


def test_control_and_return_store_a_session_from_a_field_of_numbers(
    page: SupervisionPage, store: PracticeJournal, settle: Settle, qtbot: QtBot
) -> None:
    page.log_session(Session(None, date_planned=days_ago(3)))
    dialog = opened(SessionDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    number = dialog._number("minutes_planned")
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert gone(dialog)
    assert len(store.practice.kept) == 7


def test_tab_goes_through_the_matters_of_the_drawer(page: SupervisionPage, qtbot: QtBot) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.set_narrow(True)
    press(page, "Agenda")
    buttons = page.panel._items.findChildren(QPushButton)
    assert page.focusWidget() is buttons[0], "what waits longest, and not what closes the drawer"
    page.panel.close_button.setFocus()
    for one in buttons:
        page.panel.focusNextPrevChild(True)
        assert page.focusWidget() is one
    page._drawer.close()


def test_the_page_is_not_cut_off_at_double_size(page: SupervisionPage, look: Look, qtbot: QtBot) -> None:
    look.apply(look.settings._replace(text_px=36))
    page.set_narrow(True)
    page.show()
    page.resize(900, 650)
    # what folds is laid out anew a moment later
    qtbot.waitUntil(lambda: page._within.width() <= page._area.viewport().width())
