"""Forms that the journal locked over, in a whole window: kept, offered, taken up again with what stood in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journal.practice_model import Expectation, Signpost
from tests.gui.seen import opened
from tests.gui.sessions import Window, press, settled
from ui.app import Pages
from ui.learning.account_dialog import AccountDialog
from ui.looking_back.thread_dialog import ThreadDialog
from ui.models.picker import ModelPicker
from ui.models.template_dialog import TemplateDialog
from ui.supervision.arrangement_dialog import ArrangementDialog, ExpectationDialog
from ui.supervision.client_hours_dialog import ClientHoursDialog
from ui.supervision.session_dialog import SessionDialog
from ui.today.closing import ClosingDialog
from ui.wellbeing.events_dialog import EventsDialog
from ui.wellbeing.help_card import SignpostDialog


def unlocked_again(window: Window, qtbot: QtBot, qapp: QApplication) -> Window:
    """Lock over what is open, and come back."""
    window.session.lock()
    window.locked()
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog):
            top.deleteLater()
    again = Window(qtbot, qapp, window.folder.parent)
    again.unlock()
    qtbot.wait(400)
    settled(again)
    return again


def test_what_is_typed_in_a_form_is_kept_when_the_journal_locks_and_offered_again(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    window.pages.show("supervision")
    settled(window)
    page = window.pages.practising.supervision
    page.log_session()
    # a meeting without any day could not be stored; what was typed is kept all the same
    session = opened(SessionDialog)
    impact = session._controls["impact"].widget
    assert isinstance(impact, QPlainTextEdit)
    impact.setPlainText("I wait longer now.")
    again = unlocked_again(window, qtbot, qapp)
    assert again.pages.practising.made("supervision")
    assert again.pages.practising.supervision.facts.sessions == (), "nothing was stored that nobody asked to store"
    assert "a supervision session" in again.session.window.banner.words
    press(again.session.window.banner, "Take it up again")
    settled(again)
    session = opened(SessionDialog)
    assert session.session().impact == "I wait longer now."
    # locked over once more without a key pressed: it is still there
    last = unlocked_again(again, qtbot, qapp)
    press(last.session.window.banner, "Take it up again")
    settled(last)
    opened(SessionDialog).reject()
    settled(last)
    last.session.window.banner.hide()
    last.pages.practising.offer_unfinished()
    settled(last)
    assert not last.session.window.banner.words, "what was let go is not offered again"
    last.end()
    again.end()


def test_words_of_an_account_that_is_open_are_stored_when_the_journal_locks(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    window.session.window.action("learning").trigger()
    settled(window)
    window.pages.practising.learning._new_account()
    dialog = opened(AccountDialog)
    dialog._title.setText("Written before the train")
    window.session.lock()
    window.locked()
    again = Window(qtbot, qapp, window.folder.parent)
    again.unlock()
    settled(again)
    kept = again.pages.practising.learning.facts.accounts
    assert [one.title for one in kept] == ["Written before the train"]
    again.end()


def type_into(dialog: QDialog) -> None:
    """Half a thought, in a form of any kind."""
    match dialog:
        case ArrangementDialog():
            dialog._gap.setValue(5)
        case ExpectationDialog():
            dialog._text.setPlainText("Half a thought")
        case ClientHoursDialog():
            dialog._fields[0][2].setValue(12.5)
        case SignpostDialog():
            dialog._edits["name"].setText("Half a thought")
        case EventsDialog():
            dialog._words.setText("Half a thought")
        case ClosingDialog():
            dialog._put_down.setPlainText("Half a thought")
        case ThreadDialog() | TemplateDialog():
            dialog._name.setText("Half a thought")


FORMS: dict[type[QDialog], Callable[[Pages], object]] = {
    ArrangementDialog: lambda pages: pages.practising.supervision._ask_arrangement(),
    ExpectationDialog: lambda pages: pages.practising.supervision._arranging.ask_expectation(
        Expectation("", "", "", "", own=True)
    ),
    ClientHoursDialog: lambda pages: pages.practising.supervision._ask_client_hours(),
    SignpostDialog: lambda pages: pages.practising.wellbeing._ask_signpost(Signpost("", "", "", "", own=True)),
    EventsDialog: lambda pages: pages.practising.wellbeing._ask_events(),
    ClosingDialog: lambda pages: pages.practising.today.end_day(),
    ThreadDialog: lambda pages: pages.practising.looking_back._new_thread(),
}


@pytest.mark.parametrize("kind", list(FORMS), ids=lambda kind: kind.__name__)
def test_each_form_comes_back_after_the_lock_with_what_stood_in_it(
    window: Window, qtbot: QtBot, qapp: QApplication, kind: type[QDialog]
) -> None:
    settled(window)
    FORMS[kind](window.pages)
    settled(window)
    first = opened(kind)
    type_into(first)
    was = first.unfinished()  # type: ignore[attr-defined]
    assert was is not None
    again = unlocked_again(window, qtbot, qapp)
    press(again.session.window.banner, "Take it up again")
    settled(again)
    assert opened(kind).unfinished() == was  # type: ignore[attr-defined]
    again.end()


def test_a_figure_that_is_no_number_yet_comes_back_as_it_was_typed(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    window.pages.show("supervision")
    settled(window)
    page = window.pages.practising.supervision
    page._arranging.ask_expectation(page._data.expectations[0])
    first = opened(ExpectationDialog)
    first._figures[0][1].setText("1.")
    first._figures[1][1].setText("one and")
    again = unlocked_again(window, qtbot, qapp)
    press(again.session.window.banner, "Take it up again")
    settled(again)
    assert [field.text() for _, field in opened(ExpectationDialog)._figures[:2]] == ["1.", "one and"]
    again.end()


def test_a_template_comes_back_over_the_models(window: Window, qtbot: QtBot, qapp: QApplication) -> None:
    window.session.window.action("new_model").trigger()
    settled(window)
    opened(ModelPicker)._make()
    type_into(opened(TemplateDialog))
    again = unlocked_again(window, qtbot, qapp)
    press(again.session.window.banner, "Take it up again")
    settled(again)
    assert opened(TemplateDialog).template().name == "Half a thought"
    again.end()


def test_an_expectation_and_the_arrangement_below_it_both_come_back(
    window: Window, qtbot: QtBot, qapp: QApplication
) -> None:
    window.pages.show("supervision")
    settled(window)
    window.pages.practising.supervision._ask_arrangement()
    under = opened(ArrangementDialog)
    type_into(under)
    under.edit_asked.emit(Expectation("", "", "", "", own=True))
    type_into(opened(ExpectationDialog))
    again = unlocked_again(window, qtbot, qapp)
    for _ in range(2):
        press(again.session.window.banner, "Take it up again")
        settled(again)
    assert opened(ExpectationDialog).form().value.expectation.text == "Half a thought"
    assert opened(ArrangementDialog).arrangement().gap_days == 5
    assert not again.session.window.banner.isVisible()
    again.end()
