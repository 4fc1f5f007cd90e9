"""Paints one row of the timeline: kind, title, day and two lines of text, all rows of one height.

A title too long for its line takes one of the two lines below it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.model import Heading
from ui.theme import Look
from ui.timeline.marked_text import MarkedText, draw_marked, fits_one_line
from ui.timeline.model import ROW_ROLE, Row
from ui.widgets.plain import plain
from ui.widgets.titles import first_and_rest, title_of

_SIDE = 18
_TOP = 12
#: So far back a day is said with its weekday: under a month's heading that is quicker to read than a number.
_WEEKDAY_DAYS = 60
#: Least room for a title, in pixels at the standard text size; with less the day goes down to the text.
_TITLE_ROOM = 110
#: Characters of a snippet shown before its first match.
_BEFORE_MARK = 34


def day_words(day: dt.date, today: dt.date, locale: QLocale, *, alone: bool = False) -> str:
    """A day as a list says it: short, and no more of it than tells it apart; empty for today, which has a word.

    ``alone``: no heading above it says the month.
    """
    date, ago = QDate(day.year, day.month, day.day), (today - day).days
    if ago == 0:
        return ""
    if 0 < ago < (7 if alone else _WEEKDAY_DAYS):
        return locale.toString(date, "ddd d")
    return locale.toString(date, "d MMM yyyy" if alone and day.year != today.year else "d MMM")


def around_first(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, Sequence[tuple[int, int]]]:
    """The text from a little before the first mark on, so that two lines show why it was found; marks moved along."""
    if not marks or marks[0][0] <= _BEFORE_MARK:
        return text, marks
    start = text.find(" ", marks[0][0] - _BEFORE_MARK, marks[0][0]) + 1 or marks[0][0]
    return "…" + text[start:], [(first - start + 1, last - start + 1) for first, last in marks]


def _after(before: str, text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, Sequence[tuple[int, int]]]:
    """``text`` with something said before it, and its marks moved along."""
    if not text:
        return before, []
    before += " · "
    return before + text, [(start + len(before), end + len(before)) for start, end in marks]


class TimelineDelegate(QStyledItemDelegate):
    """The kind is a colour here and a word in the row's accessible text (the model's)."""

    def __init__(self, look: Look, today: Callable[[], dt.date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._today = today
        self._locale = QLocale()

    def row_height(self) -> int:
        """The height of every row, in pixels."""
        title = QFontMetrics(self._look.sans(14, bold=True)).height()
        return 2 * _TOP + title + 4 + 2 * self._line_height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: one height for all."""
        return QSize(120, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: paint one row."""
        rect: QRect = option.rect
        state = option.state
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._look.colour("paper"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._look.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 3, -4, -3), 6, 6)
        if isinstance(row, Row):
            self._paint_row(painter, rect.adjusted(_SIDE, _TOP, -_SIDE + 4, -_TOP), row)
        else:
            self._paint_placeholder(painter, rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP))
        painter.restore()

    def _line_height(self) -> int:
        return round(QFontMetrics(self._look.sans(12.5)).height() * 1.12)

    def _paint_placeholder(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(QRect(rect.left() + 15, rect.top() + 4, rect.width() // 2, 9), 4, 4)
        painter.drawRoundedRect(QRect(rect.left(), rect.top() + 30, rect.width() - 30, 7), 3, 3)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        heading = row.heading
        title_font = self._look.sans(14, bold=True)
        title_metrics = QFontMetrics(title_font)
        day = day_words(heading.day, self._today(), self._locale, alone=row.found) or self.tr("Today")
        day_font = self._look.sans(12)
        day_width = QFontMetrics(day_font).horizontalAdvance(day) + 4
        middle = rect.top() + title_metrics.height() / 2
        dot = self._look.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.kind_colour(heading.kind))
        painter.drawEllipse(QRectF(rect.left(), middle - dot / 2, dot, dot))
        left = rect.left() + dot + 7
        if heading.star:
            star = self._look.px(13)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                QPointF(left, middle - star / 2), self._look.pixmap("star", "dilemma", star, ratio, filled=True)
            )
            left += star + 4
        room = rect.right() - day_width - 8 - left
        beside = room >= self._look.px(_TITLE_ROOM)
        if beside:
            painter.setFont(day_font)
            painter.setPen(self._look.colour("ink-2"))
            painter.drawText(
                QRect(rect.right() - day_width, rect.top(), day_width, title_metrics.height()),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                day,
            )
        else:
            room = rect.right() - left
        title = title_of(heading)
        painter.setPen(self._look.colour("ink" if heading.title else "ink-2"))
        title_marks = row.title_marks if heading.title else ()
        # what was searched for is read in the text below, which keeps its lines then
        title_lines = 1 if row.found or fits_one_line(title, title_font, room) else 2
        title_box = QRectF(left, rect.top(), room, title_lines * title_metrics.height())
        draw_marked(painter, self._marked(title, title_marks, title_font), title_box, title_lines)
        painter.setPen(self._look.colour("ink-2"))
        top = title_box.bottom() + 4
        text_lines = 3 - title_lines
        below = QRectF(rect.left(), top, rect.width(), text_lines * self._line_height())
        text, marks = plain(row.snippet, row.marks) if row.snippet else plain(self._below_title(heading))
        text, marks = around_first(text, marks)
        if not beside:
            text, marks = _after(day, text, marks)
        draw_marked(painter, self._marked(text, marks, self._look.sans(12.5)), below, text_lines)

    @staticmethod
    def _below_title(heading: Heading) -> str:
        """The text, without the line that already stands for a title."""
        return heading.excerpt if heading.title else first_and_rest(heading)[1]

    def _marked(self, text: str, marks: Sequence[tuple[int, int]], font: QFont) -> MarkedText:
        return MarkedText(text, marks, font, self._look.colour("quasi-ground"), self._look.colour("ink"))
