"""A button inside a field, at its end, that grows with the text: Qt's own stays at sixteen pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QLineEdit, QToolButton

from ui.theme import Look
from ui.widgets.named import put

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ICON_PX = 16
#: Between the button and the field's border, above, below and beside.
_EDGE = 3


class FieldButton(QToolButton):
    """Does ``action``; ``tab``: the keyboard comes by here on its way through the page."""

    def __init__(self, look: Look, field: QLineEdit, action: QAction, *, tab: bool = False) -> None:
        super().__init__(field)
        self._look, self._field = look, field
        self.setProperty("look", "inside")
        self.setDefaultAction(action)
        # an arrow: the field's own would stand here otherwise
        self.setCursor(QCursor())
        put(self, focusPolicy="TabFocus" if tab else "NoFocus")
        field.installEventFilter(self)
        look.changed.connect(self._place)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay at the field's end."""
        if watched is self._field and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange):
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what is typed here was meant for some field, and nobody sees which: it goes to none."""
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            event.accept()

    def _place(self) -> None:
        icon = self._look.px(_ICON_PX)
        self.setIconSize(QSize(icon, icon))
        high = max(icon, self._field.height() - 2 * _EDGE)
        wide = icon + 12
        left = _EDGE if self._field.isRightToLeft() else self._field.width() - _EDGE - wide
        self.setGeometry(left, (self._field.height() - high) // 2, wide, high)
        before, after = (wide, 0) if self._field.isRightToLeft() else (0, wide)
        self._field.setTextMargins(before, 0, after, 0)
