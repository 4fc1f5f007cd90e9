"""The sheet one writes on: its buttons, meta line and title over the column of text, and the find bar below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from journal.practice.prompts import Library
from ui.editor.find_bar import FindBar
from ui.editor.head import Head
from ui.editor.meta_line import MetaLine
from ui.editor.people import People
from ui.editor.store import EntryStore
from ui.editor.title_edit import TitleEdit
from ui.editor.writing_edit import GUTTER, WritingEdit
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.banner import Banner
from ui.widgets.from_start import from_start
from ui.widgets.parts import column, ground, label, row


class Sheet(QStackedWidget):
    """Where nothing is open, words that say what to do instead."""

    def __init__(self, look: Look, store: EntryStore, lane: Lane, library: Library) -> None:
        super().__init__()
        ground(self, "page")
        self.banner = Banner(look)
        self.people = People(look, store, lane)
        self.meta = MetaLine(look, library.kinds, self.people)
        self.head = Head(look, self.meta.star_button)
        self.title = from_start(TitleEdit(look))
        self.title.setProperty("look", "entry-title")
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        # a line edit keeps two pixels for itself: the title begins where the text does
        self.title.setTextMargins(-2, 0, 0, 0)
        self.body = WritingEdit(look)
        self.find_bar = FindBar(look, self.body)
        top = QWidget()
        over = column(top, spacing=6)
        over.addWidget(self.meta)
        over.addWidget(self.title)
        self._top_row = row(top)
        page = QWidget()
        centre = column(page, spacing=4)
        centre.addWidget(self.head)
        centre.addWidget(self.banner)
        centre.addLayout(self._top_row)
        centre.addWidget(self.body, 1)
        centre.addWidget(self.find_bar)
        self.addWidget(self._nothing())
        self.addWidget(page)
        # writing comes before the buttons for it
        buttons = self.head.format.buttons
        QWidget.setTabOrder(self.title, self.body)
        for former, later in zip((self.body, *buttons), buttons, strict=False):
            QWidget.setTabOrder(former, later)
        self.title.returnPressed.connect(self.body.setFocus)
        self.meta.entered.connect(self.body.setFocus)
        self.body.placed.connect(self._align)

    @property
    def blank(self) -> bool:
        """Whether nothing was written."""
        return self.body.document().isEmpty() and not self.title.text()

    def set_enabled(self, enabled: bool) -> None:
        """Whether it can be written on."""
        self.title.setEnabled(enabled)
        self.body.setEnabled(enabled)
        self.head.set_enabled(enabled)
        self.meta.set_editable(enabled)

    def show_page(self, shown: bool) -> None:
        """Whether there is an entry on it."""
        self.setCurrentIndex(int(shown))

    def empty(self) -> None:
        """Drop all text and what could bring it back."""
        self.title.show_names(())
        # not ``clear``, which undo takes back
        self.title.setText("")
        self.find_bar.empty()
        self.people.empty()
        self.meta.empty()
        self.body.setPlainText("")
        self.body.document().clearUndoRedoStacks()

    def _align(self) -> None:
        """Title, meta line and buttons stand over the column of text."""
        side = self.body.side_margin()
        left = side + GUTTER
        self.head.begin_at(left)
        self._top_row.setContentsMargins(left, 0, max(12, left - 12), 0)

    def _nothing(self) -> QWidget:
        nothing = QWidget()
        empty = column(nothing, margins=(40, 40, 40, 40), spacing=14)
        empty.addStretch(2)
        # the list says what there is to choose; this says only how little is needed
        for words in (
            label(self.tr("One honest sentence is a complete entry."), "lead", wrap=True),
            label(
                self.tr("%1 begins one.").replace(
                    "%1", QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText)
                ),
                "hint",
                wrap=True,
            ),
        ):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            empty.addWidget(words)
        empty.addStretch(3)
        return nothing
