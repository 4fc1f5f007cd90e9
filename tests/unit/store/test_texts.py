"""What is worked out from a text when it is stored."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import VaultDamaged
from journal.store.rows import storable
from journal.store.texts import EXCERPT_CHARS, count_words, excerpt, pack, unpack


@pytest.mark.parametrize(
    ("body", "shown", "words"),
    [
        ("", "", 0),
        ("One two", "One two", 2),
        ("> A prompt?\n\nMy answer.\n> Another?\nMore.", "My answer. More.", 3),
        ("> only a prompt", "", 0),
        ("a  b\t c\r\n\nd", "a b c d", 4),
        ("x" * 300, "x" * EXCERPT_CHARS + "…", 1),
        ("word " * 100, "word " * 19 + "word…", 100),
        ("😀 " * 10, ("😀 " * 10).strip(), 10),
    ],
)
def test_excerpt_and_words_are_the_writers_own(body: str, shown: str, words: int) -> None:
    assert excerpt(body) == shown
    assert count_words(body) == words


@given(st.text())
def test_an_excerpt_is_short_and_on_one_line(body: str) -> None:
    shown = excerpt(body)
    assert len(shown) <= EXCERPT_CHARS + 1
    assert len(shown.splitlines()) <= 1


@given(st.text(), st.text())
def test_kept_texts_come_back_exactly(title: str, body: str) -> None:
    title, body = storable(title), storable(body)
    assert unpack(pack(title, body)) == (title, body)


@pytest.mark.parametrize("packed", [b"", b"noise", zlib.compress(b"{"), zlib.compress(b"[1]"), zlib.compress(b"7")])
def test_a_kept_text_that_cannot_be_read_is_damage(packed: bytes) -> None:
    with pytest.raises(VaultDamaged):
        unpack(packed)
