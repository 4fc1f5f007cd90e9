"""The questions a writer meets before a post leaves the journal; "not sure" is an answer and leads to a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from journal.practice.checklist import Checklist, Question
from ui.widgets.parts import button, column, label, row


class Questions(QWidget):
    """The questions that must be answered, the others on request. ``answered`` carries ids of question and answer."""

    answered = Signal(str, str)

    def __init__(self, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._choices: dict[str, QComboBox] = {}
        self._advice: dict[str, QWidget] = {}
        self._more = button(self.tr("All the questions"), "link")
        self._box = column(self, spacing=6)
        self._box.addWidget(label(checklist.intro, "hint", wrap=True))
        self._others: list[QWidget] = []
        for question in sorted(checklist.questions, key=lambda one: not one.must):
            self._add(question)
        self._box.addLayout(row(self._more, None))
        self._more.clicked.connect(self._show_all)

    def show_answers(self, answers: Iterable[tuple[str, str]]) -> None:
        """Show what was answered before."""
        given = dict(answers)
        for question, choice in self._choices.items():
            choice.setCurrentIndex(max(0, choice.findData(given.get(question, ""))))
            self._advice[question].setVisible(given.get(question) == "not_sure")

    def open(self, answers: Iterable[tuple[str, str]]) -> int:
        """How many of the questions that must be answered are not."""
        return len(self._checklist.unanswered({question for question, answer in answers if answer}, must_only=True))

    def _add(self, question: Question) -> None:
        choice = QComboBox()
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(8)
        choice.addItem(self.tr("No answer yet"), "")
        for answer in self._checklist.answers:
            choice.addItem(answer.name, answer.id)
        words = label(question.text, wrap=True)
        choice.setAccessibleName(question.text)
        advice = label(question.not_sure, "hint", wrap=True)
        advice.hide()
        part = QWidget()
        box = column(part, margins=(0, 6, 0, 4), spacing=5)
        for widget in (words, choice, advice):
            box.addWidget(widget)
        self._choices[question.id], self._advice[question.id] = choice, advice
        choice.activated.connect(lambda _: self._chosen(question.id))
        self._box.addWidget(part)
        if not question.must:
            part.hide()
            self._others.append(part)

    def _chosen(self, question: str) -> None:
        answer = str(self._choices[question].currentData())
        self._advice[question].setVisible(answer == "not_sure")
        self.answered.emit(question, answer)

    def _show_all(self) -> None:
        for part in self._others:
            part.show()
        self._more.hide()
