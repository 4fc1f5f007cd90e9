"""A finished post as its page would look, or letter by letter as the file will hold it."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QTextEdit, QWidget

from journal.export.preview import Leaving
from ui.theme import Look
from ui.widgets.parts import as_tab, button, column, fit_chip, label, row


class _Reading(QTextEdit):
    """Reads only: fetches nothing, follows no link, and leaves Tab to the keyboard's way through the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("look", "compared")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt: nothing is loaded from anywhere."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the space bar and the arrows go through the page; Return is left to whoever holds it."""
        if event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            step = -bar.pageStep() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else bar.pageStep()
            bar.setValue(bar.value() + step)
            return
        super().keyPressEvent(event)


class PageView(QWidget):
    """The page, with a switch to what the file holds."""

    def __init__(self, look: Look, leaving: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._leaving = look, leaving
        self._format = "md"
        self.text = _Reading()
        self.text.setAccessibleName(self.tr("What will leave"))
        self._ways = QButtonGroup(self)
        self._ways.setExclusive(True)
        chips = row(label(self.tr("What will leave"), "section"), None, spacing=6)
        for number, words in enumerate((self.tr("The page"), self.tr("What the file holds"))):
            chip = button(words)
            as_tab(chip)
            fit_chip(chip)
            self._ways.addButton(chip, number)
            chips.addWidget(chip)
        self._ways.button(0).setChecked(True)
        self._note = label("", "hint", wrap=True)
        box = column(self, spacing=8)
        box.addLayout(chips)
        box.addWidget(self.text, 1)
        box.addWidget(self._note)
        # the switch before the text, as they lie
        for first, second in itertools.pairwise([*self._ways.buttons(), self.text]):
            self.setTabOrder(first, second)
        self._ways.idClicked.connect(self._show)
        self._show()

    def show_format(self, format: str) -> None:
        """Follow the format that was chosen."""
        self._format = format
        self._show()

    def _show(self) -> None:
        typed = self._leaving.texts.get(self._format)
        as_file = self._ways.checkedId() == 1
        if as_file and typed is not None:
            self.text.setPlainText(typed)
            self._note.setText(self.tr("Every letter of the file. There is nothing else in it."))
        else:
            # the heaviest weight there is a font for: a bolder one would be smeared
            self.text.document().setDefaultStyleSheet("h1, h2, h3, h4, h5, h6, b, strong, th { font-weight: 600; }")
            self.text.setHtml(self._leaving.page.strip())
            self._set_spacing()
            self._note.setText(
                self.tr(
                    "These words are all that the file holds: a word processor’s file with no author, no dates and no "
                    "program in its properties."
                )
                if typed is None
                else self.tr("As the page would look. Your site may choose other letters.")
            )
        self.text.document().setDocumentMargin(self._look.px(14))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_spacing(self) -> None:
        """Room between paragraphs: the markup has none of its own, and none is put into it."""
        gap = self._look.px(8)
        block = self.text.document().begin()
        while block.isValid():
            form = block.blockFormat()
            if block.textList() is None:
                form.setBottomMargin(gap)
                form.setTopMargin(gap if form.headingLevel() else 0)
            # a title of two lines is one thing
            form.setLineHeight(105 if form.headingLevel() else 130, 1)  # QTextBlockFormat.ProportionalHeight
            QTextCursor(block).setBlockFormat(form)
            block = block.next()
