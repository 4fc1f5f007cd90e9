"""Hours with clients by month, for bodies that set supervision against them. A month left open is not counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from journal.practice.unfinished import Hours, Unfinished
from journal.practice_model import ClientHours
from ui.supervision.facts import months_back
from ui.theme import Look
from ui.widgets.day_words import month_words
from ui.widgets.form_dialog import FormDialog
from ui.widgets.number_field import typed_over
from ui.widgets.steady import steady

_WIDTH_PX = 420
_MONTHS = 12
#: A month has at most 744 hours; the step stands for half a session.
_MOST_HOURS, _STEP_HOURS = 744.0, 0.5
_INDENT_PX = 10


class _Hours(QDoubleSpinBox):
    """Hours of a month, or none noted: one step below nought stands for that."""

    def textFromValue(self, value: float) -> str:
        """Qt: what a screen reader says of the value; to the eye an open month shows the special text."""
        return self.tr("not noted") if value < 0 else super().textFromValue(value)


class ClientHoursDialog(FormDialog):
    """``changed`` gives the months that read otherwise than before, with minutes, or ``None`` where one was emptied."""

    def __init__(self, look: Look, hours: Sequence[ClientHours], today: dt.date, parent: QWidget | None = None) -> None:
        about = self.tr("Only hours, no names. Leave a month open where you do not count it.")
        super().__init__(look, self.tr("Hours with clients"), about, parent=parent)
        known = {one.month: one.minutes for one in hours}
        self._fields: list[tuple[dt.date, float, _Hours]] = []
        for back in range(_MONTHS):
            month = months_back(today, back)
            made = steady(_Hours())
            made.setRange(-_STEP_HOURS, _MOST_HOURS)
            made.setDecimals(2)
            made.setSingleStep(_STEP_HOURS)
            made.setSuffix(self.tr(" h"))
            made.setSpecialValueText("–")
            # as number_field: the padding of the style sheet does not reach the text
            made.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)
            typed_over(made)
            made.setValue(known[month] / 60 if month in known else -_STEP_HOURS)
            self.add(month_words(month), made)
            self._fields.append((month, made.value(), made))
        self.fit(_WIDTH_PX)

    def fill(self, hours: Hours) -> None:
        """Show months as they were typed before."""
        typed = dict(hours)
        for month, _, field in self._fields:
            if month in typed:
                minutes = typed[month]
                field.setValue(-_STEP_HOURS if minutes is None else minutes / 60)

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("client_hours", self.changed())

    def changed(self) -> Hours:
        """Month and minutes."""
        found = []
        for month, before, field in self._fields:
            if field.value() != before:
                found.append((month, round(field.value() * 60) if field.value() >= 0 else None))
        return tuple(found)
