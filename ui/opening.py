"""From the first page to an open journal: first run, passphrase, recovery words, another folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from journal.errors import JournalError, KeysDamaged, NotOurs
from journal.paths import Places, is_journal
from ui import ways_in
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.theme import Look
from ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.unlock.first_run import FirstRun
    from ui.unlock.recover_page import RecoverPage
    from ui.unlock.restore_page import RestorePage
    from ui.widgets.strength import Estimator

    FirstPage = UnlockPage | FirstRun | RecoverPage | RestorePage

# the other first pages are imported when one of them is shown
# ruff: noqa: PLC0415


class Opening(QObject):
    """``opened`` carries the open journal, once its recovery words were confirmed where it is new.

    ``unlocked`` comes before that, as soon as a key is in memory: from then on locking must work.
    """

    unlocked = Signal(object)
    opened = Signal()
    folder_changed = Signal(object)

    def __init__(
        self,
        look: Look,
        stack: QStackedWidget,
        vault: Lane,
        places: Places,
        estimator: Callable[[], Estimator],
        *,
        show_folder: Callable[[], bool],
        backups: Callable[[], Path],
        own: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._stack, self._vault, self._places = look, stack, vault, places
        self._estimator, self._show_folder, self._backups = estimator, show_folder, backups
        self._own = own
        self.folder = places.default_journal
        self.page: FirstPage | None = None

    def begin(self, folder: Path, said: str = "") -> None:
        """Show the page that fits ``folder``: unlock where there is a journal, else the first run."""
        self.folder = folder
        if is_journal(folder):
            self._show_unlock(said)
        else:
            self._show_first_run()

    def ask_other(self) -> None:
        """Choose another folder with a journal."""
        if self.page is None:
            return
        from ui.widgets.folder_dialog import FolderDialog
        from ui.widgets.parts import button

        # where this journal lies others may lie too; inside it there is none
        start = self.folder.parent if is_journal(self.folder) else self.folder
        sample = button(self.tr("The sample journal"), "link")
        dialog = FolderDialog(
            self._look,
            self.tr("Open a journal"),
            start,
            self._stack,
            new_allowed=False,
            wanted=is_journal,
            aside=None if self.is_sample else sample,
        )
        dialog.chosen.connect(self._other)
        sample.clicked.connect(dialog.reject)
        sample.clicked.connect(self._open_sample)
        dialog.open()

    def empty(self) -> None:
        """Drop what was typed: part of locking."""
        if self.page is not None:
            self.page.forget()

    @property
    def is_sample(self) -> bool:
        """Whether the folder is the sample journal's."""
        return self.folder == self._places.sample_journal

    def _show(self, page: FirstPage) -> None:
        former, self.page = self.page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if former is not None:
            self._stack.removeWidget(former)
            # the field's text goes with the widget
            former.deleteLater()
        page.setFocus()

    def _first_run(self) -> FirstRun | None:
        from ui.unlock.first_run import FirstRun

        return self.page if isinstance(self.page, FirstRun) else None

    def _show_unlock(self, said: str = "", *, problem: bool = False) -> None:
        page = UnlockPage(self._look, self._stack)
        page.say(said, problem=problem)
        page.show_foot(self.folder.name if self._show_folder() else "")
        if self.is_sample:
            page.show_sample(ways_in.sample_passphrase())
            page.sample_delete_asked.connect(self._delete_sample)
        page.unlock_asked.connect(self._unlock)
        page.backup_asked.connect(self._show_restore)
        page.words_asked.connect(self._show_recover)
        page.other_asked.connect(self.ask_other)
        self._show(page)

    def _show_recover(self) -> None:
        from ui.unlock.recover_page import RecoverPage

        page = RecoverPage(
            self._look,
            suggest=ways_in.suggested_words,
            unknown=ways_in.unknown_words,
            fault=_fault_of_words,
            estimator=self._estimator(),
        )
        page.recover_asked.connect(self._recover)
        page.back_asked.connect(self._show_unlock)
        self._show(page)

    def _show_first_run(self) -> None:
        from ui.unlock.first_run import FirstRun

        page = FirstRun(
            self._look,
            folder=self.folder,
            estimator=self._estimator(),
            fault=_fault_of_folder,
            place=ways_in.place_in,
            sample=ways_in.sample_passphrase(),
            sample_there=is_journal(self._places.sample_journal),
        )
        if page.sample is not None:
            page.sample.explore_asked.connect(self._open_sample)
            page.sample.delete_asked.connect(self._delete_sample)
        page.create_asked.connect(self._create)
        page.open_asked.connect(self.ask_other)
        page.finished.connect(self.opened)
        self._show(page)

    def _other(self, folder: Path) -> None:
        if is_journal(folder):
            self.folder = folder
            if not self.is_sample:
                self.folder_changed.emit(folder)
            self._show_unlock()
        elif isinstance(self.page, UnlockPage):
            self.page.say(error_words(NotOurs()), problem=True)
        else:
            self._show_unlock(error_words(NotOurs()), problem=True)

    def _unlock(self, passphrase: str) -> None:
        folder, places, backups = self.folder, self._places, self._backups()
        self._vault.run(
            lambda: ways_in.unlock(folder, passphrase, places, backups),
            owner=self,
            done=self._unlocked,
            failed=self._not_unlocked,
            work=Work.WRITE,
        )

    def _unlocked(self, journal: OpenJournal) -> None:
        self.unlocked.emit(journal)
        self.opened.emit()

    def _not_unlocked(self, error: Exception) -> None:
        if isinstance(error, KeysDamaged):
            self._show_recover()
            self._not_recovered(error)
        elif isinstance(self.page, UnlockPage):
            self.page.failed(error, error_words(error))

    def _recover(self, words: str, passphrase: str) -> None:
        folder, places = self.folder, self._places
        self._vault.run(
            lambda: ways_in.recover(folder, words, passphrase, places),
            owner=self,
            done=self._unlocked,
            failed=self._not_recovered,
            work=Work.WRITE,
        )

    def _not_recovered(self, error: Exception) -> None:
        from ui.unlock.recover_page import RecoverPage

        if isinstance(self.page, RecoverPage):
            self.page.failed(error_words(error))

    def _create(self, folder: Path, passphrase: str) -> None:
        places = self._places
        self.folder = folder
        self._vault.run(
            lambda: ways_in.create(folder, passphrase, places),
            owner=self,
            done=lambda made: self._created(*made),
            failed=self._not_created,
            work=Work.WRITE,
        )

    def _created(self, journal: OpenJournal, words: tuple[str, ...]) -> None:
        self.folder_changed.emit(self.folder)
        self.unlocked.emit(journal)
        if (page := self._first_run()) is not None:
            page.show_words(words)

    def _not_created(self, error: Exception) -> None:
        if (page := self._first_run()) is not None:
            page.failed(error_words(error))

    # the sample journal
    def _open_sample(self) -> None:
        if isinstance(self.page, UnlockPage):
            self.page.say(self.tr("Opening the sample journal…"))
        places = self._places
        self._vault.run(
            lambda: ways_in.open_sample(places),
            owner=self,
            done=self._sample_opened,
            failed=self._sample_failed,
            work=Work.WRITE,
        )

    def _sample_opened(self, journal: OpenJournal) -> None:
        # no setting is changed: the next start asks again whether to begin a journal of one's own
        self.folder = journal.folder
        self._unlocked(journal)

    def _sample_failed(self, error: Exception) -> None:
        page = self._first_run()
        if page is not None and page.sample is not None:
            page.sample.failed(error_words(error))
        elif isinstance(self.page, UnlockPage):
            self.page.say(error_words(error), problem=True)

    def _delete_sample(self) -> None:
        places = self._places
        self._vault.run(
            lambda: ways_in.delete_sample(places),
            owner=self,
            done=lambda _: self._sample_deleted(),
            failed=self._sample_failed,
            work=Work.WRITE,
        )

    def _sample_deleted(self) -> None:
        page = self._first_run()
        if self.is_sample:
            self.begin(self._own())
        elif page is not None and page.sample is not None:
            page.sample.deleted()

    # a journal that cannot be read
    def _show_restore(self) -> None:
        places = self._places
        from ui.unlock.restore_page import RestorePage
        from ui.widgets.backup_chooser import Backups

        page = RestorePage(
            self._look,
            self._vault,
            backups=Backups(ways_in.listed_backups, lambda path, secret: ways_in.preview(path, secret, places)),
            folder=self._backups(),
        )
        page.restore_asked.connect(self._restore)
        page.back_asked.connect(self._show_unlock)
        self._show(page)

    def _restore(self, backup: Path, secret: str) -> None:
        folder, places = self.folder, self._places
        self._vault.run(
            lambda: ways_in.restore(backup, secret, folder, places),
            owner=self,
            done=lambda _: self._show_unlock(self.tr("The backup is in its place now. What was there is beside it.")),
            failed=self._not_restored,
            work=Work.WRITE,
        )

    def _not_restored(self, error: Exception) -> None:
        from ui.unlock.restore_page import RestorePage

        if isinstance(self.page, RestorePage):
            self.page.failed(error_words(error))


def _fault_of_words(words: str) -> str:
    try:
        ways_in.must_be_recovery_words(words)
    except JournalError as error:
        return error_words(error)
    return ""


def _fault_of_folder(folder: Path) -> str:
    try:
        ways_in.must_be_free(folder)
    except JournalError as error:
        return error_words(error)
    return ""
