"""The first run: where the journal lies, a passphrase, and the recovery words, of which three are asked back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import Look
from ui.unlock.new_passphrase import NewPassphrase
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.parts import button, card, centred, column, label, row
from ui.widgets.strength import Estimate

#: How many of the words are asked back (security design, "Recovery words").
ASKED_BACK = 3


class FirstRun(QWidget):
    """Three steps. ``create_asked`` carries folder and passphrase; ``finished`` comes when the words were confirmed."""

    create_asked = Signal(object, str)
    open_asked = Signal()
    finished = Signal()

    def __init__(
        self,
        look: Look,
        *,
        folder: Path,
        estimate: Estimate,
        six_words: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.folder = folder
        self._steps = QStackedWidget()
        self._passphrase = NewPassphrase(look, estimate, six_words)
        self._steps.addWidget(self._where_step())
        self._steps.addWidget(self._passphrase_step())
        self.words_step = WordsStep()
        self.words_step.finished.connect(self.finished)
        self._steps.addWidget(centred(self.words_step, 620))
        column(self).addWidget(self._steps)

    def show_words(self, words: Sequence[str]) -> None:
        """The journal is made: show its recovery words."""
        self.words_step.show_words(words)
        self._steps.setCurrentIndex(2)

    def failed(self, words: str) -> None:
        """The journal could not be made: say why; what was typed is to be typed again."""
        self._said.setText(words)
        self._make.setText(self.tr("Make the journal"))
        self._refresh()

    def _where_step(self) -> QWidget:
        frame, inside = _step_card()
        inside.addWidget(label(self.tr("A journal that only you can read"), "title", wrap=True))
        for words in (
            self.tr(
                "Everything you write is encrypted on this computer, with a passphrase that you choose. There is no "
                "account and nothing leaves this computer unless you export it."
            ),
            self.tr(
                "If you lose both the passphrase and the recovery words, nobody can open the journal, and neither can "
                "we."
            ),
            self.tr(
                "This is your own reflection, not the clinical record. Write so that nobody can be identified, and "
                "keep what the record needs in the record."
            ),
        ):
            inside.addWidget(label(words, wrap=True))
        self._place = QLineEdit(str(self.folder))
        self._place.setReadOnly(True)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the journal's folder"))
        inside.addWidget(label(self.tr("The journal's &folder"), "section", buddy=self._place))
        inside.addLayout(row(self._place, choose))
        go_on = button(self.tr("Go on"), "primary")
        there = button(self.tr("Open a journal that is there already…"), "link")
        inside.addSpacing(4)
        inside.addLayout(row(there, None, go_on))
        choose.clicked.connect(self._choose)
        go_on.clicked.connect(self._to_passphrase)
        there.clicked.connect(self.open_asked)
        return centred(frame, 620)

    def _passphrase_step(self) -> QWidget:
        frame, inside = _step_card()
        inside.addWidget(label(self.tr("Your passphrase"), "title"))
        inside.addWidget(
            label(
                self.tr(
                    "It opens the journal, and it cannot be reset by anyone. A few words that do not belong together "
                    "are easier to remember and harder to guess than a short riddle."
                ),
                wrap=True,
            )
        )
        inside.addWidget(self._passphrase)
        self._said = label("", "error", wrap=True)
        inside.addWidget(self._said)
        back = button(self.tr("Back"))
        self._make = button(self.tr("Make the journal"), "primary")
        self._make.setEnabled(False)
        inside.addLayout(row(back, None, self._make))
        back.clicked.connect(self._to_where)
        self._make.clicked.connect(self._create)
        self._passphrase.changed.connect(self._refresh)
        return centred(frame, 620)

    def _choose(self) -> None:
        dialog = FolderDialog(self._look, self.tr("Where the journal lies"), self.folder, self)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: Path) -> None:
        self.folder = folder
        self._place.setText(str(folder))

    def _to_where(self) -> None:
        self._steps.setCurrentIndex(0)

    def _to_passphrase(self) -> None:
        self._steps.setCurrentIndex(1)
        self._passphrase.setFocus()

    def _refresh(self) -> None:
        self._make.setEnabled(self._passphrase.acceptable)

    def _create(self) -> None:
        self._said.setText("")
        self._make.setEnabled(False)
        self._make.setText(self.tr("Making the journal…"))
        self.create_asked.emit(self.folder, self._passphrase.take())
        self._make.setEnabled(False)


class WordsStep(QWidget):
    """Shows the recovery words, then asks three of them back. The words go when this is finished."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, confirm: bool = True) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._asked: tuple[int, ...] = ()
        self._confirm = confirm
        self._steps = QStackedWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._fields = [QLineEdit() for _ in range(ASKED_BACK)]
        self._names = [label("", "second") for _ in self._fields]
        self._said = label("", "error", wrap=True)
        self._steps.addWidget(self._show_page())
        self._steps.addWidget(self._ask_page())
        frame, inside = _step_card()
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
        box.addWidget(label(self.tr("Your recovery words"), "title"))
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
        done = button(self.tr("I have written them down"), "primary")
        done.clicked.connect(self._to_ask)
        box.addLayout(row(None, done))
        return made

    def _ask_page(self) -> QWidget:
        made = QWidget()
        box = column(made, spacing=10)
        box.addWidget(label(self.tr("Three of them, to be sure"), "title"))
        for name, field in zip(self._names, self._fields, strict=True):
            box.addWidget(name)
            box.addWidget(field)
            field.returnPressed.connect(self._check)
        box.addWidget(self._said)
        back = button(self.tr("Show the words again"))
        self._done = button(self.tr("Begin"), "primary")
        back.clicked.connect(self._to_show)
        self._done.clicked.connect(self._check)
        box.addLayout(row(back, None, self._done))
        return made

    def _to_show(self) -> None:
        self._steps.setCurrentIndex(0)

    def _to_ask(self) -> None:
        if not self._confirm:
            self._finish()
            return
        self._said.setText("")
        self._steps.setCurrentIndex(1)
        self._fields[0].setFocus()

    def _check(self) -> None:
        wrong = [
            str(at + 1)
            for at, field in zip(self._asked, self._fields, strict=True)
            if field.text().strip().casefold() != self._words[at]
        ]
        if wrong:
            self._said.setText(self.tr("Not yet: word %1 is another.").replace("%1", ", ".join(wrong)))
            return
        self._finish()

    def _finish(self) -> None:
        self._words = ()
        for field in self._fields:
            field.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.finished.emit()


def _step_card() -> tuple[QWidget, QVBoxLayout]:
    frame, inside = card(spacing=12)
    inside.setContentsMargins(30, 26, 30, 22)
    return frame, inside
