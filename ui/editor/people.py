"""Whom an entry is about: people of the register, by their code, never by name. "Client R · session 4"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QSpinBox, QToolButton, QWidget

from journal.model import KnownName, NameKind, PersonLink
from ui.editor.store import EntryStore
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.choosing import choose
from ui.widgets.number_field import typed_over
from ui.widgets.parts import ToolButton, button, column, flush, keep_width, label, pair, row, tint
from ui.widgets.steady import steady

_MOST_SESSIONS = 999
_WIDTH_PX, _FIELD_PX = 400, 10


def code_words(name: KnownName) -> str:
    """A person as the page may show them: role and code; without a code, the first letters of the name's parts."""
    initials = "".join(f"{part[0]}." for part in name.name.split() if part[0].isalpha())
    return " ".join(part for part in (name.role[:1].upper() + name.role[1:], name.code or initials) if part)


class People(QWidget):
    """The links of one entry. ``changed`` when the person made, changed or removed one; ``placed`` to lay out anew.

    ``register_asked``: they want to go to the register.
    """

    changed = Signal()
    placed = Signal()
    register_asked = Signal()
    said = Signal(object)

    def __init__(self, look: Look, store: EntryStore, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._store, self._lane = look, store, lane
        self._names: Mapping[UUID, KnownName] = {}
        self._links: tuple[PersonLink, ...] = ()
        self._editable = True
        self._line = row(spacing=2)
        self.setLayout(self._line)
        self._buttons: list[QToolButton] = []
        self._show()

    @property
    def links(self) -> tuple[PersonLink, ...]:
        """Whom the entry is about."""
        return self._links

    def show_links(self, links: Sequence[PersonLink]) -> None:
        """Show an entry's links; the register is read anew for their codes."""
        self._links = tuple(links)
        self._show()
        self._lane.run(self._store.names, owner=self, topic="names", done=self._got)

    def set_editable(self, editable: bool) -> None:
        """Whether they can be changed."""
        self._editable = editable
        for made in self._buttons:
            made.setEnabled(editable)

    def empty(self) -> None:
        """Forget all names: part of locking."""
        self._names, self._links = {}, ()
        self._show()

    def ask(self, at: int | None = None) -> None:
        """Ask for a person and a session: a new link, or the one at ``at``."""
        if not self._editable:
            return
        self._lane.run(
            self._store.names, owner=self, topic="ask names", done=partial(self._open, at), failed=self._failed
        )

    def words(self, link: PersonLink) -> str:
        """A link as it is shown."""
        name = self._names.get(link.name_id)
        who = code_words(name) if name is not None else self.tr("someone no longer in the register")
        return (
            who
            if link.session is None
            else self.tr("%1 · session %2").replace("%1", who).replace("%2", str(link.session))
        )

    def _got(self, names: Sequence[KnownName]) -> None:
        self._names = {name.id: name for name in names}
        self._show()

    def _open(self, at: int | None, names: Sequence[KnownName]) -> None:
        self._got(names)
        dialog = LinkDialog(self._look, names, None if at is None else self._links[at], self.window())
        dialog.chosen.connect(partial(self._chosen, at))
        dialog.removed.connect(partial(self._removed, at))
        dialog.register_asked.connect(self.register_asked)
        dialog.open()

    def _chosen(self, at: int | None, link: PersonLink) -> None:
        before = self._links
        if at is None:
            # one link for each person
            self._links = (*(one for one in before if one.name_id != link.name_id), link)
        else:
            self._links = tuple(
                link if nth == at else one for nth, one in enumerate(before) if nth == at or one.name_id != link.name_id
            )
        self._told(before)

    def _removed(self, at: int | None) -> None:
        before = self._links
        self._links = tuple(one for nth, one in enumerate(before) if nth != at)
        self._told(before)

    def _told(self, before: tuple[PersonLink, ...]) -> None:
        self._show()
        if self._links != before:
            self.changed.emit()

    def _show(self) -> None:
        # a name is never cut: what was made before goes, what is needed is made
        focus = self.window().focusWidget()
        at_key = next((at for at, made in enumerate(self._buttons) if made is focus), None)
        for made in self._buttons:
            self._line.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._buttons = []
        for at, link in enumerate(self._links):
            words = self.words(link)
            self._add(words, self.tr("About %1. Change or remove").replace("%1", words), at)
        if not self._links:
            self._add(self.tr("About whom?"), self.tr("Link a person of the register"), None)
        else:
            self._add("", self.tr("Link another person of the register"), None)
        if at_key is not None:
            # the keyboard would go on to the tags, and what is typed next take their place
            self._buttons[min(at_key, len(self._buttons) - 1)].setFocus()
        self.updateGeometry()
        self.placed.emit()

    def _add(self, words: str, name: str, at: int | None) -> None:
        made = ToolButton()
        made.setProperty("look", "meta")
        made.setProperty("empty", at is None)
        if words:
            made.setText(words)
        else:
            tint(made, self._look, "plus", size=14)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setEnabled(self._editable)
        made.clicked.connect(lambda: self.ask(at))
        self._line.addWidget(made)
        made.show()
        self._buttons.append(made)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))


