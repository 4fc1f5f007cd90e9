"""The line above an entry: its kind, its day, whom it is about, its tags, its star."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from journal.practice.prompts import EntryKind
from ui.editor.people import People
from ui.editor.tag_completer import TagCompleter
from ui.theme import Look
from ui.widgets.day_field import day_field
from ui.widgets.flow import FlowLayout
from ui.widgets.from_start import from_start
from ui.widgets.parts import icon_button
from ui.widgets.reading_order import put_in_order
from ui.widgets.steady import steady


class MetaLine(QWidget):
    """``changed`` when the person changed any of it."""

    changed = Signal()
    #: The tags are done with: one goes on to the text.
    entered = Signal()

    def __init__(self, look: Look, kinds: Sequence[EntryKind], people: People, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._kind = steady(QComboBox())
        self._kind.setProperty("look", "meta")
        self._kind.setAccessibleName(self.tr("Kind of entry"))
        for kind in kinds:
            self._kind.addItem(kind.name, kind.id)
        self._day = day_field()
        self._day.setProperty("look", "meta")
        self._day.setAccessibleName(self.tr("The day it is about"))
        self._tags = from_start(QLineEdit())
        self._tags.setProperty("look", "meta")
        self._tags.setPlaceholderText(self.tr("Tags, with commas"))
        self._tags.setAccessibleName(self.tr("Tags, with commas between them"))
        self._known = TagCompleter(self._tags)
        #: Stands among the buttons of the page, since it is no words.
        self.star_button = icon_button(look, "star", self.tr("Star"), checkable=True)
        flow = FlowLayout(self, gap=6)
        for part in (self._kind, self._day, people, self._tags):
            flow.addWidget(part)
        self._flow = flow
        self._look = look
        people.changed.connect(self.changed)
        people.placed.connect(self._placed)
        self._tags.textChanged.connect(self._fit)
        self._kind.currentIndexChanged.connect(self._fit)
        look.changed.connect(self._fit)
        self._kind.activated.connect(self.changed)
        self._day.dateChanged.connect(self._fit)
        self._day.dateChanged.connect(self.changed)
        self._tags.textEdited.connect(self.changed)
        self._tags.returnPressed.connect(self._enter)
        # Qt puts a chosen tag there without saying that it was edited
        self._known.activated.connect(self.changed)
        self.star_button.clicked.connect(self.changed)
        self._fit()

    @property
    def kind(self) -> str:
        """The id of the kind."""
        return str(self._kind.currentData())

    @property
    def day(self) -> dt.date:
        """The day."""
        day = self._day.date()
        return dt.date(day.year(), day.month(), day.day())

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags typed, each once, without a leading ``#``."""
        parts = (part.strip().lstrip("#").strip() for part in self._tags.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    @property
    def star(self) -> bool:
        """Whether it is starred."""
        return self.star_button.isChecked()

    def show_meta(self, kind: str, day: dt.date, tags: Sequence[str], star: bool) -> None:
        """Show an entry's, without saying that it changed."""
        self.blockSignals(True)
        self._kind.setCurrentIndex(max(0, self._kind.findData(kind)))
        self._day.setDate(QDate(day.year, day.month, day.day))
        self._tags.setText(", ".join(f"#{tag}" for tag in tags))
        self._tags.setCursorPosition(0)
        self.star_button.setChecked(star)
        self.blockSignals(False)

    def _fit(self) -> None:
        # the list below would take the field's letters, which are bold
        for at in range(self._kind.count()):
            self._kind.setItemData(at, self._look.sans(13), Qt.ItemDataRole.FontRole)
        # as wide as its words: a combo box is otherwise as wide as its longest choice
        words = QFontMetrics(self._look.sans(12.5, bold=True)).horizontalAdvance(self._kind.currentText())
        self._kind.view().setMinimumWidth(self._kind.view().sizeHintForColumn(0) + 12)
        self._kind.setFixedWidth(words + self._look.px(20) + 26)
        day = QFontMetrics(self._look.sans(12.5)).horizontalAdvance(self._day.text())
        self._day.setFixedWidth(day + self._look.px(20) + 16)
        shown = self._tags.text() or self._tags.placeholderText()
        tags = QFontMetrics(self._look.sans(12.5)).horizontalAdvance(shown)
        self._tags.setFixedWidth(min(self._look.px(300), max(self._look.px(80), tags + self._look.px(22))))

    def _placed(self) -> None:
        self._flow.invalidate()
        self.updateGeometry()
        # who is linked is shown anew, and would else come last of the whole page
        put_in_order(self)

    def _enter(self) -> None:
        # Qt gives the field the key before the list of tags, which it then closes
        offered = self._known.popup()
        if offered is None or not offered.isVisible():
            self.entered.emit()

    def offer_tags(self, tags: Sequence[str]) -> None:
        """Suggest these while typing."""
        self._known.offer(tags)

    def empty(self) -> None:
        """Drop the tags, which may name somebody."""
        self._tags.setText("")

    def set_editable(self, editable: bool) -> None:
        """Whether it can be changed."""
        for part in (self._kind, self._day, self._tags, self.star_button):
            part.setEnabled(editable)
        self._people.set_editable(editable)

    def toggle_star(self) -> None:
        """Star it, or take the star away."""
        if self.star_button.isEnabled():
            self.star_button.toggle()
            self.changed.emit()
