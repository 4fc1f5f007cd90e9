"""The person's own arrangement: what they agreed, which expectations hold for them, which notices they want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from journal.practice.standings import Standing
from journal.practice.supervision import SupervisionData
from journal.practice.unfinished import TypedExpectation, Unfinished
from journal.practice_model import Arrangement, Expectation
from ui.supervision.expectation_words import checked_words, standing_words
from ui.theme import Look
from ui.widgets.day_words import figure
from ui.widgets.form_dialog import FormDialog
from ui.widgets.number_field import number_field
from ui.widgets.parts import LINK_EDGE, button, column, flush, hairline, label, row

_WIDTH_PX = 640
_MOST_DAYS, _MOST_MINUTES = 366, 100 * 60


class ArrangementDialog(FormDialog):
    """``edit_asked`` carries an ``Expectation`` to change."""

    edit_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        data: SupervisionData,
        arrangement: Arrangement,
        expectations: Sequence[Expectation],
        standings: Sequence[Standing],
        *,
        parent: QWidget | None = None,
    ) -> None:
        about = self.tr("Your own agreement, and what is expected of you. Every figure here is yours to edit.")
        super().__init__(look, self.tr("Arrangement and expectations"), about, parent=parent)
        self._arrangement = arrangement
        self._gap = self._days(arrangement.gap_days)
        self._whole_list = self._days(arrangement.whole_list_days)
        minutes, none = self.tr(" minutes"), self.tr("none of my own")
        self._target = number_field("", 0, _MOST_MINUTES, step=15, suffix=minutes, open_words=none)
        self._target.setValue(arrangement.month_target or 0)
        self.add(self.tr("No longer than this between two meetings"), self._gap)
        self.add(self.tr("The whole caseload looked at with me every"), self._whole_list)
        self.add(self.tr("My own minimum for a month"), self._target)
        self.fields.addSpacing(8)
        self.fields.addWidget(label(self.tr("What is expected of me"), "strong"))
        what = self.tr("Tick what holds for you; the first one ticked gives the arithmetic of hours. None is a ruling.")
        self.fields.addWidget(label(what, "second", wrap=True))
        self._ticks: list[tuple[str, QCheckBox]] = []
        for one in expectations:
            self._add_expectation(one, [s for s in standings if s.expectation == one.id])
        own = button(self.tr("Add one of my own…"), "link")
        own.clicked.connect(lambda: self.edit_asked.emit(Expectation("", "", "", "", own=True)))
        self.fields.addLayout(flush(own))
        self.fields.addSpacing(8)
        self.fields.addWidget(hairline())
        self.fields.addWidget(label(self.tr("Notices"), "strong"))
        private = self.tr("Private to you, shown on this page alone. Each can be switched off.")
        self.fields.addWidget(label(private, "second", wrap=True))
        self._notices: list[tuple[str, QCheckBox]] = []
        for rule in data.notices:
            tick = QCheckBox(rule.name)
            tick.setAccessibleDescription(rule.rule)
            tick.setChecked(rule.id not in arrangement.no_notices)
            self.fields.addWidget(tick)
            self.fields.addWidget(_indented(self._look, label(rule.rule, "hint", wrap=True)))
            self._notices.append((rule.id, tick))
        self.fit(_WIDTH_PX)

    def arrangement(self) -> Arrangement:
        """What the fields say; expectations keep the order in which they were ticked at first."""
        ticked = [id for id, tick in self._ticks if tick.isChecked()]
        kept = [id for id in self._arrangement.expectations if id in ticked]
        return Arrangement(
            gap_days=self._gap.value(),
            whole_list_days=self._whole_list.value(),
            month_target=self._target.value() or None,
            expectations=(*kept, *(id for id in ticked if id not in kept)),
            no_notices=tuple(id for id, tick in self._notices if not tick.isChecked()),
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("arrangement", self.arrangement())

    def _days(self, value: int) -> QSpinBox:
        made = number_field("", 1, _MOST_DAYS, suffix=self.tr(" days"))
        made.setValue(value)
        return made

    def _add_expectation(self, one: Expectation, standings: Sequence[Standing]) -> None:
        # a layout and not a widget, which would ask its words for their height at one more width
        box = column(spacing=3)
        self.fields.addLayout(box)
        name = f"{one.body}: {one.applies_to}" if one.applies_to else one.body
        tick = QCheckBox(one.body)
        tick.setAccessibleName(name)
        tick.setChecked(one.id in self._arrangement.expectations)
        self._ticks.append((one.id, tick))
        edit = button(self.tr("Edit…"), "link", name=self.tr("Edit: %1").replace("%1", name))
        edit.clicked.connect(lambda _=False: self.edit_asked.emit(one))
        # its words end where the lines below do
        box.addLayout(row(tick, None, edit, -LINK_EDGE))
        lines = [(one.applies_to, "second"), (one.text, ""), (checked_words(one), "hint"), (one.note, "hint")]
        for words, look_of in lines:
            if words:
                box.addWidget(_indented(self._look, label(words, look_of, wrap=True)))
        for standing in standings:
            box.addWidget(_indented(self._look, label(standing_words(standing), "section", wrap=True)))


class ExpectationDialog(FormDialog):
    """Edits what a body expects, or one of the person's own. ``reset_asked`` forgets the edit."""

    reset_asked = Signal()

    def __init__(self, look: Look, expectation: Expectation, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("An expectation"), parent=parent)
        self._expectation = expectation
        self._body = QLineEdit(expectation.body)
        self._applies = QLineEdit(expectation.applies_to)
        self._text = QPlainTextEdit(expectation.text)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(look.px(90))
        self._checked_on = QLineEdit(expectation.checked_on)
        self._checked_on.setPlaceholderText(self.tr("year-month, such as 2026-11"))
        self._source = QLineEdit(expectation.source)
        self.add(self.tr("Body"), self._body)
        self.add(self.tr("For whom"), self._applies)
        self.add(self.tr("What is expected"), self._text)
        self._figures: list[tuple[str, QLineEdit]] = []
        for name, value in expectation.figures:
            field = QLineEdit(figure(value, 2))
            self.add(name.replace("_", " "), field)
            self._figures.append((name, field))
        self.add(self.tr("Checked on"), self._checked_on, self.tr("When you, or we, last read it at its source."))
        self.add(self.tr("Source"), self._source)
        if expectation.edited or (expectation.own and expectation.id):
            self.remove.setText(self.tr("Remove…") if expectation.own else self.tr("As it was"))
            self.remove.show()
        self.fit(520)

    def expectation(self) -> Expectation | None:
        """What the fields say, or ``None`` where a figure is no number."""
        typed = [(name, _number(field.text())) for name, field in self._figures]
        figures = tuple((name, value) for name, value in typed if value is not None)
        return self._read(figures) if len(figures) == len(typed) else None

    def form(self) -> Unfinished:
        """As ``FormDialog``; a figure is kept as it is typed, whether it is a number yet or not."""
        typed = tuple((name, field.text()) for name, field in self._figures)
        return Unfinished("expectation", TypedExpectation(self._read(self._expectation.figures), typed))

    def fill(self, typed: Sequence[tuple[str, str]]) -> None:
        """Show figures again as they were typed."""
        before = dict(typed)
        for name, field in self._figures:
            field.setText(before.get(name, field.text()))

    def _read(self, figures: tuple[tuple[str, float], ...]) -> Expectation:
        return replace(
            self._expectation,
            body=self._body.text().strip(),
            applies_to=self._applies.text().strip(),
            text=self._text.toPlainText().strip(),
            figures=figures,
            checked_on=self._checked_on.text().strip(),
            source=self._source.text().strip(),
        )


def _number(typed: str) -> float | None:
    try:
        return float(typed.strip().replace(",", "."))
    except ValueError:
        return None


def _indented(look: Look, words: QLabel) -> QLabel:
    """In line with the words of a box to tick: its square grows with the text, what is around it does not.

    A margin of the label's own: a widget and a layout around each of 80 would be styled and measured, too.
    """
    words.setContentsMargins(look.px(15) + 15, 0, 0, 0)
    return words
