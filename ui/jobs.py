"""A lane: one thread that makes calls one after another and answers on the GUI thread. Nothing else starts threads.

A call is a function of plain values. Its answer, or its error, comes back on the thread that made the lane, and not
at all once the owner is gone. Reads may be thrown away or interrupted (by locking, or by a newer question on the same
topic); a write never is.
"""

from __future__ import annotations

import enum
import logging
import threading
import weakref
from collections import deque
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from journal.errors import Interrupted, JournalError

log = logging.getLogger(__name__)


class Work(enum.Enum):
    """What a call does, and so whether it may be dropped."""

    READ = "read"
    WRITE = "write"


class _Job:
    __slots__ = ("call", "done", "failed", "owner", "stale", "topic", "work")

    def __init__(  # noqa: PLR0917 - as Lane.run has them
        self,
        call: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        owner: QObject,
        work: Work,
        topic: str,
    ) -> None:
        self.call, self.done, self.failed, self.work, self.topic = call, done, failed, work, topic
        self.owner: weakref.ReferenceType[QObject] = weakref.ref(owner)
        self.stale = False


class Lane(QObject):
    """One thread and its queue. Made, used and closed on the GUI thread.

    ``interrupt`` is called from the GUI thread to stop a read that is under way; it must be safe from any thread.
    ``broke`` reports an error that is a bug and not a ``JournalError``; the call's ``failed`` hears of it as well.
    """

    broke = Signal(object)
    idle = Signal()
    _answered = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.interrupt: Callable[[], None] | None = None
        self._jobs: deque[_Job] = deque()
        self._running: _Job | None = None
        self._closing = self._sealed = False
        self._condition = threading.Condition()
        # told on the lane's thread, heard on that of this object: Qt queues it
        self._answered.connect(self._answer)
        self._thread = threading.Thread(target=self._work, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def run(
        self,
        call: Callable[[], Any],
        *,
        owner: QObject,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        work: Work = Work.READ,
        topic: str = "",
    ) -> None:
        """Queue ``call``. A read with a ``topic`` replaces queued and running reads with the same topic and owner."""
        job = _Job(call, done, failed, owner, work, topic)
        with self._condition:
            if self._closing or self._sealed:
                return
            if topic and work is Work.READ:
                self._drop(lambda other: other.topic == topic and other.owner == job.owner)
            self._jobs.append(job)
            self._condition.notify()

    def run_last(
        self,
        call: Callable[[], Any],
        *,
        owner: QObject,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue the last ``call``, a write that closes what all calls ask: queued reads, and whatever comes behind it,
        are dropped, and their owners get no answer.
        """
        with self._condition:
            self._drop(lambda _: True)
            self._jobs.append(_Job(call, done, failed, owner, Work.WRITE, ""))
            self._sealed = True
            self._condition.notify()

    def discard_reads(self) -> None:
        """Throw queued reads away and interrupt the one under way; their owners get no answer."""
        with self._condition:
            self._drop(lambda _: True)

    def close(self, timeout_s: float = 10.0) -> bool:
        """Finish queued writes, drop reads and end the thread; whether it ended in time."""
        with self._condition:
            self._drop(lambda _: True)
            self._closing = True
            self._condition.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    @property
    def busy(self) -> bool:
        """Whether a call is queued or under way."""
        with self._condition:
            return bool(self._jobs) or self._running is not None

    def _drop(self, which: Callable[[_Job], bool]) -> None:
        """Drop the reads that ``which`` names. Held: the condition, so that a running read cannot turn into a write."""
        self._jobs = deque(job for job in self._jobs if job.work is Work.WRITE or not which(job))
        running = self._running
        if running is not None and running.work is Work.READ and which(running):
            running.stale = True
            if self.interrupt is not None:
                self.interrupt()

    def _work(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._jobs or self._closing)
                if not self._jobs:
                    return
                job = self._running = self._jobs.popleft()
            answer: Any = None
            error: Exception | None = None
            try:
                answer = job.call()
            except Exception as caught:
                error = caught
            try:
                # before the lane counts as free: who finds it free can rely on the answer being on its way
                self._answered.emit(job, answer, error)
                with self._condition:
                    self._running = None
                    last = not self._jobs
                if last:
                    self.idle.emit()
            except RuntimeError:
                return  # the lane itself is gone: the program is ending

    @Slot(object, object, object)
    def _answer(self, job: _Job, answer: Any, error: Exception | None) -> None:
        if error is not None and not isinstance(error, JournalError):
            log.error("a call on a lane broke: %s", type(error).__name__)
            self.broke.emit(error)
        owner = job.owner()
        if owner is None or not shiboken6.isValid(owner):
            return
        if job.stale and (error is None or isinstance(error, Interrupted)):
            return
        if error is None:
            if job.done is not None:
                job.done(answer)
        elif job.failed is not None:
            job.failed(error)
        elif isinstance(error, JournalError) and not isinstance(error, Interrupted):
            log.warning("unheard error: %s", error.code)
