"""Backups: where they go, the last good one, one now, and a restore that shows first what would come back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from journal.errors import Interrupted
from journal.model import JournalFacts
from journal.settings import Settings
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.settings.store import BackupFile, BackupPreview, Backups, SettingsStore
from ui.text import counted
from ui.theme import Look
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.parts import button, column, label, row
from ui.widgets.passphrase_field import PassphraseField

_PATH = Qt.ItemDataRole.UserRole


def date_words(at: dt.datetime | None, never: str) -> str:
    """A moment in the person's own words, or ``never``."""
    if at is None:
        return never
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at.timestamp())), QLocale.FormatType.ShortFormat)


class BackupSection(QWidget):
    """``changed`` carries new settings; ``restore_asked`` a backup's path and the secret that opens it."""

    changed = Signal(object)
    restore_asked = Signal(object, str)
    said = Signal(str)

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
        self._checked: tuple[Path, str] | None = None
        self._folder = QLineEdit()
        self._folder.setReadOnly(True)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the backup folder"))
        self._last = label("", "second")
        self._now = button(self.tr("Back up now"))
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Backups in this folder"))
        self._list.setFixedHeight(look.px(120))
        self._secret = PassphraseField(look, self.tr("Passphrase or recovery words of that backup"))
        self._look_inside = button(self.tr("Look inside"), name=self.tr("Check this backup and look inside"))
        self._preview = label("", "second", wrap=True)
        self._restore = button(self.tr("Restore this backup"))
        box = column(self, spacing=7)
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
        box.addWidget(label(self.tr("&Backup folder"), "second", buddy=self._folder))
        line = row(self._folder, choose)
        line.setStretch(0, 1)
        box.addLayout(line)
        box.addLayout(row(self._last, None, self._now))
        box.addSpacing(6)
        box.addWidget(label(self.tr("&Restore"), "section", buddy=self._list))
        self._list.setAccessibleName(self.tr("Backups in this folder"))
        box.addWidget(self._list)
        box.addWidget(label(self.tr("&Passphrase or recovery words of that backup"), "second", buddy=self._secret))
        line = row(self._secret, self._look_inside)
        line.setStretch(0, 1)
        box.addLayout(line)
        box.addWidget(self._preview)
        box.addLayout(row(None, self._restore))
        choose.clicked.connect(self._choose)
        self._now.clicked.connect(self.back_up)
        self._list.currentItemChanged.connect(self._reset_preview)
        self._secret.textChanged.connect(self._refresh)
        self._look_inside.clicked.connect(self._open)
        self._restore.clicked.connect(self._ask_restore)
        self.show_settings(settings)
        self._reset_preview()

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
        self._secret.clear()
        self._list.clear()
        self._reset_preview()

    def back_up(self) -> None:
        """Make a backup now."""
        folder, store = self.folder, self._store
        self._now.setEnabled(False)
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
        self._now.setEnabled(True)
        self._now.setText(self.tr("Back up now"))

    def _show(self, facts: JournalFacts, backups: Sequence[BackupFile]) -> None:
        last = date_words(facts.last_backup_at, self.tr("none yet"))
        self._last.setText(self.tr("Last good backup: %1").replace("%1", last))
        self._list.clear()
        for backup in backups:
            made = date_words(backup.made_at, "")
            item = QListWidgetItem(made + "  ·  " + counted(backup.entries, self.tr("1 entry"), self.tr("%n entries")))
            item.setData(_PATH, backup.path)
            self._list.addItem(item)
        if backups:
            self._list.setCurrentRow(0)
        self._reset_preview()

    def _reset_preview(self) -> None:
        self._checked = None
        self._preview.setText("")
        self._refresh()

    def _refresh(self) -> None:
        self._look_inside.setEnabled(self._list.currentRow() >= 0 and bool(self._secret.text()))
        self._restore.setEnabled(self._checked is not None)

    def _open(self) -> None:
        path: Path = self._list.currentItem().data(_PATH)
        secret, preview = self._secret.take(), self._backups.preview
        self._preview.setText(self.tr("Checking…"))
        self._lane.run(
            lambda: preview(path, secret),
            owner=self,
            topic="preview",
            done=lambda found: self._opened(path, secret, found),
            failed=self._not_opened,
        )

    def _opened(self, path: Path, secret: str, preview: BackupPreview) -> None:
        self._checked = (path, secret)
        titles = "\n".join(f"• {heading.title or heading.excerpt[:60]}" for heading in preview.newest)
        self._preview.setText(
            self.tr("Whole and readable, %1. The newest:").replace(
                "%1", counted(preview.entries, self.tr("1 entry"), self.tr("%n entries"))
            )
            + "\n"
            + titles
            + "\n"
            + self.tr("Restoring puts it in the journal's place. The present journal is kept beside it.")
        )
        self._refresh()

    def _not_opened(self, error: Exception) -> None:
        self._preview.setText(error_words(error))

    def _ask_restore(self) -> None:
        if self._checked is not None:
            path, secret = self._checked
            self._reset_preview()
            self.restore_asked.emit(path, secret)

    def _choose(self) -> None:
        dialog = FolderDialog(self._look, self.tr("Backup folder"), self.folder, self)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: Path) -> None:
        self.changed.emit(replace(self._settings, backup_folder=str(folder)))
        self.load()

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
