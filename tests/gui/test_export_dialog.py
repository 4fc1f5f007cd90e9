"""The last page before a file: what will leave, where it lies, what was kept, what was not checked or answered."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from journal.export.preview import Leaving
from journal.practice.checklist import load_checklist
from tests.gui.fakes import LEAVING
from tests.gui.sessions import field
from ui.export.export_dialog import ExportDialog
from ui.theme import Look

PARTS = "Parts of the draft: title, tags, byline, notes, help"


def dialog_over(qtbot: QtBot, look: Look, folder: Path, leaving: Leaving = LEAVING, **facts: object) -> ExportDialog:
    made = ExportDialog(look, folder, dataclasses.replace(leaving, **facts))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def said_in(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def press(dialog: ExportDialog, words: str) -> None:
    button_of(dialog, words).click()


def button_of(dialog: ExportDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def choose(dialog: ExportDialog, format: str) -> None:
    next(b for b in dialog.findChildren(QRadioButton) if b.text() == format).click()


def test_a_table_is_offered_for_an_account_alone(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    plain = dialog_over(qtbot, look, tmp_path)
    assert not any(b.text() == "Table (CSV)" for b in plain.findChildren(QRadioButton))
    account = dialog_over(qtbot, look, tmp_path, texts={**LEAVING.texts, "csv": "Section,Text\r\n"})
    choose(account, "Table (CSV)")
    assert account._name.text() == "blog-draft.csv"


def test_it_shows_the_page_as_it_would_look(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    assert dialog._page.text.toPlainText() == "What the clock does\nFirst thoughts."
    assert "2 words · about 1 minute to read" in said_in(dialog)


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("Markdown", LEAVING.texts["md"]),
        ("Web page (HTML)", "<!DOCTYPE html>"),
        ("Plain text", "First thoughts.\n"),
        ("Word (DOCX)", "What the clock does\nFirst thoughts."),
        ("OpenDocument (ODT)", "What the clock does\nFirst thoughts."),
        ("Pages (PDF)", "What the clock does\nFirst thoughts."),
    ],
)
def test_it_shows_every_letter_of_a_file_on_request(
    qtbot: QtBot, look: Look, tmp_path: Path, format: str, shown: str
) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    press(dialog, "What the file holds")
    choose(dialog, format)
    assert dialog._page.text.toPlainText() == shown


def test_the_preview_fetches_nothing_and_follows_no_link(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    picture = QImage(123, 77, QImage.Format.Format_RGB32)
    picture.fill(0)
    picture.save(str(tmp_path / "secret.png"))
    page = f'<p><a href="https://example.org/">a link</a> <img src="file://{tmp_path}/secret.png"></p>'
    dialog = dialog_over(qtbot, look, tmp_path, page=page)
    view = dialog._page.text
    assert view.isReadOnly()
    held = view.document().resource(
        QTextDocument.ResourceType.ImageResource, QUrl.fromLocalFile(f"{tmp_path}/secret.png")
    )
    assert held.width() == 1


def test_it_says_where_the_file_will_lie(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    assert str(tmp_path / "blog-draft.md") in said_in(dialog)
    field(dialog, "File name").setText("another.md")
    assert str(tmp_path / "another.md") in said_in(dialog)
    assert "may not remove it from synced folders" in said_in(dialog)


@pytest.mark.parametrize(
    ("folder", "told"), [("/home/r/Dropbox/posts", True), ("/home/r/OneDrive - Work", True), ("/home/r/posts", False)]
)
def test_a_folder_that_is_copied_elsewhere_is_pointed_out(qtbot: QtBot, look: Look, folder: str, told: bool) -> None:
    dialog = dialog_over(qtbot, look, Path(folder))
    assert ("cloud service" in said_in(dialog)) is told


def test_what_was_kept_and_what_was_not_answered_is_told(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    offered = tuple(question for question in load_checklist().questions if not question.must)[:2]
    said = said_in(dialog_over(qtbot, look, tmp_path, kept=("a deputy head",), unanswered=offered))
    assert "“a deputy head”" in said
    assert "Four details were changed." in said
    assert "2 questions were not answered." in said
    assert "· How would they feel, reading this aloud in front of you?" in said


def test_a_long_list_of_kept_words_is_counted(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path, kept=tuple(f"word {number}" for number in range(11)))
    assert "and 3 more" in said_in(dialog)


def test_nothing_leaves_before_the_five_questions_are_answered(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    asked = load_checklist().unanswered((), must_only=True)
    dialog = dialog_over(qtbot, look, tmp_path, unanswered=asked, held_up=5)
    assert not button_of(dialog, "Export").isEnabled()
    assert not button_of(dialog, "Copy for the web").isEnabled()
    assert "Five questions must be answered before the draft can leave" in dialog._said.text()
    field(dialog, "File name").setText("another.md")
    assert not button_of(dialog, "Export").isEnabled()
    QTest.keyClick(field(dialog, "File name"), Qt.Key.Key_Return)
    assert not button_of(dialog, "Export").isEnabled()


def test_a_closing_note_that_is_not_true_is_said(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path, untrue=True)
    assert not button_of(dialog, "Export").isEnabled()
    assert "closing note" in dialog._said.text()


def test_format_name_and_folder_are_what_is_asked_for(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    asked: list[tuple[str, Path, bool]] = []
    dialog.chosen.connect(lambda format, path, replace: asked.append((format, path, replace)))
    choose(dialog, "Word (DOCX)")
    press(dialog, "Export")
    assert asked == [("docx", tmp_path / "blog-draft.docx", False)]
    dialog.failed("There is a file of that name already.", there=True)
    press(dialog, "Replace it")
    assert asked[1:] == [("docx", tmp_path / "blog-draft.docx", True)]


def test_a_date_is_written_only_where_it_is_asked_for_and_there_is_a_place(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    (box,) = dialog.findChildren(QCheckBox)
    before = dialog.dated
    box.click()
    assert (before, dialog.dated) == (False, True)
    choose(dialog, "Plain text")
    assert not box.isVisible()
    assert dialog.dated is False


def test_a_copy_is_asked_for_once_and_told(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    with qtbot.waitSignal(dialog.copy_asked):
        press(dialog, "Copy for the web")
    assert not button_of(dialog, "Copy for the web").isEnabled()
    dialog.copied("Copied.")
    assert dialog._said.text() == "Copied."
    assert button_of(dialog, "Export").isEnabled()


def test_the_parts_can_be_chosen_from_here(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    with qtbot.waitSignal(dialog.parts_asked):
        press(dialog, "Parts…")
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["", "../elsewhere.md", ".hidden", "a/b.md"])
def test_a_name_that_leaves_the_folder_or_hides_is_not_taken(
    qtbot: QtBot, look: Look, tmp_path: Path, name: str
) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    assert button_of(dialog, "Export").isEnabled()
    field(dialog, "File name").setText(name)
    assert not button_of(dialog, "Export").isEnabled()


def test_the_whole_page_is_gone_through_by_keyboard(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    dialog.activateWindow()
    met = []
    where: QWidget | None = dialog.focusWidget()
    assert where is dialog._page.text
    for _ in range(30):
        assert where is not None
        met.append(where.accessibleName() or str(where.property("text")))
        QTest.keyClick(where, Qt.Key.Key_Tab)
        where = dialog.focusWidget()
        if where is dialog._page.text:
            break
    assert met[0] == "What will leave"
    way = [
        "Markdown",
        "File name",
        "Folder",
        "Choose the folder",
        PARTS,
        "Copy for the web",
        "Back to the draft",
        "Export",
    ]
    assert [name for name in met if name in way] == way
    assert met[-2:] == ["The page", "What the file holds"]


def test_two_keys_export_from_anywhere_and_return_alone_does_not(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    asked: list[str] = []
    dialog.chosen.connect(lambda format, _path, _replace: asked.append(format))
    QTest.keyClick(dialog._page.text, Qt.Key.Key_Return)
    assert asked == []
    assert dialog.isVisible()
    QTest.keyClick(dialog._page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["md"]


def test_space_turns_the_pages_of_the_preview(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path, page="<p>line</p>" * 200)
    qtbot.wait(20)
    bar = dialog._page.text.verticalScrollBar()
    QTest.keyClick(dialog._page.text, Qt.Key.Key_Space)
    assert bar.value() > 0
    QTest.keyClick(dialog._page.text, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


@pytest.mark.parametrize("width", [1080, 600])
def test_nothing_is_cut_off_beside_or_below(qtbot: QtBot, look: Look, tmp_path: Path, width: int) -> None:
    address = "https://search.example.org/login.aspx?direct=true&AuthType=ip,shib&db=cat06100a&AN=btc.9781446282908"
    dialog = dialog_over(qtbot, look, tmp_path, kept=(address, *(f"a long word {number}" for number in range(7))))
    dialog.resize(width, 620)
    qtbot.wait(20)
    beside = width == 1080
    page, facts = dialog._page, dialog._facts_area
    assert (page.y() == facts.y()) is beside
    assert (page.x() == facts.x()) is not beside
    inside = facts.widget()
    assert inside is not None
    assert inside.width() <= facts.width()
    if not beside:
        assert facts.height() >= inside.minimumSizeHint().height()


def test_the_ending_that_is_typed_chooses_the_format(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    asked: list[tuple[str, Path, bool]] = []
    dialog.chosen.connect(lambda format, path, replace: asked.append((format, path, replace)))
    name = field(dialog, "File name")
    name.clear()
    QTest.keyClicks(name, "An evening.docx")
    assert next(b for b in dialog.findChildren(QRadioButton) if b.isChecked()).text() == "Word (DOCX)"
    assert not dialog.findChildren(QCheckBox)[0].isVisible()
    press(dialog, "Export")
    assert asked == [("docx", tmp_path / "An evening.docx", False)]


@pytest.mark.parametrize(
    ("typed", "named", "as_text"),
    [
        ("An evening", "An evening.md", "An evening.txt"),
        ("Vol. 2", "Vol. 2.md", "Vol. 2.txt"),
        ("An evening.MD", "An evening.MD", "An evening.txt"),
    ],
)
def test_a_name_ends_as_its_format_does(
    qtbot: QtBot, look: Look, tmp_path: Path, typed: str, named: str, as_text: str
) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    name = field(dialog, "File name")
    name.clear()
    QTest.keyClicks(name, typed)
    assert dialog.path() == tmp_path / named
    assert named in said_in(dialog)
    choose(dialog, "Plain text")
    assert dialog.path() == tmp_path / as_text
