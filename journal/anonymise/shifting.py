"""Dates moved by a number of days, the same for a whole post, so that their order and distances stay.

Only dates that say a day, or a month with its year, can be moved; what else dates something is left to a band.
"""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_NAMED = {name.lower(): at for at, name in enumerate(_MONTHS, 1)} | {
    name[:3].lower(): at for at, name in enumerate(_MONTHS, 1)
}
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_MONTH = "|".join(sorted(_NAMED, key=len, reverse=True))
# "3 May 2021", "3rd of May", "Tuesday 3 May 2021" (day before month, as written in Britain).
_SPELT = re.compile(
    rf"(?P<weekday>(?:{'|'.join(_DAYS)}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+(?P<of>of\s+)?"
    rf"(?P<month>{_MONTH})\b(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
# "12/03/2021", "12.3.21": day, month, year.
_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?:(?P=mark)(?P<year>\d{4}|\d{2}))?")
#: A leap year, for dates that name none: 29 February exists.
_ANY_YEAR = 2024


def shifted(surface: str, days: int) -> str | None:
    """The date in the same form, ``days`` later (earlier where negative); ``None`` for what is no such date."""
    text = surface.strip()
    if spelt := _SPELT.fullmatch(text):
        moved = _moved(spelt, _NAMED[spelt["month"].lower()], days)
        if moved is None:
            return None
        day = f"{moved.day}{_ordinal(moved.day) if spelt['th'] else ''}"
        name = _MONTHS[moved.month - 1]
        month = name[:3] if len(spelt["month"]) == 3 and spelt["month"].lower() != "may" else name
        weekday = f"{_DAYS[moved.weekday()]} " if spelt["weekday"] and spelt["year"] else ""
        the = "the " if re.match(r"(?:\w+,?\s+)?the\s", text, re.IGNORECASE) else ""
        year = f" {moved.year}" if spelt["year"] else ""
        return f"{weekday}{the}{day} {spelt['of'] or ''}{month}{year}"
    if figures := _FIGURES.fullmatch(text):
        moved = _moved(figures, int(figures["month"]), days)
        if moved is None:
            return None
        parts = [f"{moved.day:0{len(figures['day'])}d}", f"{moved.month:0{len(figures['month'])}d}"]
        if figures["year"]:
            parts.append(str(moved.year)[-len(figures["year"]) :])
        return figures["mark"].join(parts)
    return None


def _moved(found: re.Match[str], month: int, days: int) -> dt.date | None:
    year = int(found["year"]) if found["year"] else _ANY_YEAR
    try:
        return dt.date(year + 2000 if year < 100 else year, month, int(found["day"])) + dt.timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
