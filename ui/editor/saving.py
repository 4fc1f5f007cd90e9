"""Autosave: 1.5 s after typing stops, at least every 5 s while it goes on, and at once on leaving or locking.

One save at a time, so that a new entry gets one id, and an answer is never mistaken for that of a later text. A draft
counts as saved when the store says so. A failed save keeps the text and is tried again every 5 s.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTime, QTimer, Signal

from journal.errors import JournalError
from journal.model import Draft, Entry
from ui.editor.store import EntryStore
from ui.jobs import Lane, Work

log = logging.getLogger(__name__)
_CONTEXT = "Autosave"


@dataclass(frozen=True, slots=True)
class Pauses:
    """Milliseconds: after typing stops; the longest text goes unsaved; between tries; until a revision closes."""

    typing: int = 1_500
    longest: int = 5_000
    retry: int = 5_000
    finish: int = 30_000


class Autosave(QObject):
    """Saves what ``read`` gives. ``saved`` carries the entry, ``failed`` the error, ``pending`` that text waits."""

    saved = Signal(object)
    failed = Signal(object)
    pending = Signal()

    def __init__(
        self,
        store: EntryStore,
        lane: Lane,
        read: Callable[[], Draft],
        *,
        pauses: Pauses | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        pauses = pauses or Pauses()
        self._store, self._lane, self._read = store, lane, read
        self._dirty = False
        self._in_flight = False
        self._unfinished = False
        self._answers: list[Callable[[Exception | None], None]] = []
        self.entry_id: UUID | None = None
        self._held: Exception | None = None
        self._typing = self._timer(pauses.typing)
        self._longest = self._timer(pauses.longest)
        self._retry = self._timer(pauses.retry)
        self._finishing = QTimer(self)
        self._finishing.setSingleShot(True)
        self._finishing.setInterval(pauses.finish)
        self._finishing.timeout.connect(self.finish)

    @property
    def clean(self) -> bool:
        """Whether the store has all of the text."""
        return not self._dirty and not self._in_flight

    def begin(self, entry_id: UUID | None) -> None:
        """Another entry is in the editor, as it is stored; only after ``flush`` has answered without an error."""
        self._stop_timers()
        self.entry_id = entry_id
        self._dirty = self._unfinished = False

    def touched(self) -> None:
        """Something changed."""
        self._dirty = True
        self._typing.start()
        self._finishing.start()
        if not self._longest.isActive():
            self._longest.start()
        self.pending.emit()

    def flush(self, answer: Callable[[Exception | None], None] | None = None) -> None:
        """Save now what is not saved, then call ``answer`` with the error or ``None``."""
        if answer is not None:
            self._answers.append(answer)
        self._save()

    def finish(self) -> None:
        """Close the revision of the entry: on leaving it, and after half a minute without typing."""
        entry_id = self.entry_id
        if entry_id is None or not self._unfinished or not self.clean:
            return
        self._unfinished = False
        store = self._store
        self._lane.run(lambda: store.finish_entry(entry_id), owner=self, failed=_finish_failed, work=Work.WRITE)

    def hold(self, error: Exception | None) -> None:
        """Stop writing for ``error`` (the journal's file is not ours any more), or go on with ``None``."""
        self._held = error
        if error is None and self._dirty:
            self._save()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._save)
        return timer

    def _stop_timers(self) -> None:
        for timer in (self._typing, self._longest, self._retry, self._finishing):
            timer.stop()

    def _save(self) -> None:
        if self._in_flight:
            return
        for timer in (self._typing, self._longest, self._retry):
            timer.stop()
        if not self._dirty:
            self._tell(None)
            return
        if self._held is not None:
            self._failed(self._held)
            return
        draft = self._read()
        if draft.id is None and not draft.title.strip() and not draft.body.strip():
            self._dirty = False
            self._tell(None)
            return
        self._dirty = False
        self._in_flight = True
        store = self._store
        self._lane.run(
            lambda: store.save_draft(draft), owner=self, done=self._done, failed=self._failed, work=Work.WRITE
        )

    def _done(self, entry: Entry) -> None:
        self._in_flight = False
        self._unfinished = True
        self.entry_id = entry.id
        self.saved.emit(entry)
        if not self._dirty:
            self._tell(None)
        elif self._answers:
            self._save()

    def _failed(self, error: Exception) -> None:
        self._in_flight = False
        self._dirty = True
        self._retry.start()
        self.failed.emit(error)
        self._tell(error)

    def _tell(self, error: Exception | None) -> None:
        answers, self._answers = self._answers, []
        for answer in answers:
            answer(error)


def saved_words(at: dt.datetime, today: dt.date) -> str:
    """When the text was stored, for the status line."""
    local = at.astimezone()
    if local.date() != today:
        return QCoreApplication.translate(_CONTEXT, "Saved")
    time = QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
    return QCoreApplication.translate(_CONTEXT, "Saved %1").replace("%1", time)


def _finish_failed(error: Exception) -> None:
    # the text itself is stored; the revision closes with the next one
    log.warning("a revision did not close: %s", error.code if isinstance(error, JournalError) else "bug")
