"""The editor: nothing that was typed is lost, undo survives autosave, questions are answered below a quotation."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from journal.errors import DiskFull
from journal.model import Ratings
from tests.gui.fakes import DAY, FakeJournal
from tests.gui.test_text import TEXTS
from ui.editor.editor_page import EditorPage
from ui.editor.saving import Pauses
from ui.editor.writing_edit import MEASURE, WritingEdit
from ui.jobs import Lane
from ui.theme import Look

Settle = Callable[[], None]
QUICK = Pauses(typing=20, longest=200, retry=30, finish=60)


@pytest.fixture
def page(qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane) -> EditorPage:
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY, pauses=QUICK)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_a_pause_in_typing_saves_once_under_one_id(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    said: list[str] = []
    page.save_said.connect(said.append)
    page.new_entry("relationship")
    settle()
    QTest.keyClicks(page.title, "Silence")
    QTest.keyClicks(page.body, "It went quiet")
    qtbot.waitUntil(lambda: len(journal.saved) >= 1 and page.autosave.clean)
    QTest.keyClicks(page.body, ", and I let it.")
    qtbot.waitUntil(lambda: page.autosave.clean)
    assert len(journal.entries) == 1
    (entry,) = journal.entries.values()
    assert (entry.title, entry.body, entry.kind) == ("Silence", "It went quiet, and I let it.", "relationship")
    assert said[-1].startswith("Saved")


def test_nothing_is_saved_of_an_empty_page(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry()
    settle()
    page.meta.toggle_star()
    qtbot.wait(60)
    settle()
    assert journal.saved == []


def test_typing_on_and_on_is_saved_all_the_same(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry()
    settle()
    for _ in range(60):
        QTest.keyClicks(page.body, "x")
        qtbot.wait(6)
        if journal.saved:
            break
    assert journal.saved


def test_leaving_saves_at_once_and_closes_the_revision(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    other = journal.add("Other", "Other body.")
    page.new_entry()
    settle()
    QTest.keyClicks(page.body, "words")
    page.open_entry(other)
    qtbot.waitUntil(lambda: page.entry_id == other)
    assert journal.saved[-1].body == "words"
    assert page.body.text() == "Other body."
    settle()
    assert journal.finished == [next(id for id in journal.entries if id != other)]


def test_another_theme_leaves_a_saved_text_saved(
    qtbot: QtBot, look: Look, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry()
    settle()
    QTest.keyClicks(page.body, "# Two *words*")
    page.flush(lambda _: None)
    settle()
    said: list[str] = []
    page.save_said.connect(said.append)
    saves = len(journal.saved)
    other = "dark" if look.settings.theme == "light" else "light"
    look.apply(look.settings._replace(theme=other))
    settle()
    page.flush(lambda _: None)
    settle()
    assert said == []
    assert len(journal.saved) == saves
    QTest.keyClicks(page.body, "s")
    page.flush(lambda _: None)
    settle()
    assert len(journal.saved) == saves + 1


def test_undo_survives_autosave(qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    entry = journal.add("Title", "Before. ")
    page.open_entry(entry, 8)
    qtbot.waitUntil(lambda: page.entry_id == entry)
    QTest.keyClicks(page.body, "after")
    qtbot.waitUntil(lambda: page.autosave.clean)
    page.body.undo()
    assert page.body.text() == "Before. "
    page.body.undo()
    assert page.body.text() == "Before. ", "opening an entry is nothing to undo"
    page.body.redo()
    assert page.body.text() == "Before. after"


def test_a_full_disk_keeps_the_text_and_tries_again(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry()
    settle()
    journal.fault = DiskFull()
    QTest.keyClicks(page.body, "kept")
    qtbot.waitUntil(lambda: "disk is full" in page.banner.words)
    QTest.keyClicks(page.body, " and added to")
    journal.fault = None
    qtbot.waitUntil(lambda: bool(journal.saved))
    qtbot.waitUntil(lambda: page.autosave.clean)
    assert journal.saved[-1].body == "kept and added to"
    assert page.banner.words == ""


def test_an_entry_that_cannot_be_saved_is_not_left(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    other = journal.add("Other", "Other body.")
    page.new_entry()
    settle()
    QTest.keyClicks(page.body, "kept")
    journal.fault = DiskFull()
    page.open_entry(other)
    settle()
    assert page.body.text() == "kept"
    journal.fault = None


def test_a_flush_in_the_middle_of_a_save_sends_the_newest_text(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, lane: Lane, settle: Settle
) -> None:
    page.new_entry()
    settle()
    gate = threading.Event()
    lane.run(gate.wait, owner=page)
    QTest.keyClicks(page.body, "first")
    page.autosave.flush()
    QTest.keyClicks(page.body, " second")
    answers: list[Exception | None] = []
    page.flush(answers.append)
    gate.set()
    qtbot.waitUntil(lambda: answers == [None])
    assert [draft.body for draft in journal.saved] == ["first", "first second"]
    assert len(journal.entries) == 1


def test_nothing_is_written_while_the_file_is_not_ours(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry()
    settle()
    page.autosave.hold(DiskFull())
    QTest.keyClicks(page.body, "kept")
    qtbot.wait(80)
    assert journal.saved == []
    page.autosave.hold(None)
    qtbot.waitUntil(lambda: bool(journal.saved))
    assert journal.saved[-1].body == "kept"


def test_locking_empties_text_and_undo(qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    page.new_entry()
    settle()
    QTest.keyClicks(page.body, "secret words")
    page.flush(lambda _: None)
    settle()
    count = len(journal.saved)
    page.empty()
    assert page.body.text() == page.title.text() == ""
    page.body.undo()
    assert page.body.text() == ""
    qtbot.wait(60)
    assert len(journal.saved) == count, "an emptied page is not saved over the entry"


def test_an_answer_is_written_below_its_question(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    entry = journal.add("Title", "One.\n\nTwo.", kind="relationship")
    page.open_entry(entry, 2)
    qtbot.waitUntil(lambda: page.entry_id == entry)
    page.prompts.ask()
    settle()
    press(page, "Answer")
    QTest.keyClicks(page.body, "Mine.")
    question = journal.library.prompt(journal.asked[-1]).text
    assert page.body.text() == f"One.\n\n> {question}\n\nMine.\n\nTwo."
    assert page.draft().prompts == (journal.asked[-1],)
    page.body.undo()
    page.body.undo()
    assert page.body.text() == "One.\n\nTwo."


def press(page: EditorPage, words: str) -> None:
    next(b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible()).click()


def test_another_question_is_another_and_deeper_goes_through_the_probes(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry("relationship")
    settle()
    first = journal.library.prompt(journal.asked[-1])
    press(page, "Deeper")
    assert shown(page, first.probes[0])
    press(page, "Another")
    settle()
    assert journal.asked[-1] != first.id
    assert shown(page, journal.library.prompt(journal.asked[-1]).text)


def shown(page: EditorPage, words: str) -> bool:
    return any(label.text() == words and label.isVisible() for label in page.findChildren(QLabel))


def test_a_question_that_may_concern_a_risk_says_what_to_do_first(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry("supervisee")
    settle()
    risky = next(p for p in journal.library.prompts if any(note.code == "act_first" for note in p.notes))
    page.prompts._kind = risky.kind
    page.prompts._got(risky)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(journal.library.safety["act_first"] in words for words in said)


def test_core_conditions_are_off_until_chosen_and_can_be_cleared(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    page.new_entry("relationship")
    settle()
    assert page.draft().ratings == Ratings()
    name = "Empathic understanding, not chosen"
    unset = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)
    QTest.keyClick(unset, Qt.Key.Key_Right)
    assert page.draft().ratings == Ratings(empathy=6)
    next(b for b in page.findChildren(QToolButton) if b.accessibleName() == "Clear: Empathic understanding").click()
    assert page.draft().ratings == Ratings()


def test_meta_is_shown_and_stored(qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    entry = journal.add("Title", "Body.", kind="dilemma", tags=("goals", "endings"), star=True)
    page.open_entry(entry)
    qtbot.waitUntil(lambda: page.entry_id == entry)
    assert (page.meta.kind, page.meta.tags, page.meta.star, page.meta.day) == (
        "dilemma",
        ("goals", "endings"),
        True,
        DAY,
    )
    assert page.autosave.clean, "showing an entry changes nothing"
    page.meta._tags.setText("#one, two,  , one")
    page.meta._tags.textEdited.emit("")
    qtbot.waitUntil(lambda: bool(journal.saved))
    assert journal.saved[-1].tags == ("one", "two")


def test_the_trash_is_asked_after_saving(qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    entry = journal.add("Title", "Body.")
    page.open_entry(entry)
    qtbot.waitUntil(lambda: page.entry_id == entry)
    gone: list[object] = []
    page.entry_trashed.connect(gone.append)
    page.trash()
    qtbot.waitUntil(lambda: gone == [entry])
    assert page.body.text() == ""
    assert entry not in journal.entries


def test_the_column_is_about_68_characters_and_in_the_middle(qtbot: QtBot, look: Look) -> None:
    edit = WritingEdit(look)
    qtbot.addWidget(edit)
    edit.resize(1400, 500)
    edit.show()
    line = "the quick brown fox jumps over the lazy dog and "[:MEASURE]
    wide = edit.fontMetrics().horizontalAdvance(line * 2) / len(line * 2) * MEASURE
    assert edit.measure_px() == pytest.approx(wide, rel=0.15)
    assert abs(edit.viewport().geometry().center().x() - 700) < 12
    edit.resize(400, 500)
    assert edit.viewport().width() > 330


def test_what_is_pasted_becomes_plain_text(qtbot: QtBot, look: Look) -> None:
    edit = WritingEdit(look)
    qtbot.addWidget(edit)
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("one\r\ntwo\u00a0three")
    edit.insertFromMimeData(mime)
    assert edit.text() == "one\ntwo\u00a0three"


def test_what_is_copied_is_plain_and_marked(qtbot: QtBot, look: Look) -> None:
    edit = WritingEdit(look)
    qtbot.addWidget(edit)
    edit.set_text("one\ntwo\u00a0😀")
    edit.selectAll()
    mime = edit.createMimeDataFromSelection()
    assert mime.text() == "one\ntwo\u00a0😀"
    assert mime.hasFormat("x-kde-passwordManagerHint")
    assert not mime.hasHtml()


def test_selected_text_cannot_be_dragged_out(qtbot: QtBot, look: Look) -> None:
    edit = WritingEdit(look)
    qtbot.addWidget(edit)
    edit.resize(900, 300)
    edit.show()
    edit.set_text("some words to be selected")
    edit.selectAll()
    QTest.mousePress(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    assert not edit.textCursor().hasSelection()
    QTest.mouseRelease(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))


def test_tab_leaves_the_text(qtbot: QtBot, page: EditorPage, settle: Settle) -> None:
    page.new_entry()
    settle()
    page.body.setFocus()
    QTest.keyClick(page.body, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not page.body
    assert "\t" not in page.body.text()


def test_the_caret_is_counted_in_code_points(qtbot: QtBot, look: Look) -> None:
    edit = WritingEdit(look)
    qtbot.addWidget(edit)
    edit.set_text("😀😀 words שלום e\u0301")
    for at in range(len(edit.text()) + 1):
        edit.set_caret(at)
        assert edit.caret() == at


@pytest.fixture(scope="module")
def one_edit(shared_look: Look) -> WritingEdit:
    return WritingEdit(shared_look)


@given(TEXTS)
def test_any_text_comes_out_as_it_went_in(one_edit: WritingEdit, text: str) -> None:
    one_edit.set_text(text)
    assert one_edit.text() == text
