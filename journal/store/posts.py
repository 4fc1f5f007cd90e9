"""Posts, kept so that a review can be left and taken up again, and the log of what left the journal."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from journal.errors import NotFound
from journal.model import Change, ExportRecord, Part, Post, PostHeading, Reason, Source
from journal.store.connection import Connection
from journal.store.rows import from_ms, storable, to_id, to_ms
from journal.store.sql import Row, Sql

#: Table -> the columns that hold one item each of a post's lists, in their order.
_LISTS = {
    "post_source": ("entry", "revision", "start", "end"),
    "post_part": ("part", "start", "end"),
    "post_change": ("start", "end", "new_text", "reason", "kind", "treatment", "decided_by"),
    "post_stand_in": ("entity", "words"),
    "post_date_offset": ("entity", "days"),
    "post_answer": ("question", "answer"),
}
_EXPORT = "id, at, format, folder, file_name, sha256, decided, kept, decided_by, unanswered"


class Posts:
    """All posts of one open journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock

    def save(self, post: Post) -> Post:
        """Store a post, new or changed, in one transaction; only the lists that differ are written.

        Times and exports are the store's own: ``created_at``, ``changed_at`` and ``exports`` of what is given are not
        looked at. Nothing is written when nothing changed.
        """
        post = _cleaned(post)
        now = to_ms(self._clock())
        with self._connection.read() as sql:
            row = sql.one("SELECT seq, base FROM post WHERE id = ?", post.id.bytes)
            before = _lists_of(sql, row[0]) if row else None
        lists = _lists(post)
        if row and row[1] == post.base and lists == before:
            return self.get(post.id)
        with self._connection.write() as sql:
            if row:
                seq = int(row[0])
                sql.run(
                    "UPDATE post SET title = ?, changed_at = ?, device = ? WHERE seq = ?",
                    shown_title(post),
                    now,
                    self._device.bytes,
                    seq,
                )
                if row[1] != post.base:
                    sql.run("UPDATE post SET base = ? WHERE seq = ?", post.base, seq)
            else:
                seq = sql.add(
                    "INSERT INTO post (id, title, base, made_at, changed_at, device) VALUES (?, ?, ?, ?, ?, ?)",
                    post.id.bytes,
                    shown_title(post),
                    post.base,
                    now,
                    now,
                    self._device.bytes,
                )
            for table, items in lists.items():
                if before is None or before[table] != items:
                    _write_list(sql, table, seq, items)
        return self.get(post.id)

    def get(self, post_id: UUID) -> Post:
        """One post with its export log. Raises ``NotFound``."""
        with self._connection.read() as sql:
            row = sql.one("SELECT seq, base, made_at, changed_at FROM post WHERE id = ?", post_id.bytes)
            if row is None:
                raise NotFound(what="post")
            lists = _lists_of(sql, row[0])
            exports = _exports(sql, "WHERE post = ?", post_id.bytes)
        return Post(
            id=post_id,
            sources=tuple(Source(to_id(item[0]), to_id(item[1]), *item[2:]) for item in lists["post_source"]),
            base=row[1],
            parts=tuple((Part(item[0]), item[1], item[2]) for item in lists["post_part"]),
            changes=tuple(
                Change(item[0], item[1], item[2], Reason(item[3]), *item[4:]) for item in lists["post_change"]
            ),
            stand_ins=tuple((item[0], item[1]) for item in lists["post_stand_in"]),
            date_offsets=tuple((item[0], item[1]) for item in lists["post_date_offset"]),
            answers=tuple((item[0], item[1]) for item in lists["post_answer"]),
            created_at=from_ms(row[2]),
            changed_at=from_ms(row[3]),
            exports=exports,
        )

    def list(self) -> tuple[PostHeading, ...]:
        """All posts, the one changed last first."""
        with self._connection.read() as sql:
            rows = sql.all(
                "SELECT id, title, made_at, changed_at, (SELECT count(*) FROM export WHERE export.post = post.id)"
                " FROM post ORDER BY changed_at DESC, seq DESC"
            )
        return tuple(PostHeading(to_id(row[0]), row[1], from_ms(row[2]), from_ms(row[3]), row[4]) for row in rows)

    def made_from(self, entry_id: UUID) -> tuple[UUID, ...]:
        """The posts that copied text from an entry: deleting the entry does not delete their copy."""
        with self._connection.read() as sql:
            rows = sql.all(
                "SELECT DISTINCT post.id FROM post_source JOIN post ON post.seq = post_source.post WHERE entry = ?",
                entry_id.bytes,
            )
        return tuple(to_id(row[0]) for row in rows)

    def delete(self, post_id: UUID) -> None:
        """Remove a post. What the log says of its exports stays: it tells which files exist. Raises ``NotFound``."""
        with self._connection.write() as sql:
            if not sql.run("DELETE FROM post WHERE id = ?", post_id.bytes):
                raise NotFound(what="post")
            sql.run("UPDATE place SET post = NULL WHERE post = ?", post_id.bytes)
            sql.run(
                "INSERT OR IGNORE INTO tombstone (id, what, at, device) VALUES (?, 'post', ?, ?)",
                post_id.bytes,
                to_ms(self._clock()),
                self._device.bytes,
            )
        self._connection.checkpoint()

    def add_export(self, post_id: UUID, record: ExportRecord) -> None:
        """Log that a post left the journal. Raises ``NotFound``."""
        with self._connection.write() as sql:
            if sql.one("SELECT 1 FROM post WHERE id = ?", post_id.bytes) is None:
                raise NotFound(what="post")
            sql.run(
                f"INSERT INTO export (post, device, {_EXPORT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                post_id.bytes,
                self._device.bytes,
                record.id.bytes,
                to_ms(record.at),
                record.format,
                storable(record.folder),
                storable(record.file_name),
                record.sha256,
                record.decided,
                record.kept,
                record.decided_by,
                json.dumps(record.unanswered),
            )

    def exports(self) -> tuple[ExportRecord, ...]:
        """The whole log, the latest first, of posts that were deleted since too."""
        with self._connection.read() as sql:
            return _exports(sql, "", newest_first=True)


