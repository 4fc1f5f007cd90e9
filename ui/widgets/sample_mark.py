"""The sample journal is marked as one for as long as it is open, with the way to be rid of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.parts import button, column


def mark_sample(bar: QWidget, delete: Callable[[], None]) -> None:
    """Put the mark into ``bar``, an empty place in the status line; ``delete`` locks the sample and removes it."""
    words = QCoreApplication.translate("SampleMark", "Sample journal · Delete it and leave")
    made = button(words, "link")
    made.clicked.connect(delete)
    column(bar).addWidget(made)
