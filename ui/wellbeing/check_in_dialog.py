"""Filling in a measure: sliders that say nothing until moved, or answers to choose. Any question can be left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QWidget

from journal.practice.measures import CLIENT_WORDS, Item, Measure, is_adapted
from journal.practice.unfinished import Unfinished
from journal.practice_model import CheckIn
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.form_dialog import FormDialog
from ui.widgets.mark_slider import MarkSlider
from ui.widgets.parts import ground, icon_button, label
from ui.widgets.steady import steady

_WIDTH_PX = 620


class _Choice(QWidget):
    """One question with its answers beside each other, as many to a line as fit."""

    def __init__(self, look: Look, item: Item, text: str) -> None:
        super().__init__()
        ground(self, "clear")
        self._item = item
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=8)
        for answer in item.answers:
            made = QRadioButton(answer.words)
            made.setAccessibleName(f"{text} {answer.words}")
            self._group.addButton(made, answer.value)
            flow.addWidget(made)
        self._leave = icon_button(look, "x", self.tr("Leave out: %1").replace("%1", text))
        self._leave.setProperty("small", True)
        self._leave.hide()
        flow.addWidget(self._leave)
        self._group.idClicked.connect(lambda _: self._leave.show())
        self._leave.clicked.connect(self._clear)

    @property
    def value(self) -> int | None:
        """The answer as it counts, or ``None``."""
        return self._group.checkedId() if self._group.checkedId() >= 0 else None

    def set_value(self, value: int) -> None:
        """Choose an answer, if it is one."""
        choice = self._group.button(value)
        if choice is not None:
            choice.setChecked(True)
            self._leave.show()

    def _clear(self) -> None:
        # a group that allows one choice allows no way back from it
        self._group.setExclusive(False)
        for choice in self._group.buttons():
            choice.setChecked(False)
        self._group.setExclusive(True)
        self._leave.hide()
        self._group.buttons()[0].setFocus()


class CheckInDialog(FormDialog):
    """``check_in`` reads what was answered."""

    def __init__(
        self, look: Look, measure: Measure, day: dt.date, client_word: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, measure.name, measure.instructions, parent=parent)
        self._measure, self._day = measure, day
        self._fields: dict[str, MarkSlider | _Choice] = {}
        self._texts: list[tuple[Item, QWidget]] = []
        if measure.label:
            self.fields.addWidget(label(measure.label, "hint", wrap=True))
        self._word = steady(QComboBox())
        if measure.client_word:
            for word in CLIENT_WORDS:
                said = self.tr("%1 (our own variant)").replace("%1", word) if is_adapted(word) else word
                self._word.addItem(said, word)
            self._word.setCurrentIndex(max(0, self._word.findData(client_word)))
            self.add(self.tr("The word for the people you see"), self._word)
            self._word.currentIndexChanged.connect(self._reword)
        if measure.items:
            for item in measure.items:
                self._slider(look, item)
        else:
            for scale in measure.scales:
                self.fields.addSpacing(6)
                self.fields.addWidget(label(scale.name, "strong"))
                for item in scale.items:
                    self._choice(look, item)
        self.fields.addSpacing(6)
        self._note = QLineEdit()
        self.add(self.tr("A word to remember this by, if you like"), self._note)
        self.fit(_WIDTH_PX)

    def check_in(self) -> CheckIn:
        """What was answered; skipped questions are not in it."""
        answers = tuple((id, one.value) for id, one in self._fields.items() if one.value is not None)
        word = str(self._word.currentData()) if self._measure.client_word else ""
        made = CheckIn(None, self._measure.id, self._day, answers, word)
        return replace(made, note=self._note.text().strip())

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("check_in", self.check_in())

    def fill(self, made: CheckIn) -> None:
        """Show what was answered before, on the day it was answered."""
        self._day = made.day
        if made.client_word:
            self._word.setCurrentIndex(max(0, self._word.findData(made.client_word)))
        for id, value in made.answers:
            if id in self._fields:
                self._fields[id].set_value(value)
        self._note.setText(made.note)

    def _slider(self, look: Look, item: Item) -> None:
        ends = item.answers[0].words, item.answers[-1].words
        least, most = item.answers[0].value, item.answers[-1].value
        made = MarkSlider(look, item.name, least, most, about=item.text, ends=ends)
        self._fields[item.id] = made
        self.fields.addWidget(made)
        self.fields.addSpacing(8)

    def _choice(self, look: Look, item: Item) -> None:
        text = self._measure.worded(item, str(self._word.currentData() or self._measure.client_word))
        words = label(text, "body", wrap=True)
        made = _Choice(look, item, text)
        self._texts.append((item, words))
        self._fields[item.id] = made
        self.fields.addWidget(words)
        self.fields.addWidget(made)
        self.fields.addSpacing(4)

    def _reword(self) -> None:
        for item, words in self._texts:
            text = self._measure.worded(item, str(self._word.currentData()))
            words.setText(text)  # type: ignore[attr-defined]
            field = self._fields[item.id]
            for choice in field.findChildren(QRadioButton):
                choice.setAccessibleName(f"{text} {choice.text()}")
