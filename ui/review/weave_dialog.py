"""Begin a blog draft: one entry, or several woven into one, chosen from the journal and put in their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from journal.errors import JournalError
from journal.model import Filter, Heading, Hit, Order
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.review.store import PostStore
from ui.theme import Look
from ui.widgets.day_words import middle_date
from ui.widgets.parts import button, column, icon_button, keep_width, label, row
from ui.widgets.titles import title_of

#: Entries offered at once; the search narrows them.
_OFFERED = 200
_PAUSE_MS = 150
_WIDTH_PX, _LIST_PX = 620, 190
#: The rest of the dialog; what is left free around it; the least that a list is given, in pixels.
_HEIGHT_PX, _BESIDE_PX, _MARGIN, _LIST_LEAST_PX = 720, 325, 48, 90
_HEADING = Qt.ItemDataRole.UserRole
_INSIDE_PX = 12


class _Listed(QListWidget):
    """A list that says what there is to say while nothing is in it; ``thrown_out``: Delete was pressed on a row."""

    thrown_out = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._nothing = look, ""
        for changed in (self.model().rowsInserted, self.model().rowsRemoved, self.model().modelReset):
            changed.connect(self._describe)

    def say_when_empty(self, words: str) -> None:
        """What stands in the list while it has no rows."""
        self._nothing = words
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.count() else self._nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete takes out, where somebody listens."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.thrown_out.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the words, where there is no row."""
        super().paintEvent(event)
        if self.count() or not self._nothing:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._look.sans(13))
        painter.setPen(self._look.colour("ink-2"))
        inside = self.viewport().rect().adjusted(_INSIDE_PX, _INSIDE_PX, -_INSIDE_PX, -_INSIDE_PX)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._nothing)
        painter.end()


class WeaveDialog(QDialog):
    """``chosen`` carries the ids of the entries in their order, and the title for the post (empty: the first's)."""

    chosen = Signal(object, str)

    def __init__(self, look: Look, store: PostStore, vault: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Begin a blog draft"))
        self._store, self._vault = store, vault
        self._search = QLineEdit()
        self._offered, self._picked = _Listed(look), _Listed(look)
        self._picked.say_when_empty(self.tr("Nothing yet. Press Enter on an entry above, or double-click it."))
        room = parent.window().height() - _MARGIN if parent is not None else look.px(_HEIGHT_PX)
        # the lists give way in a low window, and at large text: their rows scroll
        least = min(look.px(_LIST_PX), max(_LIST_LEAST_PX, (room - look.px(_BESIDE_PX)) // 2))
        for made, name in ((self._offered, self.tr("Entries")), (self._picked, self.tr("In the draft, in this order"))):
            made.setProperty("look", "plain")
            made.setAccessibleName(name)
            made.setMinimumHeight(least)
            # a long title ends in an ellipsis; its day is in sight all the same
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._title = QLineEdit()
        self._title.setPlaceholderText(self.tr("the first entry’s title"))
        self._up = icon_button(look, "chevron-up", self.tr("Earlier in the draft (Alt+Up)"))
        self._down = icon_button(look, "chevron-down", self.tr("Later in the draft (Alt+Down)"))
        self._out = icon_button(look, "x", self.tr("Take it out of the draft (Delete)"))
        self._begin = button(self.tr("Begin"), "primary", name=self.tr("Begin a blog draft from these entries"))
        cancel = button(self.tr("Cancel"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        box = column(self, margins=(22, 20, 22, 18), spacing=8)
        box.addWidget(label(self.windowTitle(), "heading"))
        box.addWidget(
            label(
                self.tr("The entries are copied and stay as they are. Enter puts one into the draft."),
                "second",
                wrap=True,
            )
        )
        box.addWidget(label(self.tr("&Search the entries"), "second", buddy=self._search))
        box.addWidget(self._search)
        box.addWidget(self._offered, 2)
        order = label(self.tr("In the draft, in this order"), "section")
        box.addLayout(row(order, None, self._up, self._down, self._out))
        box.addWidget(self._picked, 1)
        box.addWidget(label(self.tr("&Title of the draft"), "second", buddy=self._title))
        box.addWidget(self._title)
        box.addLayout(row(None, cancel, self._begin))
        keep_width(self, look, least=_WIDTH_PX, bound=1100)
        cancel.clicked.connect(self.reject)
        self._connect()
        self._ask()
        self._refresh()
        self._search.setFocus()

    def picked(self) -> list[Heading]:
        """The entries chosen, in their order."""
        return [self._picked.item(at).data(_HEADING) for at in range(self._picked.count())]

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self._search.textChanged.connect(lambda _: self._pause.start())
        self._search.returnPressed.connect(self._go_to_offered)
        self._title.returnPressed.connect(self._begin.click)
        self._picked.thrown_out.connect(self._take_out)
        self._offered.itemActivated.connect(self._pick)
        self._picked.currentRowChanged.connect(lambda _: self._refresh())
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._out.clicked.connect(self._take_out)
        self._begin.clicked.connect(self._done)
        self._up.setShortcut("Alt+Up")
        self._down.setShortcut("Alt+Down")

    def _ask(self) -> None:
        words, store = self._search.text().strip(), self._store

        def read() -> Sequence[Heading]:
            if not words:
                return store.window(Filter(), 0, _OFFERED)
            hits: Sequence[Hit] = store.search(words, Filter(), Order.NEWEST, _OFFERED)
            return [hit.heading for hit in hits]

        self._vault.run(read, owner=self, topic="weave", done=self._offer, failed=self._failed)

    def _go_to_offered(self) -> None:
        if self._offered.count():
            self._offered.setFocus()

    def _offer(self, headings: Sequence[Heading]) -> None:
        self._offered.clear()
        for heading in headings:
            self._offered.addItem(self._item(heading))
        searched = bool(self._search.text().strip())
        self._offered.say_when_empty(
            self.tr("No entry has these words.") if searched else self.tr("There are no entries yet.")
        )
        if headings:
            self._offered.setCurrentRow(0)

    def _item(self, heading: Heading) -> QListWidgetItem:
        item = QListWidgetItem(f"{title_of(heading)}  ·  {middle_date(heading.day)}")
        item.setData(_HEADING, heading)
        return item

    def _pick(self, item: QListWidgetItem) -> None:
        heading: Heading = item.data(_HEADING)
        if heading.id not in {one.id for one in self.picked()}:
            self._picked.addItem(self._item(heading))
            self._picked.setCurrentRow(self._picked.count() - 1)
        self._refresh()

    def _move(self, step: int) -> None:
        at = self._picked.currentRow()
        if at >= 0 and 0 <= at + step < self._picked.count():
            item = self._picked.takeItem(at)
            self._picked.insertItem(at + step, item)
            self._picked.setCurrentRow(at + step)
        self._refresh()

    def _take_out(self) -> None:
        if self._picked.currentRow() >= 0:
            self._picked.takeItem(self._picked.currentRow())
        self._refresh()

    def _refresh(self) -> None:
        at, count = self._picked.currentRow(), self._picked.count()
        for control, can in ((self._up, at > 0), (self._down, 0 <= at < count - 1), (self._out, at >= 0)):
            if control.hasFocus() and not can:
                # what can do no more lets the keyboard go; it stays with the entries
                (self._picked if count else self._search).setFocus()
            control.setEnabled(can)
        self._begin.setEnabled(count > 0)

    def _done(self) -> None:
        self.chosen.emit([heading.id for heading in self.picked()], self._title.text().strip())
        self.accept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._offered.clear()
            # no row: what can be chosen is an entry
            self._offered.say_when_empty(error_words(error))
