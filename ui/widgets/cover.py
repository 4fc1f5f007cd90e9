"""What lies over the window while it locks: opaque, and the place to try a failed last save again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Look
from ui.widgets.parts import button, column, ground, label, row


class Cover(QWidget):
    """Opaque. ``try_again`` and ``give_up`` are offered only after a save has failed; giving up asks twice."""

    try_again = Signal()
    give_up = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        ground(self, "panel")
        self.setAutoFillBackground(True)
        self._look = look
        self._window = parent
        self._picture = label()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label("", "second", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(self.tr("Try again"), "primary")
        self._give_up = button("", "link", name=self.tr("Lock without the unsaved words"))
        self._again.clicked.connect(self.try_again)
        self._give_up.clicked.connect(self._give_up_asked)
        box = column(self, margins=(40, 40, 40, 40), spacing=18)
        box.addStretch(1)
        box.addWidget(self._picture)
        box.addWidget(self._words)
        box.addLayout(row(None, self._again, self._give_up, None))
        box.addStretch(1)
        self._sure = False
        self.hide()

    def show_locking(self) -> None:
        """Cover the whole parent."""
        self._picture.setPixmap(self._look.pixmap("lock", "ink-2", self._look.px(40), self.devicePixelRatioF()))
        self._words.setText(self.tr("Locking. The last words are being saved."))
        self._offer(False)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def show_failure(self, why: str) -> None:
        """Stay, say why the save failed, and offer to try again."""
        self._words.setText(self.tr("The last words are not saved yet. %1").replace("%1", why))
        self._sure = False
        self._give_up.setText(self.tr("Lock without them…"))
        self._give_up.setAccessibleName(self.tr("Lock without the unsaved words"))
        self._offer(True)
        self._again.setFocus()

    def _offer(self, offered: bool) -> None:
        self._again.setVisible(offered)
        self._give_up.setVisible(offered)

    def _give_up_asked(self) -> None:
        if self._sure:
            self.give_up.emit()
            return
        self._sure = True
        self._give_up.setText(self.tr("Yes, lock and lose the unsaved words"))
