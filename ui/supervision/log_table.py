"""The log as a table: planned, what happened as a coloured word, format, minutes, reason and cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from journal.practice.supervision import NOT_HELD, SupervisionData, is_held
from journal.practice_model import Session
from ui.theme import Look
from ui.widgets.day_words import short_day

_STATE = Qt.ItemDataRole.UserRole
_ROW_PX = 39
#: The column whose words are of any length, and what the style sheet leaves free at both sides of them.
_REASON, _CELL_EDGE_PX = 4, 11
#: Words of a state, and the roles of its colour and its ground.
_COLOURS = {"planned": ("accent", "accent-soft"), "held": ("keep", "keep-ground"), "moved": ("quasi", "quasi-ground")}


class LogTable(QTableWidget):
    """``opened`` carries the meeting that was chosen by a double click or Return. As high as its rows."""

    opened = Signal(object)
    #: Where the row is that the keyboard went to, in the table: the page scrolls, not the table.
    walked = Signal(QRect)

    def __init__(self, look: Look, data: SupervisionData) -> None:
        super().__init__(0, 5)
        self._look, self._data = look, data
        self._sessions: tuple[Session, ...] = ()
        self._reason_px = self.columnWidth(_REASON)
        self.setProperty("look", "log")
        self.setAccessibleName(self.tr("Sessions"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Planned"),
                self.tr("What happened"),
                self.tr("Format"),
                self.tr("Minutes"),
                self.tr("Reason and cover"),
            ]
        )
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # why a meeting did not take place is said whole, on as many lines as it takes
        self.setWordWrap(True)
        self.setItemDelegate(_Pills(look, self))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(self._walk)
        self.itemDoubleClicked.connect(lambda item: self._open(item.row()))
        header.sectionResized.connect(self._resized)
        look.changed.connect(self._fit)

    def show_sessions(self, sessions: Sequence[Session], today: dt.date, waiting: int = 0) -> None:
        """Show these, the newest first; ``waiting``: matters on the agenda, said beside the next meeting."""
        self._sessions = tuple(sessions)
        self.setRowCount(len(self._sessions))
        coming = [one for one in self._sessions if not one.status]
        for at, session in enumerate(self._sessions):
            state = "planned" if not session.status else "held" if is_held(session) else "moved"
            agenda = ""
            if coming and session is coming[-1] and waiting:
                agenda = self.tr("%1 on the agenda").replace("%1", str(waiting))
            day = session.date_planned or session.date_held
            cells = (
                short_day(day, today) if day is not None else "",
                self._status_words(session),
                self._format_words(session),
                self._minutes_words(session),
                agenda or self._reason_words(session),
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column == 1:
                    item.setData(_STATE, state)
                self.setItem(at, column, item)
        self._fit()

    def empty(self) -> None:
        """Drop all words."""
        self.show_sessions((), dt.date.min)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: Tab comes to a row, not to its first cell."""
        super().focusInEvent(event)
        if self.currentRow() >= 0 and not self.selectedItems():
            self.selectRow(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Return opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Qt: every row is seen."""
        header = self.horizontalHeader().sizeHint().height()
        return QSize(400, header + sum(self.rowHeight(at) for at in range(self.rowCount())) + 4)

    def minimumSizeHint(self) -> QSize:
        """Qt: the page scrolls, not the table."""
        return QSize(200, self.sizeHint().height())

    def _resized(self, column: int, _before: int, now: int) -> None:
        if column == _REASON:
            # the header says it before the column has it
            self._reason_px = now
            self._fit()

    def _walk(self, at: int, *_: int) -> None:
        if at >= 0 and self.hasFocus():
            top = self.horizontalHeader().height() + self.rowViewportPosition(at)
            self.walked.emit(QRect(0, top, 1, self.rowHeight(at)))

    def _fit(self) -> None:
        one_line, wide = self._look.px(_ROW_PX), self._reason_px - 2 * _CELL_EDGE_PX
        metrics, wrapped = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        for at in range(self.rowCount()):
            item = self.item(at, _REASON)
            words = item.text() if item is not None else ""
            lines = metrics.boundingRect(0, 0, max(1, wide), 10_000, wrapped, words).height()
            self.setRowHeight(at, max(one_line, lines + one_line - metrics.height()))
        self.setFixedHeight(self.sizeHint().height())

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._sessions):
            self.opened.emit(self._sessions[at])

    def _status_words(self, session: Session) -> str:
        if not session.status:
            return self.tr("planned")
        return {
            "held-but-cut-short": self.tr("held, cut short"),
            "i-did-not-attend": self.tr("not attended"),
        }.get(session.status, self._data.field("status").name_of(session.status))

    def _format_words(self, session: Session) -> str:
        name = self._data.field("format").name_of(session.format)
        given = self.tr(", given") if session.role_here == "supervisor" else ""
        if session.group_size is not None and session.format in ("group", "peer"):
            group = self.tr("Group of %1") if session.format == "group" else self.tr("Peer group of %1")
            return group.replace("%1", str(session.group_size)) + given
        return name[:1].upper() + name[1:] + given

    def _minutes_words(self, session: Session) -> str:
        planned = session.minutes_planned
        if not session.status:
            return "" if planned is None else str(planned)
        held = session.minutes if is_held(session) else 0
        if held is None:
            return "–"
        if planned is None or held == planned:
            return str(held) if held or session.status not in NOT_HELD else "0"
        return self.tr("%1 of %2").replace("%1", str(held)).replace("%2", str(planned))

    def _reason_words(self, session: Session) -> str:
        names = [self._data.field(id).name_of(value) for id in ("reason", "cover") if (value := getattr(session, id))]
        words = " · ".join(names)
        return words[:1].upper() + words[1:]


class _Pills(QStyledItemDelegate):
    """The state as a word on a ground of its colour."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: a pill where the cell has a state."""
        state = index.data(_STATE)
        if state is None:
            super().paint(painter, option, index)
            return
        words = str(index.data())
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = plain.widget.style() if plain.widget is not None else None
        if style is not None:
            style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        font = self._look.sans(12, bold=True)
        role, ground = _COLOURS[state]
        room = QRectF(option.rect)
        high = self._look.px(19)
        wide = QFontMetrics(font).horizontalAdvance(words) + self._look.px(20)
        pill = QRectF(room.left() + 8, room.center().y() - high / 2, min(wide, room.width() - 10), high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ground))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(self._look.colour(role))
        painter.setFont(font)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: room for the pill."""
        size = super().sizeHint(option, index)
        if index.data(_STATE) is not None:
            words = QFontMetrics(self._look.sans(12, bold=True)).horizontalAdvance(str(index.data()))
            size.setWidth(words + self._look.px(20) + 24)
        else:
            size.setWidth(size.width() + 14)
        return size
