"""The past year of writing as the chart of two pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from journal.practice_model import DayWritten
from ui.theme import Look
from ui.widgets.charts.card import ChartCard
from ui.widgets.charts.year import Day, Year

_CONTEXT = "charts"


def writing_card(look: Look) -> ChartCard:
    """Its card, still empty."""
    return ChartCard(look, _tr("Writing"), _tr("Days you wrote, the past year."), stem="writing")


def writing_year(written: Sequence[DayWritten], today: dt.date) -> Year:
    """The year up to today; weeks begin as they do where the person is."""
    first = QLocale().firstDayOfWeek().value - 1
    return Year(today, {one.day: Day(one.entries, one.words) for one in written}, first)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
