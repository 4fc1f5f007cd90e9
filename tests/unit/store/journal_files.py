"""Journal files for tests of the store: a fixed raw key, a fixed computer, a clock that is set by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from journal.ids import new_id
from journal.model import (
    AgendaFlag,
    AuthorProfile,
    Change,
    Draft,
    Filter,
    KnownName,
    Part,
    PersonLink,
    Post,
    Ratings,
    Reason,
    Source,
)
from journal.practice_model import (
    Account,
    Action,
    AgendaItem,
    Arrangement,
    CheckIn,
    CpdActivity,
    DayClose,
    EarlySigns,
    Expectation,
    LaterNote,
    OwnEvent,
    Passage,
    SavedFilter,
    Section,
    Session,
    SignCondition,
    Signpost,
    Template,
    Thread,
)
from journal.store import connection
from journal.store.agenda import Agenda
from journal.store.choices import Choices
from journal.store.connection import Connection
from journal.store.entries import Entries
from journal.store.learning import LearningRows
from journal.store.looking_back import LookingBackRows
from journal.store.names import Names
from journal.store.posts import Posts
from journal.store.practice import Practice
from journal.store.search import search
from journal.store.supervision import Supervision
from journal.store.wellbeing import WellbeingRows

SALT = bytes(range(16))
DEVICE = UUID("01900000-0000-7000-8000-00000000000a")
OTHER_DEVICE = UUID("01900000-0000-7000-8000-00000000000b")
JOURNAL = UUID("01900000-0000-7000-8000-000000000001")
DAY = dt.date(2026, 11, 22)


def key(byte: int = 0x2B) -> bytearray:
    """A new copy each time: whoever is given a key wipes it."""
    return bytearray([byte]) * 32


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: dt.datetime = dt.datetime(2026, 11, 22, 19, 30, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += dt.timedelta(**by)


@dataclass
class Store:
    """An open journal file with all its rooms."""

    connection: Connection
    clock: Clock = field(default_factory=Clock)
    device: UUID = DEVICE

    @property
    def entries(self) -> Entries:
        return Entries(self.connection, self.device, self.clock)

    @property
    def names(self) -> Names:
        return Names(self.connection, self.device, self.clock)

    @property
    def posts(self) -> Posts:
        return Posts(self.connection, self.device, self.clock)

    @property
    def practice(self) -> Practice:
        return Practice(self.connection, self.device, self.clock)

    @property
    def choices(self) -> Choices:
        return Choices(self.practice)

    @property
    def supervision(self) -> Supervision:
        return Supervision(self.connection, self.device, self.clock)

    @property
    def agenda(self) -> Agenda:
        return Agenda(self.connection, self.device, self.clock)

    @property
    def wellbeing(self) -> WellbeingRows:
        return WellbeingRows(self.connection, self.device, self.clock)

    @property
    def learning(self) -> LearningRows:
        return LearningRows(self.connection, self.device, self.clock)

    @property
    def looking_back(self) -> LookingBackRows:
        return LookingBackRows(self.connection, self.device, self.clock)


def create(path: Path) -> Connection:
    return connection.create(path, key(), SALT, JOURNAL)


def reopen(path: Path, byte: int = 0x2B) -> Connection:
    return connection.open_existing(path, key(byte), SALT)


def draft(
    body: str = "It would have been quieter.",
    title: str = "What she asked for",
    *,
    id: UUID | None = None,
    kind: str = "free",
    day: dt.date = DAY,
    tags: tuple[str, ...] = (),
    star: bool = False,
) -> Draft:
    return Draft(id, kind, title, body, day, tags=tags, star=star)


def name(words: str = "Ada Fennimore", code: str = "") -> KnownName:
    return KnownName(new_id(), words, aliases=("Addie",), role="client", code=code)


def fill(store: Store, entries: int = 12) -> None:
    """A little of everything, so that every table has rows."""
    person = store.names.add(name(code="C1"))
    store.names.set_author(AuthorProfile(name="Iris Vane", aliases=("I. V.",), places=("Harbour Street",)))
    store.names.never_flag("Tavistock")
    for number in range(entries):
        store.clock.move(hours=1)
        entry = store.entries.save(
            Draft(
                None,
                "relationship",
                f"Session {number}",
                f"> What stayed with you?\n\nA lantern by the weir, {number}. " + "Slow water under the bridge. " * 30,
                DAY - dt.timedelta(days=number),
                tags=("grief", f"t{number % 3}"),
                star=number % 4 == 0,
                people=(PersonLink(person.id, number + 1),),
                ratings=Ratings(empathy=number % 11),
                prompts=("rel-01",),
                agenda=(AgendaFlag(new_id(), 0, 6, "> What", "ask"),),
                keep_until=DAY,
            )
        )
        store.entries.finish(entry.id)
        store.entries.save(replace(entry.draft(), body=entry.body + " And later?"))
    post = store.posts.save(post_of(entry.id, entry.revision))
    store.practice.mark_shown("rel-01")
    store.practice.set_value("last export folder", f"/somewhere/{post.id}")
    fill_practice(store, entry.id)


def fill_practice(store: Store, entry_id: UUID) -> None:
    """A row in each table of the practice side, and an earlier wording of one of them."""
    session = store.supervision.save_session(Session(date_planned=DAY, with_role="lead", actions=(Action("ring"),)))
    store.clock.move(hours=1)
    store.supervision.save_session(replace(session, impact="Said aloud."))
    store.supervision.set_client_hours(DAY, 600)
    store.supervision.save_expectation(Expectation("", "Own", "me", "Two hours."), "", None)
    store.agenda.save(AgendaItem(title="The weir", entry_id=entry_id, session_id=session.id))
    store.wellbeing.save_check_in(CheckIn(None, "weekly-check-in", DAY, (("wci-energy", 4),)))
    store.wellbeing.save_event(OwnEvent(None, DAY, "moved house"))
    store.wellbeing.save_plan(EarlySigns("I stop reading", "Ring", "", (SignCondition("wci-sleep", "low", 3),)))
    store.wellbeing.close_day(DayClose(None, DAY, "The lantern.", "The bridge."))
    store.wellbeing.save_signpost(Signpost("", "UK", "A friend", "ring"), "", None)
    store.learning.save_template(Template("", "After a hard call", (Section("1", "What stayed"),)), None)
    store.learning.save_activity(CpdActivity(None, DAY, "A book", 90))
    passage = Passage("nmc-account.1", entry_id, entry_id, 0, 4, "Slow")
    store.learning.save_account(Account(None, "nmc-account", "An account", DAY, (passage,)))
    store.looking_back.save_thread(Thread(None, "Bridges", entry_ids=(entry_id,)))
    store.looking_back.save_later_note(LaterNote(None, entry_id, DAY, "I see it otherwise now."))
    store.looking_back.save_filter(SavedFilter(None, "Grief", Filter(tags=("grief",))))
    store.looking_back.leave_out(entry_id, out=True)
    store.choices.set_arrangement(Arrangement(gap_days=7))


def post_of(entry_id: UUID, revision: UUID) -> Post:
    base = "Bridges\n\ngrief\n\nSlow water under the bridge by Ada.\n\nName withheld"
    body = base.index("Slow")
    byline = base.index("Name")
    return Post(
        id=new_id(),
        sources=(Source(entry_id, revision, 0, 20),),
        base=base,
        parts=(
            (Part.TITLE, 0, 7),
            (Part.TAGS, 9, 14),
            (Part.BODY, body, byline - 2),
            (Part.BYLINE, byline, len(base)),
        ),
        changes=(Change(base.index("Ada"), base.index("Ada") + 3, "Beth", Reason.ACCEPTED, "person", "stand_in"),),
        stand_ins=(("person-1", "Beth"),),
        date_offsets=(("date-1", -11),),
        answers=(("consent", "asked"),),
    )


def everything(store: Store) -> list[object]:
    """All that a person could be shown, read through the store's own calls."""
    listed = store.entries.window(Filter(), 0, 1000) + store.entries.window(Filter(trashed=True), 0, 1000)
    posts = store.posts.list()
    return [
        listed,
        [store.entries.get(heading.id) for heading in listed],
        [store.entries.revisions(heading.id) for heading in listed],
        store.entries.tags(),
        store.entries.count(Filter()),
        search(store.connection, "lantern wat", Filter(), limit=1000),
        search(store.connection, '"under the bridge" ses', Filter(), limit=1000),
        store.names.list(),
        store.names.author(),
        store.names.never_flagged(),
        posts,
        [store.posts.get(post.id) for post in posts],
        store.practice.lately_shown(10),
        store.practice.value("last export folder"),
        store.practice.facts(),
        store.choices.arrangement(),
        store.supervision.sessions(None, None),
        store.supervision.expectations(),
        store.supervision.client_hours(),
        store.agenda.open(),
        store.agenda.closed(),
        store.wellbeing.check_ins("weekly-check-in", None),
        store.wellbeing.events(),
        store.wellbeing.plan(),
        store.wellbeing.last_close(dt.date.max),
        store.wellbeing.signposts(),
        store.learning.templates(),
        store.learning.activities(None, None),
        store.learning.accounts(),
        [store.looking_back.later_notes(heading.id) for heading in listed],
        [
            (thread, store.looking_back.thread_entries(thread.id))
            for thread in store.looking_back.threads()
            if thread.id
        ],
        store.looking_back.saved_filters(),
        store.looking_back.on_days((DAY,)),
    ]
