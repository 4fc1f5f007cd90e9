"""The days that a list is narrowed to: a few that one thinks of, and any two."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.day_field import day_field
from ui.widgets.parts import button, column, ground, label, pair, row

#: Pixels; wide enough for the words in a title bar.
_WIDTH = 300


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included; ``None`` where there is no bound."""

    first: dt.date | None = None
    last: dt.date | None = None


def last_days(today: dt.date, number: int) -> Days:
    """The last ``number`` days, today being one."""
    return Days(today - dt.timedelta(days=number - 1), today)


def this_month(today: dt.date) -> Days:
    """From the first of the month on."""
    return Days(today.replace(day=1), None)


def last_month(today: dt.date) -> Days:
    """The month before."""
    end = today.replace(day=1) - dt.timedelta(days=1)
    return Days(end.replace(day=1), end)


def this_year(today: dt.date) -> Days:
    """From New Year on."""
    return Days(today.replace(month=1, day=1), None)


def last_year(today: dt.date) -> Days:
    """The year before."""
    return Days(dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31))


class DaysDialog(QDialog):
    """Asks for two days. ``chosen`` carries them, the earlier first, whichever way round they were given."""

    chosen = Signal(object)

    def __init__(self, first: dt.date, last: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Between two days"))
        ground(self, "page")
        self._first, self._last = day_field(first), day_field(last)
        show = button(self.tr("Show"), "primary", name=self.tr("Show the entries of these days"))
        show.setDefault(True)
        away = button(self.tr("Cancel"))
        show.clicked.connect(self._shown)
        away.clicked.connect(self.reject)
        box = column(self, margins=(24, 20, 24, 18), spacing=14)
        box.addLayout(pair(label(self.tr("From"), "section", buddy=self._first), self._first))
        box.addLayout(pair(label(self.tr("To, this day included"), "section", buddy=self._last), self._last))
        box.addSpacing(4)
        box.addLayout(row(None, away, show))
        self.setMinimumWidth(_WIDTH)

    def _shown(self) -> None:
        days = sorted(
            dt.date(date.year(), date.month(), date.day()) for date in (self._first.date(), self._last.date())
        )
        self.accept()
        self.chosen.emit(Days(days[0], days[1]))
