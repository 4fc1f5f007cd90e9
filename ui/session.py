"""One window from its first page to its replacement: opening, settings, locking, the end. The pages are handed in."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from journal.errors import JournalError
from journal.paths import Places
from journal.settings import Settings, load_settings, save_settings
from ui import ways_in
from ui.capture import block_capture
from ui.clipboard import Clipboard
from ui.crash import CrashDialog, CrashReporter
from ui.errors import notice_words, reason_words
from ui.errors import words as error_words
from ui.idle import IdleWatch
from ui.jobs import Lane
from ui.keeping import Keeper
from ui.lock_key import LockKey
from ui.locking import Answer, Locker, Reason, Steps
from ui.main_window import MainWindow, Place
from ui.opening import Opening
from ui.relaunch import Handover, replace_process
from ui.system_events import SystemEvents, system_events
from ui.theme import Look
from ui.widgets.sample_mark import mark_sample
from ui.widgets.strength import Estimator
from ui.window_actions import WindowActions
from ui.window_state import first_size, geometry_text, load_window, restore_geometry, save_window

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """What a process is told: all of it on the command line, none of it content."""

    folder: Path | None = None
    home: Path | None = None
    geometry: str = ""
    minimised: bool = False
    reason: str = ""


def today() -> dt.date:
    """The day in the person's own calendar."""
    return dt.datetime.now().astimezone().date()


class OpenPages(Protocol):
    """What the session asks of the pages of an open journal; ``app.py`` makes them."""

    def begin(self) -> None:
        """Show the place one was at."""

    def flush(self, answer: Answer) -> None:
        """Save what is unsaved, then answer."""

    def empty(self) -> None:
        """Drop all text."""

    def hold(self, error: Exception | None) -> None:
        """Stop writing for ``error``, or go on."""

    def show_settings(self, settings: Settings) -> None:
        """Show changed settings."""


