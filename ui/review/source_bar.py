"""Says that an entry was changed since its post was begun, shows what changed, and asks what to do about it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.text import counted
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, card, column, ground, label, row, scrolled

#: Characters shown on either side of what differs in a paragraph.
_AROUND = 60
#: Of the page's height: what changed has no more and scrolls, since what can be decided below it needs the rest.
_SHARE = 0.22
#: From this much larger text on, the buttons stand below what is asked.
_LARGE = 1.4
#: A page lower than this, at the standard text size, shows what changed when it is asked to.
_LOW_PX = 520


class SourceBar(QWidget):
    """One change after another. ``taken`` and ``left`` carry the change; ``shown`` the place of its first paragraph."""

    taken = Signal(object)
    left = Signal(object)
    shown = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: list[Any] = []
        self._measure = look
        frame, inside = card(look="notice", spacing=5)
        inside.setContentsMargins(14, 9, 14, 10)
        self._said = label("", "section", wrap=True)
        self._what = label("", wrap=True)
        self._open = button(self.tr("What changed"))
        self._open.setCheckable(True)
        self._look = button(self.tr("Show where"))
        self._leave = button(self.tr("Leave the draft as it is"))
        self._take = button(self.tr("Take it over"), name=self.tr("Take the entry’s change over into the draft"))
        if look.scale > _LARGE:
            buttons = QWidget()
            ground(buttons, "clear")
            flow = FlowLayout(buttons, gap=8)
            for one in (self._open, self._look, self._leave, self._take):
                flow.addWidget(one)
            inside.addWidget(self._said)
            inside.addWidget(buttons)
        else:
            # in one line with what is asked: what can be decided below it needs the height
            asked = row(self._said, self._open, self._look, self._leave, self._take)
            asked.setStretch(0, 1)
            inside.addLayout(asked)
        self._area = scrolled(self._what)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # by itself the area would be as high as it likes
        self._area.viewport().installEventFilter(self)
        inside.addWidget(self._area)
        column(self, margins=(14, 8, 14, 8)).addWidget(frame)
        # what changed is read before it is asked about
        for former, later in itertools.pairwise((self._open, self._area, self._look, self._leave, self._take)):
            self.setTabOrder(former, later)
        self._open.toggled.connect(self._fit)
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
        # the first that the keyboard comes to
        self._area.setAccessibleName(said)
        words = "\n\n".join(map(self._words, change.paragraphs))
        self._what.setText(words)
        self._area.setAccessibleDescription(words)
        self._area.verticalScrollBar().setValue(0)
        self._open.setChecked(False)
        self._open.setAccessibleDescription(said)
        self._take.setVisible(not change.gone)
        self._fit()
        can_take = not change.gone
        self._leave.setText(self.tr("Leave the draft as it is") if can_take else self.tr("All right"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: as high as the words in this width, up to a share of the page."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page = self.parentWidget()
        most = round(_SHARE * page.height()) if page is not None else 0
        change = self._changes[0] if self._changes else None
        paragraphs = change is not None and bool(change.paragraphs)
        low = page is not None and page.height() < self._measure.px(_LOW_PX)
        seen = paragraphs and (not low or self._open.isChecked())
        self._open.setVisible(paragraphs and low)
        self._area.setVisible(seen)
        # once what changed is read, where it stands is asked
        self._look.setVisible(seen and change is not None and not change.gone)
        wanted = self._what.heightForWidth(self._area.viewport().width())
        line = self._what.fontMetrics().height()
        self._area.setFixedHeight(max(0, min(wanted, max(most, 2 * line))))

    def _words(self, paragraph: Any) -> str:
        was, now = around(" ".join(paragraph.was.split()), " ".join(paragraph.now.split()))
        if not was:
            return self.tr("New: %1").replace("%1", now)
        if not now:
            return self.tr("Gone: %1").replace("%1", was)
        return self.tr("Was: %1").replace("%1", was) + "\n" + self.tr("Now: %1").replace("%1", now)

    def _show_where(self) -> None:
        if self._changes and self._changes[0].paragraphs:
            self.shown.emit(self._changes[0].paragraphs[0].start)


def around(was: str, now: str) -> tuple[str, str]:
    """Two versions of a paragraph from a little before to a little after what differs; a whole one where one is new."""
    if not was or not now:
        return was, now
    before, after, most = 0, 0, min(len(was), len(now))
    while before < most and was[before] == now[before]:
        before += 1
    while after < most - before and was[-1 - after] == now[-1 - after]:
        after += 1
    head, tail = max(0, before - _AROUND), max(0, after - _AROUND)
    # whole words
    head = was.rfind(" ", 0, head + 1) + 1 if head else 0
    gap = was.find(" ", len(was) - tail) if tail else -1
    tail = len(was) - gap if gap >= 0 else 0
    opened, closed = "… " if head else "", " …" if tail else ""
    return tuple(f"{opened}{text[head : len(text) - tail]}{closed}" for text in (was, now))  # type: ignore[return-value]
