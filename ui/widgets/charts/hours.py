"""Supervision hours by month as the chart of two pages, and the line below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from journal.practice.hours import MonthHours
from ui.theme import Look
from ui.widgets.charts.bars import Bars, Month
from ui.widgets.charts.card import ChartCard
from ui.widgets.day_words import figure

_CONTEXT = "charts"
#: The least difference that figures with one decimal can show.
_SHOWN_H = 0.05


def hours_card(look: Look) -> ChartCard:
    """Its card, still empty."""
    return ChartCard(
        look,
        _tr("Supervision, the past twelve months"),
        _tr("Hours each month. Striped: planned, and lost to postponing, cancelling or cutting short."),
        stem="supervision",
    )


def show_hours(card: ChartCard, months: Sequence[MonthHours], wanted_minutes: int | None) -> None:
    """Draw them; the card hides where nothing was held or lost. ``wanted_minutes``: the line, if there is one."""
    drawn = tuple(Month(one.month, one.held / 60, one.lost / 60) for one in months)
    any_of_it = any(month.held or month.lost for month in drawn)
    held, lost = sum(month.held for month in drawn), sum(month.lost for month in drawn)
    wanted = None if wanted_minutes is None else wanted_minutes / 60
    notes = []
    if any_of_it:
        # bars are the time held; where groups are shared out, less of it counts towards the line
        counts = float(sum(month.credited for month in months)) / 60
        words = _tr("%1 h held, %2 h lost.")
        if abs(counts - held) >= _SHOWN_H:
            words = _tr("%1 h held, of which %3 h count; %2 h lost.").replace("%3", figure(counts))
        notes.append(words.replace("%1", figure(held)).replace("%2", figure(lost)))
    if wanted is not None:
        notes.append(_tr("The dashed line is %1 h, yours to edit.").replace("%1", figure(wanted, 2)))
    card.show_chart(Bars(drawn, wanted) if any_of_it else None, [" ".join(notes)] if notes else ())
    card.setVisible(any_of_it)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
