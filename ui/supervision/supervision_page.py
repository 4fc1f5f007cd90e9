"""Supervision: what was planned and held, the hours, and beside it what is to be brought. Nobody is blamed here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from journal.errors import BadInput
from journal.model import Post
from journal.practice.supervision import PauseOutcome
from journal.practice.unfinished import Unfinished
from journal.practice_model import AgendaItem, Session
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.supervision.agenda_panel import AgendaPanel
from ui.supervision.arranging import Arranging
from ui.supervision.expectation_words import standing_words
from ui.supervision.facts import Codes, Facts, gather
from ui.supervision.log_table import LogTable
from ui.supervision.matter_dialog import HeardDialog, MatterDialog
from ui.supervision.overview import Figures, Notices
from ui.supervision.pause_dialog import PauseDialog
from ui.supervision.post_dialog import PostDialog
from ui.supervision.session_dialog import SessionDialog
from ui.supervision.store import SupervisionStore
from ui.supervision.summary_dialog import SummaryDialog
from ui.theme import Look
from ui.widgets.charts.hours import hours_card, show_hours
from ui.widgets.columns import Columns
from ui.widgets.day_words import checked_words
from ui.widgets.drawer import Drawer
from ui.widgets.first_stop import begin_first_at
from ui.widgets.flow import FlowLayout
from ui.widgets.page import Page, clear_column
from ui.widgets.parts import LINK_EDGE, button, column, flush, ground, hung, label, row, scrolled
from ui.widgets.removal import ask_removal
from ui.widgets.storing import Answered

_SIDE_PX = 372
#: From here on the buttons stand beside the heading.
_HEAD_FROM_PX = 520
#: What is seen above and below a session that the keyboard goes to.
_AROUND_PX = 12
#: Sessions listed before "Show all".
_LISTED = 12


class SupervisionPage(Page):
    """``entry_asked`` carries the id of an entry, ``file_asked`` an ``Outgoing``, ``post_made`` the id of a post to
    review, ``matter_stored`` an ``AgendaItem`` as it lies in the store now; ``said`` a line to show."""

    entry_asked = Signal(object)
    learning_asked = Signal()
    file_asked = Signal(object)
    post_made = Signal(object)
    matter_stored = Signal(object)
    changed = Signal()

    def __init__(
        self,
        look: Look,
        store: SupervisionStore,
        lane: Lane,
        *,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, lane, parent)
        self._store, self._today = store, today
        self._data = store.practice.data
        self.facts = Facts(today())
        self._all = False
        self._figures = Figures(look)
        self._notices = Notices(look)
        self._table = LogTable(look, self._data)
        self._nothing = label("", "second", wrap=True)
        self._show_all = button("", "link")
        self._expected = label("", "second", wrap=True)
        self._standings = label("", "", wrap=True)
        self._chart = hours_card(look)
        self.panel = AgendaPanel(look, self._data)
        self._arranging = Arranging(look, store, lane, self, today=today)
        self._lay_out()
        self._connect()
        self._show(self.facts)

    def load(self) -> None:
        """Read everything anew."""
        store, today = self._store, self._today()
        self._fetch(lambda: gather(store, today), self._read, topic="supervision")

    def empty(self) -> None:
        """Drop all text; part of locking."""
        self._show(Facts(self._today()))
        self._table.empty()
        self.panel.empty()
        self._chart.empty()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for the agenda beside the log, so that it becomes a drawer."""
        self.panel.close_button.setVisible(narrow)
        self._to_agenda.setVisible(narrow)
        self._drawer.set_narrow(narrow)

    def open_agenda(self) -> None:
        """Let the agenda be seen, where it is a drawer too, with the keyboard in it."""
        self._drawer.set_shown(True)
        self.panel.begin()

    def log_session(self, session: Session | None = None, *, again: bool = False) -> None:
        """Ask for a meeting, new unless one is given; ``again`` with what was typed in it before the journal locked."""
        dialog = SessionDialog(self._look, self._data, session or Session(), self._today(), self.window())
        dialog.saved.connect(lambda made: self._store_with(dialog, lambda: self._store.practice.save_session(made)))
        dialog.remove_asked.connect(lambda: self._ask_remove_session(dialog, session))
        if again:
            dialog.take_up()
        self._open(dialog)

    def bring(self, item: AgendaItem | None = None, *, again: bool = False, codes: Codes | None = None) -> MatterDialog:
        """Ask for a matter, new unless one is given; ``again`` as for ``log_session``.

        ``codes`` where the page itself may not have been read yet.
        """
        words = self._data.principle["alerts_nobody"]
        known = self.facts.codes if codes is None else codes
        dialog = MatterDialog(self._look, item or AgendaItem(), known, words, self._today(), parent=self.window())
        dialog.asked.connect(lambda: self._save_matter(dialog, dialog.item()))
        dialog.remove_asked.connect(lambda: self._remove_matter(dialog, item))
        if again:
            dialog.take_up()
        self._open(dialog)
        return dialog

    def take_up(self, form: Unfinished) -> None:
        """Open again a form that the journal locked over."""
        match form.kind:
            case "session":
                self.log_session(form.value, again=True)
            case "matter":
                self.bring(form.value, again=True)
            case "heard":
                self.hear(form.value, again=True)
            case "arrangement":
                self._arranging.ask_again(form.value)
            case "client_hours":
                self._arranging.ask_client_hours_again(form.value)
            case _:
                self._arranging.ask_expectation_again(form.value)

    # inside
    def _new_session(self) -> None:
        self.log_session()

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        column(self).addWidget(split)
        # filled where it stands (ui/widgets/parts.py)
        self._within = within = QWidget(split)
        self._area = scrolled(within, split)
        split.addWidget(self._area)
        box = column(within, margins=(40, 30, 40, 30), spacing=0)
        self._to_agenda = button(self.tr("Agenda"), name=self.tr("Open the agenda"))
        self._to_agenda.hide()
        summary = button(self.tr("Summary…"), name=self.tr("Summary for print, PDF and CSV"))
        log = button(self.tr("Log a session"), "primary")
        (heading, inside), buttons = clear_column(), QWidget()
        ground(buttons, "clear")
        inside.addWidget(label(self.tr("Supervision"), "title"))
        buttons.setLayout(row(self._to_agenda, summary, log))
        box.addWidget(Columns(self._look, heading, buttons, at=_HEAD_FROM_PX, shares=(1, 0), gap=12))
        box.addSpacing(14)
        box.addWidget(self._figures)
        box.addSpacing(14)
        box.addLayout(hung(self._notices))
        box.addSpacing(8)
        box.addWidget(self._nothing)
        box.addWidget(self._table)
        box.addLayout(flush(self._show_all))
        box.addSpacing(12)
        box.addWidget(self._expected)
        self._standings.setContentsMargins(0, 6, 0, 0)
        box.addWidget(self._standings)
        box.addSpacing(6)
        box.addWidget(label(self._data.principle["no_blame"], "second", wrap=True))
        box.addSpacing(4)
        box.addLayout(row(-LINK_EDGE, self._links()))
        box.addSpacing(20)
        box.addWidget(self._chart)
        box.addStretch(1)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([10_000, _SIDE_PX])
        begin_first_at(self, log)
        self._drawer = Drawer(self, split, self.panel)
        self._drawer.allow(True)
        summary.clicked.connect(self._ask_summary)
        log.clicked.connect(self._new_session)
        self._to_agenda.clicked.connect(self.open_agenda)

    def _links(self) -> QWidget:
        links = QWidget()
        ground(links, "clear")
        line = FlowLayout(links, gap=14)
        for words, asked in (
            (self.tr("Arrangement and expectations…"), self._ask_arrangement),
            (self.tr("Hours with clients…"), self._ask_client_hours),
            (self.tr("CPD and accounts"), self.learning_asked),
        ):
            made = button(words, "link")
            made.clicked.connect(asked)
            line.addWidget(made)
        return links

    def _connect(self) -> None:
        self._table.opened.connect(self.log_session)
        self._table.walked.connect(self._follow)
        self._arranging.stored.connect(self._stored)
        self._arranging.said.connect(self.said)
        self._arranging.let_go.connect(self.let_go)
        self._notices.dismissed.connect(self._dismiss)
        self._notices.summary_asked.connect(self._ask_summary)
        self._show_all.clicked.connect(self._show_every)
        self._chart.file_asked.connect(self.file_asked)
        self.panel.close_button.clicked.connect(self._drawer.close)
        self.panel.add_asked.connect(self.bring)
        self.panel.edit_asked.connect(self.bring)
        self.panel.heard_asked.connect(self.hear)
        self.panel.entry_asked.connect(self.entry_asked)
        self.panel.post_asked.connect(self._ask_post)
        self.panel.pause_asked.connect(self._ask_pause)
        self.panel.print_asked.connect(self._ask_agenda_page)

    def _read(self, facts: Facts) -> None:
        # nothing is laid out anew where nothing changed
        if facts != self.facts:
            self._show(facts)

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        self._figures.show_facts(facts)
        self._notices.show_notices(facts.notices)
        listed = facts.sessions if self._all else facts.sessions[:_LISTED]
        self._table.show_sessions(listed, facts.today, len(facts.agenda))
        self._table.setVisible(bool(facts.sessions))
        self._show_all.setVisible(len(listed) < len(facts.sessions))
        self._show_all.setText(self.tr("Show all %1").replace("%1", str(len(facts.sessions))))
        nothing = self.tr("Sessions that were planned, held, moved or cut short are noted here. Log the first one.")
        self._nothing.setText(nothing)
        self._nothing.setVisible(not facts.sessions)
        self._expected.setText(self._expected_words(facts))
        ids = {one.id for one in facts.chosen}
        beside = [standing_words(one) for one in facts.standings if one.expectation in ids]
        self._standings.setText("\n".join(dict.fromkeys(beside)))
        self._standings.setVisible(bool(beside))
        self.panel.show_facts(facts)
        show_hours(self._chart, facts.months, facts.wanted_minutes)

    def _expected_words(self, facts: Facts) -> str:
        if not facts.chosen:
            return self.tr("No expectation is set against these hours. You can choose one below.")
        one = facts.chosen[0]
        if one.checked_on:
            words = self.tr("Expectation shown: %1. %2 Checked %3; yours to edit.")
        else:
            words = self.tr("Expectation shown: %1. %2 Not checked at its source; yours to edit.")
        return words.replace("%1", one.body).replace("%2", one.text).replace("%3", checked_words(one.checked_on))

    def _show_every(self) -> None:
        self._all = True
        had = self._table.rowCount()
        # before the button goes: the keyboard goes to the first of those that it showed
        self._table.setFocus()
        self._show(self.facts)
        # once they have their places
        QTimer.singleShot(0, self, lambda: self._table.setCurrentCell(had, 0))

    def _follow(self, place: QRect) -> None:
        """What the keyboard went to in the table is seen."""
        for at in (place.topLeft(), place.bottomLeft()):
            there = self._table.mapTo(self._within, at)
            self._area.ensureVisible(self._area.horizontalScrollBar().value(), there.y(), 0, _AROUND_PX)

    def _store_with(self, dialog: Answered, call: Callable[[], object]) -> None:
        self._answer_form(dialog, call, self._stored)

    def _stored(self, _: object = None) -> None:
        self.load()
        self.changed.emit()

    def _ask_remove_session(self, dialog: SessionDialog, session: Session | None) -> None:
        id = session.id if session is not None else None
        if id is None:
            return
        ask_removal(
            dialog,
            self.tr("Remove this session"),
            self.tr("Remove this session from the log?"),
            self.tr("What it heard stays on the agenda’s list."),
            removed=lambda: self._store_with(dialog, lambda: self._store.practice.remove_session(id)),
        )

    def _save_matter(self, dialog: Any, item: AgendaItem) -> None:
        def stored(made: AgendaItem) -> None:
            self._stored()
            self.matter_stored.emit(made)

        self._answer_form(dialog, lambda: self._store.practice.save_agenda_item(item), stored)

    def _remove_matter(self, dialog: MatterDialog, item: AgendaItem | None) -> None:
        id = item.id if item is not None else None
        if id is not None:
            self._store_with(dialog, lambda: self._store.practice.remove_agenda_item(id))

    def hear(self, item: AgendaItem, *, again: bool = False) -> None:
        """Ask what came back; ``again`` as for ``log_session``."""
        dialog = HeardDialog(self._look, item, self._today(), parent=self.window())
        if again:
            dialog.take_up()
        dialog.asked.connect(lambda: self._save_matter(dialog, dialog.item()))
        self._open(dialog)

    def _ask_post(self, item: AgendaItem) -> None:
        """A post of the matter's entry and of what came back: reviewed before anything leaves, as every post."""
        practice, id = self._store.practice, item.id
        if id is None:
            return
        dialog = PostDialog(self._look, item, self.window())

        def done(post: Post) -> None:
            dialog.accept()
            self.post_made.emit(post.id)

        def failed(error: Exception) -> None:
            dialog.failed(self._no_post_words() if isinstance(error, BadInput) else error_words(error))

        def make() -> None:
            whole = dialog.whole
            self._lane.run(
                lambda: practice.heard_post(id, whole=whole), owner=dialog, done=done, failed=failed, work=Work.WRITE
            )

        dialog.asked.connect(make)
        self._open(dialog)

    def _no_post_words(self) -> str:
        return self.tr("The sentence no longer stands in the entry as it was marked. You can take the whole entry.")

    def _ask_pause(self) -> None:
        dialog = PauseDialog(self._look, self._data.pause, self.window())

        def bring(outcome: PauseOutcome) -> None:
            dialog.accept()
            self.bring(AgendaItem(title=self._data.pause.title, why=" ".join(outcome.questions), not_sure=True))

        dialog.bring_asked.connect(bring)
        self._open(dialog)

    def _ask_arrangement(self) -> None:
        self._arranging.ask(self.facts)

    def _ask_client_hours(self) -> None:
        self._arranging.ask_client_hours(self.facts)

    def _ask_summary(self) -> None:
        dialog = SummaryDialog(self._look, self._data, self._today(), self.window())
        dialog.wanted.connect(
            lambda form, first, last: self._read_for(dialog, lambda: self._store.practice.summary(form, first, last))
        )
        dialog.file_asked.connect(self.file_asked)
        dialog.ask()
        dialog.open()

    def _ask_agenda_page(self) -> None:
        dialog = SummaryDialog(self._look, None, self._today(), self.window())
        dialog.file_asked.connect(self.file_asked)
        today = self._today()
        self._read_for(dialog, lambda: self._store.practice.agenda_page(today))
        dialog.open()

    def _read_for(self, dialog: SummaryDialog, call: Callable[[], Any]) -> None:
        self._lane.run(call, owner=dialog, topic="summary", done=dialog.show_summary, failed=self._failed)

    def _dismiss(self, occurrence: str) -> None:
        practice = self._store.practice
        self._write(lambda: practice.dismiss_notice(occurrence), lambda _: self.load())
