"""Where a journal cannot be read: a backup is looked into and put in its place. The damaged file is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.backup_chooser import BackupChooser, Backups
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.parts import button, centred, column, label, pair, row, step_card
from ui.widgets.said import Said


class RestorePage(QWidget):
    """``restore_asked`` carries a backup's path and the secret that opened it."""

    restore_asked = Signal(object, str)
    back_asked = Signal()

    def __init__(
        self, look: Look, lane: Lane, *, backups: Backups, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._folder = QLineEdit(str(folder))
        self._folder.setReadOnly(True)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the folder with backups"))
        self._chooser = BackupChooser(look, lane, backups)
        self._said = Said()
        back = button(self.tr("Back"))
        frame, inside = step_card()
        inside.addWidget(label(self.tr("Open a backup"), "title", wrap=True))
        inside.addWidget(
            label(
                self.tr(
                    "A backup can take the place of a journal that cannot be read. What is there now is kept beside "
                    "it, untouched, so that nothing is lost by trying."
                ),
                wrap=True,
            )
        )
        line = row(self._folder, choose)
        line.setStretch(0, 1)
        inside.addLayout(pair(label(self.tr("&Backup folder"), "second", buddy=self._folder), line))
        inside.addWidget(self._chooser)
        inside.addWidget(self._said)
        inside.addLayout(row(back, None))
        column(self).addWidget(centred(frame, look, 620))
        self._chooser.restore_asked.connect(self.restore_asked)
        choose.clicked.connect(self._choose)
        back.clicked.connect(self.back_asked)
        self._chooser.load(folder)

    def failed(self, words: str) -> None:
        """The backup could not be put there: the journal is as it was."""
        self._said.setText(words)

    def forget(self) -> None:
        """Drop what was typed."""
        self._chooser.empty()

    def _choose(self) -> None:
        dialog = FolderDialog(self._look, self.tr("Backup folder"), Path(self._folder.text()), self, new_allowed=False)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: Path) -> None:
        self._folder.setText(str(folder))
        self._said.setText("")
        self._chooser.load(folder)
