"""The person's own wellbeing in one unlocked journal: ``journal.wellbeing``.

Used on the vault lane alone, like ``OpenJournal``; what it hands out are plain values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from journal.errors import BadInput
from journal.practice.measures import (
    WEEKLY,
    MeasuresData,
    by_region,
    checked_check_in,
    checked_plan,
    heavy_fortnight,
    is_due,
    is_on,
    is_recent,
    load_measures,
    plan_due,
)
from journal.practice_log import as_id
from journal.practice_model import CheckIn, DayClose, EarlySigns, OwnEvent, PracticeChoices, Signpost
from journal.store.choices import Choices
from journal.store.connection import Connection
from journal.store.flags import local_day
from journal.store.practice import Practice
from journal.store.wellbeing import WellbeingRows

#: The preference that says when a measure's terms were read, before its id.
_TERMS_READ = "practice.terms_read."


#: More check-ins than anybody makes in a week: of those made again the latest counts.
_A_WEEK = 7


class Wellbeing:
    """Check-ins, the early-signs plan, own events, where to find help, the end of a day."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._rows = WellbeingRows(connection, device, clock)
        self._practice = Practice(connection, device, clock)
        self._choices = Choices(self._practice)
        self._data: MeasuresData | None = None

    @property
    def data(self) -> MeasuresData:
        """What the file has: measures, the sentences of the page, where to find help."""
        if self._data is None:
            self._data = load_measures()
        return self._data

    def check_ins(self, measure: str, limit: int | None = None) -> tuple[CheckIn, ...]:
        """Fillings-in of a measure, the newest first."""
        return self._rows.check_ins(measure, limit)

    def save_check_in(self, check_in: CheckIn) -> CheckIn:
        """Store one.

        Raises:
            BadInput: an unknown question, an answer that cannot be given, a measure that is not turned on.
            NotFound: there is no such measure.
        """
        measure = self.data.measure(check_in.measure)
        if not is_on(measure, self.choices().measures):
            raise BadInput(what="measure", reason="off")
        return self._rows.save_check_in(checked_check_in(check_in, measure))

    def remove_check_in(self, check_in_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._rows.remove_check_in(check_in_id)

    def check_in_due(self, measure: str, today: dt.date) -> bool:
        """Whether the repeat interval has passed. Never more often; skipping is always possible."""
        asked = self.data.measure(measure)
        if not is_on(asked, self.choices().measures):
            return False
        last = self.check_ins(measure, 1)
        return is_due(asked, last[0].day if last else None, today)

    def turn_on_measure(self, measure: str, *, terms_read: bool) -> None:
        """Switch on a measure that has a gate, and remember the day.

        Raises:
            BadInput: its source and terms were not read, or it is not built in.
            NotFound: there is no such measure.
        """
        wanted = self.data.measure(measure)
        if not wanted.built_in:
            raise BadInput(what="measure", reason="not_built_in")
        if wanted.gated and not terms_read:
            raise BadInput(what="measure", reason="terms_not_read")
        choices = self.choices()
        if measure not in choices.measures:
            self._choices.set_choices(replace(choices, measures=(*choices.measures, measure)))
        self._practice.set_value(_TERMS_READ + measure, local_day(self._clock()).isoformat())

    def terms_read_on(self, measure: str) -> dt.date | None:
        """The day a measure's terms were read; ``None`` before."""
        value = self._practice.value(_TERMS_READ + measure)
        return dt.date.fromisoformat(value) if value else None

    def early_signs(self) -> EarlySigns:
        """The person's own plan; empty until written."""
        return self._rows.plan()

    def early_signs_id(self) -> UUID | None:
        """The plan's row, whose earlier words ``journal.practice.earlier`` has; ``None`` until written."""
        return self._rows.plan_id()

    def save_early_signs(self, plan: EarlySigns) -> EarlySigns:
        """Replace it; the words before are kept. Raises ``BadInput`` for a condition that cannot be met."""
        return self._rows.save_plan(checked_plan(plan, self.data.measure(WEEKLY)))

    def early_signs_due(self, today: dt.date | None = None) -> bool:
        """Whether one of the plan's own conditions is met by the latest check-ins.

        With ``today`` only while they are still of this week or the last: what was so in spring is not said in autumn.
        """
        plan = self.early_signs()
        weeks = max((condition.weeks for condition in plan.conditions), default=0)
        rows = self.check_ins(WEEKLY, weeks * _A_WEEK) if weeks else ()
        return is_recent(rows, today) and plan_due(plan, rows)

    def heavy_fortnight(self, today: dt.date | None = None) -> bool:
        """Whether the weekly check-in's own sentence ("A heavy fortnight") is to be offered; ``today`` as above."""
        rows = self.check_ins(WEEKLY, 2 * _A_WEEK)
        return is_recent(rows, today) and heavy_fortnight(self.data.measure(WEEKLY), rows)

    def events(self) -> tuple[OwnEvent, ...]:
        """The person's own events, the earliest first."""
        return self._rows.events()

    def save_event(self, event: OwnEvent) -> OwnEvent:
        """Store one. Raises ``BadInput`` without any words."""
        if not event.words.strip():
            raise BadInput(what="text", reason="empty")
        return self._rows.save_event(event)

    def remove_event(self, event_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._rows.remove_event(event_id)

    def signposts(self) -> tuple[Signpost, ...]:
        """Ours with the person's edits, then their own; those of the person's region first, hidden ones left out."""
        return by_region(self.all_signposts(), self.choices().region)

    def all_signposts(self) -> tuple[Signpost, ...]:
        """Every one, hidden too, in the order of the file, the person's own last: for editing."""
        rows = self._rows.signposts()
        edits = {base: replace(row, id=base, edited=True) for base, row in rows if base}
        own = [replace(row, own=True) for base, row in rows if not base]
        return (*(edits.get(row.id, row) for row in self.data.signposts), *own)

    def save_signpost(self, signpost: Signpost) -> Signpost:
        """Store an edit of ours, or one of their own (empty ``id``: new). Raises ``BadInput`` without a name."""
        if not signpost.name.strip():
            raise BadInput(what="name", reason="empty")
        base = signpost.id if any(row.id == signpost.id for row in self.data.signposts) else ""
        key = self._rows.save_signpost(signpost, base, None if base or not signpost.id else as_id(signpost.id))
        return next(row for row in self.all_signposts() if row.id == (base or str(key)))

    def reset_signpost(self, signpost_id: str) -> None:
        """Forget an edit, or remove one of their own."""
        ours = any(row.id == signpost_id for row in self.data.signposts)
        self._rows.remove_signpost(signpost_id if ours else "", None if ours else as_id(signpost_id))

    def choices(self) -> PracticeChoices:
        """What the person switched on."""
        return self._choices.choices()

    def set_choices(self, choices: PracticeChoices) -> None:
        """Replace it. Raises ``BadInput`` for a measure that is new in it: ``turn_on_measure`` asks for its terms."""
        if not set(choices.measures) <= set(self.choices().measures):
            raise BadInput(what="measure", reason="terms_not_read")
        self._choices.set_choices(choices)

    def close_day(self, close: DayClose) -> DayClose:
        """Store the end of a day; a second one of the same day replaces it."""
        return self._rows.close_day(close)

    def last_close(self, before: dt.date) -> DayClose | None:
        """The latest end of a day before ``before``, for its one thing for tomorrow."""
        return self._rows.last_close(before)
