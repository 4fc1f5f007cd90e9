"""The three core conditions as the writer felt they met them: off until chosen, each optional, never added up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.model import CORE_CONDITIONS, Ratings
from journal.practice.prompts import Condition
from ui.theme import Look
from ui.widgets.mark_slider import MarkSlider
from ui.widgets.parts import column, label


class ConditionsCard(QWidget):
    """Three sliders. ``changed`` when the person moved or cleared one."""

    changed = Signal()

    def __init__(self, look: Look, conditions: Sequence[Condition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {condition.id: condition.name for condition in conditions}
        unset = ("–", self.tr("not chosen"))
        self._sliders = {
            id: MarkSlider(look, names.get(id, id).split(" (")[0], 0, 10, unset=unset, quiet=True)
            for id in CORE_CONDITIONS
        }
        box = column(self, spacing=6)
        for slider in self._sliders.values():
            box.addWidget(slider)
            slider.changed.connect(self.changed)
        box.addWidget(label(self.tr("A note to yourself, not a score of you."), "hint", wrap=True))

    @property
    def ratings(self) -> Ratings:
        """The marks chosen."""
        return Ratings(**{id: slider.value for id, slider in self._sliders.items()})

    def show_ratings(self, ratings: Ratings) -> None:
        """Show an entry's marks."""
        for id, slider in self._sliders.items():
            slider.set_value(getattr(ratings, id))
