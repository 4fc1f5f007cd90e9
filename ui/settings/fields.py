"""Controls of a settings page, alike in padding and width, and steady while one scrolls past them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QSpinBox, QWidget

from ui.widgets.parts import label
from ui.widgets.steady import steady

_WIDTH = 190
#: What the style sheet gives a field with a border; it does not reach the field inside a spin box.
_INSIDE = 10
#: Lines higher than this are large text.
_LARGE_PX = 24


def settings_rows(*rows: tuple[str, QWidget]) -> QGridLayout:
    """A name on the left and its control on the right; all controls are of one width, at any text size."""
    made = QGridLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(12)
    made.setVerticalSpacing(10)
    made.setColumnStretch(0, 1)
    for at, (words, control) in enumerate(rows):
        made.addWidget(label(words, wrap=True, buddy=control), at, 0)
        made.addWidget(control, at, 1)
        control.setMinimumWidth(_WIDTH)
    return made


def choice(*choices: tuple[str, str]) -> QComboBox:
    """One of a few: words and value."""
    made = steady(QComboBox(), never=True)
    for words, value in choices:
        made.addItem(words, value)
    return made


def number(least: int, most: int, step: int, unit: str) -> QSpinBox:
    """A number with its unit."""
    made = steady(QSpinBox(), never=True)
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setSuffix(unit)
    made.lineEdit().setTextMargins(_INSIDE, 0, 0, 0)
    # a value half typed must not relay the whole window
    made.setKeyboardTracking(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def fold(line: QBoxLayout, metrics: QFontMetrics) -> None:
    """Let the parts of ``line`` stand beside each other as long as their words have room, and else one above another.

    To be asked again whenever the font has changed.
    """
    large = metrics.height() > _LARGE_PX
    line.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
