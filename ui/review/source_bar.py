"""Says that an entry was changed since its post was begun, shows what changed, and asks what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.text import counted
from ui.theme import Look
from ui.widgets.parts import button, card, column, label, row

#: Paragraphs shown of a change, and characters of each.
_SHOWN, _LONGEST = 2, 160


class SourceBar(QWidget):
    """One change after another. ``taken`` and ``left`` carry the change; ``shown`` the place of its first paragraph."""

    taken = Signal(object)
    left = Signal(object)
    shown = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del look
        self._changes: list[Any] = []
        frame, inside = card(look="notice", spacing=5)
        inside.setContentsMargins(14, 9, 14, 10)
        self._said = label("", "section", wrap=True)
        self._what = label("", wrap=True)
        self._look = button(self.tr("Show where"))
        self._leave = button(self.tr("Leave the draft as it is"))
        self._take = button(self.tr("Take it over"), name=self.tr("Take the entry’s change over into the draft"))
        # in one line with what is asked: what can be decided below it needs the height
        asked = row(self._said, self._look, self._leave, self._take)
        asked.setStretch(0, 1)
        inside.addLayout(asked)
        inside.addWidget(self._what)
        column(self, margins=(14, 8, 14, 8)).addWidget(frame)
        self._look.clicked.connect(self._show_where)
        self._leave.clicked.connect(lambda: self.left.emit(self._changes.pop(0)))
        self._take.clicked.connect(lambda: self.taken.emit(self._changes.pop(0)))
        self.hide()

    def show_changes(self, changes: Sequence[Any]) -> None:
        """Ask about these, the first one first."""
        self._changes = list(changes)
        self.setVisible(bool(self._changes))
        if not self._changes:
            self._said.setText("")
            self._what.setText("")
            return
        change = self._changes[0]
        if change.gone and change.heard:
            said = self.tr("What came back from supervision is no longer there. The draft keeps its copy.")
        elif change.heard:
            said = self.tr("You changed what came back from supervision since. Look at it again.")
        elif change.gone:
            said = self.tr("The entry, or what was copied from it, is no longer there. The draft keeps its copy.")
        else:
            said = counted(
                len(change.paragraphs),
                self.tr("You changed the entry since: one paragraph reads otherwise. Look at it again."),
                self.tr("You changed the entry since: %n paragraphs read otherwise. Look at them again."),
            )
        self._said.setText(said)
        self._what.setText("\n".join(map(self._words, change.paragraphs[:_SHOWN])))
        self._what.setVisible(bool(change.paragraphs))
        can_take = not change.gone
        self._take.setVisible(can_take)
        self._look.setVisible(can_take)
        self._leave.setText(self.tr("Leave the draft as it is") if can_take else self.tr("All right"))

    def _words(self, paragraph: Any) -> str:
        was, now = _short(paragraph.was), _short(paragraph.now)
        if not was:
            return self.tr("New: %1").replace("%1", now)
        if not now:
            return self.tr("Gone: %1").replace("%1", was)
        return self.tr("Was: %1").replace("%1", was) + "\n" + self.tr("Now: %1").replace("%1", now)

    def _show_where(self) -> None:
        if self._changes and self._changes[0].paragraphs:
            self.shown.emit(self._changes[0].paragraphs[0].start)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
