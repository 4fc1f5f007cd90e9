"""Entry and draft side by side, and every finding decided by a person before anything becomes a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QInputDialog, QSizePolicy, QSplitter, QWidget

from journal.anonymise.review import Review, begin_review
from journal.errors import JournalError
from journal.model import Part, Post
from journal.practice.checklist import Checklist
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.review.findings_panel import FindingsPanel
from ui.review.pane import Mark, ReviewPane
from ui.review.spans import Span, draft_end, draft_spans
from ui.review.store import PostStore
from ui.text import spelt
from ui.theme import Look
from ui.widgets.banner import Banner
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, column, ground, keep_width, label, one_line, row

_SAVE_PAUSE_MS = 400
_PANEL_PX, _PANEL_MOST_PX = 330, 420
#: Of the page's width: the panel has no more at large text.
_PANEL_SHARE = 0.45
#: From this much larger text on, the heads of the two texts have two lines.
_LARGE = 1.4

#: Adds what the detectors missed; handed in, since a page knows the review and not the detectors.
Flag = Callable[[Review, int, int], int]


class ReviewPage(QWidget):
    """``export_asked`` carries the reviewed post and the ids of questions not answered; ``closed`` goes to the list."""

    export_asked = Signal(object, object)
    closed = Signal()
    said = Signal(str)

    def __init__(
        self,
        look: Look,
        store: PostStore,
        vault: Lane,
        scan: Lane,
        checklist: Checklist,
        *,
        flag: Flag,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._look, self._store, self._vault, self._scan = look, store, vault, scan
        self._checklist, self._flag = checklist, flag
        self._review: Review | None = None
        self._wanted: UUID | None = None
        self._dirty = False
        self._entry_pane = ReviewPane(look, self.tr("Your entry"))
        self._draft_pane = ReviewPane(look, self.tr("Blog draft"))
        self._panel = FindingsPanel(look, checklist)
        self.banner = Banner(look)
        self._flag_it = button(self.tr("Flag"), "link", name=self.tr("Flag the selected words"))
        self._reword = button(self.tr("Reword…"), "link", name=self.tr("Reword the selected words"))
        for part in (self._flag_it, self._reword):
            part.setToolTip(part.accessibleName())
        self._state = one_line("", "hint")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAVE_PAUSE_MS)
        self._pause.timeout.connect(self._save)
        self._lay_out()
        self._panel.decided.connect(self._decided)
        self._panel.looked_at.connect(self._look_at)
        self._panel.export_asked.connect(self._finish)
        self._panel.never.connect(self._never_flag)
        self._entry_pane.clicked.connect(self._panel.show_finding)
        self._draft_pane.clicked.connect(self._panel.show_finding)
        self._entry_pane.picked.connect(self._flag_it.setEnabled)
        self._draft_pane.picked.connect(self._reword.setEnabled)
        self._flag_it.clicked.connect(self._flag_selection)
        self._reword.clicked.connect(self._ask_words)

    @property
    def post_id(self) -> UUID | None:
        """The post on the page."""
        return None if self._review is None else self._review.post.id

    def open_post(self, post_id: UUID) -> None:
        """Take a post up: it is scanned anew with what the journal knows now."""
        self._wanted = post_id
        self._show(None)
        self._state.setText(self.tr("Looking for what could identify someone…"))
        store = self._store
        self._vault.run(
            lambda: (store.post(post_id), store.knowledge()),
            owner=self,
            topic="review",
            done=lambda both: self._begin(*both),
            failed=self._failed,
        )

    def flush(self, answer: Callable[[Exception | None], None]) -> None:
        """Save the decisions, for locking."""
        if self._review is None or not self._dirty:
            answer(None)
            return
        self._save(answer)

    def empty(self) -> None:
        """Drop all text: part of locking."""
        self._show(None)

    def undo(self) -> None:
        """Take the last decision back."""
        self._panel.undo()

    def redo(self) -> None:
        """Take it again."""
        self._panel.redo()

    def exported(self) -> None:
        """The post became a file."""
        self._panel.set_busy(False)

    def _lay_out(self) -> None:
        left = self._with_head(
            self._entry_pane,
            self.tr("Your entry"),
            one_line(self.tr("stays encrypted, never exported"), "hint"),
            self._flag_it,
        )
        right = self._with_head(self._draft_pane, self.tr("Blog draft"), self._state, self._reword)
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setProperty("look", "line")
        split.setChildrenCollapsible(False)
        for part, stretch in ((left, 1), (right, 1), (self._panel, 0)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, stretch)
        keep_width(self._panel, self._look, least=_PANEL_PX, bound=_PANEL_MOST_PX)
        box = column(self)
        box.addWidget(self.banner)
        box.addWidget(split, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the panel gets what its text size asks for, as far as there is room."""
        super().showEvent(event)
        panel = min(self._look.px(_PANEL_PX), round(self.width() * _PANEL_SHARE))
        pane = (self.width() - panel) // 2
        self._split.setSizes([pane, pane, panel])

    def _with_head(self, pane: ReviewPane, name: str, note: QWidget, action: QWidget) -> QWidget:
        strip = QWidget()
        ground(strip, "strip")
        if self._look.scale > _LARGE:
            # two lines where one has no room for large words
            flow = FlowLayout(strip, gap=6)
            flow.setContentsMargins(18, 8, 10, 8)
            flow.addWidget(label(name, "strong"))
            flow.addWidget(action)
            note.setParent(strip)
            note.hide()
        else:
            # the note gives way first where there is little room
            note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line = row(label(name, "strong"), note, action)
            line.setStretch(1, 1)
            line.setContentsMargins(22, 8, 14, 8)
            strip.setLayout(line)
        strip.setMinimumHeight(48)
        action.setEnabled(False)
        whole = QWidget()
        ground(whole, "page")
        box = column(whole)
        box.addWidget(strip)
        box.addWidget(pane, 1)
        return whole

    def _begin(self, post: Post, knowledge: Any) -> None:
        if post.id != self._wanted:
            return
        self._scan.run(
            lambda: begin_review(post, knowledge),
            owner=self,
            topic="review",
            done=self._begun,
            failed=self._failed,
        )

    def _begun(self, review: Review) -> None:
        # another post may have been opened while this one was scanned
        if review.post.id == self._wanted:
            self._show(review)

    def _show(self, review: Review | None) -> None:
        self._review = review
        self._dirty = False
        self._panel.show_review(review)
        if review is None:
            for pane in (self._entry_pane, self._draft_pane):
                pane.show_text("", [], 0)
                pane.document().clearUndoRedoStacks()
            return
        if review.rules_only:
            self.banner.say(self.tr("Names were looked for by rules only."))
        self._refresh()
        if self.isVisible():
            self._panel.begin()

    def _refresh(self) -> None:
        review = self._review
        if review is None:
            return
        post = review.post
        roles = [finding.risk.value for finding in review.findings]
        places = [(finding.start, finding.end) for finding in review.findings]
        title_end = post.span(Part.TITLE)[1]
        waiting = set(review.undecided)
        marks = [Mark(Span(start, end, index), roles[index]) for index, (start, end) in enumerate(places)]
        self._entry_pane.show_text(post.base, marks, title_end)
        marks = [
            Mark(span, roles[span.finding], waiting=span.finding in waiting)
            for span in draft_spans(post.changes, places)
        ]
        draft_title_end = draft_end(post.changes, title_end)
        self._draft_pane.show_text(review.draft_text(), marks, draft_title_end)
        left = len(review.undecided)
        if left:
            self._state.setText(spelt(left, self.tr("one decision left"), self.tr("%n decisions left")))
        else:
            self._state.setText(self.tr("all decided"))

    def _decided(self) -> None:
        self._dirty = True
        self._refresh()
        self._pause.start()

    def _look_at(self, findings: frozenset[int]) -> None:
        self._entry_pane.set_current(findings)
        self._draft_pane.set_current(findings)

    def _never_flag(self, words: tuple[str, ...]) -> None:
        store = self._store

        def remember() -> None:
            for word in words:
                store.never_flag(word)

        self._vault.run(
            remember,
            owner=self,
            done=lambda _: self.said.emit(self.tr("Kept here, and not flagged again in any draft. Settings list it.")),
            failed=self._failed,
            work=Work.WRITE,
        )

    def _flag_selection(self) -> None:
        if self._review is None:
            return
        start, end = self._entry_pane.selection()
        try:
            self._flag(self._review, start, end)
        except JournalError as error:
            self.said.emit(error_words(error))
            return
        self._panel.refresh()
        self._decided()

    def _ask_words(self) -> None:
        start, end = self._draft_pane.selection()
        if self._review is None or start == end:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Reword"))
        dialog.setLabelText(self.tr("Words to stand there instead:"))
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setTextValue(self._review.draft_text()[start:end])
        dialog.textValueSelected.connect(lambda words: self._reworded(start, end, words))
        dialog.open()

    def _reworded(self, start: int, end: int, words: str) -> None:
        if self._review is None:
            return
        try:
            self._review.edit_draft(start, end, words)
        except JournalError as error:
            self.said.emit(error_words(error))
            return
        self._panel.refresh()
        self._decided()

    def _save(self, answer: Callable[[Exception | None], None] | None = None) -> None:
        review, store = self._review, self._store
        if review is None:
            return
        self._pause.stop()
        self._dirty = False
        post = review.post

        def saved(_post: Post) -> None:
            if answer is not None:
                answer(None)

        def failed(error: Exception) -> None:
            self._dirty = True
            self.banner.say(error_words(error), look="warning")
            if answer is not None:
                answer(error)
            else:
                self._pause.start(5_000)

        self._vault.run(lambda: store.save_post(post), owner=self, done=saved, failed=failed, work=Work.WRITE)

    def _finish(self) -> None:
        review = self._review
        if review is None:
            return
        self._panel.set_busy(True)
        self._scan.run(review.finish, owner=self, topic="finish", done=self._finished, failed=self._not_finished)

    def _finished(self, reviewed: object) -> None:
        self._panel.set_busy(False)
        review = self._review
        if review is None:
            return
        answered = {question for question, answer in review.post.answers if answer}
        unanswered = tuple(question.id for question in self._checklist.unanswered(answered))
        self.export_asked.emit(reviewed, unanswered)

    def _not_finished(self, error: Exception) -> None:
        self._panel.set_busy(False)
        self.banner.say(error_words(error), look="warning")

    def _failed(self, error: Exception) -> None:
        self._state.setText("")
        self.banner.say(error_words(error), look="warning")
