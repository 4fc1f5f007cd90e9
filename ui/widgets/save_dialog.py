"""Asks where something goes and as what, and says what a file outside the journal means."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QLineEdit, QRadioButton, QWidget

from ui.theme import Look
from ui.widgets.fit import fit
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.outgoing import Outgoing
from ui.widgets.parts import button, column, label, row
from ui.widgets.said import Said


class SaveDialog(QDialog):
    """``chosen`` carries the number of the format, the path, and whether a file there may be replaced."""

    chosen = Signal(int, object, bool)

    def __init__(self, look: Look, outgoing: Outgoing, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._outgoing = look, outgoing
        self._replace = False
        self.setWindowTitle(outgoing.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._formats = QButtonGroup(self)
        self._folder = QLineEdit(str(folder))
        self._name = QLineEdit(f"{outgoing.stem}.{outgoing.formats[0].ending}")
        self._said = Said()
        self._save = button(self.tr("Save"), "primary", name=self.tr("Save the file"))
        self._save.setDefault(True)
        cancel = button(self.tr("Cancel"))
        choose = button(self.tr("Choose…"), name=self.tr("Choose a folder"))
        box = column(self, margins=(26, 22, 26, 20), spacing=10)
        box.addWidget(label(outgoing.title, "heading"))
        for number, format in enumerate(outgoing.formats):
            choice = QRadioButton(format.words)
            choice.setChecked(number == 0)
            self._formats.addButton(choice, number)
            box.addWidget(choice)
        box.addWidget(label(self.tr("Folder"), "section", buddy=self._folder))
        line = row(self._folder, choose)
        line.setStretch(0, 1)
        box.addLayout(line)
        box.addWidget(label(self.tr("File name"), "section", buddy=self._name))
        box.addWidget(self._name)
        note = self.tr("An ordinary file, readable by anyone who can open its folder.")
        box.addWidget(label(f"{outgoing.note} {note}".strip(), "hint", wrap=True))
        box.addWidget(self._said)
        box.addSpacing(6)
        box.addLayout(row(None, cancel, self._save))
        self._formats.idClicked.connect(self._format_chosen)
        self._folder.textChanged.connect(self._refresh)
        self._name.textChanged.connect(self._refresh)
        choose.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._ask)
        self._refresh()
        fit(self, look, 520)

    def path(self) -> Path:
        """Where it would go."""
        return Path(self._folder.text()).expanduser() / self._name.text().strip()

    def failed(self, words: str, *, there: bool) -> None:
        """Say why it was not written; where a file is there already, offer to replace it."""
        self._said.setText(words)
        self._replace = there
        self._save.setText(self.tr("Replace it") if there else self.tr("Save"))
        self._save.setEnabled(True)

    def _format_chosen(self, number: int) -> None:
        stem = Path(self._name.text()).stem or self._outgoing.stem
        self._name.setText(f"{stem}.{self._outgoing.formats[number].ending}")

    def _refresh(self) -> None:
        self._said.setText("")
        self._replace = False
        self._save.setText(self.tr("Save"))
        name = self._name.text().strip()
        plain = bool(name) and Path(name).name == name and not name.startswith(".")
        self._save.setEnabled(plain and Path(self._folder.text()).expanduser().is_absolute())

    def _choose(self) -> None:
        dialog = FolderDialog(
            self._look, self.tr("Folder for the file"), Path(self._folder.text()), self, new_allowed=False
        )
        dialog.chosen.connect(lambda folder: self._folder.setText(str(folder)))
        dialog.open()

    def _ask(self) -> None:
        self._save.setEnabled(False)
        self.chosen.emit(self._formats.checkedId(), self.path(), self._replace)
