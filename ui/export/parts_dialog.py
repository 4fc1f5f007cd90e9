"""The parts of a draft that its writer chooses: title, category, tags, byline, closing notes, where to find help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from journal.anonymise.review import DraftText
from journal.export.byline import WITHHELD, author_in, naming
from journal.model import Part
from journal.practice.help_places import HelpPlaces
from ui.theme import Look
from ui.widgets.fit import fit
from ui.widgets.parts import button, card, column, label, row, scrolled

_WIDTH = 620


@dataclass(frozen=True, slots=True)
class PartsNow:
    """What the dialog begins with: the draft as it stands, the closing notes, and which of them are true of it.

    ``name`` is the writer's own, from their profile; ``has_references`` whether the text ends with a list of them.
    """

    draft: DraftText = field(repr=False)
    notes: tuple[str, ...]
    true_notes: tuple[str, ...]
    places: tuple[HelpPlaces, ...]
    name: str = field(default="", repr=False)
    has_references: bool = False


class PartsDialog(QDialog):
    """``chosen`` carries a dict of the parts that read differently now. Shown with ``open()``."""

    chosen = Signal(object)

    def __init__(self, look: Look, now: PartsNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        draft = now.draft
        self.setWindowTitle(self.tr("Parts of the draft"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._category = QLineEdit(draft.title), QLineEdit(draft.category)
        self._tags = QLineEdit(", ".join(draft.tags))
        self._bylines = QButtonGroup(self)
        self._pseudonym = QLineEdit()
        self._pseudonym.setAccessibleName(self.tr("Pseudonym"))
        self._own_name = QLineEdit(now.name)
        self._own_name.setAccessibleName(self.tr("Your name"))
        self._truths = [QCheckBox(words) for words in now.notes]
        self._own_notes = QLineEdit()
        self._help = QComboBox()
        self._use = button(self.tr("Use these"), "primary")
        cancel = button(self.tr("Cancel"))
        box = column(self, margins=(26, 22, 26, 20), spacing=12)
        box.addWidget(label(self.tr("Parts of the draft"), "heading"))
        box.addWidget(
            label(
                self.tr("Whatever you write here is looked through like the text: what could identify is shown again."),
                "second",
                wrap=True,
            )
        )
        inside = QWidget()
        fields = column(inside, margins=(0, 0, 8, 0), spacing=8)
        for words, edit in (
            (self.tr("&Title"), self._title),
            (self.tr("&Category"), self._category),
            (self.tr("Ta&gs, with commas between"), self._tags),
        ):
            fields.addWidget(label(words, "section", buddy=edit))
            fields.addWidget(edit)
        for frame in (self._byline_card(), self._notes_card(), self._help_card()):
            fields.addWidget(frame)
        fields.addStretch(1)
        box.addWidget(scrolled(inside), 1)
        box.addLayout(row(None, cancel, self._use))
        cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self._accept)
        for edit in self.findChildren(QLineEdit):
            edit.returnPressed.connect(self._use.click)
        fit(self, look, _WIDTH)
        wanted = inside.sizeHint().height() + look.px(190)
        room = parent.window().height() - 48 if parent is not None else wanted
        self.resize(self.width(), min(wanted, room))
        self._title.setFocus()

    def setVisible(self, visible: bool) -> None:
        """Qt: selects all of the first field, as with the Tab key; a long title shows its beginning instead."""
        super().setVisible(visible)
        self._title.setCursorPosition(0)

    def texts(self) -> dict[Part, str]:
        """The words of every part, as they would be."""
        return {
            Part.TITLE: self._title.text().strip(),
            Part.CATEGORY: self._category.text().strip(),
            Part.TAGS: ", ".join(tag for tag in (tag.strip() for tag in self._tags.text().split(",")) if tag),
            Part.BYLINE: self._byline(),
            Part.NOTES: self._notes(),
            Part.HELP: str(self._help.currentData() or ""),
        }

    def _accept(self) -> None:
        draft = self._now.draft
        before = {
            Part.TITLE: draft.title,
            Part.CATEGORY: draft.category,
            Part.TAGS: ", ".join(draft.tags),
            Part.BYLINE: draft.byline,
            Part.NOTES: draft.notes,
            Part.HELP: draft.help,
        }
        self.chosen.emit({part: text for part, text in self.texts().items() if text != before[part]})
        self.accept()

    # who wrote it
    def _byline_card(self) -> QWidget:
        frame, inside = card(spacing=4)
        inside.addWidget(label(self.tr("Who wrote it"), "section"))
        # both fields begin at one edge
        choices = QGridLayout()
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setVerticalSpacing(4)
        choices.setColumnStretch(1, 1)
        for number, (words, edit) in enumerate(
            (
                (self.tr("Name withheld for protection"), None),
                (self.tr("A pseudonym:"), self._pseudonym),
                (self.tr("My name:"), self._own_name),
                (self.tr("No byline"), None),
            )
        ):
            choice = QRadioButton(words)
            self._bylines.addButton(choice, number)
            if edit is None:
                choices.addWidget(choice, number, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            else:
                choices.addWidget(choice, number, 0)
                choices.addWidget(edit, number, 1)
                edit.textEdited.connect(_checks(choice))
        inside.addLayout(choices)
        inside.addWidget(
            label(
                self.tr("The same pseudonym under several drafts links them. Your name is asked about once more."),
                "hint",
                wrap=True,
            )
        )
        byline = self._now.draft.byline
        named = author_in(byline)
        if not byline:
            at = 3
        elif not named:
            at = 0
        elif self._now.name and named.casefold() == self._now.name.casefold():
            at = 2
        else:
            at = 1
            self._pseudonym.setText(named)
        self._bylines.button(at).setChecked(True)
        return frame

    def _byline(self) -> str:
        match self._bylines.checkedId():
            case 1 if self._pseudonym.text().strip():
                wanted = naming(self._pseudonym.text())
            case 2 if self._own_name.text().strip():
                wanted = naming(self._own_name.text())
            case 3:
                return ""
            case _:
                # one that withholds the name in other words stays as it is
                stands = self._now.draft.byline
                return stands if stands and not author_in(stands) else WITHHELD
        # a byline that already says so in its own way stays as it is
        stands = self._now.draft.byline
        return stands if author_in(stands) == author_in(wanted) else wanted

    # at the end
    def _notes_card(self) -> QWidget:
        frame, inside = card(spacing=4)
        inside.addWidget(label(self.tr("Closing notes"), "section"))
        notes = self._now.draft.notes
        for words, choice in zip(self._now.notes, self._truths, strict=True):
            true = words in self._now.true_notes
            choice.setEnabled(true)
            choice.setChecked(true and words in notes)
            if not true:
                choice.setAccessibleDescription(self.tr("Not so of this draft"))
            inside.addWidget(choice)
        if len(self._now.true_notes) < len(self._now.notes):
            inside.addWidget(label(self.tr("A note can be chosen once it is true of the draft."), "hint", wrap=True))
        for words in self._now.notes:
            notes = notes.replace(words, "")
        self._own_notes.setText(" ".join(notes.split()))
        inside.addWidget(label(self.tr("In your &own words"), "second", buddy=self._own_notes))
        inside.addWidget(self._own_notes)
        if self._now.has_references:
            inside.addWidget(label(self.tr("References stay as you wrote them."), "hint", wrap=True))
        return frame

    def _notes(self) -> str:
        lines = [choice.text() for choice in self._truths if choice.isChecked()]
        return "\n\n".join(line for line in (*lines, self._own_notes.text().strip()) if line)

    def _help_card(self) -> QWidget:
        frame, inside = card(spacing=4)
        inside.addWidget(label(self.tr("Where to find &help"), "section", buddy=self._help))
        self._help.addItem(self.tr("None"), "")
        for places in self._now.places:
            seen = self.tr("%1, numbers last looked at %2").replace("%1", places.country)
            self._help.addItem(seen.replace("%2", places.reviewed), places.text)
        stands = self._now.draft.help
        at = self._help.findData(stands)
        if at < 0:
            self._help.addItem(self.tr("As it stands in the draft"), stands)
            at = self._help.count() - 1
        self._help.setCurrentIndex(at)
        inside.addWidget(self._help)
        inside.addWidget(
            label(self.tr("Try a number yourself before you publish it: numbers change."), "hint", wrap=True)
        )
        return frame


def _checks(choice: QRadioButton) -> Callable[[], None]:
    def check() -> None:
        choice.setChecked(True)

    return check
