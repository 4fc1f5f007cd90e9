"""Times the core beside the bare engine in the same run (``make bench``): ``python -m tests.bench [--entries N]``.

Both sides hold the same invented entries in an encrypted file with the same settings; the bare side is one table, one
full-text index and nothing else. Each figure is the median of several runs, taken in turns, so that a busy machine
slows both. Ratios carry from machine to machine; milliseconds do not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import sqlcipher3

from journal.model import Draft, Filter, Order
from journal.resources import read_lines
from tests.journals import new_journal, unlocked

_WORDS = read_lines("words/eff_large.txt")
_FIRST_DAY = dt.date(2016, 1, 1)
Timed = Callable[[], object]


def drafts(count: int) -> list[Draft]:
    """Invented entries of about 320 words, a few common words in most of them. The same in every run."""
    choice = random.Random(7)
    entries = []
    for number in range(count):
        words = choice.choices(_WORDS, k=choice.randint(40, 600))
        for at in range(choice.randint(5, 60), len(words), 40):
            words[at] = "time"
        title = " ".join(choice.choices(_WORDS, k=4))
        entries.append(Draft(None, "free", title, " ".join(words), _FIRST_DAY + dt.timedelta(days=number % 3650)))
    return entries


class Bare:
    """The engine alone: what no journal in this engine can be faster than."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()
        self.connection.executescript(
            """
            CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT, title TEXT, body TEXT);
            CREATE INDEX entry_day ON entry (day, id, title);
            CREATE VIRTUAL TABLE words USING fts5(title, body, content='entry', content_rowid='id',
                                                  tokenize='unicode61 remove_diacritics 2');
            CREATE TRIGGER entry_new AFTER INSERT ON entry BEGIN
                INSERT INTO words (rowid, title, body) VALUES (new.id, new.title, new.body); END;
            CREATE TRIGGER entry_changed AFTER UPDATE ON entry BEGIN
                INSERT INTO words (words, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
                INSERT INTO words (rowid, title, body) VALUES (new.id, new.title, new.body); END;
            """
        )

    def _open(self) -> None:
        self.connection = sqlcipher3.connect(str(self.path), isolation_level=None)
        self.connection.set_key(bytearray(b"x'" + b"11" * 48 + b"'"))
        for pragma in ("locking_mode=exclusive", "journal_mode=wal", "synchronous=full", "secure_delete=on"):
            self.connection.execute(f"PRAGMA {pragma}").fetchall()

    def add(self, entries: list[Draft]) -> None:
        self.connection.execute("BEGIN")
        rows = [(str(entry.day), entry.title, entry.body) for entry in entries]
        self.connection.executemany("INSERT INTO entry (day, title, body) VALUES (?, ?, ?)", rows)
        self.connection.execute("COMMIT")

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

    def reopen(self) -> None:
        self.connection.close()
        self._open()
        self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def medians(ours: Timed, bare: Timed, runs: int) -> tuple[float, float]:
    """Milliseconds of each, taken in turns."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for work, kept in zip((ours, bare), spent, strict=True):
            start = time.perf_counter()
            work()
            kept.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent[0]), statistics.median(spent[1])


def line(what: str, ours: float, bare: float, against: str = "bare engine") -> None:
    print(f"{what:36} {ours:9.1f} ms {bare:9.1f} ms {ours / bare:7.1f} x  {against}")


def process(*arguments: str) -> Timed:
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def bench(count: int, folder: Path) -> None:
    entries = drafts(count)
    print(f"{count:,} entries, {sum(len(entry.body) for entry in entries) / 1e6:.1f} MB of text")
    print(f"{'':36} {'ours':>12} {'beside':>12}")
    empty = process("-c", "pass")
    line("start of congruence-cli --help", *medians(process("-m", "journal.cli", "--help"), empty, 7), "python -c pass")

    journal, _ = new_journal(folder)
    bare = Bare(folder / "bare.db")
    line("import of all entries", *medians(lambda: journal.add_entries(entries), lambda: bare.add(entries), 1))
    newest = journal.window(Filter(), 0, 1)[0].id
    entry = journal.entry(newest)
    numbers = iter(range(10**6))
    working = Draft(entry.id, entry.kind, entry.title, entry.body, entry.day)

    def save_ours() -> None:
        journal.save_draft(replace(working, body=f"{entry.body} {next(numbers)}"))

    def save_bare() -> None:
        bare.save(count, f"{entry.body} {next(numbers)}")

    line("save of one entry", *medians(save_ours, save_bare, 60))
    line("newest 50 of the list", *medians(lambda: journal.window(Filter(), 0, 50), bare.newest, 30))
    for name, query, bare_query in (("rare word", "zombie", '"zombie"*'), ("common word", "time", '"time"*')):
        for words, order, bare_order in (
            ("newest first", Order.NEWEST, "rowid DESC"),
            ("best first", Order.BEST, "rank"),
        ):

            def ours(query: str = query, order: Order = order) -> object:
                return journal.search(query, Filter(), order, 50)

            def beside(query: str = bare_query, order: str = bare_order) -> object:
                return bare.search(query, order)

            line(f"search, {name}, {words}", *medians(ours, beside, 15))
    start = time.perf_counter()
    journal.lock()
    print(f"{'lock':36} {1000 * (time.perf_counter() - start):9.1f} ms")

    def unlock_and_list() -> None:
        again = unlocked(folder)
        again.window(Filter(), 0, 50)
        again.lock()

    def open_and_list() -> None:
        bare.reopen()
        bare.newest()

    line("unlock, list 50, lock (8 MiB KDF)", *medians(unlock_and_list, open_and_list, 5))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("build"), help="works in FOLDER/congruence-bench")
    options = parser.parse_args()
    work = options.folder / "congruence-bench"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    bench(options.entries, work)
