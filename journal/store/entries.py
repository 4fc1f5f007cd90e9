"""Entries: saved, finished, found again, thrown away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from journal.errors import AlreadyThere, BadInput, NotFound
from journal.ids import new_id
from journal.model import Draft, Entry, Filter, Heading, Outline, Revision, Tag
from journal.store import entry_rows, links, revisions, search_rows, timeline
from journal.store.connection import Connection
from journal.store.entry_rows import Stored
from journal.store.facts import scrub_is_due, set_scrub_due
from journal.store.rows import storable, to_id, to_ms
from journal.store.sql import Sql
from journal.store.timeline import Cursor, Page


class Entries:
    """All entries of one open journal. ``device`` is this computer's id; ``clock`` gives aware UTC times."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock

    def save(self, draft: Draft) -> Entry:
        """Store a draft in one transaction and return the entry as it now is; writes nothing when nothing changed.

        A changed text gets a new ``revision``. The text before is kept as an earlier one when it was finished, when
        writing paused, or when the stretch of writing grew long; otherwise it is replaced.

        Raises:
            NotFound: there is no such entry, or a person is not in the register.
            BadInput: see ``entry_rows.cleaned``.
        """
        draft = entry_rows.cleaned(draft)
        with self._connection.read() as sql:
            draft = replace(draft, tags=links.spelt(sql, draft.tags))
            stored = None if draft.id is None else entry_rows.load(sql, draft.id)
        if stored is not None and stored.entry.draft() == draft:
            return stored.entry
        now = self._now()
        entry_id = new_id(now) if draft.id is None else draft.id
        with self._connection.write() as sql:
            if stored is None:
                entry_rows.insert(sql, draft, entry_id, written_ms=now, now_ms=now, device=self._device)
            else:
                self._update(sql, stored, draft, now)
            return entry_rows.load(sql, entry_id).entry

    def add_many(self, drafts: Iterable[Draft], written_at: Iterable[dt.datetime] | None = None) -> tuple[UUID, ...]:
        """Store new entries in one transaction, for an import; all of them or none. Can be interrupted.

        A draft's ``id`` is kept where it has one. ``written_at`` gives when each was written; the clock's now if not
        given. Their revisions are closed.

        Raises:
            AlreadyThere: the journal has an entry of that id.
            NotFound, BadInput: as for ``save``.
        """
        now = self._now()
        times = None if written_at is None else iter(written_at)
        added: list[UUID] = []
        with self._connection.write(interruptible=True) as sql, search_rows.together(sql):
            for given in drafts:
                draft = entry_rows.cleaned(given)
                draft = replace(draft, tags=links.spelt(sql, draft.tags))
                written = now if times is None else to_ms(next(times))
                # ids that rise with the entries keep their index in few pages
                entry_id = new_id(written) if draft.id is None else draft.id
                if draft.id is not None and sql.one("SELECT 1 FROM entry WHERE id = ?", entry_id.bytes):
                    raise AlreadyThere(what="entry")
                entry_rows.insert(sql, draft, entry_id, written_ms=written, now_ms=now, device=self._device)
                added.append(entry_id)
            _close_revisions(sql)
        return tuple(added)

    def finish(self, entry_id: UUID) -> None:
        """Close the entry's revision: the next changed text leaves this one in the chain. Raises ``NotFound``."""
        with self._connection.read() as sql:
            row = sql.one("SELECT revision_open FROM entry WHERE id = ?", entry_id.bytes)
        if row is None:
            raise NotFound(what="entry")
        if row[0]:
            with self._connection.write() as sql:
                sql.run("UPDATE entry SET revision_open = 0 WHERE id = ?", entry_id.bytes)

    def finish_all(self) -> None:
        """Close every open revision, when the journal locks."""
        with self._connection.read() as sql:
            if sql.one("SELECT 1 FROM entry WHERE revision_open = 1") is None:
                return
        with self._connection.write() as sql:
            _close_revisions(sql)

    def get(self, entry_id: UUID) -> Entry:
        """One entry, in the trash or not. Raises ``NotFound``."""
        with self._connection.read() as sql:
            return entry_rows.load(sql, entry_id).entry

    def count(self, wanted: Filter) -> int:
        """How many entries pass the filter."""
        with self._connection.read() as sql:
            return timeline.count(sql, wanted)

    def outline(self, wanted: Filter, entry_id: UUID | None = None) -> Outline:
        """How the list falls into months, and where in it an entry stands."""
        with self._connection.read() as sql:
            return timeline.outline(sql, wanted, entry_id)

    def window(self, wanted: Filter, offset: int, limit: int) -> tuple[Heading, ...]:
        """``limit`` headings from place ``offset`` on, newest first."""
        with self._connection.read() as sql:
            return timeline.window(sql, wanted, offset, limit)

    def timeline(self, wanted: Filter, after: Cursor | None, limit: int) -> Page:
        """The next page after a place, newest first."""
        with self._connection.read() as sql:
            return timeline.page(sql, wanted, after, limit)

    def neighbours(self, entry_id: UUID) -> tuple[UUID | None, UUID | None]:
        """The entries just newer and just older. Raises ``NotFound``."""
        with self._connection.read() as sql:
            return timeline.neighbours(sql, entry_id)

    def days_with_entries(self, month: dt.date) -> tuple[dt.date, ...]:
        """The days of the month that an entry is about."""
        with self._connection.read() as sql:
            return timeline.days_with_entries(sql, month)

    def tags(self) -> tuple[Tag, ...]:
        """Every tag in use, by name."""
        with self._connection.read() as sql:
            return links.all_tags(sql)

    def rename_tag(self, old: str, new: str) -> None:
        """Spell a tag anew on every entry; joins the two where ``new`` exists.

        Raises:
            NotFound: no entry carries ``old``.
            BadInput: ``new`` is empty.
        """
        name = storable(new).strip()
        if not name:
            raise BadInput(what="tag", reason="empty")
        with self._connection.write() as sql:
            links.rename_tag(sql, old, name, self._now(), self._device)

    def revisions(self, entry_id: UUID) -> tuple[Revision, ...]:
        """The earlier texts of an entry, newest first."""
        with self._connection.read() as sql:
            return revisions.of_entry(sql, entry_id)

    def restore(self, revision_id: UUID) -> Entry:
        """Make an earlier text the current one again; the present text is kept in the chain. Raises ``NotFound``."""
        now = self._now()
        with self._connection.write() as sql:
            earlier = revisions.load(sql, revision_id)
            stored = entry_rows.load(sql, earlier.entry_id)
            if (stored.entry.title, stored.entry.body) != (earlier.title, earlier.body):
                self._change_text(sql, stored, earlier.title, earlier.body, now, close_first=True)
            return entry_rows.load(sql, earlier.entry_id).entry

    def trash(self, entry_id: UUID) -> None:
        """Take an entry out of the timeline; it keeps everything. Raises ``NotFound``."""
        now = self._now()
        self._set_trashed(entry_id, now, now)

    def untrash(self, entry_id: UUID) -> None:
        """Put an entry back into the timeline. Raises ``NotFound``."""
        self._set_trashed(entry_id, None, self._now())

    def delete_for_good(self, *entry_ids: UUID) -> None:
        """Remove entries with every earlier text and every search row, then ``scrub``. A tombstone of the id stays.

        Posts that were copied from an entry keep their own text (``Posts.made_from`` names them). Takes seconds in a
        long journal. If the clean-up fails or is interrupted the entry is gone all the same, and ``scrub`` goes on.

        Raises:
            NotFound: one of them is not there; nothing was removed.
        """
        now = self._now()
        with self._connection.write() as sql:
            for entry_id in entry_ids:
                if not sql.run("DELETE FROM entry WHERE id = ?", entry_id.bytes):
                    raise NotFound(what="entry")
                sql.run("UPDATE place SET entry = NULL, caret = 0 WHERE entry = ?", entry_id.bytes)
                sql.run(
                    "INSERT OR IGNORE INTO tombstone (id, what, at, device) VALUES (?, 'entry', ?, ?)",
                    entry_id.bytes,
                    now,
                    self._device.bytes,
                )
            links.drop_unused_tags(sql)
            set_scrub_due(sql, True)
        self.scrub()

    def empty_trash(self) -> int:
        """Delete for good what lies in the trash; returns how many entries."""
        with self._connection.read() as sql:
            ids = [to_id(row[0]) for row in sql.all("SELECT id FROM entry WHERE trashed_at IS NOT NULL")]
        if ids:
            self.delete_for_good(*ids)
        return len(ids)

    def scrub(self) -> None:
        """Finish what a deletion began, if anything is left to do: no index block and no free page keeps a word.

        Called by ``delete_for_good``, and after an unlock, in case the last time was cut off.
        """
        with self._connection.read() as sql:
            if not scrub_is_due(sql):
                return
        with self._connection.write(interruptible=True) as sql:
            search_rows.optimise(sql)
        self._connection.vacuum()
        with self._connection.write() as sql:
            set_scrub_due(sql, False)
        self._connection.checkpoint()

    def _now(self) -> int:
        return to_ms(self._clock())

    def _update(self, sql: Sql, stored: Stored, draft: Draft, now: int) -> None:
        if (stored.entry.title, stored.entry.body) != (draft.title, draft.body):
            self._change_text(sql, stored, draft.title, draft.body, now)
        if replace(draft, title="", body="") != replace(stored.entry.draft(), title="", body=""):
            entry_rows.set_details(sql, stored, draft, now, self._device)

    def _change_text(
        self, sql: Sql, stored: Stored, title: str, body: str, now: int, *, close_first: bool = False
    ) -> None:
        closed = close_first or revisions.is_closed(stored, now, self._device)
        kept = closed and revisions.keep(sql, stored)
        entry_rows.set_text(
            sql,
            stored,
            title,
            body,
            revision=new_id(now),
            parents=stored.entry.revision.bytes if kept else stored.parents,
            opened_ms=now if closed else stored.opened_at,
            now_ms=now,
            device=self._device,
        )

    def _set_trashed(self, entry_id: UUID, trashed_ms: int | None, now: int) -> None:
        with self._connection.write() as sql:
            changed = sql.run(
                "UPDATE entry SET trashed_at = ?, changed_at = ?, device = ?, revision_open = 0 WHERE id = ?",
                trashed_ms,
                now,
                self._device.bytes,
                entry_id.bytes,
            )
            if not changed:
                raise NotFound(what="entry")


def _close_revisions(sql: Sql) -> None:
    sql.run("UPDATE entry SET revision_open = 0 WHERE revision_open = 1")
