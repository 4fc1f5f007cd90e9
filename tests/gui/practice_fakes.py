"""The practice side of a journal without a file: what its pages ask for, kept in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any
from uuid import UUID

from journal.errors import NotFound
from journal.ids import new_id
from journal.model import Entry, Heading, Post, Revision
from journal.practice.cpd import activity_list
from journal.practice.hours import MonthHours
from journal.practice.measures import WEEKLY, is_recent, load_measures, plan_due
from journal.practice.models import load_models, offered
from journal.practice.notices import Noticed
from journal.practice.standings import Standing
from journal.practice.summaries import Summary
from journal.practice.supervision import NOT_HELD, is_held, load_supervision, lost_minutes
from journal.practice_model import (
    Account,
    AgendaItem,
    Arrangement,
    CheckIn,
    ClientHours,
    CpdActivity,
    DayClose,
    DayWritten,
    EarlySigns,
    Expectation,
    LaterNote,
    OwnEvent,
    PracticeChoices,
    RatedDay,
    SavedFilter,
    Session,
    Signpost,
    Statistics,
    Template,
    Thread,
)
from tests.gui.fakes import DAY, FakeJournal


def days_ago(days: int) -> dt.date:
    return DAY - dt.timedelta(days=days)


class FakePractice:
    """Meetings and the agenda."""

    def __init__(self) -> None:
        self.data = load_supervision()
        self.kept: dict[UUID, Session] = {}
        self.items: dict[UUID, AgendaItem] = {}
        self.arranged = Arrangement()
        self.edited: dict[str, Expectation] = {}
        self.hours: dict[dt.date, int] = {}
        self.notes: list[Noticed] = []
        self.stood: list[Standing] = []
        self.dismissed: list[str] = []
        self.fault: Exception | None = None

    def sessions(self, first: dt.date | None = None, last: dt.date | None = None) -> Sequence[Session]:
        found = [
            one
            for one in self.kept.values()
            if one.day and (first is None or one.day >= first) and (last is None or one.day <= last)
        ]
        return tuple(sorted(found, key=lambda one: one.day or DAY, reverse=True))

    def session(self, session_id: UUID) -> Session:
        return self.kept[session_id]

    def save_session(self, session: Session) -> Session:
        if self.fault is not None:
            raise self.fault
        stored = replace(session, id=session.id or new_id())
        assert stored.id is not None
        self.kept[stored.id] = stored
        return stored

    def remove_session(self, session_id: UUID) -> None:
        del self.kept[session_id]

    def arrangement(self) -> Arrangement:
        return self.arranged

    def set_arrangement(self, arrangement: Arrangement) -> None:
        self.arranged = arrangement

    def expectations(self) -> Sequence[Expectation]:
        ours = tuple(self.edited.get(one.id, one) for one in self.data.expectations)
        return (*ours, *(one for one in self.edited.values() if one.own))

    def save_expectation(self, expectation: Expectation) -> Expectation:
        stored = replace(expectation, id=expectation.id or str(new_id()), edited=not expectation.own)
        self.edited[stored.id] = stored
        return stored

    def reset_expectation(self, expectation_id: str) -> None:
        self.edited.pop(expectation_id, None)

    def client_hours(self) -> Sequence[ClientHours]:
        return tuple(ClientHours(month, minutes) for month, minutes in sorted(self.hours.items()))

    def set_client_hours(self, month: dt.date, minutes: int | None) -> None:
        if minutes is None:
            self.hours.pop(month, None)
        else:
            self.hours[month] = minutes

    def dismiss_notice(self, occurrence: str) -> None:
        self.dismissed.append(occurrence)
        self.notes = [note for note in self.notes if note.occurrence != occurrence]

    def agenda(self, *, closed: bool = False) -> Sequence[AgendaItem]:
        return tuple(one for one in self.items.values() if (one.closed_on is not None) is closed)

    def agenda_item(self, item_id: UUID) -> AgendaItem:
        return self.items[item_id]

    def save_agenda_item(self, item: AgendaItem) -> AgendaItem:
        if self.fault is not None:
            raise self.fault
        stored = replace(item, id=item.id or new_id(), flagged_on=item.flagged_on or DAY)
        assert stored.id is not None
        self.items[stored.id] = stored
        return stored

    def remove_agenda_item(self, item_id: UUID) -> None:
        del self.items[item_id]

    def heard_post(self, item_id: UUID, *, whole: bool = True) -> Post:
        if self.fault is not None:
            raise self.fault
        return Post(item_id, (), "whole" if whole else "words", ())

    def reminders(self, today: dt.date) -> Sequence[AgendaItem]:
        return tuple(one for one in self.agenda() if one.remind_on is not None and one.remind_on <= today)

    def months(self, first: dt.date, last: dt.date) -> Sequence[MonthHours]:
        made, month = [], first.replace(day=1)
        while month <= last:
            held = sum(
                one.minutes or 0
                for one in self.kept.values()
                if is_held(one) and one.date_held and one.date_held.replace(day=1) == month
            )
            lost = sum(lost_minutes(one) for one in self.kept.values() if one.day and one.day.replace(day=1) == month)
            moved = sum(
                one.status in NOT_HELD for one in self.kept.values() if one.day and one.day.replace(day=1) == month
            )
            made.append(MonthHours(month, held, Fraction(held), lost, moved=moved))
            month = (month + dt.timedelta(days=32)).replace(day=1)
        return tuple(made)

    def standings(self, today: dt.date) -> Sequence[Standing]:
        return tuple(self.stood)

    def noticed(self, today: dt.date) -> Sequence[Noticed]:
        return tuple(self.notes)

    def summary(self, form: str, first: dt.date, last: dt.date) -> Summary:
        rows = tuple((str(one.day), str(one.minutes or "")) for one in self.sessions(first, last))
        return Summary(self.data.summary(form).name, first, last, ("Date held", "Minutes held"), rows)

    def agenda_page(self, today: dt.date) -> Summary:
        rows = tuple((item.heading, item.why, item.want) for item in self.agenda())
        return Summary("Agenda", today, today, ("Matter", "Why", "What I want"), rows)

    def earlier(self, row_id: UUID) -> Sequence[Revision]:
        return ()


class FakeWellbeing:
    """Check-ins, plan, events, signposts, the end of a day."""

    def __init__(self) -> None:
        self.data = load_measures()
        self.kept: dict[UUID, CheckIn] = {}
        self.due = True
        self.plan = EarlySigns()
        self.own_events: dict[UUID, OwnEvent] = {}
        self.posts: dict[str, Signpost] = {one.id: one for one in self.data.signposts}
        self.chosen = PracticeChoices()
        self.closes: list[DayClose] = []
        self.heavy = False
        self.fault: Exception | None = None

    def check_ins(self, measure: str, limit: int | None = None) -> Sequence[CheckIn]:
        found = sorted((one for one in self.kept.values() if one.measure == measure), key=lambda one: one.day)
        return tuple(reversed(found))[:limit]

    def save_check_in(self, check_in: CheckIn) -> CheckIn:
        if self.fault is not None:
            raise self.fault
        stored = replace(check_in, id=check_in.id or new_id())
        assert stored.id is not None
        self.kept[stored.id] = stored
        self.due = self.due and check_in.measure != WEEKLY
        return stored

    def remove_check_in(self, check_in_id: UUID) -> None:
        del self.kept[check_in_id]

    def check_in_due(self, measure: str, today: dt.date) -> bool:
        return self.due

    def turn_on_measure(self, measure: str, *, terms_read: bool) -> None:
        assert terms_read
        self.chosen = replace(self.chosen, measures=(*self.chosen.measures, measure))

    def early_signs(self) -> EarlySigns:
        return self.plan

    def save_early_signs(self, plan: EarlySigns) -> EarlySigns:
        self.plan = plan
        return plan

    def early_signs_due(self, today: dt.date | None = None) -> bool:
        rows = self.check_ins(WEEKLY)
        return is_recent(rows, today) and plan_due(self.plan, rows)

    def events(self) -> Sequence[OwnEvent]:
        return tuple(sorted(self.own_events.values(), key=lambda one: one.day))

    def save_event(self, event: OwnEvent) -> OwnEvent:
        stored = replace(event, id=event.id or new_id())
        assert stored.id is not None
        self.own_events[stored.id] = stored
        return stored

    def remove_event(self, event_id: UUID) -> None:
        del self.own_events[event_id]

    def signposts(self) -> Sequence[Signpost]:
        return tuple(self.posts.values())

    def save_signpost(self, signpost: Signpost) -> Signpost:
        stored = replace(signpost, id=signpost.id or str(new_id()))
        self.posts[stored.id] = stored
        return stored

    def choices(self) -> PracticeChoices:
        return self.chosen

    def set_choices(self, choices: PracticeChoices) -> None:
        self.chosen = choices

    def close_day(self, close: DayClose) -> DayClose:
        self.closes.append(close)
        return close

    def last_close(self, before: dt.date) -> DayClose | None:
        return next((one for one in reversed(self.closes) if one.day < before), None)

    def heavy_fortnight(self, today: dt.date | None = None) -> bool:
        return self.heavy and is_recent(self.check_ins(WEEKLY), today)


class FakeLearning:
    """Templates, CPD, accounts."""

    def __init__(self) -> None:
        self.models = load_models()
        self.own: dict[str, Template] = {}
        self.done: dict[UUID, CpdActivity] = {}
        self.built: dict[UUID, Account] = {}
        self.posted: list[UUID] = []

    def templates(self, kind: str | None = None) -> Sequence[Template]:
        every = (*self.own.values(), *self.models)
        return every if kind is None else offered(every, kind)

    def save_template(self, template: Template) -> Template:
        stored = replace(template, id=template.id if template.own and template.id else str(new_id()), own=True)
        self.own[stored.id] = stored
        return stored

    def remove_template(self, template_id: str) -> None:
        del self.own[template_id]

    def activities(self, first: dt.date | None = None, last: dt.date | None = None) -> Sequence[CpdActivity]:
        return tuple(sorted(self.done.values(), key=lambda one: one.day, reverse=True))

    def activity_list(self, first: dt.date, last: dt.date) -> Summary:
        found = tuple(one for one in reversed(self.activities()) if first <= one.day <= last)
        return activity_list(found)

    def save_activity(self, activity: CpdActivity) -> CpdActivity:
        stored = replace(activity, id=activity.id or new_id())
        assert stored.id is not None
        self.done[stored.id] = stored
        return stored

    def remove_activity(self, activity_id: UUID) -> None:
        del self.done[activity_id]

    def accounts(self) -> Sequence[Account]:
        return tuple(self.built.values())

    def account(self, account_id: UUID) -> Account:
        return self.built[account_id]

    def save_account(self, account: Account) -> Account:
        stored = replace(account, id=account.id or new_id())
        assert stored.id is not None
        self.built[stored.id] = stored
        return stored

    def remove_account(self, account_id: UUID) -> None:
        del self.built[account_id]

    def account_post(self, account_id: UUID) -> Post:
        self.posted.append(account_id)
        return Post(new_id(), (), "", ())


class FakeBack:
    """Calendar, earlier years, threads, notes, filters, numbers."""

    def __init__(self, journal: FakeJournal) -> None:
        self._journal = journal
        self.written: list[DayWritten] = []
        self.anniversaries: list[Heading] = []
        self.out: list[UUID] = []
        self.quiet: list[dt.date] = []
        self.kept_threads: dict[UUID, Thread] = {}
        self.kept_notes: dict[UUID, LaterNote] = {}
        self.kept_filters: dict[UUID, SavedFilter] = {}
        self.rated: list[RatedDay] = []
        self.numbers = Statistics()

    def days(self, first: dt.date, last: dt.date) -> Sequence[DayWritten]:
        return tuple(one for one in self.written if first <= one.day <= last)

    def on_this_day(self, today: dt.date) -> Sequence[Heading]:
        return () if today in self.quiet else tuple(self.anniversaries)

    def leave_out(self, entry_id: UUID, *, out: bool = True) -> None:
        if out:
            self.out.append(entry_id)
        else:
            self.out.remove(entry_id)

    def left_out(self) -> Sequence[Heading]:
        return tuple(heading for heading in self._journal.headings() if heading.id in self.out)

    def not_today(self, today: dt.date) -> None:
        self.quiet.append(today)

    def threads(self) -> Sequence[Thread]:
        return tuple(sorted(self.kept_threads.values(), key=lambda one: one.name))

    def thread_entries(self, thread_id: UUID) -> Sequence[Heading]:
        ids = self.kept_threads[thread_id].entry_ids
        return tuple(heading for heading in self._journal.headings() if heading.id in ids)

    def save_thread(self, thread: Thread) -> Thread:
        stored = replace(thread, id=thread.id or new_id())
        assert stored.id is not None
        self.kept_threads[stored.id] = stored
        return stored

    def remove_thread(self, thread_id: UUID) -> None:
        del self.kept_threads[thread_id]

    def later_notes(self, entry_id: UUID) -> Sequence[LaterNote]:
        return tuple(one for one in self.kept_notes.values() if one.entry_id == entry_id)

    def save_later_note(self, note: LaterNote) -> LaterNote:
        stored = replace(note, id=note.id or new_id())
        assert stored.id is not None
        self.kept_notes[stored.id] = stored
        return stored

    def remove_later_note(self, note_id: UUID) -> None:
        del self.kept_notes[note_id]

    def saved_filters(self) -> Sequence[SavedFilter]:
        return tuple(sorted(self.kept_filters.values(), key=lambda one: one.name))

    def save_filter(self, saved: SavedFilter) -> SavedFilter:
        stored = replace(saved, id=saved.id or new_id())
        assert stored.id is not None
        self.kept_filters[stored.id] = stored
        return stored

    def remove_filter(self, filter_id: UUID) -> None:
        del self.kept_filters[filter_id]

    def rated_days(self, first: dt.date, last: dt.date) -> Sequence[RatedDay]:
        return tuple(sorted((one for one in self.rated if first <= one.day <= last), key=lambda one: one.day))

    def statistics(self, first: dt.date | None = None, last: dt.date | None = None) -> Statistics:
        days = [one.day for one in self.written]
        return replace(self.numbers, first_day=min(days, default=None), last_day=max(days, default=None))


class PracticeJournal(FakeJournal):
    """A fake journal with its practice side."""

    def __init__(self, entries: int = 0) -> None:
        super().__init__(entries)
        self.practice = FakePractice()
        self.wellbeing = FakeWellbeing()
        self.learning = FakeLearning()
        self.looking_back = FakeBack(self)

    def heading(self, entry_id: UUID) -> Heading:
        found = next((one for one in self.headings() if one.id == entry_id), None)
        if found is None:
            raise NotFound(what="entry")
        return found

    def practised(self) -> PracticeJournal:
        """With a little of everything in it, as in the pictures of the design."""
        for title, kind, ago in (
            ("What she actually asked for", "relationship", 0),
            ("Group supervision, postponed again", "supervisee", 3),
            ("Sunday evening dread", "wellbeing", 7),
            ("Silence, and not filling it", "relationship", 11),
        ):
            self.add(title, "Some words of it. " * 12, ago, kind=kind)
        save = self.practice.save_session
        group: dict[str, Any] = {"format": "group", "group_size": 7, "minutes_planned": 90}
        save(Session(date_planned=days_ago(-2), minutes_planned=60))
        save(
            Session(
                date_planned=days_ago(3),
                status="postponed",
                reason="supervisor-unavailable",
                cover="nothing-offered",
                **group,
            )
        )
        save(
            Session(
                date_planned=days_ago(10),
                date_held=days_ago(10),
                status="held-but-cut-short",
                minutes=60,
                reason="other-casework-came-first",
                **group,
            )
        )
        save(
            Session(
                date_planned=days_ago(17),
                status="cancelled",
                reason="leave-or-sickness",
                cover="new-date-within-a-week",
                **group,
            )
        )
        save(Session(date_planned=days_ago(26), date_held=days_ago(26), status="held", minutes=60, minutes_planned=60))
        save(Session(date_planned=days_ago(31), date_held=days_ago(31), status="held", minutes=90, **group))
        item = self.practice.save_agenda_item
        item(
            AgendaItem(
                title="Hiding behind the screen at minute four",
                not_sure=True,
                want="to think aloud",
                flagged_on=days_ago(3),
                entry_title="What she actually asked for",
                entry_id=next(iter(self.entries)),
            )
        )
        item(
            AgendaItem(
                title="Ending at session 6: is it hers?",
                want="a second opinion",
                how_soon="this-week",
                flagged_on=days_ago(16),
                code="R",
            )
        )
        return self


def entry_of(journal: FakeJournal, entry_id: UUID) -> Entry:
    return journal.entries[entry_id]
