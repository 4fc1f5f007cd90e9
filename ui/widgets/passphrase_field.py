"""A field for a passphrase: hidden at first, shown on request, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Look
from ui.widgets.field_button import FieldButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

#: Longer than any passphrase may be (1,024), so that a longer one is refused in words and never cut.
_ROOM = 100_000


class PassphraseField(QLineEdit):
    """Takes any characters, pasting allowed. ``take`` reads the text and empties the field."""

    shown_changed = Signal(bool)
    #: whether a letter just typed says that Caps Lock is on; no system tells every program directly
    caps_lock = Signal(bool)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_ROOM)
        self.setAccessibleName(name)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.addAction(self._eye)
        self._button = FieldButton(look, self, self._eye, tab=True)
        look.changed.connect(self._paint)
        self._paint()

    @property
    def eye(self) -> QWidget:
        """The button that shows the characters."""
        return self._button

    def take(self) -> str:
        """The text, once: the field is empty afterwards and can give nothing back by undo."""
        text = self.text()
        self.clear()
        return text

    def clear(self) -> None:
        """Qt's own is a step of typing: while the characters are shown, undo would bring them back."""
        self.setText("")

    def hide_text(self) -> None:
        """Show dots again."""
        self._eye.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a capital without Shift, or a small letter with it, gives Caps Lock away."""
        super().keyPressEvent(event)
        letter = event.text()
        if event.key() == QtCore.Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() is not shift)

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._paint()
        self.shown_changed.emit(shown)

    def _paint(self) -> None:
        shown = self._eye.isChecked()
        self._eye.setIcon(self._look.icon("eye-off" if shown else "eye", "ink-2"))
        self._eye.setText(self.tr("Hide the passphrase") if shown else self.tr("Show the passphrase"))
