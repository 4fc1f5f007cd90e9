"""Two columns beside each other while there is room, the second below the first where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Look
from ui.widgets.parts import ground


class Columns(QWidget):
    """``first`` and ``second``, each with a stretch at its foot; side by side in these shares from ``at`` pixels on.

    ``at`` is given for the standard text size.
    """

    def __init__(
        self, look: Look, first: QWidget, second: QWidget, *, at: int, shares: tuple[int, int], gap: int = 40
    ) -> None:
        super().__init__()
        ground(self, "clear")
        self._look, self._parts, self._at, self._shares = look, (first, second), at, shares
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(28)
        self._place(beside=True)

    @property
    def beside(self) -> bool:
        """Whether they stand side by side."""
        return bool(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: fold or unfold."""
        super().resizeEvent(event)
        self._place(beside=self.width() >= self._look.px(self._at))

    def _place(self, *, beside: bool) -> None:
        if beside is self._beside:
            return
        self._beside = beside
        for part in self._parts:
            self._grid.removeWidget(part)
        for column in (0, 1):
            self._grid.setColumnStretch(column, self._shares[column] if beside else 1 - column)
        # no alignment: a grid measures what is aligned by its width of choice, and cards would have room to spare
        self._grid.addWidget(self._parts[0], 0, 0)
        self._grid.addWidget(self._parts[1], *((0, 1) if beside else (1, 0)))
