"""What the timeline shows where there is nothing to list: why, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Look
from ui.widgets.parts import button, column, label, row, scrolled


class EmptyPage(QWidget):
    """``begin`` asks for a new entry, ``all_asked`` for everything again."""

    begin = Signal()
    all_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._of = label(), "book-open"
        self._head = label("", "strong", wrap=True)
        self._words = label("", "second", wrap=True)
        for part in (self._icon, self._head, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._begin = button(self.tr("Write the first entry"))
        self._all = button("", name=self.tr("Show all entries"))
        # hidden from the first, else the page stays as wide as both of them need
        self._all.hide()
        inside = QWidget()
        box = column(inside, margins=(16, 56, 16, 20), spacing=10)
        for part in (self._icon, self._head, self._words):
            box.addWidget(part)
        box.addSpacing(6)
        box.addLayout(row(None, self._begin, self._all, None))
        box.addStretch(1)
        column(self).addWidget(scrolled(inside, self))
        self._begin.clicked.connect(self.begin)
        self._all.clicked.connect(self.all_asked)
        look.changed.connect(self._paint)

    def nothing_yet(self) -> None:
        """A new journal."""
        self._say(
            "book-open",
            self.tr("Nothing here yet."),
            self.tr("Begin anywhere: one honest sentence is a complete entry."),
            "",
        )

    def nothing_found(self, filtered: bool) -> None:
        """A search without a result."""
        words = self.tr("Fewer letters, or another word?")
        if filtered:
            words = self.tr("Only part of the journal was looked through: a filter is on.")
        self._say("search", self.tr("Nothing found."), words, self.tr("Show all entries"))

    def empty_filter(self) -> None:
        """A filter that nothing passes."""
        self._say("search", self.tr("No entry like that yet."), "", self.tr("Show all entries"))

    def empty_trash(self) -> None:
        """Nothing in the trash."""
        self._say(
            "trash-2",
            self.tr("The trash is empty."),
            self.tr("What you move here stays until you delete it for good."),
            self.tr("Back to the journal"),
        )

    def _say(self, icon: str, head: str, words: str, back: str) -> None:
        self._of = icon
        self._head.setText(head)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._begin.setVisible(not back)
        self._all.setVisible(bool(back))
        self._all.setText(back)
        self._all.setAccessibleName(back or self.tr("Show all entries"))
        self._paint()

    def _paint(self) -> None:
        self._icon.setPixmap(self._look.pixmap(self._of, "ink-3", self._look.px(28), self.devicePixelRatioF()))
