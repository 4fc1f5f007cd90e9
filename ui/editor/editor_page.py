"""The page one writes on: title, meta line, text, and beside it the questions and the core conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from journal.model import Draft, Entry
from journal.practice.models import body as template_body
from journal.practice.prompts import Library
from journal.practice_model import Template
from ui.editor.earlier_texts import EarlierTexts
from ui.editor.extent_menu import ask_extent
from ui.editor.flagging import Flagging
from ui.editor.format_bar import FORMATS
from ui.editor.saving import Autosave, Pauses, saved_words
from ui.editor.section_hints import SectionHints
from ui.editor.sheet import Sheet
from ui.editor.side_panel import SidePanel
from ui.editor.store import EntryStore
from ui.editor.trashing import Trashing
from ui.editor.word_count import WordCount
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.drawer import Drawer
from ui.widgets.parts import column, ground

_SIDE_PX = 338
#: What the editor does of the window's actions.
EDITOR_ACTIONS = (*FORMATS, "find", "history")


class EditorPage(QWidget):
    """One entry at a time. Signals say what happened to it; the page never closes a text that is not saved."""

    entry_saved = Signal(object)
    entry_shown = Signal(object)
    entry_trashed = Signal(object)
    entry_gone = Signal(object)
    post_asked = Signal(object, object)
    save_said = Signal(str)
    words_counted = Signal(object)
    said = Signal(object)
    register_asked = Signal()
    side_wanted = Signal(bool)

    def __init__(
        self,
        look: Look,
        store: EntryStore,
        lane: Lane,
        library: Library,
        *,
        scan: Lane,
        today: Callable[[], dt.date],
        pauses: Pauses | None = None,
        new_id: Callable[[], UUID] = uuid4,
        sheet: Sheet | None = None,
        side: SidePanel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._look, self._store, self._lane, self._today = look, store, lane, today
        self._entry: Entry | None = None
        self._answered: tuple[str, ...] = ()
        self._showing = False
        # each may be made beforehand: together they take longer than a key should wait
        self._sheet = sheet or Sheet(look, store, lane, library)
        self.meta, self.title, self.body = self._sheet.meta, self._sheet.title, self._sheet.body
        self.people, self.banner = self._sheet.people, self._sheet.banner
        self._side = side or SidePanel(look, library, store, lane)
        self.prompts, self.conditions = self._side.prompts, self._side.conditions
        self.head, self.agenda, self.notes = self._sheet.head, self._side.agenda, self._side.notes
        self._earlier = EarlierTexts(look, store, lane, scan, self)
        self._trashing = Trashing(store, lane, self)
        self.autosave = Autosave(store, lane, self.draft, pauses=pauses, parent=self)
        self.flagging = Flagging(self.body, self.autosave, new_id, self)
        self.hints = SectionHints(look, self.body)
        self._count = WordCount(self.body, self)
        self._lay_out()
        self._connect()
        self.set_enabled(False)
        self.show_page(False)

    # what the frame asks for
    def draft(self) -> Draft:
        """What is on the page now."""
        entry, body = self._entry, self.body.text()
        return Draft(
            id=self.autosave.entry_id,
            kind=self.meta.kind,
            title=self.title.text(),
            body=body,
            day=self.meta.day,
            tags=self.meta.tags,
            star=self.meta.star,
            people=self.people.links,
            ratings=self.conditions.ratings,
            prompts=self._answered,
            agenda=self.flagging.flags(body),
            keep_until=entry.keep_until if entry else None,
        )

    @property
    def entry_id(self) -> UUID | None:
        """The entry on the page, once it was stored."""
        return self.autosave.entry_id

    def new_entry(self, kind: str = "") -> None:
        """Leave the present entry and begin a new one; of the kind chosen last unless ``kind`` says otherwise."""
        self.leave(lambda: self._begin_new(kind or self.meta.kind))

    def begin_from(self, kind: str, prompt_id: str, quoted: str) -> None:
        """Begin a new entry under a prompt, once the present one is left."""
        self._begin_new(kind)
        self._answer(prompt_id, quoted)

    def begin_under(self, kind: str, template: Template) -> None:
        """Begin a new entry under the headings of a reflective model, once the present one is left."""
        self._begin_new(kind)
        headings = template_body(template)
        self.body.insertPlainText(headings)
        # on the first line to write on, below the first heading
        self.body.set_caret(headings.find("\n") + 2)
        self.body.setFocus()

    def open_entry(self, entry_id: UUID, caret: int | str | None = None, *, focus: bool = False) -> None:
        """Leave the present entry and show another, the caret at a code point or at words that were searched for."""
        if entry_id == self.entry_id and self._entry is not None:
            return
        store = self._store
        self.leave(
            lambda: self._lane.run(
                lambda: store.entry(entry_id),
                owner=self,
                topic="open",
                done=lambda entry: self._show(entry, caret, focus),
                failed=lambda error: self.said.emit(error_words(error)),
            )
        )

    def leave(self, then: Callable[[], None]) -> None:
        """Save what is unsaved and go on with ``then``; where the save fails, stay."""

        def answered(error: Exception | None) -> None:
            if error is None:
                self.autosave.finish()
                then()

        self.autosave.flush(answered)

    def flush(self, answer: Callable[[Exception | None], None]) -> None:
        """Save what is unsaved, for locking."""
        self.autosave.flush(answer)

    def empty(self) -> None:
        """Drop all text and what could bring it back: part of locking."""
        self._showing = True
        self._count.stop()
        self._sheet.empty()
        self._side.empty()
        self._earlier.empty()
        self.flagging.show_flags(())
        self._entry, self._showing = None, False

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is anything to write on."""
        self._sheet.set_enabled(enabled)
        self.conditions.setEnabled(enabled)
        self.prompts.setEnabled(enabled)

    def show_page(self, shown: bool) -> None:
        """Whether there is an entry to be seen at all."""
        self._sheet.show_page(shown)
        self._drawer.allow(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for the panel beside the page, so that it becomes a drawer."""
        self._side.close_button.setVisible(narrow)
        self._drawer.set_narrow(narrow)

    def show_side(self, shown: bool) -> None:
        """Open or close the panel with the questions; whether it stands beside the page is remembered."""
        self._drawer.set_shown(shown)
        if not self._drawer.narrow:
            self.side_wanted.emit(shown)

    def toggle_side(self) -> None:
        """Open or close that panel."""
        self.show_side(not self._drawer.shown)

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Do what the window's actions for the text ask."""
        for id in FORMATS:
            actions[id].triggered.connect(partial(self._format, id))
        actions["find"].triggered.connect(self._find)
        actions["history"].triggered.connect(self.show_history)

    def show_history(self) -> None:
        """Show the earlier texts of the entry; what is unsaved is saved first."""
        if self.entry_id is None:
            self.said.emit(self.tr("Write something first."))
        elif self.body.isEnabled():
            self.leave(self._show_history)

    def ask_post(self) -> None:
        """Ask for a blog draft of the entry."""
        self.leave(self._ask_post)

    def trash(self) -> None:
        """Put the entry into the trash; its text stays there until it is deleted for good."""
        self.leave(self._trash_saved)

    # inside
    def _lay_out(self) -> None:
        # in its place before it is filled: to move it would mean to style all of it once more
        split = QSplitter(Qt.Orientation.Horizontal, self)
        column(self).addWidget(split)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._sheet)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setSizes([10_000, _SIDE_PX])
        self._drawer = Drawer(self, split, self._side, wanted=self._look.settings.side_panel)
        self._sheet.head.show_side(self._drawer.shown)

    def _connect(self) -> None:
        self.title.textEdited.connect(self._touched)
        self.body.textChanged.connect(self._text_changed)
        self.meta.changed.connect(self._meta_changed)
        self.conditions.changed.connect(self._touched)
        self.prompts.answered.connect(self._answer)
        self._count.counted.connect(self.words_counted)
        self._side.agenda.add_asked.connect(self.flagging.flag)
        head = self._sheet.head
        head.post_asked.connect(self.ask_post)
        head.side_asked.connect(self.show_side)
        head.history_asked.connect(self.show_history)
        head.trash_asked.connect(self.trash)
        head.delete_asked.connect(self._ask_delete)
        head.format.asked.connect(self._format)
        self._side.close_button.clicked.connect(self._drawer.close)
        self._drawer.changed.connect(head.show_side)
        self.people.said.connect(self.said)
        self.people.register_asked.connect(self.register_asked)
        self.autosave.saved.connect(self._saved)
        self.autosave.failed.connect(self._save_failed)
        self.autosave.pending.connect(self._pending)
        self.banner.acted.connect(self._take_out)
        self._trashing.trashed.connect(self._trashed)
        self._trashing.deleted.connect(self._deleted)
        self._trashing.back.connect(self._taken_out)
        self._trashing.said.connect(self.said)
        self._earlier.restored.connect(self._restored)

    def _begin_new(self, kind: str) -> None:
        self._fill(Draft(id=None, kind=kind, title="", body="", day=self._today()))
        self._entry = None
        self.autosave.begin(None)
        self.set_enabled(True)
        self.show_page(True)
        self.banner.hide()
        self.save_said.emit("")
        self.entry_shown.emit(None)
        self.prompts.put_away()
        self.prompts.ask()
        self.title.setFocus()

    def _show(self, entry: Entry, caret: int | str | None, focus: bool) -> None:
        self._fill(entry.draft())
        self._entry = entry
        self.autosave.begin(entry.id)
        trashed = entry.trashed_at is not None
        self.set_enabled(not trashed)
        self.show_page(True)
        if trashed:
            self.banner.say(self.tr("This entry is in the trash."), action=self.tr("Take it out"))
        else:
            self.banner.hide()
        self.prompts.put_away()
        if caret is not None:
            self.body.set_caret(caret)
        if focus:
            self.body.setFocus()
        self.save_said.emit(saved_words(entry.changed_at, self._today()))
        self.entry_shown.emit(entry.id)

    def _fill(self, draft: Draft) -> None:
        self._showing = True
        self.meta.show_meta(draft.kind, draft.day, draft.tags, draft.star)
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.people.show_links(draft.people)
        self.body.set_text(draft.body)
        self.conditions.show_ratings(draft.ratings)
        self._answered = draft.prompts
        self.flagging.show_flags(draft.agenda)
        self._side.show_notes(draft.id is not None)
        self._side.show_kind(draft.kind)
        self._showing = False
        self._count.count()

    def _text_changed(self) -> None:
        if not self._showing and not self.body.restyling:
            self._touched()
            self._count.later()

    def _format(self, id: str) -> None:
        self.body.apply(FORMATS[id])

    def _find(self) -> None:
        if self.body.isVisible():
            self._sheet.find_bar.begin()

    def _show_history(self) -> None:
        if self._entry is not None:
            self._earlier.show_for(self._entry)

    def _restored(self, entry: Entry) -> None:
        self._show(entry, None, True)
        self.entry_saved.emit(entry)
        self.said.emit(self.tr("The earlier text is back. The one it replaced is among the earlier texts now."))

    def _meta_changed(self) -> None:
        self._side.show_kind(self.meta.kind)
        self._touched()

    def _touched(self) -> None:
        if not self._showing:
            self.autosave.touched()

    def _answer(self, prompt_id: str, quoted: str) -> None:
        if prompt_id not in self._answered:
            self._answered += (prompt_id,)
        self.body.insert_paragraph(quoted)
        if self._drawer.narrow:
            self._drawer.close()

    def _pending(self) -> None:
        self.save_said.emit("" if self.entry_id is None and self._sheet.blank else self.tr("Not saved yet"))

    def _saved(self, entry: Entry) -> None:
        self._entry = entry
        if self.autosave.clean:
            self.banner.hide()
            self.save_said.emit(saved_words(entry.changed_at, self._today()))
        self.entry_saved.emit(entry)

    def _save_failed(self, error: Exception) -> None:
        self.banner.say(error_words(error) + " " + self.tr("Saving is tried again every few seconds."), look="warning")
        self.save_said.emit(self.tr("Not saved"))

    def _ask_post(self) -> None:
        if self.entry_id is None:
            self.said.emit(self.tr("Write something first."))
            return
        entry_id = self.entry_id
        ask_extent(self.body, lambda extent: self.post_asked.emit(entry_id, extent))

    def _trash_saved(self) -> None:
        if self.entry_id is None:
            self._begin_new(self.meta.kind)
        else:
            self._trashing.trash(self.entry_id)

    def _trashed(self, entry_id: UUID) -> None:
        self._close_page()
        self.entry_trashed.emit(entry_id)

    def _deleted(self, entry_id: UUID) -> None:
        self._close_page()
        self.entry_gone.emit(entry_id)

    def _close_page(self) -> None:
        self.autosave.begin(None)
        self.empty()
        self.set_enabled(False)
        self.show_page(False)
        self.save_said.emit("")

    def _take_out(self) -> None:
        if self._entry is not None:
            self._trashing.take_out(self._entry.id)

    def _ask_delete(self) -> None:
        if self._entry is not None and self._entry.trashed_at is not None:
            self._trashing.ask_delete(self._entry.id)

    def _taken_out(self, entry: Entry) -> None:
        self._show(entry, None, True)
        self.entry_gone.emit(entry.id)
