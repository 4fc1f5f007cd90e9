"""How is it with you? Check-ins over time, each figure for itself; no verdict, no red, and help always in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from journal.own_words import count_words
from journal.practice.measures import WEEKLY, Measure, is_adapted
from journal.practice.unfinished import Unfinished
from journal.practice_model import CheckIn, EarlySigns, OwnEvent, Signpost
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.text import counted
from ui.theme import Look
from ui.wellbeing.cards import GateCard, HeavyCard, OffCard, PlanCard
from ui.wellbeing.check_in_dialog import CheckInDialog
from ui.wellbeing.events_dialog import EventsDialog
from ui.wellbeing.facts import Facts, condition_chart, gather, measure_chart
from ui.wellbeing.gate_dialog import GateDialog
from ui.wellbeing.help_card import HelpCard, SignpostDialog
from ui.wellbeing.plan_dialog import PlanDialog
from ui.wellbeing.store import WellbeingStore
from ui.widgets.charts.card import ChartCard
from ui.widgets.charts.hours import hours_card, show_hours
from ui.widgets.charts.writing import writing_card, writing_year
from ui.widgets.columns import Columns
from ui.widgets.day_words import full_date, lately, long_day
from ui.widgets.first_stop import begin_first_at
from ui.widgets.page import Page, clear_column, in_the_middle, two_columns
from ui.widgets.parts import button, ground, label, laid_out_once, row
from ui.widgets.storing import Answered

_WIDE_PX, _COLUMNS_FROM_PX, _HEAD_FROM_PX = 1280, 820, 520


class WellbeingPage(Page):
    """``write_asked`` wants an entry about it, ``bring_asked`` a matter for supervision; ``file_asked``, ``said``."""

    write_asked = Signal()
    bring_asked = Signal()
    file_asked = Signal(object)
    changed = Signal()

    def __init__(
        self,
        look: Look,
        store: WellbeingStore,
        lane: Lane,
        *,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, lane, parent)
        self._store, self._today = store, today
        self._data = store.wellbeing.data
        self.facts = Facts(today())
        # our own first: it is the one that is there from the first day
        self._measures = sorted((one for one in self._data.measures if one.built_in), key=lambda one: one.gated)
        self._since = label("", "second", wrap=True)
        self._heavy = HeavyCard()
        self._plan = PlanCard()
        self._help = HelpCard(look, self._data.help_words)
        self._charts = {one.id: self._chart_of(one) for one in self._measures}
        self._gates = {one.id: GateCard(one) for one in self._measures if one.gated}
        self._conditions = ChartCard(
            look,
            self.tr("Core conditions, as you met them"),
            self.tr("Your own marks, each point the mean of four weeks. A note to yourself, not a score of you."),
            stem="core-conditions",
        )
        self._conditions_off = OffCard(
            self.tr("Core conditions, as you met them"),
            self.tr("Your marks beside entries can be drawn over time. Off until you want it."),
            self.tr("Draw them"),
        )
        self._year = writing_card(look)
        self._hours = hours_card(look)
        #: What turns something on, and what turns it off again in its place.
        self._in_turn: list[tuple[QPushButton, QPushButton]] = []
        self._area = self._lay_out()
        self._connect()
        self._show(self.facts)

    def load(self) -> None:
        """Read everything anew."""
        store, today = self._store, self._today()
        self._fetch(lambda: gather(store, today), self._read, topic="wellbeing")

    def empty(self) -> None:
        """Drop all text; part of locking."""
        self._show(Facts(self._today()))
        for chart in (*self._charts.values(), self._conditions, self._year, self._hours):
            chart.empty()
        self._plan.empty()
        self._help.empty()

    def check_in(self, measure_id: str = WEEKLY, began: CheckIn | None = None) -> None:
        """Ask the questions of a measure; ``began`` is what was answered before the journal locked over it."""
        measure = self._data.measure(measure_id)
        dialog = CheckInDialog(self._look, measure, self._today(), self.facts.choices.client_word, parent=self.window())

        def save() -> None:
            made = dialog.check_in()
            if not made.answers:
                dialog.failed(self.tr("Nothing was answered. Cancel skips it until next time."))
                return
            self._store_with(dialog, lambda: self._keep(made, measure))

        if began is not None:
            dialog.fill(began)
            dialog.take_up()
        dialog.asked.connect(save)
        self._open(dialog)

    def take_up(self, form: Unfinished) -> None:
        """Open again a form that the journal locked over."""
        match form.kind:
            case "check_in":
                self.check_in(form.value.measure, form.value)
            case "event":
                self._ask_happened(form.value)
            case "plan":
                self._ask_plan(form.value)
            case _:
                self._ask_signpost(form.value, again=True)

    # inside
    def _chart_of(self, measure: Measure) -> ChartCard:
        about = measure.label
        if measure.scales:
            about = self.tr("%1 to %2, each scale for itself.")
            values = measure.questions[0].answers
            about = about.replace("%1", str(values[0].value)).replace("%2", str(values[-1].value))
            about += " " + self._data.display["own_baseline"]
        return ChartCard(self._look, measure.name, about, stem=measure.id)

    def _lay_out(self) -> QScrollArea:
        area, box = in_the_middle(self, self._look, _WIDE_PX, spacing=16)
        (heading, head), buttons = clear_column(spacing=2), QWidget()
        ground(buttons, "clear")
        head.addWidget(label(self.tr("How is it with you?"), "title"))
        head.addWidget(self._since)
        events = button(self.tr("What happened…"), name=self.tr("What happened: events of your own on the charts"))
        go = button(self.tr("Check in"), "primary", name=self.tr("Weekly check-in"))
        buttons.setLayout(row(events, go))
        top = Columns(self._look, heading, buttons, at=_HEAD_FROM_PX, shares=(1, 0), gap=12)
        columns, there, beside = two_columns(self._look, at=_COLUMNS_FROM_PX, shares=(3, 2))
        box.addWidget(top)
        box.addWidget(self._heavy)
        box.addWidget(columns)
        words = [self._data.display[key] for key in ("not_diagnostic", "burnout_is_about_work", "health", "private")]
        box.addWidget(label(" ".join(words), "second", wrap=True))
        for measure in self._measures:
            there.addWidget(self._charts[measure.id])
            if measure.gated:
                again = button(self.tr("Fill it in"), "link", name=self.tr("Fill in: %1").replace("%1", measure.name))
                again.clicked.connect(lambda _=False, id=measure.id: self.check_in(id))
                off = button(self.tr("Turn it off"), "link", name=self.tr("Turn off: %1").replace("%1", measure.name))
                off.clicked.connect(lambda _=False, id=measure.id: self._turn_off(id))
                self._charts[measure.id].add_below(again, off)
                self._in_turn.append((self._gates[measure.id].read, off))
                there.addWidget(self._gates[measure.id])
        hide = button(self.tr("Do not draw them"), "link", name=self.tr("Do not draw the core conditions"))
        hide.clicked.connect(lambda: self._change_choices(core_conditions=False))
        self._conditions.add_below(hide)
        self._in_turn.append((self._conditions_off.draw, hide))
        there.addWidget(self._conditions)
        there.addWidget(self._conditions_off)
        there.addWidget(self._year)
        for part in (self._plan, self._hours, self._help):
            beside.addWidget(part)
        there.addStretch(1)
        beside.addStretch(1)
        events.clicked.connect(self._ask_events)
        go.clicked.connect(self._ask_weekly)
        begin_first_at(self, go)
        return area

    def _connect(self) -> None:
        self._heavy.write_asked.connect(self.write_asked)
        self._heavy.bring_asked.connect(self.bring_asked)
        self._heavy.help_asked.connect(self._to_help)
        self._plan.edit_asked.connect(self._ask_plan)
        self._help.region_chosen.connect(self._choose_region)
        self._help.edit_asked.connect(self._ask_signpost)
        self._conditions_off.asked.connect(self._draw_conditions)
        for chart in (*self._charts.values(), self._conditions, self._year, self._hours):
            chart.file_asked.connect(self.file_asked)
        for id, gate in self._gates.items():
            gate.asked.connect(lambda id=id: self._ask_gate(id))

    def _to_help(self) -> None:
        self._help.begin()
        self._area.ensureWidgetVisible(self._help)

    def _read(self, facts: Facts) -> None:
        # nothing is laid out anew where nothing changed
        if facts != self.facts:
            self._show(facts)

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        # a card takes the place of another: the keyboard stays in that place
        focus = self.window().focusWidget()
        with laid_out_once(self):
            self._fill(facts)
        for pair in self._in_turn:
            if focus in pair and not focus.isVisibleTo(self):
                pair[1 - pair.index(focus)].setFocus()

    def _fill(self, facts: Facts) -> None:
        self._since.setText(self._since_words(facts))
        self._heavy.setVisible(facts.heavy)
        self._plan.show_plan(facts.plan, due=facts.plan_due)
        for measure in self._measures:
            on = measure.id in facts.check_ins or not measure.gated
            self._show_measure(measure, facts, on=on)
        rated = facts.choices.core_conditions
        none = self.tr("No marks yet. They stand beside entries in which you met somebody.")
        self._conditions.show_chart(condition_chart(facts, self._condition_words()), nothing=none)
        self._conditions.setVisible(rated)
        self._conditions_off.setVisible(not rated)
        self._show_year(facts)
        show_hours(self._hours, facts.months, facts.wanted_minutes)
        self._help.show_signposts(facts.signposts or self._data.signposts, facts.choices.region)

    def _show_measure(self, measure: Measure, facts: Facts, *, on: bool) -> None:
        chart = measure_chart(measure, facts) if on else None
        notes = []
        if chart is not None:
            notes = [f"{at}  {event.words}, {full_date(event.day)}" for at, event in enumerate(chart.events, start=1)]
            if any(is_adapted(one.client_word) for one in facts.check_ins.get(measure.id, ())):
                notes.append(self.tr("Adapted: some answers were given with our own word for the people you see."))
            if measure.gated:
                notes.append(measure.about or measure.citation)
        self._charts[measure.id].show_chart(chart, notes, nothing=self.tr("Nothing yet. One check-in begins it."))
        self._charts[measure.id].setVisible(on)
        if measure.gated:
            self._gates[measure.id].setVisible(not on)

    def _condition_words(self) -> dict[str, str]:
        return {"congruence": self.tr("Congruence"), "upr": self.tr("Positive regard"), "empathy": self.tr("Empathy")}

    def _show_year(self, facts: Facts) -> None:
        entries = sum(day.entries for day in facts.written)
        words = sum(day.words for day in facts.written)
        said = counted(entries, self.tr("1 entry"), self.tr("%n entries"))
        said += ", " + counted(words, self.tr("1 word"), self.tr("%n words"))
        self._year.show_chart(
            writing_year(facts.written, facts.today), [self.tr("%1. No streaks to break.").replace("%1", said)]
        )

    def _since_words(self, facts: Facts) -> str:
        last = facts.last_check_in
        if last is None:
            return self.tr("A minute a week, for nobody but you.")
        said = self.tr("Last check-in: %1").replace("%1", lately(last, facts.today))
        if WEEKLY in facts.due:
            return said + " · " + self.tr("the next is there when you like")
        following = last + dt.timedelta(days=self._data.measure(WEEKLY).repeat_days)
        return said + " · " + self.tr("the next from %1").replace("%1", long_day(following, year=False))

    def _store_with(self, dialog: Answered, call: Callable[[], object]) -> None:
        self._answer_form(dialog, call, self._stored)

    def _stored(self, _: object) -> None:
        self.load()
        self.changed.emit()

    def _keep(self, made: Any, measure: Measure) -> None:
        """On the vault lane: the check-in, and the word that was used in it."""
        wellbeing = self._store.wellbeing
        wellbeing.save_check_in(made)
        choices = wellbeing.choices()
        if measure.client_word and choices.client_word != made.client_word:
            wellbeing.set_choices(replace(choices, client_word=made.client_word))

    def _ask_weekly(self) -> None:
        self.check_in()

    def _ask_events(self) -> None:
        self._ask_happened()

    def _ask_gate(self, measure_id: str) -> None:
        dialog = GateDialog(self._look, self._data.measure(measure_id), self._data, self.window())
        turn_on = self._store.wellbeing.turn_on_measure
        dialog.asked.connect(lambda: self._store_with(dialog, lambda: turn_on(measure_id, terms_read=True)))
        self._open(dialog)

    def _ask_plan(self, began: EarlySigns | None = None) -> None:
        dialog = PlanDialog(self._look, self._data.measure(WEEKLY), began or self.facts.plan, self.window())
        if began is not None:
            dialog.take_up()
        dialog.asked.connect(
            lambda: self._store_with(dialog, lambda: self._store.wellbeing.save_early_signs(dialog.plan()))
        )
        self._open(dialog)

    def _ask_happened(self, began: OwnEvent | None = None) -> None:
        """Ask what happened; ``began`` was typed before the journal locked over it, with the others read anew."""
        dialog = EventsDialog(self._look, self.facts.events, self._today(), self.window())
        wellbeing = self._store.wellbeing

        def change(call: Callable[[], object]) -> None:
            def both() -> Any:
                call()
                return tuple(wellbeing.events())

            def done(events: Any) -> None:
                dialog.show_events(events)
                self.load()

            self._lane.run(
                both, owner=dialog, done=done, failed=lambda error: dialog.failed(error_words(error)), work=Work.WRITE
            )

        dialog.added.connect(lambda event: change(lambda: wellbeing.save_event(event)))
        dialog.removed.connect(lambda event: change(lambda: wellbeing.remove_event(event.id)))
        if began is not None:
            dialog.fill(began)
            dialog.take_up()
            self._fetch(wellbeing.events, dialog.show_events)
        self._open(dialog)

    def _ask_signpost(self, signpost: Signpost, *, again: bool = False) -> None:
        dialog = SignpostDialog(self._look, signpost, self.window())
        if again:
            dialog.take_up()
        save = self._store.wellbeing.save_signpost

        def keep() -> None:
            made = dialog.signpost()
            if not count_words(made.name) or not count_words(made.how):
                dialog.failed(self.tr("A name and a way to reach it are needed."), dialog.missing)
                return
            self._store_with(dialog, lambda: save(made))

        dialog.asked.connect(keep)
        dialog.remove_asked.connect(lambda: self._store_with(dialog, lambda: save(replace(signpost, hidden=True))))
        self._open(dialog)

    def _choose_region(self, region: str) -> None:
        self._change_choices(region=region)

    def _draw_conditions(self) -> None:
        self._change_choices(core_conditions=True)

    def _turn_off(self, measure_id: str) -> None:
        """What was answered stays in the journal, and is drawn again if it is turned on again."""
        on = tuple(id for id in self.facts.choices.measures if id != measure_id)
        self._change_choices(measures=on)

    def _change_choices(self, **changes: Any) -> None:
        wellbeing = self._store.wellbeing
        self._write(
            lambda: wellbeing.set_choices(replace(wellbeing.choices(), **changes)),
            lambda _: self.load(),
        )
