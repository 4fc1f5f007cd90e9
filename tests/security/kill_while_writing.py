"""Kills a process at random moments of writing and looks at what is left: row 1 of the security tests.

Run as a script with a folder, a number of kills and a seed; prints one JSON object of counts. Every kill: a forked
writer unlocks the journal and saves, finishes, tags, trashes and searches, and says after each call on a pipe what was
acknowledged; it is killed with SIGKILL after a random time; then another fork opens the journal and compares.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import random
import signal
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from journal.model import Draft, Filter, Order
from journal.paths import places_in
from journal.unlocking import create_journal, unlock_journal
from journal.vault.kdf import KdfParams

PASSPHRASE = "correct horse battery staple lantern"
DAY = dt.date(2026, 11, 22)


def digest(title: str, body: str) -> str:
    return hashlib.sha256(f"{title}\0{body}".encode()).hexdigest()


def write_until_killed(folder: Path, home: Path, pipe: int, seed: int) -> None:
    """Write entries for ever; every acknowledged call is one line on ``pipe``."""
    choose = random.Random(seed)
    journal = unlock_journal(folder, PASSPHRASE, places_in(home))
    # "began" goes out before a call, "done" after it: what is in between may be either way
    draft: Draft | None = None
    number = 0
    while True:
        number += 1
        if draft is None or choose.random() < 0.2:
            draft = Draft(None, "free", f"title {seed}-{number}", "begun", DAY, tags=("work",))
        body = draft.body + f"\nline {number} " + "words of a tired evening " * choose.randrange(1, 60)
        draft = replace(draft, body=body, star=choose.random() < 0.5, tags=("work", f"tag{number % 5}"))
        say(pipe, "began", draft.id, digest(draft.title, draft.body))
        entry = journal.save_draft(draft)
        draft = replace(draft, id=entry.id)
        say(pipe, "saved", entry.id, digest(entry.title, entry.body))
        match choose.randrange(6):
            case 0:
                journal.finish_entry(entry.id)
                say(pipe, "finished", entry.id, "")
            case 1:
                journal.search(f"line {number}", Filter(), Order.NEWEST, 10, 0)
            case 2:
                say(pipe, "trashing", entry.id, "")
                journal.trash(entry.id)
                say(pipe, "trashed", entry.id, "")
                draft = None


def say(pipe: int, word: str, entry_id: UUID | None, text: str) -> None:
    os.write(pipe, f"{word} {entry_id or '-'} {text}\n".encode())


def compare(folder: Path, home: Path, acknowledged: list[str]) -> dict[str, int]:
    """Open the journal and hold it against what was acknowledged."""
    began = time.perf_counter()
    journal = unlock_journal(folder, PASSPHRASE, places_in(home))
    opened_ms = round((time.perf_counter() - began) * 1000)
    last: dict[str, str] = {}
    trashed: set[str] = set()
    in_flight: set[str] = set()
    for line in acknowledged:
        word, entry_id, text = (line + "  ").split(" ")[:3]
        if word == "saved":
            last[entry_id] = text
            in_flight.discard(text)
        elif word == "began":
            in_flight = {text}
        elif word == "trashed":
            trashed.add(entry_id)
    lost = 0
    for entry_id, text in last.items():
        entry = journal.entry(UUID(entry_id))
        found = digest(entry.title, entry.body)
        lost += found != text and found not in in_flight
        lost += entry_id in trashed and entry.trashed_at is None
    checked = journal.verify()
    journal.lock()
    return {"lost": lost, "damaged": int(not checked.ok), "saves": len(acknowledged), "opened_ms": opened_ms}


def in_a_fork(work) -> bytes:  # type: ignore[no-untyped-def]  # a local helper over a closure
    """What ``work()`` returns, computed in a fork so that no state is shared."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            os.write(writing, json.dumps(work()).encode())
        except BaseException:
            traceback.print_exc()
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


def campaign(folder: Path, kills: int, seed: int) -> dict[str, int]:
    """Kill ``kills`` writers of one growing journal."""
    home = folder / "home"
    journal_folder = folder / "journal"
    journal, _ = create_journal(journal_folder, PASSPHRASE, places_in(home), kdf=KdfParams(os.urandom(16), 8192, 1, 1))
    journal.lock()
    choose = random.Random(seed)
    total = {"kills": 0, "acknowledged": 0, "lost": 0, "damaged": 0, "unopened": 0, "slowest_open_ms": 0}
    for number in range(kills):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                write_until_killed(journal_folder, home, writing, seed * 100_000 + number)
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        os.close(writing)
        time.sleep(0.06 + choose.random() * 0.25)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as pipe:
            lines = [line.decode() for line in pipe.read().split(b"\n")[:-1]]
        answer = in_a_fork(lambda lines=lines: compare(journal_folder, home, lines))
        total["kills"] += 1
        if not answer:
            total["unopened"] += 1
            continue
        counts = json.loads(answer)
        total["acknowledged"] += counts["saves"]
        total["lost"] += counts["lost"]
        total["damaged"] += counts["damaged"]
        total["slowest_open_ms"] = max(total["slowest_open_ms"], counts["opened_ms"])
    return total


if __name__ == "__main__":
    print(json.dumps(campaign(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
