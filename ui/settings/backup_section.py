"""Backups: where they go, the last good one, one now, and a restore that shows first what would come back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.errors import Interrupted
from journal.model import JournalFacts
from journal.settings import Settings
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.settings.store import SettingsStore
from ui.theme import Look
from ui.widgets.backup_chooser import BackupChooser, BackupFile, Backups, date_words
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.parts import button, column, label, pair, row


class BackupSection(QWidget):
    """``changed`` carries new settings; ``restore_asked`` a backup's path and the secret that opens it."""

    changed = Signal(object)
    restore_asked = Signal(object, str)
    said = Signal(object)
    #: a backup was asked for from elsewhere: this is where its end is told
    working = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        store: SettingsStore,
        lane: Lane,
        *,
        backups: Backups,
        default: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._settings, self._store, self._lane = look, settings, store, lane
        self._backups, self._default = backups, default
        self._working = False
        self._folder = QLineEdit()
        self._folder.setReadOnly(True)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the backup folder"))
        self._last = label("", "second", wrap=True)
        self._now = button(self.tr("Back up now"))
        self._chooser = BackupChooser(look, lane, backups)
        box = column(self, spacing=14)
        box.addWidget(
            label(
                self.tr(
                    "One backup a day is made and checked by itself. Backups are encrypted like the journal, so they "
                    "may lie in a synced folder or on a stick."
                ),
                "second",
                wrap=True,
            )
        )
        line = row(self._folder, choose)
        line.setStretch(0, 1)
        box.addLayout(pair(label(self.tr("&Backup folder"), "second", buddy=self._folder), line))
        last = row(self._last, self._now)
        last.setStretch(0, 1)
        box.addLayout(last)
        choose.clicked.connect(self._choose)
        self._now.clicked.connect(self.back_up)
        self._chooser.restore_asked.connect(self.restore_asked)
        self.show_settings(settings)

    @property
    def chooser(self) -> QWidget:
        """Where a backup is chosen to be restored: it stands in a card of its own."""
        return self._chooser

    @property
    def folder(self) -> Path:
        """Where backups go."""
        return Path(self._settings.backup_folder) if self._settings.backup_folder else self._default

    def show_settings(self, settings: Settings) -> None:
        """Show another folder."""
        self._settings = settings
        self._folder.setText(str(self.folder))

    def load(self) -> None:
        """Ask for the facts and for the backups there are."""
        folder, store, listed = self.folder, self._store, self._backups.listed
        self._lane.run(
            lambda: (store.facts(), listed(folder)),
            owner=self,
            topic="backups",
            done=lambda both: self._show(*both),
            failed=self._failed,
        )

    def empty(self) -> None:
        """Drop what is shown."""
        self._chooser.empty()

    def back_up(self) -> None:
        """Make a backup now."""
        if self._working:
            return
        folder, store = self.folder, self._store
        self.working.emit()
        # not switched off meanwhile: that would send the keyboard on to the next control, for good
        self._working = True
        self._now.setText(self.tr("Backing up…"))
        # a read to the lane: it can be interrupted, and locking does not wait for it
        self._lane.run(lambda: store.back_up(folder), owner=self, done=self._backed_up, failed=self._not_backed_up)

    def _backed_up(self, _made: object) -> None:
        self._now_again()
        self.said.emit(self.tr("Backed up and checked."))
        self.load()

    def _not_backed_up(self, error: Exception) -> None:
        self._now_again()
        if not isinstance(error, Interrupted):
            self._failed(error)

    def _now_again(self) -> None:
        self._working = False
        self._now.setText(self.tr("Back up now"))

    def _show(self, facts: JournalFacts, backups: Sequence[BackupFile]) -> None:
        last = date_words(facts.last_backup_at, self.tr("none yet"))
        self._last.setText(self.tr("Last good backup: %1").replace("%1", last))
        self._chooser.show_backups(backups)

    def _choose(self) -> None:
        dialog = FolderDialog(self._look, self.tr("Backup folder"), self.folder, self)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: Path) -> None:
        self.changed.emit(self._settings._replace(backup_folder=str(folder)))
        self.load()

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
