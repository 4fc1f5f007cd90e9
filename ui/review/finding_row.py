"""One person or detail in the list of findings, with what can be decided about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.review.groups import Group
from ui.review.kind_words import label_words, risk_letter, risk_words
from ui.text import counted
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, column, hairline, label, row, set_look


class FindingRow(QWidget):
    """Signals carry the group's key; ``changed`` also the words typed."""

    accepted = Signal(str)
    changed = Signal(str, str)
    kept = Signal(str)
    reopened = Signal(str)
    looked_at = Signal(str)

    def __init__(self, look: Look, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.group = group
        self._letter = label()
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._letter.setFixedSize(look.px(20), look.px(20))
        self._words = label("", "section", wrap=True)
        self._becomes = label("", wrap=True)
        self._why = label("", "hint", wrap=True)
        self._accept = button(self.tr("Accept"), "link")
        self._change = button(self.tr("Change…"), "link")
        self._keep = button(self.tr("Keep as it is"), "link")
        self._reopen = button(self.tr("Undo"), "link")
        self._edit = QLineEdit()
        self._edit.hide()
        beside = column(spacing=2)
        beside.addWidget(self._words)
        beside.addWidget(self._becomes)
        beside.addWidget(self._why)
        beside.addWidget(self._edit)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=4)
        for part in (self._accept, self._change, self._keep, self._reopen):
            flow.addWidget(part)
        beside.addWidget(buttons)
        line = row(spacing=9)
        line.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(beside, 1)
        box = column(self, spacing=6)
        box.addLayout(line)
        box.addWidget(hairline())
        self._accept.clicked.connect(lambda: self.accepted.emit(self.group.key))
        self._keep.clicked.connect(lambda: self.kept.emit(self.group.key))
        self._reopen.clicked.connect(lambda: self.reopened.emit(self.group.key))
        self._change.clicked.connect(self._begin_change)
        self._edit.returnPressed.connect(self._end_change)
        controls: tuple[QWidget, ...] = (self._accept, self._change, self._keep, self._reopen, self._edit)
        for control in controls:
            control.installEventFilter(self)
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        """Show the group as it now stands."""
        self.group = group
        words = ", ".join(group.words)
        self._letter.setText(risk_letter(group.risk))
        role = group.risk
        colour, ground = self._look.colour(role).name(), self._look.colour(f"{role}-ground").name()
        self._letter.setStyleSheet(
            f"color: {colour}; background: {ground}; border-radius: {self._look.px(10)}px; font-weight: 600;"
            f" font-size: {self._look.px(11)}px;"
        )
        self._words.setText(words)
        arrow = {"open": "→ ", "changed": "→ ", "kept": "", "source": ""}[group.state]
        becomes = " / ".join(text or self.tr("(left out)") for text in group.becomes)
        said = {"kept": self.tr("stays as it is"), "source": ""}.get(group.state, becomes)
        self._becomes.setText(arrow + said)
        self._becomes.setVisible(bool(said))
        set_look(self._becomes, "ready" if group.state == "changed" else "")
        why = f"{label_words(group.label)} · {risk_words(group.risk)}"
        if len(group.indexes) > 1:
            why += " · " + counted(len(group.indexes), self.tr("1 place"), self.tr("%n places"))
        self._why.setText(why if group.state != "source" else label_words(group.label))
        is_open = group.state == "open"
        self._accept.setVisible(is_open)
        self._keep.setVisible(is_open)
        self._change.setVisible(is_open or group.state == "changed")
        self._reopen.setVisible(group.state in ("changed", "kept"))
        self._edit.hide()
        names: tuple[tuple[QWidget, str], ...] = (
            (self._accept, self.tr("Accept the proposal for %1")),
            (self._change, self.tr("Change the words for %1")),
            (self._keep, self.tr("Keep %1 as it is")),
            (self._reopen, self.tr("Take back the decision about %1")),
            (self._edit, self.tr("Words that stand for %1")),
        )
        for control, name in names:
            control.setAccessibleName(name.replace("%1", words))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Whoever comes here by keyboard sees the place in the text."""
        if event.type() is QEvent.Type.FocusIn:
            self.looked_at.emit(self.group.key)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click shows the place in the text."""
        self.looked_at.emit(self.group.key)
        super().mousePressEvent(event)

    def begin(self) -> None:
        """Put the keyboard here."""
        (self._accept if self.group.state == "open" else self._reopen).setFocus()

    def _begin_change(self) -> None:
        self._edit.setText(self.group.becomes[0])
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def _end_change(self) -> None:
        self.changed.emit(self.group.key, self._edit.text())
