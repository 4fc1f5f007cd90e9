"""Lines of Markdown and what is styled in them: written out, and for any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.markdown import Style, heading_level, is_quotation, opens_or_closes_fence, spans

LINES = st.text(st.sampled_from("*_`[]()<> #->ab1.\\é😀\u0301שxhttp:/"), max_size=40)


def styled(line: str, style: Style) -> list[str]:
    """The words of ``line`` that are of ``style``, signs left out."""
    return [line[span.start : span.end] for span in spans(line) if style in span.style and Style.MARK not in span.style]


@pytest.mark.parametrize(
    ("line", "style", "words"),
    [
        ("plain words", Style.STRONG, []),
        ("some **strong** words", Style.STRONG, ["strong"]),
        ("some *leaning* words", Style.EMPHASIS, ["leaning"]),
        ("some _leaning_ words", Style.EMPHASIS, ["leaning"]),
        ("***both***", Style.EMPHASIS, ["both"]),
        ("***both***", Style.STRONG, ["both"]),
        ("**strong with *both* in it**", Style.EMPHASIS, ["both"]),
        ("**strong with *both* in it**", Style.STRONG, ["strong with ", "both", " in it"]),
        ("2 * 3 * 4 and snake_case_name", Style.EMPHASIS, []),
        ("not \\*leaning\\*", Style.EMPHASIS, []),
        ("a `*name*` of code", Style.EMPHASIS, []),
        ("a `*name*` of code", Style.CODE, ["*name*"]),
        ("``a ` b``", Style.CODE, ["a ` b"]),
        ("see [words](https://example.org/a_b_c)", Style.LINK, ["words"]),
        ("see [words](https://example.org/a_b_c)", Style.EMPHASIS, []),
        ("see [*words*](https://example.org)", Style.EMPHASIS, ["words"]),
        ("<https://example.org>", Style.LINK, ["https://example.org"]),
        ("# A heading", Style.HEADING, ["A heading"]),
        ("#hashtag", Style.HEADING, []),
        ("> said *so*", Style.QUOTATION, ["said ", "so"]),
        ("> said *so*", Style.EMPHASIS, ["so"]),
        ("- an *item*", Style.EMPHASIS, ["item"]),
        ("😀 *e\u0301* שלום **x**", Style.EMPHASIS, ["e\u0301"]),
        ("😀 *e\u0301* שלום **x**", Style.STRONG, ["x"]),
    ],
)
def test_what_people_type_is_styled(line: str, style: Style, words: list[str]) -> None:
    assert styled(line, style) == words


@pytest.mark.parametrize("line", ["- one", "* one", "+ one", "1. one", "12) one", "  - one", "- [ ] one"])
def test_the_sign_of_a_list_item_is_seen(line: str) -> None:
    first = spans(line)[0]
    assert first.style == Style.LIST_MARK
    assert line[first.end :] == "one"


@pytest.mark.parametrize("line", ["-one", "1.one", "-", "2026 was"])
def test_other_lines_are_no_lists(line: str) -> None:
    assert all(Style.LIST_MARK not in span.style for span in spans(line))


def test_kinds_of_lines() -> None:
    assert [heading_level(line) for line in ("# a", "### a", "a", "#a", "####### a")] == [1, 3, 0, 0, 0]
    assert [is_quotation(line) for line in ("> a", "  > a", ">", "a > b")] == [True, True, True, False]
    assert [opens_or_closes_fence(line) for line in ("```", "~~~ text", "`a`", "``")] == [True, True, False, False]


@given(LINES)
def test_spans_are_ordered_and_inside_the_line(line: str) -> None:
    at = 0
    for span in spans(line):
        assert at <= span.start < span.end <= len(line)
        assert span.style
        at = span.end


@pytest.mark.parametrize("piece", ["**a ", "*a ", "`", "[a", "_a ", "***", "<http:", "\\*", "> "])
def test_signs_that_never_close_do_not_hold_up_a_key_press(piece: str) -> None:
    line = (piece * 5_000)[:12_000]
    started = time.perf_counter()
    spans(line)
    assert time.perf_counter() - started < 1
