"""The three core conditions as the writer felt they met them: off until chosen, each optional, never added up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from journal.model import CORE_CONDITIONS, Ratings
from journal.practice.prompts import Condition
from ui.theme import Look
from ui.widgets.parts import column, icon_button, label, row
from ui.widgets.steady import steady


class ConditionSlider(QWidget):
    """A slider from 0 to 10 that says nothing until it is moved, and can be cleared again."""

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._chosen = False
        # nobody should set a mark by scrolling
        self._slider = steady(QSlider(Qt.Orientation.Horizontal), never=True)
        self._slider.setRange(0, 10)
        self._slider.setPageStep(1)
        self._slider.setValue(5)
        self._figure = label("", "hint")
        self._clear = icon_button(look, "x", self.tr("Clear: %1").replace("%1", name))
        self._clear.setProperty("small", True)
        keep_room = self._clear.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keep_room)
        box = column(self, spacing=0)
        box.addLayout(row(label(name), None, self._figure, self._clear, spacing=4))
        box.addWidget(self._slider)
        self._slider.actionTriggered.connect(self._moved)
        self._slider.sliderPressed.connect(self._moved)
        self._slider.valueChanged.connect(self._show)
        self._clear.clicked.connect(self._cleared)
        self._show()

    @property
    def value(self) -> int | None:
        """The mark, or ``None`` where none was chosen."""
        return self._slider.value() if self._chosen else None

    def set_value(self, value: int | None) -> None:
        """Show a mark without saying that it changed."""
        self._chosen = value is not None
        self._slider.setValue(5 if value is None else value)
        self._show()

    def _moved(self, *_: object) -> None:
        self._chosen = True
        self._slider.setValue(self._slider.sliderPosition())
        self._show()
        self.changed.emit()

    def _cleared(self) -> None:
        self.set_value(None)
        self.changed.emit()

    def _show(self) -> None:
        said = str(self._slider.value()) if self._chosen else self.tr("not chosen")
        self._figure.setText(str(self._slider.value()) if self._chosen else "–")
        self._slider.setAccessibleName(self._name)
        self._slider.setAccessibleDescription(said)
        self._clear.setVisible(self._chosen)
        if self._slider.property("unset") is not (not self._chosen):
            self._slider.setProperty("unset", not self._chosen)
            self._slider.style().unpolish(self._slider)
            self._slider.style().polish(self._slider)


class ConditionsCard(QWidget):
    """Three sliders. ``changed`` when the person moved or cleared one."""

    changed = Signal()

    def __init__(self, look: Look, conditions: Sequence[Condition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {condition.id: condition.name for condition in conditions}
        self._sliders = {id: ConditionSlider(look, names.get(id, id).split(" (")[0]) for id in CORE_CONDITIONS}
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
