"""A chart in one breath: what a screen reader says of it before anybody walks through its figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.widgets.charts.bars import Bars
from ui.widgets.charts.drawing import Drawing
from ui.widgets.charts.lines import Lines, Series, last_of
from ui.widgets.charts.strips import Strips
from ui.widgets.charts.year import Year
from ui.widgets.day_words import figure, full_date, month_words

_CONTEXT = "charts"


def spoken(drawing: Drawing | None) -> str:
    """The stretch of time, and of each series the last, the lowest and the highest figure; nothing is judged."""
    if isinstance(drawing, Lines | Strips):
        days = sorted(day for series in drawing.series for day, value in series.points if value is not None)
        if not days:
            return ""
        said = _between(full_date(days[0]), full_date(days[-1]))
        return " ".join([said, *(words for series in drawing.series if (words := _series(series)))])
    if isinstance(drawing, Bars) and drawing.months:
        first, last = drawing.months[0], drawing.months[-1]
        most = max(month.held for month in drawing.months)
        words = _tr("%1 h held in the last month, at most %2 h in one.")
        said = _between(month_words(first.first), month_words(last.first))
        return f"{said} {words.replace('%1', figure(last.held)).replace('%2', figure(most))}"
    if isinstance(drawing, Year):
        written = sum(day.entries > 0 for day in drawing.days.values())
        return _tr("Days with an entry: %1.").replace("%1", str(written))
    return ""


def _series(series: Series) -> str:
    values = [value for _, value in series.points if value is not None]
    last = last_of(series)
    if not values or last is None:
        return ""
    words = _tr("%1: last %2, lowest %3, highest %4.")
    words = words.replace("%2", figure(last)).replace("%3", figure(min(values))).replace("%4", figure(max(values)))
    # the name last: it is the one part that may hold a sign of ours
    return words.replace("%1", series.name)


def _between(first: str, last: str) -> str:
    return _tr("From %1 to %2.").replace("%1", first).replace("%2", last)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
