"""Supervision and its agenda in one unlocked journal: ``journal.practice``.

Used on the vault lane alone, like ``OpenJournal``; what it hands out are plain values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from journal.errors import BadInput, NotFound
from journal.model import CameBack, EarlierWords, Post
from journal.practice.codes import pairs
from journal.practice.hours import Arithmetic, MonthHours, arithmetic_of, months
from journal.practice.notices import Noticed, notices
from journal.practice.standings import Record, Standing, standings
from journal.practice.summaries import Summary, agenda_page, pressing_first, summary
from journal.practice.supervision import SupervisionData, checked_session, load_supervision
from journal.practice_model import HOW_SOON, AgendaItem, Arrangement, ClientHours, Expectation, Session
from journal.store import kept
from journal.store.agenda import Agenda
from journal.store.choices import Choices
from journal.store.connection import Connection
from journal.store.entries import Entries
from journal.store.learning import LearningRows
from journal.store.names import Names
from journal.store.posts import Posts
from journal.store.practice import Practice
from journal.store.supervision import Supervision

#: The form whose accounts a body counts (``accounts`` of the NMC's figures).
_COUNTED_FORM = "nmc-account"


class PracticeLog:
    """Meetings, what is brought to them, what bodies expect."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._rows = Supervision(connection, device, clock)
        self._agenda = Agenda(connection, device, clock)
        self._learning = LearningRows(connection, device, clock)
        self._names = Names(connection, device, clock)
        self._clock = clock
        self._entries = Entries(connection, device, clock)
        self._posts = Posts(connection, device, clock)
        self._practice = Practice(connection, device, clock)
        self._choices = Choices(self._practice)
        self._data: SupervisionData | None = None

    @property
    def data(self) -> SupervisionData:
        """What the file has: fields and choices, notices, the pause, the sentences of the page."""
        # read when first asked for: unlocking does not wait for it
        if self._data is None:
            self._data = load_supervision()
        return self._data

    def sessions(self, first: dt.date | None = None, last: dt.date | None = None) -> tuple[Session, ...]:
        """Meetings by the day they are listed under, the newest first; days inclusive."""
        return self._rows.sessions(first, last)

    def session(self, session_id: UUID) -> Session:
        """One meeting. Raises ``NotFound``."""
        return self._rows.session(session_id)

    def save_session(self, session: Session) -> Session:
        """Store a meeting, new or changed; the words before are kept. Raises ``BadInput`` as ``checked_session``."""
        return self._rows.save_session(checked_session(session, self.data))

    def remove_session(self, session_id: UUID) -> None:
        """Delete a meeting with its earlier words; what it heard stays on the agenda. Saving it again brings it back.

        Raises ``NotFound``.
        """
        self._rows.remove_session(session_id)

    def arrangement(self) -> Arrangement:
        """The person's agreement about supervision."""
        return self._choices.arrangement()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Replace it. Raises ``BadInput`` for days or minutes that cannot be."""
        if arrangement.gap_days < 1 or arrangement.whole_list_days < 1 or (arrangement.month_target or 0) < 0:
            raise BadInput(what="arrangement", reason="range")
        self._choices.set_arrangement(arrangement)

    def expectations(self) -> tuple[Expectation, ...]:
        """Ours with the person's edits, then their own."""
        rows = self._rows.expectations()
        edits = {base: replace(row, id=base, edited=True) for base, row in rows if base}
        own = [replace(row, own=True) for base, row in rows if not base]
        return (*(edits.get(row.id, row) for row in self.data.expectations), *own)

    def save_expectation(self, expectation: Expectation) -> Expectation:
        """Store an edit of ours, or one of their own (empty ``id``: new). Raises ``BadInput`` without any words."""
        if not expectation.text.strip():
            raise BadInput(what="text", reason="empty")
        base = expectation.id if any(row.id == expectation.id for row in self.data.expectations) else ""
        own = None if base or not expectation.id else as_id(expectation.id)
        key = self._rows.save_expectation(expectation, base, own)
        return next(row for row in self.expectations() if row.id == (base or str(key)))

    def reset_expectation(self, expectation_id: str) -> None:
        """Forget an edit, or remove one of their own."""
        ours = any(row.id == expectation_id for row in self.data.expectations)
        self._rows.remove_expectation(expectation_id if ours else "", None if ours else as_id(expectation_id))

    def client_hours(self) -> tuple[ClientHours, ...]:
        """Months with client time, the earliest first."""
        return self._rows.client_hours()

    def set_client_hours(self, month: dt.date, minutes: int | None) -> None:
        """Set a month's client time; ``None`` removes it. Raises ``BadInput`` for a number below nought."""
        if minutes is not None and minutes < 0:
            raise BadInput(what="minutes", reason="range")
        self._rows.set_client_hours(month, minutes)

    def dismiss_notice(self, occurrence: str) -> None:
        """Do not show this occurrence of a notice again."""
        self._practice.dismiss(occurrence)

    def agenda(self, *, closed: bool = False) -> tuple[AgendaItem, ...]:
        """What waits, most pressing and longest waiting first; with ``closed`` what was heard, the latest first."""
        return self._agenda.closed() if closed else pressing_first(self._agenda.open())

    def agenda_item(self, item_id: UUID) -> AgendaItem:
        """One matter. Raises ``NotFound``."""
        return self._agenda.get(item_id)

    def save_agenda_item(self, item: AgendaItem) -> AgendaItem:
        """Store a matter. Flagged words themselves are saved with the entry (``Draft.agenda``), first.

        Raises:
            BadInput: ``how_soon`` is none of ``HOW_SOON``.
            NotFound: its entry, person or meeting is not there.
        """
        if item.how_soon not in HOW_SOON:
            raise BadInput(what="how_soon", reason="unknown")
        return self._agenda.save(item)

    def remove_agenda_item(self, item_id: UUID) -> None:
        """Take a matter off the agenda for good, with its flag in the entry. Raises ``NotFound``."""
        self._agenda.remove(item_id)

    def came_back(self, item_id: UUID) -> CameBack:
        """The answer to a matter as one text. Raises ``NotFound``."""
        return self._agenda.came_back(item_id)

    def heard_post(self, item_id: UUID, *, whole: bool = True) -> Post:
        """A post of a matter's entry (or of the flagged words alone) and of what came back, as they are now.

        It passes the review before any export; a later change of the entry or of the answer is noticed.

        Raises:
            NotFound: there is no such matter, or it was not brought from an entry that is still there.
            BadInput: nothing came back yet, or the flagged words are no longer in the entry.
        """
        # the anonymiser takes longer to import than unlocking should last
        from journal.posting import heard_post  # noqa: PLC0415

        item = self._agenda.get(item_id)
        if item.entry_id is None:
            raise NotFound(what="entry")
        self._entries.finish(item.entry_id)
        entry, answer = self._entries.get(item.entry_id), self._agenda.came_back(item_id)
        return self._posts.save(heard_post(entry, item, answer, self._clock(), whole=whole))

    def reminders(self, today: dt.date) -> tuple[AgendaItem, ...]:
        """Open matters whose day to be reminded has come, and follow-ups that are due, the earliest first.

        A follow-up is done by taking its day away.
        """
        due: list[tuple[dt.date, AgendaItem]] = []
        for item in (*self._agenda.open(), *self._agenda.closed()):
            remind = None if item.closed_on else item.remind_on
            days = [day for day in (remind, item.follow_up_on) if day is not None and day <= today]
            if days:
                due.append((min(days), item))
        return tuple(item for _, item in sorted(due, key=lambda pair: pair[0]))

    def arithmetic(self) -> Arithmetic:
        """How hours are counted: that of the first chosen expectation's body."""
        return arithmetic_of(self.expectations(), self.arrangement().expectations)

    def months(self, first: dt.date, last: dt.date) -> tuple[MonthHours, ...]:
        """Hours of each calendar month in between under the arithmetic of the chosen expectations."""
        end = _month_end(last)
        found = self._rows.planned_or_held(first.replace(day=1), end)
        return months(found, self.arithmetic(), first, end)

    def standings(self, today: dt.date) -> tuple[Standing, ...]:
        """The figures of each chosen expectation beside what the journal holds."""
        every = self.expectations()
        by_id = {row.id: row for row in every}
        record = Record(
            sessions=self.sessions(),
            activities=self._learning.activities(None, None),
            client_hours=self.client_hours(),
            accounts=tuple(row.day for row in self._learning.accounts() if row.form == _COUNTED_FORM),
        )
        chosen = [by_id[name] for name in self.arrangement().expectations if name in by_id]
        return tuple(standing for row in chosen for standing in standings(row, every, record, today))

    def noticed(self, today: dt.date) -> tuple[Noticed, ...]:
        """What the notices have to say today, without those switched off or dismissed."""
        return notices(
            self.data,
            self.sessions(),
            self.arrangement(),
            self.arithmetic(),
            today=today,
            dismissed=self._practice.dismissed(),
        )

    def summary(self, form: str, first: dt.date, last: dt.date) -> Summary:
        """A summary in one of the forms of ``data.summaries``, people by code alone. Raises ``NotFound``."""
        every = self.expectations()
        chosen = self.arrangement().expectations
        return summary(
            self.data,
            form,
            self.sessions(),
            self.arithmetic(),
            first=first,
            last=last,
            names=self._codes(),
            expectations=[row for row in every if row.id in chosen],
        )

    def agenda_page(self, today: dt.date) -> Summary:
        """What waits, on one page, people by code alone."""
        return agenda_page(self.agenda(), today, names=self._codes())

    def earlier(self, row_id: UUID) -> tuple[EarlierWords, ...]:
        """Earlier words of a meeting, a matter, a template, an account, a later note, …, the newest first."""
        with self._connection.read() as sql:
            return kept.earlier(sql, row_id)

    def _codes(self) -> tuple[tuple[str, str], ...]:
        return pairs((name.name, name.aliases, name.code) for name in self._names.list())


def as_id(text: str) -> UUID:
    """The id that a text is. Raises ``BadInput`` for a text that is none."""
    try:
        return UUID(text)
    except ValueError:
        raise BadInput(what="id", reason="unknown") from None


def _month_end(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
