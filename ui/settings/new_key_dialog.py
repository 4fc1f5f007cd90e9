"""A new key for the journal: why, the passphrase, then the new recovery words, three of them asked back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.store import SettingsStore
from ui.theme import Look
from ui.widgets.fit import fit
from ui.widgets.parts import button, column, label, pair, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.said import Said
from ui.widgets.words_step import WordsStep


class NewKeyDialog(QDialog):
    """Accepted when the new words were confirmed; they can be shown again later with the passphrase.

    ``made`` comes as it closes, where the journal has a new key by then, confirmed or not.
    """

    made = Signal()

    def __init__(self, look: Look, store: SettingsStore, lane: Lane, backups: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A new key"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._lane, self._backups = store, lane, backups
        self._working = False
        self._field = PassphraseField(look, self.tr("Passphrase"))
        self._said = Said()
        self._go = button(self.tr("Make a new key"), "primary")
        self._cancel = button(self.tr("Cancel"))
        self._ask_part = QWidget()
        ask = column(self._ask_part, margins=(26, 22, 26, 20), spacing=14)
        ask.addWidget(label(self.tr("A new key"), "heading"))
        for words in (
            self.tr(
                "Someone may know your passphrase or your recovery words? Then the journal should have a new key. "
                "A backup is made first, every page is encrypted anew, and you get eleven new words."
            ),
            self.tr(
                "The passphrase stays as it is: change it too if it is the passphrase that may be known. Old backups "
                "still open with the old words and the passphrase they were made with; delete them once you have a "
                "new one."
            ),
        ):
            ask.addWidget(label(words, wrap=True))
        ask.addLayout(pair(label(self.tr("&Passphrase"), "second", buddy=self._field), self._field))
        ask.addWidget(self._said)
        ask.addLayout(row(None, self._cancel, self._go))
        self._words = WordsStep()
        self._words.hide()
        box = column(self)
        box.addWidget(self._ask_part)
        box.addWidget(self._words)
        self._field.textChanged.connect(self._refresh)
        self._field.returnPressed.connect(self._ask)
        self._go.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.reject)
        self._words.finished.connect(self.accept)
        self._look = look
        self._refresh()
        fit(self, look, 520)

    def reject(self) -> None:
        """Qt: Escape and Cancel. What is under way is not called back: there would be words that nobody has seen."""
        if not self._working:
            super().reject()

    def _refresh(self) -> None:
        self._go.setEnabled(bool(self._field.text()) and not self._working)
        self._go.setText(self.tr("Encrypting anew…") if self._working else self.tr("Make a new key"))
        for part in (self._field, self._cancel):
            part.setEnabled(not self._working)

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        store, backups, passphrase = self._store, self._backups, self._field.take()
        self._said.setText("")
        self._working = True
        self._refresh()
        self._lane.run(
            lambda: store.new_key(passphrase, backups),
            owner=self,
            done=self._show,
            failed=self._failed,
            work=Work.WRITE,
        )

    def _show(self, words: Sequence[str]) -> None:
        self._working = False
        self.finished.connect(self.made)
        self._ask_part.hide()
        self._words.show_words(words)
        self._words.show()
        self._words.setFocus()
        fit(self, self._look, 620)

    def _failed(self, error: Exception) -> None:
        self._working = False
        self._refresh()
        self._said.setText(error_words(error))
        fit(self, self._look, 520)
        self._field.setFocus()
