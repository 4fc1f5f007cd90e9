"""Work on a long review, cut into pieces between which the window takes keys and paints."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

#: Findings from which on a step is cut into pieces (docs/performance.md: no stretch above 50 ms).
LONG = 300
#: Between two pieces: for keys, and for what the piece before has to be laid out and painted.
_GAP_MS = 4


class Turns(QObject):
    """Pieces of work, a moment between them; what is taken anew replaces what waits."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(_GAP_MS)
        self._timer.timeout.connect(self._next)

    def take(self, pieces: Sequence[Callable[[], None]], *, long: bool) -> None:
        """Do ``pieces`` in their order: at once, or where it is ``long`` one by one."""
        self.drop()
        if not long:
            for piece in pieces:
                piece()
            return
        self._waiting.extend(pieces)
        self._timer.start()

    def drop(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    def _next(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if not self._waiting:
            self._timer.stop()
