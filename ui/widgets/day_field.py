"""A field for a day, with a calendar that is as calm as the rest: no red days, no bar of colour."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from ui.widgets.steady import steady


def day_field(day: dt.date | None = None) -> QDateEdit:
    """A day to type or to choose; the wheel passes it by."""
    made = steady(QDateEdit())
    made.setCalendarPopup(True)
    made.setDisplayFormat("ddd d MMM yyyy")
    calendar = made.calendarWidget()
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
    if day is not None:
        made.setDate(QDate(day.year, day.month, day.day))
    return made
