"""The person's own events, drawn across the charts: "moved house", "caseload doubled"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.practice.unfinished import Unfinished
from journal.practice_model import OwnEvent
from ui.theme import Look
from ui.widgets.day_field import day_field
from ui.widgets.day_words import full_date, pydate
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import button, column, ground, icon_button, label, row
from ui.widgets.rows import clear, has_keyboard

_WIDTH_PX = 480


class EventsDialog(FormDialog):
    """``added`` carries a new ``OwnEvent``, ``removed`` one to delete. Stays open; ``show_events`` after each."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, events: Sequence[OwnEvent], today: dt.date, parent: QWidget | None = None) -> None:
        about = self.tr("In your own words and for you alone. They stand on the charts as numbered lines.")
        super().__init__(look, self.tr("What happened"), about, save=self.tr("Close"), parent=parent)
        self._look = look
        self.cancel.hide()
        # Return adds
        self.save.setDefault(False)
        self._day = day_field(today)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.setAccessibleName(self.tr("The day"))
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("caseload doubled, leave began, moved house…"))
        self._words.setAccessibleName(self.tr("What happened, in a few words"))
        add = button(self.tr("Add"), name=self.tr("Add this event"))
        line = row(self._day, self._words, add)
        line.setStretch(1, 1)
        self.fields.addLayout(line)
        self._list = QWidget()
        ground(self._list, "clear")
        self._rows = column(self._list, spacing=4)
        self.fields.addSpacing(6)
        self.fields.addWidget(self._list)
        add.clicked.connect(self._add)
        self._words.returnPressed.connect(self._add)
        self._day.lineEdit().returnPressed.connect(self._add)
        # what was typed and not added can be taken up again
        self.asked.connect(self.reject)
        self.show_events(events)
        self.fit(_WIDTH_PX)
        # the day is today's as a rule
        self._words.setFocus()

    def show_events(self, events: Sequence[OwnEvent]) -> None:
        """Show these, the newest first."""
        if has_keyboard(self._list):
            self._words.setFocus()
        clear(self._list)
        days = [label(full_date(event.day), "second") for event in reversed(events)]
        for day in days:
            day.ensurePolished()
        # the words stand in one column, whatever the month
        widest = max((day.sizeHint().width() for day in days), default=0)
        if not events:
            self._rows.addWidget(label(self.tr("Nothing noted yet."), "hint"))
        for event, day in zip(reversed(events), days, strict=True):
            day.setMinimumWidth(widest)
            away = icon_button(self._look, "trash-2", self.tr("Remove: %1").replace("%1", event.words))
            away.clicked.connect(lambda _=False, event=event: self.removed.emit(event))
            holder = QWidget()
            ground(holder, "clear")
            line = row(day, label(event.words, "", wrap=True), away, spacing=12)
            line.setStretch(1, 1)
            holder.setLayout(line)
            self._rows.addWidget(holder)

    def fill(self, event: OwnEvent) -> None:
        """Show one that was typed and not added yet."""
        self._day.setDate(QDate(event.day.year, event.day.month, event.day.day))
        self._words.setText(event.words)

    def form(self) -> Unfinished | None:
        """As ``FormDialog``: the event that was typed and not added yet."""
        made = self._typed()
        return Unfinished("event", made) if made.words else None

    def _typed(self) -> OwnEvent:
        return OwnEvent(None, pydate(self._day.date()), self._words.text().strip())

    def _add(self) -> None:
        made = self._typed()
        if made.words:
            self._words.clear()
            self.added.emit(made)
        # for the words that are missing, or for the next ones
        self._words.setFocus()
