"""The practice side of one unlocked journal, as windows and commands ask for it: ``journal.practice``.

Like ``OpenJournal`` it is used on the vault lane alone, and hands out plain values. What a body expects and how hours
are counted are pure functions in ``journal.practice``; here they meet the rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from uuid import UUID

from journal.model import Post, Revision
from journal.practice_model import (
    Account,
    AgendaItem,
    Arrangement,
    CheckIn,
    ClientHours,
    CpdActivity,
    DayClose,
    EarlySigns,
    Expectation,
    OwnEvent,
    PracticeChoices,
    Session,
    Signpost,
    Template,
)


class PracticeLog:
    """Supervision, agenda, wellbeing, templates, CPD."""

    # -- supervision
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

    # -- agenda
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

    # -- wellbeing
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

    # -- templates
    def templates(self, kind: str | None = None) -> tuple[Template, ...]:
        """All, or those for a kind of entry, the best fitting first; the person's own before ours."""
        raise NotImplementedError

    def save_template(self, template: Template) -> Template:
        """Store one of their own; one of ours is stored as a copy of their own."""
        raise NotImplementedError

    def remove_template(self, template_id: str) -> None:
        """Delete one of their own."""
        raise NotImplementedError

    # -- CPD and reflective accounts
    def activities(self, first: dt.date | None = None, last: dt.date | None = None) -> tuple[CpdActivity, ...]:
        """CPD activities, the newest first."""
        raise NotImplementedError

    def save_activity(self, activity: CpdActivity) -> CpdActivity:
        """Store one."""
        raise NotImplementedError

    def remove_activity(self, activity_id: UUID) -> None:
        """Delete one."""
        raise NotImplementedError

    def accounts(self) -> tuple[Account, ...]:
        """Reflective accounts, the newest first."""
        raise NotImplementedError

    def account(self, account_id: UUID) -> Account:
        """One account. Raises ``NotFound``."""
        raise NotImplementedError

    def save_account(self, account: Account) -> Account:
        """Store one; the words before are kept."""
        raise NotImplementedError

    def remove_account(self, account_id: UUID) -> None:
        """Delete one; the post that it became stays."""
        raise NotImplementedError

    def account_post(self, account_id: UUID) -> Post:
        """The post of an account, made now from its headings, passages and words, to be reviewed before any export."""
        raise NotImplementedError

    # -- earlier words
    def earlier(self, row_id: UUID) -> tuple[Revision, ...]:
        """Earlier words of a session, agenda item, template, account, later note or plan, the newest first."""
        raise NotImplementedError


__all__ = ["Fraction", "PracticeLog", "Sequence"]
