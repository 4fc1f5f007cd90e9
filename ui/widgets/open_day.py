"""A day that may be left open: a tick says that there is one, the field beside it which."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.day_field import day_field
from ui.widgets.day_words import pydate, qdate
from ui.widgets.parts import row


class OpenDay(QWidget):
    """``changed`` when the person changed it. ``offered`` is the day that stands there when it is first ticked."""

    changed = Signal()

    def __init__(self, name: str, offered: dt.date, day: dt.date | None = None) -> None:
        super().__init__()
        #: Says that there is a day; where one begins.
        self.tick = QCheckBox(name)
        self.tick.setAccessibleName(name)
        self._day = day_field(day or offered)
        self._day.setAccessibleName(f"{name}: {self.tr('the day')}")
        self.tick.setChecked(day is not None)
        # its room is kept while it is hidden: nothing jumps when the tick is set
        kept = self._day.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._day.setSizePolicy(kept)
        self._day.setVisible(day is not None)
        line = row(self.tick, self._day, None, spacing=10)
        self.setLayout(line)
        self.tick.toggled.connect(self._day.setVisible)
        self.tick.toggled.connect(self.changed)
        self._day.dateChanged.connect(self.changed)

    @property
    def day(self) -> dt.date | None:
        """The day, or ``None`` where none is ticked."""
        return pydate(self._day.date()) if self.tick.isChecked() else None

    def set_day(self, day: dt.date | None) -> None:
        """Show a day."""
        if day is not None:
            self._day.setDate(qdate(day))
        self.tick.setChecked(day is not None)
