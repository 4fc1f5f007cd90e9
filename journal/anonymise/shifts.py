"""Dates moved by one offset for each person, so that the order and the gaps between them stay (treatment ``shift``).

Only dates whose day can be told are moved; a loose one ("the 3rd") is moved by its number. The offset is drawn once for
each person of a post and kept in the post, never zero and never a whole week, so that weekdays do not give it away.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from journal.anonymise.stand_ins import Choose

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Days by which dates may be moved, either way: a month or two, no whole weeks.
OFFSETS: Sequence[int] = tuple(
    sign * days for sign in (-1, 1) for days in range(17, 68) if days % 7 and days not in (30, 31, 60, 61)
)

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})$")
_FIGURES = re.compile(r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?:(?P=sep)(?P<y>\d{4}|\d{2}))?$")
_WORDS = re.compile(
    r"(?:(?P<w>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*),? )?(?:the )?(?P<d>\d{1,2})(?P<th>st|nd|rd|th)?(?: of)? "
    r"(?P<m>[A-Z][a-z]{2,8})\.?(?:,? (?P<y>\d{4}))?$"
)
_MONTH_FIRST = re.compile(r"(?P<m>[A-Z][a-z]{2,8}) (?:the )?(?P<d>\d{1,2})(?P<th>st|nd|rd|th)?(?:,? (?P<y>\d{4}))?$")
_BARE = re.compile(r"(?P<the>the )?(?P<d>\d{1,2})(?P<th>st|nd|rd|th)$")


def offset_for(entity: str, known: Sequence[tuple[str, int]], choose: Choose) -> int:
    """The offset of a person in days: the one of the post, or a new one."""
    offsets = dict(known)
    return offsets[entity] if entity in offsets else int(choose(tuple(str(days) for days in OFFSETS)))


def shifted(surface: str, days: int, year: int) -> str | None:
    """A date in the style it was written in, ``days`` later; ``None`` where its day cannot be told.

    ``year`` is taken where none is written: it says only which months are long.
    """
    for pattern, style in (
        (_ISO, _in_figures),
        (_FIGURES, _in_figures),
        (_WORDS, _in_words),
        (_MONTH_FIRST, _month_first),
        (_BARE, _bare_day),
    ):
        match = pattern.match(surface.strip())
        if match is None:
            continue
        date = _date(match, year)
        return style(match, date + dt.timedelta(days=days)) if date else None
    return None


def _date(match: re.Match[str], year: int) -> dt.date | None:
    groups = match.groupdict()
    written = groups.get("y")
    if written:
        year = int(written) if len(written) == 4 else 2000 + int(written)
    month = _month(groups.get("m") or "1")
    try:
        return dt.date(year, month, int(groups["d"])) if month else None
    except (ValueError, OverflowError):
        return None


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    return next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(text[:3].capitalize())), 0)


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _in_figures(match: re.Match[str], date: dt.date) -> str:
    groups = match.groupdict()
    if "sep" not in groups:
        return date.isoformat()
    year = groups["y"]
    width = 2 if "0" in (groups["d"][0], groups["m"][0]) else 1
    pieces = [f"{date.day:0{width}d}", f"{date.month:0{width}d}"]
    if year:
        pieces.append(str(date.year) if len(year) == 4 else f"{date.year % 100:02d}")
    return str(groups["sep"]).join(pieces)


def _in_words(match: re.Match[str], date: dt.date) -> str:
    groups = match.groupdict()
    weekday = groups["w"]
    lead = f"{_DAYS[date.weekday()][: len(weekday)] if len(weekday) < 6 else _DAYS[date.weekday()]} " if weekday else ""
    day = f"{date.day}{_ordinal(date.day) if groups['th'] else ''}"
    month = _MONTHS[date.month - 1] if len(groups["m"]) > 4 or groups["m"] == "May" else _MONTHS[date.month - 1][:3]
    return f"{lead}{day} {month}" + (f" {date.year}" if groups["y"] else "")


def _month_first(match: re.Match[str], date: dt.date) -> str:
    groups = match.groupdict()
    day = f"{date.day}{_ordinal(date.day) if groups['th'] else ''}"
    return f"{_MONTHS[date.month - 1]} {day}" + (f" {date.year}" if groups["y"] else "")


def _bare_day(match: re.Match[str], date: dt.date) -> str:
    return f"{match.group('the') or ''}{date.day}{_ordinal(date.day)}"
