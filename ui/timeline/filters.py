"""The filters above the timeline: kind, star, tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QToolButton, QWidget

from journal.model import Filter, Tag
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, tint


class FilterBar(QWidget):
    """Chips: one choice of kind, and star and tags on top of it. ``changed`` carries the whole filter."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        flow = FlowLayout(self, gap=6)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._kinds: list[tuple[str, ...]] = []
        for words, kinds in (
            (self.tr("All"), ()),
            (self.tr("Relationship"), ("relationship",)),
            (self.tr("Supervision"), ("supervisee", "supervisor")),
            (self.tr("Wellbeing"), ("wellbeing",)),
            (self.tr("Dilemma"), ("dilemma",)),
            (self.tr("Free"), ("free",)),
        ):
            chip = button(words, "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, len(self._kinds))
            self._kinds.append(kinds)
            flow.addWidget(chip)
        self._group.button(0).setChecked(True)
        self._star = button(self.tr("Starred"), "chip")
        self._star.setCheckable(True)
        tint(self._star, look, "star", "ink-2", "accent")
        flow.addWidget(self._star)
        self._tags = QToolButton()
        self._tags.setProperty("look", "chip")
        self._tags.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tags.setCheckable(True)
        self._tags.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self._tags)
        self._tags.setMenu(self._menu)
        flow.addWidget(self._tags)
        self._show_tag_words()
        self._tags.hide()
        self._group.idClicked.connect(self._kind_chosen)
        self._star.toggled.connect(self._star_toggled)
        self._menu.triggered.connect(self._tag_toggled)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Offer these tags; the chip hides while there are none."""
        chosen = set(self.filter.tags)
        self._menu.clear()
        for tag in tags:
            action = QAction(f"#{tag.name}", self._menu)
            action.setData(tag.name)
            action.setCheckable(True)
            action.setChecked(tag.name in chosen)
            self._menu.addAction(action)
        self._tags.setVisible(bool(tags) or bool(chosen))

    def show_trash(self, trashed: bool) -> None:
        """Show the trash instead of the journal, or come back."""
        self._set(replace(self.filter, trashed=trashed))

    def clear(self) -> None:
        """Everything again."""
        self._group.button(0).setChecked(True)
        self._star.blockSignals(True)
        self._star.setChecked(False)
        self._star.blockSignals(False)
        for action in self._menu.actions():
            action.setChecked(False)
        self._set(Filter())

    def _kind_chosen(self, number: int) -> None:
        self._set(replace(self.filter, kinds=self._kinds[number]))

    def _star_toggled(self, on: bool) -> None:
        self._set(replace(self.filter, star=True if on else None))

    def _tag_toggled(self) -> None:
        chosen = tuple(str(action.data()) for action in self._menu.actions() if action.isChecked())
        self._set(replace(self.filter, tags=chosen))

    def _set(self, filter: Filter) -> None:
        self.filter = filter
        self._show_tag_words()
        self.changed.emit(filter)

    def _show_tag_words(self) -> None:
        tags = self.filter.tags
        words = " ".join(f"#{tag}" for tag in tags[:2]) + ("…" if len(tags) > 2 else "") if tags else self.tr("Tags")
        self._tags.setText(words)
        self._tags.setAccessibleName(self.tr("Filter by tag"))
        self._tags.setChecked(bool(tags))
