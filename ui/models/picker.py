"""Choosing a reflective model to begin an entry with: by kind, each with its headings; own templates beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QListWidget, QListWidgetItem, QSplitter, QWidget

from journal.practice.prompts import EntryKind
from journal.practice_model import Template
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.models.store import ModelStore
from ui.models.template_dialog import TemplateDialog
from ui.theme import Look
from ui.widgets.parts import button, column, flush, ground, hairline, label, row, scrolled
from ui.widgets.removal import ask_removal
from ui.widgets.said import Said
from ui.widgets.steady import name_choice, steady

_TEMPLATE = Qt.ItemDataRole.UserRole
_WIDTH_PX, _HEIGHT_PX, _MARGIN = 820, 600, 48


class ModelPicker(QDialog):
    """``chosen`` carries the kind of entry and the ``Template``; ``changed`` that own templates did."""

    chosen = Signal(str, object)
    changed = Signal()
    #: As a ``FormDialog``'s, of the template that was asked for.
    let_go = Signal(object)

    def __init__(
        self,
        look: Look,
        store: ModelStore,
        lane: Lane,
        *,
        kinds: Sequence[EntryKind],
        kind: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._lane, self._kinds = look, store, lane, kinds
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Begin from a reflective model"))
        self._kind = steady(QComboBox())
        name_choice(self._kind, self.tr("Kind of entry"))
        for one in kinds:
            self._kind.addItem(one.name, one.id)
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Models"))
        self._list.setWordWrap(True)
        # a name too long for the line is broken anew at each width, not cut
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name = label("", "heading", wrap=True)
        self._by = label("", "hint", wrap=True)
        self._about = label("", "", wrap=True)
        self._sections = label("", "second", wrap=True)
        self._caution = label("", "second", wrap=True)
        self._reference = label("", "hint", wrap=True)
        self._said = Said()
        self._begin = button(self.tr("Begin"), "primary", name=self.tr("Begin an entry with this model"))
        self._begin.setDefault(True)
        self._edit = button("", name=self.tr("Change this template"))
        self._remove = button(self.tr("Remove…"), name=self.tr("Remove this template of mine"))
        self._lay_out()
        self._kind.currentIndexChanged.connect(self._load)
        self._list.currentItemChanged.connect(self._show)
        self._list.itemActivated.connect(self._begun)
        self._begin.clicked.connect(self._begun)
        self._edit.clicked.connect(self._change)
        self._remove.clicked.connect(self._drop)
        self._load()
        # as on the page of prompts: the list is what one walks through
        self._list.setFocus()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        ground(left, "page")
        ground(right, "clear")
        there = column(left, margins=(22, 20, 14, 16), spacing=10)
        there.addWidget(self._kind)
        there.addWidget(self._list, 1)
        own = button(self.tr("Make one of my own…"), "link")
        own.clicked.connect(self._make)
        there.addLayout(flush(own))
        beside = column(right, margins=(18, 20, 22, 16), spacing=8)
        for part in (self._name, self._by, self._about, self._sections, self._caution, self._reference):
            beside.addWidget(part)
        beside.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(scrolled(right))
        # all but the longest of the names on one line
        split.setSizes([self._look.px(350), self._look.px(470)])
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = column(margins=(22, 12, 22, 14), spacing=8)
        foot.addWidget(self._said)
        foot.addLayout(row(self._edit, self._remove, None, cancel, self._begin))
        box = column(self)
        box.addWidget(split, 1)
        box.addWidget(hairline())
        box.addLayout(foot)
        wide, high = self._look.px(_WIDTH_PX), self._look.px(_HEIGHT_PX)
        parent = self.parentWidget()
        if parent is not None:
            room = parent.window().size()
            wide, high = min(wide, room.width() - _MARGIN), min(high, room.height() - _MARGIN)
        self.resize(wide, high)

    def _load(self) -> None:
        learning, kind = self._store.learning, str(self._kind.currentData())
        self._lane.run(
            lambda: learning.templates(kind), owner=self, topic="templates", done=self._fill, failed=self._failed
        )

    def _fill(self, templates: Sequence[Template]) -> None:
        self._list.clear()
        for one in templates:
            words = self.tr("%1 (mine)").replace("%1", one.name) if one.own else one.name
            item = QListWidgetItem(words)
            item.setData(_TEMPLATE, one)
            self._list.addItem(item)
        if templates:
            self._list.setCurrentRow(0)
        self._show()

    def _chosen(self) -> Template | None:
        item = self._list.currentItem()
        found = None if item is None else item.data(_TEMPLATE)
        return found if isinstance(found, Template) else None

    def _show(self) -> None:
        one = self._chosen()
        self._begin.setEnabled(one is not None)
        self._edit.setEnabled(one is not None)
        self._remove.setVisible(one is not None and one.own)
        if one is None:
            for part in (self._by, self._about, self._sections, self._caution, self._reference):
                part.setText("")
            self._name.setText(self.tr("No model is offered for this kind. Any entry may be written without one."))
            return
        self._edit.setText(self.tr("Change…") if one.own else self.tr("Copy and change…"))
        by = ", ".join(part for part in (one.by, one.year) if part)
        minutes = self.tr("about %1 minutes").replace("%1", str(one.minutes)) if one.minutes else ""
        self._name.setText(one.name)
        self._by.setText(" · ".join(part for part in (by, minutes) if part))
        self._about.setText(one.about)
        lines = (f"{section.heading}  –  {section.hint}".removesuffix("  –  ") for section in one.sections)
        self._sections.setText("\n".join(lines))
        self._caution.setText(one.caution)
        self._reference.setText(one.reference)
        for part in (self._by, self._about, self._caution, self._reference):
            part.setVisible(bool(part.text()))

    def _begun(self) -> None:
        one = self._chosen()
        if one is not None:
            kind = str(self._kind.currentData())
            self.accept()
            self.chosen.emit(kind, one)

    def _make(self) -> None:
        self.ask_template(Template("", "", (), (str(self._kind.currentData()),), own=True))

    def _change(self) -> None:
        one = self._chosen()
        if one is not None:
            self.ask_template(one)

    def ask_template(self, template: Template, *, again: bool = False) -> None:
        """Ask for a template of the person's own; ``again`` with what was typed in it before the journal locked."""
        dialog = TemplateDialog(self._look, template, self._kinds, self)
        if again:
            dialog.take_up()
        learning = self._store.learning

        def save() -> None:
            made = dialog.template()

            def done(_: object) -> None:
                dialog.accept()
                self.changed.emit()
                self._load()

            self._lane.run(
                lambda: learning.save_template(made),
                owner=dialog,
                done=done,
                failed=lambda _: dialog.failed(self.tr("A name and at least one heading are needed.")),
                work=Work.WRITE,
            )

        dialog.asked.connect(save)
        dialog.let_go.connect(self.let_go)
        dialog.open()

    def _drop(self) -> None:
        one, learning = self._chosen(), self._store.learning
        if one is None or not one.own:
            return

        def drop() -> None:
            self._list.setFocus()
            self._lane.run(
                lambda: learning.remove_template(one.id),
                owner=self,
                done=lambda _: self._load(),
                failed=self._failed,
                work=Work.WRITE,
            )

        title, words = self.tr("Remove this template"), self.tr("Remove this template of your own?")
        ask_removal(self, title, words, self.tr("Entries begun with it stay as they are."), removed=drop)

    def _failed(self, error: Exception) -> None:
        self._said.setText(error_words(error))
