"""What runs beside an open journal: the idle clock, the system's signals, the look at the file, the daily backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from journal.errors import Gone, Interrupted
from ui.idle import IdleWatch
from ui.jobs import Lane
from ui.locking import Reason
from ui.system_events import SystemEvents

#: Security design: "every 10 s: device and inode of journal.db must be ours".
_LOOK_MS = 10_000
#: The first look at the backups, once the window is painted, and how often again.
_BACKUP_SOON_MS = 3_000
_BACKUP_AGAIN_MS = 60 * 60 * 1_000


class Kept(Protocol):
    """The part of ``OpenJournal`` that is looked after; called on the vault lane."""

    def check_still_ours(self) -> None:
        """Raises ``Gone`` where the file was moved or replaced."""

    def backup_due(self, folder: Path) -> bool:
        """Whether today's backup is still to be made."""

    def back_up(self, folder: Path) -> Any:
        """Make it."""


class Keeper(QObject):
    """``lock_wanted`` carries a reason, ``notice`` the seconds left before idle locking or 0.

    ``file_state`` carries the error while the file is not ours, ``None`` when it is again.
    """

    lock_wanted = Signal(object)
    notice = Signal(int)
    file_state = Signal(object)
    backup_failed = Signal(object)

    def __init__(
        self,
        journal: Kept,
        vault: Lane,
        *,
        idle: IdleWatch,
        events: SystemEvents,
        backup_folder: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._vault, self._backup_folder = journal, vault, backup_folder
        self.idle, self._events = idle, events
        idle.setParent(self)
        events.setParent(self)
        self._gone = False
        self._looking = self._timer(_LOOK_MS, self.look_at_file)
        self._backing_up = self._timer(_BACKUP_AGAIN_MS, self.back_up_if_due)
        idle.notice.connect(self.notice)
        idle.expired.connect(self._expired)
        events.lock_wanted.connect(self.lock_wanted)

    def start(self) -> None:
        """Begin, with the window painted."""
        self.idle.start()
        self._events.hold_sleep()
        self._looking.start()
        self._backing_up.start()
        QTimer.singleShot(_BACKUP_SOON_MS, self, self.back_up_if_due)

    def stop(self) -> None:
        """Stop all of it: the journal is being locked."""
        self.idle.stop()
        self._looking.stop()
        self._backing_up.stop()

    def look_at_file(self) -> None:
        """Is the file at the journal's place still ours?"""
        self._vault.run(
            self._journal.check_still_ours,
            owner=self,
            topic="still ours",
            done=lambda _: self._is_ours(),
            failed=self._not_ours,
        )

    def back_up_if_due(self) -> None:
        """Make today's backup. It can be interrupted: locking does not wait for it."""
        if not self._looking.isActive():
            return
        journal, folder = self._journal, self._backup_folder()

        def back_up() -> None:
            if journal.backup_due(folder):
                journal.back_up(folder)

        self._vault.run(back_up, owner=self, topic="backup", failed=self._not_backed_up)

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _expired(self, jumped: bool) -> None:
        self.lock_wanted.emit(Reason.CLOCK if jumped else Reason.IDLE)

    def _is_ours(self) -> None:
        if self._gone:
            self._gone = False
            self.file_state.emit(None)

    def _not_ours(self, error: Exception) -> None:
        if isinstance(error, Gone) and not self._gone:
            self._gone = True
            self.file_state.emit(error)

    def _not_backed_up(self, error: Exception) -> None:
        if not isinstance(error, Interrupted):
            self.backup_failed.emit(error)
