"""Kills itself at every step of replacing a key file, and says what was left. Run by ``test_key_files.py``.

``python kill_while_replacing.py FOLDER passphrase|new-key KILLS SEED`` prints one line of JSON.

First before each system call in turn, until a child gets to the end; then ``KILLS`` more times from
outside at a random moment. A child is a fork: nothing of it runs on.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import secrets
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any
from uuid import uuid4

from journal.atomic import sweep_parts, write_whole
from journal.errors import JournalError, WrongSecret
from journal.vault.kdf import KdfParams
from journal.vault.key_files import belonging_to, find_key_files, store_key_file, tidy, unlock
from journal.vault.keys import begin_new_key, finish_new_key, new_secret, renew, seal
from journal.vault.recovery import secret_of, words_of
from journal.vault.secret import Purpose, Secret
from journal.vault.wiping import wipe

CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
CALLS = {"open", "write", "flush", "fsync", "close", "replace", "rename", "unlink", "link", "mkdir"}


@dataclass
class Journal:
    """What the person knows: the folder, the passphrases in use, the words on paper."""

    folder: Path
    passphrase: str
    salt: bytes

    def database_key_is(self, secret: Secret) -> bool:
        return (self.folder / "journal.db").read_bytes()[16:48] == fingerprint(secret, self.salt)


def fingerprint(secret: Secret, salt: bytes) -> bytes:
    """Stands for a database that has this key."""
    key = secret.subkey(Purpose.DATABASE, salt)
    try:
        return hashlib.sha256(key).digest()
    finally:
        wipe(key)


def give_database_key(journal: Journal, secret: Secret) -> None:
    write_whole(journal.folder / "journal.db", journal.salt + fingerprint(secret, journal.salt) + bytes(4048))


def create(folder: Path) -> Journal:
    folder.mkdir(mode=0o700)
    journal = Journal(folder, "passphrase number 0", secrets.token_bytes(16))
    secret = new_secret()
    give_database_key(journal, secret)
    store_key_file(folder, seal(journal.passphrase, secret, uuid4(), journal.salt, CHEAP), journal.passphrase)
    return journal


def change_passphrase(journal: Journal, new: str) -> None:
    opened = unlock(find_key_files(journal.folder), journal.passphrase)
    store_key_file(journal.folder, renew(opened.found.key_file, opened.secret, new, CHEAP), new)


def change_key(journal: Journal, _: str) -> None:
    opened = unlock(find_key_files(journal.folder), journal.passphrase)
    begun = begin_new_key(opened.found.key_file, journal.passphrase)
    store_key_file(journal.folder, begun.key_file, journal.passphrase)
    give_database_key(journal, begun.new)
    store_key_file(journal.folder, finish_new_key(begun, journal.passphrase, CHEAP), journal.passphrase)


def kill_at(step: int) -> Callable[[FrameType, str, Any], None]:
    """A profiler that kills this process before its n-th system call."""
    seen = 0

    def profile(_: FrameType, event: str, called: Any) -> None:
        nonlocal seen
        if event == "c_call" and getattr(called, "__name__", "") in CALLS:
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    return profile


def run_child(work: Callable[[], None], step: int | None, kill_after_s: float | None) -> bool:
    """Run ``work`` in a fork that is killed; whether it got to the end all the same."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if step is not None:
                sys.setprofile(kill_at(step))
            work()
            code = 0
        finally:
            os._exit(code)
    if kill_after_s is not None:
        time.sleep(kill_after_s)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise SystemExit("the child failed by itself")
    return os.WIFEXITED(status)


def look(journal: Journal, words: tuple[str, ...], new: str, totals: dict[str, int]) -> tuple[str, ...]:
    """Count what a kill left, and finish what it interrupted; returns the words that hold from now on."""
    before = {path.name: path.read_bytes() for path in journal.folder.iterdir()}
    opened = None
    for passphrase, state in ((journal.passphrase, "old"), (new, "new")):
        try:
            opened = unlock(find_key_files(journal.folder), passphrase)
        except WrongSecret:
            continue
        except JournalError:
            totals["damaged"] += 1
            continue
        totals[state] += 1
        journal.passphrase = passphrase
        break
    if opened is None:
        totals["locked_out"] += 1
        return words
    if {path.name: path.read_bytes() for path in journal.folder.iterdir()} != before:
        totals["changed_by_looking"] += 1
    candidates = [secret for secret in (opened.secret, opened.next) if secret]
    holding = [secret for secret in candidates if journal.database_key_is(secret)]
    if len(holding) != 1:
        totals["database_shut"] += 1
        return words
    on_paper = secret_of(words)
    if holding[0].same_as(on_paper):
        totals["words_open"] += belonging_to(find_key_files(journal.folder), on_paper) is not None
    else:
        totals["words_replaced"] += 1
    if opened.next:
        totals["between_keys"] += 1
        finished = renew(opened.found.key_file, holding[0], journal.passphrase, CHEAP)
        store_key_file(journal.folder, finished, journal.passphrase)
    else:
        tidy(journal.folder, opened.found.key_file)
    sweep_parts(journal.folder)
    left = {path.name for path in journal.folder.iterdir()}
    totals["strange_files"] += len(left - {"journal.db", "keys.json", "keys.previous.json"})
    return words_of(holding[0])


def main(folder: Path, what: str, kills: int, seed: int) -> None:
    journal = create(folder / what)
    words = words_of(unlock(find_key_files(journal.folder), journal.passphrase).secret)
    names = ("steps", "kills", "old", "new", "between_keys", "words_open", "words_replaced")
    faults = ("locked_out", "damaged", "database_shut", "strange_files", "changed_by_looking")
    totals = dict.fromkeys((*names, *faults), 0)
    change = {"passphrase": change_passphrase, "new-key": change_key}[what]
    choose = random.Random(seed)
    done, number = False, 0
    start = time.perf_counter()
    while not done:
        number += 1
        new = f"passphrase number {number}" if what == "passphrase" else journal.passphrase
        done = run_child(lambda new=new: change(journal, new), number, None)  # type: ignore[misc]
        totals["steps"] += not done
        words = look(journal, words, new, totals)
    took_s = (time.perf_counter() - start) / number

    def without_end() -> None:
        while True:
            change(journal, journal.passphrase if what == "new-key" else new)
            journal.passphrase = new

    for number in range(kills):
        new = journal.passphrase if what == "new-key" else f"random {number}"
        totals["kills"] += not run_child(without_end, None, choose.uniform(0.0, 2 * took_s))
        words = look(journal, words, new, totals)
    print(json.dumps(totals))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
