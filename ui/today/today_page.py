"""Today: one quiet page to begin from. It offers and never asks for anything; nothing on it counts days in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.model import KINDS, Heading
from journal.practice.prompts import Library
from journal.practice.unfinished import Unfinished
from journal.practice_model import DayClose
from ui.jobs import Lane
from ui.text import counted
from ui.theme import Look
from ui.today.cards import AgendaCard, CheckInCard, EarlierCard, PromptCard
from ui.today.closing import ClosingDialog
from ui.today.facts import TodayFacts, gather
from ui.today.kind_card import KindCard
from ui.today.store import TodayStore
from ui.widgets.day_words import lately, long_day
from ui.widgets.first_stop import begin_at
from ui.widgets.page import Page, clear_column, in_the_middle, two_columns
from ui.widgets.parts import LINK_EDGE, button, flush, label, row
from ui.widgets.rows import RowButton, has_keyboard, refilled
from ui.widgets.titles import title_of

_NOON, _EVENING = 12, 17
_IN_A_ROW = 3
#: Kinds of entry whose questions are asked here, in turn.
_ASKED_OF = ("relationship", "supervisee", "relationship", "wellbeing")


class TodayPage(Page):
    """Signals say what was asked; ``new_asked`` carries a kind, ``write_asked`` kind, prompt id and quotation."""

    new_asked = Signal(str)
    model_asked = Signal()
    write_asked = Signal(str, str, str)
    opened = Signal(object)
    agenda_asked = Signal()
    check_in_asked = Signal()
    back_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        look: Look,
        store: TodayStore,
        lane: Lane,
        library: Library,
        *,
        now: Callable[[], dt.datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, lane, parent)
        self._store, self._now = store, now
        self._kinds = {kind.id: kind.name for kind in library.kinds}
        self._asked = 0
        self._day = label("", "second")
        self._greeting = label("", "greeting")
        self._one_thing = label("", "second", wrap=True)
        self._lately, self._lately_rows = clear_column()
        self._prompt = PromptCard(library)
        self._agenda = AgendaCard()
        self._check_in = CheckInCard()
        self._earlier = EarlierCard(look)
        self._lay_out()
        self._connect()
        self._greet()
        self.empty()

    def load(self) -> None:
        """Read what waits; the question stays until another is asked for."""
        self._greet()
        store, today = self._store, self._now().date()
        self._fetch(lambda: gather(store, today), self._show, topic="today")
        if self._prompt.prompt is None:
            self._ask()

    def empty(self) -> None:
        """Drop all text; part of locking."""
        self._show(TodayFacts(self._now().date()))
        self._prompt.show_prompt(None)

    def end_day(self, began: DayClose | None = None) -> None:
        """Ask what to put down; ``began`` was typed before the journal locked over it."""
        dialog = ClosingDialog(self._look, self._now().date(), self.window())
        if began is not None:
            dialog.fill(began)
        dialog.closed.connect(self._close_day)
        self._open(dialog)

    def take_up(self, form: Unfinished) -> None:
        """Open the end of a day again that the journal locked over."""
        self.end_day(form.value)

    # inside
    def _end(self) -> None:
        self.end_day()

    def _lay_out(self) -> None:
        # room at both sides for the ring around a link whose words stand in line with the cards
        ring = 2 * LINK_EDGE
        sides = (40 - LINK_EDGE, 40, 40 - LINK_EDGE, 40)
        _, box = in_the_middle(self, self._look, 1240 + ring, spacing=0, margins=sides)
        columns, there, beside = two_columns(
            self._look,
            at=790,
            shares=(22, 10),
            gap=36 - ring,
            spacings=(2, 12),
            margins=(LINK_EDGE, 0, LINK_EDGE, 0),
        )
        box.addWidget(columns)
        there.addWidget(self._day)
        there.addWidget(self._greeting)
        there.addWidget(label(self.tr("Begin anywhere. One honest sentence is a complete entry."), "lead", wrap=True))
        there.addWidget(self._one_thing)
        there.addSpacing(14)
        there.addLayout(self._kind_cards())
        from_model = button(self.tr("Begin from a reflective model…"), "link")
        from_model.clicked.connect(self.model_asked)
        there.addSpacing(4)
        there.addLayout(flush(from_model))
        there.addSpacing(18)
        self._lately_head = row(label(self.tr("Lately"), "section"), None, self._back_link(), -LINK_EDGE)
        there.addLayout(self._lately_head)
        there.addSpacing(2)
        there.addWidget(self._lately)
        there.addSpacing(26)
        end = button(self.tr("End the day"), name=self.tr("End the day: put down, one thing for tomorrow, lock"))
        end.clicked.connect(self._end)
        what = label(self.tr("Put down, one thing for tomorrow, lock."), "second", wrap=True)
        line = row(end, what, spacing=14)
        line.setStretch(1, 1)
        there.addLayout(line)
        for part in (self._prompt, self._agenda, self._check_in, self._earlier):
            beside.addWidget(part)
        there.addStretch(1)
        beside.addStretch(1)

    def _back_link(self) -> QWidget:
        back = button(self.tr("Looking back"), "link")
        back.clicked.connect(self.back_asked)
        return back

    def _kind_cards(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        words = self._kind_words()
        for at, kind in enumerate(KINDS):
            made = KindCard(self._look, kind, *words[kind])
            made.clicked.connect(lambda _=False, kind=kind: self.new_asked.emit(kind))
            if not at:
                begin_at(self, made)
            grid.addWidget(made, at // _IN_A_ROW, at % _IN_A_ROW)
        for at in range(_IN_A_ROW):
            grid.setColumnStretch(at, 1)
        return grid

    def _kind_words(self) -> dict[str, tuple[str, str]]:
        return {
            "relationship": (self.tr("Therapeutic relationship"), self.tr("What happened between you")),
            "supervisee": (self.tr("Supervision"), self.tr("Received, missed, needed")),
            "supervisor": (self.tr("Supervising"), self.tr("Given, and what it asked")),
            "wellbeing": (self.tr("Burnout and wellbeing"), self.tr("Energy, distance, strain")),
            "dilemma": (self.tr("Dilemma"), self.tr("What they want, what is allowed")),
            "free": (self.tr("Free writing"), self.tr("No subject given")),
        }

    def _connect(self) -> None:
        self._prompt.write_asked.connect(self.write_asked)
        self._prompt.another_asked.connect(self._ask)
        self._agenda.opened.connect(self.agenda_asked)
        self._check_in.asked.connect(self.check_in_asked)
        self._earlier.opened.connect(self.opened)
        self._earlier.put_away.connect(self._not_today)

    def _greet(self) -> None:
        now = self._now()
        self._day.setText(long_day(now.date(), year=False))
        if now.hour < _NOON:
            words = self.tr("Good morning.")
        else:
            words = self.tr("Good afternoon.") if now.hour < _EVENING else self.tr("Good evening.")
        self._greeting.setText(words)

    def _show(self, facts: TodayFacts) -> None:
        with refilled(self._lately):
            for heading in facts.lately:
                self._lately_rows.addWidget(self._row(heading, facts.today))
            if not facts.lately:
                self._lately_rows.addWidget(label(self.tr("Nothing here yet. Begin anywhere."), "second", wrap=True))
        self._one_thing.setText(self.tr("You left yourself one thing: %1").replace("%1", facts.one_thing))
        self._one_thing.setVisible(bool(facts.one_thing))
        self._agenda.show_facts(facts)
        self._check_in.setVisible(facts.check_in_due)
        self._earlier.show_headings(facts.earlier)

    def _row(self, heading: Heading, today: dt.date) -> RowButton:
        remark = lately(heading.day, today)
        if heading.day == today:
            remark += ", " + counted(heading.words, self.tr("1 word"), self.tr("%n words"))
        title = title_of(heading)
        name = f"{title}, {self._kinds.get(heading.kind, '')}, {remark}"
        made = RowButton(self._look, title, remark, dot=heading.kind, name=name)
        made.clicked.connect(lambda _=False: self.opened.emit(heading.id))
        return made

    def _ask(self) -> None:
        store, but_not = self._store, () if self._prompt.prompt is None else (self._prompt.prompt.id,)
        kind = _ASKED_OF[self._asked % len(_ASKED_OF)]
        self._asked += 1
        # asking writes down that the prompt was shown
        self._write(lambda: store.prompt(kind, but_not=but_not), self._prompt.show_prompt)

    def _not_today(self) -> None:
        store, today = self._store, self._now().date()
        self._write(lambda: store.looking_back.not_today(today), self._put_away)

    def _put_away(self, _: object) -> None:
        if has_keyboard(self._earlier):
            # it is the last on the page: the keyboard would begin anew at the rail
            self._prompt.begin.setFocus()
        self._earlier.show_headings(())

    def _close_day(self, close: DayClose, lock: bool) -> None:
        store = self._store
        if not close.put_down and not close.tomorrow:
            self._closed(lock=lock)
            return
        self._write(lambda: store.wellbeing.close_day(close), lambda _: self._closed(lock=lock))

    def _closed(self, *, lock: bool) -> None:
        if lock:
            self.lock_asked.emit()
        else:
            self.said.emit(self.tr("Put down."))
