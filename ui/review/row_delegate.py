"""Paints the rows of the list of findings: letter and colour of the risk, the words, what becomes of them, why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.review.kind_words import risk_letter
from ui.review.rows import ROW, Row, Rows
from ui.theme import Look

_BADGE, _PAD, _GAP = 20, 9, 9


class RowDelegate(QStyledItemDelegate):
    """Every row has the same height, so that a list of thousands is laid out without asking for each."""

    def __init__(self, look: Look, rows: Rows, parent: QListView) -> None:
        super().__init__(parent)
        self._look, self._rows, self._view = look, rows, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: three lines."""
        del option, index
        heights = [QFontMetrics(self._look.sans(px, bold=bold)).height() for px, bold in ((13, True), (13, False))]
        return QSize(100, sum(heights) + QFontMetrics(self._look.sans(12)).height() + 2 * self._look.px(_PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: one row."""
        row: Row = index.data(ROW)
        look, rect = self._look, option.rect
        state = self._rows.standing(row).state
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            focused = self._view.hasFocus()
            painter.setPen(QPen(look.colour("accent" if focused else "edge"), 2))
            painter.setBrush(look.colour("paper"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look.px(8), look.px(8))
        else:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(rect.bottomLeft() + QPoint(8, 0), rect.bottomRight() - QPoint(8, 0))
        pad = look.px(_PAD)
        inside = rect.adjusted(10, pad, -12, -pad)
        if row.mention is not None:
            inside.setLeft(inside.left() + look.px(_BADGE))
        self._badge(painter, row, inside)
        inside.setLeft(inside.left() + look.px(_BADGE + _GAP))
        self._lines(painter, row, state, inside)
        painter.restore()

    def _badge(self, painter: QPainter, row: Row, inside: QRect) -> None:
        look, role, size = self._look, row.group.risk, self._look.px(_BADGE)
        area = QRect(inside.left(), inside.top(), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{role}-ground"))
        painter.drawEllipse(area)
        painter.setPen(look.colour(role))
        painter.setFont(look.sans(11, bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, risk_letter(role))
        if row.mention is None and len(row.group.indexes) > 1:
            # a small arrow below the letter: there are mentions to look at one by one
            x, y, arm = area.center().x(), area.bottom() + look.px(9), look.px(4)
            painter.setBrush(look.colour("ink-3"))
            painter.setPen(Qt.PenStyle.NoPen)
            points = (
                [QPoint(x - arm, y), QPoint(x + arm, y), QPoint(x, y + arm)]
                if row.opened
                else [QPoint(x - arm // 2, y - arm), QPoint(x - arm // 2, y + arm), QPoint(x + arm // 2 + 1, y)]
            )
            painter.drawPolygon(QPolygon(points))

    def _lines(self, painter: QPainter, row: Row, state: str, inside: QRect) -> None:
        look, rows = self._look, self._rows
        word_font, plain, small = look.sans(13, bold=True), look.sans(13), look.sans(12)
        tag = rows.state_words(row)
        tag_font = look.sans(12, bold=True)
        room = QFontMetrics(tag_font).horizontalAdvance(tag) + (10 if tag else 0)
        painter.setFont(tag_font)
        painter.setPen(look.colour({"open": "quasi", "asked": "quasi", "changed": "keep"}.get(state, "ink-2")))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, tag)
        becomes = rows.becomes(row)
        arrow = "→ " if state in ("open", "asked", "changed") else ""
        y = inside.top()
        for font, role, words, width in (
            (word_font if row.mention is None else plain, "ink", rows.words(row), inside.width() - room),
            (plain, "ink-2" if state == "open" else "ink", arrow + becomes, inside.width()),
            (small, "ink-3", rows.why(row), inside.width()),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.colour(role))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(inside.left(), y, width, metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            y += metrics.height()
