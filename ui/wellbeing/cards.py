"""The smaller cards of the page: a heavy fortnight, the early-signs plan, a measure behind its gate, what is off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from journal.practice.measures import Measure
from journal.practice_model import EarlySigns
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import LINK_EDGE, button, column, label, row, set_look


class HeavyCard(QFrame):
    """Offered when the check-in says so: three choices, and nothing sent anywhere."""

    write_asked = Signal()
    bring_asked = Signal()
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "calm")
        box = column(self, margins=(18, 14, 18, 14), spacing=6)
        box.addWidget(label(self.tr("A heavy fortnight"), "strong"))
        words = self.tr("Two weeks running, several lines were in the strained quarter. Nothing is sent anywhere.")
        box.addWidget(label(words, "", wrap=True))
        choices = QWidget()
        flow = FlowLayout(choices, gap=8)
        for text, signal in (
            (self.tr("Write about it"), self.write_asked),
            (self.tr("Plan what to bring to supervision"), self.bring_asked),
            (self.tr("See where to find help"), self.help_asked),
        ):
            made = button(text)
            made.clicked.connect(signal)
            flow.addWidget(made)
        box.addWidget(choices)


class PlanCard(QFrame):
    """The person's own plan: quiet as a rule, in front of the eyes when their own conditions are met."""

    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._head = label(self.tr("My early signs"), "strong")
        self._edit = button("", "link")
        self._edit.clicked.connect(self.edit_asked)
        self._due = label("", "section", wrap=True)
        self._empty = label(
            self.tr("Write down in calm times how you notice that it is getting too much, and what you would do."),
            "second",
            wrap=True,
        )
        self._parts = [
            (label(head, "section"), label("", "", wrap=True))
            for head in (self.tr("How I notice"), self.tr("What I said I would do"), self.tr("Whom I want to tell"))
        ]
        box = column(self, margins=(18, 16, 18, 16), spacing=6)
        box.addLayout(row(self._head, None, self._edit, -LINK_EDGE))
        for part in (self._due, self._empty):
            box.addWidget(part)
        for head_of, words in self._parts:
            box.addWidget(head_of)
            box.addWidget(words)

    def show_plan(self, plan: EarlySigns, *, due: bool) -> None:
        """Show it, or what it could be."""
        set_look(self, "calm" if due else "card")
        self._due.setText(self.tr("You wanted to be shown this when your check-in looks as it does now."))
        self._due.setVisible(due)
        said = (plan.signs, plan.steps, plan.people)
        for (head, words), text in zip(self._parts, said, strict=True):
            words.setText(text)
            head.setVisible(bool(text))
            words.setVisible(bool(text))
        self._empty.setVisible(not any(said))
        self._edit.setText(self.tr("Change…") if any(said) else self.tr("Write it…"))
        self._edit.setAccessibleName(self.tr("My early signs: %1").replace("%1", self._edit.text()))

    def empty(self) -> None:
        """Drop all words; part of locking."""
        self.show_plan(EarlySigns(), due=False)


class GateCard(QFrame):
    """A measure that is off until its source and terms were read."""

    asked = Signal()

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self.setProperty("look", "card")
        box = column(self, margins=(18, 16, 18, 16), spacing=6)
        box.addWidget(label(measure.name, "strong", wrap=True))
        words = self.tr("Off. It can be turned on once you have read where it comes from and on what terms it is used.")
        box.addWidget(label(words, "second", wrap=True))
        self.read = button(self.tr("Read and decide…"), name=self.tr("Read about: %1").replace("%1", measure.name))
        self.read.clicked.connect(self.asked)
        box.addLayout(row(self.read, None))


class OffCard(QFrame):
    """Something that is off until chosen."""

    asked = Signal()

    def __init__(self, title: str, words: str, action: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        box = column(self, margins=(18, 16, 18, 16), spacing=6)
        box.addWidget(label(title, "strong", wrap=True))
        box.addWidget(label(words, "second", wrap=True))
        self.draw = button(action, name=f"{action}: {title}")
        self.draw.clicked.connect(self.asked)
        box.addLayout(row(self.draw, None))
