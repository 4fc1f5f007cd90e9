"""A line that says what went wrong, and takes no room while it says nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.prose import Prose


class Said(Prose):
    """Plain words in the look of an error, unless another is given; hidden while empty."""

    def __init__(self, parent: QWidget | None = None, *, look: str = "error") -> None:
        super().__init__("", parent)
        self.setProperty("look", look)
        self.hide()

    def setText(self, words: str) -> None:
        """Show ``words``, or nothing."""
        super().setText(words)
        self.setVisible(bool(words))
