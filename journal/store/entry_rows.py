"""One entry between its value and its rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID

from journal.errors import BadInput, NotFound
from journal.ids import new_id
from journal.model import KINDS, Draft, Entry, Ratings
from journal.own_words import count_words, excerpt
from journal.store import links
from journal.store.rows import from_day, from_ms, maybe_from_ms, storable, to_day, to_id
from journal.store.sql import Sql


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as its rows have it, with what only the store needs to know."""

    seq: int
    entry: Entry
    parents: bytes
    revised_at: int
    revision_device: bytes
    open: bool
    opened_at: int


def cleaned(draft: Draft) -> Draft:
    """The draft as it can be stored.

    Raises:
        BadInput: the kind is unknown, or a rating, a session or a flag lies outside its bounds.
    """
    if draft.kind not in KINDS:
        raise BadInput(what="kind", reason="unknown")
    ratings = (draft.ratings.congruence, draft.ratings.upr, draft.ratings.empathy)
    if any(rating is not None and not 0 <= rating <= 10 for rating in ratings):
        raise BadInput(what="ratings", reason="range")
    if any(link.session is not None and link.session < 1 for link in draft.people):
        raise BadInput(what="session", reason="range")
    if any(not 0 <= flag.start <= flag.end for flag in draft.agenda):
        raise BadInput(what="agenda", reason="range")
    return replace(
        draft,
        title=storable(draft.title),
        body=storable(draft.body),
        tags=tuple(storable(tag) for tag in draft.tags),
        prompts=tuple(storable(prompt) for prompt in draft.prompts),
        agenda=tuple(replace(flag, anchor=storable(flag.anchor), note=storable(flag.note)) for flag in draft.agenda),
    )


def load(sql: Sql, entry_id: UUID) -> Stored:
    """The entry with all that hangs on it. Raises ``NotFound``."""
    row = sql.one(
        "SELECT seq, revision, kind, title, body, day, written_at, changed_at, star, congruence, upr, empathy,"
        " keep_until, trashed_at, parents, revised_at, revision_device, revision_open, opened_at"
        " FROM entry JOIN entry_body USING (seq) WHERE id = ?",
        entry_id.bytes,
    )
    if row is None:
        raise NotFound(what="entry")
    seq = row[0]
    entry = Entry(
        id=entry_id,
        revision=to_id(row[1]),
        kind=row[2],
        title=row[3],
        body=row[4],
        day=dt.date.fromisoformat(row[5]),
        written_at=from_ms(row[6]),
        changed_at=from_ms(row[7]),
        tags=links.tags_of(sql, seq),
        star=bool(row[8]),
        people=links.people_of(sql, seq),
        ratings=Ratings(*row[9:12]),
        prompts=links.prompts_of(sql, seq),
        agenda=links.agenda_of(sql, seq),
        keep_until=to_day(row[12]),
        trashed_at=maybe_from_ms(row[13]),
    )
    return Stored(seq, entry, row[14], row[15], row[16], bool(row[17]), row[18])


def insert(sql: Sql, draft: Draft, entry_id: UUID, *, written_ms: int, now_ms: int, device: UUID) -> None:
    """Add a new entry; its first revision is open."""
    ratings = draft.ratings
    seq = sql.add(
        "INSERT INTO entry (id, kind, title, excerpt, words, day, written_at, changed_at, device, revision, parents,"
        " revised_at, revision_device, revision_open, opened_at, star, congruence, upr, empathy, keep_until)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, x'', ?, ?, 1, ?, ?, ?, ?, ?, ?)",
        entry_id.bytes,
        draft.kind,
        draft.title,
        excerpt(draft.body),
        count_words(draft.body),
        draft.day.isoformat(),
        written_ms,
        now_ms,
        device.bytes,
        new_id(now_ms).bytes,
        now_ms,
        device.bytes,
        now_ms,
        int(draft.star),
        ratings.congruence,
        ratings.upr,
        ratings.empathy,
        from_day(draft.keep_until),
    )
    sql.run("INSERT INTO entry_body (seq, body) VALUES (?, ?)", seq, draft.body)
    if draft.tags:
        links.set_tags(sql, seq, draft.tags, now_ms, device)
    if draft.people:
        links.set_people(sql, seq, draft.people)
    if draft.prompts:
        links.set_prompts(sql, seq, draft.prompts)
    if draft.agenda:
        links.set_agenda(sql, seq, draft.agenda, now_ms, device)


def set_text(
    sql: Sql,
    stored: Stored,
    title: str,
    body: str,
    *,
    revision: UUID,
    parents: bytes,
    opened_ms: int,
    now_ms: int,
    device: UUID,
) -> None:
    """Put another text into the entry's row, as an open revision. What is unchanged is not written."""
    if body != stored.entry.body:
        sql.run("UPDATE entry_body SET body = ? WHERE seq = ?", body, stored.seq)
        sql.run("UPDATE entry SET excerpt = ?, words = ? WHERE seq = ?", excerpt(body), count_words(body), stored.seq)
    if title != stored.entry.title:
        sql.run("UPDATE entry SET title = ? WHERE seq = ?", title, stored.seq)
    sql.run(
        "UPDATE entry SET revision = ?, parents = ?, revised_at = ?, revision_device = ?, revision_open = 1,"
        " opened_at = ?, changed_at = ?, device = ? WHERE seq = ?",
        revision.bytes,
        parents,
        now_ms,
        device.bytes,
        opened_ms,
        now_ms,
        device.bytes,
        stored.seq,
    )


def set_details(sql: Sql, stored: Stored, draft: Draft, now_ms: int, device: UUID) -> None:
    """Change what is not text: only the tables in which something differs are written."""
    kept, seq = stored.entry, stored.seq
    sql.run(
        "UPDATE entry SET kind = ?, day = ?, star = ?, congruence = ?, upr = ?, empathy = ?, keep_until = ?,"
        " changed_at = ?, device = ? WHERE seq = ?",
        draft.kind,
        draft.day.isoformat(),
        int(draft.star),
        draft.ratings.congruence,
        draft.ratings.upr,
        draft.ratings.empathy,
        from_day(draft.keep_until),
        now_ms,
        device.bytes,
        seq,
    )
    if draft.tags != kept.tags:
        links.set_tags(sql, seq, draft.tags, now_ms, device)
    if draft.people != kept.people:
        links.set_people(sql, seq, draft.people)
    if draft.prompts != kept.prompts:
        links.set_prompts(sql, seq, draft.prompts)
    if draft.agenda != kept.agenda:
        links.set_agenda(sql, seq, draft.agenda, now_ms, device)
