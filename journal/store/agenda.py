"""The agenda: what is brought to supervision and what came back, beside the flags that entries carry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from journal.errors import NotFound
from journal.model import CameBack
from journal.practice_model import AgendaItem
from journal.store import columns, kept
from journal.store.connection import Connection
from journal.store.flags import local_day
from journal.store.kept import Noun
from journal.store.rows import from_day, to_id, to_ms
from journal.store.sql import Sql

ITEM = Noun(
    "agenda_item",
    AgendaItem,
    (
        columns.text("title"),
        columns.text("why"),
        columns.text("want"),
        columns.flag("not_sure"),
        columns.code("how_soon"),
        columns.day("flagged_on"),
        columns.day("remind_on"),
        columns.link("entry", field="entry_id"),
        columns.link("about"),
        columns.link("session", field="session_id"),
        columns.text("said"),
        columns.text("changes"),
        columns.text("follow_up"),
        columns.day("follow_up_on"),
        columns.day("closed_on"),
    ),
)

#: What a matter may hang on: the column, the table whose row it names, and the word for one that is not there.
_LINKS = (("entry", "entry", "entry"), ("about", "known_name", "name"), ("session", "supervision", "supervision"))

#: An entry without a title is called by its first line, as in every list.
_EXTRA = (
    "coalesce(nullif(entry.title, ''), entry.excerpt), known_name.code,"
    ' flag."start", flag."end", flag.anchor, flag.note'
)
_JOINED = (
    "FROM agenda_item LEFT JOIN entry ON entry.id = agenda_item.entry"
    " LEFT JOIN known_name ON known_name.id = agenda_item.about"
    " LEFT JOIN agenda_flag AS flag ON flag.id = agenda_item.id"
)
#: A mere flag goes into the trash with its entry; a matter with words of its own stays on the agenda.
_SHOWN = "(entry.trashed_at IS NULL OR agenda_item.title || why || want || said || changes || follow_up <> '')"


class Agenda:
    """All matters of one open journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock

    def open(self) -> tuple[AgendaItem, ...]:
        """What waits, the longest waiting first."""
        return self._select(f"WHERE closed_on IS NULL AND {_SHOWN} ORDER BY flagged_on, agenda_item.seq")

    def closed(self) -> tuple[AgendaItem, ...]:
        """What was heard, the latest first."""
        return self._select(f"WHERE closed_on IS NOT NULL AND {_SHOWN} ORDER BY closed_on DESC, agenda_item.seq DESC")

    def get(self, item_id: UUID) -> AgendaItem:
        """One matter. Raises ``NotFound``."""
        found = self._select("WHERE agenda_item.id = ?", item_id.bytes)
        if not found:
            raise NotFound(what="agenda_item")
        return found[0]

    def came_back(self, item_id: UUID) -> CameBack:
        """What was said and what changes, a paragraph each, whichever there is. Raises ``NotFound``."""
        with self._connection.read() as sql:
            row = sql.one("SELECT revision, said, changes FROM agenda_item WHERE id = ?", item_id.bytes)
        if row is None:
            raise NotFound(what="agenda_item")
        revision, *words = row
        return CameBack(to_id(revision), "\n\n".join(text for one in words if (text := one.strip())))

    def save(self, item: AgendaItem) -> AgendaItem:
        """Store a matter; what it says of the entry's words is the flag's and not looked at.

        One that was just removed is put back, with its flag where the entry still has the words there.

        Raises:
            NotFound: its entry, person or meeting is not there.
        """
        now = self._clock()
        cells = ITEM.values(item)
        if item.flagged_on is None:
            cells["flagged_on"] = from_day(local_day(now))
        with self._connection.read() as sql:
            for column, table, what in _LINKS:
                _must_be_there(sql, table, cells[column], what)
            if item.id is not None and not kept.differs(sql, ITEM, item.id, cells):
                return self.get(item.id)
        with self._connection.write() as sql:
            if item.id is None or not kept.is_there(sql, ITEM, item.id):
                cells["flagged"] = int(_flagged_again(sql, item))
            key = kept.store(sql, ITEM, item.id, cells, now_ms=to_ms(now), device=self._device)
        return self.get(key)

    def remove(self, item_id: UUID) -> None:
        """Take a matter off the agenda for good, with its flag. Raises ``NotFound``."""
        with self._connection.write() as sql:
            kept.remove(sql, ITEM, item_id, now_ms=to_ms(self._clock()), device=self._device)
            sql.run("DELETE FROM agenda_flag WHERE id = ?", item_id.bytes)
        self._connection.checkpoint()

    def _select(self, rest: str, *values: object) -> tuple[AgendaItem, ...]:
        with self._connection.read() as sql:
            rows = sql.all(f"SELECT agenda_item.id, {_EXTRA}, {ITEM.names} {_JOINED} {rest}", *values)
        return tuple(map(_item, rows))


def _item(row: Sequence[Any]) -> AgendaItem:
    key, title, code, start, end, anchor, note = row[:7]
    item: AgendaItem = ITEM.taken(
        to_id(key),
        row[7:],
        entry_title=(title or "").partition("\n")[0],
        code=code or "",
        start=start or 0,
        end=end or 0,
        anchor=anchor or "",
    )
    # what was noted in the editor counts until the person writes more
    return replace(item, why=item.why or note or "")


def _flagged_again(sql: Sql, item: AgendaItem) -> bool:
    """Puts back the flag that a removed matter had, if its words still stand where they stood."""
    if item.id is None or item.entry_id is None or not item.anchor:
        return False
    row = sql.one("SELECT seq, body FROM entry JOIN entry_body USING (seq) WHERE id = ?", item.entry_id.bytes)
    if row is None or row[1][item.start : item.end] != item.anchor:
        return False
    sql.run(
        'INSERT INTO agenda_flag (id, entry, position, "start", "end", anchor, note)'
        " SELECT ?, ?, coalesce(max(position), -1) + 1, ?, ?, ?, '' FROM agenda_flag WHERE entry = ?",
        item.id.bytes,
        row[0],
        item.start,
        item.end,
        item.anchor,
        row[0],
    )
    return True


def _must_be_there(sql: Sql, table: str, key: object, what: str) -> None:
    if key is not None and sql.one(f"SELECT 1 FROM {table} WHERE id = ?", key) is None:  # noqa: S608 - names of ours
        raise NotFound(what=what)
