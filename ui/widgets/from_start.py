"""A field of one line that shows how its text begins once the keyboard has left it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

_Field = TypeVar("_Field", bound=QLineEdit)
#: The keyboard comes back from these, to where the caret was.
_AWAY_FOR_A_MOMENT = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class _FromStart(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and isinstance(watched, QLineEdit)
            and event.reason() not in _AWAY_FOR_A_MOMENT
        ):
            watched.setCursorPosition(0)
        return False


def from_start(field: _Field) -> _Field:
    """Let ``field`` go back to its beginning when it is left: a long text would show its tail for good."""
    field.installEventFilter(_FromStart(field))
    return field
