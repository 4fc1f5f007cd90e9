"""The pages of one open journal, connected with each other and with the frame. ``building.py`` makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QSplitter, QTextEdit, QWidget

from journal.model import Place
from journal.settings import Settings
from ui.editor.editor_page import EDITOR_ACTIONS, EditorPage
from ui.errors import words as error_words
from ui.jobs import Work
from ui.later_pages import LaterPages
from ui.locking import Answer
from ui.name_links import NameLinks
from ui.practice_links import PracticeLinks
from ui.practising import PLACES, Practising
from ui.session import Session
from ui.taking_back import TakingBack
from ui.text import counted
from ui.timeline.timeline_page import TimelinePage

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.prompts.prompts_page import PromptsPage
    from ui.review.posts_page import PostsPage
    from ui.review.review_page import ReviewPage
    from ui.settings.settings_page import SettingsPage

_TIMELINE_PX = 320
_TIMELINE_NARROW_PX = 270
#: Pages that have no place of their own on the rail, and the place that they belong to.
_RAIL = {"review": "drafts", "looking_back": "today", "learning": "supervision"}


class Pages(QObject):
    """The pages of one open journal."""

    def __init__(
        self,
        session: Session,
        journal: OpenJournal,
        *,
        split: QSplitter,
        timeline: TimelinePage,
        editor: EditorPage,
    ) -> None:
        super().__init__(session)
        self._session, self._journal, self._vault = session, journal, session.vault
        self.timeline, self.editor = timeline, editor
        self.later = LaterPages(session, journal, self)
        self.practising = Practising(session, journal, self)
        self._links = PracticeLinks(
            session,
            editor,
            timeline,
            self.practising,
            show=self.show,
            write_from=self._write_from,
            open_post=self._open_post,
            parent=self,
        )
        self.names = NameLinks(session, journal, editor, self)
        self._taking_back = TakingBack(journal, session.vault, session.window.banner, self)
        self._split = split
        self._split.splitterMoved.connect(self._list_resized)
        self._page = "journal"
        self._connect()

    @property
    def posts(self) -> PostsPage:
        """The list of blog drafts."""
        return self.later.posts

    @property
    def review(self) -> ReviewPage:
        """One blog draft."""
        return self.later.review

    @property
    def settings(self) -> SettingsPage:
        """Settings."""
        return self.later.settings

    @property
    def prompts(self) -> PromptsPage:
        """The library of prompts."""
        return self.later.prompts

    def ahead(self) -> Iterator[Callable[[], object]]:
        """What is made while nobody waits: the two places that take longest when they are first gone to."""
        return (partial(self._make, place) for place in ("wellbeing", "supervision"))

    def _make(self, place: str) -> None:
        if not self._session.locker.locking:
            getattr(self.practising, place)

    # what the session asks for
    def begin(self) -> None:
        """Show the place one was at when the journal locked."""
        self._split.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.timeline.load()
        self._narrowed(self._session.window.narrow)
        self._vault.run(self._journal.place, owner=self, done=self._return_to)
        self.show("journal")
        # the page that had the keyboard goes: it must not fall to the rail
        self.timeline.setFocus()
        self._links.begin()

    def flush(self, answer: Answer) -> None:
        """Save the entry, then the decisions, then where one is."""
        self.practising.flush()
        place = self._place()

        def entry_saved(error: Exception | None) -> None:
            if error is not None:
                answer(error)
            elif self.later.made("review"):
                self.review.flush(post_saved)
            else:
                post_saved(None)

        def post_saved(error: Exception | None) -> None:
            if error is not None:
                answer(error)
                return
            # the entry may have got its id by the save just made
            now = self._place() if place.entry_id is None else place
            self._vault.run(
                lambda: self._journal.set_place(now),
                owner=self,
                done=lambda _: answer(None),
                # a place that could not be kept is no reason to stay open
                failed=lambda _: answer(None),
                work=Work.WRITE,
            )

        self.editor.flush(entry_saved)

    def empty(self) -> None:
        """Drop all text and what could bring it back."""
        self.names.empty()
        self.editor.empty()
        self.editor.agenda.empty()
        self.editor.meta.offer_tags(())
        self.timeline.empty()
        self.practising.empty()
        for name in ("review", "posts", "settings"):
            if self.later.made(name):
                getattr(self, name).empty()

    def hold(self, error: Exception | None) -> None:
        """Stop writing entries for ``error``, or go on with ``None``."""
        self.editor.autosave.hold(error)

    def show_settings(self, settings: Settings) -> None:
        """Show changed settings."""
        if self.later.made("settings"):
            self.settings.show_settings(settings)

    # places
    def show(self, name: str) -> None:
        """Go to a page."""
        if name != "journal":
            # what another page counts is what stands in the entry now
            self.editor.autosave.flush()
        self._page = name
        window = self._session.window
        window.stack.setCurrentWidget(self._page_named(name))
        window.show_place(_RAIL.get(name, name))
        if name == "journal":
            self.names.refresh()
            self.practising.read_agenda()
        elif name == "drafts":
            self.posts.load()
        elif name == "settings":
            self.settings.load()
        window.show_writing_state(name == "journal")
        window.action("parts").setEnabled(name == "review")
        for id in ("save", "post", "star", "bring", "use_code", "trash", "previous", "next", "side", *EDITOR_ACTIONS):
            window.action(id).setEnabled(name == "journal")

    def _page_named(self, name: str) -> QWidget:
        match name:
            case "drafts":
                return self.posts
            case "review":
                return self.review
            case "settings":
                return self.settings
            case "prompts":
                return self.prompts
            case _ if name in PLACES:
                return self.practising.page(name)
            case _:
                return self._split

    def _place(self) -> Place:
        return Place(
            page=self._page,
            entry_id=self.editor.entry_id,
            caret=self.editor.body.caret(),
            post_id=self.review.post_id if self.later.made("review") else None,
        )

    def _return_to(self, place: Place) -> None:
        if place.entry_id is not None:
            self.editor.open_entry(place.entry_id, place.caret, focus=place.page == "journal")
        if place.page == "review" and place.post_id is not None:
            self._open_post(place.post_id)
        elif place.page in ("drafts", "settings", "prompts", *PLACES):
            self.show(place.page)
        elif not place.page:
            # the first time: a quiet page to begin from
            self._begin_on("today")

    # connections
    def _connect(self) -> None:
        session, window = self._session, self._session.window
        self.timeline.opened.connect(lambda entry_id: self.editor.open_entry(entry_id, self.timeline.sought() or None))
        self.timeline.entered.connect(self._enter)
        self.timeline.trash_asked.connect(self._trash)
        self.timeline.new_asked.connect(self._new_entry)
        self.editor.entry_saved.connect(self.timeline.entry_saved)
        self.editor.entry_shown.connect(self.timeline.show_current)
        self.editor.entry_shown.connect(self._ask_tags)
        self.editor.entry_trashed.connect(self._trashed)
        self.editor.entry_gone.connect(self.timeline.refresh)
        self.editor.side_wanted.connect(session.keep_side)
        self.editor.register_asked.connect(self._to_register)
        self.editor.bind(window.actions_by_id)
        self.editor.post_asked.connect(self._begin_post)
        self.editor.save_said.connect(window.say_saved)
        self.editor.words_counted.connect(self._show_words)
        self.timeline.said.connect(session.say)
        self.editor.said.connect(session.say)
        self.later.post_opened.connect(self._open_post)
        self.later.journal_asked.connect(self._go("journal"))
        self.later.write_asked.connect(self._write_from)
        window.place_asked.connect(self._place_asked)
        window.narrowed.connect(self._narrowed)
        self._taking_back.taken_back.connect(self._back_from_trash)
        self._taking_back.failed.connect(self._say_error)
        for id, slot in (
            ("new", self._new_entry),
            ("save", self.editor.autosave.flush),
            ("post", self.editor.ask_post),
            ("parts", self.later.choose_parts),
            ("backup", self._back_up),
            ("undo", lambda: self._undo_in("undo")),
            ("redo", lambda: self._undo_in("redo")),
            ("search", self._search),
            ("star", self.editor.meta.toggle_star),
            ("trash", self.editor.trash),
            ("settings", self._go("settings")),
            ("journal", self._go("journal")),
            ("drafts", self._go("drafts")),
            ("prompts", self._go("prompts")),
            *((place, self._go(place)) for place in PLACES),
            ("trash_list", self._show_trash),
            ("previous", lambda: self._step(-1)),
            ("next", lambda: self._step(1)),
            ("side", self.editor.toggle_side),
        ):
            window.action(id).triggered.connect(_plain(slot))

    def _go(self, name: str) -> Callable[[], None]:
        return lambda: self._begin_on(name)

    def _begin_on(self, name: str) -> None:
        """Go to a page with the keyboard, where it was left: who was in the rail is on the page then."""
        self.show(name)
        page, focus = self._page_named(name), QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            left = self.timeline if name == "journal" else page.focusWidget()
            (left if left is not None and left.isEnabled() and left.isVisibleTo(page) else page).setFocus()

    def _to_register(self) -> None:
        self._begin_on("settings")
        self.settings.show_section("register")

    def _place_asked(self, place: str) -> None:
        if place == "lock":
            self._session.lock()
        else:
            self.show(place)

    def _narrowed(self, narrow: bool) -> None:
        self.editor.set_narrow(narrow)
        self.practising.set_narrow(narrow)
        wide = self._session.window.list_px or _TIMELINE_PX
        room = round(_TIMELINE_NARROW_PX * min(self._session.look.scale, 1.3))
        px = min(wide, room) if narrow else wide
        self._split.setSizes([px, max(px, self._session.window.width() - px)])

    def _list_resized(self, px: int) -> None:
        if not self._session.window.narrow:
            self._session.window.list_px = px

    def _new_entry(self) -> None:
        self.show("journal")
        self.timeline.filters.leave_trash()
        self.editor.new_entry()

    def _write_from(self, kind: str, prompt_id: str, quoted: str) -> None:
        self.show("journal")
        self.editor.leave(lambda: self.editor.begin_from(kind, prompt_id, quoted))

    def _ask_tags(self, _entry_id: object) -> None:
        # anew for each entry, with what those before it were given; while one types, what stands there stays
        offer = self.editor.meta.offer_tags
        self._vault.run(self._journal.tags, owner=self, done=lambda tags: offer([tag.name for tag in tags]))

    def _show_words(self, words: int | None) -> None:
        said = "" if words is None else counted(words, self.tr("1 word"), self.tr("%n words"))
        self._session.window.say_words(said)

    def _search(self) -> None:
        self.show("journal")
        self.timeline.focus_search()

    def _step(self, step: int) -> None:
        found = self.timeline.neighbour(step)
        if found is not None:
            self.editor.open_entry(found, self.timeline.sought(step) or None)

    def _undo_in(self, which: str) -> None:
        """In the field that has the keyboard; on the review page, of decisions; else what went into the trash."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit) or (isinstance(focus, QTextEdit) and not focus.isReadOnly()):
            getattr(focus, which)()
        elif self._page == "review":
            getattr(self.review, which)()
        elif which == "undo" and not self.practising.take_back():
            self._taking_back.take_back()

    def _enter(self, entry_id: UUID) -> None:
        """Open an entry with the keyboard in its text."""
        if entry_id == self.editor.entry_id:
            self.editor.body.setFocus()
        else:
            self.editor.open_entry(entry_id, self.timeline.sought() or None, focus=True)

    # trash
    def _trash(self, entry_id: UUID) -> None:
        if entry_id == self.editor.entry_id:
            self.editor.trash()

    def _trashed(self, entry_id: UUID) -> None:
        self._taking_back.offer(entry_id)
        self.timeline.refresh()
        # the text that had the keyboard is gone; the list is where one goes on, or takes it back by key
        self.timeline.setFocus()

    def _back_from_trash(self, entry_id: UUID) -> None:
        self.timeline.refresh()
        self.practising.read_agenda()
        self.editor.open_entry(entry_id)

    def _show_trash(self) -> None:
        self.show("journal")
        self.timeline.filters.show_trash(True)
        self.timeline.setFocus()

    # posts
    def _begin_post(self, entry_id: UUID, selected: tuple[int, int] | None) -> None:
        journal = self._journal
        self._vault.run(
            lambda: journal.begin_post([entry_id], selections={entry_id: selected} if selected else None),
            owner=self,
            done=lambda post: self._open_post(post.id),
            failed=self._say_error,
            work=Work.WRITE,
        )

    def _open_post(self, post_id: UUID) -> None:
        self.show("review")
        self.review.open_post(post_id)

    # other
    def _back_up(self) -> None:
        self.show("settings")
        QTimer.singleShot(0, self.settings.backup, self.settings.backup.back_up)

    def _say_error(self, error: Exception) -> None:
        self._session.say(error_words(error))


def _plain(slot: Callable[[], object]) -> Callable[[], None]:
    """A slot that takes no ``checked``."""

    def called() -> None:
        slot()

    return called
