"""Days as people say them, in the window's locale: "Tue 24 Nov", "Sunday 22 November", "yesterday", "3 days"."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui.text import counted

_CONTEXT = "day_words"
#: Up to so many days back a day of the week says more than a date.
_WEEK = 6


def qdate(day: dt.date) -> QDate:
    """The same day as Qt writes it."""
    return QDate(day.year, day.month, day.day)


def pydate(day: QDate) -> dt.date:
    """The same day as the core writes it."""
    return dt.date(day.year(), day.month(), day.day())


def short_day(day: dt.date, today: dt.date) -> str:
    """ "Tue 24 Nov", with its year where that is another."""
    return QLocale().toString(qdate(day), "ddd d MMM" if day.year == today.year else "d MMM yyyy")


def long_day(day: dt.date, *, year: bool = True) -> str:
    """ "Sunday 22 November 2026"."""
    return QLocale().toString(qdate(day), "dddd d MMMM yyyy" if year else "dddd d MMMM")


def full_date(day: dt.date) -> str:
    """ "22 November 2026"."""
    return QLocale().toString(qdate(day), "d MMMM yyyy")


def middle_date(day: dt.date) -> str:
    """ "22 Nov 2026"."""
    return QLocale().toString(qdate(day), "d MMM yyyy")


def month_words(day: dt.date) -> str:
    """ "November 2026"."""
    return QLocale().toString(qdate(day), "MMMM yyyy")


def checked_words(checked_on: str) -> str:
    """ "November 2026" for ``2026-11``, "29 November 2026" for a whole day; what is neither stays as it was typed."""
    for form, said in (("%Y-%m", month_words), ("%Y-%m-%d", full_date)):
        try:
            return said(dt.datetime.strptime(checked_on, form).date())  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    return checked_on


def lately(day: dt.date, today: dt.date) -> str:
    """How one speaks of a day that is past: "today", "yesterday", "Thursday", "15 November", "15 November 2025"."""
    back = (today - day).days
    if back == 0:
        return _tr("today")
    if back == 1:
        return _tr("yesterday")
    if 0 < back <= _WEEK:
        return QLocale().toString(qdate(day), "dddd")
    return QLocale().toString(qdate(day), "d MMMM" if day.year == today.year else "d MMMM yyyy")


def days_words(days: int) -> str:
    """ "1 day", "16 days"."""
    return counted(days, _tr("1 day"), _tr("%n days"))


def figure(value: float, places: int = 1) -> str:
    """A number as the locale writes it, without decimals that say nothing: "71", "6.5", "0.75" to two places."""
    enough = next(at for at in range(places + 1) if at == places or round(value, at) == round(value, places))
    return QLocale().toString(float(value), "f", enough)


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
