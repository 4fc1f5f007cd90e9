"""The differences of two texts: written out, and complete for any two texts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.editor.differences import compare

TEXTS = st.text(st.sampled_from("ab \n.é😀\u0301ש"), max_size=60)


@pytest.mark.parametrize(
    ("earlier", "later", "gone", "new"),
    [
        ("same", "same", [], []),
        ("", "new", [], ["new"]),
        ("old", "", ["old"], []),
        ("I felt calm.", "I felt torn.", ["calm"], ["torn"]),
        ("one\ntwo\nthree", "one\nthree", ["two\n"], []),
        ("one\nthree", "one\ntwo\nthree", [], ["two\n"]),
        ("😀 calm", "😀 torn", ["calm"], ["torn"]),
        ("one two three.", "four five six.", ["one two three"], ["four five six"]),
        ("I felt calm then.", "I felt torn then.\nYes.", ["calm"], ["torn", "\nYes."]),
    ],
)
def test_what_differs(earlier: str, later: str, gone: list[str], new: list[str]) -> None:
    found = compare(earlier, later)
    assert [earlier[start:end] for start, end in found.earlier] == gone
    assert [later[start:end] for start, end in found.later] == new
    assert len(found.places) == max(len(gone), len(new))


@given(TEXTS, TEXTS)
def test_what_is_left_is_the_same_in_both(earlier: str, later: str) -> None:
    found = compare(earlier, later)
    assert without(earlier, found.earlier) == without(later, found.later)


def without(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    left, at = "", 0
    for start, end in stretches:
        assert at <= start < end <= len(text)
        left += text[at:start]
        at = end
    return left + text[at:]


def test_two_long_texts_are_compared_in_time() -> None:
    earlier = "\n\n".join(f"paragraph {number} " + "some words of it " * 30 for number in range(25))
    later = earlier.replace("some words", "other words")
    started = time.perf_counter()
    compare(earlier, later)
    assert time.perf_counter() - started < 10
