"""Where the keyboard begins on a page: what one comes there for, and not the first button in its corner.

Not by ``QWidget.setFocusProxy``: Qt (6.11) takes a page with a proxy inside it for one control, and Tab then leaves out
what stands before the proxy, and stops at it even while it is hidden.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

#: Until a layout within layouts has given what was added its place: each asks the next one in an event of its own.
_LAID_OUT_MS = 40


def go_to(field: QWidget) -> None:
    """Give the keyboard to a field that was just added, and let what scrolls around it show it."""
    field.setFocus()

    def see() -> None:
        above = field.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(field)

    QTimer.singleShot(_LAID_OUT_MS, field, see)


class _FirstStop(QObject):
    """Hands the keyboard on; ends with the page."""

    def __init__(self, page: QWidget, first: QWidget) -> None:
        super().__init__(page)
        self._first = first
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the page was given the keyboard."""
        if event.type() is QEvent.Type.FocusIn:
            self._first.setFocus()
            return True
        return False


class _Beginning(QObject):
    """Gives the keyboard to what a page is for, the first time that it is shown; ends with the page."""

    def __init__(self, page: QWidget, first: QWidget) -> None:
        super().__init__(page)
        self._first = first
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the page is shown; QStackedLayout asks only afterwards who had the keyboard on it (Qt 6.11)."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.focusWidget() is None:
            self._first.setFocus()
        return False


def begin_first_at(page: QWidget, first: QWidget) -> None:
    """Let the keyboard begin at ``first`` when the page takes the place of another; later, where it was left."""
    _Beginning(page, first)


def begin_at(page: QWidget, first: QWidget) -> None:
    """Let ``page.setFocus()`` give the keyboard to ``first``, which stands inside it."""
    _FirstStop(page, first)
