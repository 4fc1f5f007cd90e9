"""One month as a grid of days; those written on carry a mark. Arrow keys walk it, Page Up and Down turn the month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.practice_model import DayWritten
from ui.text import counted
from ui.theme import Look
from ui.widgets.day_words import long_day

_DAYS, _WEEKS = 7, 6
_ROW_PX, _HEAD_PX, _DOT_PX = 38, 26, 5


class MonthGrid(QWidget):
    """``chosen`` carries the day that was walked to; ``turned`` the first day of a month newly shown."""

    chosen = Signal(object)
    turned = Signal(object)
    #: Return: on to what was written about the day.
    entered = Signal()

    def __init__(self, look: Look, today: dt.date) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._day = today
        self._written: Mapping[dt.date, DayWritten] = {}
        self._first_weekday = QLocale().firstDayOfWeek().value - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Calendar of entries"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)
        self._describe()

    @property
    def day(self) -> dt.date:
        """The day that is chosen."""
        return self._day

    def set_today(self, today: dt.date) -> None:
        """Another day has begun."""
        self._today = today
        self.update()

    def show_written(self, days: Mapping[dt.date, DayWritten]) -> None:
        """Mark these."""
        self._written = days
        self.update()
        self._describe()

    def go(self, day: dt.date) -> None:
        """Walk to a day."""
        if day == self._day:
            return
        turned = (day.year, day.month) != (self._day.year, self._day.month)
        self._day = day
        self.update()
        self._describe()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if turned:
            self.turned.emit(day.replace(day=1))
        self.chosen.emit(day)

    def turn(self, months: int) -> None:
        """Turn so many months forward, or back."""
        at = self._day.year * 12 + self._day.month - 1 + months
        year, month = at // 12, at % 12 + 1
        if dt.MINYEAR <= year <= dt.MAXYEAR:
            last = calendar.monthrange(year, month)[1]
            self.go(dt.date(year, month, min(self._day.day, last)))

    def shown(self) -> list[dt.date]:
        """The forty-two days of the grid."""
        first = self._day.replace(day=1)
        into = (first.weekday() - self._first_weekday) % _DAYS
        return [first + dt.timedelta(days=at - into) for at in range(_DAYS * _WEEKS)]

    def sizeHint(self) -> QSize:
        """Qt: six weeks and the names of the days."""
        return QSize(self._look.px(330), self._look.px(_HEAD_PX) + _WEEKS * self._look.px(_ROW_PX))

    def minimumSizeHint(self) -> QSize:
        """Qt: as high as that, as narrow as seven numbers."""
        return QSize(self._look.px(210), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: names of the days, numbers, marks, the chosen day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / _DAYS
        painter.setFont(self._look.sans(11.5))
        painter.setPen(self._look.colour("ink-3"))
        for at in range(_DAYS):
            name = QLocale().dayName((self._first_weekday + at) % _DAYS + 1, QLocale.FormatType.ShortFormat)
            painter.drawText(QRectF(at * wide, 0, wide, self._look.px(_HEAD_PX)), _CENTRE, name)
        for at, day in enumerate(self.shown()):
            self._paint_day(painter, self._cell(at), day)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the day under the pointer."""
        for at, day in enumerate(self.shown()):
            if self._cell(at).contains(event.position()):
                self.go(day)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk by days and weeks, turn by months."""
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
        }.get(Qt.Key(event.key()))
        if step is not None:
            self.go(self._day + dt.timedelta(days=step))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        elif event.key() == Qt.Key.Key_Home:
            self.go(self._today)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _cell(self, at: int) -> QRectF:
        week, day = divmod(at, _DAYS)
        wide, high, top = self.width() / _DAYS, self._look.px(_ROW_PX), self._look.px(_HEAD_PX)
        return QRectF(day * wide, top + week * high, wide, high)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: dt.date) -> None:
        chosen, inside = day == self._day, day.month == self._day.month
        side = min(cell.height(), cell.width()) - 4
        disc = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
        if chosen:
            painter.setPen(QPen(self._look.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent-soft"))
            painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        painter.setFont(self._look.sans(13, bold=day == self._today))
        painter.setPen(self._look.colour("ink" if inside else "ink-3"))
        number = cell.adjusted(0, -self._look.px(3), 0, -self._look.px(3))
        painter.drawText(number, _CENTRE, str(day.day))
        if day in self._written:
            radius = self._look.px(_DOT_PX) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(QPointF(cell.center().x(), cell.center().y() + self._look.px(11)), radius, radius)

    def _describe(self) -> None:
        found = self._written.get(self._day)
        said = self.tr("nothing written")
        if found is not None:
            said = counted(found.entries, self.tr("1 entry"), self.tr("%n entries"))
        self.setAccessibleDescription(f"{long_day(self._day)}: {said}")

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()


_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
