"""The cards beside: a question, what waits for supervision, the check-in when it is due, this day of earlier years."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from journal.model import Heading
from journal.practice.prompts import Library, Prompt, quotation
from ui.text import counted
from ui.theme import Look
from ui.today.facts import MATTERS, TodayFacts
from ui.widgets.day_words import days_words, full_date, short_day
from ui.widgets.parts import button, column, flush, ground, label, row
from ui.widgets.rows import RowButton, clear, refilled
from ui.widgets.titles import matter_of, title_of

#: A matter that waited as long as this is said in a stronger voice; a fortnight is the usual gap between two meetings
#: (resources/practice/supervision.toml, notice "gap").
_LONG_DAYS = 14


class PromptCard(QFrame):
    """``write_asked`` carries the kind of entry, the prompt's id and the quotation to write under."""

    write_asked = Signal(str, str, str)
    another_asked = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._library = library
        self.prompt: Prompt | None = None
        self._of = label("", "condition", wrap=True)
        self._text = label("", "prompt", wrap=True)
        #: Where one begins to write under it.
        self.begin = button(self.tr("Write"), "primary", name=self.tr("Write under this question"))
        self._another = button(self.tr("Another"), name=self.tr("Another question"))
        box = column(self, margins=(20, 18, 20, 18), spacing=10)
        box.addWidget(self._of)
        box.addWidget(self._text)
        box.addLayout(row(self.begin, self._another, None))
        self.begin.clicked.connect(self._asked)
        self._another.clicked.connect(self.another_asked)
        self.show_prompt(None)

    def show_prompt(self, prompt: Prompt | None) -> None:
        """Show a question."""
        self.prompt = prompt
        self.setVisible(prompt is not None)
        if prompt is not None:
            names = {one.id: one.name.split(" (")[0] for one in self._library.conditions}
            of = [names[id] for id in prompt.conditions if id in names]
            self._of.setText(" · ".join([self.tr("Ask Carl"), *of[:1]]))
            self._text.setText(prompt.text)

    def _asked(self) -> None:
        if self.prompt is not None:
            self.write_asked.emit(self.prompt.kind, self.prompt.id, quotation(self.prompt.text))


class AgendaCard(QFrame):
    """What is to be brought to supervision. ``opened`` asks for the supervision page."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._when = label("", "second")
        self._inside = QWidget()
        ground(self._inside, "clear")
        self._rows = column(self._inside, spacing=10)
        self._open = button(self.tr("Open the agenda"), "link")
        box = column(self, margins=(20, 18, 20, 14), spacing=10)
        head = row(label(self.tr("Bring to supervision"), "strong"), None, self._when)
        box.addLayout(head)
        box.addWidget(self._inside)
        box.addLayout(flush(self._open))
        self._open.clicked.connect(self.opened)

    def show_facts(self, facts: TodayFacts) -> None:
        """Show what waits, the reminders first, and since when."""
        clear(self._inside)
        reminded = {item.id for item in facts.reminders}
        order = sorted(range(len(facts.agenda)), key=lambda at: facts.agenda[at].id not in reminded)
        for at in order[:MATTERS]:
            item = facts.agenda[at]
            matter = column(spacing=2)
            matter.addWidget(label(matter_of(item), "body", wrap=True))
            waited = (facts.today - item.flagged_on).days if item.flagged_on is not None else 0
            moved = facts.moved_since[at] if at < len(facts.moved_since) else 0
            parts = [item.why.rstrip(".") or (self.tr("not sure why it matters") if item.not_sure else "")]
            if item.id in reminded:
                parts.append(self.tr("you wanted to be reminded"))
            if moved > 1 or waited >= _LONG_DAYS:
                parts = [part for part in parts[1:] if part]
                parts.append(self.tr("waiting %1").replace("%1", days_words(waited)))
                if moved:
                    parts.append(counted(moved, self.tr("one session moved"), self.tr("%n sessions moved")))
                said = label(", ".join(parts), "unready", wrap=True)
            else:
                since = days_words(waited) if waited else self.tr("since today")
                said = label(" · ".join([part for part in parts if part] + [since]), "hint", wrap=True)
            matter.addWidget(said)
            holder = QWidget()
            ground(holder, "clear")
            holder.setLayout(matter)
            self._rows.addWidget(holder)
        left = len(facts.agenda) - MATTERS
        if left > 0:
            self._rows.addWidget(label(counted(left, self.tr("and one more"), self.tr("and %n more")), "hint"))
        if not facts.agenda:
            nothing = self.tr("Nothing is waiting. Mark a sentence while you write, and it gathers here.")
            self._rows.addWidget(label(nothing, "second", wrap=True))
        self._when.setText(short_day(facts.next_session, facts.today) if facts.next_session is not None else "")

    def empty(self) -> None:
        """Drop all words."""
        clear(self._inside)


class CheckInCard(QFrame):
    """Only there when the check-in is due. ``asked`` opens it."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        words = column(spacing=2)
        words.addWidget(label(self.tr("Weekly check-in"), "strong"))
        words.addWidget(label(self.tr("Seven sliders, a minute. Skip whatever you like."), "hint", wrap=True))
        go = button(self.tr("Check in"), name=self.tr("Weekly check-in"))
        go.clicked.connect(self.asked)
        line = row(words, go, spacing=16)
        line.setStretch(0, 1)
        line.setContentsMargins(20, 16, 20, 16)
        self.setLayout(line)


class EarlierCard(QFrame):
    """This day of earlier years, where the person switched it on. ``opened`` carries an entry's id."""

    opened = Signal(object)
    put_away = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._look = look
        self._inside = QWidget()
        ground(self._inside, "clear")
        self._rows = column(self._inside)
        away = button(self.tr("Not today"), "link", name=self.tr("Show nothing of earlier years today"))
        away.clicked.connect(self.put_away)
        box = column(self, margins=(20, 16, 20, 12), spacing=6)
        box.addLayout(row(label(self.tr("On this day"), "strong"), None, away))
        box.addWidget(self._inside)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Show them, or nothing at all."""
        self.setVisible(bool(headings))
        with refilled(self._inside):
            for heading in headings:
                title = title_of(heading)
                made = RowButton(self._look, title, full_date(heading.day), dot=heading.kind)
                made.clicked.connect(lambda _=False, id=heading.id: self.opened.emit(id))
                self._rows.addWidget(made)
