"""Writing: buttons, keys, lists, marks, styles and the find bar, for any characters and without a lost letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from journal.export.parser import PostParser
from tests.gui.test_text import TEXTS
from ui.actions import TABLE
from ui.editor.edits import LIST_SIGN, STRONG, toggle_line, toggle_mark
from ui.editor.find import find_all
from ui.editor.find_bar import FindBar
from ui.editor.format_bar import FORMATS, FormatBar
from ui.editor.writing_edit import WritingEdit
from ui.theme import Look
from ui.widgets import markdown_look
from ui.widgets.markdown import Span, spans


@pytest.fixture
def edit(qtbot: QtBot, look: Look) -> WritingEdit:
    made = WritingEdit(look)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


@pytest.fixture(scope="module")
def one_edit(shared_look: Look) -> WritingEdit:
    return WritingEdit(shared_look)


@pytest.fixture
def smart(look: Look) -> Iterator[Look]:
    look.apply(look.settings._replace(smart_quotes=True))
    yield look
    look.apply(look.settings._replace(smart_quotes=False))


# lines
def test_every_enter_makes_a_line_as_high_as_the_others(edit: WritingEdit) -> None:
    """Qt's own Enter makes none of the second, and sets all that is typed below closer."""
    edit.set_text("")
    enter, return_ = Qt.Key.Key_Enter, Qt.Key.Key_Return
    for key in (Qt.Key.Key_A, return_, return_, Qt.Key.Key_B, enter, return_, Qt.Key.Key_C):
        QTest.keyClick(edit, key)
    assert edit.text() == "a\n\nb\n\nc"
    block, heights = edit.document().begin(), set()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    assert len(heights) == 1
    assert heights != {0.0}
    for _ in range(10):
        edit.undo()
    assert edit.text() == ""


def test_enter_writes_nothing_where_the_text_can_only_be_read(edit: WritingEdit) -> None:
    edit.set_text("- a")
    edit.setReadOnly(True)
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(edit, Qt.Key.Key_Return, modifier)
    assert edit.text() == "- a"


# buttons and keys
def test_every_format_has_a_button_and_a_key(qtbot: QtBot, look: Look) -> None:
    bar = FormatBar(look)
    qtbot.addWidget(bar)
    asked: list[str] = []
    bar.asked.connect(asked.append)
    for made in bar.findChildren(QToolButton):
        made.click()
    assert asked == list(FORMATS)
    keys = {row.id: row.keys for row in TABLE}
    assert all(keys[id] for id in (*FORMATS, "find"))


def test_a_format_is_one_step_of_undo_and_keeps_the_selection(edit: WritingEdit) -> None:
    edit.set_text("😀 some words here")
    edit.select(7, 12)
    edit.apply(FORMATS["bold"])
    assert edit.text() == "😀 some **words** here"
    assert edit.selection() == (9, 14)
    edit.apply(FORMATS["bold"])
    assert edit.text() == "😀 some words here"
    edit.undo()
    assert edit.text() == "😀 some **words** here"
    edit.undo()
    assert edit.text() == "😀 some words here"
    edit.undo()
    assert edit.text() == "😀 some words here"


def test_what_cannot_be_written_in_is_not_formatted(edit: WritingEdit) -> None:
    edit.set_text("words")
    edit.setEnabled(False)
    edit.apply(FORMATS["list"])
    assert edit.text() == "words"


@given(TEXTS, st.data())
def test_an_edit_does_to_the_document_what_it_does_to_the_text(
    one_edit: WritingEdit, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    change = data.draw(st.sampled_from(list(FORMATS.values())))
    one_edit.set_text(text)
    one_edit.select(start, end)
    assert one_edit.selection() == (start, end)
    wanted = change(text, start, end)
    one_edit.apply(change)
    assert one_edit.text() == text[: wanted.start] + wanted.text + text[wanted.end :]
    assert one_edit.selection() == (wanted.first, wanted.last)
    one_edit.undo()
    assert one_edit.text() == text


# Enter
@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("- one\ntwo", "- one\n- two"),
        ("1. one\ntwo", "1. one\n2. two"),
        ("> said\nmore", "> said\n> more"),
        ("- one\n\nafter", "- one\n\nafter"),
        ("> said\n\nafter", "> said\n\nafter"),
        ("plain\nplain", "plain\nplain"),
        ("- 😀 e\u0301\nשלום", "- 😀 e\u0301\n- שלום"),
    ],
)
def test_enter_goes_on_with_a_list_and_an_empty_item_ends_it(edit: WritingEdit, keys: str, text: str) -> None:
    for key in keys:
        if key == "\n":
            QTest.keyClick(edit, Qt.Key.Key_Return)
        elif key.isascii():
            QTest.keyClicks(edit, key)
        else:
            edit.insertPlainText(key)
    assert edit.text() == text


def test_enter_in_code_and_with_shift_is_an_ordinary_line(edit: WritingEdit) -> None:
    edit.set_text("```\n- one")
    edit.set_caret(9)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "```\n- one\n"
    edit.set_text("- one")
    edit.set_caret(5)
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert edit.text() == "- one\n"


