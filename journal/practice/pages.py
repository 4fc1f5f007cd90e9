"""A summary as a page: headings, its table, hours and gaps, what was expected. Codes alone, as the summary has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from journal.paper.parts import Part, Table, heading, text
from journal.paper.pdf import on_one_page, to_pdf
from journal.paper.setting import FIGURES
from journal.practice.hours import MonthHours
from journal.practice.summaries import Summary

#: From the size of every page down to the least that is read without effort on paper, in points.
SIZES_PT = (10.0, 9.0, 8.0, 7.0)
#: Gaps listed.
_GAPS = 5
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: dt.date) -> str:
    """ "22 November 2026"."""
    return f"{day.day} {month_words(day)}"


def short_day_words(day: dt.date) -> str:
    """ "22 Nov 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def month_words(day: dt.date) -> str:
    """ "November 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words that a page has beside those of its summary. As the command prints them; a window has its own."""

    nothing: str = "Nothing in this period."
    hours: str = "Hours"
    hours_columns: tuple[str, str, str, str] = ("Month", "Minutes held", "Creditable", "Planned and lost")
    in_all: str = "In all"
    gaps: str = "Longest times between two meetings"
    gaps_columns: tuple[str, str, str] = ("Days", "From", "To")
    checked: str = "%1 (checked %2)"
    unchecked: str = "%1 (not checked at its source)"
    day: Callable[[dt.date], str] = day_words
    short_day: Callable[[dt.date], str] = short_day_words
    month: Callable[[dt.date], str] = month_words


def page_of(made: Summary, words: PageWords | None = None) -> tuple[Part, ...]:
    """What stands on the page of a summary."""
    return tuple(_page(made, words or PageWords()))


def pdf_of(made: Summary, *, one_page: bool = False) -> bytes:
    """The page as a PDF; ``one_page`` makes its letters smaller, down to the last of ``SIZES_PT``, until it is one.

    Raises:
        ValueError: our fonts lack a letter of it.
    """
    parts = page_of(made)
    return to_pdf(parts, on_one_page(parts, FIGURES, SIZES_PT) if one_page else FIGURES)


def _page(made: Summary, words: PageWords) -> Iterator[Part]:
    if made.title:
        yield heading(made.title)
    if made.first != made.last:
        yield text(f"{words.day(made.first)} – {words.day(made.last)}")
    if made.rows:
        yield Table(made.columns, tuple(tuple(_cell(cell, words) for cell in row) for row in made.rows))
    else:
        yield text(words.nothing)
    if made.hours:
        yield heading(words.hours, 2)
        rows = [_hours(words.month(month.month), (month,)) for month in made.hours]
        if len(rows) > 1:
            rows.append(_hours(words.in_all, made.hours))
        yield Table(words.hours_columns, tuple(rows))
    if made.gaps:
        yield heading(words.gaps, 2)
        waits = ((str(gap.days), words.day(gap.first), words.day(gap.last)) for gap in made.gaps[:_GAPS])
        yield Table(words.gaps_columns, tuple(waits))
    for one in made.expectations:
        said = words.checked if one.checked_on else words.unchecked
        yield text(": " + said.replace("%1", one.text).replace("%2", _checked(one.checked_on, words)), begin=one.body)


def _hours(name: str, months: Sequence[MonthHours]) -> tuple[str, str, str, str]:
    """Minutes under a name: held, creditable to two places, planned and lost."""
    credited = f"{float(sum(month.credited for month in months)):.2f}".rstrip("0").rstrip(".")
    return name, str(sum(month.held for month in months)), credited, str(sum(month.lost for month in months))


def _cell(cell: str, words: PageWords) -> str:
    """A day as people read it, without a place to break it; all else as it is."""
    try:
        return words.short_day(dt.date.fromisoformat(cell)).replace(" ", "\u00a0")
    except ValueError:
        return cell


def _checked(checked_on: str, words: PageWords) -> str:
    """A month or a day as people read it; what is neither stays as it was typed."""
    for length, said, more in ((7, words.month, "-01"), (10, words.day, "")):
        if len(checked_on) == length:
            try:
                return said(dt.date.fromisoformat(checked_on + more))
            except ValueError:
                break
    return checked_on
