"""The frame of a page: how it reads and writes on the lane, how Tab goes through it, how wide it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.theme import Look
from ui.widgets.columns import Columns
from ui.widgets.parts import column, ground, keep_width, row, scrolling
from ui.widgets.reading_order import put_in_order
from ui.widgets.storing import Answered, store_with

T = TypeVar("T")


class Left(Protocol):
    """A form that tells what it said when it is left."""

    let_go: Any

    def open(self) -> object:
        """Show it over its window."""


#: From the edges of the window to what stands on a page: left, above, right, below.
_MARGINS = (40, 30, 40, 36)


class Page(QWidget):
    """``said`` carries a line to show: mostly why something could not be read or stored."""

    said = Signal(object)
    #: What a form of the page said when it was left (``ui/widgets/form_dialog.py``).
    let_go = Signal(object)

    def __init__(self, look: Look, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._look, self._lane = look, lane

    def focusNextPrevChild(self, next: bool) -> bool:
        """Qt: Tab goes on in the order of reading, whatever was filled in since."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def _fetch(self, call: Callable[[], T], done: Callable[[T], None], *, topic: str = "") -> None:
        """Read on the lane; of several readings of one topic the last counts."""
        self._lane.run(call, owner=self, topic=topic, done=done, failed=self._failed)

    def _write(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        """Write on the lane."""
        self._lane.run(call, owner=self, done=done, failed=self._failed, work=Work.WRITE)

    def _open(self, form: Left) -> None:
        """Open a form of the page."""
        form.let_go.connect(self.let_go)
        form.open()

    def _answer_form(
        self,
        form: Answered,
        call: Callable[[], T],
        done: Callable[[Any], object],
        words: Callable[[Exception], str] = error_words,
    ) -> None:
        """Store what a form says; it goes once that is done, or says inside why it was not."""
        store_with(self._lane, form, call, done, words)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))


def clear_column(*, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> tuple[QWidget, QVBoxLayout]:
    """A part of a page without a ground of its own, and the column in it."""
    made = QWidget()
    ground(made, "clear")
    return made, column(made, spacing=spacing, margins=margins)


def in_the_middle(
    page: QWidget, look: Look, most: int, *, spacing: int, margins: tuple[int, int, int, int] = _MARGINS
) -> tuple[QScrollArea, QVBoxLayout]:
    """The frame that fills ``page`` and scrolls, and the column in its middle, at most ``most`` pixels wide."""
    area, within = scrolling(page)
    inside, box = clear_column(spacing=spacing)
    keep_width(inside, look, most=most)
    around = column(within, margins=margins)
    centre = row(None, inside, None)
    centre.setStretch(1, 1000)
    around.addLayout(centre)
    around.addStretch(1)
    return area, box


def two_columns(
    look: Look,
    *,
    at: int,
    shares: tuple[int, int],
    gap: int = 18,
    spacings: tuple[int, int] = (16, 16),
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> tuple[Columns, QVBoxLayout, QVBoxLayout]:
    """Two columns of cards as ``Columns``, still empty; whoever fills them ends each with a stretch."""
    (left, there), (right, beside) = (clear_column(spacing=spacing, margins=margins) for spacing in spacings)
    return Columns(look, left, right, at=at, shares=shares, gap=gap), there, beside
