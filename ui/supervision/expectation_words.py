"""What stands beside an expectation: when and where it was checked, and its figures next to the journal's."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from journal.practice.standings import Standing
from journal.practice_model import Expectation
from ui.widgets.day_words import figure, full_date, month_words

_CONTEXT = "expectations"


def checked_words(one: Expectation) -> str:
    """When it was checked and where; never as a ruling."""
    if not one.checked:
        return _tr("Not checked at its source. %1").replace("%1", one.source)
    return _tr("Checked %1. Source: %2").replace("%1", one.checked_on).replace("%2", one.source)


def standing_words(standing: Standing) -> str:
    """Two numbers beside each other, and nothing made of them."""
    name = standing.figure.replace("_", " ")
    have = _tr("not known from the journal") if standing.have is None else number(standing.have)
    said = _tr("%1: %2, expected %3").replace("%1", name).replace("%2", have).replace("%3", number(standing.wanted))
    first, last = standing.first, standing.last
    same = (first.year, first.month) == (last.year, last.month)
    return f"{said} ({month_words(first)})" if same else f"{said} ({full_date(first)} – {full_date(last)})"


def number(value: Fraction) -> str:
    """An exact number as people write it."""
    return figure(float(value), 2)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
