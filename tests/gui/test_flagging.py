"""Bringing a sentence to supervision while writing; hints of models that vanish; notes and threads beside an entry."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from journal.model import AgendaFlag
from journal.practice.models import load_models
from journal.practice_model import AgendaItem, LaterNote, Template, Thread
from tests.gui.fakes import DAY, FakeJournal
from tests.gui.sessions import press
from ui.editor.editor_page import EditorPage
from ui.editor.flags import flag_of, followed
from ui.editor.notes_card import NotesCard
from ui.jobs import Lane
from ui.looking_back.note_dialogs import NoteDialog, ThreadsDialog
from ui.theme import Look

ID = UUID(int=7)
Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, look: Look, lane: Lane, journal: FakeJournal) -> EditorPage:
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY, new_id=lambda: ID)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.new_entry("relationship")
    return made


@pytest.mark.parametrize(
    ("body", "start", "end", "expected"),
    [
        ("I hid. She saw it.", 7, 18, (7, 18, "She saw it.")),
        ("I hid. She saw it.", 6, 18, (7, 18, "She saw it.")),
        ("I hid.", 3, 3, (0, 0, "")),
        ("😀 I hid. ", 2, 9, (2, 8, "I hid.")),
        ("   ", 0, 3, (0, 0, "")),
    ],
)
def test_a_flag_holds_the_words_without_the_space_around_them(
    body: str, start: int, end: int, expected: tuple[int, int, str]
) -> None:
    made = flag_of(ID, body, start, end)
    assert (made.start, made.end, made.anchor) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("I hid.", (0, 6)),
        ("That day I hid.", (9, 15)),
        ("I hid. And later: I hid.", (0, 6)),
        ("Gone altogether", (0, 6)),
    ],
)
def test_a_flag_follows_its_words(body: str, expected: tuple[int, int]) -> None:
    found = followed([AgendaFlag(ID, 0, 6, "I hid.")], body)[0]
    assert (found.start, found.end) == expected


def test_the_nearest_of_two_places_is_taken() -> None:
    found = followed([AgendaFlag(ID, 12, 18, "I hid.")], "I hid. Well, I hid.")[0]
    assert (found.start, found.end) == (13, 19)


def test_a_selected_sentence_is_stored_with_the_entry_before_anybody_hears_of_it(
    page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    heard: list[tuple[object, bool, int]] = []
    page.flagging.flagged.connect(lambda id, new: heard.append((id, new, len(journal.saved))))
    page.body.insertPlainText("I hid at minute four. She heard it.")
    page.body.select(0, 21)
    press(page, "+ Add from this entry")
    settle()
    assert heard == [(ID, True, 1)]
    assert journal.saved[-1].agenda == (AgendaFlag(ID, 0, 21, "I hid at minute four."),)


def test_a_flag_is_kept_by_every_later_save(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    page.body.insertPlainText("I hid at minute four.")
    page.body.select(0, 21)
    page.flagging.flag()
    settle()
    page.body.set_caret(0)
    page.body.insertPlainText("That day: ")
    page.autosave.flush()
    settle()
    assert journal.saved[-1].agenda == (AgendaFlag(ID, 10, 31, "I hid at minute four."),)


def test_what_is_flagged_already_is_not_flagged_twice(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    heard: list[tuple[object, bool]] = []
    page.body.insertPlainText("I hid at minute four. She heard it.")
    page.body.select(0, 21)
    page.flagging.flag()
    settle()
    page.flagging.flagged.connect(lambda id, new: heard.append((id, new)))
    page.flagging.flag()
    settle()
    assert heard == [(ID, False)]
    assert len(page.flagging.flags(page.body.text())) == 1
    page.body.select(22, 35)
    page.flagging.flag_anew(ID)
    settle()
    assert heard[-1] == (ID, True)
    again = page.flagging.flags(page.body.text())
    assert [flag.anchor for flag in again] == ["I hid at minute four."] * 2, (
        "the same words, whatever is selected since"
    )


def test_ctrl_return_saves_a_form_from_a_field_of_several_lines(qtbot: QtBot, look: Look) -> None:
    dialog = NoteDialog(look, LaterNote(None, ID, DAY, ""))
    asked: list[str] = []
    dialog.asked.connect(lambda: asked.append(dialog.note().text))
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "It was rain")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == []
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [text.strip() for text in asked] == ["It was rain"]
    dialog.reject()


def test_in_an_empty_entry_there_is_nothing_to_flag(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    heard: list[str] = []
    said: list[str] = []
    page.flagging.flagged.connect(lambda *_: heard.append("flagged"))
    page.flagging.unwritten.connect(lambda: heard.append("unwritten"))
    page.save_said.connect(said.append)
    page.flagging.flag()
    settle()
    assert heard == ["unwritten"]
    assert said == [""], "what is not stored is not waiting to be, either"
    page.body.insertPlainText("Now there is something.")
    page.autosave.flush()
    settle()
    assert journal.saved[-1].agenda == ()


def test_a_flag_taken_back_leaves_the_entry(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    page.body.insertPlainText("I hid at minute four.")
    page.flagging.flag()
    settle()
    page.flagging.take_back(ID)
    settle()
    assert journal.saved[-1].agenda == ()


def test_an_answer_about_a_flag_is_not_for_the_entry_that_was_opened_since(
    page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.body.insertPlainText("I hid at minute four.")
    page.flagging.flag()
    settle()
    page.new_entry("free")
    settle()
    page.body.insertPlainText("Another day.")
    page.autosave.flush()
    settle()
    saved = len(journal.saved)
    page.flagging.flag_anew(ID)
    page.flagging.take_back(ID)
    page.flagging.hold(UUID(int=99), AgendaFlag(ID, 0, 21, "I hid at minute four."))
    settle()
    assert page.flagging.flags(page.body.text()) == ()
    assert len(journal.saved) == saved


def test_another_entry_has_flags_of_its_own(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    page.body.insertPlainText("I hid.")
    page.flagging.flag()
    settle()
    page.new_entry("free")
    settle()
    page.body.insertPlainText("Another day.")
    page.autosave.flush()
    settle()
    assert journal.saved[-1].agenda == ()


def test_the_panel_shows_what_waits(page: EditorPage) -> None:
    page.agenda.show_items([AgendaItem(title=f"Matter {n}") for n in range(6)])
    page.agenda.empty()
    assert not any("Matter" in b.text() for b in page.agenda.findChildren(QPushButton))


@pytest.fixture
def model() -> Template:
    return next(one for one in load_models() if one.id == "what-so-what-now-what")


def test_a_model_fills_the_editor_with_headings(
    page: EditorPage, journal: FakeJournal, model: Template, settle: Settle
) -> None:
    page.leave(lambda: page.begin_under("wellbeing", model))
    settle()
    assert page.meta.kind == "wellbeing"
    lines = page.body.text().splitlines()
    assert [line for line in lines if line] == ["## What?", "## So what?", "## Now what?"]
    assert page.body.caret() == lines[0].__len__() + 2


def test_hints_stand_where_nothing_is_written_and_never_in_the_text(
    page: EditorPage, journal: FakeJournal, model: Template, settle: Settle
) -> None:
    page.hints.set_hints({section.heading: section.hint for section in model.sections})
    page.leave(lambda: page.begin_under("wellbeing", model))
    settle()
    assert [hint for _, hint in page.hints.shown()] == [section.hint for section in model.sections]
    page.body.insertPlainText("She looked at me.")
    assert [hint for _, hint in page.hints.shown()] == [section.hint for section in model.sections[1:]]
    page.autosave.flush()
    settle()
    assert model.sections[1].hint not in journal.saved[-1].body
    page.grab()


def test_an_older_entry_can_be_answered(qtbot: QtBot, look: Look) -> None:
    card = NotesCard()
    qtbot.addWidget(card)
    asked: list[object] = []
    card.edit_asked.connect(asked.append)
    note = LaterNote(ID, ID, DAY, "It was fear.")
    card.show_notes([note])
    next(b for b in card.findChildren(QPushButton) if b.text() == "Change…").click()
    assert asked == [note]
    dialog = NoteDialog(look, note)
    qtbot.addWidget(dialog)
    assert dialog.note() == note


def test_threads_are_joined_left_and_begun(qtbot: QtBot, look: Look) -> None:
    one, two = Thread(UUID(int=1), "Endings", "", (ID,)), Thread(UUID(int=2), "Rescuing")
    dialog = ThreadsDialog(look, ID, [one, two])
    qtbot.addWidget(dialog)
    assert dialog.changed_threads() == []
    for _, tick in dialog._ticks:
        tick.click()
    dialog._new.setText("Silence")
    changed = dialog.changed_threads()
    assert [(thread.name, thread.entry_ids) for thread in changed] == [
        ("Endings", ()), ("Rescuing", (ID,)), ("Silence", (ID,)),
    ]  # fmt: skip
