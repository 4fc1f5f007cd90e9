"""The pages of the practice side, imported and made when they are first wanted, and what several of them ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from journal.errors import JournalError, NotFound
from journal.practice_model import AgendaItem, LaterNote, SavedFilter, Template, Thread
from ui.errors import words as error_words
from ui.filing import Filing
from ui.flagged import Flagged
from ui.jobs import Work
from ui.session import Session
from ui.widgets.storing import store_with

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from journal.practice.unfinished import Unfinished
    from ui.learning.learning_page import LearningPage
    from ui.looking_back.looking_back_page import LookingBackPage
    from ui.looking_back.note_dialogs import NoteDialog
    from ui.supervision.supervision_page import SupervisionPage
    from ui.today.today_page import TodayPage
    from ui.unfinished import UnfinishedForms
    from ui.wellbeing.wellbeing_page import WellbeingPage
    from ui.widgets.form_dialog import FormDialog

# each page imports what it is made of
# ruff: noqa: PLC0415

#: Names of places, and the attribute that makes each page.
PLACES = ("today", "supervision", "wellbeing", "looking_back", "learning")

#: Where each kind of form is taken up again; the others belong to supervision.
_PLACE_OF = {
    "check_in": "wellbeing",
    "event": "wellbeing",
    "signpost": "wellbeing",
    "plan": "wellbeing",
    "activity": "learning",
    "account": "learning",
    "thread": "looking_back",
    "closing": "today",
}


def now() -> dt.datetime:
    """The time in the person's own calendar."""
    return dt.datetime.now().astimezone()


def today() -> dt.date:
    """The day in the person's own calendar."""
    return now().date()


