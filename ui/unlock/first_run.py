"""The first run: where the journal lies, a passphrase, and the recovery words, of which three are asked back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ui.theme import Look
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.parts import button, centred, column, label, row, step_card
from ui.widgets.strength import Estimator
from ui.widgets.words_step import WordsStep


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
        estimator: Estimator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.folder = folder
        self._steps = QStackedWidget()
        self._passphrase = NewPassphrase(look, estimator)
        self._steps.addWidget(self._where_step())
        self._steps.addWidget(self._passphrase_step())
        self.words_step = WordsStep()
        self.words_step.finished.connect(self.finished)
        self._steps.addWidget(centred(self.words_step, self._look, 620))
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
        frame, inside = step_card()
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
        return centred(frame, self._look, 620)

    def _passphrase_step(self) -> QWidget:
        frame, inside = step_card()
        inside.addWidget(label(self.tr("Your passphrase"), "title", wrap=True))
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
        return centred(frame, self._look, 620)

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