def shown_title(post: Post) -> str:
    """The title as the changes leave it."""
    start, end = post.span(Part.TITLE)
    text, at = "", start
    for change in post.changes:
        # what is typed at the edge of an empty title belongs to its neighbour
        if start < end and start <= change.start and change.end <= end:
            text += post.base[at : change.start] + change.new_text
            at = change.end
    return text + post.base[at:end]


def _lists(post: Post) -> dict[str, list[Row]]:
    return {
        "post_source": [(s.entry_id.bytes, s.revision.bytes, s.start, s.end) for s in post.sources],
        "post_part": [(part.value, start, end) for part, start, end in post.parts],
        "post_change": [
            (c.start, c.end, c.new_text, c.reason.value, c.kind, c.treatment, c.decided_by) for c in post.changes
        ],
        "post_stand_in": list(post.stand_ins),
        "post_date_offset": list(post.date_offsets),
        "post_answer": list(post.answers),
    }


def _lists_of(sql: Sql, seq: int) -> dict[str, list[Row]]:
    return {
        table: sql.all(f"SELECT {_named(columns)} FROM {table} WHERE post = ? ORDER BY position", seq)  # noqa: S608
        for table, columns in _LISTS.items()
    }


def _write_list(sql: Sql, table: str, seq: int, items: Sequence[Row]) -> None:
    columns = _LISTS[table]
    marks = ", ".join("?" * (len(columns) + 2))
    sql.run(f"DELETE FROM {table} WHERE post = ?", seq)  # noqa: S608 - names of ours
    sql.many(
        f"INSERT INTO {table} (post, position, {_named(columns)}) VALUES ({marks})",  # noqa: S608
        [(seq, position, *item) for position, item in enumerate(items)],
    )


def _named(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _exports(sql: Sql, where: str, *values: object, newest_first: bool = False) -> tuple[ExportRecord, ...]:
    order = "at DESC, seq DESC" if newest_first else "at, seq"
    rows = sql.all(f"SELECT {_EXPORT} FROM export {where} ORDER BY {order}", *values)  # noqa: S608 - names of ours
    return tuple(map(_export, rows))


def _export(row: Row) -> ExportRecord:
    key, at, kind, folder, file_name, sha256, decided, kept, decided_by, unanswered = row
    return ExportRecord(
        id=to_id(key),
        at=from_ms(at),
        format=kind,
        folder=folder,
        file_name=file_name,
        sha256=sha256,
        decided=decided,
        kept=kept,
        decided_by=decided_by,
        unanswered=tuple(json.loads(unanswered)),
    )


def _cleaned(post: Post) -> Post:
    return replace(
        post,
        base=storable(post.base),
        changes=tuple(replace(change, new_text=storable(change.new_text)) for change in post.changes),
        stand_ins=tuple((entity, storable(words)) for entity, words in post.stand_ins),
        answers=tuple((question, storable(answer)) for question, answer in post.answers),
    )
