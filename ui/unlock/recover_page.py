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


class RecoverPage(QWidget):
    """Eleven fields that suggest words while one types and mark an unknown word at once."""

    recover_asked = Signal(str, str)
    back_asked = Signal()

    def __init__(
        self,
        look: Look,
        *,
        suggest: Callable[[str], Sequence[str]],
        unknown: Callable[[str], Sequence[str]],
        estimator: Estimator,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._suggest, self._unknown = look, suggest, unknown
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
        self._said.setText(words)
        self._open.setEnabled(True)
        self._open.setText(self.tr("Open with these words"))

    def forget(self) -> None:
        """Drop what was typed."""
        for field in self._fields:
            field.clear()
        self._new.forget()

    def _word_field(self, number: int) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(str(number))
        field.setAccessibleName(self.tr("Word %1").replace("%1", str(number)))
        field.setMinimumWidth(60)
        completer = QCompleter(QStringListModel(field), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(completer)
        field.textEdited.connect(lambda text: self._typed(field, text))
        field.editingFinished.connect(self._refresh)
        field.returnPressed.connect(lambda: self._go_to(number))
        return field

    def _typed(self, field: QLineEdit, text: str) -> None:
        parts = text.split()
        at = self._fields.index(field)
        if parts and (len(parts) > 1 or text[-1].isspace()):
            # pasted together, or one after the other with a space as they stand on the paper
            for place, word in zip(self._fields[at:], parts, strict=False):
                place.setText(word)
            if (popup := field.completer().popup()) is not None:
                popup.hide()
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
        unknown = [
            number
            for number, field in enumerate(self._fields, 1)
            if field.text().strip() and not field.hasFocus() and self._unknown(field.text().strip())
        ]
        numbers = ", ".join(str(number) for number in unknown)
        self._said.setText(self.tr("Not in the list of words: number %1.").replace("%1", numbers) if unknown else "")
        filled = all(field.text().strip() for field in self._fields)
        self._open.setEnabled(filled and self._new.acceptable)

    def _ask(self) -> None:
        self._open.setEnabled(False)
        self._open.setText(self.tr("Opening…"))
        self.recover_asked.emit(self.words(), self._new.take())
