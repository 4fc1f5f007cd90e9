"""A hand on the keyboard: every stroke goes to whatever has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key


class Keyboard:
    """Presses keys on whatever has the keyboard, and notes them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.strokes: list[str] = []
        self.count = 0

    def type(self, text: str, what: str) -> None:
        self.strokes.append(f"{{{what}}}")
        self.count += len(text)
        QTest.keyClicks(self._target(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, said: str) -> None:
        self.strokes.append(said)
        self._click(key, modifiers)

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Tab until the control of this accessible name has the keyboard."""
        self.strokes.append(f'{"Shift+Tab" if back else "Tab"}… "{name}"')
        for _ in range(40):
            if self._target().accessibleName() == name:
                return
            self._click(Key.Key_Tab, SHIFT if back else Qt.KeyboardModifier.NoModifier)
        raise AssertionError(f"Tab never reaches {name}")

    def menu(self, letter: Qt.Key, words: str, *, said: str) -> None:
        """Open a menu by its letter and go down to a line of it."""
        self.strokes.append(f'{said}… "{words}"')
        self._click(letter, ALT)
        self._qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        for _ in range(40):
            menu = QApplication.activePopupWidget()
            action = menu.activeAction() if menu is not None else None  # type: ignore[attr-defined]
            if action is not None and action.text().replace("&", "") == words:
                return
            self._click(Key.Key_Down)
        raise AssertionError(f"no line {words}")

    def _click(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        QTest.keyClick(self._target(), key, modifiers)

    def _target(self) -> QWidget:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None, "nothing has the keyboard"
        return target
