"""The values of the practice side: supervision, its agenda, check-ins, templates, CPD, threads. All frozen.

Days are local dates in the writer's own calendar, so that a month border or a change of the clocks moves nothing. An
``id`` of ``None`` means: not stored yet. Choices are ids of the data files (``resources/practice``), never their
words. Fields with words that a person typed are kept out of ``repr``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from journal.model import Filter, Order

#: The statuses of a meeting that took place, whole or not.
HELD = ("held", "held-but-cut-short")

#: How soon a matter should be heard, the most pressing first.
HOW_SOON = ("today", "this-week", "next-meeting", "no-hurry")

#: What a CPD activity was. ``participatory`` and ``active`` are said apart, as bodies count them apart.
CPD_KINDS = ("workshop", "course", "conference", "reading", "discussion", "teaching", "research", "work-based", "other")

#: Professional forms that a reflective account is built in: ids of ``resources/practice/reflective_models.toml``.
ACCOUNT_FORMS = ("nmc-account", "hcpc-cpd")


@dataclass(frozen=True, slots=True)
class Action:
    """Something agreed in a session: what, by whom (as a role), by when; open until ``done_on``."""

    what: str = field(repr=False)
    by: str = field(default="", repr=False)
    due: dt.date | None = None
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One supervision meeting, planned or held: the fields of ``resources/practice/supervision.toml``, by their ids.

    ``status`` is empty while the meeting is still to come. ``minutes`` were held, ``minutes_planned`` booked. ``cases``
    holds codes alone. The three shares are per cent of the time, roughly.
    """

    id: UUID | None = None
    date_planned: dt.date | None = None
    date_held: dt.date | None = None
    status: str = ""
    reason: str = ""
    changed_by: str = ""
    cover: str = ""
    minutes: int | None = None
    minutes_planned: int | None = None
    role_here: str = "supervisee"
    kind: str = "clinical"
    format: str = "individual"
    medium: str = ""
    group_size: int | None = None
    with_role: str = field(default="", repr=False)
    line_manages_me: str = ""
    contract: str = ""
    voluntary: str = ""
    cases: tuple[str, ...] = field(default=(), repr=False)
    not_reached: str = field(default="", repr=False)
    caseload_review: str = ""
    risk_raised: str = ""
    risk_raised_by: str = ""
    alarm: str = field(default="", repr=False)
    recorded_elsewhere: str = ""
    actions: tuple[Action, ...] = ()
    normative: int | None = None
    formative: int | None = None
    restorative: int | None = None
    client_themes: tuple[str, ...] = field(default=(), repr=False)
    conditions: tuple[str, ...] = field(default=(), repr=False)
    impact: str = field(default="", repr=False)
    next: dt.date | None = None

    @property
    def day(self) -> dt.date | None:
        """The day it is listed under: held, else planned."""
        return self.date_held or self.date_planned


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something to bring to supervision, and after the session what came back.

    Flagged in an entry, ``id`` is the id of its ``AgendaFlag`` and ``anchor`` repeats the flagged words; ``entry_id``
    is ``None`` for a matter of its own, ``entry_title`` the entry's title, or its first line where it has none.
    ``about`` is a person of the register, shown by code alone. ``session_id`` is the meeting that heard it (or is to
    hear it). Open while ``closed_on`` is ``None``.
    """

    id: UUID | None = None
    title: str = field(default="", repr=False)
    why: str = field(default="", repr=False)
    want: str = field(default="", repr=False)
    not_sure: bool = False
    how_soon: str = "next-meeting"
    flagged_on: dt.date | None = None
    remind_on: dt.date | None = None
    entry_id: UUID | None = None
    entry_title: str = field(default="", repr=False)
    start: int = 0
    end: int = 0
    anchor: str = field(default="", repr=False)
    about: UUID | None = None
    code: str = field(default="", repr=False)
    session_id: UUID | None = None
    said: str = field(default="", repr=False)
    changes: str = field(default="", repr=False)
    follow_up: str = field(default="", repr=False)
    follow_up_on: dt.date | None = None
    closed_on: dt.date | None = None

    @property
    def heading(self) -> str:
        """What a list shows: the title, else the flagged words, else the entry's title."""
        return self.title or " ".join(self.anchor.split()) or self.entry_title


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One filling-in of a measure. Only answered items are in ``answers``: ``(item id, number)``, as given.

    ``client_word`` is the word shown for the people one sees, where the measure has one.
    """

    id: UUID | None
    measure: str
    day: dt.date
    answers: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    client_word: str = ""
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """Something that happened, in the person's own words, for the charts: "moved house", "caseload doubled"."""

    id: UUID | None
    day: dt.date
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignCondition:
    """When the plan is to be shown: an item of the weekly check-in at or beyond ``value``, ``weeks`` times running.

    ``beyond`` is ``low`` (at or under) or ``high`` (at or over).
    """

    item: str
    beyond: str
    value: int
    weeks: int = 1


