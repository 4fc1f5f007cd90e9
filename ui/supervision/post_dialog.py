"""A blog draft of a matter that was heard: what of its entry, and after it the answer that came back."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from journal.practice_model import AgendaItem
from ui.theme import Look
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import label

_WIDTH_PX = 520


class PostDialog(FormDialog):
    """``whole`` says whether the whole entry is wanted, or the flagged words alone."""

    def __init__(self, look: Look, item: AgendaItem, parent: QWidget | None = None) -> None:
        about = self.tr("The entry first, then what came back. It is a copy, and passes the review before it leaves.")
        begin = self.tr("Begin the draft")
        super().__init__(look, self.tr("Blog draft from this"), about, save=begin, parent=parent)
        self._whole = QRadioButton(self.tr("The whole entry"))
        self._words = QRadioButton(self.tr("The marked sentence alone"))
        self._whole.setAccessibleDescription(item.entry_title)
        self._words.setAccessibleDescription(" ".join(item.anchor.split()))
        group = QButtonGroup(self)
        for choice in (self._whole, self._words):
            group.addButton(choice)
        self._whole.setChecked(True)
        self.fields.addWidget(label(self.tr("From the entry"), "section"))
        self.fields.addWidget(self._whole)
        if item.entry_title:
            self.fields.addWidget(label(f"“{item.entry_title}”", "second", wrap=True))
        if item.anchor:
            self.fields.addWidget(self._words)
            self.fields.addWidget(label(f"“{' '.join(item.anchor.split())}”", "prompt", wrap=True))
        self.fields.addWidget(label(self.tr("What came back"), "section"))
        for said in (item.said, item.changes):
            if said:
                self.fields.addWidget(label(said, "second", wrap=True))
        self.fit(_WIDTH_PX)

    @property
    def whole(self) -> bool:
        """Whether the whole entry is to be copied."""
        return self._whole.isChecked()
