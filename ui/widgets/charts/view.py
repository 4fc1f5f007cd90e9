"""A chart in the window: crisp on every screen, walked with the arrow keys, said to screen readers as it is walked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Look
from ui.widgets.charts.drawing import Drawing, Ink, Place, screen_ink
from ui.widgets.charts.spoken import spoken

_MARGIN = 4


class ChartView(QWidget):
    """Shows a ``Drawing``. ``said`` carries the words of the place under the keyboard or the pointer, or nothing."""

    said = Signal(str)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing: Drawing | None = None
        self._current: int | None = None
        self._places: Sequence[Place] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show another."""
        self._drawing, self._current = drawing, None
        self._relook()
        self._say()

    def empty(self) -> None:
        """Drop what it holds; part of locking."""
        self.show_drawing(None)

    def hasHeightForWidth(self) -> bool:
        """Qt: its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as the drawing wants to be."""
        if self._drawing is None:
            return 0
        return round(self._drawing.height(self._ink(), width - 2 * _MARGIN)) + 2 * _MARGIN

    def sizeHint(self) -> QSize:
        """Qt: a size to begin with."""
        wide = self._look.px(420)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Qt: it can be drawn small."""
        return QSize(160, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the places move along, and the height follows."""
        super().resizeEvent(event)
        self._places = ()
        # layouts inside layouts ask for a height before they know the width
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the drawing, and a ring where the keyboard is."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        self._drawing.paint(painter, self._area(), self._ink(), self._current)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrow keys walk from figure to figure; Esc lets go."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._current is not None:
            self._go(None)
            return
        to = self._drawing.step(self._current, key) if self._drawing is not None else None
        if to is None:
            super().keyPressEvent(event)
        else:
            self._go(to)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: what the pointer is over."""
        at = self._at(event.position())
        if at != self._current:
            self._go(at)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: nothing is under the pointer any more."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: nothing is pointed at any more."""
        super().focusOutEvent(event)
        self._go(None)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _ink(self) -> Ink:
        return screen_ink(self._look, self.devicePixelRatioF())

    def _all_places(self) -> Sequence[Place]:
        if not self._places and self._drawing is not None:
            self._places = self._drawing.places(self._area(), self._ink())
        return self._places

    def _at(self, point: QPointF) -> int | None:
        return next((at for at, place in enumerate(self._all_places()) if place.area.contains(point)), None)

    def _go(self, to: int | None) -> None:
        if to != self._current:
            self._current = to
            self.update()
            self._say()

    def _say(self) -> None:
        words = ""
        if self._current is not None:
            # where everything is need not be known before something is pointed at
            places = self._all_places()
            words = places[self._current].words if self._current < len(places) else ""
        how = self.tr("Arrow keys go from figure to figure. A table is beside it.")
        self.setAccessibleDescription(words or f"{spoken(self._drawing)} {how}".strip())
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.said.emit(words)

    def _relook(self) -> None:
        self._places = ()
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
