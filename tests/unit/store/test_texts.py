"""What is worked out from a text when it is stored."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import VaultDamaged
from journal.store.rows import storable
from journal.store.texts import pack, unpack


@given(st.text(), st.text())
def test_kept_texts_come_back_exactly(title: str, body: str) -> None:
    title, body = storable(title), storable(body)
    assert unpack(pack(title, body)) == (title, body)


@pytest.mark.parametrize("packed", [b"", b"noise", zlib.compress(b"{"), zlib.compress(b"[1]"), zlib.compress(b"7")])
def test_a_kept_text_that_cannot_be_read_is_damage(packed: bytes) -> None:
    with pytest.raises(VaultDamaged):
        unpack(packed)
