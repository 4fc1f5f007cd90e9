"""The parts of a draft: chosen, scanned like the text, the closing notes only where they are true."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from journal.anonymise.review import DraftText
from journal.export.byline import WITHHELD
from journal.export.care import closing_notes
from journal.model import Part
from journal.practice.help_places import load_places
from tests.gui.sessions import field
from ui.export.parts_dialog import PartsDialog, PartsNow
from ui.theme import Look

CHANGED, COMPOSITE = closing_notes()
PARTS = PartsNow(
    DraftText("What the clock does", ("time",), "Text.", WITHHELD),
    (CHANGED, COMPOSITE),
    (CHANGED,),
    load_places(),
    name="Robin Example",
    has_references=True,
)


def dialog_over(qtbot: QtBot, look: Look, now: PartsNow = PARTS, **draft: object) -> PartsDialog:
    made = PartsDialog(look, dataclasses.replace(now, draft=dataclasses.replace(now.draft, **draft)))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def chosen(qtbot: QtBot, dialog: PartsDialog) -> dict[Part, str]:
    with qtbot.waitSignal(dialog.chosen) as told:
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Use these").click()
    (parts,) = told.args
    return dict(parts)


def pick(dialog: PartsDialog, words: str) -> None:
    next(b for b in dialog.findChildren(QRadioButton) if b.text() == words).click()


def box(dialog: PartsDialog, words: str) -> QCheckBox:
    return next(b for b in dialog.findChildren(QCheckBox) if b.text() == words)


def test_nothing_changed_is_nothing_chosen(qtbot: QtBot, look: Look) -> None:
    assert chosen(qtbot, dialog_over(qtbot, look)) == {}
    places = load_places()[0]
    whole: dict[str, Any] = {
        "category": "Practice",
        "notes": f"{CHANGED}\n\nA word of thanks.",
        "help": places.text,
        "byline": "by Sky",
    }
    assert chosen(qtbot, dialog_over(qtbot, look, **whole)) == {}


def test_each_part_is_chosen(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_over(qtbot, look)
    field(dialog, "Title").setText(" The clock ")
    field(dialog, "Category").setText("Practice")
    field(dialog, "Tags, with commas between").setText("time, , hurry ")
    box(dialog, CHANGED).click()
    field(dialog, "In your own words").setText("Thank you for reading.")
    combo = dialog.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentIndex(1)
    assert chosen(qtbot, dialog) == {
        Part.TITLE: "The clock",
        Part.CATEGORY: "Practice",
        Part.TAGS: "time, hurry",
        Part.NOTES: f"{CHANGED}\n\nThank you for reading.",
        Part.HELP: load_places()[0].text,
    }


@pytest.mark.parametrize(
    ("stands", "choice", "typed", "byline"),
    [
        (WITHHELD, "A pseudonym:", ("Pseudonym", "Willow"), "Author: Willow"),
        (WITHHELD, "My name:", None, "Author: Robin Example"),
        (WITHHELD, "No byline", None, ""),
        ("Author: Willow", "Name withheld for protection", None, WITHHELD),
        ("", "Name withheld for protection", None, WITHHELD),
        # a pseudonym without a name would be no byline: it stays withheld
        (WITHHELD, "A pseudonym:", None, None),
        ("Anonymous", "Name withheld for protection", None, None),
    ],
)
def test_the_byline_is_withheld_unless_the_person_chooses_a_name(
    qtbot: QtBot, look: Look, stands: str, choice: str, typed: tuple[str, str] | None, byline: str | None
) -> None:
    dialog = dialog_over(qtbot, look, byline=stands)
    pick(dialog, choice)
    if typed:
        QTest.keyClicks(field(dialog, typed[0]), typed[1])
    assert chosen(qtbot, dialog) == ({} if byline is None else {Part.BYLINE: byline})


@pytest.mark.parametrize(
    ("stands", "at"),
    [
        (WITHHELD, "Name withheld for protection"),
        ("Author: Willow", "A pseudonym:"),
        ("by robin example", "My name:"),
        ("", "No byline"),
    ],
)
def test_it_begins_with_the_byline_as_it_stands(qtbot: QtBot, look: Look, stands: str, at: str) -> None:
    dialog = dialog_over(qtbot, look, byline=stands)
    (checked,) = [b.text() for b in dialog.findChildren(QRadioButton) if b.isChecked()]
    assert checked == at


def test_a_note_that_is_not_true_cannot_be_chosen_and_goes(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_over(qtbot, look, notes=COMPOSITE)
    assert box(dialog, CHANGED).isEnabled()
    assert not box(dialog, COMPOSITE).isEnabled()
    assert box(dialog, COMPOSITE).accessibleDescription() == "Not so of this draft"
    assert chosen(qtbot, dialog) == {Part.NOTES: ""}


def test_helplines_in_other_words_stay_unless_another_choice_is_made(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_over(qtbot, look, help="My own list")
    combo = dialog.findChild(QComboBox)
    assert combo is not None
    assert combo.currentText() == "As it stands in the draft"
    combo.setCurrentIndex(0)
    assert chosen(qtbot, dialog) == {Part.HELP: ""}


def test_typing_a_pseudonym_chooses_it(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_over(qtbot, look)
    QTest.keyClicks(field(dialog, "Pseudonym"), "Willow")
    QTest.keyClick(field(dialog, "Pseudonym"), Qt.Key.Key_Return)
    assert dialog.texts()[Part.BYLINE] == "Author: Willow"


@pytest.mark.parametrize("text_px", [18, 36])
def test_the_fields_of_the_byline_begin_at_one_edge(qtbot: QtBot, look: Look, text_px: int) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    dialog = dialog_over(qtbot, look)
    edges = {edit.mapTo(dialog, edit.rect().topLeft()).x() for edit in (dialog._pseudonym, dialog._own_name)}
    assert len(edges) == 1


def test_a_long_title_shows_its_beginning(qtbot: QtBot, look: Look) -> None:
    dialog = dialog_over(qtbot, look, title="What the clock does, and what it does not do, in a room of two " * 3)
    assert dialog._title.cursorPosition() == 0
    assert not dialog._title.hasSelectedText()
