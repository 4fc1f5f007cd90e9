"""Another style sheet put on a window that is shown: what can be seen at once, the rest in small steps behind it.

``QApplication.setStyleSheet`` styles every widget there is in one call, and each of them once for itself and once more
for each of its ancestors (``updateObjects`` in Qt 6's ``qstylesheetstyle.cpp`` goes over all widgets and over the
children of each): a second for a window with all of its pages. ``QStyle.unpolish(QApplication)`` empties the list that
it goes over, so that the call itself styles nothing; each widget is then styled once, by us, and those that nobody sees
later (``docs/performance.md``).
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

#: One step behind what is shown, in seconds, and the pause after it in ms: keys come first.
_STEP_S = 0.008
_PAUSE_MS = 5


class Restyling(QObject):
    """Puts a sheet on ``app``. A hidden widget is styled when its turn comes, or when it is shown before that.

    ``finished`` says that all of them are.
    """

    finished = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._waiting: dict[QWidget, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def put_on(self, sheet: str) -> None:
        """Style what can be seen now and the rest behind it."""
        style = self._app.style()
        style.unpolish(self._app)
        self._app.setStyleSheet(sheet)
        style.polish(self._app)
        hidden: dict[QWidget, None] = {}
        for top in self._app.topLevelWidgets():
            # parents before their children; a dialog is a top level and its window's child
            for widget in (top, *top.findChildren(QWidget)):
                # Qt styles the others when they are first shown
                if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                    hidden[widget] = None
        shown = [widget for widget in hidden if widget.isVisible()]
        for widget in shown:
            del hidden[widget]
            _style(widget)
        self._waiting = hidden
        self._app.installEventFilter(self)
        self._timer.start(_PAUSE_MS)

    @property
    def waiting(self) -> int:
        """How many widgets are still to be styled."""
        return len(self._waiting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: whatever is shown has its style before it is painted."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched in self._waiting:
            del self._waiting[watched]
            _style(watched)
        return False

    def _go_on(self) -> None:
        until = time.monotonic() + _STEP_S
        while self._waiting:
            widget = next(iter(self._waiting))
            del self._waiting[widget]
            # it may have gone meanwhile
            if Shiboken.isValid(widget):
                _style(widget)
            if time.monotonic() > until:
                self._timer.start(_PAUSE_MS)
                return
        self._app.removeEventFilter(self)
        self.finished.emit()


def _style(widget: QWidget) -> None:
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
