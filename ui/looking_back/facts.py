"""What looking back shows, read in one go on the vault lane."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from journal.model import Filter, Heading
from journal.practice_model import DayWritten, Statistics, Thread
from ui.looking_back.store import BackStore

_YEAR_DAYS = 53 * 7
#: Entries of one day that are listed.
_OF_A_DAY = 50


@dataclass(frozen=True, slots=True)
class Facts:
    """One reading. ``written`` covers the past year and the month shown."""

    today: dt.date
    written: tuple[DayWritten, ...] = ()
    earlier: tuple[Heading, ...] = field(default=(), repr=False)
    on_this_day: bool = False
    left_out: tuple[Heading, ...] = field(default=(), repr=False)
    threads: tuple[Thread, ...] = ()
    numbers: Statistics = field(default_factory=Statistics)


def gather(store: BackStore, today: dt.date) -> Facts:
    """Everything the page shows of today."""
    back = store.looking_back
    return Facts(
        today=today,
        written=tuple(back.days(today - dt.timedelta(days=_YEAR_DAYS), today)),
        earlier=tuple(back.on_this_day(today)),
        on_this_day=store.wellbeing.choices().on_this_day,
        left_out=tuple(back.left_out()),
        threads=tuple(back.threads()),
        numbers=back.statistics(),
    )


def of_day(store: BackStore, day: dt.date) -> tuple[Heading, ...]:
    """The entries about one day."""
    return tuple(store.window(Filter(first_day=day, last_day=day), 0, _OF_A_DAY))


def with_entry(thread: Thread, entry_id: UUID) -> tuple[UUID, ...]:
    """The ids of a thread with one more, each once."""
    return tuple(dict.fromkeys((*thread.entry_ids, entry_id)))
