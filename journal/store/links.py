"""What hangs on an entry's row: tags, people, prompts answered, agenda flags. Each kept in the order it was given."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from journal.errors import NotFound
from journal.ids import new_id
from journal.model import AgendaFlag, PersonLink, Tag
from journal.store.flags import follow, without_removed
from journal.store.rows import key_of, to_id
from journal.store.sql import Sql


def spelt(sql: Sql, tags: Sequence[str]) -> tuple[str, ...]:
    """The tags as the journal already spells them, without empty and doubled ones."""
    wanted: dict[str, str] = {}
    for tag in filter(None, (tag.strip() for tag in tags)):
        wanted.setdefault(key_of(tag), tag)
    found: list[str] = []
    for key, tag in wanted.items():
        row = sql.one("SELECT name FROM tag WHERE name_key = ?", key)
        found.append(row[0] if row else tag)
    return tuple(found)


def tags_of(sql: Sql, seq: int) -> tuple[str, ...]:
    """An entry's tags."""
    rows = sql.all("SELECT name FROM entry_tag JOIN tag ON tag.seq = tag WHERE entry = ? ORDER BY position", seq)
    return tuple(row[0] for row in rows)


def people_of(sql: Sql, seq: int) -> tuple[PersonLink, ...]:
    """The people an entry is about."""
    rows = sql.all(
        "SELECT id, session FROM entry_person JOIN known_name ON known_name.seq = entry_person.name"
        " WHERE entry = ? ORDER BY position",
        seq,
    )
    return tuple(PersonLink(to_id(row[0]), row[1]) for row in rows)


def prompts_of(sql: Sql, seq: int) -> tuple[str, ...]:
    """The prompts an entry answers."""
    return tuple(row[0] for row in sql.all("SELECT prompt FROM entry_prompt WHERE entry = ? ORDER BY position", seq))


def agenda_of(sql: Sql, seq: int) -> tuple[AgendaFlag, ...]:
    """What an entry brings to supervision."""
    rows = sql.all(
        'SELECT id, "start", "end", anchor, note FROM agenda_flag WHERE entry = ? ORDER BY position',
        seq,
    )
    return tuple(AgendaFlag(to_id(row[0]), *row[1:]) for row in rows)


def set_tags(sql: Sql, seq: int, tags: Sequence[str], now_ms: int, device: UUID) -> None:
    """Give an entry these tags and no others; new ones are made, those that nobody carries any more go."""
    left = sql.run("DELETE FROM entry_tag WHERE entry = ?", seq)
    for position, name in enumerate(tags):
        key = key_of(name)
        row = sql.one("SELECT seq FROM tag WHERE name_key = ?", key)
        tag = row[0] if row else _add_tag(sql, name, key, now_ms, device)
        sql.run("INSERT INTO entry_tag (entry, position, tag) VALUES (?, ?, ?)", seq, position, tag)
    if left:
        drop_unused_tags(sql)


def drop_unused_tags(sql: Sql) -> None:
    """A tag can name somebody: it does not outlive its last entry."""
    sql.run("DELETE FROM tag WHERE NOT EXISTS (SELECT 1 FROM entry_tag WHERE entry_tag.tag = tag.seq)")


def set_people(sql: Sql, seq: int, people: Sequence[PersonLink]) -> None:
    """Raises ``NotFound`` for a person who is not in the register."""
    sql.run("DELETE FROM entry_person WHERE entry = ?", seq)
    for position, link in enumerate(people):
        name = sql.one("SELECT seq FROM known_name WHERE id = ?", link.name_id.bytes)
        if name is None:
            raise NotFound(what="name")
        sql.run(
            "INSERT INTO entry_person (entry, position, name, session) VALUES (?, ?, ?, ?)",
            seq,
            position,
            name[0],
            link.session,
        )


def set_prompts(sql: Sql, seq: int, prompts: Sequence[str]) -> None:
    """Note which prompts the entry answers."""
    sql.run("DELETE FROM entry_prompt WHERE entry = ?", seq)
    sql.many(
        "INSERT INTO entry_prompt (entry, position, prompt) VALUES (?, ?, ?)",
        [(seq, *pair) for pair in enumerate(prompts)],
    )


def set_agenda(sql: Sql, seq: int, agenda: Sequence[AgendaFlag], now_ms: int, device: UUID) -> None:
    """Note what the entry brings to supervision, and give each flag its place on the agenda."""
    flags = without_removed(sql, agenda)
    sql.run("DELETE FROM agenda_flag WHERE entry = ?", seq)
    sql.many(
        'INSERT INTO agenda_flag (id, entry, position, "start", "end", anchor, note) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [(flag.id.bytes, seq, at, flag.start, flag.end, flag.anchor, flag.note) for at, flag in enumerate(flags)],
    )
    follow(sql, seq, flags, now_ms, device)


def all_tags(sql: Sql) -> tuple[Tag, ...]:
    """Every tag of an entry outside the trash, with how many carry it, by name."""
    # all are counted in the index of tags, then the few in the trash taken off: no entry's row is read
    rows = sql.all(
        "SELECT tag.name, used.entries - coalesce(trashed.entries, 0) FROM tag"
        " JOIN (SELECT tag, count(*) AS entries FROM entry_tag GROUP BY tag) AS used ON used.tag = tag.seq"
        " LEFT JOIN (SELECT tag, count(*) AS entries FROM entry CROSS JOIN entry_tag ON entry_tag.entry = entry.seq"
        " WHERE entry.trashed_at IS NOT NULL GROUP BY tag) AS trashed ON trashed.tag = tag.seq ORDER BY tag.name_key"
    )
    return tuple(Tag(row[0], row[1]) for row in rows if row[1])


def rename_tag(sql: Sql, old: str, new: str, now_ms: int, device: UUID) -> None:
    """Spell a tag anew everywhere; where ``new`` is another tag already, the two become one. Raises ``NotFound``."""
    row = sql.one("SELECT seq FROM tag WHERE name_key = ?", key_of(old.strip()))
    if row is None:
        raise NotFound(what="tag")
    other = sql.one("SELECT seq FROM tag WHERE name_key = ?", key_of(new))
    if other is None or other[0] == row[0]:
        sql.run(
            "UPDATE tag SET name = ?, name_key = ?, changed_at = ?, device = ? WHERE seq = ?",
            new,
            key_of(new),
            now_ms,
            device.bytes,
            row[0],
        )
        return
    sql.run(
        "DELETE FROM entry_tag WHERE tag = ? AND entry IN (SELECT entry FROM entry_tag WHERE tag = ?)", row[0], other[0]
    )
    sql.run("UPDATE entry_tag SET tag = ? WHERE tag = ?", other[0], row[0])
    drop_unused_tags(sql)


def _add_tag(sql: Sql, name: str, key: str, now_ms: int, device: UUID) -> int:
    return sql.add(
        "INSERT INTO tag (id, name, name_key, changed_at, device) VALUES (?, ?, ?, ?, ?)",
        new_id(now_ms).bytes,
        name,
        key,
        now_ms,
        device.bytes,
    )
