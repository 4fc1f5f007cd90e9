"""Help: getting about, every shortcut, what is protected and what is not, what this program is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QButtonGroup, QDialog, QTextEdit, QWidget

from ui.actions import TABLE, Row, row_words
from ui.help_words import ABOUT, FIRST_STEPS, IN_PLACES, PROTECTED, said
from ui.menus import MENUS, menu_words
from ui.widgets.fit import text_scale
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, column, fit_chip, ground, row

#: id of a page and its name, in the order in which they are offered.
PAGES: Sequence[str] = ("help", "shortcuts", "protected", "about")
#: The dialog's size at the standard text size.
_WIDTH, _HEIGHT = 680, 700


@dataclass(frozen=True, slots=True)
class Keys:
    """What a shortcut does, and the keys as this system writes them."""

    words: str
    keys: str


def shortcuts(table: Sequence[Row] = TABLE) -> list[tuple[str, list[Keys]]]:
    """Every key of the actions table, by menu; then those that hold in one place only."""
    groups = []
    for menu in MENUS:
        rows = [
            Keys(row_words(row), ",  ".join(_native(key) for key in row.keys))
            for row in table
            if row.menu == menu and row.keys
        ]
        if rows:
            groups.append((menu_words(menu).replace("&", ""), rows))
    for place, keys in IN_PLACES:
        groups.append((said(place), [Keys(said(words), said(key)) for key, words in keys]))
    return groups


def _native(key: QKeySequence.StandardKey | str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class HelpDialog(QDialog):
    """One page at a time, in a text that scrolls with the keys and that a screen reader reads line by line."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        ground(self, "page")
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setProperty("look", "help")
        self._text.setTabChangesFocus(True)
        self._text.document().setDocumentMargin(12)
        # it moves with the arrow keys, and nobody writes here
        self._text.setCursorWidth(0)
        # a caret, so that the arrow keys go through the text
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._group = QButtonGroup(self)
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        for at, id in enumerate(PAGES):
            chip = button(self._name(id), "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, at)
            fit_chip(chip)
            flow.addWidget(chip)
        close = button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        box = column(self, margins=(26, 20, 18, 18), spacing=12)
        box.addWidget(chips)
        box.addWidget(self._text, 1)
        box.addLayout(row(None, close))
        self._group.idClicked.connect(lambda at: self.show_page(PAGES[at]))
        room = parent.size() if parent is not None else self.sizeHint()
        scale = text_scale(self)
        wide, high = round(_WIDTH * scale), round(_HEIGHT * scale)
        self.resize(min(wide, max(420, room.width() - 80)), min(high, max(360, room.height() - 80)))
        self.show_page(page)
        self._text.setFocus()

    @property
    def words(self) -> str:
        """What is shown."""
        return self._text.toPlainText()

    def show_page(self, page: str) -> None:
        """Show another page from its beginning."""
        self._group.button(PAGES.index(page)).setChecked(True)
        self._text.clear()
        self._text.setAccessibleName(self._name(page))
        cursor = self._text.textCursor()
        if page == "shortcuts":
            self._write_keys(cursor)
        else:
            for head, words in {"help": FIRST_STEPS, "protected": PROTECTED, "about": ABOUT}[page]:
                self._write(cursor, said(head), said(words))
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _name(self, page: str) -> str:
        return {
            "help": self.tr("First steps"),
            "shortcuts": self.tr("Shortcuts"),
            "protected": self.tr("What is protected, and what is not"),
            "about": self.tr("About"),
        }[page]

    def _write(self, cursor: QTextCursor, head: str, words: str) -> None:
        if head:
            self._write_head(cursor, head)
        self._block(cursor, 0 if head else 8)
        cursor.insertText(words, QTextCharFormat())

    def _write_head(self, cursor: QTextCursor, head: str) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(600)
        self._block(cursor, 16)
        cursor.insertText(head, bold)

    def _write_keys(self, cursor: QTextCursor) -> None:
        frame = QTextTableFormat()
        frame.setBorder(0)
        frame.setCellPadding(2)
        frame.setLeftMargin(-2)
        frame.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 62), QTextLength(QTextLength.Type.PercentageLength, 38)]
        )
        frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        for head, rows in shortcuts():
            self._write_head(cursor, head)
            table = cursor.insertTable(len(rows), 2, frame)
            for at, keys in enumerate(rows):
                table.cellAt(at, 0).firstCursorPosition().insertText(keys.words)
                table.cellAt(at, 1).firstCursorPosition().insertText(keys.keys)
            cursor.movePosition(QTextCursor.MoveOperation.End)

    @staticmethod
    def _block(cursor: QTextCursor, top: int) -> None:
        spaced = QTextBlockFormat()
        first = cursor.document().isEmpty()
        spaced.setTopMargin(0 if first else top)
        spaced.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if first:
            cursor.setBlockFormat(spaced)
        else:
            cursor.insertBlock(spaced)


def show_help(page: str, window: QWidget) -> HelpDialog:
    """Open the dialog at a page of ``PAGES``; where it is open, show the page in it."""
    for dialog in window.findChildren(HelpDialog):
        if dialog.isVisible():
            dialog.show_page(page)
            return dialog
    dialog = HelpDialog(page, window)
    dialog.open()
    return dialog
