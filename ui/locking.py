"""The order of locking, which always wins: no dialog, no unsaved edit and no running scan holds it up.

Cover the window, flush the drafts, queue ``lock()`` behind the last save, empty documents and undo stacks, clear our
clipboard, then replace the process. If the last save fails the window stays covered and offers to try again.
"""

from __future__ import annotations

import enum
import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from journal.errors import JournalError
from ui.jobs import Lane

log = logging.getLogger(__name__)

#: How long to wait before trying a failed save again (security design: disk full, "retry every 5 s").
RETRY_MS = 5_000


class Reason(enum.Enum):
    """Why the journal locked; the value is the code handed to the next process."""

    BY_HAND = "hand"
    IDLE = "idle"
    SLEEP = "sleep"
    SCREEN = "screen"
    SESSION = "session"
    LID = "lid"
    CLOCK = "clock"
    MINIMISED = "minimised"
    RESTORED = "restored"
    RESTORE_FAILED = "restore-failed"
    QUIT = "quit"


Answer = Callable[[Exception | None], None]


@dataclass(frozen=True, slots=True)
class Steps:
    """What locking is made of, in order. All but ``lock`` run on the GUI thread.

    ``flush`` saves what is unsaved and then calls back with the error or ``None``; ``lock`` is ``OpenJournal.lock``;
    ``replace`` does not come back in the real program.
    """

    cover: Callable[[Reason], None]
    flush: Callable[[Answer], None]
    lock: Callable[[], None]
    empty: Callable[[], None]
    clear_clipboard: Callable[[], None]
    replace: Callable[[Reason], None]


class _State(enum.Enum):
    OPEN = "open"
    SAVING = "saving"
    FAILED = "failed"
    CLOSING = "closing"
    DONE = "done"


class Locker(QObject):
    """Runs the steps once. ``save_failed`` says why the window stays covered."""

    covered = Signal(object)
    save_failed = Signal(object)

    def __init__(
        self,
        steps: Steps,
        vault: Lane,
        *,
        retry_ms: int = RETRY_MS,
        others: tuple[Lane, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._vault = vault
        self._others = others
        self._state = _State.OPEN
        self._reason = Reason.BY_HAND
        #: what closing the journal met, if anything
        self.lock_error: Exception | None = None
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(retry_ms)
        self._retry.timeout.connect(self.try_again)

    @property
    def locking(self) -> bool:
        """Whether locking has begun."""
        return self._state is not _State.OPEN

    def lock(self, reason: Reason) -> None:
        """Begin to lock; a second call while it is under way changes nothing."""
        if self.locking:
            return
        log.info("locking: %s", reason.value)
        self._reason = reason
        self._state = _State.SAVING
        self._steps.cover(reason)
        self.covered.emit(reason)
        for lane in (self._vault, *self._others):
            lane.discard_reads()
        self._steps.flush(self._flushed)

    def try_again(self) -> None:
        """Try the failed save once more."""
        if self._state is _State.FAILED:
            self._retry.stop()
            self._state = _State.SAVING
            self._steps.flush(self._flushed)

    def give_up_text(self) -> None:
        """Lock without the text that could not be saved: only on the person's word."""
        if self._state is _State.FAILED:
            self._retry.stop()
            self._close()

    def _flushed(self, error: Exception | None) -> None:
        if self._state is not _State.SAVING:
            return
        if error is not None:
            log.warning("last save failed: %s", error.code if isinstance(error, JournalError) else "bug")
            self._state = _State.FAILED
            self.save_failed.emit(error)
            self._retry.start()
            return
        self._close()

    def _close(self) -> None:
        self._state = _State.CLOSING
        # a page that is still being filled, or an answer of a scan, may ask on: there is nothing to ask then
        self._vault.run_last(self._steps.lock, owner=self, done=lambda _: self._finish(), failed=self._lock_failed)

    def _lock_failed(self, error: Exception) -> None:
        self.lock_error = error
        # what was acknowledged lies in the database already; a key must not stay in memory for a failed checkpoint
        log.warning("closing failed: %s", error.code if isinstance(error, JournalError) else "bug")
        self._finish()

    def _finish(self) -> None:
        if self._state is not _State.CLOSING:
            return
        self._state = _State.DONE
        for step in (self._steps.empty, self._steps.clear_clipboard):
            try:
                step()
            except Exception:
                # the process is replaced whatever these two meet; no trace: it could hold text
                log.error("a step of locking broke")  # noqa: TRY400
        self._steps.replace(self._reason)
