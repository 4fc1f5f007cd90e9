"""The list of findings with what is left to decide, what was not checked, and the way to the file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from journal.anonymise.review import Review
from journal.practice.checklist import Checklist
from ui.review.finding_row import FindingRow
from ui.review.groups import Group, groups_of
from ui.review.kind_words import concern_words
from ui.review.questions import Questions
from ui.text import counted, sentence, spelt
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import (
    LINK_EDGE,
    bleed,
    button,
    card,
    column,
    ground,
    icon_button,
    label,
    row,
    scrolled,
    set_look,
)

#: Concerns shown at once; the worst come first.
_CONCERNS_SHOWN = 3


class FindingsPanel(QWidget):
    """Shows a review and changes it on the person's word. ``decided`` after each change; ``looked_at`` a group;
    ``never`` the words that are not to be flagged again.
    """

    decided = Signal()
    looked_at = Signal(object)
    never = Signal(object)
    export_asked = Signal()

    def __init__(self, look: Look, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "side")
        self._look = look
        self._review: Review | None = None
        self._rows: dict[str, FindingRow] = {}
        self._current = ""
        self._count = label("", "strong", wrap=True)
        self._ready = label("", "unready")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Decided"))
        self._concerns = label("", "second", wrap=True)
        self._to_decision = button(self.tr("To the first open one"), "link")
        self._to_questions = button("", "link", name=self.tr("To the first open question"))
        self._found = label("", "hint")
        self._left = label("", "hint", wrap=True)
        self._list = column(spacing=2)
        self.questions = Questions(checklist)
        self._export = button(self.tr("Export draft…"), "primary")
        self._accept_all = button(self.tr("Accept all"), name=self.tr("Accept all open proposals"))
        self._undo = icon_button(look, "undo-2", self.tr("Undo the last decision"))
        self._redo = icon_button(look, "redo-2", self.tr("Redo the decision"))
        self._lay_out()
        self.questions.answered.connect(self._answered)
        self._accept_all.clicked.connect(self._all_accepted)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._export.clicked.connect(self.export_asked)
        self._to_decision.clicked.connect(self.begin)
        self._to_questions.clicked.connect(self.begin_questions)

    def show_review(self, review: Review | None) -> None:
        """Show another review, or none."""
        self._review = review
        for made in self._rows.values():
            made.deleteLater()
        self._rows.clear()
        self._current = ""
        if review is not None:
            self.refresh()

    def refresh(self) -> None:
        """Show the review as it stands now."""
        review = self._review
        if review is None:
            return
        groups = groups_of(review)
        self._show_rows(groups)
        self.questions.show_answers(review.post.answers)
        undecided = len(review.undecided)
        decisions = sum(finding.risk.value != "keep" for finding in review.findings)
        self._bar.setRange(0, max(1, decisions))
        self._bar.setValue(decisions - undecided if decisions else 1)
        open_questions = self.questions.open(review.post.answers)
        ready = not undecided and not open_questions
        if undecided:
            said = spelt(undecided, self.tr("one decision left"), self.tr("%n decisions left"))
        elif open_questions:
            said = spelt(open_questions, self.tr("one question left"), self.tr("%n questions left"))
        else:
            said = self.tr("everything is decided")
        self._count.setText(sentence(said))
        self._to_decision.setVisible(bool(undecided))
        self._to_questions.setVisible(bool(open_questions))
        words_left = sentence(spelt(open_questions, self.tr("one question left"), self.tr("%n questions left")))
        self._to_questions.setText(words_left)
        self._to_questions.setAccessibleName(words_left + ": " + self.tr("to the first one"))
        self._left.setText("" if ready else self.tr("Not ready: ") + said)
        self._ready.setText(self.tr("Ready") if ready else self.tr("Not ready"))
        set_look(self._ready, "ready" if ready else "unready")
        concerns = review.risks()
        words = dict.fromkeys(concern_words(concern.reason, concern.who, concern.size) for concern in concerns)
        self._concerns.setText("\n\n".join(list(words)[:_CONCERNS_SHOWN]))
        self._concerns.setVisible(bool(words))
        self._found.setText(counted(len(review.findings), self.tr("1 found"), self.tr("%n found")))
        self._export.setEnabled(ready)
        self._export.setToolTip("" if ready else self.tr("Not ready: ") + said)
        self._accept_all.setEnabled(bool(undecided))

    def undo(self) -> None:
        """Take the last decision back."""
        if self._review is not None and self._review.undo():
            self._changed()

    def redo(self) -> None:
        """Take it again."""
        if self._review is not None and self._review.redo():
            self._changed()

    def show_finding(self, index: int) -> None:
        """Go to the row of a finding that was clicked in a text."""
        for made in self._rows.values():
            if index in made.group.indexes:
                self._go_to(made)
                return

    def begin(self) -> None:
        """Put the keyboard on the first open finding, or on what comes after all of them."""
        rows = [made for made in self._rows.values() if made.group.state == "open"]
        if rows:
            self._go_to(rows[0])
        elif self._export.isEnabled():
            self._export.setFocus()
        elif self._review is not None:
            self.begin_questions()

    def begin_questions(self) -> None:
        """Go to the first question that must still be answered."""
        self.questions.begin()
        self._scroll.ensureWidgetVisible(self.questions)

    def set_busy(self, busy: bool) -> None:
        """While the last look runs nothing can be decided."""
        self.setEnabled(not busy)
        self._export.setText(self.tr("Looking once more…") if busy else self.tr("Export draft…"))

    def _lay_out(self) -> None:
        inside = QWidget()
        ground(inside, "clear")
        box = column(inside, margins=(18, 18, 18, 18), spacing=12)
        box.addWidget(label(self.tr("Could someone work out who this is?"), "section", wrap=True))
        frame, card_in = card(spacing=8)
        line = row(self._count, self._ready)
        line.setStretch(0, 1)
        card_in.addLayout(line)
        card_in.addWidget(self._bar)
        card_in.addWidget(self._concerns)
        links = QWidget()
        flow = FlowLayout(links, gap=6)
        for part in (self._to_decision, self._to_questions):
            flow.addWidget(part)
        card_in.addLayout(row(-LINK_EDGE, links, -LINK_EDGE))
        box.addWidget(frame)
        box.addLayout(row(label(self.tr("People and details"), "section"), None, self._found))
        box.addLayout(row(self._accept_all, None, self._undo, self._redo, spacing=4))
        box.addLayout(self._list)
        box.addSpacing(6)
        box.addWidget(label(self.tr("Before you publish"), "section"))
        box.addLayout(bleed(self.questions))
        box.addWidget(label(self.tr("What was not checked"), "section"))
        box.addWidget(
            label(
                self.tr(
                    "Turns of phrase by which colleagues know you, a story that is known whatever the names, what "
                    "you published before, pictures. The strictest reader is the person in the story."
                ),
                "hint",
                wrap=True,
            )
        )
        box.addStretch(1)
        foot = QWidget()
        ground(foot, "foot")
        foot_in = row(self._left, self._export)
        foot_in.setStretch(0, 1)
        foot_in.setContentsMargins(18, 10, 18, 10)
        foot.setLayout(foot_in)
        whole = column(self)
        self._scroll = scrolled(inside)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)

    def _show_rows(self, groups: list[Group]) -> None:
        if [group.key for group in groups] != list(self._rows):
            for made in self._rows.values():
                self._list.removeWidget(made)
                made.deleteLater()
            self._rows = {group.key: self._row(group) for group in groups}
            for made in self._rows.values():
                self._list.addWidget(made)
            first = next((group.key for group in groups if group.state == "open"), next(iter(self._rows), ""))
            self._mark_current(self._current if self._current in self._rows else first)
        for group in groups:
            self._rows[group.key].show_group(group)

    def _row(self, group: Group) -> FindingRow:
        made = FindingRow(self._look, group)
        made.accepted.connect(self._accepted)
        made.changed.connect(self._reworded)
        made.kept.connect(self._kept)
        made.reopened.connect(self._reopened)
        made.never.connect(self._never_flagged)
        made.looked_at.connect(self._looked_at)
        made.moved.connect(self._moved)
        return made

    # one decision about a group is one step of undo, however many mentions it has
    def _accepted(self, key: str) -> None:
        if (review := self._review) is not None:
            with review.one_step():
                for index in self._rows[key].group.indexes:
                    if review.decision(index) is None:
                        review.accept(index)
            self._decided(key)

    def _reworded(self, key: str, words: str) -> None:
        if (review := self._review) is not None:
            with review.one_step():
                for index in self._rows[key].group.indexes:
                    review.replace(index, words)
            self._decided(key)

    def _kept(self, key: str) -> None:
        if (review := self._review) is not None:
            with review.one_step():
                for index in self._rows[key].group.indexes:
                    review.keep(index)
            self._decided(key)

    def _reopened(self, key: str) -> None:
        if (review := self._review) is not None:
            with review.one_step():
                for index in self._rows[key].group.indexes:
                    review.reopen(index)
            self._changed()
            self._rows[key].begin()

    def _never_flagged(self, key: str) -> None:
        if (review := self._review) is not None:
            base = review.post.base
            places = [review.findings[index] for index in self._rows[key].group.indexes]
            self.never.emit(tuple(dict.fromkeys(base[place.start : place.end] for place in places)))
            self._kept(key)

    def _all_accepted(self) -> None:
        if self._review is not None and self._review.accept_all():
            self._changed()
            self.begin()

    def _answered(self, question: str, answer: str) -> None:
        if self._review is not None:
            self._review.answer(question, answer)
            self._changed()

    def _looked_at(self, key: str) -> None:
        if key not in self._rows:
            return
        self._mark_current(key)
        self.looked_at.emit(frozenset(self._rows[key].group.indexes))

    def _moved(self, key: str, step: int) -> None:
        keys = list(self._rows)
        self._go_to(self._rows[keys[min(max(0, keys.index(key) + step), len(keys) - 1)]])

    def _go_to(self, made: FindingRow) -> None:
        made.begin()
        # without the window's focus no row gets any, and it is the current one all the same
        self._looked_at(made.group.key)
        self._scroll.ensureWidgetVisible(made, 0, 24)

    def _mark_current(self, key: str) -> None:
        if self._current in self._rows and self._current != key:
            self._rows[self._current].set_current(False)
        self._current = key
        if key in self._rows:
            self._rows[key].set_current(True)

    def _decided(self, key: str) -> None:
        """After a decision the next open row is the current one; where none is left, the one just decided."""
        self._changed()
        keys = list(self._rows)
        at = keys.index(key) if key in keys else 0
        following = [self._rows[other] for other in (*keys[at + 1 :], *keys[:at])]
        opened = [made for made in following if made.group.state == "open"]
        if opened:
            self._go_to(opened[0])
        elif key in self._rows:
            self._go_to(self._rows[key])

    def _changed(self) -> None:
        self.refresh()
        self.decided.emit()
