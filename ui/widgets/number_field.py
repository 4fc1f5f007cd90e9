"""A whole number that may be left open, in a field the wheel passes over."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

from ui.widgets.steady import steady

#: The style sheet's padding does not reach the text inside a spin box.
_INDENT_PX = 10


def number_field(
    name: str, least: int, most: int, *, step: int = 1, suffix: str = "", open_words: str = ""
) -> QSpinBox:
    """With ``open_words`` the least value stands for "not said" and shows these words."""
    made = steady(QSpinBox())
    made.setAccessibleName(name)
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setSuffix(suffix)
    if open_words:
        made.setSpecialValueText(open_words)
    made.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)
    return made
