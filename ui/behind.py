"""What is done behind the first page: small steps, each in a turn of the event loop of its own; no key waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

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
        self._steps: Iterator[Callable[[], object]] = iter(steps)
        self._painted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        window.installEventFilter(self)

    def add(self, steps: Iterable[Callable[[], object]]) -> None:
        """Further steps, after those that are there; taken from ``steps`` one by one, when each is due."""
        self._steps = chain(self._steps, steps)
        if self._painted and not self._timer.isActive():
            self._timer.start(_PAUSE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the first paint starts it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painted = True
            self._timer.start(_AFTER_PAINT_MS)
        return False

    def _next(self) -> None:
        step = next(self._steps, None)
        if step is not None:
            step()
            self._timer.start(_PAUSE_MS)
