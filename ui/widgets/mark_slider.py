"""A slider that says nothing until it is moved, and can be cleared again; words at both ends say what they mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from ui.theme import Look
from ui.widgets.parts import column, icon_button, label, row, set_look
from ui.widgets.steady import steady


class MarkSlider(QWidget):
    """``changed`` when the person moved or cleared it. ``value`` is ``None`` until then: nothing is filled in.

    ``unset`` is what stands for the figure while there is none, and what a screen reader says then; ``quiet`` takes
    less room and weight, for a margin.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        least: int,
        most: int,
        *,
        about: str = "",
        ends: tuple[str, str] = ("", ""),
        unset: tuple[str, str] = ("", ""),
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self._name, self._ends, self._middle = name, ends, (least + most) // 2
        skipped = self.tr("skipped")
        self._unset = unset if any(unset) else (skipped, skipped)
        self._strong = "hint" if quiet else "section"
        self._chosen = False
        # nobody should set a mark by scrolling
        self._slider = steady(QSlider(Qt.Orientation.Horizontal), never=True)
        self._slider.setRange(least, most)
        self._slider.setPageStep(1)
        self._slider.setValue(self._middle)
        self._figure = label("", self._strong)
        self._clear = icon_button(look, "x", self.tr("Clear: %1").replace("%1", name))
        self._clear.setProperty("small", True)
        keep_room = self._clear.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keep_room)
        box = column(self, spacing=0 if quiet else 1)
        box.addLayout(row(label(name, "" if quiet else "strong"), None, self._figure, self._clear, spacing=4))
        if about:
            box.addWidget(label(about, "second", wrap=True))
        box.addWidget(self._slider)
        if any(ends):
            box.addLayout(row(label(ends[0], "hint"), None, label(ends[1], "hint")))
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
        self._slider.setValue(self._middle if value is None else value)
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
        figure, said = (str(self._slider.value()),) * 2 if self._chosen else self._unset
        self._figure.setText(figure)
        set_look(self._figure, self._strong if self._chosen else "hint")
        ends = f" ({self._slider.minimum()}: {self._ends[0]}, {self._slider.maximum()}: {self._ends[1]})"
        self._slider.setAccessibleName(self._name)
        self._slider.setAccessibleDescription(said + (ends if any(self._ends) else ""))
        self._clear.setVisible(self._chosen)
        if self._slider.property("unset") is not (not self._chosen):
            self._slider.setProperty("unset", not self._chosen)
            self._slider.style().unpolish(self._slider)
            self._slider.style().polish(self._slider)
