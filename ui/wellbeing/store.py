"""What the wellbeing page asks of an open journal; called on the vault lane only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from journal.practice.hours import MonthHours
from journal.practice.measures import MeasuresData
from journal.practice_model import (
    Arrangement,
    CheckIn,
    DayWritten,
    EarlySigns,
    Expectation,
    OwnEvent,
    PracticeChoices,
    RatedDay,
    Signpost,
)


class AsksWellbeing(Protocol):
    """``OpenJournal.wellbeing``."""

    @property
    def data(self) -> MeasuresData:
        """What the file has; may be read anywhere."""

    def check_ins(self, measure: str, limit: int | None = None) -> Sequence[CheckIn]:
        """Fillings-in, the newest first."""

    def save_check_in(self, check_in: CheckIn) -> CheckIn:
        """Store one."""

    def remove_check_in(self, check_in_id: UUID) -> None:
        """Delete one."""

    def check_in_due(self, measure: str, today: dt.date) -> bool:
        """Whether to offer it."""

    def turn_on_measure(self, measure: str, *, terms_read: bool) -> None:
        """Switch on a measure that has a gate."""

    def early_signs(self) -> EarlySigns:
        """The person's own plan."""

    def save_early_signs(self, plan: EarlySigns) -> EarlySigns:
        """Replace it."""

    def early_signs_due(self, today: dt.date | None = None) -> bool:
        """Whether one of its own conditions is met by check-ins that are not long past."""

    def events(self) -> Sequence[OwnEvent]:
        """Own events."""

    def save_event(self, event: OwnEvent) -> OwnEvent:
        """Store one."""

    def remove_event(self, event_id: UUID) -> None:
        """Delete one."""

    def signposts(self) -> Sequence[Signpost]:
        """Where to find help."""

    def save_signpost(self, signpost: Signpost) -> Signpost:
        """Store an edit, or one of their own."""

    def choices(self) -> PracticeChoices:
        """What the person switched on."""

    def set_choices(self, choices: PracticeChoices) -> None:
        """Replace it."""

    def heavy_fortnight(self, today: dt.date | None = None) -> bool:
        """Whether the check-in's own sentence is to be offered; never of weeks long past."""


class AsksBack(Protocol):
    """The part of ``OpenJournal.looking_back`` that is drawn here."""

    def days(self, first: dt.date, last: dt.date) -> Sequence[DayWritten]:
        """How much was written on which day."""

    def rated_days(self, first: dt.date, last: dt.date) -> Sequence[RatedDay]:
        """The marks of the core conditions."""


class AsksHours(Protocol):
    """The part of ``OpenJournal.practice`` that is drawn here."""

    def months(self, first: dt.date, last: dt.date) -> Sequence[MonthHours]:
        """Supervision hours of each month."""

    def arrangement(self) -> Arrangement:
        """The person's agreement about supervision."""

    def expectations(self) -> Sequence[Expectation]:
        """What bodies expect, with the person's edits."""


class WellbeingStore(Protocol):
    """The part of ``OpenJournal`` that the page shows."""

    @property
    def wellbeing(self) -> AsksWellbeing:
        """Check-ins, plan, signposts."""

    @property
    def practice(self) -> AsksHours:
        """Supervision hours: what wears one out is more than oneself."""

    @property
    def looking_back(self) -> AsksBack:
        """What was written, and the marks in it."""
