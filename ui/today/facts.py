"""What Today shows, read in one go on the vault lane and handed to the page as one value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from journal.model import Filter, Heading
from journal.practice.measures import WEEKLY
from journal.practice.supervision import NOT_HELD
from journal.practice_model import AgendaItem, Session
from ui.today.store import TodayStore

#: Entries under "Lately", and matters of the agenda shown before the rest is counted.
LATELY, MATTERS = 4, 3


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """One reading. ``moved_since`` counts, for each matter, meetings that fell out since it was flagged."""

    today: dt.date
    lately: tuple[Heading, ...] = field(default=(), repr=False)
    agenda: tuple[AgendaItem, ...] = ()
    reminders: tuple[AgendaItem, ...] = ()
    next_session: dt.date | None = None
    moved_since: tuple[int, ...] = ()
    check_in_due: bool = False
    earlier: tuple[Heading, ...] = field(default=(), repr=False)
    one_thing: str = field(default="", repr=False)


def gather(store: TodayStore, today: dt.date) -> TodayFacts:
    """Everything the page shows of today."""
    agenda = tuple(store.practice.agenda())
    sessions = store.practice.sessions()
    close = store.wellbeing.last_close(today)
    return TodayFacts(
        today=today,
        lately=tuple(store.window(Filter(), 0, LATELY)),
        agenda=agenda,
        reminders=tuple(store.practice.reminders(today)),
        next_session=next_session(sessions, today),
        moved_since=tuple(moved_since(sessions, item.flagged_on) for item in agenda),
        check_in_due=store.wellbeing.check_in_due(WEEKLY, today),
        earlier=tuple(store.looking_back.on_this_day(today)),
        # only of the day before the last: an older one has had its day
        one_thing=close.tomorrow if close is not None and (today - close.day).days <= 3 else "",
    )


def next_session(sessions: Sequence[Session], today: dt.date) -> dt.date | None:
    """The next meeting that is planned and not yet held or moved."""
    planned = [one.date_planned for one in sessions if not one.status]
    booked = [one.next for one in sessions]
    return min((day for day in [*planned, *booked] if day is not None and day >= today), default=None)


def moved_since(sessions: Sequence[Session], day: dt.date | None) -> int:
    """How many planned meetings fell out since ``day``."""
    if day is None:
        return 0
    moved = (one.date_planned for one in sessions if one.status in NOT_HELD)
    return sum(planned is not None and planned >= day for planned in moved)
