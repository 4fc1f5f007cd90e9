"""A new passphrase, typed twice, with its strength and the offer of six random words."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Look
from ui.widgets.first_stop import begin_at
from ui.widgets.parts import button, column, flush, label, pair
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.said import Said
from ui.widgets.strength import Estimator, StrengthMeter


class NewPassphrase(QWidget):
    """Two fields and a meter; ``acceptable`` when they agree and the strength would be taken."""

    changed = Signal()
    #: Return was pressed in the second field: the person is done.
    entered = Signal()

    def __init__(self, look: Look, estimator: Estimator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimator = estimator
        self._first = PassphraseField(look, self.tr("New passphrase"))
        self._second = PassphraseField(look, self.tr("The same passphrase again"))
        self._meter = StrengthMeter(estimator)
        self._differs = Said()
        offer = button(self.tr("Offer six random words"), "link")
        box = column(self, spacing=8)
        box.addLayout(pair(label(self.tr("&New passphrase"), "second", buddy=self._first), self._first))
        box.addWidget(self._meter)
        box.addLayout(flush(offer))
        box.addSpacing(4)
        box.addLayout(pair(label(self.tr("The &same passphrase again"), "second", buddy=self._second), self._second))
        box.addWidget(self._differs)
        self._meter.judged.connect(self.changed)
        self._first.returnPressed.connect(self._to_second)
        self._second.returnPressed.connect(self._done)
        self._first.textChanged.connect(self._typed)
        self._second.textChanged.connect(self._compare)
        offer.clicked.connect(self._offer)
        # from one field to the other: a passphrase is typed twice more often than it is looked at
        for before, after in pairwise((self._first, self._second, self._first.eye, offer, self._second.eye)):
            self.setTabOrder(before, after)
        begin_at(self, self._first)

    @property
    def last_stop(self) -> QWidget:
        """Where the keyboard comes by last."""
        return self._second.eye

    @property
    def acceptable(self) -> bool:
        """Whether it may be used."""
        return self._meter.acceptable and self._first.text() == self._second.text()

    def take(self) -> str:
        """The passphrase, once."""
        self._second.clear()
        return self._first.take()

    @property
    def chosen(self) -> str:
        """The passphrase, which stays in its fields until ``forget``: for where it can be asked for once more."""
        return self._first.text()

    def forget(self) -> None:
        """Drop what was typed."""
        for field in (self._first, self._second):
            field.clear()
            field.hide_text()

    def _offer(self) -> None:
        self._first.setText(self._estimator.six_words())
        self._second.clear()
        if self._first.echoMode() is PassphraseField.EchoMode.Password:
            self._first.actions()[0].setChecked(True)
        self._second.setFocus()

    def _to_second(self) -> None:
        # as by Tab: what was typed there before is typed over, for nobody sees what it is
        self._second.setFocus(Qt.FocusReason.TabFocusReason)

    def _done(self) -> None:
        self._compare(whole=True)
        self.entered.emit()

    def _typed(self, text: str) -> None:
        self._meter.show_for(text)
        self._compare()

    def _compare(self, *_: object, whole: bool = False) -> None:
        """Say that the two differ: while one types only where they already do, ``whole`` where one is done."""
        first, second = self._first.text(), self._second.text()
        differs = second != first if whole else not first.startswith(second)
        self._differs.setText(self.tr("The two are not the same.") if second and differs else "")
        self.changed.emit()
