"""A few quiet buttons for those who know no Markdown; each does what its key does, to the text and the selection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import TABLE
from ui.editor.edits import (
    EMPHASIS,
    HEADING_SIGN,
    LIST_SIGN,
    QUOTATION_SIGN,
    STRONG,
    Edit,
    toggle_line,
    toggle_link,
    toggle_mark,
)
from ui.theme import Look
from ui.widgets.parts import icon_button, row

#: id of an action -> what it makes of a text and a selection.
FORMATS: Mapping[str, Callable[[str, int, int], Edit]] = {
    "bold": partial(toggle_mark, mark=STRONG),
    "italic": partial(toggle_mark, mark=EMPHASIS),
    "heading": partial(toggle_line, sign=HEADING_SIGN),
    "list": partial(toggle_line, sign=LIST_SIGN),
    "quotation": partial(toggle_line, sign=QUOTATION_SIGN),
    "link": toggle_link,
}


class FormatBar(QWidget):
    """``asked`` carries an id of ``FORMATS``."""

    asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Format"))
        keys = {row_.id: row_.keys[0] for row_ in TABLE if row_.keys}
        self.buttons = []
        for id, icon, words in (
            ("bold", "bold", self.tr("Bold")),
            ("italic", "italic", self.tr("Italic")),
            ("heading", "heading", self.tr("Heading")),
            ("list", "list", self.tr("List")),
            ("quotation", "text-quote", self.tr("Quotation")),
            ("link", "link", self.tr("Link")),
        ):
            made = icon_button(look, icon, words)
            shown = QKeySequence(keys[id]).toString(QKeySequence.SequenceFormat.NativeText)
            made.setToolTip(f"{words} ({shown})")
            made.clicked.connect(partial(self.asked.emit, id))
            self.buttons.append(made)
        self.setLayout(row(*self.buttons, None, spacing=2))
