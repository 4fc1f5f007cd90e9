"""Where lines break, and that nothing of the words is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.paper.lines import SERIF, broken, least, plain
from journal.paper.parts import Run


def said(*runs: Run, width: float) -> list[str]:
    return ["".join(one.text for one in line) for line in broken(runs, SERIF, 10, width)]


def test_lines_break_at_spaces_and_after_dashes() -> None:
    assert said(Run("one two three"), width=40) == ["one two ", "three"]
    assert said(Run("well-being"), width=30) == ["well-", "being"]
    assert said(Run("so – well"), width=24) == ["so – ", "well"]
    assert said(Run("5\u00a0November day"), width=70) == ["5\u00a0November ", "day"]


def test_a_word_of_several_looks_is_one_word() -> None:
    runs = (Run("with "), Run("K", strong=True), Run("7, then"))
    assert said(*runs, width=45) == ["with K7, ", "then"]
    assert [one.face.name for one in broken(runs, SERIF, 10, 500)[0]] == [SERIF.plain, SERIF.strong, SERIF.plain]


def test_a_word_wider_than_the_line_is_cut_where_it_must() -> None:
    lines = said(Run("go to exampleexampleexample now"), width=50)
    assert "".join(lines) == "go to exampleexampleexample now"
    assert len(lines) > 3


def test_a_space_may_hang_over_the_edge() -> None:
    wide, _ = least("words", SERIF, 10)
    assert said(Run("words words"), width=wide) == ["words ", "words"]


def test_a_break_that_was_typed_is_kept_and_code_keeps_its_spaces() -> None:
    assert said(Run("one"), Run("two", line_break=True), width=200) == ["one", "two"]
    assert said(Run("  a  b", code=True), Run("", code=True, line_break=True), width=200) == ["  a  b", ""]
    assert said(Run("one "), Run(" two"), width=200) == ["one two"], "two spaces are one"
    assert said(width=10) == [""]


def test_text_is_set_without_what_nobody_sees() -> None:
    assert plain("e\u0301 \t\n a\u200bb\u00ad") == "é ab"
    assert plain("5\u202fkm, well\u2011being") == "5\u00a0km, well-being"


@given(st.text("ab -—é", max_size=60), st.floats(20, 200))
def test_nothing_is_lost_and_no_line_is_wider(text: str, width: float) -> None:
    lines = broken((Run(text),), SERIF, 10, width)
    assert "".join(one.text for line in lines for one in line) == plain(text).lstrip(" ")
    for line in lines:
        if line:
            spaces = len(line[-1].text) - len(line[-1].text.rstrip(" "))
            tail = spaces * line[-1].face.width(" ") * 10 / line[-1].face.units
            assert sum(one.width for one in line) - tail <= width + 0.01
