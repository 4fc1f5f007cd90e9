"""The values that flow through the house: entries, drafts, revisions, names, posts. All frozen.

Offsets count Unicode code points and are half-open, ``[start, end)``. Times are aware and in UTC; a day is the day
an entry is about, in the writer's own calendar. Fields with words that a person typed are kept out of ``repr``.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field
from uuid import UUID

from journal.errors import Fact

#: The ids of ``resources/prompts/prompts.toml``; an entry is of exactly one kind.
KINDS = ("relationship", "supervisee", "supervisor", "wellbeing", "dilemma", "free")

#: Rogers' three core conditions, as prompt ids; the ones an entry may carry a mark for.
CORE_CONDITIONS = ("congruence", "upr", "empathy")


@dataclass(frozen=True, slots=True)
class Ratings:
    """How far the writer felt they met each core condition, 0 to 10; ``None`` where they chose not to say."""

    congruence: int | None = None
    upr: int | None = None
    empathy: int | None = None


@dataclass(frozen=True, slots=True)
class PersonLink:
    """An entry is about a person of the register; ``session`` counts from 1."""

    name_id: UUID
    session: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaFlag:
    """A sentence, or with ``start == end`` the whole entry, to bring to supervision.

    ``anchor`` repeats the flagged words so that the place can be found again after editing.
    """

    id: UUID
    start: int
    end: int
    anchor: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """The unsaved text of an entry, as the editor holds it. ``id`` is ``None`` until it was stored once."""

    id: UUID | None
    kind: str
    title: str = field(repr=False)
    body: str = field(repr=False)
    day: dt.date
    tags: tuple[str, ...] = field(default=(), repr=False)
    star: bool = False
    people: tuple[PersonLink, ...] = ()
    ratings: Ratings = Ratings()
    prompts: tuple[str, ...] = ()
    agenda: tuple[AgendaFlag, ...] = ()
    keep_until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One stored reflection. ``revision`` names its current text."""

    id: UUID
    revision: UUID
    kind: str
    title: str = field(repr=False)
    body: str = field(repr=False)
    day: dt.date
    written_at: dt.datetime
    changed_at: dt.datetime
    tags: tuple[str, ...] = field(default=(), repr=False)
    star: bool = False
    people: tuple[PersonLink, ...] = ()
    ratings: Ratings = Ratings()
    prompts: tuple[str, ...] = ()
    agenda: tuple[AgendaFlag, ...] = ()
    keep_until: dt.date | None = None
    trashed_at: dt.datetime | None = None

    def draft(self) -> Draft:
        """The entry as an editor takes it up."""
        return Draft(
            id=self.id,
            kind=self.kind,
            title=self.title,
            body=self.body,
            day=self.day,
            tags=self.tags,
            star=self.star,
            people=self.people,
            ratings=self.ratings,
            prompts=self.prompts,
            agenda=self.agenda,
            keep_until=self.keep_until,
        )


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier text of an entry."""

    id: UUID
    entry_id: UUID
    parents: tuple[UUID, ...]
    device: UUID
    at: dt.datetime
    title: str = field(repr=False)
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """The earlier words of a row of the practice side: ``(field, text)`` of every field that a person writes in."""

    id: UUID
    row_id: UUID
    parents: tuple[UUID, ...]
    device: UUID
    at: dt.datetime
    words: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry as a list shows it, without its body."""

    id: UUID
    kind: str
    title: str = field(repr=False)
    excerpt: str = field(repr=False)
    day: dt.date
    written_at: dt.datetime
    star: bool = False
    words: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries a list or a search shows. Empty fields do not restrict; days are inclusive."""

    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = field(default=(), repr=False)
    star: bool | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """How a list falls into months: ``(year, month, entries)``, newest first; ``place`` is the row of an entry in it.

    ``place`` counts from 0 and is ``None`` where the entry is not in the list, or none was asked for.
    """

    months: tuple[tuple[int, int, int], ...] = ()
    place: int | None = None


class Order(enum.Enum):
    """How search results are ordered."""

    NEWEST = "newest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result: ``snippet`` is plain text and ``marks`` the places in it that matched."""

    heading: Heading
    snippet: str = field(repr=False)
    marks: tuple[tuple[int, int], ...] = ()
    title_marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many entries carry it."""

    name: str = field(repr=False)
    entries: int = 0


class NameKind(enum.Enum):
    """What a name in the register belongs to."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A person, place or organisation of the register, with the private code that stands for it.

    ``role`` is free text (client, supervisor, colleague, partner, employer, …).
    """

    id: UUID
    name: str = field(repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    role: str = field(default="", repr=False)
    code: str = field(default="", repr=False)
    kind: NameKind = NameKind.PERSON
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AuthorProfile:
    """What would give the writer away; every word is optional and looked for in each post."""

    name: str = field(default="", repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    employer: str = field(default="", repr=False)
    job_title: str = field(default="", repr=False)
    places: tuple[str, ...] = field(default=(), repr=False)
    hidden: tuple[str, ...] = field(default=(), repr=False)


class Part(enum.Enum):
    """The parts of a post that a reader will see; each passes the same review, for titles identify too."""

    TITLE = "title"
    CATEGORY = "category"
    TAGS = "tags"
    BODY = "body"  # with the list of references, kept as written
    BYLINE = "byline"
    NOTES = "notes"  # closing notes, such as that details have been changed
    HELP = "help"  # where to find help


@dataclass(frozen=True, slots=True)
class Source:
    """The stretch of an entry that a post was copied from."""

    entry_id: UUID
    revision: UUID
    start: int
    end: int


class Reason(enum.Enum):
    """Why a stretch of a post's base was changed, or kept."""

    ACCEPTED = "accepted"  # the proposal was taken
    WORDED = "worded"  # replaced by the person's own words
    KEPT = "kept"  # looked at and left as it is; new_text is the base's own
    EDITED = "edited"  # a free edit, not an answer to a finding
    ASKED = "asked"  # to be put into other words; new_text is a bracketed placeholder, and nothing is decided
    FLAGGED = "flagged"  # a person says that this identifies someone; new_text is the base's own, nothing is decided


