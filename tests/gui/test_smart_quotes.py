"""Straight marks become British ones while typing; in code they stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.editor.smart_quotes import smartened


def typed(keys: str) -> str:
    line = ""
    for key in keys:
        change = smartened(line, key)
        line += key
        if change is not None:
            back, new = change
            line = line[: len(line) - back] + new
    return line


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("'Yes,' she said.", "‘Yes,’ she said."),
        ("It's", "It’s"),
        ("the clients' room", "the clients’ room"),
        ("'He said \"no\" to me.'", "‘He said “no” to me.’"),
        ("('so')", "(‘so’)"),
        ("*'so'*", "*‘so’*"),
        ("so -- I think -- it went", "so – I think – it went"),
        ("1914--18", "1914–18"),
        ("---", "---"),
        ("- item", "- item"),
        ("`it's`", "`it's`"),
        ("`a` it's", "`a` it’s"),
        ("😀's", "😀’s"),
        ("e\u0301'e\u0301", "e\u0301’e\u0301"),
        ("שלום 'שלום'", "שלום ‘שלום’"),
    ],
)
def test_marks_are_set_as_a_printer_would(keys: str, text: str) -> None:
    assert typed(keys) == text


@given(st.text(st.sampled_from("ab '\"-`*\u2018é😀"), max_size=30))
def test_nothing_but_marks_changes(keys: str) -> None:
    plain = typed(keys).translate(str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")).replace("\u2013", "--")
    assert plain == keys.replace("\u2018", "'")
