"""A field for a day, with a calendar that is as calm as the rest: no red days, no bar of colour."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from ui.widgets.steady import steady


class DayField(QDateEdit):
    """Its calendar is made when somebody comes to it: a dialog has several, of which none or one is opened."""

    _has_calendar = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: from here on a key may open the calendar."""
        self.make_calendar()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the arrow opens it."""
        self.make_calendar()
        super().mousePressEvent(event)

    def make_calendar(self) -> None:
        """Make the calendar and give it its look, once."""
        if not self._has_calendar:
            self._has_calendar = True
            _calm(self.calendarWidget())


def day_field(day: dt.date | None = None) -> DayField:
    """A day to type or to choose; the wheel passes it by."""
    made = steady(DayField())
    made.setCalendarPopup(True)
    made.setDisplayFormat("ddd d MMM yyyy")
    if day is not None:
        made.setDate(QDate(day.year, day.month, day.day))
    return made


def _calm(calendar: QCalendarWidget) -> None:
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    calendar.setGridVisible(False)
    # its border is the style sheet's, and its parts leave room for it
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    inside = calendar.layout()
    if inside is not None:
        inside.setContentsMargins(1, 1, 1, 1)
    # Qt writes the days of a weekend in red
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
