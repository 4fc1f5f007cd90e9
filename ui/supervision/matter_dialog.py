"""One matter to bring: what it is, why, what is wanted, how soon. "Not sure" is enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from journal.practice.unfinished import Unfinished
from journal.practice_model import HOW_SOON, AgendaItem
from ui.theme import Look
from ui.widgets.choosing import choose
from ui.widgets.form_dialog import FormDialog
from ui.widgets.open_day import OpenDay
from ui.widgets.parts import label
from ui.widgets.steady import steady
from ui.widgets.titles import matter_of

_WIDTH_PX = 500
_TOMORROW = dt.timedelta(days=1)


class MatterDialog(FormDialog):
    """Asks for a matter before the session. ``item`` reads what it says."""

    def __init__(
        self,
        look: Look,
        item: AgendaItem,
        codes: Sequence[tuple[UUID, str]],
        alerts_nobody: str,
        today: dt.date,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Bring to supervision"), parent=parent)
        self._item = item
        self._title = QLineEdit(item.title)
        self._title.setPlaceholderText(" ".join(item.anchor.split()) or self.tr("A few words"))
        self._why = QLineEdit(item.why)
        self._not_sure = QCheckBox(self.tr("I am not sure why it matters, and that is enough"))
        self._not_sure.setChecked(item.not_sure)
        self._want = QLineEdit(item.want)
        self._want.setPlaceholderText(self.tr("to think aloud, a second opinion, permission, practice…"))
        self._soon = steady(QComboBox())
        words = {
            "today": self.tr("Today, if anyone can"),
            "this-week": self.tr("This week"),
            "next-meeting": self.tr("At the next meeting"),
            "no-hurry": self.tr("No hurry"),
        }
        for id in HOW_SOON:
            self._soon.addItem(words[id], id)
        self._soon.setCurrentIndex(max(0, self._soon.findData(item.how_soon)))
        self._remind = OpenDay(self.tr("Remind me on Today, from"), today + _TOMORROW, item.remind_on)
        self._about = steady(QComboBox())
        self._about.addItem(self.tr("nobody in particular"), None)
        for person, code in codes:
            self._about.addItem(code, person)
        choose(self._about, item.about)
        if item.anchor:
            self.fields.addWidget(label(f"“{' '.join(item.anchor.split())}”", "prompt", wrap=True))
        elif item.entry_title:
            self.fields.addWidget(label(self.tr("From “%1”.").replace("%1", item.entry_title), "second", wrap=True))
        self.add(self.tr("What"), self._title)
        self.add(self.tr("Why"), self._why)
        self.fields.addWidget(self._not_sure)
        self.add(self.tr("What I want from it"), self._want)
        self.add(self.tr("How soon"), self._soon)
        if codes:
            self.add(self.tr("About"), self._about, self.tr("By private code. No name is shown on the agenda."))
        self.fields.addWidget(self._remind)
        self.fields.addSpacing(4)
        self.fields.addWidget(label(alerts_nobody, "second", wrap=True))
        self.remove.setVisible(item.id is not None)
        self.fit(_WIDTH_PX)

    def item(self) -> AgendaItem:
        """What the fields say."""
        about = self._about.currentData()
        return replace(
            self._item,
            title=self._title.text().strip(),
            why=self._why.text().strip(),
            not_sure=self._not_sure.isChecked(),
            want=self._want.text().strip(),
            how_soon=str(self._soon.currentData()),
            remind_on=self._remind.day,
            about=about,
            code=self._about.currentText() if about is not None else "",
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("matter", self.item())


class HeardDialog(FormDialog):
    """After the session: what was said, what changes, what follows. Saving takes the matter off the agenda."""

    def __init__(self, look: Look, item: AgendaItem, today: dt.date, *, parent: QWidget | None = None) -> None:
        about = self.tr("What came back, while it is fresh. Nothing here has to be filled in.")
        super().__init__(look, self.tr("After the session"), about, save=self.tr("It was heard"), parent=parent)
        self._item = item
        self._heard_on = OpenDay(self.tr("Heard on"), today, item.closed_on or today)
        self._said = _lines(look, item.said)
        self._changes = _lines(look, item.changes)
        self._follow_up = QLineEdit(item.follow_up)
        later = today + dt.timedelta(days=14)
        self._follow_up_on = OpenDay(self.tr("Remind me of it on Today, from"), later, item.follow_up_on)
        self.fields.addWidget(label(matter_of(item), "strong", wrap=True))
        self.fields.addWidget(self._heard_on)
        self.fields.addWidget(label(self.tr("Without a day it stays on the agenda."), "hint", wrap=True))
        self.add(self.tr("What was said"), self._said)
        self.add(self.tr("What changes"), self._changes)
        self.add(self.tr("Follow-up"), self._follow_up)
        self.fields.addWidget(self._follow_up_on)
        self.fit(_WIDTH_PX)
        # the day is today's as a rule, and the space bar would take it away
        self._said.setFocus()

    def item(self) -> AgendaItem:
        """What the fields say."""
        return replace(
            self._item,
            closed_on=self._heard_on.day,
            said=self._said.toPlainText().strip(),
            changes=self._changes.toPlainText().strip(),
            follow_up=self._follow_up.text().strip(),
            follow_up_on=self._follow_up_on.day,
        )

    def form(self) -> Unfinished:
        """As ``FormDialog``."""
        return Unfinished("heard", self.item())


def _lines(look: Look, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(look.px(84))
    return made
