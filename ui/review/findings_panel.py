"""The side of a review: how much is left, the details to decide, what they say together, the questions, the way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QWidget

from journal.anonymise.review import Review
from journal.practice.checklist import Checklist
from journal.practice.treatments import Treatments
from ui.review.decision_card import PROPOSAL, DecisionCard
from ui.review.findings_list import FindingsList
from ui.review.how_far import HowFar
from ui.review.kind_words import concern_words
from ui.review.questions import Questions
from ui.review.risk_panel import RiskPanel
from ui.review.turns import LONG, Turns
from ui.text import counted
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import (
    LINK_EDGE,
    as_tab,
    button,
    column,
    ground,
    hung,
    icon_button,
    label,
    row,
    scrolled,
)

_DETAILS, _RISK, _QUESTIONS = range(3)
_LIST_PX, _LIST_LOW_PX = 150, 72
#: Below this height, at the standard text size, what stands under "Together" too makes room for the decisions.
_LOW_PX = 760


class FindingsPanel(QWidget):
    """Shows a review and changes it on the person's word. ``decided`` after each change; ``looked_at`` a group;
    ``never`` the words that are not to be flagged again, ``register_asked`` a name and its kind.
    """

    decided = Signal()
    looked_at = Signal(object)
    never = Signal(object)
    register_asked = Signal(str, str)
    export_asked = Signal()

    def __init__(self, look: Look, checklist: Checklist, treatments: Treatments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "side")
        self._look = look
        self._review: Review | None = None
        self._answers: tuple[tuple[str, str], ...] | None = None
        self._head = label(self.tr("Could someone work out who this is?"), "section", wrap=True)
        self._how_far = HowFar()
        self._found = label("", "hint")
        self._left = label("", "hint", wrap=True)
        self.list = FindingsList(look)
        self.card = DecisionCard(look, treatments)
        self.risk = RiskPanel(look)
        self.questions = Questions(checklist)
        self._tabs = [QPushButton(), QPushButton(), QPushButton()]
        self._stack = QStackedWidget()
        self._export = button(self.tr("Export draft…"), "primary")
        self._accept_all = button(self.tr("Accept all"), name=self.tr("Accept all open proposals"))
        self._accept_all.setToolTip(self.tr("Accept every open proposal; what only you can weigh stays open"))
        self._undo = icon_button(look, "undo-2", self.tr("Undo the last step"))
        self._redo = icon_button(look, "redo-2", self.tr("Redo the step"))
        self._turns = Turns(self)
        self._low, self._said_together = False, ""
        self._lay_out()
        self._connect()

    def show_review(self, review: Review | None) -> None:
        """Show another review, or none."""
        for piece in self.showing(review):
            piece()

    def showing(self, review: Review | None) -> list[Callable[[], None]]:
        """What there is to do to show a review, in order: pieces between which the window may take keys."""
        shown = [lambda: self._show_rows(review), self._show_counts, self._show_concern] if review is not None else []
        return shown or [self._show_nothing]

    def _show_nothing(self) -> None:
        self._review, self._answers = None, None
        self._turns.drop()
        self.list.show_review(None)
        self.card.show_row(None, None, self.list.rows)
        self.risk.show_series(None)
        self.risk.refresh(None)
        self._how_far.empty()
        for words in (self._found, self._left):
            words.setText("")
        self._name_tabs(0, 0)
        for control in (self._accept_all, self._undo, self._redo, self._export):
            control.setEnabled(False)

    def _show_rows(self, review: Review) -> None:
        self._review, self._answers = review, None
        self._turns.drop()
        self.risk.show_series(None)
        self.risk.refresh(None)
        self._tabs[_DETAILS].click()
        # the list says which row it went to, and the card follows; without rows there is nothing to follow
        self.list.show_review(review)
        if self.list.row is None:
            self.card.show_row(review, None, self.list.rows)

    def show_series(self, series: Any) -> None:
        """Show what the series adds."""
        self.risk.show_series(series)
        self._refresh_risk()

    def refresh(self, *, rows: bool = True) -> None:
        """Show the review as it stands now; without ``rows`` only the counts, for a letter that was typed."""
        review = self._review
        if review is None:
            return
        if rows:
            self._refresh_rows()
        self._show_counts()
        if rows:
            self._show_concern()

    def _refresh_rows(self) -> None:
        if self._review is not None:
            self.list.refresh()
            self.card.show_row(self._review, self.list.row, self.list.rows)

    def _show_counts(self) -> None:
        review = self._review
        if review is None:
            return
        if review.post.answers != self._answers:
            self._answers = review.post.answers
            self.questions.show_answers(self._answers)
        undecided = len(review.undecided)
        decisions = review.now.count - review.now.sources
        open_questions = self.questions.open(review.post.answers)
        ready = not undecided and not open_questions
        said = self._how_far.show_left(decisions, undecided, open_questions)
        self._left.setText("" if ready else self.tr("Not ready: ") + said)
        self._found.setText(counted(review.now.count, self.tr("1 found"), self.tr("%n found")))
        self._name_tabs(undecided, open_questions)
        self._export.setEnabled(ready)
        self._export.setToolTip("" if ready else self.tr("Not ready: ") + said)
        # not while what is left can only be weighed by a person, one by one
        self._accept_all.setEnabled(review.now.can_accept_some)
        self._undo.setEnabled(review.history.can_undo)
        self._redo.setEnabled(review.history.can_redo)

    def _show_concern(self) -> None:
        concerns = self._review.risks() if self._review is not None else ()
        worst = concerns[0] if concerns else None
        self._said_together = concern_words(worst.reason, worst.who, worst.size) if worst else ""
        self._how_far.show_concern(self._said_together, low=self._low)
        self._refresh_risk()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a low window the list and what can be decided come first."""
        super().resizeEvent(event)
        low = event.size().height() < self._look.px(_LOW_PX)
        if low != self._low:
            self._low = low
            self._head.setVisible(not low)
            self._how_far.show_concern(self._said_together, low=low)
            self.list.setMinimumHeight(_LIST_LOW_PX if low else _LIST_PX)

    def undo(self) -> None:
        """Take the last step back, and go to what is open again."""
        before = set(self._review.undecided) if self._review is not None else set()
        if self._review is not None and self._review.undo():
            self._changed()
            self.list.show_any(set(self._review.undecided) - before)

    def redo(self) -> None:
        """Take it again."""
        if self._review is not None and self._review.redo():
            self._changed()

    def show_finding(self, index: int) -> None:
        """Go to the row of a finding that was clicked in a text."""
        self._tabs[_DETAILS].click()
        self.list.show_finding(index)

    def go_on(self, step: int) -> None:
        """Go to the next open decision, wherever the keyboard is."""
        if self._review is not None and not self._review.undecided:
            self.begin()
            return
        self._tabs[_DETAILS].click()
        self.list.go_on(step)

    def begin(self) -> None:
        """Put the keyboard on the first open finding, or on what comes after all of them."""
        review = self._review
        if review is None:
            return
        if review.undecided:
            self._tabs[_DETAILS].click()
            if not self.list.shows_any(review.undecided):
                self.list.go_on()
            self.list.setFocus()
        elif self._export.isEnabled():
            self._export.setFocus()
        else:
            self.begin_questions()

    def begin_questions(self) -> None:
        """Go to the first question that must still be answered."""
        self._tabs[_QUESTIONS].click()
        self.questions.begin()

    def set_busy(self, busy: bool) -> None:
        """While the last look runs nothing can be decided. After it the keyboard is at the way out again."""
        self.setEnabled(not busy)
        self._export.setText(self.tr("Looking once more…") if busy else self.tr("Export draft…"))
        if not busy:
            (self._export if self._export.isEnabled() else self.list).setFocus()

    def do(self, what: str) -> None:
        """What a key asked for about the current row."""
        {
            "accept": self.card.accept,
            "accept_kind": self._kind_accepted,
            "change": self.card.begin_change,
            "keep": self.card.ask_why_kept,
            "treat": self.card.begin_treatment,
            "reopen": self._reopened,
        }[what]()

    def _lay_out(self) -> None:
        # the stack stands in its place before it is filled (ui/widgets/parts.py)
        top, foot, tabs, whole = QWidget(), QWidget(), QWidget(), column(self)
        whole.addWidget(top, 1)
        whole.addWidget(foot)
        box = column(top, margins=(16, 16, 16, 10), spacing=10)
        flow = FlowLayout(tabs, gap=4)
        chosen = QButtonGroup(self)
        for number, tab in enumerate(self._tabs):
            as_tab(tab)
            chosen.addButton(tab, number)
            flow.addWidget(tab)
        chosen.idClicked.connect(self._stack.setCurrentIndex)
        chosen.idClicked.connect(lambda _: self._refresh_risk())
        self._tabs[0].setChecked(True)
        for part in (self._head, self._how_far, tabs):
            box.addWidget(part)
        box.addLayout(hung(self._stack), 1)
        details = QWidget()
        self._stack.addWidget(scrolled(details))
        inside = column(details, margins=(LINK_EDGE, 0, LINK_EDGE, 0), spacing=8)
        inside.addLayout(row(self._accept_all, self._found, None, self._undo, self._redo, spacing=6))
        inside.addWidget(self.list, 1)
        inside.addWidget(self.card)
        self.list.setMinimumHeight(_LIST_PX)
        # as much as is left, and no more than that: what can be decided must not be pushed out of sight
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for page in (self.risk, self.questions):
            held = QWidget()
            self._stack.addWidget(scrolled(held))
            beside = column(held)
            beside.addWidget(page)
            beside.addStretch(1)
        ground(foot, "foot")
        foot_in = row(self._left, self._export)
        foot_in.setStretch(0, 1)
        foot_in.setContentsMargins(18, 10, 18, 10)
        foot.setLayout(foot_in)

    def _connect(self) -> None:
        self.list.went.connect(self._went)
        self.list.asked.connect(self.do)
        self.list.doubleClicked.connect(lambda _: self.card.begin_change())
        self.card.treated.connect(self._treated)
        self.card.changed.connect(self._reworded)
        self.card.kept.connect(self._kept)
        self.card.reopened.connect(self._reopened)
        self.card.kind_accepted.connect(self._kind_accepted)
        self.card.never.connect(self._never_flagged)
        self.card.registered.connect(self._registered)
        self.card.left.connect(self.list.setFocus)
        self.risk.asked.connect(self.show_finding)
        self.questions.answered.connect(self._answered)
        self.questions.passed.connect(self.begin)
        self._accept_all.clicked.connect(self._all_accepted)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._export.clicked.connect(self.export_asked)

    def _name_tabs(self, undecided: int, questions: int) -> None:
        for tab, words, left in zip(
            self._tabs,
            (self.tr("Details"), self.tr("Together"), self.tr("Questions")),
            (undecided, 0, questions),
            strict=True,
        ):
            text = f"{words} · {left}" if left else words
            if tab.text() != text:
                tab.setText(text)
                tab.setAccessibleName(
                    f"{words}, {counted(left, self.tr('1 left'), self.tr('%n left'))}" if left else words
                )

    def _refresh_risk(self) -> None:
        if self._stack.currentIndex() == _RISK:
            self.risk.refresh(self._review)

    # one decision about a group is one step of undo, however many mentions it has
    def _each(self, decide: Any, *, only_open: bool = False) -> None:
        review, shown = self._review, self.list.row
        if review is None or shown is None:
            return
        # whoever goes over what is decided stays there: nothing came to its end
        was_open = bool(review.undecided)
        with review.one_step():
            # from the last on: what was found in typed words goes when it is replaced
            for index in reversed(shown.indexes):
                if not only_open or review.now.is_open(index):
                    decide(review, index)
        self._changed(on=was_open)

    def _treated(self, treatment: str, placeholder: str) -> None:
        if treatment == PROPOSAL:
            self._each(lambda review, index: review.accept(index), only_open=True)
        else:
            self._each(lambda review, index: review.treat(index, treatment, placeholder))

    def _reworded(self, words: str) -> None:
        shown = self.list.row
        alike = shown is not None and shown.mention is None
        # the field is gone; what comes after the last decision has the keyboard after this
        self.list.setFocus()
        self._each(lambda review, index: review.replace(index, words, alike=alike))

    def _kept(self, why: str) -> None:
        self._each(lambda review, index: review.keep(index, treatment=why))

    def _reopened(self) -> None:
        review, shown = self._review, self.list.row
        if review is None or shown is None:
            return
        with review.one_step():
            for index in shown.indexes:
                review.reopen(index)
        self._changed()

    def _kind_accepted(self) -> None:
        review, shown = self._review, self.list.row
        if review is not None and shown is not None and review.accept_all(label=shown.group.label):
            self._changed(on=True)

    def _never_flagged(self) -> None:
        review, shown = self._review, self.list.row
        if review is not None and shown is not None:
            self.never.emit(tuple(dict.fromkeys(review.now.surface(index) for index in shown.indexes)))
            self._kept("keep")

    def _registered(self) -> None:
        review, shown = self._review, self.list.row
        if review is not None and shown is not None:
            self.register_asked.emit(review.now.surface(shown.indexes[0]), shown.group.label)

    def _all_accepted(self) -> None:
        if self._review is not None and self._review.accept_all():
            # the button can do no more
            self.list.setFocus()
            self._changed(on=True)

    def _answered(self, question: str, answer: str) -> None:
        if self._review is not None:
            self._review.answer(question, answer)
            self.refresh(rows=False)
            self.decided.emit()

    def _went(self, shown: Any) -> None:
        self.card.show_row(self._review, shown, self.list.rows)
        if shown is not None:
            self.looked_at.emit(frozenset(shown.indexes))

    def _changed(self, *, on: bool = False) -> None:
        """Show what was decided; ``on``: go to the next open decision, or to what comes after the last one."""
        review = self._review
        if review is None:
            return
        self.list.refresh()
        if on and review.undecided:
            self.list.go_on()
        self.decided.emit()
        pieces: list[Any] = [self._refresh_rows, self._show_counts, self._show_concern]
        if on and not review.undecided:
            pieces.append(self.begin)
        self._turns.take(pieces, long=review.now.count > LONG)
