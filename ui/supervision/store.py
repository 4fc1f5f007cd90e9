"""What the supervision page asks of an open journal; called on the vault lane only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from journal.model import KnownName, Post
from journal.practice.hours import MonthHours
from journal.practice.notices import Noticed
from journal.practice.standings import Standing
from journal.practice.summaries import Summary
from journal.practice.supervision import SupervisionData
from journal.practice_model import AgendaItem, Arrangement, ClientHours, Expectation, Session


class AsksPractice(Protocol):
    """``OpenJournal.practice``."""

    @property
    def data(self) -> SupervisionData:
        """What the file has; may be read anywhere."""

    def sessions(self, first: dt.date | None = None, last: dt.date | None = None) -> Sequence[Session]:
        """Meetings, the newest first."""

    def save_session(self, session: Session) -> Session:
        """Store a meeting."""

    def remove_session(self, session_id: UUID) -> None:
        """Delete one."""

    def arrangement(self) -> Arrangement:
        """The person's agreement about supervision."""

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Replace it."""

    def expectations(self) -> Sequence[Expectation]:
        """What bodies expect, with the person's edits."""

    def save_expectation(self, expectation: Expectation) -> Expectation:
        """Store an edit."""

    def reset_expectation(self, expectation_id: str) -> None:
        """Forget an edit."""

    def client_hours(self) -> Sequence[ClientHours]:
        """Months with client time."""

    def set_client_hours(self, month: dt.date, minutes: int | None) -> None:
        """Set a month's client time."""

    def dismiss_notice(self, occurrence: str) -> None:
        """Put a notice away."""

    def agenda(self, *, closed: bool = False) -> Sequence[AgendaItem]:
        """What waits, or what was heard."""

    def save_agenda_item(self, item: AgendaItem) -> AgendaItem:
        """Store a matter."""

    def remove_agenda_item(self, item_id: UUID) -> None:
        """Take one off for good."""

    def heard_post(self, item_id: UUID, *, whole: bool = True) -> Post:
        """Make a post of a matter's entry, or of its flagged words, and of what came back."""

    def months(self, first: dt.date, last: dt.date) -> Sequence[MonthHours]:
        """Hours of each month."""

    def standings(self, today: dt.date) -> Sequence[Standing]:
        """Figures of the chosen expectations beside what the journal holds."""

    def noticed(self, today: dt.date) -> Sequence[Noticed]:
        """What the notices say today."""

    def summary(self, form: str, first: dt.date, last: dt.date) -> Summary:
        """A summary, people by code alone."""

    def agenda_page(self, today: dt.date) -> Summary:
        """What waits on one page, people by code alone."""


class SupervisionStore(Protocol):
    """The part of ``OpenJournal`` that the page shows."""

    @property
    def practice(self) -> AsksPractice:
        """Supervision and its agenda."""

    def names(self) -> Sequence[KnownName]:
        """The register, for the codes in it."""