class Practising(QObject):
    """Signals say what the pages ask of others; ``agenda_read`` carries what waits, for the editor."""

    new_asked = Signal(str)
    write_asked = Signal(str, str, str)
    model_chosen = Signal(str, object)
    opened = Signal(object)
    post_made = Signal(object)
    place_asked = Signal(str)
    lock_asked = Signal()
    agenda_read = Signal(object)
    matter_stored = Signal(object)
    hints_read = Signal(object)
    notes_read = Signal(object)
    filters_read = Signal(object)

    def __init__(self, session: Session, journal: OpenJournal, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._journal, self._vault = session, journal, session.vault
        self._narrow = False

    # pages
    @cached_property
    def today(self) -> TodayPage:
        """Where one begins."""
        from ui.today.today_page import TodayPage

        session, journal = self._session, self._journal
        made = TodayPage(session.look, journal, self._vault, journal.library, now=now, parent=session.window.stack)
        made.new_asked.connect(self.new_asked)
        made.model_asked.connect(self.ask_model)
        made.write_asked.connect(self.write_asked)
        made.opened.connect(self.opened)
        made.agenda_asked.connect(self.show_agenda)
        made.check_in_asked.connect(self.check_in)
        made.back_asked.connect(lambda: self.place_asked.emit("looking_back"))
        made.lock_asked.connect(self.lock_asked)
        self._add(made)
        return made

    @cached_property
    def supervision(self) -> SupervisionPage:
        """The log and the agenda."""
        from ui.supervision.supervision_page import SupervisionPage

        made = SupervisionPage(
            self._session.look, self._journal, self._vault, today=today, parent=self._session.window.stack
        )
        made.entry_asked.connect(self.opened)
        made.learning_asked.connect(lambda: self.place_asked.emit("learning"))
        made.file_asked.connect(self._filing.ask)
        made.post_made.connect(self.post_made)
        made.changed.connect(self.read_agenda)
        made.matter_stored.connect(self.matter_stored)
        made.set_narrow(self._narrow)
        self._add(made)
        return made

    @cached_property
    def wellbeing(self) -> WellbeingPage:
        """Check-ins over time."""
        from ui.wellbeing.wellbeing_page import WellbeingPage

        made = WellbeingPage(
            self._session.look, self._journal, self._vault, today=today, parent=self._session.window.stack
        )
        made.write_asked.connect(lambda: self.new_asked.emit("wellbeing"))
        made.bring_asked.connect(self.bring)
        made.file_asked.connect(self._filing.ask)
        self._add(made)
        return made

    @cached_property
    def looking_back(self) -> LookingBackPage:
        """Calendar, threads, numbers."""
        from ui.looking_back.looking_back_page import LookingBackPage

        kinds = {kind.id: kind.name for kind in self._journal.library.kinds}
        made = LookingBackPage(
            self._session.look, self._journal, self._vault, kinds=kinds, today=today, parent=self._session.window.stack
        )
        made.opened.connect(self.opened)
        made.file_asked.connect(self._filing.ask)
        self._add(made)
        return made

    @cached_property
    def learning(self) -> LearningPage:
        """CPD and accounts."""
        from ui.learning.learning_page import LearningPage

        made = LearningPage(
            self._session.look, self._journal, self._vault, today=today, parent=self._session.window.stack
        )
        made.post_made.connect(self.post_made)
        made.file_asked.connect(self._filing.ask)
        self._add(made)
        return made

    @cached_property
    def _filing(self) -> Filing:
        session = self._session
        made = Filing(session.look, self._journal, self._vault, session.window, self)
        made.said.connect(session.say)
        return made

    # what the composition root asks for
    def made(self, name: str) -> bool:
        """Whether a page was wanted yet."""
        return name in self.__dict__

    def page(self, name: str) -> QWidget:
        """The page of a place, reading anew what it shows."""
        found: Any = getattr(self, name)
        found.load()
        return found  # type: ignore[no-any-return]

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for panels beside pages."""
        self._narrow = narrow
        if self.made("supervision"):
            self.supervision.set_narrow(narrow)

    def flush(self) -> None:
        """Store what stands in a dialog that keeps its words, before the journal locks over it."""
        from ui.widgets.form_dialog import FormDialog

        for top in QApplication.topLevelWidgets():
            if isinstance(top, FormDialog) and top.kept_open:
                top.asked.emit()
        self._unfinished.keep()

    def take_back(self) -> bool:
        """Take up the form that was just left, if one is offered."""
        return self.made("_unfinished") and self._unfinished.take_back()

    def offer_unfinished(self) -> None:
        """Offer what was typed in a form that the journal locked over."""
        self._unfinished.offer()

    @cached_property
    def _unfinished(self) -> UnfinishedForms:
        from ui.unfinished import UnfinishedForms

        made = UnfinishedForms(self._journal, self._vault, self._session.window.banner, self)
        made.taken_up.connect(self._take_up)
        return made

    def _take_up(self, form: Unfinished) -> None:
        match form.kind:
            case "template":
                self.ask_model(began=form.value)
            case "note":
                self.ask_note(form.value, again=True)
            case kind:
                place = _PLACE_OF.get(kind, "supervision")
                self.place_asked.emit(place)
                getattr(self, place).take_up(form)

    def empty(self) -> None:
        """Drop all text; part of locking."""
        for name in (*PLACES, "_unfinished"):
            if self.made(name):
                getattr(self, name).empty()

    def show_agenda(self) -> None:
        """What waits for supervision, on its page."""
        self.place_asked.emit("supervision")
        self.supervision.open_agenda()

    def check_in(self) -> None:
        """The weekly check-in, on its page."""
        self.place_asked.emit("wellbeing")
        self.wellbeing.check_in()

    def ask_model(self, kind: str = "", began: Template | None = None) -> None:
        """Ask for a reflective model to begin with; ``began``: a template that the journal locked over."""
        from ui.models.picker import ModelPicker

        kinds = self._journal.library.kinds
        session = self._session
        dialog = ModelPicker(
            session.look, self._journal, self._vault, kinds=kinds, kind=kind or kinds[0].id, parent=session.window
        )
        dialog.let_go.connect(self._let_go)
        dialog.chosen.connect(self.model_chosen)
        dialog.changed.connect(self.read_hints)
        dialog.open()
        if began is not None:
            dialog.ask_template(began, again=True)

    def bring(self, item: AgendaItem | None = None) -> None:
        """Ask what is to be brought to supervision, new unless a matter is given."""
        self.supervision.bring(item)

    @cached_property
    def flagged(self) -> Flagged:
        """What was flagged in the text that is being written."""
        return Flagged(self._journal, self._vault, lambda: self.supervision, self._failed, self)

    def read_agenda(self) -> None:
        """Read what waits, for the editor's panel."""
        journal = self._journal
        self._vault.run(journal.practice.agenda, owner=self, topic="agenda", done=self.agenda_read.emit)

    def read_hints(self) -> None:
        """Read the hints of all templates, by the words of their headings."""
        journal = self._journal
        self._vault.run(
            lambda: hints_of(journal.learning.templates()), owner=self, topic="hints", done=self.hints_read.emit
        )

    # what is said to an entry later, and the threads that it belongs to
    def read_notes(self, entry_id: UUID | None) -> None:
        """Read what was said to an entry, for the editor's panel."""
        back = self._journal.looking_back
        if entry_id is None:
            self.notes_read.emit(())
        else:
            self._vault.run(lambda: back.later_notes(entry_id), owner=self, topic="notes", done=self.notes_read.emit)

    def ask_note(self, note: LaterNote, *, again: bool = False) -> None:
        """Ask what is to be said to an entry; ``again`` with what was typed before it was left."""
        from ui.looking_back.note_dialogs import NoteDialog

        dialog, back = NoteDialog(self._session.look, note, self._session.window), self._journal.looking_back
        if again:
            dialog.take_up()
        dialog.let_go.connect(self._let_go)
        dialog.asked.connect(lambda: self._store(dialog, lambda: back.save_later_note(dialog.note()), note.entry_id))
        dialog.remove_asked.connect(lambda: self._remove_note(dialog, note))
        dialog.open()

    def _remove_note(self, dialog: NoteDialog, note: LaterNote) -> None:
        back, id = self._journal.looking_back, note.id
        if id is not None:
            self._store(dialog, lambda: back.remove_later_note(id), note.entry_id)

    def ask_threads(self, entry_id: UUID) -> None:
        """Ask which threads an entry belongs to."""
        back = self._journal.looking_back
        self._vault.run(
            back.threads, owner=self, done=lambda threads: self._show_threads(entry_id, threads), failed=self._failed
        )

    def _show_threads(self, entry_id: UUID, threads: Sequence[Thread]) -> None:
        from ui.looking_back.note_dialogs import ThreadsDialog

        dialog = ThreadsDialog(self._session.look, entry_id, threads, self._session.window)
        back = self._journal.looking_back

        def save() -> None:
            for thread in changed:
                back.save_thread(thread)

        def asked() -> None:
            changed[:] = dialog.changed_threads()
            self._store(dialog, save, None)

        changed: list[Thread] = []
        dialog.asked.connect(asked)
        dialog.open()

    def leave_out(self, entry_id: UUID) -> None:
        """Never show an entry on this day of later years."""
        back = self._journal.looking_back
        words = self.tr("It will not come up on this day of later years. Looking back can show it again.")
        self._vault.run(
            lambda: back.leave_out(entry_id),
            owner=self,
            done=lambda _: self._session.say(words),
            failed=self._failed,
            work=Work.WRITE,
        )

    # filters saved by name
    def read_filters(self) -> None:
        """Read the saved filters, for the list."""
        back = self._journal.looking_back
        self._vault.run(back.saved_filters, owner=self, topic="filters", done=self.filters_read.emit)

    def ask_keep(self, present: Callable[[str], SavedFilter]) -> None:
        """Ask for a name for the present filter."""
        from ui.timeline.saved_menu import KeepDialog

        dialog, back = KeepDialog(self._session.look, self._session.window), self._journal.looking_back

        def asked() -> None:
            if not dialog.name:
                dialog.failed(self.tr("A name is needed."))
                return
            made = present(dialog.name)
            self._store(dialog, lambda: back.save_filter(made), None)

        dialog.asked.connect(asked)
        dialog.accepted.connect(self.read_filters)
        dialog.open()

    def forget_filter(self, saved: SavedFilter) -> None:
        """Drop one."""
        back, id = self._journal.looking_back, saved.id
        if id is not None:
            self._vault.run(
                lambda: back.remove_filter(id),
                owner=self,
                done=lambda _: self.read_filters(),
                failed=self._failed,
                work=Work.WRITE,
            )

    def _store(self, dialog: FormDialog, call: Callable[[], object], entry_id: UUID | None) -> None:
        store_with(self._vault, dialog, call, lambda _: self.read_notes(entry_id) if entry_id is not None else None)

    def _add(self, page: Any) -> None:
        page.said.connect(self._session.say)
        page.let_go.connect(self._let_go)
        self._session.window.stack.addWidget(page)

    def _let_go(self, form: Unfinished) -> None:
        self._unfinished.let_go(form)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, JournalError) and not isinstance(error, NotFound):
            self._session.say(error_words(error))


def hints_of(templates: Sequence[Template]) -> Mapping[str, str]:
    """What each heading asks for. The person's own come first, so that theirs hold where a heading is used twice."""
    found: dict[str, str] = {}
    for template in templates:
        for section in template.sections:
            if section.hint:
                found.setdefault(section.heading, section.hint)
    return found
