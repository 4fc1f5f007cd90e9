"""The key file's bytes: one spelling each, and nothing else is taken for one."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import JournalError, KeysDamaged, NewerVersion, NotOurs
from journal.vault.header import KeyFile, Sealed, Slot, parse
from journal.vault.kdf import KdfParams
from journal.vault.strict_json import LARGEST

sealed = st.builds(Sealed, st.binary(min_size=12, max_size=12), st.binary(min_size=32, max_size=32))
salts = st.binary(min_size=16, max_size=16)
costs = st.builds(KdfParams, salts, st.integers(8192, 2 * 1024 * 1024), st.integers(1, 20), st.integers(1, 16))
key_files = st.builds(
    KeyFile,
    st.uuids(),
    salts,
    st.integers(1, LARGEST),
    st.tuples(st.builds(Slot, costs, sealed, st.none() | sealed)),
    st.binary(min_size=32, max_size=32),
)


def example() -> KeyFile:
    slot = Slot(KdfParams(bytes(16), 65536, 3, 4), Sealed(bytes(12), bytes(32)))
    return KeyFile(uuid4(), secrets.token_bytes(16), 1, (slot,), bytes(32))


def rewritten(**changes: Any) -> bytes:
    """The example with other fields, spelt canonically and with the right sum."""
    value = json.loads(example().to_bytes()) | changes
    del value["sum"]
    plain = json.dumps(value, sort_keys=True, separators=(",", ":"))
    value["sum"] = hashlib.sha256(plain.encode()).hexdigest()
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"


@given(key_files)
def test_what_is_written_is_read(key_file: KeyFile) -> None:
    assert parse(key_file.to_bytes()) == key_file


@given(key_files, st.data())
def test_another_spelling_of_the_same_values_is_refused(key_file: KeyFile, data: st.DataObject) -> None:
    value = json.loads(key_file.to_bytes())
    indent = data.draw(st.sampled_from([0, 1, 2, 4]))
    with pytest.raises(KeysDamaged, match="not_canonical"):
        parse(json.dumps(value, indent=indent).encode())


@given(st.binary(max_size=2000))
def test_noise_is_damaged(noise: bytes) -> None:
    with pytest.raises(KeysDamaged):
        parse(noise)


def test_the_controls_of_the_refusals_below_are_read() -> None:
    assert parse(rewritten()).counter == 1
    assert parse(rewritten(counter=7)).counter == 7


def test_a_file_of_a_newer_version_is_named_as_such() -> None:
    with pytest.raises(NewerVersion) as caught:
        parse(rewritten(version=2, surprise={"a": []}))
    assert caught.value.facts == {"found": 2, "known": 1}


def test_an_intact_file_of_another_program_is_not_ours() -> None:
    with pytest.raises(NotOurs):
        parse(rewritten(format="something else"))


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 0},
        {"version": True},
        {"version": "1"},
        {"version": None},
        {"counter": 0},
        {"counter": -1},
        {"counter": True},
        {"counter": "1"},
        {"journal": "{00000000-0000-0000-0000-000000000000}"},
        {"journal": "00000000000000000000000000000000"},
        {"journal": str(UUID(int=2**128 - 1)).upper()},
        {"journal": None},
        {"salt": "00" * 15},
        {"salt": "0g" * 16},
        {"salt": "AB" * 16},
        {"salt": ["00" * 16]},
        {"mac": ""},
        {"mac": None},
        {"slots": []},
        {"slots": {}},
        {"slots": None},
        {"slots": [None]},
        {"slots": [{}]},
        {"extra": 1},
    ],
    ids=str,
)
def test_a_wrong_value_with_a_right_sum_is_damaged(changes: dict[str, Any]) -> None:
    with pytest.raises(KeysDamaged):
        parse(rewritten(**changes))


@pytest.mark.parametrize("name", ["journal", "salt", "counter", "slots", "mac", "version", "format", "sum"])
def test_a_missing_field_is_refused(name: str) -> None:
    value = json.loads(example().to_bytes())
    del value[name]
    value.pop("sum", None)
    if name != "sum":
        plain = json.dumps(value, sort_keys=True, separators=(",", ":"))
        value["sum"] = hashlib.sha256(plain.encode()).hexdigest()
    data = json.dumps(value, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    with pytest.raises((KeysDamaged, NotOurs)):
        parse(data)


def test_a_repr_shows_no_sealed_bytes_and_an_error_none_of_the_file() -> None:
    key_file = example()
    assert "mac" not in repr(key_file)
    assert "nonce" not in repr(key_file)
    with pytest.raises(JournalError) as caught:
        parse(key_file.to_bytes()[:-2])
    assert str(key_file.journal_id) not in str(caught.value)
