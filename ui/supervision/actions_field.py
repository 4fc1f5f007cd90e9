"""What was agreed in a meeting: what, by whom as a role, by when; ticked once it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from journal.practice_model import Action
from ui.theme import Look
from ui.widgets.first_stop import go_to
from ui.widgets.open_day import OpenDay
from ui.widgets.parts import button, column, ground, icon_button, row


class _Line(QWidget):
    def __init__(self, look: Look, action: Action, today: dt.date) -> None:
        super().__init__()
        self._action, self._today = action, today
        self.what = QLineEdit(action.what)
        self.what.setPlaceholderText(self.tr("What was agreed"))
        self.what.setAccessibleName(self.tr("What was agreed"))
        self._by = QLineEdit(action.by)
        self._by.setPlaceholderText(self.tr("by (a role)"))
        self._by.setAccessibleName(self.tr("By whom, as a role"))
        self._due = OpenDay(self.tr("by a day"), today + dt.timedelta(days=14), action.due)
        self._done = QCheckBox(self.tr("done"))
        self._done.setAccessibleName(self.tr("This is done"))
        self._done.setChecked(action.done_on is not None)
        self.remove = icon_button(look, "x", self.tr("Take this away"))
        box = column(self, spacing=4)
        first = row(self.what, self._by, self.remove, spacing=6)
        first.setStretch(0, 3)
        first.setStretch(1, 1)
        box.addLayout(first)
        box.addLayout(row(self._due, self._done, None, spacing=14))

    def action(self) -> Action | None:
        """What it says, or ``None`` where nothing is said."""
        what = self.what.text().strip()
        if not what:
            return None
        done_on = (self._action.done_on or self._today) if self._done.isChecked() else None
        return replace(self._action, what=what, by=self._by.text().strip(), due=self._due.day, done_on=done_on)


class ActionsField(QWidget):
    """A line for each, and one button for another."""

    def __init__(self, look: Look, name: str, actions: Sequence[Action], today: dt.date) -> None:
        super().__init__()
        ground(self, "clear")
        self._look, self._today = look, today
        self._lines: list[_Line] = []
        self._box = column(self, spacing=10)
        another = button(self.tr("Add an action"), "link", name=f"{name}: {self.tr('add one')}")
        another.clicked.connect(self._another)
        for action in actions:
            self._add(action)
        self._box.addLayout(row(another, None))

    @property
    def agreed(self) -> tuple[Action, ...]:
        """Those that say something."""
        return tuple(action for line in self._lines if (action := line.action()) is not None)

    def _another(self) -> None:
        self._add(Action(""))
        go_to(self._lines[-1].what)

    def _add(self, action: Action) -> None:
        line = _Line(self._look, action, self._today)
        line.remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._box.insertWidget(len(self._lines) - 1, line)

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
