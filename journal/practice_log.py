"""Supervision and its agenda in one unlocked journal: ``journal.practice``.

Used on the vault lane alone, like ``OpenJournal``; what it hands out are plain values.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from journal.model import Revision
from journal.practice.hours import MonthHours
from journal.practice.notices import Noticed
from journal.practice.standings import Standing
from journal.practice.summaries import Summary
from journal.practice.supervision import load_supervision
from journal.practice_model import AgendaItem, Arrangement, ClientHours, Expectation, Session


class PracticeLog:
    """Meetings, what is brought to them, what bodies expect. ``data`` is what the file has."""

    def __init__(self) -> None:
        self.data = load_supervision()

    def sessions(self, first: dt.date | None = None, last: dt.date | None = None) -> tuple[Session, ...]:
        """Meetings by the day they are listed under, the newest first; days inclusive."""
        raise NotImplementedError

    def session(self, session_id: UUID) -> Session:
        """One meeting. Raises ``NotFound``."""
        raise NotImplementedError

    def save_session(self, session: Session) -> Session:
        """Store a meeting, new or changed; the words before are kept. Raises ``BadInput`` for a value out of bounds."""
        raise NotImplementedError

    def remove_session(self, session_id: UUID) -> None:
        """Delete a meeting with its earlier words; what it heard stays on the agenda."""
        raise NotImplementedError

    def arrangement(self) -> Arrangement:
        """The person's agreement about supervision."""
        raise NotImplementedError

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Replace it."""
        raise NotImplementedError

    def expectations(self) -> tuple[Expectation, ...]:
        """Ours with the person's edits, then their own."""
        raise NotImplementedError

    def save_expectation(self, expectation: Expectation) -> Expectation:
        """Store an edit of ours, or one of their own (empty ``id``: new)."""
        raise NotImplementedError

    def reset_expectation(self, expectation_id: str) -> None:
        """Forget an edit, or remove one of their own."""
        raise NotImplementedError

    def client_hours(self) -> tuple[ClientHours, ...]:
        """Months with client time, the earliest first."""
        raise NotImplementedError

    def set_client_hours(self, month: dt.date, minutes: int | None) -> None:
        """Set a month's client time; ``None`` removes it."""
        raise NotImplementedError

    def dismiss_notice(self, occurrence: str) -> None:
        """Do not show this occurrence of a notice again."""
        raise NotImplementedError

    def agenda(self, *, closed: bool = False) -> tuple[AgendaItem, ...]:
        """What waits, most pressing and longest waiting first; with ``closed`` what was heard, the latest first."""
        raise NotImplementedError

    def agenda_item(self, item_id: UUID) -> AgendaItem:
        """One matter. Raises ``NotFound``."""
        raise NotImplementedError

    def save_agenda_item(self, item: AgendaItem) -> AgendaItem:
        """Store a matter. Flagged words themselves are saved with the entry (``Draft.agenda``), first."""
        raise NotImplementedError

    def remove_agenda_item(self, item_id: UUID) -> None:
        """Take a matter off the agenda for good, with its flag in the entry."""
        raise NotImplementedError

    def reminders(self, today: dt.date) -> tuple[AgendaItem, ...]:
        """Open matters whose day to be reminded has come, and follow-ups that are due, the earliest first."""
        raise NotImplementedError

    def months(self, first: dt.date, last: dt.date) -> tuple[MonthHours, ...]:
        """Hours of each calendar month in between under the arithmetic of the chosen expectations."""
        raise NotImplementedError

    def standings(self, today: dt.date) -> tuple[Standing, ...]:
        """The figures of each chosen expectation beside what the journal holds."""
        raise NotImplementedError

    def noticed(self, today: dt.date) -> tuple[Noticed, ...]:
        """What the notices have to say today, without those switched off or dismissed."""
        raise NotImplementedError

    def summary(self, form: str, first: dt.date, last: dt.date) -> Summary:
        """A summary in one of the forms of ``data.summaries``, people by code alone."""
        raise NotImplementedError

    def agenda_page(self, today: dt.date) -> Summary:
        """What waits, on one page, people by code alone."""
        raise NotImplementedError

    def earlier(self, row_id: UUID) -> tuple[Revision, ...]:
        """Earlier words of a meeting, a matter, a template, an account, a later note or the plan, the newest first."""
        raise NotImplementedError
