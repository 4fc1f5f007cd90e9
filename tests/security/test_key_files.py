"""The key file under damage, forgery, kills and changes: rows 3, 6, 7, 22 and 23 of the security tests (docs)."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from journal.errors import JournalError, KeysDamaged, WrongSecret
from journal.vault.header import KeyFile, parse
from journal.vault.kdf import KdfParams
from journal.vault.key_files import Found, Source, belonging_to, find_key_files, store_key_file, unlock
from journal.vault.keys import begin_new_key, finish_new_key, new_secret, renew, seal
from journal.vault.recovery import secret_of, words_of
from journal.vault.secret import Purpose, Secret
from journal.vault.seen import Seen

CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
#: What a forger leaves as it was would take half a minute and 2 GiB: a run of the KDF would show.
DEAR = KdfParams(bytes(16), 2 * 1024 * 1024, 20, 16)
PASSPHRASE = "otter lantern quarry mistletoe"
Times = Callable[[int, int], int]


class Person:
    """A journal's folder (``journal.db`` is a stand-in that begins as a real one does) and what its owner knows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700)
        self.secret = new_secret()
        self.salt = os.urandom(16)
        self.words = words_of(self.secret)
        (folder / "journal.db").write_bytes(self.salt + os.urandom(4080))
        self.key_file = seal(PASSPHRASE, self.secret, uuid4(), self.salt, CHEAP)
        store_key_file(folder, self.key_file, PASSPHRASE)

    @property
    def keys(self) -> Path:
        return self.folder / "keys.json"

    @property
    def previous(self) -> Path:
        return self.folder / "keys.previous.json"


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path / "journal")


# Row 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a fork")
@pytest.mark.parametrize("what", ["passphrase", "new-key"])
def test_a_kill_while_the_key_file_is_replaced_locks_nobody_out(tmp_path: Path, times: Times, what: str) -> None:
    script = Path(__file__).with_name("kill_while_replacing.py")
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path), what, str(times(20, 200)), "3"],
        capture_output=True,
        text=True,
        timeout=1800,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    totals = json.loads(run.stdout)
    print(what, totals)
    faults = ("locked_out", "damaged", "database_shut", "strange_files", "changed_by_looking")
    assert {name: totals[name] for name in faults} == dict.fromkeys(faults, 0)
    assert totals["kills"] == times(20, 200)
    looked = totals["steps"] + 1 + totals["kills"]
    assert totals["old"] + totals["new"] == looked
    assert totals["words_open"] + totals["words_replaced"] == looked
    # the controls: the kills fell before and after the change, and for a new key between its two files
    assert totals["steps"] > 30
    if what == "passphrase":
        assert min(totals["old"], totals["new"]) > 5
        assert totals["words_replaced"] == 0
    else:
        assert totals["between_keys"] > 5


# Row 6


def flips(data: bytes, count: int) -> Iterator[bytes]:
    choose = random.Random(6)
    for _ in range(count):
        flipped = bytearray(data)
        flipped[choose.randrange(len(data))] ^= 1 << choose.randrange(8)
        yield bytes(flipped)


def noises(length: int, count: int) -> Iterator[bytes]:
    choose = random.Random(7)
    for _ in range(count):
        yield choose.randbytes(choose.randrange(2 * length))


def test_flips_cuts_and_noise_are_damage_and_a_copy_or_the_words_open(person: Person, times: Times) -> None:
    data = person.keys.read_bytes()
    cases = {
        "flips": flips(data, times(2_000, 10_000)),
        "cuts": (data[:length] for length in range(len(data))),
        "noise": noises(len(data), times(500, 2_000)),
    }
    counts = dict.fromkeys(cases, 0)
    opened = 0
    for name, damages in cases.items():
        for number, damaged in enumerate(damages):
            with pytest.raises(KeysDamaged):
                parse(damaged)
            person.keys.write_bytes(damaged)
            found = find_key_files(person.folder)
            assert [one.source for one in found] == [Source.PREVIOUS]
            if number % 50 == 0:
                assert unlock(found, PASSPHRASE).secret.same_as(person.secret)
                assert belonging_to(found, secret_of(person.words)) is found[0]
                opened += 1
            assert person.keys.read_bytes() == damaged
            counts[name] += 1
    print(counts, "opened through the copy:", opened)
    assert counts == {"flips": times(2_000, 10_000), "cuts": len(data), "noise": times(500, 2_000)}
    assert opened >= 60
    # the control
    person.keys.write_bytes(data)
    assert [one.source for one in find_key_files(person.folder)] == [Source.CURRENT, Source.PREVIOUS]


# Row 7


