"""The person's own numbers from the terminal: what the charts draw, each number once."""

from __future__ import annotations

import datetime as dt
from typing import Any

from journal.commands.call import Call
from journal.commands.supervision import month_values
from journal.commands.terminal import one_line, today
from journal.practice.insights import MEAN_DAYS, Series, condition_series, measure_series
from journal.practice_model import DayWritten, Statistics

_YEAR_DAYS = 364


def show(call: Call) -> None:
    """Prints the numbers of a period; as JSON with every point of every chart."""
    args = call.args
    last = args.until or today()
    first = args.since or last - dt.timedelta(days=_YEAR_DAYS)
    with call.journal() as journal:
        statistics = journal.looking_back.statistics(first, last)
        written = journal.looking_back.days(first, last)
        months = journal.practice.months(first, last)
        arithmetic = journal.practice.arithmetic()
        rated = journal.looking_back.rated_days(first - dt.timedelta(days=MEAN_DAYS - 1), last)
        conditions = condition_series(rated, first, last)
        events = [event for event in journal.wellbeing.events() if first <= event.day <= last]
        measures = {
            measure.id: measure_series(
                measure, [row for row in journal.wellbeing.check_ins(measure.id) if first <= row.day <= last]
            )
            for measure in journal.wellbeing.data.measures
            if measure.built_in
        }
    if not args.json:
        call.terminal.say(*_lines(statistics), f"From {first} to {last}.")
        return
    call.terminal.say_json(
        {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "statistics": _statistics_values(statistics),
            "writing": [_day_values(day) for day in written],
            "supervision": {
                "arithmetic": arithmetic.expectation or None,
                "months": [month_values(month) for month in months],
            },
            "core_conditions": [_series_values(series) for series in conditions],
            "measures": {
                name: [_series_values(series) for series in found]
                for name, found in measures.items()
                if any(series.points for series in found)
            },
            "events": [{"day": event.day.isoformat(), "words": event.words} for event in events],
        }
    )


def _lines(found: Statistics) -> list[str]:
    return [
        f"{_many(found.entries, 'entry', 'entries')}, {_many(found.words, 'word', 'words')},"
        f" on {_many(found.days_written, 'day', 'days')}",
        *(
            f"  {one_line(kind):<14}  {_many(entries, 'entry', 'entries')}, {_many(words, 'word', 'words')}"
            for kind, entries, words in found.by_kind
        ),
        f"{_many(found.sessions_held, 'supervision meeting', 'supervision meetings')} held",
        f"{_many(found.agenda_raised, 'matter', 'matters')} raised for supervision, {found.agenda_closed} heard",
        _many(found.check_ins, "check-in", "check-ins"),
    ]


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _statistics_values(found: Statistics) -> dict[str, Any]:
    return {
        "entries": found.entries,
        "words": found.words,
        "days_written": found.days_written,
        "by_kind": [{"kind": kind, "entries": entries, "words": words} for kind, entries, words in found.by_kind],
        "by_month": [
            {"month": f"{month:%Y-%m}", "entries": entries, "words": words} for month, entries, words in found.by_month
        ],
        "sessions_held": found.sessions_held,
        "check_ins": found.check_ins,
        "agenda_raised": found.agenda_raised,
        "agenda_closed": found.agenda_closed,
    }


def _day_values(day: DayWritten) -> dict[str, Any]:
    return {"day": day.day.isoformat(), "entries": day.entries, "words": day.words}


def _series_values(series: Series) -> dict[str, Any]:
    return {
        "id": series.id,
        "name": series.name,
        "least": series.least,
        "most": series.most,
        "points": [{"day": point.day.isoformat(), "value": point.value} for point in series.points],
    }
