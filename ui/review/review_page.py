"""Entry and draft side by side, and every finding decided by a person before anything becomes a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QWidget

from journal.anonymise.review import Review
from journal.anonymise.source_changes import left_as_it_is, taken_over
from journal.errors import JournalError
from journal.model import Part, Post
from journal.practice.checklist import Checklist
from journal.practice.treatments import Treatments
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.review.draft_pane import DraftPane
from ui.review.findings_panel import FindingsPanel
from ui.review.flagging import Flagging
from ui.review.pane import ReviewPane
from ui.review.post_saving import PostSaving
from ui.review.rescan import Rescan
from ui.review.source_bar import SourceBar
from ui.review.spans import Marks, base_marks, draft_marks
from ui.review.store import PostStore
from ui.review.taking_up import TakingUp
from ui.review.together import Together
from ui.review.turns import LONG, Turns
from ui.text import spelt
from ui.theme import Look
from ui.widgets.banner import Banner
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import column, ground, keep_width, label, one_line, row

#: Letters typed closer together than this are one step of undo, up to the end of a word.
_STEP_PAUSE_MS = 1_500
_PANEL_PX, _PANEL_MOST_PX = 350, 440
#: Of the page's width: the panel has no more at large text.
_PANEL_SHARE = 0.45
#: From this much larger text on, the heads of the two texts have two lines.
_LARGE = 1.4


class ReviewPage(QWidget):
    """``export_asked`` carries the reviewed post and the ids of questions not answered."""

    export_asked = Signal(object, object)
    said = Signal(object)

    def __init__(
        self,
        look: Look,
        store: PostStore,
        vault: Lane,
        scan: Lane,
        checklist: Checklist,
        *,
        treatments: Treatments,
        new_id: Callable[[], UUID],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._look, self._store, self._vault, self._scan = look, store, vault, scan
        self._checklist = checklist
        self._review: Review | None = None
        self._marked: object = None
        self._entry_pane = ReviewPane(look, self.tr("Your entry"))
        self._draft_pane = DraftPane(look, self.tr("Blog draft"))
        self._panel = FindingsPanel(look, checklist, treatments)
        self._together = Together(self._entry_pane, self._draft_pane, self)
        self._rescan = Rescan(scan, self)
        self._taking = TakingUp(store, vault, scan, self)
        self.banner = Banner(look)
        self.source_bar = SourceBar(look)
        self._saving = PostSaving(store, vault, self)
        self._entry_pane.setAccessibleDescription(self.tr("The entry as it was copied; it stays as it is"))
        self._draft_pane.setAccessibleDescription(self.tr("Write here. F8 goes to the next open decision"))
        self._flagging = Flagging(look, store, vault, self, new_id=new_id, base=self._entry_pane)
        self._entry_name = label(self.tr("Your entry"), "strong")
        self._state = one_line("", "hint")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_STEP_PAUSE_MS)
        self._turns = Turns(self)
        self._lay_out()
        self._connect()

    @property
    def post_id(self) -> UUID | None:
        """The post on the page."""
        return None if self._review is None else self._review.post.id

    def open_post(self, post_id: UUID) -> None:
        """Take a post up: it is scanned anew with what the journal knows now."""
        self._show(None)
        self.source_bar.show_changes(())
        self._state.setText(self.tr("Looking for what could identify someone…"))
        self._taking.open(post_id)

    def flush(self, answer: Callable[[Exception | None], None]) -> None:
        """Save the decisions, for locking."""
        self._saving.flush(answer)

    def empty(self) -> None:
        """Drop all text: part of locking."""
        self._taking.drop()
        self._show(None)
        self.source_bar.show_changes(())

    def undo(self) -> None:
        """Take the last step back."""
        self._panel.undo()

    def redo(self) -> None:
        """Take it again."""
        self._panel.redo()

    def _lay_out(self) -> None:
        kept = one_line(self.tr("stays encrypted"), "hint")
        left = self._with_head(self._entry_pane, self._entry_name, kept)
        right = self._with_head(self._draft_pane, label(self.tr("Blog draft"), "strong"), self._state)
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setProperty("look", "line")
        split.setChildrenCollapsible(False)
        box = column(self)
        for line, stretch in ((self.banner, 0), (self.source_bar, 0), (split, 1)):
            box.addWidget(line, stretch)
        for part, stretch in ((left, 1), (right, 1), (self._panel, 0)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, stretch)
        keep_width(self._panel, self._look, least=_PANEL_PX, bound=_PANEL_MOST_PX)

    def _connect(self) -> None:
        panel = self._panel
        panel.decided.connect(self._decided)
        panel.looked_at.connect(self._look_at)
        panel.export_asked.connect(self._finish)
        panel.never.connect(self._flagging.never_flag)
        panel.register_asked.connect(self._flagging.ask_register)
        self._flagging.flagged.connect(self._flagged)
        self._flagging.said.connect(self.said)
        self._saving.failed.connect(lambda words: self.banner.say(words, look="warning"))
        self._draft_pane.edited.connect(self._typed)
        self._draft_pane.undo_asked.connect(self.undo)
        self._draft_pane.redo_asked.connect(self.redo)
        self._rescan.learnt.connect(self._learnt)
        taking = self._taking
        taking.begun.connect(self._show)
        taking.changed.connect(self.source_bar.show_changes)
        taking.summed.connect(panel.show_series)
        taking.settled.connect(self.open_post)
        taking.failed.connect(self._failed)
        panel.risk.series_wanted.connect(taking.sum_up)
        self.source_bar.taken.connect(lambda change: self._settle(taken_over, change))
        self.source_bar.left.connect(lambda change: self._settle(left_as_it_is, change))
        self.source_bar.shown.connect(lambda place: self._entry_pane.bring_to_top(place, 0))
        for pane in (self._entry_pane, self._draft_pane):
            pane.clicked.connect(panel.show_finding)
        for keys, words, slot in (
            ("F8", self.tr("Next open decision"), lambda: panel.go_on(1)),
            ("Shift+F8", self.tr("Open decision before"), lambda: panel.go_on(-1)),
            ("Ctrl+Return", self.tr("Accept what is shown"), lambda: panel.do("accept")),
            ("F7", self.tr("The selected words identify someone"), self._flag_selected),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, slot=slot: slot())
            self.addAction(action)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the panel gets what its text size asks for, as far as there is room."""
        super().showEvent(event)
        panel = min(self._look.px(_PANEL_PX), round(self.width() * _PANEL_SHARE))
        pane = (self.width() - panel) // 2
        self._split.setSizes([pane, pane, panel])

    def _with_head(self, pane: ReviewPane, name: QWidget, note: QWidget) -> QWidget:
        strip = QWidget()
        ground(strip, "strip")
        action = self._flagging.button(pane)
        if self._look.scale > _LARGE:
            # two lines where one has no room for large words
            flow = FlowLayout(strip, gap=6)
            flow.setContentsMargins(18, 8, 10, 8)
            flow.addWidget(name)
            flow.addWidget(action)
            note.setParent(strip)
            note.hide()
        else:
            # the note gives way first where there is little room
            note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line = row(name, note, action)
            line.setStretch(1, 1)
            line.setContentsMargins(22, 8, 14, 8)
            strip.setLayout(line)
        strip.setMinimumHeight(48)
        whole = QWidget()
        ground(whole, "page")
        box = column(whole)
        box.addWidget(strip)
        box.addWidget(pane, 1)
        return whole

    def _settle(self, how: Callable[[Post, Any], Post], change: Any) -> None:
        review = self._review
        if review is not None:
            self._taking.settle(review, how, change)

    # showing
    def _show(self, review: Review | None) -> None:
        self._review = review
        self._typing.stop()
        self._turns.drop()
        self._draft_pane.set_editable(review is not None)
        for part in (self._saving, self._together, self._rescan, self._flagging):
            part.show_review(review)
        if review is None:
            self._marked = None
            self._panel.show_review(None)
            for pane in (self._entry_pane, self._draft_pane):
                pane.show_text("", Marks(), 0)
            return
        if review.rules_only:
            self.banner.say(self.tr("Names were looked for by rules only."))
        steps: list[Callable[[], None]] = [
            lambda: self._show_entry(review),
            lambda: self._show_draft(review),
            *self._panel.showing(review),
            self._begin_deciding,
        ]
        self._turns.take(steps, long=review.now.count > LONG)

    def _begin_deciding(self) -> None:
        if self.isVisible():
            self._panel.begin()

    def _refresh(self) -> None:
        self._refresh_texts()
        self._panel.refresh()

    def _refresh_texts(self) -> None:
        if self._review is not None:
            self._show_entry(self._review)
            self._show_draft(self._review)

    def _show_entry(self, review: Review) -> None:
        if self._marked is not review.findings:
            self._marked = review.findings
            several = len(review.post.sources) > 1
            name = self.tr("Your entries") if several else self.tr("Your entry")
            self._entry_name.setText(name)
            self._entry_pane.setAccessibleName(name)
            title_end = review.post.span(Part.TITLE)[1]
            self._entry_pane.show_text(review.now.base, base_marks(review), title_end)

    def _show_draft(self, review: Review, *, moved: bool = False) -> None:
        self._draft_pane.set_editable(True)
        title_end = review.post.span(Part.TITLE)[1]
        end = review.now.placed.draft_end(title_end) if title_end else 0
        self._draft_pane.show_text(review.draft_text(), draft_marks(review), end, moved=moved)
        left = len(review.undecided)
        if left:
            self._state.setText(spelt(left, self.tr("one decision left"), self.tr("%n decisions left")))
        else:
            self._state.setText(self.tr("all decided"))

    def _decided(self) -> None:
        self._typing.stop()
        self._rescan.touched()
        self._saving.decided()
        review = self._review
        if review is None:
            return
        long = review.now.count > LONG
        if long:
            # nothing is typed over a text that is about to change
            self._draft_pane.setReadOnly(True)
        self._turns.take([lambda: self._show_entry(review), lambda: self._show_draft(review)], long=long)

    def _learnt(self) -> None:
        self._refresh()
        self.said.emit(self.tr("Found something to decide in what you typed."))

    def _flagged(self, index: int) -> None:
        self._decided()
        self._panel.refresh()
        self._panel.show_finding(index)

    def _flag_selected(self) -> None:
        self._flagging.ask(self._entry_pane if self._entry_pane.hasFocus() else self._draft_pane)

    def _look_at(self, findings: frozenset[int]) -> None:
        self._together.hold(True)
        self._entry_pane.set_current(findings)
        # while one writes, the draft stays where it is
        self._draft_pane.set_current(findings, scroll=not self._draft_pane.hasFocus())
        self._together.hold(False)

    # writing in the draft
    def _typed(self, start: int, end: int, words: str) -> None:
        review = self._review
        if review is None:
            return
        joining = self._typing.isActive() and start == end and not words.isspace()
        before = (review.findings, review.typed, review.undecided)
        try:
            caret = review.edit_draft(start, end, words, joining=joining)
        except JournalError as error:
            self.said.emit(error_words(error))
            self._show_draft(review)
            self._draft_pane.put_caret(start)
            return
        self._typing.start()
        more = review.draft_text() != self._draft_pane.text
        changed = (review.findings, review.typed, review.undecided) != before
        self._show_draft(review, moved=not changed and not more)
        if more:
            # the words of a placeholder went with the first letter
            self._draft_pane.put_caret(caret)
        self._panel.refresh(rows=changed)
        self._rescan.touched()
        self._saving.touched()

    # the way out
    def _finish(self) -> None:
        review = self._review
        if review is None:
            return
        self._panel.set_busy(True)
        self._draft_pane.set_editable(False)
        self._scan.run(review.finish, owner=self, topic="finish", done=self._finished, failed=self._not_finished)

    def _finished(self, reviewed: object) -> None:
        self._panel.set_busy(False)
        self._draft_pane.set_editable(True)
        review = self._review
        if review is None:
            return
        answered = {question for question, answer in review.post.answers if answer}
        unanswered = tuple(question.id for question in self._checklist.unanswered(answered))
        self.export_asked.emit(reviewed, unanswered)

    def _not_finished(self, error: Exception) -> None:
        self._panel.set_busy(False)
        self._draft_pane.set_editable(True)
        # the last look may have found something in typed words
        self._refresh()
        self.banner.say(error_words(error), look="warning")

    def _failed(self, error: Exception) -> None:
        self._state.setText("")
        self.banner.say(error_words(error), look="warning")
