"""Opens a journal with its recovery words, and sets a new passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from ui.theme import Look
from ui.widgets.first_stop import begin_at
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.parts import bleed, button, centred, column, label, row, step_card
from ui.widgets.said import Said
from ui.widgets.strength import Estimator

#: Ten words carry the secret, the eleventh checks them (security design, "Recovery words").
WORDS = 11
_IN_A_ROW = 4


class _WordField(QLineEdit):
    """``done``: Return, or a space as it stands between the words on paper; the rest of a word is offered in it."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a space or Return takes what is offered."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.deselect()
            if self.text().strip():
                self.done.emit()
        else:
            super().keyPressEvent(event)


class RecoverPage(QWidget):
    """Eleven fields that offer the rest of a word while one types and mark an unknown word at once.

    ``suggest`` and ``unknown`` take a word, ``fault`` all eleven, and gives the sentence that says what is wrong.
    """

    recover_asked = Signal(str, str)
    back_asked = Signal()

    def __init__(
        self,
        look: Look,
        *,
        suggest: Callable[[str], Sequence[str]],
        unknown: Callable[[str], Sequence[str]],
        fault: Callable[[str], str],
        estimator: Estimator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._suggest, self._unknown, self._fault = look, suggest, unknown, fault
        self._fields = [self._word_field(number) for number in range(1, WORDS + 1)]
        self._said = Said()
        self._new = NewPassphrase(look, estimator)
        self._open = button(self.tr("Open with these words"), "primary")
        back = button(self.tr("Back"))
        frame, inside = step_card()
        inside.addWidget(label(self.tr("Recovery words"), "title", wrap=True))
        inside.addWidget(
            label(
                self.tr("Type the eleven words in their order. You can paste them all into the first field."), wrap=True
            )
        )
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, field in enumerate(self._fields):
            grid.addWidget(field, at // _IN_A_ROW, at % _IN_A_ROW)
        inside.addLayout(grid)
        inside.addWidget(self._said)
        inside.addSpacing(4)
        inside.addWidget(label(self.tr("Then a new passphrase, in the place of the one that is forgotten."), wrap=True))
        inside.addLayout(bleed(self._new))
        inside.addLayout(row(back, None, self._open))
        column(self).addWidget(centred(frame, look, 620))
        self._new.changed.connect(self._refresh)
        self._new.entered.connect(self._open.click)
        self._open.clicked.connect(self._ask)
        back.clicked.connect(self.back_asked)
        begin_at(self, self._fields[0])
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back, as it does in a dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def words(self) -> str:
        """The words typed, with single spaces."""
        return " ".join(field.text().strip() for field in self._fields).strip()

    def failed(self, words: str) -> None:
        """Say what was wrong."""
        self._open.setText(self.tr("Open with these words"))
        self._refresh()
        self._said.setText(words)

    def forget(self) -> None:
        """Drop what was typed."""
        for field in self._fields:
            # not ``clear``, which undo takes back
            field.setText("")
            offered = field.completer().model()
            if isinstance(offered, QStringListModel):
                offered.setStringList([])
        self._new.forget()

    def _word_field(self, number: int) -> QLineEdit:
        field = _WordField()
        field.setPlaceholderText(str(number))
        field.setAccessibleName(self.tr("Word %1").replace("%1", str(number)))
        field.setMinimumWidth(60)
        completer = QCompleter(QStringListModel(field), field)
        # in the field: a list in a window of its own gets the keyboard late from some window managers, and hands it to
        # the field one has just left
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        field.textEdited.connect(lambda text: self._typed(field, text))
        field.editingFinished.connect(self._refresh)
        field.done.connect(lambda: self._go_to(number))
        return field

    def _typed(self, field: QLineEdit, text: str) -> None:
        parts = text.split()
        if len(parts) > 1:
            at = self._fields.index(field)
            for place, word in zip(self._fields[at:], parts, strict=False):
                place.setText(word)
            self._go_to(at + len(parts))
        elif len(text) >= 2:
            model = field.completer().model()
            if isinstance(model, QStringListModel):
                model.setStringList(list(self._suggest(text.lower()))[:8])
        self._refresh()

    def _go_to(self, at: int) -> None:
        """The keyboard to a word, and after the last to the passphrase."""
        (self._fields[at] if at < WORDS else self._new).setFocus()

    def _refresh(self) -> None:
        filled = all(field.text().strip() for field in self._fields)
        said = self._wrong()
        if filled and not said and not any(field.hasFocus() for field in self._fields):
            said = self._fault(self.words())
        self._said.setText(said)
        self._open.setEnabled(filled and not said and self._new.acceptable)

    def _wrong(self) -> str:
        """What is wrong with single words, the one being typed left out."""
        unknown = [
            str(number)
            for number, field in enumerate(self._fields, 1)
            if field.text().strip() and not field.hasFocus() and self._unknown(field.text().strip())
        ]
        if not unknown:
            return ""
        return self.tr("Not in the list of words: number %1.").replace("%1", ", ".join(unknown))

    def _ask(self) -> None:
        self._open.setEnabled(False)
        self._open.setText(self.tr("Opening…"))
        self.recover_asked.emit(self.words(), self._new.take())
