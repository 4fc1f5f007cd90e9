"""The register of people and places: the code that stands for each, and the names that must never leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from journal.model import KnownName, NameKind
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.author_section import parts_of
from ui.settings.store import SettingsStore
from ui.widgets.parts import LINK_EDGE, button, column, label, pair, row
from ui.widgets.steady import steady

_NAME = Qt.ItemDataRole.UserRole
#: Lines higher than this are large text.
_LARGE_PX = 24
#: The list is as high as its names, and at most as so many lines of words.
_LINES = 18


class RegisterSection(QWidget):
    """A list, and below it the name that is chosen or new."""

    said = Signal(str)

    def __init__(
        self, store: SettingsStore, lane: Lane, new_id: Callable[[], UUID], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._lane, self._new_id = store, lane, new_id
        self._current: KnownName | None = None
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("People and places"))
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setMinimumHeight(150)
        self._name, self._aliases, self._role, self._code = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self._kind = steady(QComboBox(), never=True)
        for words, kind in (
            (self.tr("Person"), NameKind.PERSON),
            (self.tr("Place"), NameKind.PLACE),
            (self.tr("Organisation"), NameKind.ORGANISATION),
        ):
            self._kind.addItem(words, kind)
        self._save_button = button(self.tr("Add"), name=self.tr("Add to the register"))
        self._remove = button(self.tr("Remove"), name=self.tr("Remove from the register"))
        self._new = button(self.tr("New name"), "link")
        box = column(self, spacing=14)
        box.addWidget(
            label(
                self.tr(
                    "Whoever is listed here is found in every blog draft, under any of these names. Use a code in "
                    "entries instead of the name."
                ),
                "second",
                wrap=True,
            )
        )
        box.addWidget(self._list)
        self._role.setPlaceholderText(self.tr("client, supervisor"))
        for line in (
            ((self.tr("Na&me"), self._name),),
            ((self.tr("Also called, with &commas"), self._aliases),),
            (
                (self.tr("&Role"), self._role),
                (self.tr("Your co&de for them"), self._code),
                (self.tr("&Kind"), self._kind),
            ),
        ):
            self._beside = row(spacing=14)
            for words, field in line:
                self._beside.addLayout(pair(label(words, "second", wrap=True, buddy=field), field), 1)
            box.addLayout(self._beside)
        box.addLayout(row(-LINK_EDGE, self._new, None, self._remove, self._save_button))
        self._list.currentItemChanged.connect(self._chosen)
        self._name.textChanged.connect(self._refresh)
        self._save_button.clicked.connect(self._save)
        self._remove.clicked.connect(self._removed)
        self._new.clicked.connect(self._begin_new)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: three fields stand beside each other as long as their names have room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            large = self.fontMetrics().height() > _LARGE_PX
            down = QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
            self._beside.setDirection(down)
            self._list.setMaximumHeight(_LINES * self.fontMetrics().height())

    def load(self) -> None:
        """Ask for the names."""
        self._lane.run(self._store.names, owner=self, topic="names", done=self._show, failed=self._failed)

    def empty(self) -> None:
        """Drop what is shown."""
        self._show(())
        self._begin_new()

    def _show(self, names: Sequence[KnownName]) -> None:
        self._list.clear()
        for name in names:
            shown = " · ".join(part for part in (name.code, name.name, name.role) if part)
            item = QListWidgetItem(shown)
            item.setData(_NAME, name)
            self._list.addItem(item)
        self._begin_new()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name: KnownName = item.data(_NAME)
        self._current = name
        self._name.setText(name.name)
        self._aliases.setText(", ".join(name.aliases))
        self._role.setText(name.role)
        self._code.setText(name.code)
        self._kind.setCurrentIndex(max(0, self._kind.findData(name.kind)))
        self._refresh()

    def _begin_new(self) -> None:
        self._current = None
        self._list.setCurrentRow(-1)
        for field in (self._name, self._aliases, self._role, self._code):
            field.clear()
        self._refresh()

    def _refresh(self) -> None:
        self._save_button.setEnabled(bool(self._name.text().strip()))
        self._save_button.setText(self.tr("Add") if self._current is None else self.tr("Change"))
        self._remove.setEnabled(self._current is not None)

    def _save(self) -> None:
        base = self._current or KnownName(id=self._new_id(), name="")
        name = replace(
            base,
            name=self._name.text().strip(),
            aliases=parts_of(self._aliases.text()),
            role=self._role.text().strip(),
            code=self._code.text().strip(),
            kind=NameKind(self._kind.currentData()),
        )
        store = self._store
        self._lane.run(
            lambda: store.save_name(name),
            owner=self,
            done=lambda _: self.load(),
            failed=self._failed,
            work=Work.WRITE,
        )

    def _removed(self) -> None:
        if self._current is None:
            return
        name_id, store = self._current.id, self._store
        self._lane.run(
            lambda: store.remove_name(name_id),
            owner=self,
            done=lambda _: self.load(),
            failed=self._failed,
            work=Work.WRITE,
        )

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
