"""The pages that are imported and made when they are first wanted: unlocking must not wait for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from journal import backup, restoring
from journal.ids import new_id
from ui.exporting import Exporting
from ui.session import Session

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.prompts.prompts_page import PromptsPage
    from ui.review.posts_page import PostsPage
    from ui.review.review_page import ReviewPage
    from ui.settings.settings_page import SettingsPage

# each page imports what it is made of
# ruff: noqa: PLC0415

_Page = TypeVar("_Page", "PostsPage", "ReviewPage", "SettingsPage")


class LaterPages(QObject):
    """Drafts, the review, settings, prompts. What one of them asks of another page is a signal."""

    post_opened = Signal(object)
    journal_asked = Signal()
    write_asked = Signal(str, str, str)

    def __init__(self, session: Session, journal: OpenJournal, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._journal, self._vault = session, journal, session.vault
        self._exporting = Exporting(
            session.look, journal, session.vault, session.window, clipboard=session.clipboard, parent=self
        )
        self._exporting.said.connect(session.say)

    def choose_parts(self) -> None:
        """Ask for the parts of the draft on the review page; it is reviewed with them then."""
        if self.made("review"):
            self._exporting.choose_parts(self.review.post_id, self.review.flush, self.post_opened.emit)

    def made(self, name: str) -> bool:
        """Whether a page was wanted yet."""
        return name in self.__dict__

    @cached_property
    def posts(self) -> PostsPage:
        """The list of blog drafts."""
        from ui.review.posts_page import PostsPage

        made = PostsPage(self._session.look, self._journal, self._vault, self._session.window.stack)
        made.opened.connect(self.post_opened)
        made.journal_asked.connect(self.journal_asked)
        return self._added(made)

    @cached_property
    def review(self) -> ReviewPage:
        """One blog draft."""
        from journal.practice.checklist import load_checklist
        from journal.practice.treatments import load_treatments
        from ui.review.review_page import ReviewPage

        session = self._session
        made = ReviewPage(
            session.look,
            self._journal,
            self._vault,
            session.scan,
            load_checklist(),
            treatments=load_treatments(),
            new_id=new_id,
            parent=session.window.stack,
        )
        made.export_asked.connect(self._exporting.ask)
        return self._added(made)

    @cached_property
    def settings(self) -> SettingsPage:
        """Settings."""
        from ui.settings.settings_page import SettingsPage
        from ui.settings.store import Backups

        session, journal = self._session, self._journal
        scratch = session.places.state / "preview"
        made = SettingsPage(
            session.look,
            session.settings,
            journal,
            self._vault,
            backups=Backups(
                listed=lambda folder: backup.list_backups(folder, journal.id),
                preview=lambda path, secret: restoring.preview_backup(path, secret, scratch),
            ),
            default_backups=session.backup_folder(),
            estimator=session.estimator,
            new_id=new_id,
            parent=session.window.stack,
        )
        made.changed.connect(session.change_settings)
        made.restore_asked.connect(session.restore)
        return self._added(made)

    @cached_property
    def prompts(self) -> PromptsPage:
        """The library of prompts."""
        from ui.prompts.prompts_page import PromptsPage

        made = PromptsPage(self._session.look, self._journal.library)
        made.write_asked.connect(self.write_asked)
        self._session.window.stack.addWidget(made)
        return made

    def _added(self, page: _Page) -> _Page:
        page.said.connect(self._session.say)
        self._session.window.stack.addWidget(page)
        return page
