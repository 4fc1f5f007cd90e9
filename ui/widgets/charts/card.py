"""A chart in its card: title, what it shows, the drawing or the table behind it, and a way to keep or print it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTableWidget, QTableWidgetItem, QToolButton, QWidget

from ui.theme import Look
from ui.widgets.charts.drawing import Drawing, Table
from ui.widgets.charts.files import Picture, draw_chart, to_csv, to_png, to_svg
from ui.widgets.charts.view import ChartView
from ui.widgets.outgoing import Format, Outgoing
from ui.widgets.parts import LINK_EDGE, column, icon_button, label, row
from ui.widgets.printing import ask_print, to_pdf

_TABLE_PX = 260


class ChartCard(QFrame):
    """``file_asked`` carries an ``Outgoing``: where files go is not this card's business."""

    file_asked = Signal(object)

    def __init__(self, look: Look, title: str, about: str, *, stem: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._look, self._title, self._stem = look, title, stem
        self._below: tuple[str, ...] = ()
        self._head = label(title, "strong", wrap=True)
        self._about = label(about, "hint", wrap=True)
        self.view = ChartView(look, title)
        self._as_table = icon_button(look, "table", self.tr("Show the table: %1").replace("%1", title), checkable=True)
        self._more = icon_button(look, "ellipsis", self.tr("Save or print: %1").replace("%1", title))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.addAction(self.tr("Save the chart or its figures…"), self._ask_file)
        menu.addAction(self.tr("Print…"), self._print)
        self._more.setMenu(menu)
        self._table = QTableWidget()
        self._table.setProperty("look", "figures")
        self._table.setAccessibleName(self.tr("Table: %1").replace("%1", title))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.hide()
        self._said = label("", "second", wrap=True)
        self._notes = label("", "hint", wrap=True)
        self._nothing = label("", "second", wrap=True)
        self._said.setMinimumHeight(look.px(16))
        # the buttons are higher than the words: less above them, so that the heads of cards stand in one line
        self._box = column(self, margins=(18, 12, 18, 14), spacing=4)
        top = row(self._head, self._as_table, self._more, spacing=2)
        top.setStretch(0, 1)
        top.setAlignment(self._head, Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(top)
        self._box.addWidget(self._about)
        self._box.addSpacing(6)
        for part in (self._nothing, self.view, self._table, self._said, self._notes):
            self._box.addWidget(part)
        self._box.addStretch(1)
        self._as_table.toggled.connect(self._show_table)
        self.view.said.connect(self._said.setText)
        self.show_chart(None)

    def show_chart(self, drawing: Drawing | None, notes: Sequence[str] = (), *, nothing: str = "") -> None:
        """Show ``drawing`` with lines below it, or where there is none the words of ``nothing``."""
        self._below = tuple(notes)
        self.view.show_drawing(drawing)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._nothing.setText(nothing)
        self._nothing.setVisible(drawing is None and bool(nothing))
        for part in (self._as_table, self._more, self._said):
            part.setVisible(drawing is not None)
        self._fill(drawing.table() if drawing is not None and self._as_table.isChecked() else None)
        self._show_table()

    def add_below(self, *widgets: QWidget) -> None:
        """Something to do with the chart, at the foot of the card."""
        self._box.insertLayout(self._box.count() - 1, row(-LINK_EDGE, *widgets, None))

    def say_about(self, words: str) -> None:
        """Change the line below the title."""
        self._about.setText(words)

    def empty(self) -> None:
        """Drop what it holds; part of locking."""
        self._as_table.setChecked(False)
        self.show_chart(None)

    def _show_table(self) -> None:
        drawing, table = self.view.drawing, self._as_table.isChecked()
        if table and drawing is not None:
            self._fill(drawing.table())
        self.view.setVisible(drawing is not None and not table)
        self._said.setVisible(drawing is not None and not table)
        self._table.setVisible(drawing is not None and table)

    def _fill(self, table: Table | None) -> None:
        self._table.clear()
        if table is None:
            self._table.setRowCount(0)
            return
        self._table.setColumnCount(len(table.columns))
        self._table.setRowCount(len(table.rows))
        self._table.setHorizontalHeaderLabels(list(table.columns))
        for at, cells in enumerate(reversed(table.rows)):
            # the newest first: nobody should have to scroll to today
            for column_at, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                if column_at:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(at, column_at, item)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._table.setFixedHeight(self._look.px(_TABLE_PX))

    def _ask_file(self) -> None:
        drawing = self.view.drawing
        if drawing is None:
            return
        picture = Picture(drawing, self._title, self._below)
        formats = (
            Format("png", self.tr("Picture (PNG)"), lambda: to_png(picture)),
            Format("svg", self.tr("Drawing that can be scaled (SVG)"), lambda: to_svg(picture)),
            Format("pdf", self.tr("Page (PDF)"), lambda: to_pdf(lambda on: draw_chart(on, picture), landscape=True)),
            Format("csv", self.tr("Its figures as a table (CSV)"), lambda: to_csv(drawing.table())),
        )
        note = self.tr("These are figures about you.")
        self.file_asked.emit(Outgoing(self.tr("Save: %1").replace("%1", self._title), self._stem, formats, note))

    def _print(self) -> None:
        drawing = self.view.drawing
        if drawing is not None:
            picture = Picture(drawing, self._title, self._below)
            ask_print(lambda device: draw_chart(device, picture), self.window(), landscape=True)