def resummed(value: dict[str, Any]) -> bytes:
    """The forger's file: spelt as we spell it, with a right sum."""
    value = {name: part for name, part in value.items() if name != "sum"}
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"))
    value["sum"] = hashlib.sha256(plain.encode()).hexdigest()
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def forgeries(key_file: KeyFile) -> dict[str, bytes]:
    """Every kind of forged key file, by name."""
    genuine = key_file.to_bytes()

    def read() -> dict[str, Any]:
        value: dict[str, Any] = json.loads(genuine)
        return value

    def with_slot(**changes: Any) -> bytes:
        value = read()
        value["slots"][0] |= changes
        return resummed(value)

    def with_slots(slots: object) -> bytes:
        return resummed(read() | {"slots": slots})

    slot = read()["slots"][0]
    forged = {
        f"{name} {kind}": with_slot(**{name: wrong})
        for name, huge in (("memory_kib", 2**31), ("passes", 2**32), ("lanes", 2**24))
        for kind, wrong in (
            ("huge", huge),
            ("zero", 0),
            ("negative", -1),
            ("float", 3.0),
            ("bool", True),
            ("string", "3"),
            ("null", None),
        )
    }
    return forged | {
        "slots dropped": with_slots([]),
        "slots doubled": with_slots([slot, slot]),
        "slots of another type": with_slots(slot),
        "slot of another kind": with_slot(kind="recovery"),
        "slot with a short salt": with_slot(salt="00"),
        "slot with a long nonce": with_slot(nonce="00" * 13),
        "slot with a field more": with_slot(hint="heronfell"),
        "next of another type": with_slot(next=[]),
        "another journal's id": resummed(read() | {"journal": str(uuid4())}),
        "a number of 4,000 digits": genuine.replace(b'"counter":1', b'"counter":1' + b"0" * 4000),
        "a number of 60,000 digits": genuine.replace(b'"counter":1', b'"counter":1' + b"0" * 60_000),
        "60,000 brackets": b"[" * 60_000,
        "10,000 objects deep": b'{"slots":' * 7_000,
        "NaN": resummed(read()).replace(b'"counter":1', b'"counter":NaN'),
        "Infinity": genuine.replace(b'"counter":1', b'"counter":-Infinity'),
        "a key twice": genuine.replace(b'{"counter":1', b'{"counter":1,"counter":1'),
        "invalid UTF-8": genuine.replace(b"passphrase", b"passphr\xffse"),
        "UTF-8 in place of ASCII": genuine.replace(b"passphrase", "passphräse".encode()),
        "escaped letters": genuine.replace(b"passphrase", b"\\u0070assphrase"),
        "UTF-16": genuine.decode().encode("utf-16"),
        "a byte order mark": b"\xef\xbb\xbf" + genuine,
        "two files in one": genuine * 2,
        "spaces up to 65 KiB": genuine + b" " * (65 * 1024),
        "65 KiB in one string": resummed(read() | {"format": "x" * 66_000}),
        "a mebibyte": b" " * 1024 * 1024,
    }


def test_forged_key_files_are_refused_at_once_and_before_any_kdf(person: Person, tmp_path: Path) -> None:
    dear = {"memory_kib": DEAR.memory_kib, "passes": DEAR.passes, "lanes": DEAR.lanes}
    value = json.loads(person.key_file.to_bytes())
    value["slots"][0] |= dear
    forged = forgeries(parse(resummed(value)))
    seen = Seen.load(tmp_path / "seen.json").remember(1, 1, person.key_file, person.secret)
    slowest_ms, most_mib = 0.0, 0.0
    for name, data in forged.items():
        person.keys.write_bytes(data)
        start = time.perf_counter()
        found = find_key_files(person.folder, seen)
        slowest_ms = max(slowest_ms, 1000 * (time.perf_counter() - start))
        tracemalloc.start()
        find_key_files(person.folder, seen)
        most_mib = max(most_mib, tracemalloc.get_traced_memory()[1] / 2**20)
        tracemalloc.stop()
        # refused: what is left are the two copies, and they open
        assert [one.source for one in found] == [Source.PREVIOUS, Source.SEEN], name
        if name != "another journal's id":
            with pytest.raises(JournalError):
                parse(data)
        assert person.keys.read_bytes() == data
    print(len(forged), f"forged key files refused, slowest {slowest_ms:.1f} ms, most {most_mib:.1f} MiB")
    assert len(forged) >= 30
    assert slowest_ms < 50
    assert most_mib < 50
    assert unlock(find_key_files(person.folder, seen), PASSPHRASE).secret.same_as(person.secret)
    # the control: what the forgeries were made from is taken
    person.keys.write_bytes(resummed(value))
    assert find_key_files(person.folder, seen)[0].key_file.slots[0].kdf.memory_kib == DEAR.memory_kib


