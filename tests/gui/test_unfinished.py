"""Forms that keep what is typed in them: what they hand on, and how they show it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from journal.practice.measures import load_measures
from journal.practice.models import load_models
from journal.practice.supervision import load_supervision
from journal.practice.unfinished import Unfinished, packed, unpacked
from journal.practice_model import AgendaItem, Arrangement, ClientHours, CpdActivity, Session, Thread
from tests.gui.fakes import DAY
from ui.learning.activity_dialog import ActivityDialog
from ui.looking_back.thread_dialog import ThreadDialog
from ui.models.template_dialog import TemplateDialog
from ui.supervision.arrangement_dialog import ArrangementDialog, ExpectationDialog
from ui.supervision.client_hours_dialog import ClientHoursDialog
from ui.supervision.matter_dialog import HeardDialog, MatterDialog
from ui.supervision.session_dialog import SessionDialog
from ui.theme import Look
from ui.today.closing import ClosingDialog
from ui.wellbeing.check_in_dialog import CheckInDialog
from ui.wellbeing.events_dialog import EventsDialog
from ui.wellbeing.help_card import SignpostDialog

WEEKLY, CBI = (load_measures().measure(id) for id in ("weekly-check-in", "cbi"))


def _type(dialog: object, name: str) -> None:
    field = getattr(dialog, name)
    (field.setPlainText if hasattr(field, "setPlainText") else field.setText)("Half a thought")


@pytest.mark.parametrize(
    ("make", "name", "kind"),
    [
        (lambda look: MatterDialog(look, AgendaItem(), (), "", DAY), "_why", "matter"),
        (lambda look: HeardDialog(look, AgendaItem(title="x"), DAY), "_said", "heard"),
        (lambda look: ActivityDialog(look, CpdActivity(None, DAY, "", 60)), "_learned", "activity"),
        (lambda look: CheckInDialog(look, WEEKLY, DAY, "client"), "_note", "check_in"),
        (lambda look: ExpectationDialog(look, load_supervision().expectations[0]), "_source", "expectation"),
        (lambda look: EventsDialog(look, (), DAY), "_words", "event"),
        (lambda look: ClosingDialog(look, DAY), "_put_down", "closing"),
        (lambda look: ThreadDialog(look, Thread(None, ""), ()), "_about", "thread"),
        (lambda look: TemplateDialog(look, load_models()[0], ()), "_about", "template"),
    ],
)
def test_a_form_keeps_what_is_more_than_it_began_with(
    qtbot: QtBot, look: Look, make: Callable[[Look], MatterDialog], name: str, kind: str
) -> None:
    dialog = make(look)
    qtbot.addWidget(dialog)
    assert dialog.unfinished() is None, "nothing was typed"
    _type(dialog, name)
    kept = dialog.unfinished()
    assert kept is not None
    assert kept.kind == kind
    assert unpacked(packed([kept])) == (kept,)
    dialog.reject()
    assert dialog.unfinished() is None, "it was answered"


def test_choices_and_figures_are_kept_as_words_are(qtbot: QtBot, look: Look) -> None:
    data = load_supervision()
    arranged = ArrangementDialog(look, data, Arrangement(), data.expectations, ())
    hours = ClientHoursDialog(look, (), DAY)
    signpost = SignpostDialog(look, load_measures().signposts[0])
    expected = ExpectationDialog(look, data.expectations[0])
    for dialog in (arranged, hours, signpost, expected):
        qtbot.addWidget(dialog)
        assert dialog.unfinished() is None
    arranged._ticks[0][1].setChecked(True)
    hours._fields[1][2].setValue(12.5)
    signpost._edits["how"].setText("0161 496 0000")
    expected._figures[0][1].setText("1,5 or so")
    expected._text.setPlainText("Two hours.")
    kept = [form.value for dialog in (arranged, hours, signpost) if (form := dialog.unfinished())]
    assert kept[0].expectations == (data.expectations[0].id,)
    assert kept[1] == ((dt.date(2026, 10, 1), 750),)
    assert kept[2].how == "0161 496 0000"
    half = expected.unfinished()
    assert half is not None
    assert unpacked(packed([half])) == (half,)
    assert half.value.expectation.text == "Two hours."
    assert half.value.expectation.figures == data.expectations[0].figures, "what is no number yet is no figure"
    there = ExpectationDialog(look, half.value.expectation)
    qtbot.addWidget(there)
    there.fill(half.value.typed)
    assert there._figures[0][1].text() == "1,5 or so"
    assert there.expectation() is None
    again = ClientHoursDialog(look, (ClientHours(DAY.replace(day=1), 60),), DAY)
    qtbot.addWidget(again)
    again.fill((*kept[1], (DAY.replace(day=1), None)))
    assert again.changed() == ((DAY.replace(day=1), None), (dt.date(2026, 10, 1), 750))


def test_a_form_that_was_taken_up_again_is_kept_without_a_key_pressed(qtbot: QtBot, look: Look) -> None:
    for dialog in (
        MatterDialog(look, AgendaItem(title="Silence"), (), "", DAY),
        SessionDialog(look, load_supervision(), Session(impact="slower"), DAY),
    ):
        qtbot.addWidget(dialog)
        assert dialog.unfinished() is None
        dialog.take_up()
        assert dialog.unfinished() is not None


@pytest.mark.parametrize("measure", [WEEKLY, CBI], ids=["sliders", "answers"])
def test_a_check_in_shows_again_what_was_answered(qtbot: QtBot, look: Look, measure: object) -> None:
    dialog, again = (CheckInDialog(look, measure, DAY, "client") for _ in range(2))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    qtbot.addWidget(again)
    first = next(iter(dialog._fields))
    item = next(one for one in measure.questions if one.id == first)  # type: ignore[attr-defined]
    dialog._fields[first].set_value(item.answers[0].value)
    dialog._note.setText("a heavy week")
    kept = dialog.unfinished()
    assert isinstance(kept, Unfinished)
    again.fill(kept.value)
    assert again.check_in() == dialog.check_in()
    assert len(again.check_in().answers) == 1
