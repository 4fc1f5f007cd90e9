"""One CPD activity: when, what, how long, what it taught and what it changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journal.practice.unfinished import Unfinished
from journal.practice_model import CPD_KINDS, CpdActivity
from ui.theme import Look
from ui.widgets.day_field import day_field
from ui.widgets.day_words import pydate
from ui.widgets.form_dialog import FormDialog
from ui.widgets.number_field import number_field
from ui.widgets.parts import row
from ui.widgets.steady import steady

_WIDTH_PX = 540
_MOST_MINUTES = 60 * 24 * 30


class ActivityDialog(FormDialog):
    """``activity`` reads what it says."""

    def __init__(self, look: Look, activity: CpdActivity, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("A learning activity"), parent=parent)
        self._activity = activity
        self._title = QLineEdit(activity.title)
        self._day = day_field(activity.day)
        self._minutes = number_field("", 0, _MOST_MINUTES, step=15, suffix=self.tr(" minutes"))
        self._minutes.setValue(activity.minutes)
        self._kind = steady(QComboBox())
        words = self._kind_words()
        for kind in CPD_KINDS:
            self._kind.addItem(words.get(kind, kind), kind)
        self._kind.setCurrentIndex(max(0, self._kind.findData(activity.kind)))
        self._participatory = QCheckBox(self.tr("participatory: with others"))
        self._participatory.setChecked(activity.participatory)
        self._active = QCheckBox(self.tr("active"))
        self._active.setChecked(activity.active)
        self._learned, self._effect = (_lines(look, text) for text in (activity.learned, activity.effect))
        self._evidence = QLineEdit(activity.evidence)
        self.add(self.tr("What"), self._title)
        self.add(self.tr("Day"), self._day)
        self.add(self.tr("How long"), self._minutes)
        self.add(self.tr("Kind"), self._kind)
        self.fields.addLayout(row(self._participatory, self._active, None, spacing=14))
        self.add(self.tr("What I learned"), self._learned)
        self.add(self.tr("What changed in my practice"), self._effect)
        hint = self.tr("Where it lies. Keep what names anyone outside the journal.")
        self.add(self.tr("Evidence"), self._evidence, hint)
        self.remove.setVisible(activity.id is not None)
        self.fit(_WIDTH_PX)

    @property
    def title(self) -> QLineEdit:
        """Where it is said what it was."""
        return self._title

    def activity(self) -> CpdActivity:
        """What the fields say."""
        return replace(
            self._activity,
            title=self._title.text().strip(),
            day=self._read_day(),
            minutes=self._minutes.value(),
            kind=str(self._kind.currentData()),
            participatory=self._participatory.isChecked(),
            active=self._active.isChecked(),
            learned=self._learned.toPlainText().strip(),
            effect=self._effect.toPlainText().strip(),
            evidence=self._evidence.text().strip(),
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("activity", self.activity())

    def _read_day(self) -> dt.date:
        return pydate(self._day.date())

    def _kind_words(self) -> dict[str, str]:
        return {
            "workshop": self.tr("workshop"),
            "course": self.tr("course"),
            "conference": self.tr("conference"),
            "reading": self.tr("reading"),
            "discussion": self.tr("discussion"),
            "teaching": self.tr("teaching"),
            "research": self.tr("research"),
            "work-based": self.tr("at work"),
            "other": self.tr("other"),
        }


def _lines(look: Look, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(look.px(72))
    return made
