"""Learning: CPD activities with their hours, and reflective accounts that become posts and pass the review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from journal.errors import BadInput
from journal.practice.summaries import Summary, to_csv
from journal.practice.unfinished import Unfinished
from journal.practice_model import ACCOUNT_FORMS, Account, CpdActivity
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.learning.account_dialog import AccountDialog
from ui.learning.activity_dialog import ActivityDialog
from ui.learning.passage_dialog import PassageDialog
from ui.learning.store import LearningStore
from ui.theme import Look
from ui.widgets.day_words import figure, full_date
from ui.widgets.first_stop import begin_first_at
from ui.widgets.outgoing import Format, Outgoing
from ui.widgets.page import Page, clear_column, in_the_middle, two_columns
from ui.widgets.paper import Paper
from ui.widgets.parts import button, card, label, row
from ui.widgets.rows import RowButton, refilled
from ui.widgets.steady import name_choice, steady
from ui.widgets.storing import Answered

_WIDE_PX, _COLUMNS_FROM_PX = 1180, 760


@dataclass(frozen=True, slots=True)
class Facts:
    """One reading."""

    activities: tuple[CpdActivity, ...] = field(default=(), repr=False)
    accounts: tuple[Account, ...] = field(default=(), repr=False)


class LearningPage(Page):
    """``post_made`` carries the id of a post to review; ``file_asked`` an ``Outgoing``; ``said`` a line to show."""

    post_made = Signal(object)
    file_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        store: LearningStore,
        lane: Lane,
        *,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, lane, parent)
        self._store, self._today = store, today
        self.facts = Facts()
        self._year = steady(QComboBox())
        name_choice(self._year, self.tr("Year"))
        self._sum = label("", "second", wrap=True)
        (self._activities, _), (self._accounts, _) = clear_column(), clear_column()
        self._lay_out()
        self._year.currentIndexChanged.connect(self._show_activities)
        self._show(self.facts)

    def load(self) -> None:
        """Read everything anew."""
        learning = self._store.learning
        self._fetch(
            lambda: Facts(tuple(learning.activities()), tuple(learning.accounts())), self._show, topic="learning"
        )

    def empty(self) -> None:
        """Drop all text; part of locking."""
        self._show(Facts())

    # inside
    def _lay_out(self) -> None:
        _, box = in_the_middle(self, self._look, _WIDE_PX, spacing=4)
        columns, there, beside = two_columns(self._look, at=_COLUMNS_FROM_PX, shares=(1, 1))
        box.addWidget(label(self.tr("CPD and accounts"), "title"))
        about = self.tr("CPD as your body counts it, and reflective accounts in its headings.")
        box.addWidget(label(about, "second", wrap=True))
        box.addSpacing(12)
        box.addWidget(columns)
        there.addWidget(self._activities_card())
        there.addStretch(1)
        beside.addWidget(self._accounts_card())
        beside.addStretch(1)

    def _activities_card(self) -> QFrame:
        frame, inside = card(spacing=8)
        self._add = add = button(self.tr("Add an activity"), "primary")
        keep = button(self.tr("Save list…"), name=self.tr("Save list of activities as PDF or CSV"))
        add.clicked.connect(self._new_activity)
        begin_first_at(self, add)
        keep.clicked.connect(self._ask_file)
        inside.addLayout(row(label(self.tr("CPD activities"), "strong"), None, keep, add, spacing=6))
        inside.addLayout(row(self._year, self._sum, spacing=10))
        inside.addWidget(self._activities)
        return frame

    def _accounts_card(self) -> QFrame:
        frame, inside = card(spacing=8)
        self._new = new = button(self.tr("New account"), name=self.tr("New reflective account"))
        new.clicked.connect(self._new_account)
        inside.addLayout(row(label(self.tr("Reflective accounts"), "strong"), None, new))
        words = self.tr(
            "Built from chosen passages in the headings of the NMC or the HCPC; reviewed before any export."
        )
        inside.addWidget(label(words, "second", wrap=True))
        inside.addWidget(self._accounts)
        return frame

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        years = sorted({one.day.year for one in facts.activities} | {self._today().year}, reverse=True)
        chosen = self._year.currentData()
        self._year.blockSignals(True)
        self._year.clear()
        for year in years:
            self._year.addItem(str(year), year)
        self._year.addItem(self.tr("All years"), None)
        self._year.setCurrentIndex(max(0, self._year.findData(chosen)) if chosen is not None else 0)
        self._year.blockSignals(False)
        self._show_activities()
        self._show_accounts()

    def _chosen(self) -> list[CpdActivity]:
        year = self._year.currentData()
        return [one for one in self.facts.activities if year is None or one.day.year == year]

    def _show_activities(self) -> None:
        box = self._activities.layout()
        assert box is not None
        chosen = self._chosen()
        with refilled(self._activities, self._add):
            for one in chosen:
                remark = f"{figure(one.minutes / 60, 2)} h · {full_date(one.day)}"
                made = RowButton(self._look, one.title, remark)
                made.clicked.connect(lambda _=False, one=one: self.ask_activity(one))
                box.addWidget(made)
            if not chosen:
                box.addWidget(label(self.tr("Nothing noted for this time yet."), "second", wrap=True))
        hours = sum(one.minutes for one in chosen) / 60
        shared = sum(one.minutes for one in chosen if one.participatory) / 60
        words = self.tr("%1 h, of them %2 h participatory")
        self._sum.setText(words.replace("%1", figure(hours)).replace("%2", figure(shared)))

    def _show_accounts(self) -> None:
        box = self._accounts.layout()
        assert box is not None
        with refilled(self._accounts, self._new):
            for one in self.facts.accounts:
                title = one.title or self.tr("Untitled")
                made = RowButton(self._look, title, full_date(one.day))
                made.clicked.connect(lambda _=False, one=one: self._ask_account(one))
                box.addWidget(made)
            if not self.facts.accounts:
                box.addWidget(label(self.tr("None begun yet."), "second", wrap=True))

    def _new_activity(self) -> None:
        self.ask_activity(CpdActivity(None, self._today(), "", 60))

    def ask_activity(self, activity: CpdActivity, *, again: bool = False) -> None:
        """Ask for an activity; ``again`` with what was typed in it before the journal locked."""
        dialog = ActivityDialog(self._look, activity, self.window())
        if again:
            dialog.take_up()
        learning = self._store.learning

        def save() -> None:
            made = dialog.activity()
            if not made.title:
                dialog.failed(self.tr("A few words for what it was are needed."), dialog.title)
            else:
                self._write_with(dialog, lambda: learning.save_activity(made))

        def remove() -> None:
            id = activity.id
            if id is not None:
                self._write_with(dialog, lambda: learning.remove_activity(id))

        dialog.asked.connect(save)
        dialog.remove_asked.connect(remove)
        self._open(dialog)

    def take_up(self, form: Unfinished) -> None:
        """Open again a form that was left, or that the journal locked over."""
        if form.kind == "account":
            self._ask_account(form.value, again=True)
        else:
            self.ask_activity(form.value, again=True)

    def _new_account(self) -> None:
        self._ask_account(Account(None, ACCOUNT_FORMS[0], "", self._today()))

    def _ask_account(self, account: Account, *, again: bool = False) -> None:
        dialog = AccountDialog(self._look, account, self._store.learning.models, self.window())
        if again:
            dialog.take_up()
        learning = self._store.learning

        def remove() -> None:
            id = account.id
            if id is not None:
                self._write_with(dialog, lambda: learning.remove_account(id))

        def to_post() -> None:
            made = dialog.account()

            def make() -> Any:
                stored = learning.save_account(made)
                assert stored.id is not None
                return learning.account_post(stored.id).id

            self._write_with(dialog, make, done=self.post_made.emit)

        def choose(section: str) -> None:
            over = PassageDialog(self._look, self._store, self._lane, section, dialog)
            over.chosen.connect(dialog.add_passage)
            over.open()

        dialog.asked.connect(lambda: self._write_with(dialog, lambda: learning.save_account(dialog.account())))
        dialog.remove_asked.connect(remove)
        dialog.post_asked.connect(to_post)
        dialog.passage_asked.connect(choose)
        self._open(dialog)

    def _write_with(
        self, dialog: Answered, call: Callable[[], Any], *, done: Callable[[Any], None] | None = None
    ) -> None:
        def stored(answer: Any) -> None:
            self.load()
            if done is not None:
                done(answer)

        def words(error: Exception) -> str:
            return self.tr("Nothing is written in it yet.") if isinstance(error, BadInput) else error_words(error)

        self._answer_form(dialog, call, stored, words)

    def _ask_file(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self.said.emit(self.tr("There is nothing to save for this time."))
            return
        first, last = min(one.day for one in chosen), max(one.day for one in chosen)
        learning = self._store.learning
        self._fetch(lambda: learning.activity_list(first, last), self._offer_file)

    def _offer_file(self, made: Summary) -> None:
        formats = (
            Format("pdf", self.tr("Page (PDF)"), Paper(made).pdf),
            Format("csv", self.tr("Table (CSV)"), lambda: to_csv(made).encode("utf-8-sig")),
        )
        note = self.tr(
            "People of your register stand in it by code alone. Read it through before it leaves your hands."
        )
        self.file_asked.emit(Outgoing(self.tr("Save the list of activities"), "cpd", formats, note))
