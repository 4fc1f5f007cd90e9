"""The lock key works over an open dialog, too: a shortcut of the window does not, once a dialog shadows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication


class LockKey(QObject):
    """``pressed`` when one of ``keys`` is pressed while a dialog or a menu is open; else the shortcut itself serves."""

    pressed = Signal()
    _seen = Signal()

    def __init__(self, app: QGuiApplication, keys: list[QKeySequence], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        app.focusWindowChanged.connect(self._watch)
        # later, not inside the key's own delivery: locking takes the dialog away
        self._seen.connect(self.pressed, Qt.ConnectionType.QueuedConnection)

    def _watch(self) -> None:
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: take the lock key out of the dialog's hands."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        shadowed = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        if shadowed and QKeySequence(event.keyCombination()) in self._keys:
            self._seen.emit()
            return True
        return False
