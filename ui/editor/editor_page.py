"""The page one writes on: title, meta line, text, and beside it the questions and the core conditions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QSplitter, QStackedWidget, QToolButton, QWidget

from journal.model import Draft, Entry, Ratings
from journal.practice.prompts import Library
from ui.editor.conditions import ConditionsCard
from ui.editor.meta_line import MetaLine
from ui.editor.prompt_panel import PromptPanel
from ui.editor.saving import Autosave, Pauses
from ui.editor.store import EntryStore
from ui.editor.trashing import Trashing
from ui.editor.writing_edit import WritingEdit
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.text import count_words
from ui.theme import Look
from ui.widgets.banner import Banner
from ui.widgets.parts import button, card, column, ground, icon_button, keep_width, label, row, scrolled

#: Kinds in which the writer met somebody, so that the core conditions can be looked at.
_MET_SOMEBODY = ("relationship", "supervisee", "supervisor", "free")
_SIDE_PX, _SIDE_MOST_PX = 338, 460


class EditorPage(QWidget):
    """One entry at a time. Signals say what happened to it; the page never closes a text that is not saved."""

    entry_saved = Signal(object)
    entry_shown = Signal(object)
    entry_trashed = Signal(object)
    entry_gone = Signal(object)
    post_asked = Signal(object)
    save_said = Signal(str)
    words_counted = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        look: Look,
        store: EntryStore,
        lane: Lane,
        library: Library,
        *,
        today: Callable[[], dt.date],
        pauses: Pauses | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._look, self._store, self._lane, self._today = look, store, lane, today
        self._entry: Entry | None = None
        self._answered: tuple[str, ...] = ()
        self._showing = False
        self._shown = False
        self.meta = MetaLine(look, library.kinds)
        self.title = QLineEdit()
        self.title.setProperty("look", "entry-title")
        self.title.setPlaceholderText(self.tr("Title"))
        self.title.setAccessibleName(self.tr("Title"))
        self.body = WritingEdit(look)
        self.prompts = PromptPanel(look, library, store, lane)
        self.conditions = ConditionsCard(look, library.conditions)
        self.banner = Banner(look)
        self._trashing = Trashing(store, lane, self)
        self.autosave = Autosave(store, lane, self.draft, pauses=pauses, parent=self)
        self._lay_out()
        self._connect()
        self.set_enabled(False)
        self.show_page(False)

    # what the frame asks for
    def draft(self) -> Draft:
        """What is on the page now."""
        entry = self._entry
        return Draft(
            id=self.autosave.entry_id,
            kind=self.meta.kind,
            title=self.title.text(),
            body=self.body.text(),
            day=self.meta.day,
            tags=self.meta.tags,
            star=self.meta.star,
            people=entry.people if entry else (),
            ratings=self.conditions.ratings,
            prompts=self._answered,
            agenda=entry.agenda if entry else (),
            keep_until=entry.keep_until if entry else None,
        )

    @property
    def entry_id(self) -> UUID | None:
        """The entry on the page, once it was stored."""
        return self.autosave.entry_id

    def new_entry(self, kind: str = "") -> None:
        """Leave the present entry and begin a new one; of the kind chosen last unless ``kind`` says otherwise."""
        self.leave(lambda: self._begin_new(kind or self.meta.kind))

    def open_entry(self, entry_id: UUID, caret: int | None = None, *, focus: bool = False) -> None:
        """Leave the present entry and show another."""
        if entry_id == self.entry_id and self._entry is not None:
            return
        store = self._store
        self.leave(
            lambda: self._lane.run(
                lambda: store.entry(entry_id),
                owner=self,
                topic="open",
                done=lambda entry: self._show(entry, caret, focus),
                failed=self._open_failed,
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
        self.title.clear()
        self.body.setPlainText("")
        self.body.document().clearUndoRedoStacks()
        self._entry = None
        self._showing = False

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is anything to write on."""
        for part in (self.title, self.body, self._to_post, self.conditions, self.prompts):
            part.setEnabled(enabled)
        self._to_trash.setVisible(enabled)
        self._for_good.setVisible(not enabled)
        self.meta.set_editable(enabled)

    def show_page(self, shown: bool) -> None:
        """Whether there is an entry to be seen at all."""
        self._shown = shown
        self._middle.setCurrentIndex(int(shown))
        self._side.setVisible(shown and self._side_button.isChecked())

    def show_side(self, shown: bool) -> None:
        """Open or close the panel with the questions."""
        self._side_button.setChecked(shown)
        self._side.setVisible(shown and self._shown)

    def toggle_side(self) -> None:
        """Open or close that panel."""
        self.show_side(not self._side_button.isChecked())

    def ask_post(self) -> None:
        """Ask for a blog draft of the entry."""
        self.leave(self._ask_post)

    def trash(self) -> None:
        """Put the entry into the trash; its text stays there until it is deleted for good."""
        self.leave(self._trash_saved)

    # inside
    def _lay_out(self) -> None:
        self._to_post = button(self.tr("Blog draft…"), "link", name=self.tr("Make a blog draft of this entry"))
        self._side_button = icon_button(self._look, "panel-right", self.tr("Questions beside the page"), checkable=True)
        self._side_button.setChecked(True)
        self._more = icon_button(self._look, "ellipsis", self.tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        self._to_trash = menu.addAction(self.tr("Move to the trash"), self.trash)
        self._for_good = menu.addAction(self.tr("Delete for good…"), self._ask_delete)
        self._more.setMenu(menu)
        tools = row(None, self._to_post, self._side_button, self._more, spacing=4)
        tools.setContentsMargins(0, 8, 12, 0)
        self._top = QWidget()
        head = column(self._top, spacing=6)
        head.addWidget(self.meta)
        head.addWidget(self.title)
        self._page = QWidget()
        centre = column(self._page, spacing=4)
        centre.addLayout(tools)
        centre.addWidget(self.banner)
        self._top_row = row(self._top)
        centre.addLayout(self._top_row)
        centre.addWidget(self.body, 1)
        self._middle = QStackedWidget()
        ground(self._middle, "page")
        self._middle.addWidget(self._nothing())
        self._middle.addWidget(self._page)
        self._side = self._side_panel()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self._middle)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setSizes([10_000, _SIDE_PX])
        column(self).addWidget(split)

    def _nothing(self) -> QWidget:
        nothing = QWidget()
        empty = column(nothing, margins=(40, 40, 40, 40), spacing=14)
        empty.addStretch(2)
        words = label(self.tr("Choose an entry, or begin a new one."), "second", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.addWidget(words)
        empty.addStretch(3)
        return nothing

    def _side_panel(self) -> QWidget:
        inside = QWidget()
        ground(inside, "clear")
        column_in = column(inside, margins=(18, 18, 18, 18), spacing=12)
        column_in.addWidget(label(self.tr("Ask Carl"), "section"))
        column_in.addWidget(self.prompts)
        self._conditions_head = label(self.tr("Core conditions, as I met them"), "section")
        column_in.addSpacing(8)
        column_in.addWidget(self._conditions_head)
        self._conditions_card, card_in = card()
        card_in.addWidget(self.conditions)
        column_in.addWidget(self._conditions_card)
        column_in.addStretch(1)
        side = QWidget()
        ground(side, "side")
        column(side).addWidget(scrolled(inside))
        keep_width(side, self._look, least=_SIDE_PX, bound=_SIDE_MOST_PX)
        return side

    def _connect(self) -> None:
        self.title.textEdited.connect(self._touched)
        self.title.returnPressed.connect(self.body.setFocus)
        self.body.textChanged.connect(self._text_changed)
        self.meta.changed.connect(self._meta_changed)
        self.conditions.changed.connect(self._touched)
        self.prompts.answered.connect(self._answer)
        self._to_post.clicked.connect(self.ask_post)
        self._side_button.toggled.connect(self.show_side)
        self.autosave.saved.connect(self._saved)
        self.autosave.failed.connect(self._save_failed)
        self.autosave.pending.connect(self._pending)
        self.banner.acted.connect(self._take_out)
        self._trashing.trashed.connect(self._trashed)
        self._trashing.deleted.connect(self._deleted)
        self._trashing.back.connect(self._taken_out)
        self._trashing.said.connect(self.said)
        self.body.placed.connect(self._align)

    def _align(self) -> None:
        """Title and meta line stand over the column of text."""
        side = self.body.side_margin()
        self._top_row.setContentsMargins(side, 0, max(12, side - 12), 0)

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

    def _show(self, entry: Entry, caret: int | None, focus: bool) -> None:
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
        self.save_said.emit(self._saved_words(entry.changed_at))
        self.entry_shown.emit(entry.id)

    def _fill(self, draft: Draft) -> None:
        self._showing = True
        self.meta.show_meta(draft.kind, draft.day, draft.tags, draft.star)
        self.title.setText(draft.title)
        self.body.set_text(draft.body)
        self.conditions.show_ratings(draft.ratings)
        self._answered = draft.prompts
        self.prompts.set_kind(draft.kind)
        self._show_conditions()
        self._showing = False
        self.words_counted.emit(count_words(draft.body))

    def _show_conditions(self) -> None:
        wanted = self.meta.kind in _MET_SOMEBODY or self.conditions.ratings != Ratings()
        self._conditions_head.setVisible(wanted)
        self._conditions_card.setVisible(wanted)

    def _text_changed(self) -> None:
        if not self._showing:
            self._touched()
            self.words_counted.emit(count_words(self.body.text()))

    def _meta_changed(self) -> None:
        self.prompts.set_kind(self.meta.kind)
        self._show_conditions()
        self._touched()

    def _touched(self) -> None:
        if not self._showing:
            self.autosave.touched()

    def _answer(self, prompt_id: str, quoted: str) -> None:
        if prompt_id not in self._answered:
            self._answered += (prompt_id,)
        self.body.insert_paragraph(quoted)

    def _pending(self) -> None:
        self.save_said.emit(self.tr("Not saved yet"))

    def _saved(self, entry: Entry) -> None:
        self._entry = entry
        if self.autosave.clean:
            self.banner.hide()
            self.save_said.emit(self._saved_words(entry.changed_at))
        self.entry_saved.emit(entry)

    def _saved_words(self, at: dt.datetime) -> str:
        local = at.astimezone()
        time = QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
        if local.date() == self._today():
            return self.tr("Saved %1").replace("%1", time)
        return self.tr("Saved")

    def _save_failed(self, error: Exception) -> None:
        self.banner.say(error_words(error) + " " + self.tr("Saving is tried again every few seconds."), look="warning")
        self.save_said.emit(self.tr("Not saved"))

    def _open_failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))

    def _ask_post(self) -> None:
        if self.entry_id is None:
            self.said.emit(self.tr("Write something first."))
            return
        self.post_asked.emit(self.entry_id)

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
        self._show(entry, None, False)
        self.entry_gone.emit(entry.id)
