"""The register of people and places: the code that stands for each, and the names that must never leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from journal.model import KnownName, NameKind
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.author_section import parts_of
from ui.settings.fields import fold
from ui.settings.store import SettingsStore
from ui.widgets.parts import LINK_EDGE, button, column, label, pair, row
from ui.widgets.rows import has_keyboard
from ui.widgets.steady import steady

_NAME = Qt.ItemDataRole.UserRole
#: The list is as high as its names, and at most as so many lines of words.
_LINES = 18


class _Typed(NamedTuple):
    """What stands in the fields: name, other names, role and code, and what is chosen as kind."""

    words: tuple[str, ...] = ("", "", "", "")
    kind: NameKind = NameKind.PERSON


class RegisterSection(QWidget):
    """A list, and below it the name that is chosen or new.

    What was typed and not yet added or changed stays, by name, until the journal is locked: whoever looks at another
    name or goes to another page finds it again.
    """

    said = Signal(object)

    def __init__(
        self, store: SettingsStore, lane: Lane, new_id: Callable[[], UUID], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._lane, self._new_id = store, lane, new_id
        self._current: KnownName | None = None
        self._unfinished: dict[UUID | None, _Typed] = {}
        self._storing = False
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("People and places"))
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
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
        self._nobody = label(self.tr("Nobody is listed yet."), "second")
        box.addWidget(self._nobody)
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
        for entry in self._fields:
            entry.returnPressed.connect(self._return)
        self._save_button.clicked.connect(self._save)
        self._remove.clicked.connect(self._removed)
        self._new.clicked.connect(self._ask_new)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: three fields stand beside each other as long as their names have room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            fold(self._beside, self.fontMetrics())
            self._list.setMaximumHeight(_LINES * self.fontMetrics().height())

    def load(self) -> None:
        """Ask for the names."""
        self._lane.run(self._store.names, owner=self, topic="names", done=self._show, failed=self._failed)

    def empty(self) -> None:
        """Drop what is shown."""
        self._unfinished.clear()
        self._fill(None, _Typed())
        self._show(())

    @property
    def _fields(self) -> tuple[QLineEdit, ...]:
        return self._name, self._aliases, self._role, self._code

    def _show(self, names: Sequence[KnownName]) -> None:
        self._keep()
        before = self._current.id if self._current is not None else None
        with QSignalBlocker(self._list):
            self._list.clear()
            for name in names:
                shown = " · ".join(part for part in (name.code, name.name, name.role) if part)
                item = QListWidgetItem(shown)
                item.setData(_NAME, name)
                self._list.addItem(item)
        self._list.setVisible(bool(names))
        self._nobody.setVisible(not names)
        rows = [row for row, name in enumerate(names) if name.id == before]
        if rows:
            self._list.setCurrentRow(rows[0])
        else:
            self._begin_new()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            # Qt makes the first one current where Tab comes to the list, without showing that it is
            item.setSelected(True)
            self._keep()
            self._fill(item.data(_NAME))

    def _begin_new(self) -> None:
        self._keep()
        self._list.setCurrentRow(-1)
        self._fill(None)

    def _ask_new(self) -> None:
        self._begin_new()
        self._name.setFocus()

    def _fill(self, name: KnownName | None, typed: _Typed | None = None) -> None:
        """Show a name, or a new one: as it was left, where it was left unfinished."""
        self._current = name
        typed = typed or self._unfinished.get(name.id if name else None) or _stored(name)
        for field, text in zip(self._fields, typed.words, strict=True):
            field.setText(text)
        self._kind.setCurrentIndex(max(0, self._kind.findData(typed.kind)))
        self._refresh()

    def _keep(self) -> None:
        """Remember what stands in the fields, if it is not as it is stored."""
        which, typed = self._current.id if self._current is not None else None, self._typed()
        if typed == _stored(self._current):
            self._unfinished.pop(which, None)
        else:
            self._unfinished[which] = typed

    def _typed(self) -> _Typed:
        return _Typed(tuple(field.text() for field in self._fields), NameKind(self._kind.currentData()))

    def _write(self, call: Callable[[], object], which: UUID | None) -> None:
        """Store; one at a time, or a key that is held down would add a name twice."""
        self._storing, was = True, self._typed()
        self._refresh()
        self._lane.run(
            call, owner=self, done=lambda _: self._done_with(which, was), failed=self._failed, work=Work.WRITE
        )

    def _done_with(self, which: UUID | None, was: _Typed) -> None:
        """On to a new name, unless the person has gone on already while it was stored."""
        self._storing = False
        self._unfinished.pop(which, None)
        if (self._current.id if self._current is not None else None) == which and self._typed() == was:
            here = has_keyboard(self)
            self._fill(None, _Typed() if which is None else None)
            self._list.setCurrentRow(-1)
            if here:
                self._name.setFocus()
        self._refresh()
        self.load()

    def _return(self) -> None:
        if self._save_button.isEnabled():
            self._save_button.click()
        else:
            self._name.setFocus()

    def _refresh(self) -> None:
        self._save_button.setEnabled(bool(self._name.text().strip()) and not self._storing)
        self._save_button.setText(self.tr("Add") if self._current is None else self.tr("Change"))
        for part in (self._new, self._remove):
            part.setVisible(self._current is not None)

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
        store, which = self._store, self._current.id if self._current is not None else None
        self._write(lambda: store.save_name(name), which)

    def _removed(self) -> None:
        if self._current is None:
            return
        name_id, store = self._current.id, self._store
        self._write(lambda: store.remove_name(name_id), name_id)

    def _failed(self, error: Exception) -> None:
        self._storing = False
        self._refresh()
        self.said.emit(error_words(error))


def _stored(name: KnownName | None) -> _Typed:
    if name is None:
        return _Typed()
    return _Typed((name.name, ", ".join(name.aliases), name.role, name.code), name.kind)
