"""Icons by name and role: Lucide's drawings (ISC) tinted with a colour of the theme."""

from __future__ import annotations

import functools
import math

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal.resources import read_text

#: Drawings that are filled while they are on: on and off must not differ by colour alone.
_FILLED = ("star",)
#: What title bars, task lists and switchers ask for, in pixels.
_WINDOW_SIZES = (16, 24, 32, 48, 128)


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
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg(name, colour, filled=filled))).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def window_icon(ground: str, ink: str) -> QIcon:
    """The feather on a rounded ground, for title bars and task lists, where the ground behind is anybody's."""
    made = QIcon()
    for size in _WINDOW_SIZES:
        drawn = QPixmap(size, size)
        drawn.fill(QColor(0, 0, 0, 0))
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
        inset = size * 0.18
        feather = QRectF(inset, inset, size - 2 * inset, size - 2 * inset)
        QSvgRenderer(QByteArray(svg("feather", ink))).render(painter, feather)
        painter.end()
        made.addPixmap(drawn)
    return made


def _ratios() -> set[int]:
    """A drawing for each density of the screens that are there; Qt scales it for one that is plugged in later."""
    return {max(1, math.ceil(screen.devicePixelRatio())) for screen in QGuiApplication.screens()} or {1}


def icon(name: str, colour: str, size: int = 20, *, checked: str | None = None) -> QIcon:
    """An icon in ``colour``; in ``checked`` while its button is on."""
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(pixmap(name, colour, size, ratio))
        if checked is not None:
            made.addPixmap(
                pixmap(name, checked, size, ratio, filled=name in _FILLED), QIcon.Mode.Normal, QIcon.State.On
            )
    return made
