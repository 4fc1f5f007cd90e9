"""How long the GUI thread was away from its event loop, and where it was meanwhile."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

#: "Nothing above 50 ms on the GUI thread" (the project's aim).
LIMIT_MS = 50.0
_BEAT_MS = 5
_LOOK_S = 0.01


class StallMeter(QObject):
    """A beat every 5 ms on the GUI thread; a watcher notes where that thread stands when a beat is late.

    ``about`` names what is being done, so that a stall is told with its cause. ``worst`` holds, a cause, the longest
    stall in milliseconds, and ``busiest`` the most processor time of this thread in one (on a busy machine the honest
    figure); ``places`` how often the watcher found the thread in a function of ours.
    """

    def __init__(self) -> None:
        super().__init__()
        self.about = "start"
        self.worst: dict[str, float] = {}
        self.busiest: dict[str, float] = {}
        self.late: Counter[str] = Counter()
        self.places: Counter[tuple[str, str]] = Counter()
        self._gui = threading.get_ident()
        self._beat_at, self._busy_at = time.perf_counter(), time.thread_time()
        self._stop = threading.Event()
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self.beat)
        self._watcher = threading.Thread(target=self._watch, name="stall-watcher", daemon=True)

    def start(self) -> None:
        self._beat_at, self._busy_at = time.perf_counter(), time.thread_time()
        self._timer.start()
        self._watcher.start()

    def stop(self) -> None:
        self._timer.stop()
        self._stop.set()
        self._watcher.join()

    def beat(self) -> None:
        """The thread is in its event loop now."""
        now, busy = time.perf_counter(), time.thread_time()
        self.busiest[self.about] = max(self.busiest.get(self.about, 0.0), 1000 * (busy - self._busy_at))
        self._busy_at = busy
        late = 1000 * (now - self._beat_at) - _BEAT_MS
        self._beat_at = now
        self.worst[self.about] = max(self.worst.get(self.about, 0.0), late)
        if late > LIMIT_MS:
            self.late[self.about] += 1

    def turn_to(self, about: str) -> None:
        """Charge what was done up to now to what it was about, and what follows to ``about``."""
        self.beat()
        self.about = about

    def during(self, about: str, work: Callable[[], object]) -> object:
        """Do ``work`` and charge to ``about`` how long it kept the thread."""
        self.about = about
        self.beat()
        done = work()
        self.beat()
        return done

    def report(self) -> list[str]:
        """The worst first."""
        lines = []
        for about, worst in sorted(self.worst.items(), key=lambda item: -item[1]):
            where = [f"{place} x{times}" for (what, place), times in self.places.most_common() if what == about][:3]
            took = f"{worst:7.0f} ms ({self.busiest[about]:4.0f} of processor)"
            lines.append(f"{took}  {self.late[about]:4} above {LIMIT_MS:.0f} ms  {about}  {', '.join(where)}")
        return lines

    def _watch(self) -> None:
        while not self._stop.wait(_LOOK_S):
            if 1000 * (time.perf_counter() - self._beat_at) > LIMIT_MS:
                frame = sys._current_frames().get(self._gui)
                ours = [
                    f"{Path(step.filename).name}:{step.lineno} {step.name}"
                    for step in traceback.extract_stack(frame)
                    if f"{Path('ui')}/" in step.filename or "journal/" in step.filename
                ]
                if ours:
                    self.places[self.about, ours[-1]] += 1
