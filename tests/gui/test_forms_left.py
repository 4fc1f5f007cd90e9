"""Forms that were left by Escape or Cancel: nobody is asked, nothing is stored, and it can be taken up for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from journal.practice.unfinished import KEY, Unfinished, packed
from journal.practice_model import CpdActivity, EarlySigns, LaterNote, Thread
from tests.gui.seen import gone, opened
from tests.gui.sessions import Window, press, settled
from tests.gui.test_forms_after_lock import FORMS, type_into
from ui.app import Pages
from ui.learning.account_dialog import AccountDialog
from ui.learning.activity_dialog import ActivityDialog
from ui.looking_back.note_dialogs import NoteDialog
from ui.looking_back.thread_dialog import ThreadDialog
from ui.models.picker import ModelPicker
from ui.models.template_dialog import TemplateDialog
from ui.practising import today
from ui.supervision.session_dialog import SessionDialog
from ui.wellbeing.events_dialog import EventsDialog
from ui.wellbeing.plan_dialog import PlanDialog


def said(window: Window) -> str:
    return window.session.window.banner.words


#: Forms that are stored when the journal locks over them can be left, too.
KEPT: dict[type[QDialog], Callable[[Pages], object]] = {
    AccountDialog: lambda pages: pages.practising.learning._new_account(),
    PlanDialog: lambda pages: pages.practising.wellbeing._ask_plan(),
    SessionDialog: lambda pages: pages.practising.supervision.log_session(),
    ActivityDialog: lambda pages: pages.practising.learning._new_activity(),
}


def type_more(dialog: QDialog) -> None:
    match dialog:
        case AccountDialog() | ActivityDialog():
            dialog._title.setText("Half a thought")
        case PlanDialog():
            dialog._signs.setPlainText("Half a thought")
        case SessionDialog():
            controls: Any = dialog._controls
            controls["impact"].widget.setPlainText("Half a thought")
        case _:
            type_into(dialog)


@pytest.mark.parametrize("kind", [*FORMS, *KEPT], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("how", ["Escape", "Undo"])
def test_what_was_typed_is_offered_and_taken_up_again(
    window: Window, qtbot: QtBot, kind: type[QDialog], how: str
) -> None:
    settled(window)
    ask = {**FORMS, **KEPT}[kind]
    ask(window.pages)
    settled(window)
    first: Any = opened(kind)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert gone(first)
    assert not said(window), "nothing was typed: there is nothing to say"
    ask(window.pages)
    settled(window)
    first = opened(kind)
    type_more(first)
    was = first._more() if hasattr(first, "_more") else first.unfinished()
    assert was is not None
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert gone(first), "nobody is asked"
    assert said(window).startswith("Not stored: ")
    assert len(said(window)) > len("Not stored: ."), "and what it was"
    if how == "Undo":
        window.session.window.activateWindow()
        window.session.window.action("undo").trigger()
    else:
        press(window.session.window.banner, "Take it up again")
    settled(window)
    again: Any = opened(kind)
    assert (again._more() if hasattr(again, "_more") else again.unfinished()) == was
    again.reject()


def test_after_a_while_it_is_gone(window: Window, qtbot: QtBot) -> None:
    settled(window)
    FORMS[ThreadDialog](window.pages)
    dialog = opened(ThreadDialog)
    type_into(dialog)
    dialog.reject()
    unfinished = window.pages.practising._unfinished
    assert unfinished._left is not None
    unfinished._while.setInterval(1)
    unfinished._while.start()
    window.session.window.banner._timer.start(1)
    qtbot.waitUntil(lambda: not said(window))
    qtbot.waitUntil(lambda: unfinished._left is None)
    assert not window.pages.practising.take_back()


def test_a_form_that_the_journal_locked_over_is_offered_in_the_place_of_one_that_was_left(
    window: Window, qtbot: QtBot
) -> None:
    settled(window)
    FORMS[ThreadDialog](window.pages)
    dialog = opened(ThreadDialog)
    type_into(dialog)
    dialog.reject()
    unfinished = window.pages.practising._unfinished
    journal = window.session.journal
    assert journal is not None
    row = packed([Unfinished("activity", CpdActivity(None, today(), "A webinar", 60))])
    window.session.vault.run(lambda: journal.set_value(KEY, row), owner=window.session)
    unfinished.offer()
    settled(window)
    assert "a learning activity" in said(window)
    press(window.session.window.banner, "Take it up again")
    settled(window)
    assert opened(ActivityDialog).activity().title == "A webinar"
    opened(ActivityDialog).reject()


def test_what_is_left_is_not_kept_over_the_lock(window: Window, qtbot: QtBot, qapp: QApplication) -> None:
    settled(window)
    FORMS[ThreadDialog](window.pages)
    dialog = opened(ThreadDialog)
    type_into(dialog)
    dialog.reject()
    window.session.lock()
    window.locked()
    again = Window(qtbot, qapp, window.folder.parent)
    again.unlock()
    qtbot.wait(400)
    settled(again)
    assert not said(again)
    again.end()


def test_a_template_that_was_left_and_a_later_note_come_back(window: Window, qtbot: QtBot) -> None:
    settled(window)
    window.session.window.action("new_model").trigger()
    settled(window)
    picker = opened(ModelPicker)
    assert picker.focusWidget() is picker._list, "the list is what one walks through"
    picker._make()
    template = opened(TemplateDialog)
    type_into(template)
    template.reject()
    picker.reject()
    press(window.session.window.banner, "Take it up again")
    settled(window)
    template = opened(TemplateDialog)
    assert template.template().name == "Half a thought"
    template._name.clear()
    template.reject()
    opened(ModelPicker).reject()
    window.write("Silence", "It went quiet.")
    entry_id = window.pages.editor.entry_id
    assert entry_id is not None
    window.pages.practising.ask_note(LaterNote(None, entry_id, today(), ""))
    note = opened(NoteDialog)
    note._text.setPlainText("Half a thought")
    note.reject()
    press(window.session.window.banner, "Take it up again")
    note = opened(NoteDialog)
    assert note.note().text == "Half a thought"
    press(note, "Save")
    settled(window)
    assert gone(note)


def test_an_entry_opened_from_a_thread_lets_nothing_be_lost(window: Window, qtbot: QtBot) -> None:
    window.write("Silence", "It went quiet.")
    entry_id = window.pages.editor.entry_id
    assert entry_id is not None
    back = window.pages.practising.looking_back
    window.pages.show("looking_back")
    settled(window)
    back._ask_thread(Thread(None, "", "", (entry_id,)), ())
    dialog = opened(ThreadDialog)
    type_into(dialog)
    dialog._open(entry_id)
    settled(window)
    assert window.pages._page == "journal"
    assert "a thread" in said(window)


def test_closing_what_happened_keeps_what_was_not_added(window: Window, qtbot: QtBot) -> None:
    settled(window)
    window.pages.practising.wellbeing._ask_events()
    dialog = opened(EventsDialog)
    type_into(dialog)
    press(dialog, "Close")
    assert gone(dialog)
    assert "something that happened" in said(window)


def test_removing_is_asked_where_three_dots_say_so(window: Window, qtbot: QtBot) -> None:
    learning = window.pages.practising.learning
    window.session.window.action("learning").trigger()
    settled(window)
    learning.ask_activity(CpdActivity(None, today(), "A webinar", 60))
    press(opened(ActivityDialog), "Save")
    settled(window)
    learning.ask_activity(learning.facts.activities[0])
    dialog = opened(ActivityDialog)
    press(dialog, "Remove…")
    QTest.keyClick(opened(QMessageBox), Qt.Key.Key_Return)
    settled(window)
    assert not gone(dialog)
    assert [one.title for one in learning.facts.activities] == ["A webinar"]
    press(dialog, "Remove…")
    press(opened(QMessageBox), "Remove")
    settled(window)
    assert gone(dialog)
    assert [one.title for one in learning.facts.activities] == []
    assert not said(window)


def test_a_plan_that_was_left_is_not_stored(window: Window, qtbot: QtBot) -> None:
    settled(window)
    page = window.pages.practising.wellbeing
    page._ask_plan()
    dialog = opened(PlanDialog)
    dialog._signs.setPlainText("Short with everyone")
    dialog.reject()
    page.load()
    settled(window)
    assert page.facts.plan == EarlySigns()


def test_what_is_missing_is_where_the_keyboard_goes(window: Window, qtbot: QtBot) -> None:
    settled(window)
    FORMS[ThreadDialog](window.pages)
    dialog = opened(ThreadDialog)
    dialog.activateWindow()
    dialog.save.setFocus()
    press(dialog, "Save")
    assert dialog.focusWidget() is dialog.name


def test_long_words_are_seen_from_their_beginning(window: Window, qtbot: QtBot) -> None:
    settled(window)
    back = window.pages.practising.looking_back
    back._ask_thread(Thread(None, "Endings", "What it is like to stop " * 20, ()), ())
    dialog = opened(ThreadDialog)
    assert dialog._about.cursorPosition() == 0
    # as QDialog says it to the first field where windows are not active at once
    QApplication.sendEvent(dialog._name, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert dialog._name.hasSelectedText()
    qtbot.waitUntil(lambda: not dialog._name.hasSelectedText())
    QTest.keyClicks(dialog._name, " by number")
    assert dialog._name.text() == "Endings by number", "what one is in is typed on"
    dialog.reject()


def test_a_page_counts_what_stands_in_the_entry_now(window: Window, qtbot: QtBot) -> None:
    window.write("Silence", "It went quiet.")
    window.pages.editor.body.insertPlainText(" So did I.")
    window.session.window.action("looking_back").trigger()
    settled(window)
    assert window.pages.practising.looking_back.facts.numbers.words == 6
