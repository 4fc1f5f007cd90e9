"""What stands for a picture that is not to be loaded: where a document is given none, Qt opens its file itself."""

from __future__ import annotations

from PySide6.QtGui import QImage


def blank() -> QImage:
    """One point that nobody sees."""
    made = QImage(1, 1, QImage.Format.Format_ARGB32)
    made.fill(0)
    return made