@dataclass(frozen=True, slots=True)
class EarlySigns:
    """The person's own plan, made in calm times. Shown when any of their own conditions is met."""

    signs: str = field(default="", repr=False)
    steps: str = field(default="", repr=False)
    people: str = field(default="", repr=False)
    conditions: tuple[SignCondition, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a template with the hint that vanishes as one writes."""

    id: str
    heading: str = field(repr=False)
    hint: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Template:
    """A reflective model, or a template of the person's own (``own``; then ``id`` is a UUID as text, empty until
    stored). ``kinds`` are the entry kinds that it is offered for, those it fits best first.
    """

    id: str
    name: str = field(repr=False)
    sections: tuple[Section, ...] = field(repr=False)
    kinds: tuple[str, ...] = ()
    about: str = field(default="", repr=False)
    caution: str = field(default="", repr=False)
    by: str = ""
    year: str = ""
    reference: str = ""
    minutes: int = 0
    depth: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class CpdActivity:
    """One learning activity. ``kind`` is one of ``CPD_KINDS``."""

    id: UUID | None
    day: dt.date
    title: str = field(repr=False)
    minutes: int
    kind: str = "other"
    participatory: bool = False
    active: bool = False
    learned: str = field(default="", repr=False)
    effect: str = field(default="", repr=False)
    evidence: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an entry chosen for a section of an account; ``text`` was copied once and stays as it is."""

    section: str
    entry_id: UUID
    revision: UUID
    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Account:
    """A reflective account in the headings of a professional form, built from passages and own words.

    ``words`` maps a section's id to what the person wrote there beside the passages. ``post_id`` is the post that it
    became, which is what can be exported.
    """

    id: UUID | None
    form: str
    title: str = field(repr=False)
    day: dt.date
    passages: tuple[Passage, ...] = ()
    words: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    post_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A theme followed over time: entries in the order of their days."""

    id: UUID | None
    name: str = field(repr=False)
    about: str = field(default="", repr=False)
    entry_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterNote:
    """What one says to an old entry later; it stands beside the old text, which stays as it was."""

    id: UUID | None
    entry_id: UUID
    day: dt.date
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter, with or without search words, saved by name."""

    id: UUID | None
    name: str = field(repr=False)
    filter: Filter = field(default_factory=Filter)
    query: str = field(default="", repr=False)
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class DayClose:
    """The end of a day: what is put down, and one thing for tomorrow. Either may be empty."""

    id: UUID | None
    day: dt.date
    put_down: str = field(default="", repr=False)
    tomorrow: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ClientHours:
    """Time with clients in one month, for bodies that set supervision against it. ``month`` is its first day."""

    month: dt.date
    minutes: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a body asks for, as data of the person: dated, editable, never a ruling.

    ``id`` is the file's for one of ours, edited or not, and a UUID as text for one of the person's own. ``figures``
    are the numbers in it. ``checked`` says whether somebody looked it up, ``checked_on`` when (``2026-11`` or
    ``2026-11-29``).
    """

    id: str
    body: str = field(repr=False)
    applies_to: str = field(repr=False)
    text: str = field(repr=False)
    country: str = field(default="", repr=False)
    figures: tuple[tuple[str, float], ...] = ()
    checked: bool = False
    checked_on: str = ""
    source: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    edited: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Signpost:
    """Where to find help. Editable like an expectation; ``own`` ones have a UUID as text for an id."""

    id: str
    region: str = field(repr=False)
    name: str = field(repr=False)
    how: str = field(repr=False)
    for_whom: str = field(default="", repr=False)
    checked: bool = False
    checked_on: str = ""
    note: str = field(default="", repr=False)
    hidden: bool = False
    edited: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The person's own agreement about supervision, which the notices go by. Days and minutes.

    ``expectations`` are the ids of those that hold for them, the one whose arithmetic counts first; ``no_notices`` the
    ids of notices switched off; ``month_target`` their own minimum of creditable minutes, if any.
    """

    gap_days: int = 14
    whole_list_days: int = 28
    month_target: int | None = None
    expectations: tuple[str, ...] = ()
    no_notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeChoices:
    """What the person switched on. Everything in it is off until then.

    ``measures`` are the ids of released measures turned on; ``region`` chooses the signposts shown first.
    """

    measures: tuple[str, ...] = ()
    core_conditions: bool = False
    on_this_day: bool = False
    client_word: str = field(default="client", repr=False)
    region: str = "UK"


@dataclass(frozen=True, slots=True)
class DayWritten:
    """How much was written about one day."""

    day: dt.date
    entries: int
    words: int


@dataclass(frozen=True, slots=True)
class RatedDay:
    """The marks of the core conditions that one entry carries."""

    day: dt.date
    congruence: int | None = None
    upr: int | None = None
    empathy: int | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """The journal in the person's own numbers; nothing in it is a target.

    ``by_kind`` is ``(kind, entries, words)``, ``by_month`` ``(first day of the month, entries, words)``.
    """

    entries: int = 0
    words: int = 0
    days_written: int = 0
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    by_kind: tuple[tuple[str, int, int], ...] = ()
    by_month: tuple[tuple[dt.date, int, int], ...] = ()
    sessions_held: int = 0
    check_ins: int = 0
    agenda_raised: int = 0
    agenda_closed: int = 0
