"""The last page before a file: where it lies, what it leaves behind, what was kept, what was not checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.sessions import field
from ui.export.export_dialog import ExportDialog
from ui.theme import Look


def dialog_over(qtbot: QtBot, look: Look, folder: Path, **facts: object) -> ExportDialog:
    made = ExportDialog(look, folder, **facts)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def said_in(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_where_the_file_will_lie(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    assert str(tmp_path / "blog-draft.md") in said_in(dialog)
    field(dialog, "File name").setText("another.md")
    assert str(tmp_path / "another.md") in said_in(dialog)


@pytest.mark.parametrize(
    ("folder", "told"), [("/home/r/Dropbox/posts", True), ("/home/r/OneDrive - Work", True), ("/home/r/posts", False)]
)
def test_a_folder_that_is_copied_elsewhere_is_pointed_out(qtbot: QtBot, look: Look, folder: str, told: bool) -> None:
    dialog = dialog_over(qtbot, look, Path(folder))
    assert ("cloud service" in said_in(dialog)) is told


def test_what_was_kept_and_what_was_not_answered_is_told(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path, kept=["a deputy head"], decided=4, unanswered=2)
    said = said_in(dialog)
    assert "“a deputy head”" in said
    assert "Four details were changed." in said
    assert "2 questions were not answered." in said


def test_a_long_list_of_kept_words_is_counted(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    dialog = dialog_over(qtbot, look, tmp_path, kept=[f"word {number}" for number in range(11)])
    assert "and 3 more" in said_in(dialog)


@pytest.mark.parametrize("name", ["", "../elsewhere.md", ".hidden", "a/b.md"])
def test_a_name_that_leaves_the_folder_or_hides_is_not_taken(
    qtbot: QtBot, look: Look, tmp_path: Path, name: str
) -> None:
    dialog = dialog_over(qtbot, look, tmp_path)
    export = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Export")
    assert export.isEnabled()
    field(dialog, "File name").setText(name)
    assert not export.isEnabled()
