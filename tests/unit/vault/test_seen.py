"""The memory of what was last seen: written whole, believed only with its MAC, never in the way."""

from __future__ import annotations

import json
import random
import stat
from pathlib import Path
from uuid import uuid4

import pytest

from journal.errors import JournalError
from journal.vault.keys import new_secret, renew
from journal.vault.seen import LIMIT, Seen
from tests.unit.vault.cheap import CHEAP, PASSPHRASE, Made, make


def remembered(path: Path, made: Made, generation: int = 7, entries: int = 12) -> Seen:
    return Seen.load(path).remember(generation, entries, made.key_file, made.secret)


def test_what_was_remembered_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "data" / "seen.json"
    made = make()
    returned = remembered(path, made)
    for seen in (returned, Seen.load(path)):
        record = seen.journal(made.journal_id)
        assert record is not None
        assert (record.generation, record.entry_count, record.key_file) == (7, 12, made.key_file)
        assert record.genuine(made.secret)
        assert not seen.damaged
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["seen.json"]


def test_a_journal_never_seen_here_is_not_known(tmp_path: Path) -> None:
    seen = Seen.load(tmp_path / "seen.json")
    assert seen.journal(uuid4()) is None
    assert seen.key_files() == ()
    assert not seen.damaged


def test_what_is_known_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    made = make()
    remembered(path, made, generation=7)
    before = path.stat()
    remembered(path, made, generation=7)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    remembered(path, made, generation=8)
    assert path.stat().st_ino != before.st_ino


def test_journals_do_not_disturb_each_other_even_from_two_windows(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    one, two = make(), make()
    first_window, second_window = Seen.load(path), Seen.load(path)
    first_window.remember(1, 1, one.key_file, one.secret)
    second_window.remember(2, 2, two.key_file, two.secret)
    assert set(Seen.load(path).journals) == {one.journal_id, two.journal_id}
    remembered(path, one, generation=9)
    seen = Seen.load(path)
    assert {name: record.generation for name, record in seen.journals.items()} == {one.journal_id: 9, two.journal_id: 2}
    assert len(seen.key_files()) == 2


@pytest.mark.parametrize("name", ["generation", "entries", "keys"])
def test_a_changed_record_is_not_genuine(tmp_path: Path, name: str) -> None:
    path = tmp_path / "seen.json"
    made = make()
    remembered(path, made)
    value = json.loads(path.read_bytes())
    record = value["journals"][str(made.journal_id)]
    newer = renew(made.key_file, made.secret, PASSPHRASE, CHEAP).to_bytes().decode()
    record[name] = {"generation": 6, "entries": 11, "keys": newer}[name]
    path.write_text(json.dumps(value))
    changed = Seen.load(path).journal(made.journal_id)
    assert changed is not None
    assert not changed.genuine(made.secret)


def test_another_secret_does_not_vouch_for_a_record(tmp_path: Path) -> None:
    made = make()
    record = remembered(tmp_path / "seen.json", made).journal(made.journal_id)
    assert record is not None
    assert record.genuine(made.secret)
    assert not record.genuine(new_secret())


def test_a_damaged_record_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    one, two = make(), make()
    remembered(path, one)
    remembered(path, two)
    for damage in (
        {"generation": True},
        {"generation": -1},
        {"entries": "12"},
        {"keys": "{}"},
        {"keys": "é"},
        {"keys": one.key_file.to_bytes().decode()},
        {"mac": "zz"},
        {"mac": None},
        {"surprise": 1},
    ):
        value = json.loads(path.read_bytes())
        value["journals"][str(two.journal_id)] |= damage
        other = tmp_path / "damaged.json"
        other.write_text(json.dumps(value))
        seen = Seen.load(other)
        assert seen.damaged, damage
        assert set(seen.journals) == {one.journal_id}, damage


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff" * 100,
        b"[" * 60_000,
        b'{"journals":' * 20_000,
        b'{"format":"congruence seen","version":1,"journals":[]}',
        b'{"format":"congruence seen","version":true,"journals":{}}',
        b'{"format":"congruence seen","version":0,"journals":{}}',
        b'{"format":"other","version":1,"journals":{}}',
        b'{"format":"congruence seen","version":1,"journals":{"x":[]}}',
        b" " * (LIMIT + 1),
    ],
    ids=lambda data: repr(data[:30]),
)
def test_a_damaged_memory_is_an_empty_one_and_is_replaced(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "seen.json"
    path.write_bytes(data)
    seen = Seen.load(path)
    assert seen.damaged
    assert not seen.journals
    made = make()
    remembered(path, made)
    assert set(Seen.load(path).journals) == {made.journal_id}
    assert not Seen.load(path).damaged


def test_a_newer_programs_memory_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    path.write_text('{"format":"congruence seen","version":2,"journals":{}}')
    before = path.read_bytes()
    assert remembered(path, make()).newer
    assert path.read_bytes() == before


def test_flipped_bits_are_noticed_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    made = make()
    remembered(path, made)
    whole = path.read_bytes()
    choose = random.Random(20)
    believed = 0
    for _ in range(500):
        flipped = bytearray(whole)
        flipped[choose.randrange(len(whole))] ^= 1 << choose.randrange(8)
        path.write_bytes(flipped)
        record = Seen.load(path).journal(made.journal_id)
        if record and record.genuine(made.secret):
            believed += 1
            # spelling only: a capital hex digit or a changed blank
            assert (record.generation, record.entry_count, record.key_file) == (7, 12, made.key_file)
    assert believed < 50


def test_a_folder_in_place_of_the_file_is_damage(tmp_path: Path) -> None:
    (tmp_path / "seen.json").mkdir()
    assert Seen.load(tmp_path / "seen.json").damaged
    with pytest.raises(JournalError):
        remembered(tmp_path / "seen.json", make())
