"""Fields that hold still while somebody scrolls past them: the wheel changes a value only where one is at work."""

from __future__ import annotations

import sys
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QWidget

_Field = TypeVar("_Field", bound=QWidget)


class _Steady(QObject):
    """Hands the wheel on to what scrolls; ends with the field."""

    def __init__(self, field: QWidget, *, never: bool) -> None:
        super().__init__(field)
        self._field, self._never = field, never
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and (self._never or not self._field.hasFocus()):
            # unaccepted, so that Qt offers it to the parent, and with that to the page that scrolls
            event.ignore()
            return True
        return False


def steady(field: _Field, *, never: bool = False) -> _Field:
    """Make a combo box, spin box, date or slider ignore the wheel unless it has the keyboard, and give it back.

    With ``never`` the wheel does not change it even then.
    """
    # not WheelFocus, Qt's own choice for most of them: the wheel must not bring the keyboard either
    if field.focusPolicy() == Qt.FocusPolicy.WheelFocus:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _Steady(field, never=never)
    return field


def name_choice(choice: QComboBox, name: str) -> None:
    """Name a combo box that no visible label names.

    Where AT-SPI is spoken, Qt says the chosen words in the place of a combo box's name, and leaves the name to the
    label whose buddy it is (QAccessibleComboBox::text, Qt 6). Without one it is said as the description.
    """
    choice.setAccessibleName(name)
    if sys.platform.startswith("linux"):
        choice.setAccessibleDescription(name)
