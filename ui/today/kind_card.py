"""One kind of entry to begin, as a card with the colour of its kind along the top."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.theme import KIND_ROLES, Look
from ui.widgets.parts import PushButton, column, label

_RADIUS, _TOP_PX = 12.0, 3.0


class KindCard(PushButton):
    """A push button with two lines of words; pressing it begins an entry of its kind."""

    def __init__(self, look: Look, kind: str, name: str, about: str) -> None:
        super().__init__()
        self._look, self.kind = look, kind
        self.setAutoDefault(False)
        self.setProperty("look", "row")
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        box = column(self, margins=(16, 17, 14, 15), spacing=5)
        for words, look_of in ((name, "strong"), (about, "second")):
            part = label(words, look_of, wrap=True)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            box.addWidget(part)
        box.addStretch(1)

    def hasHeightForWidth(self) -> bool:
        """Qt: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: as high as its words are."""
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Qt: wide enough for a word or two."""
        wide = self._look.px(180)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Qt: no narrower than a long word."""
        wide = self._look.px(120)
        return QSize(wide, self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the card, its coloured edge, and a ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(room, _RADIUS, _RADIUS)
        painter.fillPath(shape, self._look.colour("rail" if self.isDown() else "panel"))
        painter.setPen(QPen(self._look.colour("edge" if self.underMouse() else "line"), 1))
        painter.drawPath(shape)
        painter.save()
        painter.setClipRect(QRectF(room.left(), room.top(), room.width(), _RADIUS * 0.75))
        painter.setPen(QPen(self._look.colour(KIND_ROLES.get(self.kind, "free")), _TOP_PX))
        inner = QPainterPath()
        inner.addRoundedRect(room.adjusted(1, 1, -1, 20), _RADIUS, _RADIUS)
        painter.drawPath(inner)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()
