"""Icons by name and role: Lucide's drawings (ISC) tinted with a colour of the theme."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal.resources import read_text

#: Drawn large once for each of these device pixel ratios, so that they stay sharp on dense screens.
_RATIOS = (1, 2, 3)
#: Drawings that are filled while they are on: on and off must not differ by colour alone.
_FILLED = ("star",)


def svg(name: str, colour: str, *, filled: bool = False) -> bytes:
    """The drawing ``name`` in ``colour`` (``#rrggbb``), 1.75 wide as in the design; ``filled`` inside, too."""
    drawing = _drawing(name)
    if filled:
        drawing = drawing.replace('fill="none"', 'fill="currentColor"')
    return drawing.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"').encode()


@functools.cache
def _drawing(name: str) -> str:
    return read_text(f"icons/{name}.svg")


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0, *, filled: bool = False) -> QPixmap:
    """The drawing in ``size`` logical pixels."""
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg(name, colour, filled=filled))).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, size: int = 20, *, checked: str | None = None) -> QIcon:
    """An icon in ``colour``; in ``checked`` while its button is on."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if checked is not None:
            made.addPixmap(
                pixmap(name, checked, size, ratio, filled=name in _FILLED), QIcon.Mode.Normal, QIcon.State.On
            )
    return made