@dataclass(frozen=True, slots=True)
class Change:
    """One decided stretch of a post's base. ``kind`` is the finding's kind id, empty for a free edit.

    ``decided_by`` is ``person`` or ``command``; ``treatment`` is an id of ``resources/anonymise/treatments.toml``.
    """

    start: int
    end: int
    new_text: str = field(repr=False)
    reason: Reason
    kind: str = ""
    treatment: str = ""
    decided_by: str = "person"


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """That a post left the journal: when, as what, with what said of it. ``folder`` is where the file was put."""

    id: UUID
    at: dt.datetime
    format: str
    folder: str = field(repr=False)
    file_name: str = field(repr=False)
    sha256: str
    decided: int
    kept: int
    decided_by: str
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """What is exported: a copied ``base`` and ordered, non-overlapping changes over it.

    ``base`` holds all parts, one after another, with ``parts`` telling where each lies; the text between two parts is
    a blank line and belongs to none. A change never crosses a part's border. What the reader will see is always
    ``base`` with its changes applied. ``stand_ins`` maps an entity's id to the words that stand for it in this post;
    ``date_offsets`` an entity's id to days; ``answers`` a checklist question's id to the answer given.
    """

    id: UUID
    sources: tuple[Source, ...]
    base: str = field(repr=False)
    parts: tuple[tuple[Part, int, int], ...]
    changes: tuple[Change, ...] = ()
    stand_ins: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    date_offsets: tuple[tuple[str, int], ...] = field(default=(), repr=False)
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    created_at: dt.datetime = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    changed_at: dt.datetime = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    exports: tuple[ExportRecord, ...] = ()

    def span(self, part: Part) -> tuple[int, int]:
        """Where a part lies in ``base``; an empty part has ``start == end``."""
        for name, start, end in self.parts:
            if name is part:
                return start, end
        return 0, 0


@dataclass(frozen=True, slots=True)
class PostHeading:
    """A post as a list shows it."""

    id: UUID
    title: str = field(repr=False)
    created_at: dt.datetime
    changed_at: dt.datetime
    exports: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was when the journal locked: page name, entry, caret position in code points."""

    page: str = ""
    entry_id: UUID | None = None
    caret: int = 0
    post_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """Counts and dates for status lines; nothing that a person wrote."""

    entries: int = 0
    generation: int = 0
    last_backup_at: dt.datetime | None = None
    last_check_at: dt.datetime | None = None
    last_check_ok: bool | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be told after unlocking; the words for ``code`` belong to who shows it."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a full check found. ``page`` is the first damaged page, 0 where none is known."""

    ok: bool
    page: int = 0


@dataclass(frozen=True, slots=True)
class CameBack:
    """The answer to a matter as one text, and the revision of the matter's words that it was read from."""

    revision: UUID
    text: str = field(repr=False)
