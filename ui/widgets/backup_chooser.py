"""A backup chosen and looked into before it may take a journal's place: in settings, and where a journal is damaged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journal.model import Heading
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.text import counted, moment_words
from ui.theme import Look
from ui.widgets.parts import button, column, label, pair, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.said import Said
from ui.widgets.titles import title_of

_PATH = Qt.ItemDataRole.UserRole


class BackupFile(Protocol):
    """A backup as its manifest tells of it."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def made_at(self) -> dt.datetime:
        """When it was made."""

    @property
    def entries(self) -> int:
        """How many entries it says it holds."""


class BackupPreview(Protocol):
    """What a backup holds, after all of it was checked."""

    @property
    def entries(self) -> int:
        """How many entries it holds."""

    @property
    def newest(self) -> Sequence[Heading]:
        """Its newest entries."""


@dataclass(frozen=True, slots=True)
class Backups:
    """Calls about backup files, handed in; on the vault lane."""

    listed: Callable[[Path], Sequence[BackupFile]]
    preview: Callable[[Path, str], BackupPreview]


def date_words(at: dt.datetime | None, never: str) -> str:
    """A moment in the person's own words, or ``never``."""
    if at is None:
        return never
    return moment_words(at)


class BackupChooser(QWidget):
    """``restore_asked`` carries a backup's path and the secret that opened it, after it was looked into."""

    restore_asked = Signal(object, str)

    def __init__(self, look: Look, lane: Lane, backups: Backups, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane, self._backups = lane, backups
        self._checked: tuple[Path, str] | None = None
        self._opening = False
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setFixedHeight(look.px(92))
        self._none = label(self.tr("There is no backup in this folder yet."), "second", wrap=True)
        self._secret = PassphraseField(look, self.tr("Passphrase or recovery words of that backup"))
        self._look_inside = button(self.tr("Look inside"), name=self.tr("Check this backup and look inside"))
        self._preview = Said(look="second")
        self._restore = button(self.tr("Restore this backup"))
        box = column(self, spacing=12)
        box.addWidget(self._list)
        box.addWidget(self._none)
        line = row(self._secret, self._look_inside)
        line.setStretch(0, 1)
        named = label(self.tr("&Passphrase or recovery words of that backup"), "second", wrap=True, buddy=self._secret)
        box.addLayout(pair(named, line))
        box.addWidget(self._preview)
        box.addLayout(row(None, self._restore))
        self._list.setAccessibleName(self.tr("Backups in this folder"))
        self._list.currentItemChanged.connect(self._reset)
        self._secret.textChanged.connect(self._refresh)
        self._secret.returnPressed.connect(self._open)
        self._look_inside.clicked.connect(self._open)
        self._restore.clicked.connect(self._ask_restore)
        self.show_backups(())

    def load(self, folder: Path) -> None:
        """Ask which backups are in ``folder``."""
        listed = self._backups.listed
        self._lane.run(
            lambda: listed(folder), owner=self, topic="backups", done=self.show_backups, failed=self._not_opened
        )

    def show_backups(self, backups: Sequence[BackupFile]) -> None:
        """Show these backups, the newest chosen."""
        self._list.clear()
        for backup in backups:
            made = date_words(backup.made_at, "")
            item = QListWidgetItem(made + "  ·  " + counted(backup.entries, self.tr("1 entry"), self.tr("%n entries")))
            item.setData(_PATH, backup.path)
            self._list.addItem(item)
        self._list.setVisible(bool(backups))
        self._none.setVisible(not backups)
        if backups:
            self._list.setCurrentRow(0)
        self._reset()

    def empty(self) -> None:
        """Drop what is shown and typed."""
        self._secret.clear()
        self.show_backups(())

    def say(self, words: str) -> None:
        """Show why something failed."""
        self._preview.setText(words)

    def _reset(self) -> None:
        self._checked = None
        self._preview.setText("")
        self._refresh()

    def _refresh(self) -> None:
        self._look_inside.setEnabled(self._list.currentRow() >= 0 and bool(self._secret.text()))
        self._restore.setEnabled(self._checked is not None)

    def _open(self) -> None:
        if not self._look_inside.isEnabled():
            return
        path: Path = self._list.currentItem().data(_PATH)
        secret, preview = self._secret.take(), self._backups.preview
        self._opening = True
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
        self._opening = False
        titles = [f"• {title_of(heading)}" for heading in preview.newest]
        said = self.tr("Whole and readable, %1. The newest:") if titles else self.tr("Whole and readable, %1.")
        entries = counted(preview.entries, self.tr("1 entry"), self.tr("%n entries"))
        below = self.tr("Restoring puts it in the journal’s place. The present journal is kept beside it.")
        self._preview.setText("\n".join((said.replace("%1", entries), *titles, below)))
        self._refresh()
        # not to the button that restores, which a second Return would press
        self._secret.setFocus()

    def _not_opened(self, error: Exception) -> None:
        self._preview.setText(error_words(error))
        if self._opening:
            self._opening = False
            self._secret.setFocus()

    def _ask_restore(self) -> None:
        if self._checked is not None:
            path, secret = self._checked
            self._reset()
            self.restore_asked.emit(path, secret)