def test_what_enter_did_is_one_step_of_undo(edit: WritingEdit) -> None:
    edit.set_text("- one")
    edit.set_caret(5)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    edit.undo()
    assert edit.text() == "- one"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- |", "- one\n\n|"),
        ("1. one\n2. |\n3. three", "1. one\n\n|\n\n3. three"),
        ("> said\n> |\n\nmine", "> said\n\n|\n\nmine"),
        ("- |\nmine", "|\n\nmine"),
        ("mine\n\n- |", "mine\n\n|"),
        ("- ☕ one\n- |", "- ☕ one\n\n|"),
    ],
)
def test_what_is_typed_after_a_list_is_a_paragraph_of_its_own(edit: WritingEdit, before: str, after: str) -> None:
    at = before.index("|")
    edit.set_text(before.replace("|", ""))
    edit.set_caret(at)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    caret = edit.caret()
    assert edit.text()[:caret] + "|" + edit.text()[caret:] == after
    edit.insertPlainText("after")
    words = [token.content for token in PostParser().parse(edit.text()) if token.type == "inline"]
    assert "after" in words
    edit.undo()
    edit.undo()
    assert edit.text() == before.replace("|", "")
    assert edit.caret() == at


def test_a_question_answered_twice_stands_there_once(edit: WritingEdit) -> None:
    edit.set_text("Mine.")
    edit.set_caret(5)
    for _ in range(2):
        edit.insert_paragraph("> What stayed?\n\n")
    assert edit.text() == "Mine.\n\n> What stayed?\n\n"
    edit.insertPlainText("The clock.")
    edit.insert_paragraph("> What stayed?\n\n")
    assert edit.text().count("> What stayed?") == 2


# marks
def test_marks_are_made_while_typing_and_undo_gives_back_the_straight_one(edit: WritingEdit, smart: Look) -> None:
    edit.insertPlainText("😀 ")
    QTest.keyClicks(edit, "'yes' -- no")
    assert edit.text() == "😀 \u2018yes\u2019 \u2013 no"
    edit.set_text("it")
    edit.set_caret(2)
    QTest.keyClicks(edit, "'")
    assert edit.text() == "it\u2019"
    edit.undo()
    assert edit.text() == "it'"


def test_marks_stay_straight_unless_asked_for_and_in_code(edit: WritingEdit, look: Look) -> None:
    QTest.keyClicks(edit, "'yes'")
    assert edit.text() == "'yes'"
    look.apply(look.settings._replace(smart_quotes=True))
    edit.set_text("```\n")
    edit.set_caret(4)
    QTest.keyClicks(edit, "'yes'")
    assert edit.text() == "```\n'yes'"


# styles
def styles(edit: WritingEdit, line: int = 0) -> list[tuple[int, int, bool, bool]]:
    block = edit.document().findBlockByNumber(line)
    return [
        (one.start, one.length, one.format.fontItalic(), one.format.fontWeight() > 500)
        for one in block.layout().formats()
    ]


def test_styles_lie_where_the_letters_are(edit: WritingEdit) -> None:
    edit.set_text("😀😀 *so* and **now**")
    # an emoji is two of Qt's units: the sign is at 5, the word at 6
    assert styles(edit) == [
        (5, 1, True, False),
        (6, 2, True, False),
        (8, 1, True, False),
        (14, 2, False, True),
        (16, 3, False, True),
        (19, 2, False, True),
    ]


def test_a_fence_styles_all_below_it_until_it_is_closed(edit: WritingEdit) -> None:
    edit.set_text("words\n*so*\n*so*")
    assert len(styles(edit, 1)) == 3
    edit.set_caret(0)
    edit.insertPlainText("```\n")
    assert len(styles(edit, 2)) == len(styles(edit, 3)) == 1
    edit.undo()
    assert len(styles(edit, 1)) == 3


def test_a_key_press_styles_its_own_line_only(edit: WritingEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    edit.set_text("\n".join(f"line *{number}*" for number in range(500)))
    asked: list[str] = []

    def counted(line: str) -> list[Span]:
        asked.append(line)
        return spans(line)

    # not the method itself: once called, PySide goes on calling the one it knows
    monkeypatch.setattr(markdown_look, "spans", counted)
    edit.set_caret(2_000)
    QTest.keyClicks(edit, "x")
    assert len(asked) == 1


def test_opening_a_long_text_styles_it_once(edit: WritingEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(line: str) -> list[Span]:
        asked.append(line)
        return spans(line)

    # not the method itself: once called, PySide goes on calling the one it knows
    monkeypatch.setattr(markdown_look, "spans", counted)
    edit.set_text("\n".join(f"line *{number}*" for number in range(500)))
    assert len(asked) == 500


def test_one_bar_stands_beside_each_quotation(edit: WritingEdit) -> None:
    edit.set_text("words\n> one\n> two\nwords\n> three\n")
    bars = edit._bars(edit.viewport().rect().toRectF())
    assert len(bars) == 2
    assert bars[0].height() > 1.5 * bars[1].height()
    assert bars[0].bottom() < bars[1].top()


# find
@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("The quiet the", "the", [(0, 3), (10, 13)]),
        ("it\u2019s \u2018so\u2019", "it's", [(0, 4)]),
        ("a\u00a0b", "a b", [(0, 3)]),
        ("😀 a😀", "😀", [(0, 1), (3, 4)]),
        ("a.c abc", "a.c", [(0, 3)]),
        ("Élan élan", "élan", [(0, 4), (5, 9)]),
        ("abc", "", []),
        ("", "abc", []),
    ],
)
def test_words_are_found(text: str, words: str, places: list[tuple[int, int]]) -> None:
    assert find_all(text, words) == places


