"""Puts a name from a review into the register, so that every draft looks for it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from journal.model import KnownName, NameKind
from ui.theme import Look
from ui.widgets.parts import button, column, keep_width, label, row
from ui.widgets.steady import steady

_WIDTH_PX = 380
_KINDS = {"PLACE": NameKind.PLACE, "ORGANISATION": NameKind.ORGANISATION}


class RegisterDialog(QDialog):
    """``chosen`` carries the ``KnownName``."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, name: str, label_id: str, new_id: Callable[[], UUID], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put it into the register"))
        self._kind, self._new_id = _KINDS.get(label_id, NameKind.PERSON), new_id
        self._name, self._aliases, self._code = QLineEdit(name), QLineEdit(), QLineEdit()
        self._role = steady(QComboBox())
        self._role.setEditable(True)
        for role in (
            self.tr("client"),
            self.tr("supervisee"),
            self.tr("supervisor"),
            self.tr("colleague"),
            self.tr("manager"),
            self.tr("partner"),
            self.tr("friend"),
        ):
            self._role.addItem(role)
        box = column(self, margins=(22, 20, 22, 18), spacing=7)
        said = self.tr("Every draft will look for it from now on, under any of its names. The register is encrypted.")
        box.addWidget(label(said, "second", wrap=True))
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Na&me"), self._name),
            (self.tr("Also called, with &commas"), self._aliases),
        ]
        if self._kind is NameKind.PERSON:
            fields.append((self.tr("&Role"), self._role))
        fields.append((self.tr("Your co&de for them"), self._code))
        for words, field in fields:
            box.addWidget(label(words, "second", buddy=field))
            box.addWidget(field)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._save = button(self.tr("Add"), "primary", name=self.tr("Add to the register"))
        self._save.setDefault(True)
        self._save.clicked.connect(self._chosen)
        self._name.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        box.addSpacing(4)
        box.addLayout(row(None, cancel, self._save))
        keep_width(self, look, least=_WIDTH_PX, bound=620)

    def _chosen(self) -> None:
        aliases = tuple(part.strip() for part in self._aliases.text().split(",") if part.strip())
        role = self._role.currentText().strip() if self._kind is NameKind.PERSON else ""
        name, code = self._name.text().strip(), self._code.text().strip()
        self.chosen.emit(KnownName(self._new_id(), name, aliases, role, code, self._kind))
        self.accept()
