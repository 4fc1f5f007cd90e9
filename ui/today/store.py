"""What the Today page asks of an open journal; called on the vault lane only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from journal.model import Filter, Heading
from journal.practice.prompts import Prompt
from journal.practice_model import AgendaItem, DayClose, PracticeChoices, Session


class AsksPractice(Protocol):
    """The part of ``OpenJournal.practice`` that waits."""

    def sessions(self, first: dt.date | None = None, last: dt.date | None = None) -> Sequence[Session]:
        """Meetings, the newest first."""

    def agenda(self, *, closed: bool = False) -> Sequence[AgendaItem]:
        """What waits to be brought."""

    def reminders(self, today: dt.date) -> Sequence[AgendaItem]:
        """What the person wanted to be reminded of."""


class AsksWellbeing(Protocol):
    """The part of ``OpenJournal.wellbeing`` for the beginning and the end of a day."""

    def check_in_due(self, measure: str, today: dt.date) -> bool:
        """Whether to offer the check-in."""

    def choices(self) -> PracticeChoices:
        """What the person switched on."""

    def close_day(self, close: DayClose) -> DayClose:
        """Store the end of a day."""

    def last_close(self, before: dt.date) -> DayClose | None:
        """The latest end of a day before."""


class AsksBack(Protocol):
    """The part of ``OpenJournal.looking_back`` for this day of earlier years."""

    def on_this_day(self, today: dt.date) -> Sequence[Heading]:
        """Entries of this day of earlier years; none while it is off."""

    def not_today(self, today: dt.date) -> None:
        """No more of them today."""


class TodayStore(Protocol):
    """The part of ``OpenJournal`` that the page shows."""

    def window(self, wanted: Filter, offset: int, limit: int) -> Sequence[Heading]:
        """The newest entries."""

    def prompt(
        self, kind: str, condition: str | None = None, depth: str | None = None, but_not: Sequence[str] = ()
    ) -> Prompt:
        """A prompt, marked as shown."""

    @property
    def practice(self) -> AsksPractice:
        """Supervision and its agenda."""

    @property
    def wellbeing(self) -> AsksWellbeing:
        """Check-ins and the end of a day."""

    @property
    def looking_back(self) -> AsksBack:
        """Earlier years."""
