"""What the supervision page shows, read in one go on the vault lane and handed over as one value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from journal.practice.hours import MonthHours
from journal.practice.notices import Noticed
from journal.practice.standings import Standing, wanted_minutes
from journal.practice.supervision import NOT_HELD, is_held
from journal.practice_model import HELD, AgendaItem, Arrangement, ClientHours, Expectation, Session
from ui.supervision.store import SupervisionStore

#: Months of the chart, the present one included.
CHART_MONTHS = 12
#: ``(register id, code)``: no name is shown where supervision is.
Codes = tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """One reading."""

    today: dt.date
    sessions: tuple[Session, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    heard: tuple[AgendaItem, ...] = ()
    arrangement: Arrangement = field(default_factory=Arrangement)
    expectations: tuple[Expectation, ...] = ()
    standings: tuple[Standing, ...] = ()
    notices: tuple[Noticed, ...] = ()
    months: tuple[MonthHours, ...] = ()
    codes: Codes = field(default=(), repr=False)
    client_hours: tuple[ClientHours, ...] = ()

    @property
    def chosen(self) -> tuple[Expectation, ...]:
        """The expectations that the person said hold for them, in their order."""
        by_id = {one.id: one for one in self.expectations}
        return tuple(by_id[id] for id in self.arrangement.expectations if id in by_id)

    @property
    def wanted_minutes(self) -> int | None:
        """What a month is set against: the person's own minimum, else the first figure of a chosen expectation."""
        return wanted_minutes(self.arrangement, self.expectations)

    @property
    def next_session(self) -> dt.date | None:
        """The next meeting that is planned."""
        days = [one.date_planned for one in self.sessions if not one.status] + [one.next for one in self.sessions]
        return min((day for day in days if day is not None and day >= self.today), default=None)

    @property
    def longest_wait(self) -> int | None:
        """Days that the matter waiting longest has waited; ``None`` where nothing waits."""
        days = [(self.today - item.flagged_on).days for item in self.agenda if item.flagged_on is not None]
        return max(days, default=None)

    @property
    def moved(self) -> int:
        """Meetings of the last twelve weeks that did not take place."""
        since = self.today - dt.timedelta(weeks=12)
        return sum(one.status in NOT_HELD and (one.day or since) > since for one in self.sessions)

    @property
    def in_group(self) -> tuple[int, int]:
        """Of the meetings received in the last twelve weeks: how many in a group, and how many."""
        since = self.today - dt.timedelta(weeks=12)
        received = [one for one in self.sessions if one.role_here != "supervisor"]
        held = [one for one in received if one.status in HELD and (one.date_held or since) > since]
        return sum(one.format == "group" for one in held), len(held)


def gather(store: SupervisionStore, today: dt.date) -> Facts:
    """Everything the page shows of today."""
    practice = store.practice
    return Facts(
        today=today,
        sessions=tuple(practice.sessions()),
        agenda=tuple(practice.agenda()),
        heard=tuple(practice.agenda(closed=True)),
        arrangement=practice.arrangement(),
        expectations=tuple(practice.expectations()),
        standings=tuple(practice.standings(today)),
        notices=tuple(practice.noticed(today)),
        months=tuple(practice.months(months_back(today, CHART_MONTHS - 1), today)),
        codes=codes_of(store),
        client_hours=tuple(practice.client_hours()),
    )


def codes_of(store: SupervisionStore) -> Codes:
    """The people of the register who have a code."""
    return tuple((name.id, name.code) for name in store.names() if name.code)


def months_back(day: dt.date, months: int) -> dt.date:
    """The first of the month that lies ``months`` before that of ``day``."""
    at = day.year * 12 + day.month - 1 - months
    return dt.date(at // 12, at % 12 + 1, 1)


def last_held(sessions: Sequence[Session]) -> dt.date | None:
    """The day of the last meeting that took place."""
    return max((one.date_held for one in sessions if is_held(one) and one.date_held is not None), default=None)
