"""The questions a writer meets before a post leaves the journal, one at a time; "not sure" leads to a suggestion."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from journal.practice.checklist import Checklist, Question
from ui.widgets.choice_words import worded
from ui.widgets.parts import LINK_EDGE, button, card, column, flush, label, row

NOT_SURE = "not_sure"


class Questions(QWidget):
    """The questions that must be answered, the others on request.

    ``answered`` carries ids of question and answer; ``passed``: the person goes on from the last one.
    """

    answered = Signal(str, str)
    passed = Signal()

    def __init__(self, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checklist = checklist
        self._groups = {group.id: group.name for group in checklist.groups}
        self._asked: list[Question] = [question for question in checklist.questions if question.must]
        self._at = 0
        self._given: dict[str, str] = {}
        self._where = label("", "hint", wrap=True)
        self._words = label("", "section", wrap=True)
        self._choices = QButtonGroup(self)
        self._back = button(self.tr("Back"), "link", name=self.tr("The question before"))
        self._next = button(self.tr("Next"), "link", name=self.tr("The next question"))
        self._all = button(self.tr("All the questions"), "link")
        self._advice, inside = card(look="calm")
        inside.setContentsMargins(12, 9, 12, 9)
        self._advice_words = label("", wrap=True)
        inside.addWidget(self._advice_words)
        frame, box = card(spacing=7)
        box.setContentsMargins(14, 12, 14, 10)
        box.addWidget(self._where)
        box.addWidget(self._words)
        for number, answer in enumerate(checklist.answers):
            choice = QRadioButton()
            choice.installEventFilter(self)
            self._choices.addButton(choice, number)
            box.addLayout(worded(choice, answer.name))
        box.addWidget(self._advice)
        box.addLayout(row(-LINK_EDGE, self._back, None, self._next, -LINK_EDGE))
        whole = column(self, margins=(LINK_EDGE, 0, LINK_EDGE, 0), spacing=8)
        whole.addWidget(label(checklist.intro, "hint", wrap=True))
        whole.addWidget(frame)
        whole.addLayout(flush(self._all))
        self._choices.idClicked.connect(self._chosen)
        self._back.clicked.connect(self._to_before)
        self._next.clicked.connect(self._to_next)
        self._all.clicked.connect(self._ask_all)
        self._show()

    @property
    def question(self) -> Question:
        """The one that is asked now."""
        return self._asked[self._at]

    def show_answers(self, answers: Iterable[tuple[str, str]]) -> None:
        """Show what was answered before, at the question where one was."""
        self._given = dict(answers)
        self._show()

    def open(self, answers: Iterable[tuple[str, str]]) -> int:
        """How many of the questions that must be answered are not."""
        return len(self._unanswered(dict(answers)))

    def begin(self) -> None:
        """Go to the first question that must still be answered, and put the keyboard there."""
        unanswered = {question.id for question in self._unanswered(self._given)}
        for number, question in enumerate(self._asked):
            if question.id in unanswered:
                self._at = number
                break
        self._show()
        (self._choices.checkedButton() or self._choices.button(0)).setFocus()

    def answer(self, answer: str) -> None:
        """Answer the question that is asked."""
        self._given[self.question.id] = answer
        self._show()
        self.answered.emit(self.question.id, answer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Space answers, Return goes on from what is answered. It answers nothing: one too many is soon pressed."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:  # type: ignore[attr-defined]
                return False
            self._go_on()
            return True
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if not self._given.get(self.question.id):
            return
        if self._at + 1 < len(self._asked):
            self._step(1)
        else:
            self.passed.emit()

    def _unanswered(self, given: dict[str, str]) -> tuple[Question, ...]:
        return self._checklist.unanswered({id for id, answer in given.items() if answer}, must_only=True)

    def _chosen(self, number: int) -> None:
        self.answer(self._checklist.answers[number].id)

    def _to_before(self) -> None:
        self._step(-1)

    def _to_next(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        self._at = min(max(0, self._at + step), len(self._asked) - 1)
        self._show()
        (self._choices.checkedButton() or self._choices.button(0)).setFocus()

    def _ask_all(self) -> None:
        now, needed = self.question, [question for question in self._checklist.questions if question.must]
        of_all = len(self._asked) == len(needed)
        self._asked = list(self._checklist.questions) if of_all else needed
        # back among those needed: the one that was asked, or the last of them before it
        self._at = max(0, sum(question.number <= now.number for question in self._asked) - 1)
        self._all.setText(self.tr("Only those needed before export") if of_all else self.tr("All the questions"))
        self._show()

    def _show(self) -> None:
        question = self.question
        place = self.tr("Question %1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._asked)))
        where = [place, self._groups.get(question.group, "")]
        if question.must and not all(one.must for one in self._asked):
            # among the others, which of them the export waits for
            where.append(self.tr("needed before export"))
        self._where.setText(" · ".join(where))
        self._words.setText(question.text)
        given = self._given.get(question.id, "")
        self._choices.setExclusive(False)
        for number, answer in enumerate(self._checklist.answers):
            choice = self._choices.button(number)
            choice.setChecked(answer.id == given)
            choice.setAccessibleDescription(question.text)
        self._choices.setExclusive(True)
        self._advice.setVisible(given == NOT_SURE)
        self._advice_words.setText(question.not_sure)
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self._asked))
