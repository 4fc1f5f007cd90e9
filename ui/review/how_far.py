"""How far a review is: what is left in words and as a bar, and what the standing details say together."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.text import sentence, spelt
from ui.widgets.parts import card, column, label, row, set_look


class HowFar(QWidget):
    """The card at the head of a review's side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = label("", "strong", wrap=True)
        self._ready = label("", "unready")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Decided"))
        self._concern = label("", "second", wrap=True)
        frame, inside = card(spacing=8)
        inside.setContentsMargins(16, 12, 16, 13)
        line = row(self._count, self._ready)
        line.setStretch(0, 1)
        inside.addLayout(line)
        inside.addWidget(self._bar)
        inside.addWidget(self._concern)
        column(self).addWidget(frame)

    def show_left(self, decisions: int, undecided: int, questions: int) -> str:
        """Show how many of the ``decisions``, and how many questions, are left; the words for it."""
        self._bar.setRange(0, max(1, decisions))
        self._bar.setValue(decisions - undecided if decisions else 1)
        if undecided:
            said = spelt(undecided, self.tr("one decision left"), self.tr("%n decisions left"))
        elif questions:
            said = spelt(questions, self.tr("one question left"), self.tr("%n questions left"))
        else:
            said = self.tr("everything is decided")
        ready = not undecided and not questions
        self._count.setText(sentence(said))
        self._ready.setText(self.tr("Ready") if ready else self.tr("Not ready"))
        set_look(self._ready, "ready" if ready else "unready")
        return said

    def show_concern(self, words: str, *, low: bool) -> None:
        """Show the worst of what the details say together; where the window is ``low``, what is decided comes first."""
        self._concern.setText(words)
        self._concern.setVisible(bool(words) and not low)

    def empty(self) -> None:
        """Show nothing."""
        self._count.setText("")
        self._concern.setText("")
