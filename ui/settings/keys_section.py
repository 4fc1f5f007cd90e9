"""The passphrase and the recovery words of an open journal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.settings.store import SettingsStore
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.parts import button, column, label, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.strength import Estimator
from ui.widgets.words_step import WordsStep


class KeysSection(QWidget):
    """Both ask for the present passphrase first."""

    said = Signal(str)

    def __init__(
        self, look: Look, store: SettingsStore, lane: Lane, estimator: Estimator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._lane, self._estimator = look, store, lane, estimator
        change = button(self.tr("Change the passphrase…"))
        words = button(self.tr("Show the recovery words…"))
        box = column(self, spacing=10)
        box.addWidget(
            label(
                self.tr(
                    "Changing the passphrase does not change old backups: they still open with the passphrase they "
                    "were made with. The recovery words stay the same."
                ),
                "second",
                wrap=True,
            )
        )
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(change)
        flow.addWidget(words)
        box.addWidget(buttons)
        change.clicked.connect(self._ask_change)
        words.clicked.connect(self._ask_words)

    def _ask_change(self) -> None:
        dialog = ChangeDialog(self._look, self._store, self._lane, self._estimator, self)
        dialog.changed.connect(lambda: self.said.emit(self.tr("The passphrase is changed.")))
        dialog.open()

    def _ask_words(self) -> None:
        WordsDialog(self._look, self._store, self._lane, self).open()


class ChangeDialog(QDialog):
    """The present passphrase, and the new one twice."""

    changed = Signal()

    def __init__(self, look: Look, store: SettingsStore, lane: Lane, estimator: Estimator, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the passphrase"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._lane = store, lane
        self._old = PassphraseField(look, self.tr("Present passphrase"))
        self._new = NewPassphrase(look, estimator)
        self._said = label("", "error", wrap=True)
        self._go = button(self.tr("Change it"), "primary")
        cancel = button(self.tr("Cancel"))
        box = column(self, margins=(26, 22, 26, 20), spacing=10)
        box.addWidget(label(self.tr("Change the passphrase"), "heading"))
        box.addWidget(
            label(self.tr("Old backups and old copies of the key file still open with the old passphrase."), wrap=True)
        )
        box.addWidget(label(self.tr("&Present passphrase"), "second", buddy=self._old))
        box.addWidget(self._old)
        box.addWidget(self._new)
        box.addWidget(self._said)
        box.addLayout(row(None, cancel, self._go))
        self._old.textChanged.connect(self._refresh)
        self._new.changed.connect(self._refresh)
        self._go.clicked.connect(self._ask)
        cancel.clicked.connect(self.reject)
        self.resize(480, self.sizeHint().height())
        self._refresh()

    def _refresh(self) -> None:
        self._go.setEnabled(bool(self._old.text()) and self._new.acceptable)

    def _ask(self) -> None:
        store, old, new = self._store, self._old.take(), self._new.take()
        self._said.setText(self.tr("Changing…"))
        self._lane.run(
            lambda: store.change_passphrase(old, new),
            owner=self,
            done=self._done,
            failed=lambda error: self._said.setText(error_words(error)),
            work=Work.WRITE,
        )

    def _done(self, _none: object) -> None:
        self.changed.emit()
        self.accept()


class WordsDialog(QDialog):
    """Shows the recovery words to who knows the passphrase."""

    def __init__(self, look: Look, store: SettingsStore, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recovery words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store, self._lane = store, lane
        self._field = PassphraseField(look, self.tr("Passphrase"))
        self._said = label("", "error", wrap=True)
        self._go = button(self.tr("Show the words"), "primary")
        self._ask_part = QWidget()
        ask = column(self._ask_part, margins=(26, 22, 26, 20), spacing=10)
        ask.addWidget(label(self.tr("&Passphrase"), "second", buddy=self._field))
        ask.addWidget(self._field)
        ask.addWidget(self._said)
        ask.addLayout(row(None, self._go))
        self._words = WordsStep(confirm=False)
        self._words.hide()
        box = column(self)
        box.addWidget(self._ask_part)
        box.addWidget(self._words)
        self._go.clicked.connect(self._ask)
        self._field.returnPressed.connect(self._ask)
        self._words.finished.connect(self.accept)
        self.resize(420, self.sizeHint().height())

    def _ask(self) -> None:
        store, passphrase = self._store, self._field.take()
        self._said.setText(self.tr("Looking…"))
        self._lane.run(
            lambda: store.recovery_words(passphrase),
            owner=self,
            done=self._show,
            failed=lambda error: self._said.setText(error_words(error)),
        )

    def _show(self, words: Sequence[str]) -> None:
        self._ask_part.hide()
        self._words.show_words(words)
        self._words.show()
        self.adjustSize()
