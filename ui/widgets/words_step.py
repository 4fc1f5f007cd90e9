"""Recovery words: shown once, then three of them asked back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QStackedWidget, QWidget

from ui.widgets.first_stop import begin_at
from ui.widgets.parts import button, column, label, pair, row, step_card
from ui.widgets.said import Said

#: How many of the words are asked back (security design, "Recovery words").
ASKED_BACK = 3


class WordsStep(QWidget):
    """Shows the recovery words, then asks three of them back. The words go when this is finished."""

    finished = Signal()
    #: whether the three are asked for now: a wizard shows it as a step
    asking = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, confirm: bool = True) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._asked: tuple[int, ...] = ()
        self._confirm = confirm
        self._steps = QStackedWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._fields = [QLineEdit() for _ in range(ASKED_BACK)]
        self._names = [label("", "second", buddy=field) for field in self._fields]
        for number, field in enumerate(self._fields, 1):
            field.setAccessibleName(self.tr("Recovery word to confirm, %1").replace("%1", str(number)))
        self._said = Said()
        self._steps.addWidget(self._show_page())
        self._steps.addWidget(self._ask_page())
        frame, inside = step_card()
        inside.addWidget(self._steps)
        column(self).addWidget(frame)

    def show_words(self, words: Sequence[str]) -> None:
        """Show ``words`` with their numbers."""
        self._words = tuple(words)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for at, word in enumerate(self._words):
            made = label(f"{at + 1}  {word}", "word")
            made.setAccessibleName(f"{at + 1}: {word}")
            self._grid.addWidget(made, at // 3, at % 3)
        chosen = secrets.SystemRandom().sample(range(len(self._words)), ASKED_BACK)
        self._asked = tuple(sorted(chosen))
        for name, field, at in zip(self._names, self._fields, self._asked, strict=True):
            words_of = self.tr("Word %1").replace("%1", str(at + 1))
            name.setText(words_of)
            name.setBuddy(field)
            field.setAccessibleName(words_of)
        self._steps.setCurrentIndex(0)

    @property
    def asked(self) -> tuple[int, ...]:
        """Which words are asked back, from 0."""
        return self._asked

    def _show_page(self) -> QWidget:
        made = QWidget()
        box = column(made, spacing=14)
        box.addWidget(label(self.tr("Your recovery words"), "title", wrap=True))
        box.addWidget(
            label(
                self.tr(
                    "If the passphrase is ever forgotten, these eleven words open the journal, in this order. Write "
                    "them on paper and keep them where you keep your passport, not on this computer. Anyone who has "
                    "them can read the journal."
                ),
                wrap=True,
            )
        )
        box.addLayout(self._grid)
        box.addWidget(
            label(
                self.tr("Printing goes through the system, and the printer or its queue may keep a copy."),
                "hint",
                wrap=True,
            )
        )
        to_paper = button(self.tr("Print…"), name=self.tr("Print the recovery words"))
        to_paper.clicked.connect(self._print)
        done = button(self.tr("I have written them down"), "primary")
        done.clicked.connect(self._to_ask)
        begin_at(self, done)
        box.addLayout(row(to_paper, None, done))
        return made

    def _ask_page(self) -> QWidget:
        made = QWidget()
        box = column(made, spacing=14)
        box.addWidget(label(self.tr("Three of them, to be sure"), "title", wrap=True))
        box.addWidget(label(self.tr("Type them from your paper: then the paper is right."), wrap=True))
        for name, field in zip(self._names, self._fields, strict=True):
            box.addLayout(pair(name, field))
            field.returnPressed.connect(self._entered)
        box.addWidget(self._said)
        box.addStretch(1)
        back = button(self.tr("Show the words again"))
        self._done = button(self.tr("Begin"), "primary")
        back.clicked.connect(self._to_show)
        self._done.clicked.connect(self._check)
        box.addLayout(row(back, None, self._done))
        return made

    def _print(self) -> None:
        # printing needs a library that nothing else does
        from ui.widgets.words_print import ask_to_print  # noqa: PLC0415

        ask_to_print(self._words, self.window())

    def _to_show(self) -> None:
        self._steps.setCurrentIndex(0)
        self.asking.emit(False)

    def _to_ask(self) -> None:
        if not self._confirm:
            self._finish()
            return
        self._said.setText("")
        self._steps.setCurrentIndex(1)
        self.asking.emit(True)
        self._fields[0].setFocus()

    def _entered(self) -> None:
        """Return goes to the next word that is still missing, and after the last one on."""
        empty = next((field for field in self._fields if not field.text().strip()), None)
        if empty is None:
            self._check()
        else:
            empty.setFocus()

    def _check(self) -> None:
        wrong = [
            (str(at + 1), field)
            for at, field in zip(self._asked, self._fields, strict=True)
            if field.text().strip().casefold() != self._words[at]
        ]
        if wrong:
            numbers = [number for number, _ in wrong]
            if len(numbers) == 1:
                said = self.tr("Not yet: word %1 is a different one.").replace("%1", numbers[0])
            else:
                said = self.tr("Not yet: words %1 and %2 are different ones.")
                said = said.replace("%1", ", ".join(numbers[:-1])).replace("%2", numbers[-1])
            self._said.setText(said)
            wrong[0][1].setFocus()
            wrong[0][1].selectAll()
            return
        self._finish()

    def _finish(self) -> None:
        self._words = ()
        for field in self._fields:
            # not ``clear``, which undo takes back
            field.setText("")
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.finished.emit()
