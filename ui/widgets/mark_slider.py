"""A slider that says nothing until it is moved, and can be cleared again; words at both ends say what they mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QStackedLayout, QWidget

from ui.theme import Look
from ui.widgets.parts import column, icon_button, label, row, set_look
from ui.widgets.steady import steady

#: As the slider of the style sheet, at the standard text size: groove, handle with its border, rounding of the ring.
_GROOVE_PX, _HANDLE_PX, _BORDER_PX, _RING_PX = 4, 16, 2, 6
#: What moves a slider, and so gives it its first mark.
_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class _Unset(QPushButton):
    """Stands where the slider will be while there is no mark: a slider has a value always, and a screen reader would
    say the middle one. ``moved`` carries a key event or a part of the width, 0 to 1; pressing it takes the middle."""

    moved = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        # in a form Return stores what was marked, and marks nothing
        self.setAutoDefault(False)
        self.setProperty("look", "bare")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what moves a slider sets a mark."""
        if event.key() in _MOVES:
            self.moved.emit(event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the mark goes where one points."""
        inside = self.width() - self._look.px(_HANDLE_PX)
        self.moved.emit(min(1.0, max(0.0, (event.position().x() - self._look.px(_HANDLE_PX) / 2) / max(1, inside))))

    def sizeHint(self) -> QSize:
        """Qt: as the slider's."""
        return QSize(self._look.px(84), self._look.px(24) + 2 * _BORDER_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a slider without colour, and the ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        high, across = self._look.px(_GROOVE_PX), self._look.px(_HANDLE_PX)
        groove = room.adjusted(_BORDER_PX, (room.height() - high) / 2, -_BORDER_PX, -(room.height() - high) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("line"))
        painter.drawRoundedRect(groove, high / 2, high / 2)
        painter.setBrush(self._look.colour("paper"))
        border = self._look.px(_BORDER_PX)
        painter.setPen(QPen(self._look.colour("edge"), border))
        painter.drawEllipse(room.center(), (across - border) / 2, (across - border) / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), _BORDER_PX))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), _RING_PX, _RING_PX)
        painter.end()


class MarkSlider(QWidget):
    """``changed`` when the person moved or cleared it. ``value`` is ``None`` until then: nothing is filled in.

    ``unset`` is what stands for the figure while there is none, and what a screen reader says then; ``quiet`` takes
    less room and weight, for a margin.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        least: int,
        most: int,
        *,
        about: str = "",
        ends: tuple[str, str] = ("", ""),
        unset: tuple[str, str] = ("", ""),
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self._name, self._ends, self._middle = name, ends, (least + most) // 2
        skipped = self.tr("skipped")
        self._unset = unset if any(unset) else (skipped, skipped)
        self._strong = "hint" if quiet else "section"
        self._chosen = False
        # nobody should set a mark by scrolling
        self._slider = steady(QSlider(Qt.Orientation.Horizontal), never=True)
        self._slider.setRange(least, most)
        self._slider.setPageStep(1)
        self._slider.setValue(self._middle)
        self._figure = label("", self._strong)
        self._clear = icon_button(look, "x", self.tr("Clear: %1").replace("%1", name))
        self._clear.setProperty("small", True)
        # the line does not grow when it comes, and what is said keeps the right edge
        keep_room = self._clear.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keep_room)
        # the same room, whichever is shown
        self._empty = _Unset(look)
        self._both = QWidget()
        self._stack = QStackedLayout(self._both)
        for part in (self._empty, self._slider):
            self._stack.addWidget(part)
        box = column(self, spacing=0 if quiet else 1)
        box.addLayout(row(label(name, "" if quiet else "strong"), None, self._clear, self._figure, spacing=4))
        if about:
            box.addWidget(label(about, "second", wrap=True))
        box.addWidget(self._both)
        if any(ends):
            box.addLayout(row(label(ends[0], "hint"), None, label(ends[1], "hint")))
        self._slider.actionTriggered.connect(self._moved)
        self._slider.sliderPressed.connect(self._moved)
        self._slider.valueChanged.connect(self._show)
        self._clear.clicked.connect(self._cleared)
        self._empty.moved.connect(self._first)
        self._empty.clicked.connect(self._moved_by_press)
        self._show()

    @property
    def value(self) -> int | None:
        """The mark, or ``None`` where none was chosen."""
        return self._slider.value() if self._chosen else None

    def set_value(self, value: int | None) -> None:
        """Show a mark without saying that it changed."""
        self._chosen = value is not None
        self._slider.setValue(self._middle if value is None else value)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: what the slider leaves over; Delete and Backspace clear it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen:
            self._cleared()
        else:
            super().keyPressEvent(event)

    def _moved(self, *_: object) -> None:
        self._chosen = True
        self._slider.setValue(self._slider.sliderPosition())
        self._show()
        self.changed.emit()

    def _first(self, how: object) -> None:
        """The first mark: the slider comes, and takes the key or the place."""
        self._show_slider()
        if isinstance(how, QKeyEvent):
            QApplication.sendEvent(self._slider, how)
        elif isinstance(how, float):
            low, high = self._slider.minimum(), self._slider.maximum()
            self._slider.setValue(round(low + how * (high - low)))
        # a key may leave it where it was, at an end
        self._moved()

    def _moved_by_press(self) -> None:
        self._show_slider()
        self._moved()

    def _show_slider(self) -> None:
        self._chosen = True
        self._stack.setCurrentWidget(self._slider)
        self._slider.setFocus()

    def _cleared(self) -> None:
        self.set_value(None)
        self._empty.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        figure, said = (str(self._slider.value()),) * 2 if self._chosen else self._unset
        self._figure.setText(figure)
        set_look(self._figure, self._strong if self._chosen else "hint")
        ends = f"{self._slider.minimum()}: {self._ends[0]}, {self._slider.maximum()}: {self._ends[1]}"
        about = ends if any(self._ends) else ""
        self._slider.setAccessibleName(self._name)
        self._slider.setAccessibleDescription(about)
        self._empty.setAccessibleName(f"{self._name}, {said}")
        self._empty.setAccessibleDescription(about)
        self._clear.setVisible(self._chosen)
        self._stack.setCurrentWidget(self._slider if self._chosen else self._empty)
