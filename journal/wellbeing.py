"""The person's own wellbeing in one unlocked journal: ``journal.wellbeing``.

Used on the vault lane alone, like ``OpenJournal``; what it hands out are plain values.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from journal.practice.measures import load_measures
from journal.practice_model import CheckIn, DayClose, EarlySigns, OwnEvent, PracticeChoices, Signpost


class Wellbeing:
    """Check-ins, the early-signs plan, own events, where to find help, the end of a day."""

    def __init__(self) -> None:
        self.data = load_measures()

    def check_ins(self, measure: str, limit: int | None = None) -> tuple[CheckIn, ...]:
        """Fillings-in of a measure, the newest first."""
        raise NotImplementedError

    def save_check_in(self, check_in: CheckIn) -> CheckIn:
        """Store one. Raises ``BadInput`` for an unknown item, a number out of bounds, a measure not turned on."""
        raise NotImplementedError

    def remove_check_in(self, check_in_id: UUID) -> None:
        """Delete one."""
        raise NotImplementedError

    def check_in_due(self, measure: str, today: dt.date) -> bool:
        """Whether the repeat interval has passed. Never more often; skipping is always possible."""
        raise NotImplementedError

    def turn_on_measure(self, measure: str, *, terms_read: bool) -> None:
        """Switch on a measure that has a gate. Raises ``BadInput`` unless its terms were read."""
        raise NotImplementedError

    def early_signs(self) -> EarlySigns:
        """The person's own plan; empty until written."""
        raise NotImplementedError

    def save_early_signs(self, plan: EarlySigns) -> EarlySigns:
        """Replace it; the words before are kept."""
        raise NotImplementedError

    def early_signs_due(self) -> bool:
        """Whether one of the plan's own conditions is met by the latest check-ins."""
        raise NotImplementedError

    def events(self) -> tuple[OwnEvent, ...]:
        """The person's own events, the earliest first."""
        raise NotImplementedError

    def save_event(self, event: OwnEvent) -> OwnEvent:
        """Store one."""
        raise NotImplementedError

    def remove_event(self, event_id: UUID) -> None:
        """Delete one."""
        raise NotImplementedError

    def signposts(self) -> tuple[Signpost, ...]:
        """Ours with the person's edits, then their own; the person's region first. Hidden ones last."""
        raise NotImplementedError

    def save_signpost(self, signpost: Signpost) -> Signpost:
        """Store an edit of ours, or one of their own."""
        raise NotImplementedError

    def choices(self) -> PracticeChoices:
        """What the person switched on."""
        raise NotImplementedError

    def set_choices(self, choices: PracticeChoices) -> None:
        """Replace it; a gated measure is turned on by ``turn_on_measure`` alone."""
        raise NotImplementedError

    def close_day(self, close: DayClose) -> DayClose:
        """Store the end of a day; a second one of the same day replaces it."""
        raise NotImplementedError

    def last_close(self, before: dt.date) -> DayClose | None:
        """The latest end of a day before ``before``, for its one thing for tomorrow."""
        raise NotImplementedError

    def heavy_fortnight(self) -> bool:
        """Whether the weekly check-in's own sentence ("A heavy fortnight") is to be offered. Nothing is sent anywhere."""
        raise NotImplementedError
