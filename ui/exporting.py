"""From a reviewed post to a file: asks where, writes it on the vault lane with its row in the log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal.errors import AlreadyThere
from journal.model import ExportRecord, Reason
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.theme import Look

if TYPE_CHECKING:
    from journal.anonymise.review import ReviewedPost
    from journal.open_journal import OpenJournal
    from ui.export.export_dialog import ExportDialog

#: Where the last export went: it may name somebody, so it is a row in the journal and no setting.
_FOLDER = "export_folder"


class Exporting(QObject):
    """``exported`` when a file was written; ``said`` a line to show."""

    exported = Signal()
    said = Signal(str)

    def __init__(self, look: Look, journal: OpenJournal, vault: Lane, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._journal, self._vault, self._window = look, journal, vault, window

    def ask(self, reviewed: ReviewedPost, unanswered: tuple[str, ...]) -> None:
        """Ask where ``reviewed`` goes."""
        self._vault.run(
            lambda: self._journal.value(_FOLDER),
            owner=self,
            done=lambda folder: self._show(reviewed, unanswered, folder),
            failed=self._failed,
        )

    def _show(self, reviewed: ReviewedPost, unanswered: tuple[str, ...], folder: str | None) -> None:
        from ui.export.export_dialog import ExportDialog  # noqa: PLC0415 - with it come the formats

        base = reviewed.post.base
        kept = [base[change.start : change.end] for change in reviewed.post.changes if change.reason is Reason.KEPT]
        dialog = ExportDialog(
            self._look,
            Path(folder) if folder else Path.home(),
            kept=list(dict.fromkeys(kept)),
            decided=reviewed.decided,
            unanswered=len(unanswered),
            parent=self._window,
        )
        dialog.chosen.connect(
            lambda format, path, replace: self._export(dialog, reviewed, unanswered, (format, path, replace))
        )
        dialog.open()

    def _export(
        self, dialog: ExportDialog, reviewed: ReviewedPost, unanswered: tuple[str, ...], to: tuple[str, Path, bool]
    ) -> None:
        format, path, replace = to
        journal = self._journal

        def export() -> ExportRecord:
            record = journal.export(reviewed, format, path, replace=replace)
            journal.set_value(_FOLDER, str(path.parent))
            return record

        def done(_record: ExportRecord) -> None:
            dialog.accept()
            self.exported.emit()
            self.said.emit(self.tr("Exported. The file is readable by anyone who can open this folder."))

        def failed(error: Exception) -> None:
            dialog.failed(error_words(error), there=isinstance(error, AlreadyThere))

        self._vault.run(export, owner=dialog, done=done, failed=failed, work=Work.WRITE)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
