"""What the four kinds of chart share: how one is asked to draw itself, where its figures stand, the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.theme import SANS, Look, load_roles
from ui.widgets.as_typed import as_typed


@dataclass(frozen=True, slots=True)
class Table:
    """The figures behind a chart, as rows of words: what a screen reader, a CSV file and a doubter read."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the drawing that can be stepped to, and what it says."""

    area: QRectF
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours by role, fonts and sizes to draw with. ``ratio``: device pixels to one pixel, to keep hairlines crisp."""

    colour: Callable[[str], QColor]
    font: Callable[[float, bool], QFont]
    scale: float = 1.0
    ratio: float = 1.0

    def px(self, standard: float) -> float:
        """Pixels for a size given at the standard text size."""
        return standard * self.scale

    def snap(self, at: float) -> float:
        """The middle of the device pixel at ``at``: a hairline there is one pixel wide and not two half ones."""
        return (int(at * self.ratio) + 0.5) / self.ratio

    def hair(self, role: str = "line") -> QPen:
        """A line of one device pixel."""
        return QPen(self.colour(role), 1 / self.ratio)


class Drawing(Protocol):
    """One chart: pure data that can draw itself anywhere."""

    def paint(self, painter: QPainter, area: QRectF, ink: Ink, current: int | None = None) -> None:
        """Draw into ``area``; the ``current`` place is marked."""

    def places(self, area: QRectF, ink: Ink) -> Sequence[Place]:
        """What can be stepped to in that area, in the order of stepping."""

    def step(self, at: int | None, key: Qt.Key) -> int | None:
        """The place that an arrow key leads to from ``at``, or ``None`` where the key means nothing."""

    def height(self, ink: Ink, width: float) -> float:
        """How high it wants to be."""

    def table(self) -> Table:
        """Every figure drawn, in words."""


def screen_ink(look: Look, ratio: float = 1.0) -> Ink:
    """As the window looks now."""
    return Ink(look.colour, lambda size, bold: look.sans(size, bold=bold), look.scale, ratio)


def paper_ink() -> Ink:
    """For paper and files: always the light colours at the standard size."""
    roles = load_roles("light")

    def font(size: float, bold: bool) -> QFont:
        made = as_typed(QFont(SANS))
        made.setPixelSize(round(size))
        made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return made

    return Ink(lambda role: QColor(roles[role]), font)


def step_among(count: int, at: int | None, key: Qt.Key) -> int | None:
    """Left and right, Home and End over ``count`` places; the first key press goes to the newest, which is the last."""
    if not count:
        return None
    last = count - 1
    led: dict[Qt.Key, int] = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
    led[Qt.Key.Key_Left] = last if at is None else max(0, at - 1)
    led[Qt.Key.Key_Right] = last if at is None else min(last, at + 1)
    return led.get(key)


def words_at(
    painter: QPainter, ink: Ink, at: QPointF, words: str, *, role: str = "ink-3", size: float = 11, bold: bool = False
) -> None:
    """Write ``words`` with their baseline beginning at ``at``."""
    painter.setFont(ink.font(size, bold))
    painter.setPen(ink.colour(role))
    painter.drawText(at, words)


def width_of(ink: Ink, words: str, size: float = 11, *, bold: bool = False) -> float:
    """How wide ``words`` are."""
    return QFontMetricsF(ink.font(size, bold)).horizontalAdvance(words)


def spread(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Positions near ``wanted`` that keep ``least`` between them, inside ``[low, high]`` as far as there is room."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    placed = [min(max(wanted[at], low), high) for at in order]
    for at in range(1, len(placed)):
        placed[at] = max(placed[at], placed[at - 1] + least)
    over = placed[-1] - high if placed else 0.0
    if over > 0:
        placed[-1] = high
        for at in range(len(placed) - 2, -1, -1):
            placed[at] = min(placed[at], placed[at + 1] - least)
    back = [0.0] * len(wanted)
    for rank, at in enumerate(order):
        back[at] = placed[rank]
    return back
