"""The engine alone, with the same rows: what no journal in this engine can be quicker or smaller than."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import sqlcipher3

from journal.model import Draft

_SHAPE = """
    CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT, title TEXT, body TEXT, tags TEXT);
    CREATE INDEX entry_day ON entry (day, id, title);
"""
_INDEX = """
    CREATE VIRTUAL TABLE words USING fts5(title, body, content='entry', content_rowid='id',
                                          tokenize='unicode61 remove_diacritics 2');
    INSERT INTO words (rowid, title, body) SELECT id, title, body FROM entry;
    INSERT INTO words (words) VALUES ('optimize');
    CREATE TRIGGER entry_changed AFTER UPDATE ON entry BEGIN
        INSERT INTO words (words, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
        INSERT INTO words (rowid, title, body) VALUES (new.id, new.title, new.body); END;
"""


class Bare:
    """One table, one date index, one full-text index over it; the journal's own settings of the engine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()
        self.connection.executescript(_SHAPE)

    def _open(self) -> None:
        self.connection = sqlcipher3.connect(str(self.path), isolation_level=None)
        self.connection.set_key(bytearray(b"x'" + b"11" * 48 + b"'"))
        for pragma in ("locking_mode=exclusive", "journal_mode=wal", "synchronous=full", "secure_delete=on"):
            self.connection.execute(f"PRAGMA {pragma}").fetchall()

    def add(self, entries: Iterable[Draft]) -> None:
        """Import, then index in one go: the quickest way there is."""
        self.connection.execute("BEGIN")
        rows = ((str(entry.day), entry.title, entry.body, " ".join(entry.tags)) for entry in entries)
        self.connection.executemany("INSERT INTO entry (day, title, body, tags) VALUES (?, ?, ?, ?)", rows)
        self.connection.execute("COMMIT")
        self.connection.executescript(_INDEX)
        self.settle()

    def settle(self) -> None:
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def used_bytes(self) -> int:
        """The size without what merging the index left free."""
        pages, free, size = (
            int(self.connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * size

    def body(self, number: int) -> str:
        return str(self.connection.execute("SELECT body FROM entry WHERE id = ?", (number,)).fetchone()[0])

    def save(self, number: int, body: str) -> None:
        self.connection.execute("UPDATE entry SET body = ? WHERE id = ?", (body, number))

    def newest(self) -> list[object]:
        return self.connection.execute(
            "SELECT id, day, title FROM entry ORDER BY day DESC, id DESC LIMIT 50"
        ).fetchall()

    def search(self, query: str, order: str) -> list[object]:
        return self.connection.execute(
            f"""SELECT rowid, highlight(words, 0, '[', ']'), snippet(words, 1, '[', ']', '…', 24)
                FROM words WHERE words MATCH ? ORDER BY {order} LIMIT 50""",
            (query,),
        ).fetchall()

    def close(self) -> None:
        self.connection.close()

    def reopen(self) -> None:
        self._open()
        self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
