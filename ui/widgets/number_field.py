"""A whole number that may be left open, in a field the wheel passes over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

from ui.widgets.steady import steady

#: The style sheet's padding does not reach the text inside a spin box.
_INDENT_PX = 10
_Reason = Qt.FocusReason


class _TypedOver(QObject):
    """Chooses the figure when the keyboard comes, and words that stand for none for as long as they stand there.

    Qt chooses on Tab alone. Where a form begins at the field, a figure was typed into the one that stood there; and
    beside words such as "–" Qt takes no figure at all, so that a click and a figure did nothing.
    """

    def __init__(self, field: QAbstractSpinBox) -> None:
        super().__init__(field)
        self._field, self._line = field, field.lineEdit()
        self._been = False
        field.installEventFilter(self)
        self._line.selectionChanged.connect(self._choose_words)
        self._line.cursorPositionChanged.connect(self._choose_words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            # a window that comes back, or a menu that closes, finds the field as it was left
            came = event.reason() not in (_Reason.MouseFocusReason, _Reason.PopupFocusReason)
            came = came and not (self._been and event.reason() is _Reason.ActiveWindowFocusReason)
            self._been = True
            # after the field itself has had it
            QTimer.singleShot(0, self, self._come if came else self._choose_words)
        return False

    def _come(self) -> None:
        if self._field.hasFocus():
            self._field.selectAll()

    def _choose_words(self) -> None:
        words = self._field.specialValueText()
        if words and self._line.text() == words != self._line.selectedText() and self._field.hasFocus():
            self._line.selectAll()


def typed_over(field: QAbstractSpinBox) -> None:
    """Let what is typed in ``field`` take the place of what stands there when the keyboard comes."""
    _TypedOver(field)


def number_field(
    name: str, least: int, most: int, *, step: int = 1, suffix: str = "", open_words: str = ""
) -> QSpinBox:
    """With ``open_words`` the least value stands for "not said" and shows these words."""
    made = steady(QSpinBox())
    made.setAccessibleName(name)
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setSuffix(suffix)
    if open_words:
        made.setSpecialValueText(open_words)
    made.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)
    typed_over(made)
    return made
