"""Beside the log: what is to be brought, how long each waits, the slow look for newcomers, and whom nothing alerts."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from journal.practice.supervision import SupervisionData
from journal.practice_model import AgendaItem
from ui.supervision.facts import Facts
from ui.theme import Look
from ui.widgets.day_words import days_words, full_date, long_day
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import (
    LINK_EDGE,
    button,
    card,
    column,
    flush,
    ground,
    icon_button,
    keep_width,
    label,
    row,
    scrolling,
    set_look,
)
from ui.widgets.reading_order import put_in_order
from ui.widgets.rows import clear, refilled
from ui.widgets.titles import matter_of

_SIDE_PX, _SIDE_MOST_PX = 360, 560
_SCROLL_BAR_PX = 12
#: As on Today: from here on a wait is said in a stronger voice.
_LONG_DAYS = 14
#: Heard matters shown at once.
_HEARD = 12


class AgendaPanel(QWidget):
    """Signals carry the matter; ``entry_asked`` the id of its entry; ``post_asked``: a post of both is wanted."""

    add_asked = Signal()
    edit_asked = Signal(object)
    heard_asked = Signal(object)
    entry_asked = Signal(object)
    post_asked = Signal(object)
    pause_asked = Signal()
    print_asked = Signal()

    def __init__(self, look: Look, data: SupervisionData) -> None:
        super().__init__()
        ground(self, "side")
        self._look = look
        self._show_heard = False
        self._facts: Facts | None = None
        self.close_button = icon_button(look, "x", self.tr("Close (Esc)"))
        self.close_button.hide()
        self._head = label("", "section", wrap=True)
        self._items = QWidget()
        ground(self._items, "clear")
        self._rows = column(self._items, spacing=12)
        self._add = add = button(self.tr("Add a matter"), name=self.tr("Add a matter to the agenda"))
        paper = button(self.tr("One page…"), name=self.tr("The agenda on one page"))
        self._heard = button("", "link")
        self._heard.setCheckable(True)
        self._heard_items = QWidget()
        ground(self._heard_items, "clear")
        self._heard_rows = column(self._heard_items, spacing=10)
        pause, inside = card(spacing=8)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addWidget(label(data.pause.title, "strong", wrap=True))
        about = self.tr("A slow look at one case, for when nothing has been named but something sits badly.")
        inside.addWidget(label(about, "second", wrap=True))
        look_button = button(self.tr("Look"), name=self.tr("Look: %1").replace("%1", data.pause.title))
        inside.addLayout(row(look_button, None))
        _, within = scrolling(self)
        box = column(within, margins=(18, 18, 18, 18), spacing=12)
        top = row(self._head, self.close_button)
        top.setStretch(0, 1)
        box.addLayout(top)
        box.addWidget(self._items)
        box.addLayout(row(add, paper, None))
        box.addWidget(pause)
        box.addWidget(label(data.principle["alerts_nobody"], "second", wrap=True))
        box.addLayout(flush(self._heard))
        box.addWidget(self._heard_items)
        box.addStretch(1)
        self._within = within
        keep_width(self, look, least=_SIDE_PX, bound=_SIDE_MOST_PX)
        add.clicked.connect(self.add_asked)
        paper.clicked.connect(self.print_asked)
        look_button.clicked.connect(self.pause_asked)
        self._heard.toggled.connect(self._toggle_heard)

    def minimumSizeHint(self) -> QSize:
        """Qt: wide enough that nothing is cut off at any text size, as high as anyone likes."""
        return QSize(self._within.minimumSizeHint().width() + _SCROLL_BAR_PX, 0)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Qt: Tab goes on in the order of reading. The page orders what is laid in it; a drawer lies over it."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def show_facts(self, facts: Facts) -> None:
        """Show what waits and what was heard."""
        self._facts = facts
        day = facts.next_session
        head = self.tr("Agenda")
        if day is not None:
            head = self.tr("Agenda for %1").replace("%1", long_day(day, year=False))
        self._head.setText(head)
        with refilled(self._items, self._add):
            for item in facts.agenda:
                self._rows.addWidget(self._card(item, facts.today))
            if not facts.agenda:
                words = self.tr("Nothing is waiting. Mark a sentence while you write, or add a matter here.")
                self._rows.addWidget(label(words, "second", wrap=True))
        self._heard.setVisible(bool(facts.heard))
        self._heard.setText(self.tr("Heard (%1)").replace("%1", str(len(facts.heard))))
        self._fill_heard()

    def begin(self) -> None:
        """Give the keyboard to what waits longest, or to what adds the first one."""
        (self._items.findChild(QPushButton) or self._add).setFocus()

    def empty(self) -> None:
        """Drop all words."""
        self._facts = None
        clear(self._items)
        clear(self._heard_items)

    def _card(self, item: AgendaItem, today: dt.date) -> QFrame:
        waited = (today - item.flagged_on).days if item.flagged_on is not None else 0
        name = matter_of(item)
        frame, inside = card(spacing=5)
        inside.setContentsMargins(16, 14, 16, 12)
        inside.addWidget(label(name, "strong", wrap=True))
        if said := self._said(item):
            inside.addWidget(label(" ".join(said), "second", wrap=True))
        if waited >= _LONG_DAYS:
            set_look(frame, "waiting")
            inside.addWidget(label(self.tr("Waiting %1").replace("%1", days_words(waited)), "unready"))
        elif waited:
            inside.addWidget(label(self.tr("Waiting %1").replace("%1", days_words(waited)), "hint"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=4)
        heard = button(self.tr("After the session…"), "link", name=self.tr("After the session: %1").replace("%1", name))
        edit = button(self.tr("Change…"), "link", name=self.tr("Change: %1").replace("%1", name))
        flow.addWidget(heard)
        flow.addWidget(edit)
        heard.clicked.connect(lambda _=False: self.heard_asked.emit(item))
        edit.clicked.connect(lambda _=False: self.edit_asked.emit(item))
        if item.entry_id is not None:
            entry = button(self.tr("Entry"), "link", name=self.tr("Open the entry of: %1").replace("%1", name))
            entry.clicked.connect(lambda _=False: self.entry_asked.emit(item.entry_id))
            flow.addWidget(entry)
        inside.addLayout(row(-LINK_EDGE, buttons))
        return frame

    def _said(self, item: AgendaItem) -> list[str]:
        said = []
        if item.entry_title and item.entry_title != item.heading:
            said.append(self.tr("From “%1”.").replace("%1", item.entry_title))
        if item.code:
            said.append(self.tr("Client %1, by code.").replace("%1", item.code))
        if item.why:
            said.append(self.tr("Why: %1.").replace("%1", item.why.rstrip(".")))
        elif item.not_sure:
            said.append(self.tr("Why: not sure, and that is enough."))
        if item.want:
            said.append(self.tr("I want: %1.").replace("%1", item.want.rstrip(".")))
        soon = {
            "today": self.tr("Today."),
            "this-week": self.tr("This week."),
            "no-hurry": self.tr("No hurry."),
        }.get(item.how_soon, "")
        return [*said, soon] if soon else said

    def _toggle_heard(self, shown: bool) -> None:
        self._show_heard = shown
        self._fill_heard()

    def _fill_heard(self) -> None:
        with refilled(self._heard_items, self._heard):
            self._heard_items.setVisible(self._show_heard)
            if self._show_heard and self._facts is not None:
                self._list_heard(self._facts)

    def _list_heard(self, facts: Facts) -> None:
        for item in facts.heard[:_HEARD]:
            frame, inside = card(spacing=4)
            inside.setContentsMargins(16, 12, 16, 10)
            inside.addWidget(label(matter_of(item), "strong", wrap=True))
            day = full_date(item.closed_on) if item.closed_on is not None else ""
            inside.addWidget(label(self.tr("Heard %1").replace("%1", day), "hint"))
            for words, of in ((self.tr("Said: %1"), item.said), (self.tr("Changes: %1"), item.changes)):
                if of:
                    inside.addWidget(label(words.replace("%1", of), "second", wrap=True))
            edit = button(self.tr("Change…"), "link", name=self.tr("Change: %1").replace("%1", matter_of(item)))
            edit.clicked.connect(lambda _=False, item=item: self.heard_asked.emit(item))
            line: list[QWidget] = [edit]
            if item.entry_id is not None and (item.said or item.changes):
                words = self.tr("Blog draft from this: %1").replace("%1", matter_of(item))
                post = button(self.tr("Blog draft from this…"), "link", name=words)
                post.clicked.connect(lambda _=False, item=item: self.post_asked.emit(item))
                line.append(post)
            inside.addLayout(row(-LINK_EDGE, *line, None, spacing=4))
            self._heard_rows.addWidget(frame)
