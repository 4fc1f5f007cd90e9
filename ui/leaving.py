"""The way out of an open journal: what each step of locking does to the window, and who comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import Shiboken

from ui import ways_in
from ui.errors import words as error_words
from ui.locking import Answer, Locker, Reason, Steps
from ui.relaunch import Handover
from ui.window_state import geometry_text, save_window, window_state

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from journal.paths import Places
    from ui.clipboard import Clipboard
    from ui.jobs import Lane
    from ui.keeping import Keeper
    from ui.main_window import MainWindow
    from ui.opening import Opening


class LeftPages(Protocol):
    """What is asked of the pages of an open journal."""

    def flush(self, answer: Answer) -> None:
        """Save what is unsaved, then answer."""

    def empty(self) -> None:
        """Drop all text."""


class Left(Protocol):
    """What is left: the session."""

    places: Places
    window: MainWindow
    opening: Opening
    vault: Lane
    scan: Lane
    journal: OpenJournal | None
    keeper: Keeper | None

    @property
    def pages(self) -> LeftPages | None:
        """The pages, once there are any."""

    @property
    def clipboard(self) -> Clipboard:
        """What we put on the system's clipboard."""

    @property
    def window_file(self) -> Path:
        """Where the window's place is kept."""

    def own_folder(self) -> Path:
        """The folder of this person's own journal."""


class Leaving(QObject):
    """Locks, and then ends this process or hands over to a fresh one."""

    def __init__(
        self,
        session: Left,
        *,
        home: Path | None,
        quit: Callable[[], None],
        replace: Callable[[Handover], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._home, self._quit, self._replace = session, home, quit, replace
        self._restore: tuple[Path, str] | None = None
        self._delete_sample = False
        self._window_state = b""
        window = session.window
        steps = Steps(
            cover=self._cover,
            flush=self._flush,
            lock=self._lock_journal,
            empty=self._empty,
            clear_clipboard=session.clipboard.clear_if_ours,
            replace=self._replace_process,
        )
        self.locker = Locker(steps, session.vault, others=(session.scan,), parent=self)
        self.locker.save_failed.connect(self._save_failed)
        window.cover.try_again.connect(self.locker.try_again)
        window.cover.give_up.connect(self.locker.give_up_text)

    def lock(self) -> None:
        """Lock because the person asked."""
        self.locker.lock(Reason.BY_HAND)

    def minimised(self) -> None:
        """Lock because the window was minimised."""
        self.locker.lock(Reason.MINIMISED)

    def quit(self) -> None:
        """Lock and end the program."""
        self.locker.lock(Reason.QUIT)

    def restore(self, path: Path, secret: str) -> None:
        """Lock, put a backup in the journal's place, and start anew."""
        self._restore = (path, secret)
        self.locker.lock(Reason.RESTORED)

    def delete_sample(self) -> None:
        """Lock the sample journal, remove it, and start anew."""
        self._delete_sample = True
        self.locker.lock(Reason.BY_HAND)

    # the steps
    def _cover(self, _reason: Reason) -> None:
        window, keeper = self._session.window, self._session.keeper
        window.show_cover()
        self._window_state = window_state(window, window.list_px)
        if keeper is not None:
            keeper.stop()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            popup.hide()
        for other in QApplication.topLevelWidgets():
            if other is not window and other.isVisible():
                # hidden, not asked: a dialog must not be able to say no
                other.hide()

    def _flush(self, answer: Answer) -> None:
        pages = self._session.pages
        if pages is None:
            answer(None)
        else:
            pages.flush(answer)

    def _lock_journal(self) -> None:
        """On the vault lane, and so is the window's place written: a disk may take its time to say that it has it."""
        journal, places = self._session.journal, self._session.places
        try:
            if journal is not None:
                journal.lock()
        finally:
            save_window(self._session.window_file, self._window_state)
        if self._delete_sample:
            ways_in.delete_sample(places)
        if self._restore is not None and journal is not None:
            path, secret = self._restore
            ways_in.restore(path, secret, journal.folder, places)

    def _empty(self) -> None:
        self._session.opening.empty()
        if self._session.pages is not None:
            self._session.pages.empty()
        # only hidden until now: what a form says was read by the last save; whoever keeps a dialog empties it
        end_dialogs(QApplication.topLevelWidgets())

    def _replace_process(self, reason: Reason) -> None:
        session = self._session
        folder = session.journal.folder if session.journal is not None else session.opening.folder
        if self._delete_sample:
            folder = session.own_folder()
        session.journal = None
        if reason is Reason.QUIT:
            self._quit()
            return
        if reason is Reason.RESTORED and self.locker.lock_error is not None:
            reason = Reason.RESTORE_FAILED
        self._replace(
            Handover(
                folder=folder,
                home=self._home,
                geometry=geometry_text(session.window),
                minimised=session.window.isMinimized(),
                active=QApplication.activeWindow() is not None,
                reason=reason.value,
            )
        )

    def _save_failed(self, error: Exception) -> None:
        self._session.window.cover.show_failure(error_words(error))


def end_dialogs(tops: Sequence[QWidget]) -> None:
    """Delete those that go when they are closed, with all they say."""
    for top in tops:
        # a question over a form went with the form
        if not Shiboken.isValid(top):
            continue
        if isinstance(top, QDialog) and top.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
            Shiboken.delete(top)
