"""A field for a day, with a calendar that is as calm as the rest: no red days, no bar of colour."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from ui.widgets.steady import steady

_Section = QDateEdit.Section
#: The mouse and the calendar that closes leave the caret where they put it.
_PLACED = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
_MONTHS = 12


class DayField(QDateEdit):
    """One stop for Tab; arrows go from day to month to year, and up and down; a month can be typed as a number.

    Its calendar is made when somebody comes to it: a dialog has several, of which none or one is opened.
    """

    _has_calendar = False
    #: The first digit of a month, while another may follow.
    _tens = 0

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: from here on a key may open the calendar; typing begins at the day, not at its name."""
        self.make_calendar()
        super().focusInEvent(event)
        if event.reason() not in _PLACED:
            self._go(self._first)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Qt: Tab leaves the field; Qt's own would stop at each of its parts."""
        parent = self.parentWidget()
        return parent.focusNextPrevChild(next) if parent is not None else False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go to the next part; the digits of a month, which Qt reads as a word alone."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and plain:
            self._go(min(max(self.currentSectionIndex() + step, self._first), self.sectionCount() - 1))
        elif plain and event.text() in "0123456789" and event.text() and self.currentSection() is _Section.MonthSection:
            self._type_month(int(event.text()))
        else:
            self._tens = 0
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the arrow opens it."""
        self.make_calendar()
        super().mousePressEvent(event)

    def make_calendar(self) -> None:
        """Make the calendar and give it its look, once."""
        if not self._has_calendar:
            self._has_calendar = True
            _calm(self.calendarWidget())

    @property
    def _first(self) -> int:
        # the name of the day follows from the rest: nobody types it
        return 1 if self.displayFormat().startswith("ddd") else 0

    def _go(self, at: int) -> None:
        self._tens = 0
        self.setCurrentSectionIndex(at)
        # of two parts with one name (ddd, d) Qt takes the present one
        self.setSelectedSection(self.currentSection())

    def _type_month(self, digit: int) -> None:
        at, month = self.currentSectionIndex(), self._tens * 10 + digit
        if not 1 <= month <= _MONTHS:
            month = digit
        if month:
            day = self.date()
            last = QDate(day.year(), month, 1).daysInMonth()
            self.setDate(QDate(day.year(), month, min(day.day(), last)))
        # one more digit can only follow a 0 or a 1
        more = not self._tens and digit <= 1
        self._go(at if more or not month else min(at + 1, self.sectionCount() - 1))
        self._tens = digit if more else 0


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
