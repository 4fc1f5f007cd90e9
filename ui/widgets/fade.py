"""The last half minute before locking: the window fades behind a quiet line that any key or movement takes away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.text import counted
from ui.theme import Look
from ui.widgets.parts import column, label, row

#: Where the fading begins and ends; a trace of the page stays, so that one sees what is being left.
_FROM, _TO = 0.35, 0.94


class Fade(QWidget):
    """Lies over the whole of ``parent`` and takes no mouse and no key: what dismisses it is not lost."""

    def __init__(self, look: Look, parent: QWidget, seconds: int) -> None:
        super().__init__(parent)
        self._look, self._window, self._whole = look, parent, seconds
        self._left = seconds
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setProperty("look", "card")
        self._icon = label()
        self._words = label("", "strong")
        self._hint = label(self.tr("Any key keeps it open."), "second")
        inside = column(card, margins=(28, 20, 28, 20), spacing=6)
        for part in (self._icon, self._words, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(part)
        box = column(self)
        box.addStretch(1)
        box.addLayout(row(None, card, None))
        box.addStretch(1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, empty while it is not there."""
        return "" if self.isHidden() else f"{self._words.text()} {self._hint.text()}"

    def say(self, seconds: int) -> None:
        """So many seconds are left; 0: somebody is there."""
        if not seconds:
            self.hide()
            return
        self._left = seconds
        self._words.setText(counted(seconds, self.tr("Locking in one second."), self.tr("Locking in %n seconds.")))
        if self.isHidden():
            self._icon.setPixmap(self._look.pixmap("lock", "ink-2", self._look.px(24), self.devicePixelRatioF()))
            self.setGeometry(self._window.rect())
            self.raise_()
            self.show()
            # said once: a count each second would talk over everything else
            QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the paper that thickens."""
        painter = QPainter(self)
        ground = self._look.colour("panel")
        gone = 1 - min(self._left, self._whole) / self._whole
        ground.setAlphaF(_FROM + (_TO - _FROM) * gone)
        painter.fillRect(event.rect(), ground)
        painter.end()
