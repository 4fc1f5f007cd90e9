"""The filters above the timeline: kind, star, tags, days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QToolButton, QWidget

from journal.model import Filter, Tag
from ui.theme import Look
from ui.timeline.dates import Days, DaysDialog, last_days, last_month, last_year, this_month, this_year
from ui.timeline.tag_dialog import TagDialog
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import ToolButton, button, fit_chip

#: Tags offered at once as chips, and in the menu before "All tags…".
_CHIPS, _IN_MENU = 2, 12
#: Below this width, at the standard text size, only one tag is a chip: else "Days" alone would take a fourth line.
_ROOMY_PX = 272


class FilterBar(QWidget):
    """Chips: one choice of kind; star, tags and days on top of it. ``changed`` carries the whole filter."""

    changed = Signal(object)

    def __init__(self, look: Look, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = Filter()
        self._today = today
        self._tags: Sequence[Tag] = ()
        self._offered = _CHIPS
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
        self._star = button("", "chip", name=self.tr("Starred"))
        self._star.setToolTip(self.tr("Starred"))
        self._star.setCheckable(True)
        flow.addWidget(self._star)
        self._chips = [self._tag_chip() for _ in range(_CHIPS)]
        for chip in self._chips:
            flow.addWidget(chip)
        self._tag_menu, self._tag_button = self._menu_chip(self.tr("Filter by tag"))
        flow.addWidget(self._tag_button)
        self._day_menu, self._day_button = self._menu_chip(self.tr("Filter by day"))
        flow.addWidget(self._day_button)
        self._fill_days()
        self._show_words()
        self._tag_button.hide()
        self._group.idClicked.connect(self._kind_chosen)
        self._star.toggled.connect(self._star_toggled)
        self._tag_menu.triggered.connect(self._tag_triggered)
        self._day_menu.triggered.connect(self._days_triggered)
        self._look = look
        look.changed.connect(self._fit)
        self._fit()

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Offer these tags, the most used ones first; without any the chip hides."""
        self._tags = sorted(tags, key=lambda tag: (-tag.entries, tag.name.casefold()))
        self._fill_tags()

    def show_trash(self, trashed: bool) -> None:
        """Show the trash instead of the journal, or come back."""
        self.clear(Filter(trashed=trashed))

    def leave_trash(self) -> None:
        """Come back to the journal; any other filter stays."""
        if self.filter.trashed:
            self.show_trash(False)

    def show_filter(self, filter: Filter) -> None:
        """Show a filter that was kept."""
        kinds = self._kinds.index(filter.kinds) if filter.kinds in self._kinds else 0
        self._group.button(kinds).setChecked(True)
        self._star.blockSignals(True)
        self._star.setChecked(filter.star is True)
        self._star.blockSignals(False)
        self._set(filter)

    def clear(self, to: Filter = Filter()) -> None:  # noqa: B008 - a frozen value
        """Everything again."""
        self._group.button(0).setChecked(True)
        self._star.blockSignals(True)
        self._star.setChecked(False)
        self._star.blockSignals(False)
        self._set(to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: as many tags as leave room for the rest."""
        super().resizeEvent(event)
        offered = _CHIPS if event.size().width() >= self._look.px(_ROOMY_PX) else _CHIPS - 1
        if offered != self._offered:
            self._offered = offered
            self._fill_tags()

    def _fit(self) -> None:
        """Chips as wide as their words, the star as high as they are."""
        self._star.setIcon(self._look.icon("star", "ink-2", "accent"))
        self._star.setIconSize(QSize(self._look.px(14), self._look.px(14)))
        for chip in (*self._group.buttons(), self._star, *self._chips, self._tag_button, self._day_button):
            fit_chip(chip)
        self.updateGeometry()

    def _tag_chip(self) -> QPushButton:
        chip = button("", "chip", name=self.tr("Filter by tag"))
        chip.setCheckable(True)
        chip.clicked.connect(lambda: self._toggle_tag(str(chip.property("tag"))))
        chip.hide()
        return chip

    def _menu_chip(self, name: str) -> tuple[QMenu, QToolButton]:
        chip = ToolButton()
        chip.setProperty("look", "chip")
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(name)
        menu = QMenu(chip)
        chip.setMenu(menu)
        return menu, chip

    def _fill_tags(self) -> None:
        chosen = self.filter.tags
        self._tag_menu.clear()
        for tag in self._tags[:_IN_MENU]:
            action = QAction(f"#{tag.name}\t{tag.entries:,}", self._tag_menu)
            action.setData(tag.name)
            action.setCheckable(True)
            action.setChecked(tag.name in chosen)
            self._tag_menu.addAction(action)
        if len(self._tags) > _IN_MENU or set(chosen) - {tag.name for tag in self._tags[:_IN_MENU]}:
            self._tag_menu.addSeparator()
            self._tag_menu.addAction(self.tr("All tags…"), self._ask_tags)
        if chosen:
            self._tag_menu.addAction(self.tr("Any tag"), self._no_tags)
        for chip, tag_ in zip(self._chips, [*self._tags[: self._offered], *[None] * _CHIPS], strict=False):
            chip.setVisible(tag_ is not None)
            if tag_ is not None:
                chip.setProperty("tag", tag_.name)
                chip.setText(f"#{tag_.name}".replace("&", "&&"))
                chip.setAccessibleName(self.tr("Tag %1").replace("%1", tag_.name))
                chip.setChecked(tag_.name in chosen)
        on_chips = {tag.name for tag in self._tags[: self._offered]}
        self._tag_button.setVisible(len(self._tags) > len(on_chips) or bool(set(chosen) - on_chips))
        self._show_words()

    def _fill_days(self) -> None:
        for words, make in (
            (self.tr("Any day"), lambda _: Days()),
            (self.tr("The last seven days"), lambda today: last_days(today, 7)),
            (self.tr("This month"), this_month),
            (self.tr("Last month"), last_month),
            (self.tr("This year"), this_year),
            (self.tr("Last year"), last_year),
        ):
            self._day_menu.addAction(words).setData(make)
        self._day_menu.addSeparator()
        self._day_menu.addAction(self.tr("Between two days…"), self._ask_days)

    def _kind_chosen(self, number: int) -> None:
        self._set(replace(self.filter, kinds=self._kinds[number]))

    def _star_toggled(self, on: bool) -> None:
        self._set(replace(self.filter, star=True if on else None))

    def _tag_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self._toggle_tag(str(action.data()))

    def _toggle_tag(self, name: str) -> None:
        chosen = self.filter.tags
        tags = tuple(tag for tag in chosen if tag != name) if name in chosen else (*chosen, name)
        self._tags_chosen(tags)

    def _no_tags(self) -> None:
        self._tags_chosen(())

    def _tags_chosen(self, tags: tuple[str, ...]) -> None:
        self._set(replace(self.filter, tags=tags))

    def _ask_tags(self) -> None:
        dialog = TagDialog(self._tags, self.filter.tags, self.window())
        dialog.chosen.connect(self._tags_chosen)
        dialog.open()

    def _days_triggered(self, action: QAction) -> None:
        make = action.data()
        if make is not None:
            self._days_chosen(make(self._today()))

    def _days_chosen(self, days: Days) -> None:
        self._set(replace(self.filter, first_day=days.first, last_day=days.last))

    def _ask_days(self) -> None:
        today = self._today()
        dialog = DaysDialog(self.filter.first_day or this_month(today).first or today, self.filter.last_day or today)
        dialog.setParent(self.window(), dialog.windowFlags())
        dialog.chosen.connect(self._days_chosen)
        dialog.open()

    def _set(self, filter: Filter) -> None:
        self.filter = filter
        self._fill_tags()
        self.changed.emit(filter)

    def _show_words(self) -> None:
        on_chips = {tag.name for tag in self._tags[: self._offered]}
        others = [tag for tag in self.filter.tags if tag not in on_chips]
        words = " ".join(f"#{tag}" for tag in others[:2]) + ("…" if len(others) > 2 else "")
        self._tag_button.setText(words or self.tr("Tags"))
        self._tag_button.setChecked(bool(others))
        first, last = self.filter.first_day, self.filter.last_day
        self._day_button.setText(self._day_words(first, last))
        self._day_button.setChecked(first is not None or last is not None)
        for chip in (*self._chips, self._tag_button, self._day_button):
            fit_chip(chip)

    def _day_words(self, first: dt.date | None, last: dt.date | None) -> str:
        def said(day: dt.date) -> str:
            year = "" if day.year == self._today().year else " yyyy"
            return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM" + year)

        if first is None and last is None:
            return self.tr("Days")
        if first is None or last is None:
            return (
                self.tr("Since %1").replace("%1", said(first))
                if first
                else self.tr("Until %1").replace("%1", said(last or self._today()))
            )
        return said(first) if first == last else f"{said(first)} – {said(last)}"
