"""What looking back asks of an open journal; called on the vault lane only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from journal.model import Filter, Heading
from journal.practice_model import DayWritten, PracticeChoices, Statistics, Thread


class AsksBack(Protocol):
    """``OpenJournal.looking_back``."""

    def days(self, first: dt.date, last: dt.date) -> Sequence[DayWritten]:
        """How much was written on which day."""

    def on_this_day(self, today: dt.date) -> Sequence[Heading]:
        """Entries of this day of earlier years."""

    def leave_out(self, entry_id: UUID, *, out: bool = True) -> None:
        """Never show an entry there again, or show it again."""

    def left_out(self) -> Sequence[Heading]:
        """Entries that are never shown there."""

    def threads(self) -> Sequence[Thread]:
        """All threads."""

    def thread_entries(self, thread_id: UUID) -> Sequence[Heading]:
        """The entries of one, the earliest day first."""

    def save_thread(self, thread: Thread) -> Thread:
        """Store one."""

    def remove_thread(self, thread_id: UUID) -> None:
        """Delete one; its entries stay."""

    def statistics(self, first: dt.date | None = None, last: dt.date | None = None) -> Statistics:
        """The person's own numbers."""


class AsksChoices(Protocol):
    """The part of ``OpenJournal.wellbeing`` that keeps what was switched on."""

    def choices(self) -> PracticeChoices:
        """What the person switched on."""

    def set_choices(self, choices: PracticeChoices) -> None:
        """Replace it."""


class BackStore(Protocol):
    """The part of ``OpenJournal`` that the page shows."""

    @property
    def looking_back(self) -> AsksBack:
        """Calendar, threads, numbers."""

    @property
    def wellbeing(self) -> AsksChoices:
        """What was switched on."""

    def window(self, wanted: Filter, offset: int, limit: int) -> Sequence[Heading]:
        """Entries of a day."""
