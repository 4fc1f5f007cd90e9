"""CPD activities: what one may hold, and the dated list that professional bodies ask for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.errors import BadInput
from journal.practice.codes import by_code
from journal.practice.summaries import Summary
from journal.practice_model import CPD_KINDS, CpdActivity

#: An activity can last for months (a course): no more than a year of days is asked of its minutes.
_MOST_MINUTES = 366 * 24 * 60
TITLE = "CPD activities"
COLUMNS = ("Date", "Activity", "Type of learning", "Hours", "Participatory", "What I learned", "How practice is better")


def checked_activity(activity: CpdActivity) -> CpdActivity:
    """The activity if it can be one.

    Raises:
        BadInput: it has no title, its kind is none of ``CPD_KINDS``, or its minutes cannot be.
    """
    if not activity.title.strip():
        raise BadInput(what="title", reason="empty")
    if activity.kind not in CPD_KINDS:
        raise BadInput(what="kind", reason="unknown")
    if not 0 <= activity.minutes <= _MOST_MINUTES:
        raise BadInput(what="minutes", reason="range")
    return activity


def activity_list(activities: Sequence[CpdActivity], names: Sequence[tuple[str, str]] = ()) -> Summary:
    """The list in the order given. ``names`` is ``(name, code)`` of the register, each replaced by its code.

    Evidence is left out: it may name others, and belongs beside the list.
    """
    coded = by_code(names)
    rows = tuple(
        (
            activity.day.isoformat(),
            coded(activity.title),
            activity.kind,
            f"{activity.minutes / 60:.2f}",
            "yes" if activity.participatory else "no",
            coded(activity.learned),
            coded(activity.effect),
        )
        for activity in activities
    )
    days = [activity.day for activity in activities] or [dt.date.min]
    return Summary(TITLE, min(days), max(days), COLUMNS, rows)
