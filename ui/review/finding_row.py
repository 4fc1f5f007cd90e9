"""One person or detail in the list of findings, with what can be decided about it by mouse or by key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QMenu, QWidget

from ui.review.groups import Group
from ui.review.kind_words import label_words, risk_letter, risk_words
from ui.text import counted
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import LINK_EDGE, button, column, icon_button, label, row, set_look

#: key -> what it does on the current row; arrows for those who know no letters
_NEXT = (Qt.Key.Key_J, Qt.Key.Key_Down)
_BEFORE = (Qt.Key.Key_P, Qt.Key.Key_Up)
_ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A)


class FindingRow(QFrame):
    """Signals carry the group's key; ``changed`` also the words typed, ``moved`` how many rows to go."""

    accepted = Signal(str)
    changed = Signal(str, str)
    kept = Signal(str)
    reopened = Signal(str)
    never = Signal(str)
    looked_at = Signal(str)
    moved = Signal(str, int)

    def __init__(self, look: Look, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.group = group
        self._is_current = False
        self.setProperty("look", "finding")
        self._letter = label()
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._letter.setFixedSize(look.px(20), look.px(20))
        self._words = label("", "section", wrap=True)
        self._becomes = label("", wrap=True)
        self._why = label("", "hint", wrap=True)
        self._accept = button(self.tr("Accept"), "link")
        self._change = button(self.tr("Change…"), "link")
        self._keep = button(self.tr("Keep as it is"), "link")
        self._reopen = button(self.tr("Take back"), "link")
        self._more = icon_button(look, "ellipsis", self.tr("More to do with these words"))
        self._edit = QLineEdit()
        self._edit.hide()
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=2)
        for part in (self._accept, self._change, self._keep):
            flow.addWidget(part)
        head = row(self._words, spacing=6)
        head.setStretch(0, 1)
        head.addWidget(self._reopen, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._more.setProperty("small", True)
        self._lay_out(head)
        self._accept.clicked.connect(lambda: self.accepted.emit(self.group.key))
        self._keep.clicked.connect(lambda: self.kept.emit(self.group.key))
        self._reopen.clicked.connect(lambda: self.reopened.emit(self.group.key))
        self._change.clicked.connect(self._begin_change)
        self._more.clicked.connect(self._show_more)
        self._edit.returnPressed.connect(self._end_change)
        for control in self._controls():
            control.installEventFilter(self)
        self._accept.setToolTip(self.tr("Write the proposal (Enter)"))
        self._change.setToolTip(self.tr("Write words of your own (C)"))
        self._keep.setToolTip(self.tr("Leave these words as they are (K)"))
        self._reopen.setToolTip(self.tr("Open this decision again (U)"))
        self.set_current(False)
        self.show_group(group)

    def _lay_out(self, head: QLayout) -> None:
        beside = column(spacing=2)
        beside.addLayout(head)
        for below in (self._becomes, self._why, self._edit):
            beside.addWidget(below)
        beside.addLayout(row(-LINK_EDGE, self._buttons, -LINK_EDGE))
        line = row(spacing=9)
        line.setContentsMargins(8, 7, 6, 7)
        lettered = column(margins=(0, 2, 0, 0))
        lettered.addWidget(self._letter)
        lettered.addStretch(1)
        line.addLayout(lettered)
        line.addLayout(beside, 1)
        column(self).addLayout(line)

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
        self._buttons.setVisible(is_open)
        self._more.setVisible(is_open and group.clearable)
        self._reopen.setVisible(group.state in ("changed", "kept"))
        self._edit.hide()
        names: tuple[tuple[QWidget, str], ...] = (
            (self, self.tr("Finding: %1")),
            (self._accept, self.tr("Accept the proposal for %1")),
            (self._change, self.tr("Change the words for %1")),
            (self._keep, self.tr("Keep %1 as it is")),
            (self._more, self.tr("More to do with %1")),
            (self._reopen, self.tr("Take back the decision about %1")),
            (self._edit, self.tr("Words that stand for %1")),
        )
        for control, name in names:
            control.setAccessibleName(name.replace("%1", words))
        self.setAccessibleDescription(f"{arrow}{said}. {self._why.text()}")

    def set_current(self, current: bool) -> None:
        """One row of the list is the current one: it alone is reached by Tab, with what can be done there."""
        self._is_current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        for control in self._controls():
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Whoever comes to a button sees the place in the text; Escape leaves the field as it was."""
        if event.type() is QEvent.Type.FocusIn:
            self.looked_at.emit(self.group.key)
        elif watched is self._edit and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._edit.hide()
            self.setFocus()
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: whoever comes here sees the place in the text."""
        super().focusInEvent(event)
        self.looked_at.emit(self.group.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click makes this the current row."""
        self.setFocus()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys that the tool tips name. With Ctrl or Alt they are somebody else's."""
        key, state = event.key(), self.group.state
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier or self._edit.hasFocus():
            super().keyPressEvent(event)
        elif key in _NEXT:
            self.moved.emit(self.group.key, 1)
        elif key in _BEFORE:
            self.moved.emit(self.group.key, -1)
        elif key in _ACCEPT and state == "open":
            self.accepted.emit(self.group.key)
        elif key == Qt.Key.Key_K and state == "open":
            self.kept.emit(self.group.key)
        elif key == Qt.Key.Key_C and state in ("open", "changed"):
            self._begin_change()
        elif key == Qt.Key.Key_U and state in ("changed", "kept"):
            self.reopened.emit(self.group.key)
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the keyboard here."""
        self.setFocus()

    def menu(self) -> QMenu:
        """What is rarer than accepting, changing and keeping."""
        made = QMenu(self)
        never = made.addAction(self.tr("Never flag this word"))
        never.triggered.connect(lambda: self.never.emit(self.group.key))
        return made

    def _show_more(self) -> None:
        made = self.menu()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _controls(self) -> tuple[QWidget, ...]:
        return (self._accept, self._change, self._keep, self._more, self._reopen, self._edit)

    def _begin_change(self) -> None:
        self._edit.setText(self.group.becomes[0])
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def _end_change(self) -> None:
        self.changed.emit(self.group.key, self._edit.text())
