"""Looking back over one unlocked journal: ``journal.looking_back``. Used on the vault lane alone."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from uuid import UUID

from journal.errors import BadInput
from journal.model import Heading
from journal.practice_model import (
    DayWritten,
    LaterNote,
    RatedDay,
    SavedFilter,
    Statistics,
    Thread,
)
from journal.store.choices import Choices
from journal.store.connection import Connection
from journal.store.insights import Insights
from journal.store.looking_back import LookingBackRows
from journal.store.practice import Practice

#: Longer than any journal will have been kept.
_YEARS = 100


class LookingBack:
    """Calendar, on this day, threads, later notes, saved filters, numbers."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._rows = LookingBackRows(connection, device, clock)
        self._insights = Insights(connection)
        self._practice = Practice(connection, device, clock)
        self._choices = Choices(self._practice)

    def days(self, first: dt.date, last: dt.date) -> tuple[DayWritten, ...]:
        """The days in between that an entry is about, with how much was written, the earliest first."""
        return self._insights.days(first, last)

    def on_this_day(self, today: dt.date) -> tuple[Heading, ...]:
        """Entries about this day of earlier years, the newest first; none that were left out, none while it is off.

        29 February is shown on 28 February of years that have none.
        """
        if not self._choices.choices().on_this_day or _not_today(today) in self._practice.dismissed():
            return ()
        return self._rows.on_days(same_days(today))

    def leave_out(self, entry_id: UUID, *, out: bool = True) -> None:
        """Never show an entry on this day (or show it again). Raises ``NotFound``."""
        self._rows.leave_out(entry_id, out=out)

    def left_out(self) -> tuple[Heading, ...]:
        """Entries that are never shown on this day, the newest first."""
        return self._rows.left_out()

    def not_today(self, today: dt.date) -> None:
        """Show nothing of earlier years for the rest of this day."""
        self._practice.dismiss(_not_today(today))

    def threads(self) -> tuple[Thread, ...]:
        """All threads, by name."""
        return self._rows.threads()

    def thread_entries(self, thread_id: UUID) -> tuple[Heading, ...]:
        """The entries of a thread, the earliest day first."""
        return self._rows.thread_entries(thread_id)

    def save_thread(self, thread: Thread) -> Thread:
        """Store a thread with its entries. Raises ``BadInput`` for an empty name, ``NotFound`` for an entry."""
        if not thread.name.strip():
            raise BadInput(what="name", reason="empty")
        return self._rows.save_thread(thread)

    def remove_thread(self, thread_id: UUID) -> None:
        """Delete a thread; its entries stay. Raises ``NotFound``."""
        self._rows.remove_thread(thread_id)

    def later_notes(self, entry_id: UUID) -> tuple[LaterNote, ...]:
        """What was said to an entry later, the earliest first."""
        return self._rows.later_notes(entry_id)

    def save_later_note(self, note: LaterNote) -> LaterNote:
        """Store one; the words before are kept. Raises ``BadInput`` without any words, ``NotFound`` for the entry."""
        if not note.text.strip():
            raise BadInput(what="text", reason="empty")
        return self._rows.save_later_note(note)

    def remove_later_note(self, note_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._rows.remove_later_note(note_id)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Filters saved by name, in the order of their names."""
        return self._rows.saved_filters()

    def save_filter(self, saved: SavedFilter) -> SavedFilter:
        """Store one. Raises ``BadInput`` for an empty name, ``AlreadyThere`` for one that another has."""
        if not saved.name.strip():
            raise BadInput(what="name", reason="empty")
        return self._rows.save_filter(saved)

    def remove_filter(self, filter_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._rows.remove_filter(filter_id)

    def rated_days(self, first: dt.date, last: dt.date) -> tuple[RatedDay, ...]:
        """The marks of the core conditions in between, the earliest first."""
        return self._insights.rated(first, last)

    def statistics(self, first: dt.date | None = None, last: dt.date | None = None) -> Statistics:
        """The journal in the person's own numbers, over all time or in between; days inclusive."""
        return self._insights.statistics(first or dt.date.min, last or dt.date.max)


def same_days(today: dt.date) -> tuple[dt.date, ...]:
    """This day in each earlier year, the latest first, as far back as a journal may reach."""
    years = range(today.year - 1, max(today.year - 1 - _YEARS, 0), -1)
    days = [(today.month, today.day)]
    if days == [(2, 28)] and not calendar.isleap(today.year):
        days.append((2, 29))
    found = [(year, month, day) for year in years for month, day in days]
    return tuple(dt.date(*date) for date in found if date[1:] != (2, 29) or calendar.isleap(date[0]))


def _not_today(today: dt.date) -> str:
    return f"on-this-day:{today.isoformat()}"
