"""From an entry to a file: every finding decided by a person, questions answered, then the export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from journal import name_model
from journal.anonymise.name_model import NameModel, NameModelFailed
from journal.anonymise.review import Review
from journal.ids import new_id
from journal.model import KnownName
from tests.gui.sessions import Window, field, made_journal, press
from ui.editor.extent_menu import extent_menu
from ui.export.export_dialog import ExportDialog
from ui.review.draft_pane import DraftPane
from ui.review.findings_panel import FindingsPanel
from ui.review.pane import ReviewPane
from ui.review.rows import Row
from ui.review.weave_dialog import WeaveDialog
from ui.widgets.register_dialog import RegisterDialog

BODY = "😀 Write to anna@example.org or ring 07700 900123. It went quiet, and I let it."


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    begin(made, "Silence", BODY)
    yield made
    made.end()


def begin(window: Window, title: str, body: str) -> Review:
    """A new entry, its post begun and scanned."""
    window.write(title, body)
    window.pages.editor.ask_post()
    # the page may still show the post before
    window.qtbot.waitUntil(lambda: body in window.pages.review._entry_pane.text, timeout=30_000)
    window.settle()
    return review(window)


def review(window: Window) -> Review:
    found = window.pages.review._review
    assert found is not None
    return found


def panel(window: Window) -> FindingsPanel:
    return window.pages.review._panel


def draft(window: Window) -> DraftPane:
    return window.pages.review._draft_pane


def export_button(window: Window) -> QPushButton:
    return next(b for b in panel(window).findChildren(QPushButton) if b.text() == "Export draft…")


def export_dialog(window: Window) -> ExportDialog:
    """Ask for the export, and wait: the last look and the last folder are asked of one lane after the other."""
    export_button(window).click()
    window.qtbot.waitUntil(lambda: window.session.window.findChild(ExportDialog) is not None, timeout=20_000)
    dialog = window.session.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def go_to(window: Window, words: str) -> Row:
    """Look at the row of these words."""
    rows = panel(window).list.rows
    for number in range(rows.rowCount()):
        row = rows.row(number)
        if row is not None and rows.words(row) == words:
            panel(window).list.go_to(number)
            return row
    raise AssertionError("no such row")


def state(window: Window, words: str) -> str:
    return panel(window).list.rows.standing(go_to(window, words)).state


def key(window: Window, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel(window).list, pressed, held)


def tool(window: Window, name: str) -> QToolButton:
    return next(b for b in panel(window).findChildren(QToolButton) if b.accessibleName() == name)


def choose(window: Window, treatment: str) -> None:
    """Choose a treatment for the current row, and take it."""
    how = panel(window).card._how
    at = how.findData(treatment)
    assert at >= 0, [how.itemData(number) for number in range(how.count())]
    how.setCurrentIndex(at)
    panel(window).card.accept()


def pick(pane: ReviewPane, words: str) -> None:
    """Select words in a text."""
    start = pane.text.index(words)
    cursor = pane.textCursor()
    cursor.setPosition(pane._positions.to_qt(start))
    cursor.setPosition(pane._positions.to_qt(start + len(words)), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def weight_of(pane: ReviewPane, block: int) -> QFont.Weight:
    """The weight of the first character of a block."""
    cursor = QTextCursor(pane.document().findBlockByNumber(block))
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    return cursor.charFormat().font().weight()


def answer_all(window: Window) -> None:
    questions = panel(window).questions
    while questions.open(review(window).post.answers):
        panel(window).begin_questions()
        questions._choices.button(0).click()


def test_both_texts_stand_side_by_side_with_the_findings_marked(window: Window) -> None:
    page = window.pages.review
    assert page._entry_pane.toPlainText().startswith("Silence\n\n😀 Write to anna@example.org")
    assert page._entry_pane.marked() == ["anna@example.org", "07700 900123"]
    assert draft(window).marked(waiting=True) == ["anna@example.org", "07700 900123"]
    go_to(window, "anna@example.org")
    press(panel(window), "Accept")
    assert draft(window).marked(waiting=True) == ["07700 900123"], "what was decided waits no more"


def test_a_proposal_accepted_shows_in_the_draft_alone(window: Window) -> None:
    go_to(window, "anna@example.org")
    press(panel(window), "Accept")
    page = window.pages.review
    assert "anna@example.org" in page._entry_pane.toPlainText()
    assert "anna@example.org" not in draft(window).toPlainText()
    weights = [weight_of(draft(window), block) for block in (0, 2)]
    assert weights == [QFont.Weight.DemiBold, QFont.Weight.Normal], "the title's form stays with the title"
    go_to(window, "anna@example.org")
    press(panel(window), "Take back")
    assert "anna@example.org" in draft(window).toPlainText()


def test_own_words_and_keeping_are_decisions_too(window: Window) -> None:
    go_to(window, "anna@example.org")
    press(panel(window), "Change…")
    edit = panel(window).card._edit
    edit.setText("an address 😀")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    go_to(window, "07700 900123")
    panel(window).card.kept_menu().actions()[1].trigger()
    assert "Write to an address 😀 or ring 07700 900123." in draft(window).toPlainText()
    assert state(window, "07700 900123") == "kept"
    assert review(window).post.changes[1].treatment == "keep.public", "why it stays is kept with the decision"


def test_a_treatment_is_seen_in_its_sentence_before_it_is_taken(window: Window) -> None:
    go_to(window, "anna@example.org")
    card = panel(window).card
    card._how.setCurrentIndex(card._how.findData("drop"))
    assert "It would read: 😀 Write to  or ring 07700 900123." in card._sentence.accessibleName()
    assert "anna@example.org" in draft(window).toPlainText()
    QTest.keyClick(card._how, Qt.Key.Key_Return)
    assert "Write to or ring" in draft(window).toPlainText()


def test_words_of_an_entry_are_never_read_as_markup(window: Window) -> None:
    begin(window, "Again", "I wrote <b>to</b> anna@example.org <img src=x>.")
    go_to(window, "anna@example.org")
    shown = panel(window).card._sentence.text()
    assert "&lt;b&gt;to&lt;/b&gt;" in shown
    assert "<img" not in shown


def test_a_request_to_paraphrase_blocks_until_it_is_written_over(window: Window) -> None:
    go_to(window, "anna@example.org")
    choose(window, "paraphrase")
    press(panel(window), "Accept all")
    answer_all(window)
    assert state(window, "anna@example.org") == "asked"
    assert not export_button(window).isEnabled()
    assert "[put this into your own words" in draft(window).text
    draft(window).put_caret(draft(window).text.index("your own"))
    QTest.keyClicks(draft(window), "her")
    assert draft(window).text.startswith("Silence\n\n😀 Write to her or ring"), draft(window).text
    assert export_button(window).isEnabled()


def test_export_is_possible_only_when_nothing_is_left(window: Window) -> None:
    assert not export_button(window).isEnabled()
    press(panel(window), "Accept all")
    assert not export_button(window).isEnabled(), "the questions are still to be answered"
    answer_all(window)
    assert export_button(window).isEnabled()
    tool(window, "Undo the last step").click()
    assert not export_button(window).isEnabled()


def test_a_decided_post_becomes_a_file_and_a_row_in_the_log(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    press(panel(window), "Accept all")
    answer_all(window)
    dialog = export_dialog(window)
    out = tmp_path / "out"
    out.mkdir()
    field(dialog, "Folder").setText(str(out))
    press(dialog, "Export")
    qtbot.waitUntil(lambda: window.session.window.findChild(ExportDialog) is None, timeout=20_000)
    (file,) = out.iterdir()
    assert file.name == "blog-draft.md"
    text = file.read_text(encoding="utf-8")
    assert "It went quiet" in text
    assert "anna@example.org" not in text
    assert file.stat().st_mode & 0o777 == 0o600
    window.pages.show("drafts")
    window.settle()
    assert "exported once" in window.pages.posts._list.item(0).text()


def test_the_keyboard_is_at_the_way_out_after_the_last_page(window: Window) -> None:
    press(panel(window), "Accept all")
    answer_all(window)
    export_button(window).setFocus()
    export_dialog(window).reject()
    # where the system gives the keyboard back to, once the dialog is gone
    assert window.session.window.focusWidget() is export_button(window)


def test_a_file_that_is_there_is_replaced_only_on_the_persons_word(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    press(panel(window), "Accept all")
    answer_all(window)
    dialog = export_dialog(window)
    there = tmp_path / "blog-draft.md"
    there.write_text("mine", encoding="utf-8")
    field(dialog, "Folder").setText(str(tmp_path))
    press(dialog, "Export")
    qtbot.waitUntil(lambda: any(b.text() == "Replace it" for b in dialog.findChildren(QPushButton)), timeout=20_000)
    assert there.read_text(encoding="utf-8") == "mine"
    press(dialog, "Replace it")
    qtbot.waitUntil(lambda: there.read_text(encoding="utf-8") != "mine")
    window.settle()


def test_words_are_flagged_in_either_text(window: Window) -> None:
    page = window.pages.review
    pick(page._entry_pane, "quiet")
    page._flagging.flag(page._entry_pane, "name.person", everywhere=False)
    assert state(window, "quiet") == "open"
    pick(draft(window), "let")
    menu = page._flagging.menu(draft(window))
    menu.actions()[1].menu().actions()[-1].trigger()  # type: ignore[attr-defined]
    shown = panel(window).list.row
    assert shown is not None
    assert shown.group.risk == "author"
    pick(draft(window), "Silence\n\n😀")
    said: list[str] = []
    page.said.connect(said.append)
    page._flagging.flag(draft(window), "name.person", everywhere=True)
    assert said, "what crosses from the title into the text is refused in words"


def test_a_flagged_name_can_go_into_the_register(qtbot: QtBot, window: Window) -> None:
    begin(window, "Again", "Then Zebulon rang. Zebulon was late.")
    go_to(window, "Zebulon")
    offered = {action.text(): action for action in panel(window).card.menu().actions()}
    offered["Put it into the register…"].trigger()
    dialog = window.session.window.findChild(RegisterDialog)
    assert isinstance(dialog, RegisterDialog)
    field(dialog, "Your code for them").setText("Z")
    press(dialog, "Add")
    window.settle()
    journal = window.session.journal
    assert journal is not None
    found: list[tuple[KnownName, ...]] = []
    window.session.vault.run(journal.names, owner=window.session, done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert [(name.name, name.code, name.role) for name in found[0]] == [("Zebulon", "Z", "client")]


def test_the_list_is_worked_through_by_keys(window: Window) -> None:
    findings = panel(window).list
    findings.go_to(0)
    key(window, Qt.Key.Key_J)
    assert findings.currentIndex().row() == 1
    key(window, Qt.Key.Key_P)
    key(window, Qt.Key.Key_Return)
    assert state(window, "anna@example.org") == "changed"
    go_to(window, "07700 900123")
    key(window, Qt.Key.Key_T)
    key(window, Qt.Key.Key_C)
    assert panel(window).card._edit.isVisibleTo(panel(window))
    QTest.keyClick(panel(window).card._edit, Qt.Key.Key_Escape)
    assert not panel(window).card._edit.isVisibleTo(panel(window))
    key(window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert state(window, "07700 900123") == "changed"
    key(window, Qt.Key.Key_U)
    assert state(window, "07700 900123") == "open"
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_is_decided_stays_in_sight_where_the_card_takes_more_room(window: Window) -> None:
    window.session.window.resize(1024, 700)
    found = panel(window).list
    found.go_to(found.rows.rowCount() - 1)
    panel(window).do("change")
    window.settle()
    window.qtbot.wait(20)
    assert found.viewport().rect().intersects(found.visualRect(found.currentIndex()))
    assert found.visualRect(found.currentIndex()).top() >= 0


def test_a_decision_about_several_places_is_one_step_of_undo(window: Window) -> None:
    found = begin(window, "Again", "anna@example.org wrote. I answered anna@example.org at once.")
    go_to(window, "anna@example.org")
    press(panel(window), "Accept")
    assert not found.undecided
    tool(window, "Undo the last step").click()
    assert len(found.undecided) == 2
    tool(window, "Redo the step").click()
    assert not found.undecided


def test_one_mention_can_be_decided_by_itself(window: Window) -> None:
    begin(window, "Again", "anna@example.org wrote. I answered anna@example.org at once.")
    go_to(window, "anna@example.org")
    key(window, Qt.Key.Key_Right)
    rows = panel(window).list.rows
    assert rows.rowCount() == 3
    panel(window).list.go_to(2)
    key(window, Qt.Key.Key_C)
    panel(window).card._edit.setText("her")
    QTest.keyClick(panel(window).card._edit, Qt.Key.Key_Return)
    assert "anna@example.org wrote. I answered her at once." in draft(window).text
    assert state(window, "anna@example.org") == "open", "the other mention waits"
    key(window, Qt.Key.Key_Left)
    assert rows.rowCount() == 1


def test_the_questions_are_reached_one_after_the_other(window: Window) -> None:
    questions = panel(window).questions
    must = [question.id for question in questions._checklist.questions if question.must]
    press_tab(window, f"Questions · {len(must)}")
    press(questions, "Next")
    assert questions.question.id == must[1]
    panel(window).begin_questions()
    assert questions.question.id == must[0]
    questions._choices.button(0).click()
    panel(window).begin_questions()
    assert questions.question.id == must[1]


def press_tab(window: Window, words: str) -> None:
    next(tab for tab in panel(window)._tabs if tab.text() == words).click()


def test_not_sure_is_an_answer_and_shows_a_suggestion(window: Window) -> None:
    questions = panel(window).questions
    assert not questions._advice.isVisibleTo(questions)
    questions._choices.button(1).click()
    assert questions._advice.isVisibleTo(questions)
    assert questions._advice_words.text() == questions.question.not_sure
    assert dict(review(window).post.answers)[questions.question.id] == "not_sure"


def test_among_all_the_questions_those_that_the_export_waits_for_are_told(window: Window) -> None:
    questions = panel(window).questions
    panel(window).begin_questions()
    assert "needed before export" not in questions._where.text(), "all of the first ones are"
    press(questions, "All the questions")
    told = []
    while questions._next.isEnabled():
        told.append("needed before export" in questions._where.text() and questions.question.must)
        assert told[-1] == questions.question.must
        press(questions, "Next")
    assert any(told)
    assert not all(told)


def test_the_answers_of_one_draft_are_not_shown_for_another(window: Window) -> None:
    answer_all(window)
    begin(window, "Again", "Nothing to find here.")
    assert panel(window).questions._choices.checkedButton() is None
    assert len(review(window).undecided) == 0
    assert not export_button(window).isEnabled()


def test_a_word_can_be_cleared_for_good(qtbot: QtBot, window: Window) -> None:
    go_to(window, "07700 900123")
    offered = {action.text(): action for action in panel(window).card.menu().actions()}
    offered["Never flag this word"].trigger()
    window.settle()
    assert state(window, "07700 900123") == "kept"
    page = window.pages.review
    window.pages._open_post(page.post_id)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: page._review is not None, timeout=30_000)
    window.settle()
    assert page._entry_pane.marked() == ["anna@example.org"]


def test_a_name_of_the_register_cannot_be_cleared_from_a_review(window: Window) -> None:
    journal = window.session.journal
    assert journal is not None
    window.session.vault.run(
        lambda: journal.save_name(KnownName(new_id(), "Rebecca Marsh", ("Becky",), "client", "R")), owner=window.session
    )
    begin(window, "Again", "Becky wrote to anna@example.org.")
    go_to(window, "Becky")
    offered = [action.text() for action in panel(window).card.menu().actions()]
    assert not {"Never flag this word", "Put it into the register…"} & set(offered)
    go_to(window, "anna@example.org")
    assert "Never flag this word" in [action.text() for action in panel(window).card.menu().actions()]


def test_a_draft_is_removed_only_after_asking(window: Window) -> None:
    page = window.pages.posts
    window.pages.show("drafts")
    window.settle()
    press(page, "Remove")
    assert "Silence" in page._question.text()
    press(page, "Keep it")
    window.settle()
    assert page._list.count() == 1
    press(page, "Remove")
    press(page, "Remove it")
    window.qtbot.waitUntil(lambda: page._list.count() == 0, timeout=20_000)


# writing in the draft


def write_in(window: Window, before: str, words: str) -> None:
    draft(window).put_caret(draft(window).text.index(before))
    QTest.keyClicks(draft(window), words)


def test_what_is_typed_in_the_draft_is_an_edit_and_decisions_hold_on_to_their_places(window: Window) -> None:
    press(panel(window), "Accept all")
    decided = len(review(window).post.changes)
    write_in(window, "It went", "Still, it did. ")
    assert "Still, it did. It went quiet" in review(window).draft_text()
    assert draft(window).text == review(window).draft_text()
    assert len(review(window).post.changes) == decided + 1
    assert "anna@example.org" in window.pages.review._entry_pane.text, "the entry's text is as it was"
    # a word at a time, then the decisions
    for _ in range(4):
        draft(window).undo()
    assert "Still" not in draft(window).text
    tool(window, "Undo the last step").click()
    assert "anna@example.org" in draft(window).text


def test_what_was_typed_is_looked_through_and_new_findings_wait(qtbot: QtBot, window: Window) -> None:
    press(panel(window), "Accept all")
    answer_all(window)
    write_in(window, "It went", "Ring 01632 960123. ")
    window.pages.review._rescan.look()
    qtbot.waitUntil(lambda: bool(review(window).typed), timeout=20_000)
    assert not export_button(window).isEnabled()
    assert draft(window).marked(waiting=True) == ["01632 960123"]
    press_tab(window, "Details · 1")
    assert state(window, "01632 960123") == "open"
    press(panel(window), "Accept")
    assert "01632" not in draft(window).text
    assert export_button(window).isEnabled()


def test_the_line_between_title_and_text_cannot_be_written_in(window: Window) -> None:
    said: list[str] = []
    window.pages.review.said.connect(said.append)
    before = draft(window).text
    cursor = draft(window).textCursor()
    cursor.setPosition(len("Silence"))
    cursor.setPosition(len("Silence") + 4, QTextCursor.MoveMode.KeepAnchor)
    draft(window).setTextCursor(cursor)
    QTest.keyClicks(draft(window), "x")
    assert draft(window).text == before == review(window).draft_text()
    assert said


def test_the_two_texts_scroll_together(window: Window) -> None:
    lines = "\n\n".join(f"Paragraph {number}. anna@example.org said what the weather was like." for number in range(80))
    begin(window, "Long", lines)
    press(panel(window), "Accept all")
    page = window.pages.review
    bar = draft(window).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    def top(pane: ReviewPane) -> str:
        return pane.text[pane.place_at_top()[0] :].strip().partition(".")[0]

    assert top(draft(window)).startswith("Paragraph")
    assert top(page._entry_pane) == top(draft(window))
    page._entry_pane.verticalScrollBar().setValue(0)
    assert bar.value() == 0


# an entry that changed


def test_an_entry_changed_since_is_said_and_taken_over(qtbot: QtBot, window: Window) -> None:
    go_to(window, "anna@example.org")
    press(panel(window), "Accept")
    page, pages = window.pages.review, window.pages
    pages.show("journal")
    window.settle()
    pages.editor.body.moveCursor(QTextCursor.MoveOperation.End)
    pages.editor.body.insertPlainText(" Later I rang 01632 960123.")
    pages.editor.autosave.touched()
    pages.editor.autosave.flush()
    window.settle()
    pages._open_post(page.post_id)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: page._review is not None, timeout=30_000)
    window.settle()
    assert page.source_bar.isVisible()
    assert "one paragraph reads otherwise" in page.source_bar._said.text()
    assert "01632 960123" not in draft(window).text
    press(page.source_bar, "Take it over")
    qtbot.waitUntil(lambda: "01632 960123" in draft(window).text, timeout=30_000)
    window.settle()
    assert "anna@example.org" not in draft(window).text, "what was decided is decided still"
    assert not page.source_bar.isVisible()
    assert state(window, "01632 960123") == "open"


def test_an_entrys_change_can_be_left_and_is_not_asked_about_again(qtbot: QtBot, window: Window) -> None:
    page, pages = window.pages.review, window.pages
    pages.show("journal")
    window.settle()
    pages.editor.body.insertPlainText("Later. ")
    pages.editor.autosave.touched()
    pages.editor.autosave.flush()
    window.settle()
    pages._open_post(page.post_id)  # type: ignore[arg-type]
    qtbot.waitUntil(page.source_bar.isVisible, timeout=30_000)
    window.settle()
    press(page.source_bar, "Leave the draft as it is")
    qtbot.waitUntil(lambda: not page.source_bar.isVisible() and page._review is not None, timeout=30_000)
    window.settle()
    assert "Later" not in draft(window).text
    assert not page.source_bar.isVisible()


# beginning


def test_several_entries_are_woven_into_one_draft_in_the_order_chosen(qtbot: QtBot, window: Window) -> None:
    window.write("Later", "It came up again with anna@example.org.")
    window.pages.show("drafts")
    window.settle()
    press(window.pages.posts, "Begin a draft…")
    dialog = window.session.window.findChild(WeaveDialog)
    assert isinstance(dialog, WeaveDialog)
    window.settle()
    assert dialog._offered.count() == 2
    for row in range(2):
        dialog._offered.setCurrentRow(row)
        dialog._offered.itemActivated.emit(dialog._offered.item(row))
    before = [heading.title for heading in dialog.picked()]
    dialog._up.click()
    assert [heading.title for heading in dialog.picked()] == before[::-1]
    field(dialog, "Title of the draft").setText("Both")
    press(dialog, "Begin")
    qtbot.waitUntil(lambda: window.pages.review._entry_pane.text.startswith("Both"), timeout=30_000)
    window.settle()
    bodies = {"Later": "It came up again", "Silence": "😀 Write to"}
    text = window.pages.review._entry_pane.text
    assert text.index(bodies[before[1]]) < text.index(bodies[before[0]])
    assert len(review(window).post.sources) == 2
    assert window.pages.review._entry_name.text() == "Your entries"


def test_a_draft_can_begin_from_a_selection(qtbot: QtBot, window: Window) -> None:
    editor = window.pages.editor
    window.pages.show("journal")
    window.settle()
    editor.body.select(BODY.index("It went"), len(BODY))
    chosen: list[tuple[int, int] | None] = []
    menu = extent_menu(editor.body, chosen.append)
    for action in menu.actions():
        action.trigger()
    assert chosen == [(BODY.index("It went"), len(BODY)), None]
    assert editor.entry_id is not None
    editor.post_asked.emit(editor.entry_id, chosen[0])
    qtbot.waitUntil(lambda: window.pages.review._entry_pane.text.startswith("Silence\n\nIt went"), timeout=30_000)
    window.settle()
    assert "anna@example.org" not in window.pages.review._entry_pane.text


def test_it_is_said_when_names_were_looked_for_by_rules_only(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> NameModel:
        raise NameModelFailed("missing")

    monkeypatch.setattr(name_model, "shipped_name_model", missing)
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.write("Silence", BODY)
    made.pages.editor.ask_post()
    qtbot.waitUntil(lambda: made.pages.review._review is not None, timeout=30_000)
    made.settle()
    assert made.pages.review.banner.words == "Names were looked for by rules only."
    made.end()


def test_nothing_is_said_of_rules_where_the_model_took_part(window: Window) -> None:
    assert window.pages.review.banner.words == ""


def test_what_may_be_nothing_says_so_and_is_left_by_accept_all(window: Window) -> None:
    begin(window, "Stones", "She laid a stone for every one of them. Ring 07700 900123.")
    row = go_to(window, "laid a stone")
    assert "perhaps nothing" in panel(window).list.rows.why(row)
    assert "“Accept all” leaves it to you" in panel(window).card._because.text()
    panel(window)._accept_all.click()
    assert (state(window, "07700 900123"), state(window, "laid a stone")) == ("changed", "open")


# by hand, as it was tried


def has_keyboard(window: Window) -> QWidget:
    found = window.session.window.focusWidget()
    assert found is not None
    return found


def test_return_goes_on_from_an_answer_and_answers_nothing_itself(window: Window) -> None:
    questions = panel(window).questions
    panel(window)._accept_all.click()
    asked = [questions.question.id]
    QTest.keyClick(questions._choices.button(0), Qt.Key.Key_Return)
    assert questions.question.id == asked[0], "nothing is answered yet"
    assert review(window).post.answers == ()
    must = [question.id for question in questions._checklist.questions if question.must]
    for _ in must:
        QTest.keyClick(has_keyboard(window), Qt.Key.Key_Space)
        QTest.keyClick(has_keyboard(window), Qt.Key.Key_Return)
        asked.append(questions.question.id)
    assert asked[:-1] == must
    assert has_keyboard(window) is export_button(window)


def test_return_after_the_last_question_goes_to_one_that_was_passed_over(window: Window) -> None:
    questions = panel(window).questions
    panel(window)._accept_all.click()
    first = questions.question.id
    while questions._next.isEnabled():
        press(questions, "Next")
    questions._choices.button(0).click()
    QTest.keyClick(questions._choices.button(0), Qt.Key.Key_Return)
    assert questions.question.id == first


def test_all_the_questions_can_be_put_away_again_and_the_keyboard_stays(window: Window) -> None:
    questions = panel(window).questions
    panel(window).begin_questions()
    press(questions, "Next")
    second = questions.question.id
    questions._all.setFocus()
    press(questions, "All the questions")
    assert has_keyboard(window) is questions._all
    assert questions.question.id == second
    press(questions, "Next")
    press(questions, "Only those needed before export")
    assert questions.question.id == second
    assert " of 5" in questions._where.text()


def test_words_changed_again_leave_one_at_the_details(window: Window) -> None:
    panel(window)._accept_all.click()
    press_tab(window, "Details")
    go_to(window, "07700 900123")
    panel(window).card.begin_change()
    QTest.keyClicks(panel(window).card._edit, "a number")
    QTest.keyClick(panel(window).card._edit, Qt.Key.Key_Return)
    assert "a number" in draft(window).text
    assert has_keyboard(window) is panel(window).list
    assert panel(window)._tabs[0].isChecked()


def test_own_words_for_the_last_one_lead_on_to_the_questions(window: Window) -> None:
    go_to(window, "anna@example.org")
    panel(window).card.accept()
    panel(window).card.begin_change()
    QTest.keyClick(panel(window).card._edit, Qt.Key.Key_Return)
    assert has_keyboard(window) is panel(window).questions._choices.button(0)


def test_a_treatment_taken_by_return_gives_the_keyboard_back_to_the_list(window: Window) -> None:
    go_to(window, "anna@example.org")
    panel(window).list.setFocus()
    key(window, Qt.Key.Key_T)
    assert has_keyboard(window) is panel(window).card._how
    QTest.keyClick(panel(window).card._how, Qt.Key.Key_Return)
    assert state(window, "anna@example.org") == "changed"
    assert has_keyboard(window) is panel(window).list


def test_undo_shows_what_is_open_again(window: Window) -> None:
    go_to(window, "anna@example.org")
    panel(window).card.accept()
    go_to(window, "07700 900123")
    panel(window).undo()
    shown = panel(window).list.row
    assert shown is not None
    assert panel(window).list.rows.words(shown) == "anna@example.org"


def test_accept_all_can_be_pressed_only_where_it_would_do_something(window: Window) -> None:
    begin(window, "Stones", "She laid a stone for every one of them. Ring 07700 900123.")
    panel(window)._accept_all.setFocus()
    panel(window)._accept_all.click()
    assert review(window).undecided
    assert not panel(window)._accept_all.isEnabled()
    assert has_keyboard(window) is panel(window).list
    panel(window).undo()
    assert panel(window)._accept_all.isEnabled()
    window.pages.review.empty()
    assert not panel(window)._accept_all.isEnabled()
    assert not export_button(window).isEnabled()


def test_words_are_flagged_by_keys_and_the_space_after_them_stays(window: Window) -> None:
    pick(draft(window), "quiet, ")
    draft(window).setFocus()
    QTest.keyClick(draft(window), Qt.Key.Key_F7)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    # opened, the menu inside would take its keys for the one around it
    assert menu.activeAction() is menu.actions()[0]
    assert not menu.actions()[0].menu().isVisible()  # type: ignore[attr-defined]
    menu.close()
    window.pages.review._flagging.flag(draft(window), "name.person", everywhere=False)
    panel(window).card.begin_change()
    panel(window).card._edit.setText("[still],")
    QTest.keyClick(panel(window).card._edit, Qt.Key.Key_Return)
    assert "It went [still], and I let it." in draft(window).text


def test_a_draft_is_kept_by_escape_and_asked_about_by_delete(window: Window) -> None:
    page = window.pages.posts
    begin(window, "Later", "It rained.")
    window.pages.show("drafts")
    window.settle()
    assert page._list.currentRow() == 0
    page._list.setCurrentRow(1)
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    assert "Silence" in page._question.text()
    QTest.keyClick(has_keyboard(window), Qt.Key.Key_Escape)
    assert not page._sure.isVisible()
    assert has_keyboard(window) is page._list
    # back at it after a look at something else
    window.pages.show("today")
    window.pages.show("drafts")
    window.settle()
    assert page._list.currentRow() == 1
    QTest.keyClick(page._list, Qt.Key.Key_Delete)
    press(page, "Remove it")
    window.qtbot.waitUntil(lambda: page._list.count() == 1, timeout=20_000)
    assert has_keyboard(window) is page._list
    press(page, "Remove")
    press(page, "Remove it")
    window.qtbot.waitUntil(lambda: page._list.count() == 0, timeout=20_000)
    assert has_keyboard(window) is page._new_too


def weaving(window: Window) -> WeaveDialog:
    window.pages.show("drafts")
    window.settle()
    press(window.pages.posts, "Begin a draft…")
    dialog = window.session.window.findChild(WeaveDialog)
    assert isinstance(dialog, WeaveDialog)
    window.settle()
    return dialog


def test_the_entries_of_a_draft_are_chosen_by_keys_alone(qtbot: QtBot, window: Window) -> None:
    window.write("Later", "It came up again with anna@example.org.")
    dialog = weaving(window)
    QTest.keyClick(dialog._search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog._offered
    for row in range(2):
        dialog._offered.setCurrentRow(row)
        QTest.keyClick(dialog._offered, Qt.Key.Key_Return)
    assert dialog._picked.accessibleDescription() == "", "it says that it is empty only while it is"
    dialog._up.setFocus()
    dialog._up.click()
    assert dialog.focusWidget() is dialog._picked, "what is first cannot go up"
    titles = [heading.title for heading in dialog.picked()]
    QTest.keyClick(dialog._picked, Qt.Key.Key_Delete)
    assert [heading.title for heading in dialog.picked()] == titles[1:]
    QTest.keyClick(dialog._title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.review._entry_pane.text.startswith(titles[1]), timeout=30_000)
    window.settle()


def test_a_search_that_finds_nothing_says_so_and_keeps_the_keyboard(window: Window) -> None:
    dialog = weaving(window)
    assert "Press Enter" in dialog._picked.accessibleDescription()
    dialog._search.setText("zzzz")
    window.qtbot.waitUntil(lambda: dialog._offered.count() == 0, timeout=20_000)
    window.settle()
    assert dialog._offered.accessibleDescription() == "No entry has these words."
    dialog._search.setFocus()
    QTest.keyClick(dialog._search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog._search
    dialog.reject()
