"""The offer of a journal to explore: what it is, its passphrase, and a way to be rid of it in one step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, column, label
from ui.widgets.said import Said


class SampleCard(QFrame):
    """``explore_asked``, ``delete_asked``; ``there``: it was made before."""

    explore_asked = Signal()
    delete_asked = Signal()

    def __init__(self, passphrase: str, *, there: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "aside")
        self._explore = button(self.tr("Explore the sample journal") if there else self.tr("Explore a sample journal"))
        self._delete = button(self.tr("Delete the sample"), "link")
        self._delete.setVisible(there)
        self._said = Said()
        box = column(self, margins=(30, 18, 30, 20), spacing=8)
        box.addWidget(label(self.tr("Only looking?"), "section"))
        box.addWidget(
            label(
                self.tr(
                    "There is a sample journal: a year of an invented counsellor’s evenings, with drafts to try "
                    "the review on. Everyone in it is invented. Its passphrase is no secret: %1"
                ).replace("%1", f"“{passphrase}”."),
                wrap=True,
            )
        )
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=10)
        flow.addWidget(self._explore)
        flow.addWidget(self._delete)
        box.addWidget(buttons)
        box.addWidget(self._said)
        self._explore.clicked.connect(self._ask)
        self._delete.clicked.connect(self.delete_asked)

    def deleted(self) -> None:
        """It is gone; it can be made again."""
        self._delete.hide()
        self._explore.setText(self.tr("Explore a sample journal"))

    def failed(self, words: str) -> None:
        """It could not be made or opened: say why."""
        self._said.setText(words)
        self._explore.setEnabled(True)
        self._explore.setText(self.tr("Try again"))

    def _ask(self) -> None:
        self._said.setText("")
        self._explore.setEnabled(False)
        self._explore.setText(self.tr("Opening…"))
        self.explore_asked.emit()
