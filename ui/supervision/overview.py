"""The head of the page: four figures, and the notices, each of which can be put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from journal.practice.notices import Noticed
from ui.supervision.facts import Facts
from ui.text import counted
from ui.theme import Look
from ui.widgets.day_words import days_words, figure, month_words
from ui.widgets.parts import LINK_EDGE, button, column, ground, hung, icon_button, label, row
from ui.widgets.rows import refilled

_FOUR_FROM_PX = 640


class Figures(QWidget):
    """Four cards in a row, or two rows of two where the page is narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        ground(self, "clear")
        self._look = look
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(14)
        self._cards: list[tuple[QFrame, QLabel, QLabel]] = []
        for _ in range(4):
            frame = QFrame()
            frame.setProperty("look", "card")
            big, small = label("", "figure"), label("", "second", wrap=True)
            box = column(frame, margins=(16, 12, 14, 13), spacing=1)
            box.addWidget(big)
            box.addWidget(small)
            box.addStretch(1)
            self._cards.append((frame, big, small))
        self._place(4)

    def show_facts(self, facts: Facts) -> None:
        """Hours of the month, what was moved, the longest wait, how much was in a group."""
        this = facts.months[-1] if facts.months else None
        month = month_words(facts.today).split(" ")[0]
        held = figure(this.held / 60) if this is not None else figure(0)
        wanted = facts.wanted_minutes
        said = self.tr("held in %1").replace("%1", month)
        if wanted is not None:
            said = self.tr("held in %1, of %2 h").replace("%1", month).replace("%2", figure(wanted / 60))
        if this is not None and this.credited != this.held:
            credited = figure(float(this.credited) / 60)
            said += self.tr("; %1 h count").replace("%1", credited)
        wait = facts.longest_wait
        grouped, of = facts.in_group
        shown = (
            (self.tr("%1 h").replace("%1", held), said),
            (str(facts.moved), self.tr("moved in twelve weeks")),
            ("–" if wait is None else days_words(wait), self.tr("longest a concern has waited")),
            (self.tr("%1 of %2").replace("%1", str(grouped)).replace("%2", str(of)), self.tr("sessions in a group")),
        )
        for (_, big, small), (figure_words, words) in zip(self._cards, shown, strict=True):
            big.setText(figure_words)
            small.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: four or two in a row."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= self._look.px(_FOUR_FROM_PX) else 2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, (frame, _, _) in enumerate(self._cards):
            self._grid.removeWidget(frame)
            self._grid.addWidget(frame, at // columns, at % columns)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


#: Notices shown at once; the others wait behind a link, so that nothing piles up.
_AT_ONCE = 2


#: Notices whose words offer a summary.
_WITH_SUMMARY = ("postponed-run",)


class Notices(QWidget):
    """``dismissed`` carries the occurrence of a notice put away; ``summary_asked``: one speaks of a plain summary."""

    dismissed = Signal(str)
    summary_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        ground(self, "clear")
        self._look = look
        self._all = False
        self._notices: Sequence[Noticed] = ()
        # room for the ring of the link whose words stand in line with the notices (whoever places it uses ``hung``)
        self._box = column(self, margins=(LINK_EDGE, 0, LINK_EDGE, 0), spacing=8)

    def show_notices(self, notices: Sequence[Noticed]) -> None:
        """Show these, or take no room."""
        self._notices = notices
        with refilled(self):
            self.setVisible(bool(notices))
            self._list(notices)

    def _list(self, notices: Sequence[Noticed]) -> None:
        shown = notices if self._all else notices[:_AT_ONCE]
        for notice in shown:
            frame = QFrame()
            frame.setProperty("look", "quiet-notice")
            words = label(notice.message, "", wrap=True)
            away = icon_button(self._look, "x", self.tr("Put away: %1").replace("%1", notice.name))
            away.clicked.connect(lambda _=False, occurrence=notice.occurrence: self.dismissed.emit(occurrence))
            line = row(words, away)
            if notice.id in _WITH_SUMMARY:
                made = button(self.tr("Summary…"), "link", name=self.tr("A plain summary you could send"))
                made.clicked.connect(self.summary_asked)
                line.insertWidget(1, made)
            line.setStretch(0, 1)
            line.setContentsMargins(14, 6, 8, 6)
            frame.setLayout(line)
            self._box.addWidget(frame)
        left = len(notices) - len(shown)
        if left:
            more = button(counted(left, self.tr("One more notice"), self.tr("%n more notices")), "link")
            more.clicked.connect(self._show_all)
            holder = QWidget()
            ground(holder, "clear")
            holder.setLayout(row(more, None))
            self._box.addLayout(hung(holder))

    def _show_all(self) -> None:
        self._all = True
        self.show_notices(self._notices)
