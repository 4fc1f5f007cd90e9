"""Where to find help: always on the page, whatever a figure says; by country, dated, and the person's own to edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QWidget

from journal.practice.measures import by_region, regions
from journal.practice.unfinished import Unfinished
from journal.practice_model import Signpost
from ui.theme import Look
from ui.widgets.day_words import checked_words
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import LINK_EDGE, button, column, ground, hairline, label, row
from ui.widgets.rows import refilled
from ui.widgets.steady import name_choice, steady

#: Shown before "All".
_SHOWN = 7


class HelpCard(QFrame):
    """``region_chosen`` carries a region, ``edit_asked`` a ``Signpost`` to change or a new one."""

    region_chosen = Signal(str)
    edit_asked = Signal(object)

    def __init__(self, look: Look, words: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._all = False
        self._signposts: tuple[Signpost, ...] = ()
        self._words = words
        self._region = steady(QComboBox())
        self._region.setProperty("look", "quiet")
        name_choice(self._region, self.tr("Country"))
        self._posts = QWidget()
        ground(self._posts, "clear")
        self._rows = column(self._posts, spacing=9)
        self._more = button(self.tr("All of them"), "link")
        own = button(self.tr("Add one of my own…"), "link")
        box = column(self, margins=(18, 16, 18, 14), spacing=8)
        box.addLayout(row(label(words["title"], "strong"), None, self._region))
        for key in ("intro", "now", "soon"):
            box.addWidget(label(words[key], "" if key == "now" else "second", wrap=True))
        # the rings of the links at their right edge have room there
        box.addLayout(row(self._posts, -LINK_EDGE))
        box.addLayout(row(-LINK_EDGE, self._more, own, None))
        box.addWidget(hairline())
        for key in ("work", "privacy", "journal"):
            box.addWidget(label(words[key], "second", wrap=True))
        self._region.activated.connect(self._chosen)
        self._more.clicked.connect(self._show_all)
        own.clicked.connect(lambda: self.edit_asked.emit(Signpost("", "", "", "", own=True)))

    def show_signposts(self, signposts: Sequence[Signpost], region: str) -> None:
        """Show those of the region first."""
        if self._signposts == tuple(signposts) and self._region.currentData() == region:
            return
        self._signposts = tuple(signposts)
        self._region.blockSignals(True)
        self._region.clear()
        for one in regions(self._signposts):
            self._region.addItem(one, one)
        self._region.setCurrentIndex(max(0, self._region.findData(region)))
        self._region.blockSignals(False)
        self._fill()

    def begin(self) -> None:
        """Give the keyboard to the card."""
        self._region.setFocus()

    def empty(self) -> None:
        """Drop what the person added; part of locking."""
        self._signposts = ()
        self._fill()

    def _fill(self) -> None:
        ordered = by_region(self._signposts, str(self._region.currentData() or ""))
        shown = ordered if self._all else ordered[:_SHOWN]
        with refilled(self._posts, self._region):
            self._list(shown)
        if self._more.hasFocus() and len(shown) == len(ordered):
            # all are there and it goes: on to the first of those that it showed
            next_buttons = self._posts.findChildren(QPushButton)[_SHOWN:]
            (next_buttons[0] if next_buttons else self._region).setFocus()
        self._more.setVisible(len(shown) < len(ordered))

    def _list(self, shown: Sequence[Signpost]) -> None:
        for one in shown:
            holder = QWidget()
            ground(holder, "clear")
            lines = column(holder, margins=(0, 0, LINK_EDGE, 0), spacing=1)
            edit = button(self.tr("Edit…"), "link", name=self.tr("Edit: %1").replace("%1", one.name))
            edit.clicked.connect(lambda _=False, one=one: self.edit_asked.emit(one))
            top = row(label(one.name, "section", wrap=True), edit, -LINK_EDGE)
            top.setStretch(0, 1)
            lines.addLayout(top)
            lines.addWidget(label(one.how, "", wrap=True))
            lines.addWidget(label(self._below(one), "hint", wrap=True))
            self._rows.addWidget(holder)

    def _below(self, one: Signpost) -> str:
        checked = self.tr("added by you") if one.own else self.tr("not checked by us")
        if one.checked:
            checked = self.tr("checked %1").replace("%1", checked_words(one.checked_on))
        return " · ".join(part for part in (one.for_whom, one.region, checked, one.note) if part)

    def _chosen(self) -> None:
        self._fill()
        self.region_chosen.emit(str(self._region.currentData()))

    def _show_all(self) -> None:
        self._all = True
        self._fill()


class SignpostDialog(FormDialog):
    """Edits one. ``signpost`` reads what it says."""

    def __init__(self, look: Look, signpost: Signpost, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Where to find help"), parent=parent)
        self._signpost = signpost
        self._edits = {
            name: QLineEdit(getattr(signpost, name)) for name in ("name", "how", "for_whom", "region", "note")
        }
        for name, words in (
            ("name", self.tr("Name")),
            ("how", self.tr("How to reach it")),
            ("for_whom", self.tr("For whom")),
            ("region", self.tr("Country")),
            ("note", self.tr("Note")),
        ):
            self.add(words, self._edits[name])
        self.remove.setText(self.tr("Do not show"))
        self.remove.setVisible(bool(signpost.id))
        self.fit(460)

    @property
    def missing(self) -> QLineEdit:
        """The first field that has to be filled in and is empty."""
        wanted = (self._edits["name"], self._edits["how"])
        return next((field for field in wanted if not field.text().strip()), wanted[0])

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("signpost", self.signpost())

    def signpost(self) -> Signpost:
        """What the fields say."""
        said = {name: field.text().strip() for name, field in self._edits.items()}
        return replace(
            self._signpost,
            name=said["name"],
            how=said["how"],
            for_whom=said["for_whom"],
            region=said["region"],
            note=said["note"],
        )
