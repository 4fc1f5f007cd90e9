"""Find words in the entry: how many, the next, the one before; Esc puts it away and gives the keyboard back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.editor.find import MOST, find_all
from ui.editor.writing_edit import WritingEdit
from ui.theme import Look
from ui.widgets.parts import ground, icon_button, label, row

_PAUSE_MS = 120


class FindBar(QWidget):
    """Hidden until ``begin``."""

    def __init__(self, look: Look, body: WritingEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "foot")
        self._body = body
        self._places: list[tuple[int, int]] = []
        self._at = -1
        self._from = 0
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Find in this entry"))
        self._field.setAccessibleName(self.tr("Find in this entry"))
        self._field.setClearButtonEnabled(False)
        self._count = label("", "hint")
        self._previous = icon_button(look, "chevron-up", self.tr("The one before (Shift+Enter)"))
        self._next = icon_button(look, "chevron-down", self.tr("The next one (Enter)"))
        self._close = icon_button(look, "x", self.tr("Put away (Esc)"))
        line = row(self._field, self._count, self._previous, self._next, self._close, spacing=6)
        line.setStretch(0, 1)
        line.setContentsMargins(20, 6, 12, 6)
        self.setLayout(line)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._recount)
        self._field.textChanged.connect(self._searched)
        self._next.clicked.connect(self.next)
        self._previous.clicked.connect(self.previous)
        self._close.clicked.connect(self.put_away)
        body.textChanged.connect(self._text_changed)
        self.hide()

    def begin(self) -> None:
        """Show it, with the selected words if a few are selected."""
        start, end = self._body.selection()
        chosen = self._body.text()[start:end]
        self._from = start
        self.show()
        if chosen and "\n" not in chosen and len(chosen) <= 80:
            self._field.setText(chosen)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._searched()

    def put_away(self) -> None:
        """Hide it; the keyboard goes back to the text, where the present place stays selected."""
        if self.isHidden():
            return
        self.hide()
        self._places.clear()
        self._body.mark_places((), -1)
        self._body.setFocus()

    def empty(self) -> None:
        """Forget the words: part of locking."""
        # not ``clear``, which undo takes back
        self._field.setText("")
        self._field.setModified(False)
        self._places.clear()
        self._body.mark_places((), -1)
        self.hide()

    def next(self) -> None:
        """Go to the next place, from the last one round to the first."""
        self._go(self._at + 1)

    def previous(self) -> None:
        """Go to the place before."""
        self._go(self._at - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter is the next, Shift+Enter the one before, Esc puts it away."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.put_away()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self.previous()
                else:
                    self.next()
            case _:
                super().keyPressEvent(event)

    def _text_changed(self) -> None:
        if not self.isHidden():
            self._later.start()

    def _recount(self) -> None:
        """The text has changed under it: count anew, and leave caret and scroll bar alone."""
        if self.isHidden():
            return
        self._places = find_all(self._body.text(), self._field.text())
        self._at = min(self._at, len(self._places) - 1)
        self._show()

    def _searched(self) -> None:
        if self.isHidden():
            return
        self._places = find_all(self._body.text(), self._field.text())
        after = [at for at, (start, _) in enumerate(self._places) if start >= self._from]
        self._at = -1
        if self._places:
            self._go(after[0] if after else 0)
        else:
            self._show()

    def _go(self, at: int) -> None:
        if not self._places:
            return
        self._at = at % len(self._places)
        start, end = self._places[self._at]
        self._from = start
        self._body.select(start, end)
        self._show()

    def _show(self) -> None:
        found = len(self._places)
        if not self._field.text():
            words = ""
        elif not found:
            words = self.tr("Not found")
        else:
            many = f"{found:,}+" if found == MOST else f"{found:,}"
            words = self.tr("%1 of %2").replace("%1", f"{max(0, self._at) + 1:,}").replace("%2", many)
        if words != self._count.text():
            self._count.setText(words)
            self._count.setAccessibleName(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self._count, QAccessible.Event.Alert))
        self._next.setEnabled(found > 1)
        self._previous.setEnabled(found > 1)
        self._body.mark_places(self._places, self._at)