class LinkDialog(QDialog):
    """Choose a person by code, and perhaps a session. ``chosen`` carries a ``PersonLink``."""

    chosen = Signal(object)
    removed = Signal()
    register_asked = Signal()

    def __init__(
        self, look: Look, names: Sequence[KnownName], link: PersonLink | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About whom?"))
        self._link = link or PersonLink(UUID(int=0))
        people = sorted((name for name in names if name.kind is NameKind.PERSON), key=code_words)
        self._who = steady(QComboBox())
        self._who.setAccessibleName(self.tr("Person"))
        for name in people:
            self._who.addItem(code_words(name), name.id)
        self._session = steady(QSpinBox())
        self._session.setAccessibleName(self.tr("Session"))
        self._session.setRange(0, _MOST_SESSIONS)
        self._session.setSpecialValueText(self.tr("none"))
        typed_over(self._session)
        self._session.setValue(self._link.session or 0)
        # the style sheet's padding does not reach the field inside
        self._session.lineEdit().setTextMargins(_FIELD_PX, 0, 0, 0)
        choose(self._who, self._link.name_id)
        box = column(self, margins=(22, 20, 22, 18), spacing=12)
        register = button(self.tr("The register…"), "link", name=self.tr("Go to the register of people and places"))
        register.clicked.connect(self._to_register)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        save = button(self.tr("Link") if link is None else self.tr("Change"), "primary")
        save.setDefault(True)
        save.clicked.connect(self._save)
        if people:
            box.addLayout(pair(label(self.tr("&Person, by your code for them"), "second", buddy=self._who), self._who))
            session = label(self.tr("&Session, if it has a number"), "second", buddy=self._session)
            box.addLayout(pair(session, self._session))
        else:
            nobody = self.tr(
                "Nobody is in your register yet. Add a person and a code for them there, and link them by it."
            )
            box.addWidget(label(nobody, "second", wrap=True))
            for part in (self._who, self._session, save):
                part.setParent(self)
                part.hide()
        remove = button(self.tr("Remove"), name=self.tr("Remove this link"))
        remove.clicked.connect(self._remove)
        box.addSpacing(6)
        box.addLayout(flush(register))
        if link is None:
            remove.hide()
            remove.setParent(self)
            box.addLayout(row(None, cancel, save))
        else:
            box.addLayout(row(remove, None, cancel, save))
        keep_width(self, look, least=_WIDTH_PX, bound=620)

    def _save(self) -> None:
        session = self._session.value() or None
        self.chosen.emit(replace(self._link, name_id=self._who.currentData(), session=session))
        self.accept()

    def _remove(self) -> None:
        self.removed.emit()
        self.accept()

    def _to_register(self) -> None:
        self.reject()
        self.register_asked.emit()
