"""Notices that nobody is there: no key and no mouse for the time set, or a clock that jumped."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

#: The quiet notice before locking (security design: "the last 30 s").
NOTICE_S = 30
_TICK_MS = 1_000

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Counts idle seconds. ``notice`` carries the seconds left in the last half minute, 0 when it is over.

    A second that took longer on the wall clock than one second counts as long as it took, either way: a computer that
    slept, or whose clock was set, was not being watched. ``expired`` carries whether such a jump was the cause.
    """

    notice = Signal(int)
    expired = Signal(bool)

    def __init__(
        self,
        limit_s: float,
        *,
        steady: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit_s = limit_s
        self._steady_clock, self._wall_clock = steady, wall
        self._steady, self._wall = steady(), wall()
        self._idle_s = 0.0
        self._noticed = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._focus_moved)

    def start(self) -> None:
        """Begin to watch this program's windows."""
        self._steady, self._wall = self._steady_clock(), self._wall_clock()
        self._idle_s = 0.0
        self._timer.start()
        self._watch_windows()

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def set_limit(self, limit_s: float) -> None:
        """Lock after another time from now on."""
        self._limit_s = limit_s
        self.activity()

    def activity(self) -> None:
        """Somebody is there."""
        self._idle_s = 0.0
        if self._noticed:
            self._noticed = False
            self.notice.emit(0)

    def tick(self) -> None:
        """One step of the clock; the timer calls it each second."""
        self._watch_windows()
        steady, wall = self._steady_clock(), self._wall_clock()
        passed, wall_passed = steady - self._steady, abs(wall - self._wall)
        self._steady, self._wall = steady, wall
        self._idle_s += max(passed, wall_passed)
        left = self._limit_s - self._idle_s
        if left <= 0:
            self._timer.stop()
            self.expired.emit(wall_passed - passed > self._limit_s / 2)
        elif left <= min(NOTICE_S, self._limit_s / 2):
            self._noticed = True
            self.notice.emit(max(1, round(left)))

    def _focus_moved(self) -> None:
        if self._timer.isActive():
            self._watch_windows()

    def _watch_windows(self) -> None:
        # windows, not the application: its filter would see every event of every widget, some 20,000 to build a page;
        # to install it twice is to install it once (QObject.installEventFilter)
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or movement counts; nothing is kept back."""
        if event.type() in _ACTIVITY:
            self.activity()
        return False