class Session(QObject):
    """One window and at most one open journal. ``replace`` and ``events`` are injected so that tests can watch."""

    def __init__(
        self,
        app: QApplication,
        places: Places,
        start: Start,
        *,
        build: Callable[[Session, OpenJournal], OpenPages],
        replace: Callable[[Handover], None] = replace_process,
        events: Callable[[int], SystemEvents] = system_events,
        reporter: CrashReporter | None = None,
    ) -> None:
        super().__init__(app)
        self._app, self.places, self._start = app, places, start
        self._replace, self._events, self._build = replace, events, build
        self.settings = load_settings(places.settings)
        self.look = Look(app, self.settings)
        self.vault = Lane("vault", self)
        self.scan = Lane("scan", self)
        self.clipboard = Clipboard(app.clipboard(), parent=self)
        self.journal: OpenJournal | None = None
        self.pages: OpenPages | None = None
        self.keeper: Keeper | None = None
        self._restore: tuple[Path, str] | None = None
        self._delete_sample = False
        self.estimator = Estimator(ways_in.strength, ways_in.offered_passphrase, self.scan)
        self.window = MainWindow(self.look, self._rail())
        self.window.set_may_close(lambda: self.journal is None)
        self.opening = Opening(
            self.look,
            self.window.stack,
            self.vault,
            places,
            self.estimator,
            show_folder=lambda: self.settings.show_folder_when_locked,
            backups=self.backup_folder,
            own=self._own_folder,
            parent=self,
        )
        self.locker = Locker(self._steps(), self.vault, others=(self.scan,), parent=self)
        self.reporter = reporter or CrashReporter(self)
        self._connect()

    # start and end
    def run(self) -> None:
        """Show the window."""
        handed = bool(self._start.reason)
        kept = load_window(self._window_file)
        self.window.list_px = kept.list_px
        if not restore_geometry(self.window, self._start.geometry or kept.geometry):
            self.window.resize(first_size(self.window))
        self.window.set_open(False)
        self.opening.begin(self._start.folder or self._own_folder(), reason_words(self._start.reason))
        # a window that comes back by itself must not take the keys from what the person is typing elsewhere
        self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, handed)
        if self._start.minimised:
            self.window.showMinimized()
        else:
            self.window.show()

    def stop(self) -> None:
        """End the lanes; called when the event loop has ended."""
        if self.keeper is not None:
            self.keeper.stop()
        self.scan.close()
        self.vault.close()

    def _own_folder(self) -> Path:
        return Path(self.settings.journal_folder) if self.settings.journal_folder else self.places.default_journal

    def backup_folder(self) -> Path:
        """Where backups go."""
        if self.opening.is_sample:
            return self.places.sample_backups
        return Path(self.settings.backup_folder) if self.settings.backup_folder else self.places.default_backups

    # opening
    def _unlocked(self, journal: OpenJournal) -> None:
        self.journal = journal
        self.vault.interrupt = journal.interrupt
        self.keeper = Keeper(
            journal,
            self.vault,
            idle=IdleWatch(self.settings.lock_after_min * 60),
            events=self._events(int(self.window.winId())),
            backup_folder=self.backup_folder,
            parent=self,
        )
        self.keeper.lock_wanted.connect(self.locker.lock)
        self.keeper.notice.connect(self.window.fade.say)
        self.keeper.backup_failed.connect(self._backup_failed)
        self.keeper.start()
        self._block_capture()

    def _opened(self) -> None:
        if self.journal is None or self.keeper is None:
            return
        first = self.window.stack.currentWidget()
        self.pages = self._build(self, self.journal)
        self.window.set_open(True)
        self._show_lock_time()
        if first is not None:
            self.window.stack.removeWidget(first)
            first.deleteLater()
            self.opening.page = None
        self.keeper.file_state.connect(self._file_state)
        self.pages.begin()
        if self.opening.is_sample:
            self.window.banner.say(self.tr("A sample journal: everyone in it is invented."), look="calm")
            mark_sample(self.window.marks, self.delete_sample)
        for notice in self.journal.notices:
            if words := notice_words(notice.code):
                self.window.banner.say(words)

    # settings
    def change_settings(self, settings: Settings) -> None:
        """One new value, stored and told to all."""
        self.settings = settings
        try:
            save_settings(self.places.settings, settings)
        except JournalError as error:
            self.say(error_words(error))
        self.look.apply(settings)
        self._block_capture()
        if self.keeper is not None:
            self.keeper.idle.set_limit(settings.lock_after_min * 60)
            self._show_lock_time()
        if self.pages is not None:
            self.pages.show_settings(settings)

    def keep_side(self, shown: bool) -> None:
        """Remember whether the panel stands beside the page."""
        if shown is not self.settings.side_panel:
            self.change_settings(dataclasses.replace(self.settings, side_panel=shown))

    def _block_capture(self) -> None:
        block_capture(int(self.window.winId()), self.settings.block_capture)

    def _folder_changed(self, folder: Path) -> None:
        if folder != self.places.default_journal or self.settings.journal_folder:
            self.change_settings(dataclasses.replace(self.settings, journal_folder=str(folder)))

    # locking
    def lock(self) -> None:
        """Lock because the person asked."""
        if self.journal is not None:
            self.locker.lock(Reason.BY_HAND)

    def quit(self) -> None:
        """End the program, locking first."""
        if self.journal is None:
            self._app.quit()
        else:
            self.locker.lock(Reason.QUIT)

    def restore(self, path: Path, secret: str) -> None:
        """Lock, put a backup in the journal's place, and start anew."""
        self._restore = (path, secret)
        self.locker.lock(Reason.RESTORED)

    def delete_sample(self) -> None:
        """Lock the sample journal, remove it, and start anew."""
        self._delete_sample = True
        self.locker.lock(Reason.BY_HAND)

    def _steps(self) -> Steps:
        return Steps(
            cover=self._cover,
            flush=self._flush,
            lock=self._lock_journal,
            empty=self._empty,
            clear_clipboard=self.clipboard.clear_if_ours,
            replace=self._replace_process,
        )

    def _cover(self, _reason: Reason) -> None:
        self.window.show_cover()
        if self.keeper is not None:
            self.keeper.stop()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            popup.hide()
        for other in QApplication.topLevelWidgets():
            if other is not self.window and other.isVisible():
                # hidden, not asked: a dialog must not be able to say no
                other.hide()

    def _flush(self, answer: Answer) -> None:
        if self.pages is None:
            answer(None)
        else:
            self.pages.flush(answer)

    def _lock_journal(self) -> None:
        """On the vault lane."""
        if self.journal is not None:
            self.journal.lock()
        if self._delete_sample:
            ways_in.delete_sample(self.places)
        if self._restore is not None and self.journal is not None:
            path, secret = self._restore
            ways_in.restore(path, secret, self.journal.folder, self.places)

    def _empty(self) -> None:
        self.opening.empty()
        if self.pages is not None:
            self.pages.empty()

    def _replace_process(self, reason: Reason) -> None:
        folder = self.journal.folder if self.journal is not None else self.opening.folder
        if self._delete_sample:
            folder = self._own_folder()
        self.journal = None
        save_window(self.window, self._window_file, self.window.list_px)
        if reason is Reason.QUIT:
            self._app.quit()
            return
        if reason is Reason.RESTORED and self.locker.lock_error is not None:
            reason = Reason.RESTORE_FAILED
        self._replace(
            Handover(
                folder=folder,
                home=self._start.home,
                geometry=geometry_text(self.window),
                minimised=self.window.isMinimized(),
                reason=reason.value,
            )
        )

    def _save_failed(self, error: Exception) -> None:
        self.window.cover.show_failure(error_words(error))

    # saying
    def say(self, words: str) -> None:
        """A line at the top for a while."""
        self.window.banner.say(words, for_s=8)

    def _file_state(self, error: Exception | None) -> None:
        if self.pages is not None:
            self.pages.hold(error)
        if error is not None:
            self.window.banner.say(
                error_words(error) + " " + self.tr("Nothing is written to it. Your text is still here."), look="warning"
            )

    def _backup_failed(self, error: Exception) -> None:
        self.window.banner.say(self.tr("Today’s backup was not made.") + " " + error_words(error))

    def _show_lock_time(self) -> None:
        self.window.say_lock(self.tr("Locks after %1 min").replace("%1", str(self.settings.lock_after_min)))

    def _crashed(self, lines: str) -> None:
        if not self.locker.locking:
            CrashDialog(lines, self.window).open()

    def _minimised(self) -> None:
        if self.settings.lock_on_minimise and self.journal is not None:
            self.locker.lock(Reason.MINIMISED)

    # building
    def _rail(self) -> list[Place]:
        return [
            Place("journal", self.tr("Journal"), "book-open"),
            Place("drafts", self.tr("Drafts"), "feather"),
            Place("prompts", self.tr("Prompts"), "message-circle", below=True),
            Place("settings", self.tr("Settings"), "settings", below=True),
            Place("lock", self.tr("Lock"), "lock", below=True, page=False),
        ]

    def _connect(self) -> None:
        self.opening.unlocked.connect(self._unlocked)
        self.opening.opened.connect(self._opened)
        self.opening.folder_changed.connect(self._folder_changed)
        self.locker.save_failed.connect(self._save_failed)
        self.window.cover.try_again.connect(self.locker.try_again)
        self.window.cover.give_up.connect(self.locker.give_up_text)
        self.window.closing.connect(self.quit)
        self.window.minimised.connect(self._minimised)
        self.vault.broke.connect(self.reporter.report)
        self.scan.broke.connect(self.reporter.report)
        self.reporter.crashed.connect(self._crashed)
        self._lock_key = LockKey(self._app, self.window.action("lock").shortcuts(), self)
        self._lock_key.pressed.connect(self.lock)
        WindowActions(self.window, self.window.actions_by_id, lambda: self.settings, self.change_settings)
        for id, slot in (
            ("lock", self.lock),
            ("quit", self.quit),
            ("open", self._open_other),
        ):
            self.window.action(id).triggered.connect(slot)

    def _open_other(self) -> None:
        if self.journal is None:
            self.opening.ask_other()
        else:
            self.say(self.tr("Lock this journal first; then another can be opened."))

    @property
    def _window_file(self) -> Path:
        return self.places.state / "window.json"
