"""Collects Python's garbage on the GUI thread alone.

Python collects in whichever thread happens to ask for memory. On a lane that would destroy widgets away from the thread
they belong to, or hand them over for a deletion that their parents may have done by then: a crash without a trace.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

#: How often is looked whether enough has come together, in milliseconds.
_PAUSE_MS = 1000


class Collector(QObject):
    """From ``begin`` to ``end`` nothing is collected but here, by Python's own thresholds for each generation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Take collecting over from Python."""
        if not self._timer.isActive():
            self._was_on = gc.isenabled()
            gc.disable()
            self._timer.start()

    def end(self) -> None:
        """Give it back as it was."""
        if self._timer.isActive():
            self._timer.stop()
            if self._was_on:
                gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that has come to its threshold, the younger ones with it."""
        oldest = -1
        for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True):
            # a generation counts collections of the one before it: it is due only together with that
            if count <= most:
                break
            oldest += 1
        if oldest >= 0:
            gc.collect(oldest)
