"""From something that can leave the journal to a file: asks where, makes its bytes, writes them on the vault lane."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal.atomic import write_whole
from journal.errors import AlreadyThere
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.theme import Look

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.widgets.outgoing import Outgoing
    from ui.widgets.save_dialog import SaveDialog

#: Where the last file went: it may name somebody, so it is a row in the journal and no setting (as in exporting.py).
_FOLDER = "export_folder"


class Filing(QObject):
    """``said`` a line to show."""

    said = Signal(object)

    def __init__(self, look: Look, journal: OpenJournal, vault: Lane, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._journal, self._vault, self._window = look, journal, vault, window

    def ask(self, outgoing: Outgoing) -> None:
        """Ask where ``outgoing`` goes."""
        self._vault.run(
            lambda: self._journal.value(_FOLDER),
            owner=self,
            done=lambda folder: self._show(outgoing, folder),
            failed=lambda error: self.said.emit(error_words(error)),
        )

    def _show(self, outgoing: Outgoing, folder: str | None) -> None:
        from ui.widgets.save_dialog import SaveDialog  # noqa: PLC0415 - seldom wanted

        dialog = SaveDialog(self._look, outgoing, Path(folder) if folder else Path.home(), self._window)
        dialog.chosen.connect(lambda number, path, replace: self._write(dialog, outgoing, (number, path, replace)))
        dialog.open()

    def _write(self, dialog: SaveDialog, outgoing: Outgoing, to: tuple[int, Path, bool]) -> None:
        number, path, replace = to
        # drawn here: pictures and pages are Qt's, and Qt draws on this thread
        data = outgoing.formats[number].make()
        journal = self._journal

        def write() -> None:
            write_whole(path, data, replace=replace)
            journal.set_value(_FOLDER, str(path.parent))

        def done(_: object) -> None:
            dialog.accept()
            self.said.emit(self.tr("Saved. The file is readable by anyone who can open this folder."))

        def failed(error: Exception) -> None:
            dialog.failed(error_words(error), there=isinstance(error, AlreadyThere))

        self._vault.run(write, owner=dialog, done=done, failed=failed, work=Work.WRITE)
