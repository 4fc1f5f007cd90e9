"""One canonical spelling, and a reader with bounds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.vault.strict_json import LARGEST, Malformed, canonical, read_object

values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), values, max_size=4))
def test_what_is_written_is_read_and_has_one_spelling(value: dict[str, object]) -> None:
    data = canonical(value)
    read = read_object(data, limit=1_000_000, brackets=1000)
    assert read == value
    assert canonical(read) == data


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_object(data, limit=100, brackets=4)
    except Malformed:
        return


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_json"),
        (b"[]", "not_object"),
        (b"1", "not_object"),
        (b'{"a":1', "not_json"),
        (b'{"a":1}x', "not_json"),
        (b"{'a':1}", "not_json"),
        (b'{"a":1.0}', "number"),
        (b'{"a":1e9}', "number"),
        (b'{"a":NaN}', "number"),
        (b'{"a":-Infinity}', "number"),
        (b'{"a":9007199254740992}', "number"),
        (b'{"a":' + b"9" * 60_000 + b"}", "number"),
        (b'{"a":1,"a":1}', "key_twice"),
        (b'{"a":{"b":1,"b":2}}', "key_twice"),
        (b'{"a":"\xff"}', "not_ascii"),
        (b'{"a":"\xc3\xa9"}', "not_ascii"),
        (b"[" * 60_000, "depth"),
        (b'{"a":' * 10_000, "depth"),
        (b" " * 65_537, "size"),
    ],
)
def test_what_we_never_write_is_refused_at_once(data: bytes, reason: str) -> None:
    start = time.perf_counter()
    with pytest.raises(Malformed, match=reason):
        read_object(data, limit=65_536, brackets=16)
    assert time.perf_counter() - start < 0.05


def test_a_refusal_does_not_quote_the_file() -> None:
    with pytest.raises(Malformed) as caught:
        read_object(b'{"heronfell": oops}', limit=1000, brackets=16)
    assert "heronfell" not in repr(caught.value)
    assert caught.value.__suppress_context__
