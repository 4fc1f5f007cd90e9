"""A summary of a period, or the agenda on one page: looked at first, then printed or kept as PDF or CSV. Codes only."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QComboBox, QDialog, QTextEdit, QWidget

from journal.practice.summaries import Summary, to_csv
from journal.practice.supervision import SupervisionData
from ui.supervision.facts import months_back
from ui.theme import Look
from ui.widgets.day_field import day_field
from ui.widgets.day_words import pydate
from ui.widgets.outgoing import Format, Outgoing
from ui.widgets.paper import Paper
from ui.widgets.parts import button, column, label, row
from ui.widgets.printing import ask_print
from ui.widgets.steady import name_choice, steady

_WIDTH_PX, _HEIGHT_PX, _MARGIN = 920, 640, 48
#: The form of the file that a person is most often asked for.
_FIRST_FORM = "service-summary"


class SummaryDialog(QDialog):
    """``wanted`` carries form, first and last day whenever another summary is to be shown; ``show_summary`` answers.
    ``file_asked`` carries an ``Outgoing``. Without ``data`` it shows one page that cannot be chosen (the agenda)."""

    wanted = Signal(str, object, object)
    file_asked = Signal(object)

    def __init__(self, look: Look, data: SupervisionData | None, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Summary") if data is not None else self.tr("The agenda on one page"))
        self._summary: Summary | None = None
        self._one_page = data is None
        self._form = steady(QComboBox())
        self._first, self._last = (day_field(day) for day in (months_back(today, 11), today))
        for field in (self._first, self._last):
            field.setDisplayFormat("d MMM yyyy")
        self._page = QTextEdit()
        self._page.setProperty("look", "help")
        self._page.setReadOnly(True)
        self._page.setTabChangesFocus(True)
        # not anywhere: a date stays whole
        self._page.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._page.setAccessibleName(self.tr("The page as it will be"))
        self._print = button(self.tr("Print…"))
        self._keep = button(self.tr("Save as PDF or CSV…"), "primary")
        close = button(self.tr("Close"))
        box = column(self, margins=(24, 20, 24, 18), spacing=10)
        if data is not None:
            for form in data.summaries:
                self._form.addItem(form.name, form.id)
            self._form.setCurrentIndex(max(0, self._form.findData(_FIRST_FORM)))
            self._form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            line = row(self._form, label(self.tr("from"), buddy=self._first), self._first)
            line.addWidget(label(self.tr("to"), buddy=self._last))
            line.addWidget(self._last)
            line.setStretch(0, 1)
            name_choice(self._form, self.tr("Kind of summary"))
            self._first.setAccessibleName(self.tr("From"))
            self._last.setAccessibleName(self.tr("To"))
            box.addLayout(line)
        box.addWidget(self._page, 1)
        codes = self.tr("People stand here by their private codes alone. Read it through before it leaves your hands.")
        box.addWidget(label(codes, "hint", wrap=True))
        box.addLayout(row(close, None, self._print, self._keep))
        self._form.currentIndexChanged.connect(self._ask)
        self._first.dateChanged.connect(self._ask)
        self._last.dateChanged.connect(self._ask)
        close.clicked.connect(self.reject)
        self._print.clicked.connect(self._on_paper)
        self._keep.clicked.connect(self._ask_file)
        wide, high = look.px(_WIDTH_PX), look.px(_HEIGHT_PX)
        if parent is not None:
            room = parent.window().size()
            wide, high = min(wide, room.width() - _MARGIN), min(high, room.height() - _MARGIN)
        self.resize(wide, high)

    def ask(self) -> None:
        """Ask for the summary of the present choice."""
        self._ask()

    def show_summary(self, made: Summary) -> None:
        """Show one."""
        self._summary = made
        self._page.setHtml(self._paper(made).html())

    def _ask(self) -> None:
        days = sorted((pydate(self._first.date()), pydate(self._last.date())))
        self.wanted.emit(str(self._form.currentData() or ""), days[0], days[1])

    def _paper(self, made: Summary) -> Paper:
        return Paper(made, one_page=self._one_page)

    def _on_paper(self) -> None:
        if self._summary is not None:
            ask_print(self._paper(self._summary).draw(), self)

    def _ask_file(self) -> None:
        made = self._summary
        if made is None:
            return
        formats = (
            Format("pdf", self.tr("Page (PDF)"), self._paper(made).pdf),
            Format("csv", self.tr("Table (CSV)"), lambda: to_csv(made).encode("utf-8-sig")),
        )
        self.file_asked.emit(Outgoing(self.tr("Save the summary"), "summary", formats))
