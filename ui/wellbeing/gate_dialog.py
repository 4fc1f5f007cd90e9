"""Before a measure with terms is switched on: its source, its terms, what it cannot tell; read, then turned on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from journal.practice.measures import Measure, MeasuresData
from ui.theme import Look
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import label

#: So wide that all of it is seen at once in a window of 1024 by 700, at the standard text size.
_WIDTH_PX = 720


class GateDialog(FormDialog):
    """``asked`` comes only once the person ticked that they read it."""

    def __init__(self, look: Look, measure: Measure, data: MeasuresData, parent: QWidget | None = None) -> None:
        super().__init__(look, measure.name, save=self.tr("Turn it on"), parent=parent)
        for head, words in (
            (self.tr("What it is not"), data.display["not_diagnostic"]),
            (self.tr("What to keep in mind"), "\n".join(f"–  {caveat}" for caveat in measure.caveats)),
            (self.tr("Where it comes from"), measure.citation),
            (self.tr("Its terms"), measure.terms),
            (self.tr("How it is scored"), measure.scoring),
        ):
            if words:
                self.fields.addWidget(label(head, "section"))
                self.fields.addWidget(label(words, "", wrap=True))
                self.fields.addSpacing(4)
        self._read = QCheckBox(self.tr("I have read where it comes from and its terms"))
        self.fields.addWidget(self._read)
        self.save.setEnabled(False)
        self._read.toggled.connect(self.save.setEnabled)
        self.fit(_WIDTH_PX)

    def _show_focus(self) -> None:
        # it is there to be read: where not all of it is seen, the keyboard begins at its text and scrolls it
        if self._area.verticalScrollBar().maximum():
            self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._area.setAccessibleName(self.tr("Source and terms"))
            self._area.setFocus()
        else:
            super()._show_focus()
