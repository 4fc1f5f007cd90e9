"""Looking back: a calendar of what was written, this day of earlier years, threads, and the person's own numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from journal.model import Heading
from journal.practice.unfinished import Unfinished
from journal.practice_model import DayWritten, Statistics, Thread
from ui.jobs import Lane
from ui.looking_back.facts import Facts, gather, of_day
from ui.looking_back.month_grid import MonthGrid
from ui.looking_back.store import BackStore
from ui.looking_back.thread_dialog import ThreadDialog
from ui.text import counted
from ui.theme import Look
from ui.widgets.charts.writing import writing_card, writing_year
from ui.widgets.day_words import full_date, long_day, month_words
from ui.widgets.first_stop import begin_first_at
from ui.widgets.page import Page, clear_column, in_the_middle, two_columns
from ui.widgets.parts import LINK_EDGE, button, card, flush, ground, icon_button, label, row
from ui.widgets.rows import RowButton, clear, refilled
from ui.widgets.titles import title_of

_WIDE_PX, _COLUMNS_FROM_PX = 1180, 760


class LookingBackPage(Page):
    """``opened`` carries the id of an entry; ``file_asked`` an ``Outgoing``; ``said`` a line to show."""

    opened = Signal(object)
    file_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        store: BackStore,
        lane: Lane,
        *,
        kinds: Mapping[str, str],
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, lane, parent)
        self._store, self._today = store, today
        self._kinds = kinds
        self.facts = Facts(today())
        self._calendar = MonthGrid(look, today())
        self._month = label("", "strong")
        self._day_head = label("", "section")
        self._day_rows, self._earlier_rows, self._out_rows, self._thread_rows = (clear_column()[0] for _ in range(4))
        self._no_earlier = label(self.tr("Nothing from this day in earlier years."), "second", wrap=True)
        self._to_out = button("", "link")
        self._on = QCheckBox(self.tr("Show entries of this day in earlier years"))
        self._numbers = label("", "", wrap=True)
        self._year = writing_card(look)
        # by day, with those of months that lie before the past year and were turned to
        self._written_on: dict[dt.date, DayWritten] = {}
        self._before = button(
            self.tr("Previous entry"), "link", name=self.tr("Previous entry: the last day you wrote before")
        )
        self._after = button(self.tr("Next entry"), "link", name=self.tr("Next entry: the first day you wrote after"))
        self._lay_out()
        begin_first_at(self, self._calendar)
        self._connect()
        self._show(self.facts)

    def load(self) -> None:
        """Read everything anew."""
        store, today = self._store, self._today()
        self._fetch(lambda: gather(store, today), self._show, topic="back")
        self._choose_day()

    def empty(self) -> None:
        """Drop all text; part of locking."""
        self._show(Facts(self._today()))
        for holder in (self._day_rows, self._earlier_rows, self._out_rows, self._thread_rows):
            clear(holder)
        self._year.empty()

    def take_up(self, form: Unfinished) -> None:
        """Open again a thread that the journal locked over, without the entries that were taken out of it."""
        thread: Thread = form.value
        back, id = self._store.looking_back, thread.id

        def show(headings: Sequence[Heading]) -> None:
            self._ask_thread(thread, [one for one in headings if one.id in thread.entry_ids], again=True)

        if id is None:
            show(())
        else:
            self._fetch(lambda: back.thread_entries(id), show)

    # inside
    def _lay_out(self) -> None:
        _, box = in_the_middle(self, self._look, _WIDE_PX, spacing=16)
        box.addWidget(label(self.tr("Looking back"), "title"))
        columns, there, beside = two_columns(self._look, at=_COLUMNS_FROM_PX, shares=(3, 2))
        box.addWidget(columns)
        there.addWidget(self._calendar_card())
        there.addWidget(self._year)
        there.addStretch(1)
        for part in (self._threads_card(), self._earlier_card(), self._numbers_card()):
            beside.addWidget(part)
        beside.addStretch(1)

    def _calendar_card(self) -> QFrame:
        frame, inside = card(spacing=8)
        earlier = icon_button(self._look, "arrow-left", self.tr("The month before"))
        later = icon_button(self._look, "arrow-right", self.tr("The month after"))
        earlier.clicked.connect(lambda: self._calendar.turn(-1))
        later.clicked.connect(lambda: self._calendar.turn(1))
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        inside.addLayout(row(self._month, None, self._before, self._after, earlier, later, spacing=2))
        inside.addWidget(self._calendar)
        inside.addWidget(self._day_head)
        inside.addWidget(self._day_rows)
        return frame

    def _earlier_card(self) -> QFrame:
        frame, inside = card(spacing=8)
        inside.addWidget(label(self.tr("On this day"), "strong"))
        inside.addWidget(self._on)
        off = self.tr("Off unless you want it: what was hard should not come up unasked. Any entry can be left out.")
        inside.addWidget(label(off, "hint", wrap=True))
        inside.addWidget(self._no_earlier)
        inside.addWidget(self._earlier_rows)
        inside.addLayout(flush(self._to_out))
        inside.addWidget(self._out_rows)
        self._out_rows.hide()
        return frame

    def _threads_card(self) -> QFrame:
        frame, inside = card(spacing=8)
        self._new = new = button(self.tr("New thread…"), "link")
        new.clicked.connect(self._new_thread)
        inside.addLayout(row(label(self.tr("Threads"), "strong"), None, new, -LINK_EDGE))
        inside.addWidget(self._thread_rows)
        return frame

    def _numbers_card(self) -> QFrame:
        frame, inside = card(spacing=8)
        inside.addWidget(label(self.tr("In your own numbers"), "strong"))
        inside.addWidget(self._numbers)
        inside.addWidget(label(self.tr("Nothing here is a target."), "hint"))
        return frame

    def _connect(self) -> None:
        self._calendar.chosen.connect(self._choose_day)
        self._calendar.turned.connect(self._read_month)
        self._calendar.entered.connect(self._to_day)
        self._on.clicked.connect(self._switch)
        self._to_out.clicked.connect(self._show_left_out)
        self._year.file_asked.connect(self.file_asked)

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        self._calendar.set_today(facts.today)
        self._written_on = {one.day: one for one in facts.written}
        self._show_written()
        self._on.setChecked(facts.on_this_day)
        self._fill(self._earlier_rows, facts.earlier, days=True, beside=self._away_button)
        self._no_earlier.setVisible(facts.on_this_day and not facts.earlier)
        self._fill(self._out_rows, facts.left_out, days=True, beside=self._back_button)
        self._to_out.setVisible(bool(facts.left_out))
        self._out_rows.setVisible(bool(facts.left_out) and not self._out_rows.isHidden())
        entries = counted(len(facts.left_out), self.tr("1 entry is left out"), self.tr("%n entries are left out"))
        self._to_out.setText(entries)
        self._to_out.setAccessibleName(entries)
        self._show_threads(facts.threads)
        self._numbers.setText(self._number_words(facts.numbers))
        self._year.show_chart(writing_year(facts.written, facts.today))

    def _show_threads(self, threads: Sequence[Thread]) -> None:
        box = self._thread_rows.layout()
        assert box is not None
        with refilled(self._thread_rows, self._new):
            for thread in threads:
                entries = counted(len(thread.entry_ids), self.tr("1 entry"), self.tr("%n entries"))
                made = RowButton(self._look, thread.name, entries)
                made.clicked.connect(lambda _=False, thread=thread: self._open_thread(thread))
                box.addWidget(made)
            if not threads:
                words = self.tr("Follow a theme over time, such as rescuing, boundaries or endings.")
                box.addWidget(label(words, "second", wrap=True))

    def _fill(
        self,
        holder: QWidget,
        headings: Sequence[Heading],
        *,
        days: bool,
        beside: Callable[[Heading], QWidget] | None = None,
    ) -> None:
        """A row an entry; ``beside`` makes the button at its end."""
        box = holder.layout()
        assert box is not None
        with refilled(holder, self._on if beside is not None else self._calendar):
            for heading in headings:
                title = title_of(heading)
                remark = str(heading.day.year) if days else self._kinds.get(heading.kind, "")
                made = RowButton(self._look, title, remark, dot=heading.kind)
                made.clicked.connect(lambda _=False, id=heading.id: self.opened.emit(id))
                if beside is None:
                    box.addWidget(made)
                    continue
                line = QWidget()
                ground(line, "clear")
                line.setLayout(row(made, beside(heading), spacing=4))
                box.addWidget(line)

    def _away_button(self, heading: Heading) -> QWidget:
        title = title_of(heading)
        made = icon_button(self._look, "x", self.tr("Never show here: %1").replace("%1", title))
        made.clicked.connect(lambda: self._leave_out(heading.id, out=True))
        return made

    def _back_button(self, heading: Heading) -> QWidget:
        title = title_of(heading)
        made = icon_button(self._look, "undo-2", self.tr("Show here again: %1").replace("%1", title))
        made.clicked.connect(lambda: self._leave_out(heading.id, out=False))
        return made

    def _show_left_out(self) -> None:
        self._out_rows.setVisible(self._out_rows.isHidden())

    def _choose_day(self) -> None:
        day, store = self._calendar.day, self._store
        self._month.setText(month_words(day))
        self._day_head.setText(long_day(day))
        self._show_steps()
        self._fetch(lambda: of_day(store, day), self._show_day, topic="day")

    def _show_day(self, headings: Sequence[Heading]) -> None:
        self._fill(self._day_rows, headings, days=False)
        box = self._day_rows.layout()
        if not headings and box is not None:
            box.addWidget(label(self.tr("Nothing written about this day."), "second", wrap=True))

    def _to_day(self) -> None:
        first = self._day_rows.findChild(RowButton)
        if first is not None:
            first.setFocus()

    def _show_written(self) -> None:
        self._calendar.show_written(self._written_on)
        self._show_steps()

    def _show_steps(self) -> None:
        """A step that leads nowhere is not offered; the keyboard does not go with it."""
        day, numbers = self._calendar.day, self.facts.numbers
        steps = {
            self._before: numbers.first_day is not None and numbers.first_day < day,
            self._after: numbers.last_day is not None and numbers.last_day > day,
        }
        for step, there in steps.items():
            if not there and step.hasFocus():
                self._calendar.setFocus()
            step.setEnabled(there)

    def _read_month(self, first: dt.date) -> None:
        """A month that lies before the past year is read when it is turned to."""
        back, last = self._store.looking_back, first + dt.timedelta(days=41)
        self._fetch(
            lambda: back.days(first - dt.timedelta(days=7), last),
            self._add_days,
            topic="month",
        )

    def _add_days(self, days: Sequence[DayWritten]) -> None:
        self._written_on.update({one.day: one for one in days})
        self._show_written()

    def _step(self, step: int) -> None:
        present, back, one = self._calendar.day, self._store.looking_back, dt.timedelta(days=1)
        # of the past year every day is known, of what lies before only the months that were turned to
        year = [written.day for written in self.facts.written]
        known = [day for day in year if (day > present if step > 0 else day < present)]
        if known and year[0] <= present:
            self._calendar.go(known[0] if step > 0 else known[-1])
            return

        def read() -> dt.date | None:
            days = back.days(present + one, dt.date.max) if step > 0 else back.days(dt.date.min, present - one)
            return days[0 if step > 0 else -1].day if days else None

        def go(day: dt.date | None) -> None:
            if day is not None and self._calendar.day == present:
                self._calendar.go(day)

        self._fetch(read, go, topic="step")

    def _number_words(self, numbers: Statistics) -> str:
        if not (numbers.entries or numbers.sessions_held or numbers.agenda_raised):
            return self.tr("Nothing written yet.")
        lines = [
            counted(numbers.entries, self.tr("1 entry"), self.tr("%n entries"))
            + ", "
            + counted(numbers.words, self.tr("1 word"), self.tr("%n words"))
            + ", "
            + counted(numbers.days_written, self.tr("on 1 day"), self.tr("on %n days"))
        ]
        if numbers.first_day is not None:
            lines.append(self.tr("Since %1").replace("%1", full_date(numbers.first_day)))
        written = {kind: entries for kind, entries, _ in numbers.by_kind}
        # in the order in which kinds are offered everywhere, whatever was written most; ones of a later version last
        lines += [
            f"{self._kinds.get(kind, kind)} – {counted(entries, self.tr('1 entry'), self.tr('%n entries'))}"
            for kind in (*self._kinds, *(kind for kind in written if kind not in self._kinds))
            if (entries := written.get(kind, 0))
        ]
        if numbers.sessions_held:
            lines.append(counted(numbers.sessions_held, self.tr("1 session held"), self.tr("%n sessions held")))
        if numbers.agenda_raised:
            raised = counted(numbers.agenda_raised, self.tr("1 matter raised"), self.tr("%n matters raised"))
            lines.append(raised + ", " + self.tr("%1 heard").replace("%1", str(numbers.agenda_closed)))
        return "\n".join(lines)

    def _switch(self, on: bool) -> None:
        wellbeing = self._store.wellbeing
        self._write(lambda: wellbeing.set_choices(replace(wellbeing.choices(), on_this_day=on)), self._written)

    def _leave_out(self, entry_id: UUID, *, out: bool) -> None:
        self._write(lambda: self._store.looking_back.leave_out(entry_id, out=out), self._written)

    def _new_thread(self) -> None:
        self._ask_thread(Thread(None, ""), ())

    def _open_thread(self, thread: Thread) -> None:
        back, id = self._store.looking_back, thread.id
        if id is not None:
            self._fetch(lambda: back.thread_entries(id), lambda headings: self._ask_thread(thread, headings))

    def _ask_thread(self, thread: Thread, headings: Sequence[Heading], *, again: bool = False) -> None:
        dialog = ThreadDialog(self._look, thread, headings, self.window())
        if again:
            dialog.take_up()
        back = self._store.looking_back

        def save() -> None:
            made = dialog.read()
            if not made.name:
                dialog.failed(self.tr("A thread needs a name."), dialog.name)
            else:
                self._answer_form(dialog, lambda: back.save_thread(made), self._written)

        def remove() -> None:
            if thread.id is not None:
                id = thread.id
                self._answer_form(dialog, lambda: back.remove_thread(id), self._written)

        dialog.asked.connect(save)
        dialog.remove_asked.connect(remove)
        dialog.opened.connect(self.opened)
        self._open(dialog)

    def _written(self, _: object) -> None:
        self.load()
