"""Where rows and the headings of their months lie, by arithmetic: two heights, and one number a month."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

#: Year, month and how many rows it has.
Month = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Band:
    """A heading: which month, its top and its height in pixels, its first row and how many rows it has."""

    year: int
    month: int
    top: int
    height: int
    first: int
    rows: int


class Bands:
    """The whole list: every row ``row_px`` high, a heading of ``head_px`` above the first row of each month.

    Rows that ``months`` does not account for follow without a heading.
    """

    def __init__(self, months: Sequence[Month], rows: int, row_px: int, head_px: int) -> None:
        self._row_px, self._rows = max(1, row_px), rows
        self.bands: list[Band] = []
        first = top = 0
        for year, month, said in months:
            count = min(said, rows - first)
            if count <= 0:
                break
            self.bands.append(Band(year, month, top, head_px, first, count))
            first += count
            top += head_px + count * self._row_px
        self._firsts = [band.first for band in self.bands]
        self._tops = [band.top for band in self.bands]
        self._head_px = head_px

    @property
    def height(self) -> int:
        """All of it, in pixels."""
        return self._rows * self._row_px + len(self.bands) * self._head_px

    def top(self, row: int) -> int:
        """Where a row begins."""
        return row * self._row_px + bisect_right(self._firsts, row) * self._head_px

    def row(self, y: int) -> int:
        """The row at a height, -1 on a heading, above or below the list."""
        if not 0 <= y < self.height:
            return -1
        at = bisect_right(self._tops, y) - 1
        if at < 0:
            return y // self._row_px
        below_heading = y - self._tops[at] - self._head_px
        return -1 if below_heading < 0 else self._firsts[at] + below_heading // self._row_px

    def rows(self, top: int, bottom: int) -> range:
        """The rows that are seen between two heights."""
        if not self._rows:
            return range(0)
        return range(self._row_from(top), min(self._rows, self._row_from(bottom) + 1))

    def seen(self, top: int, bottom: int) -> list[Band]:
        """The headings that are seen between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return [band for band in self.bands[first:] if band.top < bottom and band.top + band.height > top]

    def _row_from(self, y: int) -> int:
        """The row at a height, or the next one below it."""
        y = max(0, min(y, self.height - 1))
        row = self.row(y)
        if row >= 0:
            return row
        return self._firsts[bisect_right(self._tops, y) - 1]
