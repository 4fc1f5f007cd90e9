"""Puts a name from a review, or from an entry being written, into the register, so that every draft looks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
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
    """``chosen`` carries the ``KnownName``.

    ``code`` is offered for it; with ``known`` a row that is there is completed. ``needs_code``: it is asked for.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        name: str,
        label_id: str,
        new_id: Callable[[], UUID],
        parent: QWidget | None = None,
        *,
        code: str = "",
        known: KnownName | None = None,
        needs_code: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Put it into the register"))
        self._kind, self._new_id = _KINDS.get(label_id, NameKind.PERSON), new_id
        self._known, self._needs_code = known, needs_code
        aliases = ", ".join(known.aliases) if known is not None else ""
        self._name = QLineEdit(known.name if known is not None else name)
        self._aliases, self._code = QLineEdit(aliases), QLineEdit(code)
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
        if known is not None:
            self._role.setCurrentText(known.role)
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
        for field in (self._name, self._code):
            field.textChanged.connect(self._refresh)
        self._refresh()
        if needs_code:
            self._code.setFocus()
            self._code.selectAll()
        box.addSpacing(4)
        box.addLayout(row(None, cancel, self._save))
        keep_width(self, look, least=_WIDTH_PX, bound=620)

    def _refresh(self) -> None:
        enough = self._name.text().strip() and (self._code.text().strip() or not self._needs_code)
        self._save.setEnabled(bool(enough))

    def _chosen(self) -> None:
        aliases = tuple(part.strip() for part in self._aliases.text().split(",") if part.strip())
        role = self._role.currentText().strip() if self._kind is NameKind.PERSON else ""
        name, code = self._name.text().strip(), self._code.text().strip()
        if self._known is not None:
            made = replace(self._known, name=name, aliases=aliases, role=role, code=code)
        else:
            made = KnownName(self._new_id(), name, aliases, role, code, self._kind)
        self.chosen.emit(made)
        self.accept()
