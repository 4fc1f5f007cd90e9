"""The writer's own words: as many in the list, on the page and in the figures, and the first of them everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.own_words import EXCERPT_CHARS, count_words, excerpt


@pytest.mark.parametrize(
    ("body", "shown", "words"),
    [
        ("", "", 0),
        ("One two", "One two", 2),
        ("> A prompt?\n\nMy answer.\n> Another?\nMore.", "My answer.\nMore.", 3),
        ("> only a prompt", "", 0),
        ("It’s two, – no: three", "It’s two, – no: three", 4),
        ("über\n\n\nété …", "über\nété …", 2),
        ("a  b\t c\r\n\nd", "a b c\nd", 4),
        ("x" * 300, "x" * EXCERPT_CHARS + "…", 1),
        ("word " * 100, "word " * 19 + "word…", 100),
        ("😀 " * 10, ("😀 " * 10).strip(), 0),
    ],
)
def test_excerpt_and_words_are_the_writers_own(body: str, shown: str, words: int) -> None:
    assert excerpt(body) == shown
    assert count_words(body) == words


@given(st.text())
def test_an_excerpt_is_short_and_has_no_empty_line(body: str) -> None:
    shown = excerpt(body)
    assert len(shown) <= EXCERPT_CHARS + 1
    assert all(line.strip() for line in shown.splitlines())
