"""The passphrase and the recovery words of an open journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.new_key_dialog import NewKeyDialog
from ui.settings.store import SettingsStore
from ui.theme import Look
from ui.widgets.fit import fit
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.parts import bleed, button, column, label, pair, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.said import Said
from ui.widgets.strength import Estimator
from ui.widgets.words_step import WordsStep


class KeysSection(QWidget):
    """All three ask for the present passphrase first. ``backups`` says where a backup goes before a change of key."""

    said = Signal(object)

    def __init__(
        self,
        look: Look,
        store: SettingsStore,
        lane: Lane,
        estimator: Estimator,
        *,
        backups: Callable[[], Path],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._lane, self._estimator = look, store, lane, estimator
        self._backups = backups
        box = column(self, spacing=22)
        for heading, words, action, slot in (
            (
                self.tr("Passphrase"),
                self.tr(
                    "Changing the passphrase does not change old backups: they still open with the passphrase they "
                    "were made with. The recovery words stay the same."
                ),
                self.tr("Change the passphrase…"),
                self._ask_change,
            ),
            (
                self.tr("Recovery words"),
                self.tr("To write them down again, or to see whether your paper is right."),
                self.tr("Show the recovery words…"),
                self._ask_words,
            ),
            (
                self.tr("A new key"),
                self.tr(
                    "For when someone may know the passphrase or the words. The whole journal is encrypted anew and "
                    "gets new words; the old words open it no more."
                ),
                self.tr("Make a new key…"),
                self._ask_key,
            ),
        ):
            part = column(spacing=4)
            part.addWidget(label(heading, "section"))
            part.addWidget(label(words, "second", wrap=True))
            part.addSpacing(6)
            asked = button(action)
            asked.clicked.connect(slot)
            part.addLayout(row(asked, None))
            box.addLayout(part)

    def _ask_change(self) -> None:
        dialog = ChangeDialog(self._look, self._store, self._lane, self._estimator, self)
        dialog.changed.connect(lambda: self.said.emit(self.tr("The passphrase is changed.")))
        dialog.open()

    def _ask_words(self) -> None:
        WordsDialog(self._look, self._store, self._lane, self).open()

    def _ask_key(self) -> None:
        dialog = NewKeyDialog(self._look, self._store, self._lane, self._backups(), self)
        dialog.made.connect(
            lambda: self.said.emit(self.tr("The journal has a new key. The old words open it no more."))
        )
        dialog.open()


class ChangeDialog(QDialog):
    """The present passphrase, and the new one twice."""

    changed = Signal()

    def __init__(self, look: Look, store: SettingsStore, lane: Lane, estimator: Estimator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the passphrase"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look, self._store, self._lane = look, store, lane
        self._working = False
        self._old = PassphraseField(look, self.tr("Present passphrase"))
        self._new = NewPassphrase(look, estimator)
        self._said = Said()
        self._go = button(self.tr("Change it"), "primary")
        self._cancel = cancel = button(self.tr("Cancel"))
        box = column(self, margins=(26, 22, 26, 20), spacing=14)
        box.addWidget(label(self.tr("Change the passphrase"), "heading"))
        box.addWidget(
            label(self.tr("Old backups and old copies of the key file still open with the old passphrase."), wrap=True)
        )
        box.addLayout(pair(label(self.tr("&Present passphrase"), "second", buddy=self._old), self._old))
        box.addLayout(bleed(self._new))
        box.addWidget(self._said)
        box.addLayout(row(None, cancel, self._go))
        # typed first and looked at last, as the two below
        self.setTabOrder(self._new.last_stop, self._old.eye)
        self.setTabOrder(self._old.eye, cancel)
        self._old.textChanged.connect(self._refresh)
        self._old.returnPressed.connect(self._new.setFocus)
        self._new.changed.connect(self._refresh)
        self._new.entered.connect(self._go.click)
        self._go.clicked.connect(self._ask)
        cancel.clicked.connect(self.reject)
        self._refresh()
        fit(self, look, 480)

    def reject(self) -> None:
        """Qt: Escape and Cancel. What is under way is not called back: it would be changed, and nobody told."""
        if not self._working:
            self._new.forget()
            super().reject()

    def _refresh(self) -> None:
        self._go.setEnabled(bool(self._old.text()) and self._new.acceptable and not self._working)

    def _ask(self) -> None:
        store, old, new = self._store, self._old.take(), self._new.chosen
        self._work(True)
        self._said.setText("")
        self._lane.run(
            lambda: store.change_passphrase(old, new),
            owner=self,
            done=self._done,
            failed=self._failed,
            work=Work.WRITE,
        )

    def _work(self, working: bool) -> None:
        self._working = working
        self._go.setText(self.tr("Changing…") if working else self.tr("Change it"))
        for part in (self._old, self._new, self._cancel):
            part.setEnabled(not working)
        self._refresh()

    def _done(self, _none: object) -> None:
        self._new.forget()
        self.changed.emit()
        self.accept()

    def _failed(self, error: Exception) -> None:
        """The new one stays: mostly it is the present one that was mistyped."""
        self._work(False)
        self._said.setText(error_words(error))
        fit(self, self._look, 480)
        self._old.setFocus()


class WordsDialog(QDialog):
    """Shows the recovery words to who knows the passphrase."""

    def __init__(self, look: Look, store: SettingsStore, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recovery words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._lane = store, lane
        self._field = PassphraseField(look, self.tr("Passphrase"))
        self._said = Said()
        self._go = button(self.tr("Show the words"), "primary")
        self._ask_part = QWidget()
        ask = column(self._ask_part, margins=(26, 22, 26, 20), spacing=14)
        ask.addWidget(label(self.tr("Recovery words"), "heading"))
        ask.addLayout(pair(label(self.tr("&Passphrase"), "second", buddy=self._field), self._field))
        ask.addWidget(self._said)
        cancel = button(self.tr("Cancel"))
        ask.addLayout(row(None, cancel, self._go))
        self._words = WordsStep(confirm=False)
        self._words.hide()
        box = column(self)
        box.addWidget(self._ask_part)
        box.addWidget(self._words)
        self._go.clicked.connect(self._ask)
        self._go.setEnabled(False)
        self._field.textChanged.connect(lambda text: self._go.setEnabled(bool(text)))
        self._field.returnPressed.connect(self._go.click)
        cancel.clicked.connect(self.reject)
        self._words.finished.connect(self.accept)
        self._look = look
        fit(self, look, 420)

    def _ask(self) -> None:
        store, passphrase = self._store, self._field.take()
        self._said.setText(self.tr("Looking…"))
        self._lane.run(
            lambda: store.recovery_words(passphrase),
            owner=self,
            done=self._show,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._said.setText(error_words(error))
        fit(self, self._look, 420)
        self._field.setFocus()

    def _show(self, words: Sequence[str]) -> None:
        self._ask_part.hide()
        self._words.show_words(words)
        self._words.show()
        self._words.setFocus()
        fit(self, self._look, 620)
