"""From an entry to a file: every finding decided by a person, questions answered, then the export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from journal import name_model
from journal.anonymise.name_model import NameModel, NameModelFailed
from journal.ids import new_id
from journal.model import Change, KnownName, Reason
from tests.gui.sessions import Window, field, made_journal, press
from ui.export.export_dialog import ExportDialog
from ui.review.finding_row import FindingRow
from ui.review.findings_panel import FindingsPanel
from ui.review.pane import ReviewPane
from ui.review.spans import Span, draft_end, draft_spans, draft_start
from ui.theme import Look

BODY = "😀 Write to anna@example.org or ring 07700 900123. It went quiet, and I let it."


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.write("Silence", BODY)
    made.pages.editor.ask_post()
    qtbot.waitUntil(lambda: made.pages.review._review is not None, timeout=30_000)
    made.settle()
    yield made
    made.end()


def panel(window: Window) -> FindingsPanel:
    return window.pages.review._panel


def export_button(window: Window) -> QPushButton:
    return next(b for b in panel(window).findChildren(QPushButton) if b.text() == "Export draft…")


def export_dialog(window: Window) -> ExportDialog:
    """Ask for the export, and wait: the last look and the last folder are asked of one lane after the other."""
    export_button(window).click()
    window.qtbot.waitUntil(lambda: window.session.window.findChild(ExportDialog) is not None, timeout=20_000)
    dialog = window.session.window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def row_of(window: Window, words: str) -> FindingRow:
    return next(row for row in panel(window).findChildren(FindingRow) if words in row.group.words)


def tool(window: Window, name: str) -> QToolButton:
    return next(b for b in panel(window).findChildren(QToolButton) if b.accessibleName() == name)


def weight_of(pane: ReviewPane, block: int) -> QFont.Weight:
    """The weight of the first character of a block."""
    cursor = QTextCursor(pane.document().findBlockByNumber(block))
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    return cursor.charFormat().font().weight()


def answer_all(window: Window) -> None:
    questions = panel(window).questions
    while panel(window)._to_questions.isVisibleTo(panel(window)):
        press(panel(window), panel(window)._to_questions.text())
        questions._choices.button(0).click()


def test_both_texts_stand_side_by_side_with_the_findings_marked(window: Window) -> None:
    page = window.pages.review
    assert page._entry_pane.toPlainText().startswith("Silence\n\n😀 Write to anna@example.org")
    assert page._entry_pane.marked() == ["anna@example.org", "07700 900123"]
    assert page._draft_pane.marked(waiting=True) == ["anna@example.org", "07700 900123"]
    press(row_of(window, "anna@example.org"), "Accept")
    assert page._draft_pane.marked(waiting=True) == ["07700 900123"], "what was decided waits no more"


def test_a_proposal_accepted_shows_in_the_draft_alone(window: Window) -> None:
    row = row_of(window, "anna@example.org")
    press(row, "Accept")
    page = window.pages.review
    assert "anna@example.org" in page._entry_pane.toPlainText()
    assert "anna@example.org" not in page._draft_pane.toPlainText()
    weights = [weight_of(page._draft_pane, block) for block in (0, 2)]
    assert weights == [QFont.Weight.DemiBold, QFont.Weight.Normal], "the title's form stays with the title"
    press(row_of(window, "anna@example.org"), "Take back")
    assert "anna@example.org" in page._draft_pane.toPlainText()


def test_own_words_and_keeping_are_decisions_too(window: Window) -> None:
    row = row_of(window, "anna@example.org")
    press(row, "Change…")
    edit = row.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    edit.setText("an address 😀")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    press(row_of(window, "07700 900123"), "Keep as it is")
    draft = window.pages.review._draft_pane.toPlainText()
    assert "Write to an address 😀 or ring 07700 900123." in draft
    assert row_of(window, "07700 900123").group.state == "kept"


def test_export_is_possible_only_when_nothing_is_left(window: Window) -> None:
    assert not export_button(window).isEnabled()
    press(panel(window), "Accept all")
    assert not export_button(window).isEnabled(), "the questions are still to be answered"
    answer_all(window)
    assert export_button(window).isEnabled()
    tool(window, "Undo the last decision").click()
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
    assert window.session.window.findChild(ExportDialog) is None
    window.pages.show("drafts")
    window.settle()
    assert "exported once" in window.pages.posts._list.item(0).text()


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


def test_decisions_are_kept_when_a_draft_is_left_and_taken_up_again(qtbot: QtBot, window: Window) -> None:
    press(row_of(window, "anna@example.org"), "Accept")
    before = window.pages.review._draft_pane.toPlainText()
    done: list[Exception | None] = []
    window.pages.review.flush(done.append)
    window.settle()
    assert done == [None]
    window.pages.show("drafts")
    window.settle()
    press(window.pages.posts, "Go on")
    qtbot.waitUntil(lambda: window.pages.review._review is not None, timeout=30_000)
    window.settle()
    assert window.pages.review._draft_pane.toPlainText() == before


def test_words_can_be_flagged_and_reworded_by_hand(window: Window) -> None:
    page = window.pages.review
    text = page._entry_pane.toPlainText()
    cursor = page._entry_pane.textCursor()
    at = len(text[: text.index("quiet")].encode("utf-16-le")) // 2
    cursor.setPosition(at)
    cursor.setPosition(at + 5, cursor.MoveMode.KeepAnchor)
    page._entry_pane.setTextCursor(cursor)
    press(page, "Flag")
    assert row_of(window, "quiet").group.state == "open"
    start = page._review.draft_text().index("I let it") if page._review else 0
    page._reworded(start, start + len("I let it"), "so did I")
    assert "so did I." in page._draft_pane.toPlainText()


def test_a_lock_in_the_middle_of_a_review_keeps_the_decisions(
    qtbot: QtBot, qapp: QApplication, window: Window, tmp_path: Path
) -> None:
    press(row_of(window, "anna@example.org"), "Accept")
    before = window.pages.review._draft_pane.toPlainText()
    window.session.lock()
    window.locked()
    assert window.pages.review._draft_pane.toPlainText() == ""
    again = Window(qtbot, qapp, tmp_path)
    again.unlock()
    qtbot.waitUntil(lambda: again.pages.review._review is not None, timeout=30_000)
    again.settle()
    assert again.pages.review._draft_pane.toPlainText() == before
    again.session.lock()
    again.locked()
    again.end()


def test_the_list_is_worked_through_by_keys(window: Window) -> None:
    window.session.window.activateWindow()
    first, second = row_of(window, "anna@example.org"), row_of(window, "07700 900123")
    assert (first.property("current"), second.property("current")) == (True, False)
    QTest.keyClick(first, Qt.Key.Key_J)
    assert (first.property("current"), second.property("current")) == (False, True)
    QTest.keyClick(second, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert first.group.state == "changed"
    assert second.property("current"), "the next open one is current after a decision"
    QTest.keyClick(second, Qt.Key.Key_K)
    assert second.group.state == "kept"
    QTest.keyClick(second, Qt.Key.Key_U)
    assert second.group.state == "open"
    QTest.keyClick(second, Qt.Key.Key_C)
    edit = second.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.isVisible(), second.group.state) == (False, "open")
    QTest.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert second.group.state == "open", "with Ctrl the key is somebody else's"


def test_a_decision_about_several_places_is_one_step_of_undo(qtbot: QtBot, window: Window) -> None:
    window.write("Again", "anna@example.org wrote. I answered anna@example.org at once.")
    window.pages.editor.ask_post()

    def both_shown() -> bool:
        return any(one.isVisible() and len(one.group.indexes) == 2 for one in panel(window).findChildren(FindingRow))

    qtbot.waitUntil(both_shown, timeout=30_000)
    window.settle()
    row = row_of(window, "anna@example.org")
    press(row, "Accept")
    review = window.pages.review._review
    assert review is not None
    assert not review.undecided
    tool(window, "Undo the last decision").click()
    assert len(review.undecided) == 2
    tool(window, "Redo the decision").click()
    assert not review.undecided


def test_the_button_of_open_questions_leads_to_the_first(window: Window) -> None:
    questions = panel(window).questions
    must = [question.id for question in questions._checklist.questions if question.must]
    assert len(must) == 5
    assert panel(window)._to_questions.text() == "Five questions left"
    press(questions, "Next")
    assert questions.question.id == must[1]
    press(panel(window), "Five questions left")
    assert questions.question.id == must[0]
    questions._choices.button(0).click()
    press(panel(window), "Four questions left")
    assert questions.question.id == must[1]


def test_not_sure_is_an_answer_and_shows_a_suggestion(window: Window) -> None:
    questions = panel(window).questions
    assert not questions._advice.isVisibleTo(questions)
    questions._choices.button(1).click()
    assert questions._advice.isVisibleTo(questions)
    assert questions._advice_words.text() == questions.question.not_sure
    assert window.pages.review._review is not None
    assert dict(window.pages.review._review.post.answers)[questions.question.id] == "not_sure"


def test_a_word_can_be_cleared_for_good(qtbot: QtBot, window: Window) -> None:
    row = row_of(window, "07700 900123")
    row.menu().actions()[0].trigger()
    window.settle()
    assert row.group.state == "kept"
    window.pages._open_post(window.pages.review.post_id)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: window.pages.review._review is not None, timeout=30_000)
    window.settle()
    assert window.pages.review._entry_pane.marked() == ["anna@example.org"]


def test_a_name_of_the_register_cannot_be_cleared_from_a_review(qtbot: QtBot, window: Window) -> None:
    journal = window.session.journal
    assert journal is not None
    window.session.vault.run(
        lambda: journal.save_name(KnownName(new_id(), "Rebecca Marsh", ("Becky",), "client", "R")), owner=window.session
    )
    window.write("Again", "Becky wrote to anna@example.org.")
    window.pages.editor.ask_post()

    def shown() -> bool:
        return any(one.isVisible() and "Becky" in one.group.words for one in panel(window).findChildren(FindingRow))

    qtbot.waitUntil(shown, timeout=30_000)
    assert not row_of(window, "Becky").group.clearable
    assert not row_of(window, "Becky")._more.isVisibleTo(row_of(window, "Becky"))
    assert row_of(window, "anna@example.org").group.clearable


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
    window.settle()
    assert page._list.count() == 0


def changed(start: int, end: int, text: str) -> Change:
    return Change(start, end, text, Reason.ACCEPTED)


@pytest.mark.parametrize(
    ("changes", "findings", "spans"),
    [
        ((), [(2, 5)], [Span(2, 5, 0)]),
        ((changed(0, 3, "longer"),), [(0, 3), (4, 6)], [Span(0, 6, 0), Span(7, 9, 1)]),
        ((changed(4, 8, ""),), [(0, 2), (4, 8), (9, 11)], [Span(0, 2, 0), Span(5, 7, 2)]),
        ((changed(0, 2, "a"), changed(2, 4, "b")), [(0, 2), (2, 4)], [Span(0, 1, 0), Span(1, 2, 1)]),
        ((changed(3, 3, "in"),), [(0, 3), (3, 5)], [Span(0, 3, 0), Span(5, 7, 1)]),
    ],
)
def test_places_of_findings_in_the_draft(
    changes: tuple[Change, ...], findings: list[tuple[int, int]], spans: list[Span]
) -> None:
    assert draft_spans(changes, findings)[: len(spans)] == spans


def test_a_position_after_all_changes_moves_by_their_sum() -> None:
    changes = (changed(0, 2, "four"), changed(5, 6, ""))
    assert draft_start(changes, 10) == draft_end(changes, 10) == 11


def test_the_dialog_says_what_it_leaves_behind_and_whom_it_names(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = ExportDialog(look, tmp_path, kept=["Monday", "Bury"], decided=3, unanswered=2)
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in (
        "may not remove it from synced folders",
        "“Monday”, “Bury”",
        "Three details were changed",
        "2 questions were not",
    ):
        assert words in said
    asked: list[tuple[str, Path, bool]] = []
    dialog.chosen.connect(lambda format, path, replace: asked.append((format, path, replace)))
    dialog._formats.button(1).click()
    press_in(dialog, "Export")
    assert asked == [("html", tmp_path / "blog-draft.html", False)]


def press_in(dialog: ExportDialog, words: str) -> None:
    next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click()


@pytest.mark.parametrize("name", ["", "../up.md", "/etc/x", ".hidden"])
def test_a_file_name_cannot_leave_the_folder(qtbot: QtBot, look: Look, tmp_path: Path, name: str) -> None:
    dialog = ExportDialog(look, tmp_path)
    qtbot.addWidget(dialog)
    field(dialog, "File name").setText(name)
    assert not next(b for b in dialog.findChildren(QPushButton) if b.text() == "Export").isEnabled()


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
