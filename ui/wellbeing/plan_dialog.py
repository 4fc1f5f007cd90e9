"""The early-signs plan, written in calm times: own signs, own steps, own people, and when it should be shown."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from journal.practice.measures import Measure
from journal.practice.unfinished import Unfinished
from journal.practice_model import EarlySigns, SignCondition
from ui.theme import Look
from ui.widgets.first_stop import go_to
from ui.widgets.flow import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.number_field import number_field
from ui.widgets.parts import button, column, flush, ground, icon_button, label
from ui.widgets.steady import name_choice, steady

#: Wide enough for a condition on one line.
_WIDTH_PX = 660
_MOST_WEEKS = 12


class _Condition(QWidget):
    def __init__(self, look: Look, measure: Measure, condition: SignCondition) -> None:
        super().__init__()
        ground(self, "clear")
        self.item, self._beyond = steady(QComboBox()), steady(QComboBox())
        for item in measure.items:
            self.item.addItem(item.name, item.id)
        name_choice(self.item, self.tr("Line of the check-in"))
        self._beyond.addItem(self.tr("at or under"), "low")
        self._beyond.addItem(self.tr("at or over"), "high")
        name_choice(self._beyond, self.tr("Under or over"))
        self._value = number_field(self.tr("Mark"), 0, 10)
        self._weeks = number_field(self.tr("Weeks running"), 1, _MOST_WEEKS)
        self.remove = icon_button(look, "x", self.tr("Take this away"))
        self.item.setCurrentIndex(max(0, self.item.findData(condition.item)))
        self._beyond.setCurrentIndex(max(0, self._beyond.findData(condition.beyond)))
        self._value.setValue(condition.value)
        self._weeks.setValue(condition.weeks)
        flow = FlowLayout(self, gap=6)
        for part in (self.item, self._beyond, self._value, label(self.tr("for")), self._weeks):
            flow.addWidget(part)
        flow.addWidget(label(self.tr("weeks")))
        flow.addWidget(self.remove)

    def condition(self) -> SignCondition:
        return SignCondition(
            str(self.item.currentData()),
            str(self._beyond.currentData()),
            self._value.value(),
            self._weeks.value(),
        )


class PlanDialog(FormDialog):
    """``plan`` reads what it says."""

    def __init__(self, look: Look, measure: Measure, plan: EarlySigns, parent: QWidget | None = None) -> None:
        about = self.tr("Yours alone, best written in calm times. It is shown when your own conditions are met.")
        super().__init__(look, self.tr("My early signs"), about, parent=parent)
        self.keep = True
        self._look, self._measure = look, measure
        self._conditions: list[_Condition] = []
        self._signs, self._steps, self._people = (_lines(look, text) for text in (plan.signs, plan.steps, plan.people))
        self.add(self.tr("How I notice that it is getting too much"), self._signs)
        self.add(self.tr("What I said I would do then"), self._steps)
        self.add(self.tr("Whom I want to tell"), self._people)
        self.fields.addSpacing(4)
        self.fields.addWidget(label(self.tr("Show it when"), "section"))
        holder = QWidget()
        ground(holder, "clear")
        self._rows = column(holder, spacing=6)
        self.fields.addWidget(holder)
        another = button(self.tr("Add a condition"), "link")
        another.clicked.connect(self._another)
        self.fields.addLayout(flush(another))
        self.fields.addWidget(label(self.tr("Any one of them is enough. With none, it stays here to be read."), "hint"))
        for condition in plan.conditions:
            self._add(condition)
        self.fit(_WIDTH_PX)

    def plan(self) -> EarlySigns:
        """What the fields say."""
        return EarlySigns(
            self._signs.toPlainText().strip(),
            self._steps.toPlainText().strip(),
            self._people.toPlainText().strip(),
            tuple(one.condition() for one in self._conditions),
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("plan", self.plan())

    def _another(self) -> None:
        first = self._measure.items[0]
        self._add(SignCondition(first.id, first.strained_end or "low", 2, 2))
        go_to(self._conditions[-1].item)

    def _add(self, condition: SignCondition) -> None:
        made = _Condition(self._look, self._measure, condition)
        made.remove.clicked.connect(lambda: self._remove(made))
        self._conditions.append(made)
        self._rows.addWidget(made)

    def _remove(self, made: _Condition) -> None:
        self._conditions.remove(made)
        made.hide()
        made.deleteLater()


def _lines(look: Look, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(look.px(78))
    return made
