"""One window from its first page to its replacement: opening, settings, locking, the end. The pages are handed in."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from journal.errors import JournalError
from journal.paths import Places
from journal.settings import Settings, load_settings, save_settings
from ui import ways_in
from ui.collecting import Collector
from ui.crash import CrashReporter
from ui.errors import Trouble, notice_words, reason_words
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.theme import Look
from ui.window_state import first_size, load_window, restore_geometry

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.clipboard import Clipboard
    from ui.keeping import Keeper
    from ui.leaving import Leaving
    from ui.locking import Answer, Locker
    from ui.rail import Place
    from ui.relaunch import Handover
    from ui.system_events import SystemEvents
    from ui.widgets.strength import Estimator

# what the first page does without is imported when it is wanted, or behind that page (ui/start.py)
# ruff: noqa: PLC0415

log = logging.getLogger(__name__)


class Start(NamedTuple):
    """What a process is told: all of it on the command line, none of it content."""

    folder: Path | None = None
    home: Path | None = None
    geometry: str = ""
    minimised: bool = False
    active: bool = False
    reason: str = ""


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
        replace: Callable[[Handover], None] | None = None,
        events: Callable[[int], SystemEvents] | None = None,
        reporter: CrashReporter | None = None,
    ) -> None:
        super().__init__(app)
        self._app, self.places, self._start = app, places, start
        self._replace, self._events, self._build = replace, events, build
        self.settings = load_settings(places.settings)
        self.look = Look(app, self.settings)
        self.vault = Lane("vault", self)
        self.scan = Lane("scan", self)
        self.collector = Collector(self)
        self.journal: OpenJournal | None = None
        self.pages: OpenPages | None = None
        self.keeper: Keeper | None = None
        self._furnished = False
        self.window = MainWindow(self.look, self._rail)
        self.window.set_may_close(lambda: self.journal is None)
        self.opening = Opening(
            self.look,
            self.window.stack,
            self.vault,
            places,
            lambda: self.estimator,
            show_folder=lambda: self.settings.show_folder_when_locked,
            backups=self.backup_folder,
            own=self.own_folder,
            parent=self,
        )
        self.reporter = reporter or CrashReporter(self)
        self.opening.unlocked.connect(self._unlocked)
        self.opening.opened.connect(self._opened)
        self.opening.folder_changed.connect(self._folder_changed)
        self.window.closing.connect(self.quit)
        self.vault.broke.connect(self.reporter.report)
        self.scan.broke.connect(self.reporter.report)
        self.reporter.crashed.connect(self._crashed)

    # made when it is first wanted
    @cached_property
    def estimator(self) -> Estimator:
        """Who judges a new passphrase."""
        from ui.widgets.strength import Estimator

        return Estimator(ways_in.strength, ways_in.offered_passphrase, self.scan)

    @cached_property
    def clipboard(self) -> Clipboard:
        """What we put on the system's clipboard."""
        from ui.clipboard import Clipboard

        return Clipboard(self._app.clipboard(), parent=self)

    @cached_property
    def leaving(self) -> Leaving:
        """The way out of an open journal."""
        from ui.leaving import Leaving
        from ui.relaunch import replace_process

        return Leaving(
            self, home=self._start.home, quit=self._app.quit, replace=self._replace or replace_process, parent=self
        )

    @property
    def locker(self) -> Locker:
        """The order of locking."""
        return self.leaving.locker

    def furnish(self) -> None:
        """Make and connect what the first page was shown without; done once, before a journal is there."""
        if self._furnished:
            return
        self._furnished = True
        from ui.lock_key import LockKey
        from ui.window_actions import WindowActions

        self.look.ask_system()
        window = self.window
        window.complete()
        window.minimised.connect(self._minimised)
        lock_key = LockKey(self._app, window.action("lock").shortcuts(), self)
        lock_key.pressed.connect(self.lock)
        WindowActions(window, window.actions_by_id, lambda: self.settings, self.change_settings)
        for id, slot in (("lock", self.lock), ("quit", self.quit), ("open", self._open_other)):
            window.action(id).triggered.connect(slot)
        for part in ("clipboard", "leaving"):
            getattr(self, part)

    # start and end
    def run(self) -> None:
        """Show the window."""
        self.collector.begin()
        handed = bool(self._start.reason)
        kept = load_window(self.window_file)
        self.window.list_px = kept.list_px
        if not restore_geometry(self.window, self._start.geometry or kept.geometry):
            self.window.resize(first_size(self.window))
        self.window.set_open(False)
        self.opening.begin(self._start.folder or self.own_folder(), reason_words(self._start.reason))
        # a window that comes back by itself must not take the keys from what the person is typing elsewhere; where it
        # had them when it locked, the passphrase can be typed without reaching for the mouse
        if handed and not self._start.active:
            self.window.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
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
        # what a run kept out of every collection (ui/start.py) ends with it
        gc.unfreeze()
        self.collector.end()

    def own_folder(self) -> Path:
        """The folder of this person's own journal."""
        return Path(self.settings.journal_folder) if self.settings.journal_folder else self.places.default_journal

    def backup_folder(self) -> Path:
        """Where backups go."""
        if self.opening.is_sample:
            return self.places.sample_backups
        return Path(self.settings.backup_folder) if self.settings.backup_folder else self.places.default_backups

    # opening
    def _unlocked(self, journal: OpenJournal) -> None:
        self.furnish()
        from ui.idle import IdleWatch
        from ui.keeping import Keeper
        from ui.system_events import system_events

        self.journal = journal
        self.vault.interrupt = journal.interrupt
        self.keeper = Keeper(
            journal,
            self.vault,
            idle=IdleWatch(self.settings.lock_after_min * 60),
            events=(self._events or system_events)(int(self.window.winId())),
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
            from ui.widgets.sample_mark import mark_sample

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
            self.change_settings(self.settings._replace(side_panel=shown))

    def _block_capture(self) -> None:
        from ui.capture import block_capture

        block_capture(int(self.window.winId()), self.settings.block_capture)

    def _folder_changed(self, folder: Path) -> None:
        if folder != self.places.default_journal or self.settings.journal_folder:
            self.change_settings(self.settings._replace(journal_folder=str(folder)))

    # locking
    def lock(self) -> None:
        """Lock because the person asked."""
        if self.journal is not None:
            self.leaving.lock()

    def quit(self) -> None:
        """End the program, locking first."""
        if self.journal is None:
            self._app.quit()
        else:
            self.leaving.quit()

    def restore(self, path: Path, secret: str) -> None:
        """Lock, put a backup in the journal's place, and start anew."""
        self.leaving.restore(path, secret)

    def delete_sample(self) -> None:
        """Lock the sample journal, remove it, and start anew."""
        self.leaving.delete_sample()

    # saying
    def say(self, words: str) -> None:
        """A line at the top for a while: what went wrong is to be noticed, all else is told quietly."""
        self.window.banner.say(words, look="notice" if isinstance(words, Trouble) else "calm", for_s=8)

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
            from ui.crash_dialog import CrashDialog

            CrashDialog(lines, self.window).open()

    def _minimised(self) -> None:
        if self.settings.lock_on_minimise and self.journal is not None:
            self.leaving.minimised()

    # building
    @staticmethod
    def _rail() -> Sequence[Place]:
        from ui.rail import standard_places

        return standard_places()

    def _open_other(self) -> None:
        if self.journal is None:
            self.opening.ask_other()
        else:
            self.say(self.tr("Lock this journal first; then another can be opened."))

    @property
    def window_file(self) -> Path:
        """Where the window's place is kept."""
        return self.places.state / "window.json"
