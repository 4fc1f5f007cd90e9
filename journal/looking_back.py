"""Looking back over one unlocked journal: ``journal.looking_back``. Used on the vault lane alone."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from journal.model import Heading
from journal.practice_model import (
    DayWritten,
    LaterNote,
    RatedDay,
    SavedFilter,
    Statistics,
    Thread,
)


class LookingBack:
    """Calendar, on this day, threads, later notes, saved filters, numbers."""

    def days(self, first: dt.date, last: dt.date) -> tuple[DayWritten, ...]:
        """The days in between that an entry is about, with how much was written, the earliest first."""
        raise NotImplementedError

    def on_this_day(self, today: dt.date) -> tuple[Heading, ...]:
        """Entries about this day of earlier years, the newest first; none that were left out, none while it is off.

        29 February is shown on 28 February of other years.
        """
        raise NotImplementedError

    def leave_out(self, entry_id: UUID, *, out: bool = True) -> None:
        """Never show an entry on this day (or show it again)."""
        raise NotImplementedError

    def not_today(self, today: dt.date) -> None:
        """Show nothing of earlier years for the rest of this day."""
        raise NotImplementedError

    def threads(self) -> tuple[Thread, ...]:
        """All threads, by name."""
        raise NotImplementedError

    def thread_entries(self, thread_id: UUID) -> tuple[Heading, ...]:
        """The entries of a thread, the earliest day first."""
        raise NotImplementedError

    def save_thread(self, thread: Thread) -> Thread:
        """Store a thread with its entries. Raises ``BadInput`` for an empty name."""
        raise NotImplementedError

    def remove_thread(self, thread_id: UUID) -> None:
        """Delete a thread; its entries stay."""
        raise NotImplementedError

    def later_notes(self, entry_id: UUID) -> tuple[LaterNote, ...]:
        """What was said to an entry later, the earliest first."""
        raise NotImplementedError

    def save_later_note(self, note: LaterNote) -> LaterNote:
        """Store one; the words before are kept."""
        raise NotImplementedError

    def remove_later_note(self, note_id: UUID) -> None:
        """Delete one."""
        raise NotImplementedError

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """Filters saved by name, in the order of their names."""
        raise NotImplementedError

    def save_filter(self, saved: SavedFilter) -> SavedFilter:
        """Store one. Raises ``AlreadyThere`` for a name that another has."""
        raise NotImplementedError

    def remove_filter(self, filter_id: UUID) -> None:
        """Delete one."""
        raise NotImplementedError

    def rated_days(self, first: dt.date, last: dt.date) -> tuple[RatedDay, ...]:
        """The marks of the core conditions in between, the earliest first."""
        raise NotImplementedError

    def statistics(self, first: dt.date | None = None, last: dt.date | None = None) -> Statistics:
        """The journal in the person's own numbers, over all time or in between."""
        raise NotImplementedError
