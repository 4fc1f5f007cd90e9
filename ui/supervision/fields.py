"""The fields of a meeting as controls, each made from its description in the file and read back as its value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journal.practice.supervision import MOST_MINUTES, FieldSpec
from ui.supervision.actions_field import ActionsField
from ui.theme import Look
from ui.widgets.number_field import number_field
from ui.widgets.open_day import OpenDay
from ui.widgets.steady import steady

_CONTEXT = "supervision_fields"
_MOST_IN_GROUP = 1000
#: Texts that are more than a line.
_LONG = ("alarm", "not_reached", "impact")


@dataclass(frozen=True, slots=True)
class Control:
    """A field's control and how its value is read; ``label`` stands above it unless the control names itself."""

    widget: QWidget
    read: Callable[[], Any]
    labelled: bool = True


def control(look: Look, spec: FieldSpec, value: Any, today: dt.date) -> Control:
    """The control for a field, showing ``value``."""
    made = _MAKERS[spec.type](look, spec, value, today)
    made.widget.setAccessibleDescription(spec.help)
    return made


def _date(_look: Look, spec: FieldSpec, value: Any, today: dt.date) -> Control:
    made = OpenDay(spec.label, today, value)
    return Control(made, lambda: made.day, labelled=False)


def _choice(_look: Look, spec: FieldSpec, value: Any, _today: dt.date) -> Control:
    made = steady(QComboBox())
    made.setAccessibleName(spec.label)
    if spec.id == "status":
        made.addItem(_tr("still to come"), "")
    elif not spec.required:
        made.addItem("–", "")
    for option in spec.options:
        made.addItem(option.name, option.id)
    if value and made.findData(value) < 0:
        # of a version that had another list: it is kept as it is
        made.addItem(str(value), value)
    made.setCurrentIndex(max(0, made.findData(value)))
    return Control(made, made.currentData)


def _number(_look: Look, spec: FieldSpec, value: Any, _today: dt.date) -> Control:
    most = 100 if spec.type == "share" else _MOST_IN_GROUP if spec.id == "group_size" else MOST_MINUTES
    # one below nought stands for "not said"
    step = 1 if spec.id == "group_size" else 5
    suffix = " %" if spec.type == "share" else ""
    made = number_field(spec.label, -1, most, step=step, suffix=suffix, open_words="–")
    made.setValue(-1 if value is None else value)
    least = 1 if spec.id == "group_size" else 0
    return Control(made, lambda: made.value() if made.value() >= least else None)


def _text(look: Look, spec: FieldSpec, value: Any, _today: dt.date) -> Control:
    if spec.id in _LONG:
        long = QPlainTextEdit(value)
        long.setTabChangesFocus(True)
        long.setAccessibleName(spec.label)
        long.setFixedHeight(look.px(66))
        return Control(long, lambda: long.toPlainText().strip())
    made = QLineEdit(value)
    made.setAccessibleName(spec.label)
    return Control(made, lambda: made.text().strip())


def _listed(_look: Look, spec: FieldSpec, value: Any, _today: dt.date) -> Control:
    made = QLineEdit(", ".join(value))
    made.setAccessibleName(spec.label)
    made.setPlaceholderText(_tr("with commas"))
    return Control(made, lambda: tuple(dict.fromkeys(part.strip() for part in made.text().split(",") if part.strip())))


def _actions(look: Look, spec: FieldSpec, value: Any, today: dt.date) -> Control:
    made = ActionsField(look, spec.label, value, today)
    return Control(made, lambda: made.agreed)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)


_MAKERS: dict[str, Callable[[Look, FieldSpec, Any, dt.date], Control]] = {
    "date": _date,
    "choice": _choice,
    "number": _number,
    "share": _number,
    "text": _text,
    "codes": _listed,
    "tags": _listed,
    "actions": _actions,
}
