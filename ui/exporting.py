"""From a reviewed post to a file or the clipboard: asks where, writes on the vault lane with a row in the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from journal.errors import AlreadyThere
from journal.model import ExportRecord, Part
from ui.clipboard import Clipboard
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.locking import Answer
from ui.main_window import MainWindow
from ui.theme import SERIF, Look

if TYPE_CHECKING:
    from journal.anonymise.review import ReviewedPost
    from journal.export.drawn import DrawnPost
    from journal.export.preview import Leaving
    from journal.exporting import WebCopy
    from journal.open_journal import OpenJournal
    from ui.export.export_dialog import ExportDialog
    from ui.export.parts_dialog import PartsNow

#: Where the last export went: it may name somebody, so it is a row in the journal and no setting.
_FOLDER = "export_folder"


class Exporting(QObject):
    """``exported`` when a post left the journal; ``said`` a line to show."""

    exported = Signal()
    said = Signal(object)

    def __init__(
        self,
        look: Look,
        journal: OpenJournal,
        vault: Lane,
        window: MainWindow,
        *,
        clipboard: Clipboard,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._journal, self._vault, self._window = look, journal, vault, window
        self._clipboard = clipboard

    def ask(self, reviewed: ReviewedPost, _unanswered: tuple[str, ...] = ()) -> None:
        """Show the last page before ``reviewed`` leaves. What is unanswered the core reads off the post itself."""
        journal = self._journal

        def look_at_it() -> tuple[Leaving, str | None]:
            from journal.export.preview import leaving  # noqa: PLC0415 - with it come the formats

            table = journal.learning.is_account(reviewed.post.id)
            return leaving(reviewed, table=table), journal.value(_FOLDER)

        self._vault.run(look_at_it, owner=self, done=lambda both: self._show(reviewed, *both), failed=self._failed)

    def choose_parts(
        self, post_id: UUID | None, flush: Callable[[Answer], None], reopen: Callable[[UUID], None]
    ) -> None:
        """Ask for the parts of the post on the review page, store them, and have it reviewed with them."""
        if post_id is None:
            return
        journal = self._journal

        def now() -> PartsNow:
            from journal.anonymise.parts import draft_of  # noqa: PLC0415
            from journal.export.care import closing_notes, true_notes  # noqa: PLC0415 - as in ask
            from journal.export.layout import has_references  # noqa: PLC0415
            from journal.practice.help_places import load_places  # noqa: PLC0415
            from ui.export.parts_dialog import PartsNow  # noqa: PLC0415

            post = journal.post(post_id)
            draft = draft_of(post)
            return PartsNow(
                draft,
                closing_notes(),
                true_notes(post),
                load_places(),
                name=journal.author().name,
                has_references=has_references(draft.body),
            )

        def saved(error: Exception | None) -> None:
            if error is None:
                self._vault.run(
                    now, owner=self, done=lambda facts: self._ask_parts(post_id, facts, reopen), failed=self._failed
                )

        flush(saved)

    def _ask_parts(self, post_id: UUID, facts: PartsNow, reopen: Callable[[UUID], None]) -> None:
        from ui.export.parts_dialog import PartsDialog  # noqa: PLC0415 - as in ask

        dialog = PartsDialog(self._look, facts, parent=self._window)
        dialog.chosen.connect(lambda parts: self._store_parts(post_id, parts, reopen))
        dialog.open()

    def _store_parts(self, post_id: UUID, parts: Mapping[Part, str], reopen: Callable[[UUID], None]) -> None:
        journal = self._journal

        def store() -> None:
            from journal.anonymise.parts import with_part  # noqa: PLC0415

            post = journal.post(post_id)
            for part, text in parts.items():
                post = with_part(post, part, text)
            journal.save_post(post)

        if parts:
            self._vault.run(store, owner=self, done=lambda _: reopen(post_id), failed=self._failed, work=Work.WRITE)

    def _show(self, reviewed: ReviewedPost, leaving: Leaving, folder: str | None) -> None:
        from ui.export.export_dialog import ExportDialog  # noqa: PLC0415 - as in ask

        dialog = ExportDialog(self._look, Path(folder) if folder else Path.home(), leaving, parent=self._window)
        dialog.chosen.connect(lambda format, path, replace: self._export(dialog, reviewed, (format, path, replace)))
        dialog.copy_asked.connect(lambda: self._copy(dialog, reviewed))
        dialog.parts_asked.connect(self._window.action("parts").trigger)
        dialog.open()

    def _export(self, dialog: ExportDialog, reviewed: ReviewedPost, to: tuple[str, Path, bool]) -> None:
        format, path, replace = to
        journal = self._journal
        date = dt.datetime.now().astimezone().date() if dialog.dated else None
        leaves = _drawn_if_it_must(reviewed) if format == "pdf" else reviewed

        def export() -> ExportRecord:
            record = journal.export(leaves, format, path, replace=replace, date=date)
            journal.set_value(_FOLDER, str(path.parent))
            return record

        def done(_record: ExportRecord) -> None:
            dialog.accept()
            self.exported.emit()
            said = self.tr("Exported as %1 into %2. Anyone who can open this folder can read it.")
            self.said.emit(said.replace("%2", str(path.parent)).replace("%1", path.name, 1))

        def failed(error: Exception) -> None:
            dialog.failed(error_words(error), there=isinstance(error, AlreadyThere))

        self._vault.run(export, owner=dialog, done=done, failed=failed, work=Work.WRITE)

    def _copy(self, dialog: ExportDialog, reviewed: ReviewedPost) -> None:
        journal = self._journal

        def done(copied: WebCopy) -> None:
            self._clipboard.copy(copied.text, copied.html)
            dialog.copied(self.tr("Copied, and noted in the journal. It is cleared from the clipboard in a minute."))
            self.exported.emit()

        self._vault.run(
            lambda: journal.copy_for_web(reviewed),
            owner=dialog,
            done=done,
            failed=lambda error: dialog.failed(error_words(error)),
            work=Work.WRITE,
        )

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))


#: As a page to be read: room between lines.
_PAGE_STYLE = "<style>p, li { line-height: 135%; }</style>"


def _drawn_if_it_must(reviewed: ReviewedPost) -> ReviewedPost | DrawnPost:
    """Where our fonts lack a letter, drawn here: such pages are Qt's, and Qt draws on this thread."""
    from journal.export.drawn import drawn  # noqa: PLC0415 - as in ask
    from journal.export.pages import can_be_set  # noqa: PLC0415
    from ui.widgets.printing import draw_html, to_pdf  # noqa: PLC0415 - seldom wanted

    if can_be_set(reviewed):
        return reviewed
    return drawn(reviewed, lambda html: to_pdf(draw_html(_PAGE_STYLE + html, family=SERIF, size_pt=11)))