def test_without_a_memory_a_forged_id_is_refused_by_the_seal_and_the_copy_opens(person: Person) -> None:
    value = json.loads(person.key_file.to_bytes()) | {"journal": str(uuid4())}
    person.keys.write_bytes(resummed(value))
    opened = unlock(find_key_files(person.folder), PASSPHRASE)
    assert opened.found.source is Source.PREVIOUS
    person.previous.unlink()
    with pytest.raises(WrongSecret):
        unlock(find_key_files(person.folder), PASSPHRASE)


def test_what_the_seal_does_not_hold_the_mac_does(person: Person) -> None:
    person.previous.unlink()
    value = json.loads(person.key_file.to_bytes())
    for change in ({"counter": 2}, {"salt": "00" * 16}, {"mac": "00" * 32}):
        person.keys.write_bytes(resummed(value | change))
        with pytest.raises(KeysDamaged, match="mac"):
            unlock(find_key_files(person.folder), PASSPHRASE)


# Row 22, as far as the vault goes


@pytest.mark.parametrize("lost", ["key file", "both copies", "first bytes of the database"])
def test_the_words_open_and_a_new_key_file_works(person: Person, lost: str) -> None:
    if lost != "first bytes of the database":
        person.keys.unlink()
    if lost == "both copies":
        person.previous.unlink()
    if lost == "first bytes of the database":
        (person.folder / "journal.db").write_bytes(os.urandom(4096))
    secret = secret_of(" ".join(person.words))
    found = belonging_to(find_key_files(person.folder), secret)
    if lost == "both copies":
        # words and database alone are enough: salt from its first bytes, id from its rows
        assert found is None
        journal_id, salt = person.key_file.journal_id, (person.folder / "journal.db").read_bytes()[:16]
        following = seal("after the loss of it", secret, journal_id, salt, CHEAP)
    else:
        assert found is not None
        following = renew(found.key_file, secret, "after the loss of it", CHEAP)
        salt = following.journal_salt
    expected = person.secret.subkey(Purpose.DATABASE, person.salt)
    assert secret.subkey(Purpose.DATABASE, salt) == expected
    store_key_file(person.folder, following, "after the loss of it")
    opened = unlock(find_key_files(person.folder), "after the loss of it")
    assert opened.found.source is Source.CURRENT
    assert opened.secret.subkey(Purpose.DATABASE, opened.found.key_file.journal_salt) == expected


# Row 23, for the key file


def refused(person: Person, passphrase: str) -> int:
    """How many of the present key files refuse ``passphrase``, together and each alone."""
    count = 0
    with pytest.raises(WrongSecret):
        unlock(find_key_files(person.folder), passphrase)
    for found in find_key_files(person.folder):
        with pytest.raises(WrongSecret):
            unlock([found], passphrase)
        count += 1
    return count


def test_after_a_change_the_old_passphrase_is_refused_by_every_present_file(person: Person, times: Times) -> None:
    old, refusals = PASSPHRASE, 0
    changes = times(50, 500)
    for number in range(changes):
        new = f"passphrase number {number}"
        opened = unlock(find_key_files(person.folder), old)
        store_key_file(person.folder, renew(opened.found.key_file, opened.secret, new, CHEAP), new)
        refusals += refused(person, old)
        assert unlock(find_key_files(person.folder), new).secret.same_as(person.secret)
        assert secret_of(person.words).same_as(person.secret)
        old = new
    print(changes, "changes of passphrase,", refusals, "refusals")
    assert refusals == 2 * changes


def database_key(secret: Secret, person: Person) -> bytes:
    return bytes(secret.subkey(Purpose.DATABASE, person.salt))


def test_after_a_new_key_old_words_and_the_old_key_file_open_nothing(person: Person, times: Times) -> None:
    changes = times(50, 500)
    refusals = 0
    for _ in range(changes):
        opened = unlock(find_key_files(person.folder), PASSPHRASE)
        old_words, old_file = words_of(opened.secret), person.keys.read_bytes()
        begun = begin_new_key(opened.found.key_file, PASSPHRASE)
        store_key_file(person.folder, begun.key_file, PASSPHRASE)
        store_key_file(person.folder, finish_new_key(begun, PASSPHRASE, CHEAP), PASSPHRASE)
        # the database has the new key from here on
        now = unlock(find_key_files(person.folder), PASSPHRASE)
        assert now.next is None
        key = database_key(now.secret, person)
        old_secret = secret_of(old_words)
        assert belonging_to(find_key_files(person.folder), old_secret) is None
        assert database_key(old_secret, person) != key
        for name in ("keys.json", "keys.previous.json"):
            assert (person.folder / name).read_bytes() not in (old_file, begun.key_file.to_bytes())
        # the old file put back opens the old secret, and that is not the database's
        assert (
            database_key(unlock([Found(Source.CURRENT, parse(old_file), matches=True)], PASSPHRASE).secret, person)
            != key
        )
        refusals += 1
    print(changes, "changes of key,", refusals, "refusals")
    assert refusals == changes
