"""What stands beside an expectation: when and where it was checked, and its figures next to the journal's."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.practice.standings import Standing
from journal.practice_model import Expectation
from ui.widgets.day_words import checked_words as month_of_check
from ui.widgets.day_words import figure, full_date, month_words

_CONTEXT = "expectations"
#: Figure of the file -> what it counts.
FIGURES = {
    "min_hours_per_month": QT_TRANSLATE_NOOP("expectations", "Hours in the month"),
    "client_hours_per_supervision_hour": QT_TRANSLATE_NOOP("expectations", "Client hours to an hour of supervision"),
    "max_days_between": QT_TRANSLATE_NOOP("expectations", "Days since supervision"),
    "every_days": QT_TRANSLATE_NOOP("expectations", "Days since supervision"),
    "skills_every_days": QT_TRANSLATE_NOOP("expectations", "Days since clinical skills supervision"),
    "caseload_review_days": QT_TRANSLATE_NOOP("expectations", "Days since the whole list was looked at"),
    "case_management_hours_per_week": QT_TRANSLATE_NOOP("expectations", "Hours of case management a week"),
    "min_minutes": QT_TRANSLATE_NOOP("expectations", "Minutes of the last meeting"),
    "max_group": QT_TRANSLATE_NOOP("expectations", "Supervisees in the largest group"),
    "min_supervision_hours": QT_TRANSLATE_NOOP("expectations", "Hours of supervision"),
    "min_practice_hours": QT_TRANSLATE_NOOP("expectations", "Hours of practice"),
    "min_hours_given_per_year": QT_TRANSLATE_NOOP("expectations", "Hours of supervision given in the year"),
    "supervision_hours_year": QT_TRANSLATE_NOOP("expectations", "Hours of supervision in the year"),
    "supervision_hours_year_400": QT_TRANSLATE_NOOP(
        "expectations", "Hours of supervision in the year, from 400 hours of practice on"
    ),
    "cpd_hours_year": QT_TRANSLATE_NOOP("expectations", "Hours of CPD in the year"),
    "cpd_min_year": QT_TRANSLATE_NOOP("expectations", "Hours of CPD in the year, at the least"),
    "cpd_category_a": QT_TRANSLATE_NOOP("expectations", "Hours of active CPD in the year"),
    "workshop_hours": QT_TRANSLATE_NOOP("expectations", "Hours of workshops in the year"),
    "cpd_hours": QT_TRANSLATE_NOOP("expectations", "Hours of CPD in three years"),
    "participatory_hours": QT_TRANSLATE_NOOP("expectations", "Hours of participatory CPD in three years"),
    "cpd_hours_5y": QT_TRANSLATE_NOOP("expectations", "Hours of CPD in five years"),
    "cpd_activities_per_year": QT_TRANSLATE_NOOP("expectations", "CPD activities in the year"),
    "accounts": QT_TRANSLATE_NOOP("expectations", "Reflective accounts"),
    "practice_hours": QT_TRANSLATE_NOOP("expectations", "Hours of practice in three years, with clients as noted here"),
    "feedback": QT_TRANSLATE_NOOP("expectations", "Pieces of feedback in three years"),
}

#: What there is no place for in a journal of this kind.
_NOT_KEPT = ("feedback",)


def checked_words(one: Expectation) -> str:
    """When it was checked and where; never as a ruling."""
    if not one.checked:
        return _tr("Not checked at its source. %1").replace("%1", one.source)
    return _tr("Checked %1. Source: %2").replace("%1", month_of_check(one.checked_on)).replace("%2", one.source)


def standing_words(standing: Standing) -> str:
    """Two numbers beside each other, and nothing made of them."""
    known = FIGURES.get(standing.figure)
    # a figure of a file newer than this program
    name = _tr(str(known)) if known else standing.figure.replace("_", " ")
    have = _unknown(standing.figure) if standing.have is None else number(standing.have)
    said = _tr("%1: %2, expected %3").replace("%1", name).replace("%2", have).replace("%3", number(standing.wanted))
    first, last = standing.first, standing.last
    same = (first.year, first.month) == (last.year, last.month)
    return f"{said} ({month_words(first)})" if same else f"{said} ({full_date(first)} – {full_date(last)})"


def _unknown(figure: str) -> str:
    return _tr("not kept in this journal") if figure in _NOT_KEPT else _tr("nothing noted yet")


def number(value: Fraction) -> str:
    """An exact number as people write it."""
    return figure(float(value), 2)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
