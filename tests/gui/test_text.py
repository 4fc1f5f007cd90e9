"""Positions and texts cross between Python and Qt without loss, whatever the characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from ui.text import Positions, counted, document_text, select, utf16_length

#: What Qt keeps for itself in a document: separators, object marks and frame borders (QTextDocument, QTextFormat).
_QTS_OWN = "\r\u2028\u2029\ufdd0\ufdd1\ufffc\x00"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=_QTS_OWN), max_size=60)
CASES = [
    "",
    "plain words",
    "😀 anna",
    "a😀b😀c",
    "e\u0301 cafe\u0301",
    "שלום 😀 עולם",
    "👩‍👩‍👧‍👦 family",
    "no\u00a0break and\nlines\n\n",
    "𝔘𝔫𝔦",
]


@pytest.mark.parametrize("text", CASES)
def test_positions_agree_with_qt(qtbot: QtBot, text: str) -> None:
    positions = Positions(text)
    for at in range(len(text) + 1):
        assert positions.to_qt(at) == len(text[:at].encode("utf-16-le")) // 2
        assert positions.from_qt(positions.to_qt(at)) == at


@given(TEXTS, st.data())
def test_any_selection_is_the_text_between_its_ends(text: str, data: st.DataObject) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cursor = select(document, start, end)
    assert cursor.selectedText().replace("\u2029", "\n") == text[start:end]


@given(TEXTS)
def test_a_document_gives_back_every_character(text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)
    assert document_text(document) == text


@given(TEXTS)
def test_a_position_inside_a_surrogate_pair_counts_as_before_it(text: str) -> None:
    positions = Positions(text)
    inverse = [positions.from_qt(at) for at in range(utf16_length(text) + 1)]
    assert inverse == sorted(inverse)
    assert set(inverse) == set(range(len(text) + 1))


def test_positions_outside_the_text_are_bounded() -> None:
    positions = Positions("a😀")
    assert (positions.to_qt(-1), positions.to_qt(99)) == (0, 3)
    assert (positions.from_qt(-1), positions.from_qt(99)) == (0, 2)


def test_a_soft_line_break_is_a_line_end(qtbot: QtBot) -> None:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText("one\u2028two")
    assert document_text(document) == "one\ntwo"


@pytest.mark.parametrize(("count", "said"), [(0, "0 words"), (1, "1 word"), (2, "2 words"), (1234, "1,234 words")])
def test_numbers_are_said_without_brackets(count: int, said: str) -> None:
    assert counted(count, "1 word", "%n words") == said
