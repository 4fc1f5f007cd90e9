"""The register of people, places and organisations, and what would give the writer away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from journal.errors import AlreadyThere, BadInput, NotFound
from journal.model import AuthorProfile, KnownName, NameKind
from journal.store.connection import Connection
from journal.store.rows import key_of, storable, to_id, to_ms
from journal.store.sql import Row, Sql

_LISTS = ("alias", "place", "hidden")


class Names:
    """Everything the journal knows that names somebody."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock

    def list(self) -> tuple[KnownName, ...]:
        """The whole register, in the order it was made."""
        with self._connection.read() as sql:
            aliases: dict[int, tuple[str, ...]] = {}
            for name, alias in sql.all("SELECT name, alias FROM known_name_alias ORDER BY name, position"):
                aliases[name] = (*aliases.get(name, ()), alias)
            rows = sql.all("SELECT seq, id, kind, name, role, code, note FROM known_name ORDER BY seq")
        return tuple(_known(row, aliases.get(row[0], ())) for row in rows)

    def get(self, name_id: UUID) -> KnownName:
        """One name. Raises ``NotFound``."""
        with self._connection.read() as sql:
            row = sql.one("SELECT seq, id, kind, name, role, code, note FROM known_name WHERE id = ?", name_id.bytes)
            if row is None:
                raise NotFound(what="name")
            aliases = sql.all("SELECT alias FROM known_name_alias WHERE name = ? ORDER BY position", row[0])
        return _known(row, tuple(alias[0] for alias in aliases))

    def add(self, name: KnownName) -> KnownName:
        """Add a name; its ``id`` is the caller's.

        Raises:
            AlreadyThere: ``code`` (another name has it, whatever its case) or ``name`` (the id is taken).
            BadInput: the name is empty.
        """
        return self._write(name, new=True)

    def update(self, name: KnownName) -> KnownName:
        """Change a name, everything but its id. Raises as ``add`` does, and ``NotFound``."""
        return self._write(name, new=False)

    def save(self, name: KnownName) -> KnownName:
        """Add the name, or change the one of that id."""
        with self._connection.read() as sql:
            new = sql.one("SELECT 1 FROM known_name WHERE id = ?", name.id.bytes) is None
        return self._write(name, new=new)

    def remove(self, name_id: UUID) -> None:
        """Remove a name and every entry's link to it; the entries' texts are untouched. Raises ``NotFound``."""
        with self._connection.write() as sql:
            if not sql.run("DELETE FROM known_name WHERE id = ?", name_id.bytes):
                raise NotFound(what="name")
            sql.run(
                "INSERT OR IGNORE INTO tombstone (id, what, at, device) VALUES (?, 'name', ?, ?)",
                name_id.bytes,
                self._now(),
                self._device.bytes,
            )

    def author(self) -> AuthorProfile:
        """What would give the writer away; empty until it is set."""
        with self._connection.read() as sql:
            row = sql.one("SELECT name, employer, job_title FROM author") or ("", "", "")
            words = sql.all("SELECT list, word FROM author_word ORDER BY list, position")
        of = {name: tuple(word for kind, word in words if kind == name) for name in _LISTS}
        return AuthorProfile(
            name=row[0],
            employer=row[1],
            job_title=row[2],
            aliases=of["alias"],
            places=of["place"],
            hidden=of["hidden"],
        )

    def set_author(self, profile: AuthorProfile) -> None:
        """Replace the profile."""
        lists = dict(zip(_LISTS, (profile.aliases, profile.places, profile.hidden), strict=True))
        with self._connection.write() as sql:
            sql.run("DELETE FROM author")
            sql.run("DELETE FROM author_word")
            sql.run(
                "INSERT INTO author (one, name, employer, job_title, changed_at, device) VALUES (1, ?, ?, ?, ?, ?)",
                storable(profile.name),
                storable(profile.employer),
                storable(profile.job_title),
                self._now(),
                self._device.bytes,
            )
            for name, words in lists.items():
                kept = [storable(word).strip() for word in words]
                sql.many(
                    "INSERT INTO author_word (list, position, word) VALUES (?, ?, ?)",
                    [(name, position, word) for position, word in enumerate(filter(None, kept))],
                )

    def never_flagged(self) -> tuple[str, ...]:
        """Words that the person said are never a finding."""
        with self._connection.read() as sql:
            return tuple(row[0] for row in sql.all("SELECT word FROM never_flag ORDER BY word_key"))

    def never_flag(self, word: str) -> None:
        """Remember that ``word`` is never a finding."""
        kept = storable(word).strip()
        if not kept:
            raise BadInput(what="word", reason="empty")
        with self._connection.write() as sql:
            sql.run(
                "INSERT OR IGNORE INTO never_flag (word_key, word, at) VALUES (?, ?, ?)",
                key_of(kept),
                kept,
                self._now(),
            )

    def flag_again(self, word: str) -> None:
        """Forget that ``word`` is never a finding."""
        with self._connection.write() as sql:
            sql.run("DELETE FROM never_flag WHERE word_key = ?", key_of(storable(word).strip()))

    def _now(self) -> int:
        return to_ms(self._clock())

    def _write(self, given: KnownName, *, new: bool) -> KnownName:
        name = _cleaned(given)
        now = self._now()
        with self._connection.write() as sql:
            _refuse_taken_code(sql, name)
            taken = sql.one("SELECT seq FROM known_name WHERE id = ?", name.id.bytes)
            if new and taken:
                raise AlreadyThere(what="name")
            if not new and not taken:
                raise NotFound(what="name")
            values = (name.kind.value, name.name, name.role, name.code, key_of(name.code) or None, name.note, now)
            if taken:
                seq = int(taken[0])
                sql.run(
                    "UPDATE known_name SET kind = ?, name = ?, role = ?, code = ?, code_key = ?, note = ?,"
                    " changed_at = ?, device = ? WHERE seq = ?",
                    *values,
                    self._device.bytes,
                    seq,
                )
            else:
                seq = sql.add(
                    "INSERT INTO known_name (kind, name, role, code, code_key, note, changed_at, device, id, made_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    *values,
                    self._device.bytes,
                    name.id.bytes,
                    now,
                )
            sql.run("DELETE FROM known_name_alias WHERE name = ?", seq)
            sql.many(
                "INSERT INTO known_name_alias (name, position, alias) VALUES (?, ?, ?)",
                [(seq, position, alias) for position, alias in enumerate(name.aliases)],
            )
        return name


def _cleaned(name: KnownName) -> KnownName:
    aliases = dict.fromkeys(storable(alias).strip() for alias in name.aliases)
    cleaned = replace(
        name,
        name=storable(name.name).strip(),
        aliases=tuple(filter(None, aliases)),
        role=storable(name.role).strip(),
        code=storable(name.code).strip(),
        note=storable(name.note),
    )
    if not cleaned.name:
        raise BadInput(what="name", reason="empty")
    return cleaned


def _refuse_taken_code(sql: Sql, name: KnownName) -> None:
    if name.code and sql.one(
        "SELECT 1 FROM known_name WHERE code_key = ? AND id <> ?", key_of(name.code), name.id.bytes
    ):
        raise AlreadyThere(what="code")


def _known(row: Row, aliases: tuple[str, ...]) -> KnownName:
    _, key, kind, name, role, code, note = row
    return KnownName(id=to_id(key), name=name, aliases=aliases, role=role, code=code, kind=NameKind(kind), note=note)
