"""The first run: where the journal lies, what loss means, a passphrase, recovery words and three of them asked back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QWidget

from ui.theme import Look
from ui.unlock.sample_card import SampleCard
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.parts import LINK_EDGE, bleed, button, centred, column, label, pair, row, step_card
from ui.widgets.said import Said
from ui.widgets.steps import Steps
from ui.widgets.strength import Estimator
from ui.widgets.words_step import WordsStep

_WIDTH = 620


class FirstRun(QWidget):
    """A few steps. ``create_asked`` carries folder and passphrase; ``finished`` comes when the words were confirmed.

    ``fault`` says what is wrong with a folder, before anything is typed for it; empty: nothing.
    ``place`` says where in a folder that was chosen the journal goes.
    ``sample`` is the passphrase of the sample journal, which is offered beside the first step; empty: no offer.
    """

    create_asked = Signal(object, str)
    open_asked = Signal()
    finished = Signal()

    def __init__(
        self,
        look: Look,
        *,
        folder: Path,
        estimator: Estimator,
        sample: str = "",
        sample_there: bool = False,
        fault: Callable[[Path], str] = lambda _: "",
        place: Callable[[Path], Path] = lambda folder: folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.folder = folder
        self._fault, self._place_in = fault, place
        self.sample = SampleCard(sample, there=sample_there) if sample else None
        self._pages = QStackedWidget()
        self._passphrase = NewPassphrase(look, estimator)
        self.words_step = WordsStep()
        self._names = (
            self.tr("What is kept, and where"),
            self.tr("If it is lost"),
            self.tr("Your passphrase"),
            self.tr("Recovery words"),
            self.tr("Three of them"),
        )
        for made in (self._where_step(), self._loss_step(), self._passphrase_step()):
            self._pages.addWidget(made)
        self._shown = self._stepped(self.words_step, 3)
        self._pages.addWidget(self._page(self._shown))
        self.words_step.finished.connect(self.finished)
        self.words_step.asking.connect(self._words_asked)
        column(self).addWidget(centred(self._pages, self._look, _WIDTH))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: whoever starts the program gets on with Return, as in every later step.

        Not a focus proxy: with one, Qt leaves out what stands before the button, and stops at it on later steps too.
        """
        self._to(self._pages.currentIndex())

    def show_words(self, words: Sequence[str]) -> None:
        """The journal is made: show its recovery words."""
        self.words_step.show_words(words)
        self._to(3)

    def failed(self, words: str) -> None:
        """The journal could not be made: say why; what was typed is to be typed again."""
        self._make.setText(self.tr("Make the journal"))
        self._refresh()
        self._said.setText(words)
        self._passphrase.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        self._passphrase.forget()

    def _stepped(self, inside: QWidget, at: int) -> QWidget:
        """``inside`` below the bars of the steps."""
        made = QWidget()
        box = column(made, spacing=14)
        steps = Steps(self._names)
        steps.show_step(at)
        box.addWidget(steps)
        box.addWidget(inside)
        return made

    def _page(self, made: QWidget) -> QWidget:
        """``made`` at the top of its page: as high as the highest step, so that none jumps when the next is shown."""
        page = QWidget()
        box = column(page)
        box.addWidget(made)
        box.addStretch(1)
        return page

    def _words_asked(self, asking: bool) -> None:
        steps = self._shown.findChild(Steps)
        if isinstance(steps, Steps):
            steps.show_step(4 if asking else 3)

    def _where_step(self) -> QWidget:
        frame, inside = step_card()
        inside.addWidget(label(self.tr("A journal that only you can read"), "title", wrap=True))
        for words in (
            self.tr(
                "Everything you write is encrypted on this computer, with a passphrase that you choose. There is no "
                "account and nothing leaves this computer unless you export it."
            ),
            self.tr(
                "This is your own reflection, not the clinical record. Write so that nobody can be identified, and "
                "keep what the record needs in the record."
            ),
        ):
            inside.addWidget(label(words, wrap=True))
        self._place = QLineEdit(str(self.folder))
        self._place.setReadOnly(True)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the journal’s folder"))
        beside = label(
            self.tr("Encrypted backups are made by themselves. Settings say where, and let you move them."),
            "hint",
            wrap=True,
        )
        inside.addSpacing(4)
        inside.addLayout(
            pair(
                label(self.tr("The &journal’s folder"), "section", buddy=self._place), row(self._place, choose), beside
            )
        )
        go_on = button(self.tr("Go on"), "primary")
        there = button(self.tr("Open a journal that is there already…"), "link")
        self._unfit = Said()
        inside.addWidget(self._unfit)
        inside.addSpacing(4)
        inside.addLayout(row(-LINK_EDGE, there, None, go_on))
        choose.clicked.connect(self._choose)
        go_on.clicked.connect(self._from_where)
        there.clicked.connect(self.open_asked)
        made = self._stepped(frame, 0)
        if self.sample is not None and (box := made.layout()) is not None:
            box.addWidget(self.sample)
        return self._page(made)

    def _loss_step(self) -> QWidget:
        frame, inside = step_card()
        inside.addWidget(label(self.tr("Two keys, and nobody else has one"), "title", wrap=True))
        for heading, words in (
            (
                self.tr("The passphrase"),
                self.tr("You type it each time. It can be changed, and it cannot be reset by anyone."),
            ),
            (
                self.tr("The recovery words"),
                self.tr(
                    "Eleven words on paper, for the day the passphrase is forgotten. You will see them in a moment."
                ),
            ),
            (
                self.tr("Without both"),
                self.tr(
                    "If you lose both the passphrase and the recovery words, nobody can open the journal, and neither "
                    "can we. There is no other way in, for anyone: that is what keeps it private."
                ),
            ),
        ):
            inside.addLayout(pair(label(heading, "section"), label(words, wrap=True), spacing=4))
        back = button(self.tr("Back"))
        understood = button(self.tr("I understand"), "primary")
        inside.addSpacing(4)
        inside.addLayout(row(back, None, understood))
        back.clicked.connect(self._to_where)
        understood.clicked.connect(self._to_passphrase)
        return self._page(self._stepped(frame, 1))

    def _passphrase_step(self) -> QWidget:
        frame, inside = step_card()
        inside.addWidget(label(self.tr("Your passphrase"), "title", wrap=True))
        inside.addWidget(
            label(
                self.tr(
                    "A few words that do not belong together are easier to remember, and harder to guess, than a "
                    "short riddle."
                ),
                wrap=True,
            )
        )
        inside.addLayout(bleed(self._passphrase))
        self._said = Said()
        inside.addWidget(self._said)
        back = button(self.tr("Back"))
        self._make = button(self.tr("Make the journal"), "primary")
        self._make.setEnabled(False)
        inside.addLayout(row(back, None, self._make))
        back.clicked.connect(self._to_loss)
        self._make.clicked.connect(self._create)
        self._passphrase.changed.connect(self._refresh)
        self._passphrase.entered.connect(self._make.click)
        return self._page(self._stepped(frame, 2))

    def _choose(self) -> None:
        dialog = FolderDialog(self._look, self.tr("Where the journal lies"), self.folder, self)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, folder: Path) -> None:
        self.folder = self._place_in(folder)
        self._place.setText(str(self.folder))
        self._unfit.setText(self._fault(self.folder))

    def _to(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        page = self._pages.currentWidget()
        if page is None:
            return
        # the keyboard goes where the step begins, never to nowhere, and not to a button of a part that is not shown
        buttons = (one for one in page.findChildren(QPushButton) if one.isVisibleTo(page))
        first = next((one for one in buttons if one.property("look") == "primary"), None)
        if first is not None:
            first.setFocus()

    def _from_where(self) -> None:
        """Go on with a folder that will do: what is wrong with it is told here, where another is chosen."""
        said = self._fault(self.folder)
        self._unfit.setText(said)
        if not said:
            self._to_loss()

    def _to_where(self) -> None:
        self._to(0)

    def _to_loss(self) -> None:
        self._to(1)

    def _to_passphrase(self) -> None:
        self._to(2)
        self._passphrase.setFocus()

    def _refresh(self) -> None:
        self._said.setText("")
        self._make.setEnabled(self._passphrase.acceptable)

    def _create(self) -> None:
        self._said.setText("")
        self._make.setEnabled(False)
        self._make.setText(self.tr("Making the journal…"))
        self.create_asked.emit(self.folder, self._passphrase.take())
        self._make.setEnabled(False)