@given(TEXTS, st.data())
def test_what_is_in_the_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : start + data.draw(st.integers(1, 5))]
    assume(words)
    found = find_all(text, words)
    assert found
    assert any(text[slice(*place)] == words for place in found)


class Finding:
    def __init__(self, qtbot: QtBot, look: Look, edit: WritingEdit) -> None:
        self.edit = edit
        self.bar = FindBar(look, edit)
        qtbot.addWidget(self.bar)
        self.bar.begin()
        (self.field,) = self.bar.findChildren(QLineEdit)

    @property
    def said(self) -> str:
        (said,) = self.bar.findChildren(QLabel)
        return said.text()

    @property
    def chosen(self) -> str:
        return self.edit.text()[slice(*self.edit.selection())]


@pytest.fixture
def finding(qtbot: QtBot, look: Look, edit: WritingEdit) -> Finding:
    edit.set_text("😀 She asked. I asked.\nAsked again.")
    return Finding(qtbot, look, edit)


def test_find_counts_and_goes_round(finding: Finding) -> None:
    finding.field.setText("asked")
    assert (finding.said, finding.edit.selection()) == ("1 of 3", (6, 11))
    QTest.keyClick(finding.field, Qt.Key.Key_Return)
    assert (finding.said, finding.chosen) == ("2 of 3", "asked")
    QTest.keyClick(finding.field, Qt.Key.Key_Return)
    assert (finding.said, finding.chosen) == ("3 of 3", "Asked")
    QTest.keyClick(finding.field, Qt.Key.Key_Return)
    assert finding.said == "1 of 3"
    QTest.keyClick(finding.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finding.said == "3 of 3"
    assert len(finding.edit.extraSelections()) == 2


def test_find_says_when_there_is_nothing(finding: Finding) -> None:
    finding.field.setText("zebra")
    assert finding.said == "Not found"
    finding.field.setText("")
    assert finding.said == ""


def test_find_follows_what_is_typed(qtbot: QtBot, finding: Finding) -> None:
    finding.field.setText("asked")
    finding.edit.set_caret(0)
    finding.edit.insertPlainText("asked ")
    qtbot.waitUntil(lambda: finding.said.endswith("of 4"))
    assert finding.edit.caret() == 6


def test_escape_puts_the_bar_away_and_the_place_stays_selected(finding: Finding) -> None:
    finding.field.setText("again")
    QTest.keyClick(finding.field, Qt.Key.Key_Escape)
    assert finding.bar.isHidden()
    assert finding.chosen == "again"
    assert finding.edit.extraSelections() == []


def test_find_takes_up_what_is_selected(finding: Finding) -> None:
    finding.bar.put_away()
    finding.edit.select(2, 5)
    finding.bar.begin()
    assert finding.field.text() == "She"


def test_locking_forgets_what_was_searched_for(finding: Finding) -> None:
    finding.field.setText("asked")
    finding.bar.empty()
    assert finding.field.text() == ""
    assert finding.bar.isHidden()


# the column
@pytest.mark.parametrize("text_px", [18, 36])
def test_the_column_is_in_the_middle_and_no_wider_than_its_measure(edit: WritingEdit, look: Look, text_px: int) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    for width in (500, 900, 2_400):
        edit.resize(width, 500)
        QApplication.processEvents()
        inside = edit.viewport().geometry()
        assert inside.width() <= edit.measure_px() + 80
        assert abs(inside.left() - (width - inside.right())) <= 16
        assert inside.left() >= 0


@given(TEXTS, st.data())
def test_undo_of_everything_gives_back_the_text(one_edit: WritingEdit, text: str, data: st.DataObject) -> None:
    one_edit.set_text(text)
    at = data.draw(st.integers(0, len(text)))
    one_edit.set_caret(at)
    one_edit.insertPlainText(data.draw(TEXTS))
    one_edit.apply(lambda text, start, end: toggle_line(text, start, end, LIST_SIGN))
    one_edit.apply(lambda text, start, end: toggle_mark(text, start, end, STRONG))
    while one_edit.document().isUndoAvailable():
        one_edit.undo()
    assert one_edit.text() == text
