"""What is protected and what is not, where one decides about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.help_words import PROTECTED, said
from ui.widgets.parts import column, label


class ProtectedSection(QWidget):
    """The same words as in Help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, spacing=5)
        for number, (head, words) in enumerate(PROTECTED):
            if number:
                box.addSpacing(11)
            box.addWidget(label(said(head), "section", wrap=True))
            box.addWidget(label(said(words), wrap=True))
