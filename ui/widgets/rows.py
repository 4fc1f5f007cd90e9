"""A row of a short list that can be pressed: words on the left, a remark on the right, a line below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QWidget

from ui.theme import Look
from ui.widgets.parts import PushButton

_DOT_PX, _GAP_PX = 8, 14


class RowButton(PushButton):
    """Painted, so that a long title is cut at its end and never pushes the remark away."""

    def __init__(self, look: Look, words: str, remark: str = "", *, dot: str = "", name: str = "") -> None:
        super().__init__()
        self._look, self._words, self._remark, self._dot = look, words, remark, dot
        self.setProperty("look", "row")
        self.setAutoDefault(False)
        self.setAccessibleName(name or ", ".join(part for part in (words, remark) if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(self._look.px(260), self._look.px(42))

    def minimumSizeHint(self) -> QSize:
        """Qt: titles can be cut."""
        return QSize(self._look.px(120), self._look.px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: dot, words, remark, line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("panel"))
            painter.drawRoundedRect(room.adjusted(-1, 1, 1, -2), 6, 6)
        ratio = self.devicePixelRatioF()
        painter.setPen(QPen(self._look.colour("line"), 1 / ratio))
        y = room.bottom() - 0.5 / ratio
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        left = room.left() + 2
        if self._dot:
            side = self._look.px(_DOT_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.kind_colour(self._dot))
            painter.drawEllipse(QRectF(left, room.center().y() - side / 2, side, side))
            left += side + self._look.px(7)
        font, small = self._look.sans(14), self._look.sans(12.5)
        wide = QFontMetrics(small).horizontalAdvance(self._remark)
        painter.setFont(small)
        painter.setPen(self._look.colour("ink-2"))
        painter.drawText(room.adjusted(0, 0, -4, 0), _RIGHT, self._remark)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        room_for_words = room.right() - left - wide - (_GAP_PX if wide else 0) - 4
        cut = QFontMetrics(font).elidedText(self._words, Qt.TextElideMode.ElideRight, int(room_for_words))
        painter.drawText(QRectF(left, room.top(), room_for_words + 2, room.height()), _LEFT, cut)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -2), 6, 6)
        painter.end()


def has_keyboard(box: QWidget) -> bool:
    """Whether the keyboard is somewhere in ``box``, or will be when its window comes back from behind a form."""
    focus = box.window().focusWidget()
    return focus is not None and box.isAncestorOf(focus)


@contextmanager
def refilled(box: QWidget, otherwise: QWidget | None = None) -> Iterator[None]:
    """Clear ``box``, and let it be filled anew inside.

    The keyboard stays with the control that has the same name, else with what stands in its place now, else with
    ``otherwise``. It would go with what was cleared, and begin again at the first control of the window.
    """
    focus = box.window().focusWidget() if has_keyboard(box) else None
    name = focus.accessibleName() if focus is not None else ""
    at = next((at for at, one in enumerate(_buttons(box)) if one is focus), 0)
    clear(box)
    yield
    if focus is None:
        return
    buttons = _buttons(box)
    there: QWidget | None = next((one for one in buttons if one.accessibleName() == name), None)
    if there is None:
        there = buttons[min(at, len(buttons) - 1)] if buttons else otherwise
    if there is not None:
        if there is not otherwise:
            _show_within(box, there)
        there.setFocus()


def _buttons(box: QWidget) -> list[QAbstractButton]:
    hidden = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return [
        one
        for one in box.findChildren(QAbstractButton)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not (one.isHidden() and one.testAttribute(hidden))
    ]


def _show_within(box: QWidget, one: QWidget) -> None:
    # a layout shows what was put into it a moment later (QLayout::addChildWidget), and nothing hidden has the keyboard
    there: QWidget | None = one
    while there is not None and there is not box:
        there.show()
        there = there.parentWidget()


def clear(box: QWidget) -> None:
    """Take every child out of ``box``, at once and for good: what they show may name somebody."""
    _empty(box.layout())


def _empty(layout: QLayout | None) -> None:
    while layout is not None and (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        else:
            # what stands in a layout of its own would stay where it was, below what comes next
            _empty(item.layout())


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
