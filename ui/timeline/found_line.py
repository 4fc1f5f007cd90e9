"""The line above the list: how many were found, in which order, and the filters that were kept."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

_SPACING_PX = 2


class FoundLine(QWidget):
    """Lays out what it is given in one line; the order takes a second one where the first is too narrow for all."""

    def __init__(self, head: QWidget, order: QWidget, *at_the_end: QWidget) -> None:
        super().__init__()
        self._order, self._parts = order, (head, order, *at_the_end)
        self._second_line = False
        grid = QGridLayout(self)
        grid.setContentsMargins(17, 2, 10, 4)
        grid.setSpacing(_SPACING_PX)
        grid.setColumnStretch(1, 1)
        grid.addWidget(head, 0, 0)
        for column, part in enumerate((order, *at_the_end), start=2):
            grid.addWidget(part, 0, column)
        self._grid = grid

    def arrange(self) -> None:
        """After a part came, went or said something else."""
        edges = self._grid.contentsMargins()
        shown = [part.sizeHint().width() for part in self._parts if not part.isHidden()]
        wanted = sum(shown) + _SPACING_PX * len(shown) + edges.left() + edges.right()
        second = not self._order.isHidden() and wanted > self.width()
        if second != self._second_line:
            self._second_line = second
            self._grid.removeWidget(self._order)
            self._grid.addWidget(self._order, *((1, 0, 1, self._grid.columnCount()) if second else (0, 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there may be more room, or less."""
        super().resizeEvent(event)
        self.arrange()
