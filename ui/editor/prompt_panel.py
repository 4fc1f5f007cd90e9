"""Ask Carl: one question beside the page, with another, a deeper one, and an answer to write under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QWidget

from journal.practice.prompts import Library, Prompt, notes_for, probe, quotation
from ui.editor.six_conditions import SixConditions
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, card, column, flush, icon_button, label, row
from ui.widgets.steady import steady


class Asker(Protocol):
    """Who chooses a prompt; called on the vault lane."""

    def prompt(
        self, kind: str, condition: str | None = None, depth: str | None = None, but_not: Sequence[str] = ()
    ) -> Prompt:
        """A prompt, marked as shown."""


class PromptPanel(QWidget):
    """``answered`` carries the prompt's id and the quotation to write under."""

    answered = Signal(str, str)

    def __init__(
        self, look: Look, library: Library, asker: Asker, lane: Lane, *, corner: QWidget | None = None
    ) -> None:
        super().__init__()
        self._look, self._library, self._asker, self._lane = look, library, asker, lane
        self._kind = library.kinds[0].id
        self._prompt: Prompt | None = None
        self._probe = -1
        self._shown: list[str] = []
        self._condition = _choice(self.tr("Condition"), self.tr("Any condition"), library.conditions)
        self._depth = _choice(self.tr("Depth"), self.tr("Any length"), library.depths)
        self._depth.setProperty("look", "quiet")
        self._six = icon_button(look, "info", self.tr("The six conditions explained"))
        self._of = label("", "condition", wrap=True)
        self._text = label("", "prompt", wrap=True)
        self._answer = button(self.tr("Answer"), "primary", name=self.tr("Answer this question"))
        self._another = button(self.tr("Another"), name=self.tr("Another question"))
        self._deeper = button(self.tr("Deeper"), name=self.tr("A deeper question"))
        self._meaning_link = button(self.tr("What this condition means"), "link")
        self._meaning = label("", "second", wrap=True)
        self._meaning.hide()
        self._notes = label("", "hint", wrap=True)
        self._lay_out(corner)
        self._condition.activated.connect(self.ask)
        self._depth.activated.connect(self.ask)
        self._answer.clicked.connect(self._answered)
        self._another.clicked.connect(self.ask)
        self._deeper.clicked.connect(self._go_deeper)
        self._meaning_link.clicked.connect(self._toggle_meaning)
        self._six.clicked.connect(self._explain_six)
        look.changed.connect(self._fit)
        self._depth.currentIndexChanged.connect(self._fit)
        self._fit()
        self._show()

    def _lay_out(self, corner: QWidget | None) -> None:
        frame, inside = card(spacing=9)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addWidget(self._of)
        inside.addWidget(self._text)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=6)
        for part in (self._answer, self._another, self._deeper):
            part.setProperty("tight", True)
            flow.addWidget(part)
        inside.addWidget(buttons)
        inside.addWidget(self._notes)
        inside.addLayout(flush(self._meaning_link))
        inside.addWidget(self._meaning)
        box = column(self, spacing=8)
        box.addLayout(row(label(self.tr("Ask Carl"), "section"), None, self._depth, *([corner] if corner else [])))
        condition_line = row(self._condition, self._six, spacing=4)
        condition_line.setStretch(0, 1)
        box.addLayout(condition_line)
        box.addWidget(frame)

    def set_kind(self, kind: str) -> None:
        """Questions are for this kind of entry from now on; the present one goes if it is for another."""
        if kind != self._kind:
            self._kind = kind
            self._shown.clear()
            had_one = self._prompt is not None
            self._prompt = None
            self._show()
            if had_one:
                self.ask()

    def put_away(self) -> None:
        """No question; one is chosen when it is asked for."""
        self._prompt = None
        self._show()

    def ask(self) -> None:
        """Ask for a question that was not shown just now."""
        kind, condition, depth = self._kind, self._condition.currentData(), self._depth.currentData()
        but_not = tuple(self._shown[-6:])
        asker = self._asker
        self._lane.run(
            lambda: asker.prompt(kind, condition, depth, but_not),
            owner=self,
            done=self._got,
            failed=self._failed,
            # asking writes down that the prompt was shown
            work=Work.WRITE,
        )

    def _got(self, prompt: Prompt) -> None:
        if prompt.kind != self._kind:
            return
        self._prompt, self._probe = prompt, -1
        self._shown.append(prompt.id)
        self._meaning.hide()
        self._show()

    def _failed(self, error: Exception) -> None:
        self._shown.clear()
        self._notes.setText(error_words(error))
        self._notes.show()

    def _question(self) -> str:
        if self._prompt is None:
            return ""
        return probe(self._prompt, self._probe) or self._prompt.text

    def _show(self) -> None:
        prompt = self._prompt
        if prompt is None:
            self._of.setText("")
            self._text.setText(self.tr("A question to begin with?"))
            self._notes.setText("")
        else:
            names = {condition.id: condition.name for condition in self._library.conditions}
            # the words of a length stay on one line
            depths = {depth.id: depth.name.replace(" ", "\u00a0") for depth in self._library.depths}
            of = ", ".join(names[id] for id in prompt.conditions if id in names)
            self._of.setText(" · ".join(part for part in (of, depths.get(prompt.depth, "")) if part))
            self._text.setText(self._question())
            self._notes.setText("\n\n".join(note.text for note in notes_for(prompt)))
        self._another.setText(self.tr("Ask") if prompt is None else self.tr("Another"))
        self._of.setVisible(prompt is not None)
        self._notes.setVisible(prompt is not None)
        self._answer.setVisible(prompt is not None)
        self._deeper.setVisible(prompt is not None)
        self._deeper.setEnabled(prompt is not None and probe(prompt, self._probe + 1) is not None)
        self._meaning_link.setVisible(prompt is not None)
        self.updateGeometry()

    def _go_deeper(self) -> None:
        if self._prompt is not None and probe(self._prompt, self._probe + 1) is not None:
            self._probe += 1
            self._show()

    def _answered(self) -> None:
        if self._prompt is not None:
            self.answered.emit(self._prompt.id, quotation(self._question()))

    def _fit(self) -> None:
        # as wide as its words, like the quiet label that it looks like
        words = QFontMetrics(self._look.sans(12)).horizontalAdvance(self._depth.currentText())
        self._depth.setFixedWidth(words + self._look.px(20) + 14)

    def _explain_six(self) -> None:
        SixConditions(self._look, self._library.conditions, self.window()).open()

    def _toggle_meaning(self) -> None:
        chosen = self._prompt.conditions if self._prompt is not None else ()
        found = [condition for condition in self._library.conditions if condition.id in chosen]
        paragraphs = []
        for condition in found:
            signs = "\n".join(f"–  {sign}" for sign in condition.signs_of_drift)
            paragraphs += [condition.summary, self.tr("It may be slipping when:") + "\n" + signs]
        self._meaning.setText("\n\n".join(paragraphs))
        self._meaning.setVisible(self._meaning.isHidden() and bool(paragraphs))


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


def _choice(name: str, any_words: str, rows: Sequence[_Named]) -> QComboBox:
    made = steady(QComboBox())
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.setAccessibleName(name)
    made.addItem(any_words, None)
    for entry in rows:
        made.addItem(entry.name, entry.id)
    return made
