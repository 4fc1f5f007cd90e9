"""What is done behind the first page: small steps, each in a turn of the event loop of its own; no key waits."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

#: After the first paint, for the screen to show it.
_AFTER_PAINT_MS = 30
#: Between two steps: keys and other programs come first.
_PAUSE_MS = 5


class Behind(QObject):
    """Begins when ``window`` was painted, ends with it. A step should take less than 20 ms."""

    def __init__(self, window: QWidget, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(window)
        self._steps = deque(steps)
        self._painted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        window.installEventFilter(self)

    @property
    def left(self) -> int:
        """How many steps are still to be done."""
        return len(self._steps)

    def add(self, steps: Iterable[Callable[[], object]]) -> None:
        """Further steps, after those that are there."""
        self._steps.extend(steps)
        if self._painted and not self._timer.isActive():
            self._timer.start(_PAUSE_MS)

    def stop(self) -> None:
        """Do no more."""
        self._timer.stop()
        self._steps.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the first paint starts it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painted = True
            self._timer.start(_AFTER_PAINT_MS)
        return False

    def _next(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if self._steps:
            self._timer.start(_PAUSE_MS)
