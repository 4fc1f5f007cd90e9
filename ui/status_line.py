"""The line at the window's foot: the state of the text, its words, when it locks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.parts import ToolButton, ground, label, row


class StatusLine(QWidget):
    """Three labels, a link about likely names, and a place (``marks``) for what else must be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "foot")
        self.saved, self.words, self.locks = label("", "hint"), label("", "hint"), label("", "hint")
        self.names = ToolButton()
        self.names.setProperty("look", "link")
        self.names.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.names.setAccessibleName(self.tr("Likely names"))
        self.names.hide()
        self.marks = QWidget()
        line = row(self.saved, self.words, self.names, None, self.marks, self.locks, spacing=20)
        line.setContentsMargins(18, 6, 18, 6)
        self.setLayout(line)
        for part in (self.saved, self.words, self.locks):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
