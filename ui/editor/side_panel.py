"""Beside the page: a question from Carl, the core conditions, what waits for supervision, what was said later."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journal.model import Ratings
from journal.practice.prompts import Library
from ui.editor.agenda_card import AgendaCard
from ui.editor.conditions import ConditionsCard
from ui.editor.notes_card import NotesCard
from ui.editor.prompt_panel import PromptPanel
from ui.editor.store import EntryStore
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.parts import card, column, ground, icon_button, keep_width, label, scrolled

#: Kinds in which the writer met somebody, so that the core conditions can be looked at.
_MET_SOMEBODY = ("relationship", "supervisee", "supervisor", "free")
_SIDE_PX, _SIDE_MOST_PX = 338, 520

_SCROLL_BAR_PX = 12


class SidePanel(QWidget):
    """``prompts``, ``conditions``, ``agenda`` and ``notes`` in a column that scrolls."""

    def __init__(self, look: Look, library: Library, store: EntryStore, lane: Lane) -> None:
        super().__init__()
        ground(self, "side")
        #: Only where the panel is a drawer, over the button that opened it.
        self.close_button = icon_button(look, "x", self.tr("Close (Esc)"))
        self.close_button.hide()
        self.prompts = PromptPanel(look, library, store, lane, corner=self.close_button)
        self.conditions = ConditionsCard(look, library.conditions)
        self._head = label(self.tr("Core conditions, as I met them"), "section")
        self._card, inside = card()
        inside.setContentsMargins(16, 14, 16, 14)
        inside.addWidget(self.conditions)
        within = QWidget()
        ground(within, "clear")
        box = column(within, margins=(18, 18, 18, 18), spacing=12)
        box.addWidget(self.prompts)
        box.addSpacing(8)
        box.addWidget(self._head)
        box.addWidget(self._card)
        self.agenda, self.notes = AgendaCard(), NotesCard()
        box.addSpacing(8)
        box.addWidget(label(self.tr("Bring to supervision"), "section"))
        box.addWidget(self.agenda)
        self._notes_head = label(self.tr("Said later"), "section")
        box.addSpacing(8)
        box.addWidget(self._notes_head)
        box.addWidget(self.notes)
        box.addStretch(1)
        self._within = within
        column(self).addWidget(scrolled(within, self))
        keep_width(self, look, least=_SIDE_PX, bound=_SIDE_MOST_PX)

    def minimumSizeHint(self) -> QSize:
        """Qt: wide enough that nothing is cut off at any text size, as high as anyone likes."""
        return QSize(self._within.minimumSizeHint().width() + _SCROLL_BAR_PX, 0)

    def show_notes(self, shown: bool) -> None:
        """Whether there is an older text to say something to."""
        self._notes_head.setVisible(shown)
        self.notes.setVisible(shown)

    def empty(self) -> None:
        """Drop what was written of the entry; what waits on the agenda does not go with it."""
        self.notes.empty()

    def show_kind(self, kind: str) -> None:
        """Questions and cards for a kind of entry."""
        self.prompts.set_kind(kind)
        wanted = kind in _MET_SOMEBODY or self.conditions.ratings != Ratings()
        self._head.setVisible(wanted)
        self._card.setVisible(wanted)
