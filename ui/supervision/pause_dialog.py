"""A slow look at one case, for people new to the work: no score, and it always says that nobody is alerted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from journal.practice.supervision import Pause, PauseOutcome, pause_outcome
from ui.theme import Look
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import button, card, label, row

_WIDTH_PX = 600


class PauseDialog(FormDialog):
    """``bring_asked`` carries the ``PauseOutcome`` to put on the agenda."""

    bring_asked = Signal(object)

    def __init__(self, look: Look, pause: Pause, parent: QWidget | None = None) -> None:
        super().__init__(look, pause.title, pause.intro, save=self.tr("Close"), parent=parent)
        self._pause = pause
        self._groups: list[QButtonGroup] = []
        self.cancel.hide()
        self.fields.addWidget(label(pause.alerts_nobody, "strong", wrap=True))
        self.fields.addSpacing(4)
        for number, question in enumerate(pause.questions, start=1):
            self.fields.addWidget(label(f"{number}.  {question}", "body", wrap=True))
            group = QButtonGroup(self)
            choices = []
            for at, answer in enumerate(pause.answers):
                choice = QRadioButton(answer.name)
                choice.setAccessibleName(f"{question} {answer.name}")
                group.addButton(choice, at)
                choices.append(choice)
            group.idClicked.connect(self._answered)
            self._groups.append(group)
            self.fields.addLayout(row(*choices, None, spacing=16))
            self.fields.addSpacing(6)
        self._outcome, inside = card(look="calm", spacing=6)
        self._sentence = label("", "strong", wrap=True)
        inside.addWidget(self._sentence)
        inside.addWidget(label(pause.alerts_nobody, "", wrap=True))
        self._bring = button(self.tr("Put it on the agenda"))
        inside.addLayout(row(self._bring, None))
        self._outcome.hide()
        self.fields.addWidget(self._outcome)
        self._bring.clicked.connect(lambda: self.bring_asked.emit(self.outcome()))
        self.asked.connect(self.accept)
        self.fit(_WIDTH_PX)

    def outcome(self) -> PauseOutcome:
        """What the answers lead to."""
        ids = [answer.id for answer in self._pause.answers]
        answers = [ids[group.checkedId()] if group.checkedId() >= 0 else "" for group in self._groups]
        return pause_outcome(self._pause, answers)

    def _answered(self) -> None:
        sentence = self.outcome().sentence
        self._sentence.setText(sentence)
        self._outcome.setVisible(bool(sentence))
