"""What buttons and keys do to the text: written out, undone by a second press, and right for any characters."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ui.editor.edits import (
    EMPHASIS,
    HEADING_SIGN,
    LIST_SIGN,
    QUOTATION_SIGN,
    STRONG,
    Edit,
    NewLine,
    new_line,
    toggle_line,
    toggle_link,
    toggle_mark,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="*\r"), max_size=30)
SIGNS = (HEADING_SIGN, LIST_SIGN, QUOTATION_SIGN)


def taken(shown: str) -> tuple[str, int, int]:
    """A text with its selection between bars; one bar is the caret."""
    first = shown.index("|")
    rest = shown[:first] + shown[first + 1 :]
    last = rest.find("|")
    return (rest, first, first) if last < 0 else (rest[:last] + rest[last + 1 :], first, last)


def done(text: str, edit: Edit) -> str:
    """The text after ``edit``, its selection between bars."""
    new = text[: edit.start] + edit.text + text[edit.end :]
    if edit.first == edit.last:
        return new[: edit.first] + "|" + new[edit.first :]
    return new[: edit.first] + "|" + new[edit.first : edit.last] + "|" + new[edit.last :]


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("some |words| here", STRONG, "some **|words|** here"),
        ("some **|words|** here", STRONG, "some |words| here"),
        ("some |**words**| here", STRONG, "some |words| here"),
        ("some |words | here", EMPHASIS, "some *|words|*  here"),
        ("some **|words|** here", EMPHASIS, "some ***|words|*** here"),
        ("some ***|words|*** here", STRONG, "some *|words|* here"),
        ("some ***|words|*** here", EMPHASIS, "some **|words|** here"),
        ("some *|words|* here", STRONG, "some ***|words|*** here"),
        ("some wo|rds here", EMPHASIS, "some *wo|rds* here"),
        ("some *wo|rds* here", EMPHASIS, "some wo|rds here"),
        ("some | here", STRONG, "some **|** here"),
        ("some **|** here", STRONG, "some | here"),
        ("|", EMPHASIS, "*|*"),
        ("don’t sto|p", STRONG, "don’t **sto|p**"),
        ("😀 wo|rds", STRONG, "😀 **wo|rds**"),
        ("|one\ntwo|", STRONG, "|**one**\n**two**|"),
        ("|**one**\n**two**|", STRONG, "|one\ntwo|"),
        ("|- one\n\n> two|", EMPHASIS, "|- *one*\n\n> *two*|"),
        ("|**one**\ntwo|", STRONG, "|**one**\n**two**|"),
        ("|  |", EMPHASIS, "*|*  "),
    ],
)
def test_marks_go_round_and_come_off(before: str, mark: str, after: str) -> None:
    text, start, end = taken(before)
    assert done(text, toggle_mark(text, start, end, mark)) == after


@pytest.mark.parametrize(
    ("before", "sign", "after"),
    [
        ("a li|ne", QUOTATION_SIGN, "> a li|ne"),
        ("> a li|ne", QUOTATION_SIGN, "a li|ne"),
        ("a\n|b\nc|\nd", LIST_SIGN, "a\n|- b\n- c|\nd"),
        ("a\n|- b\n- c|\nd", LIST_SIGN, "a\n|b\nc|\nd"),
        ("|- b\nc|", LIST_SIGN, "|- b\n- c|"),
        ("|b\n\nc|", QUOTATION_SIGN, "|> b\n\n> c|"),
        ("|1. one|", LIST_SIGN, "|one|"),
        ("## he|ad", HEADING_SIGN, "he|ad"),
        ("# he|ad", HEADING_SIGN, "he|ad"),
        ("- it|em", HEADING_SIGN, "## it|em"),
        ("> it|em", LIST_SIGN, "> - it|em"),
        ("|", LIST_SIGN, "- |"),
        ("- |", LIST_SIGN, "|"),
        ("wor|ds", HEADING_SIGN, "## wor|ds"),
        ("|## |words", HEADING_SIGN, "|words"),
    ],
)
def test_lines_become_something_and_plain_again(before: str, sign: str, after: str) -> None:
    text, start, end = taken(before)
    assert done(text, toggle_line(text, start, end, sign)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see |words| here", "see [words](|) here"),
        ("see |https://example.org| here", "see [|](https://example.org) here"),
        ("see [wo|rds](https://example.org) here", "see |words| here"),
        ("see | here", "see [|]() here"),
        ("[a](b) and |c|", "[a](b) and [c](|)"),
        ("|[a](b)|", "|a|"),
    ],
)
def test_links_are_made_and_taken_away(before: str, after: str) -> None:
    text, start, end = taken(before)
    assert done(text, toggle_link(text, start, end)) == after


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("plain|", None),
        ("- one|", NewLine("- ")),
        ("- on|e", NewLine("- ")),
        ("|- one", None),
        ("- |", NewLine(ends=True)),
        ("-|", None),
        ("9. nine|", NewLine("10. ")),
        ("3) three|", NewLine("4) ")),
        ("  * in|", NewLine("  * ")),
        ("- [x] done|", NewLine("- [ ] ")),
        ("> said|", NewLine("> ")),
        (">said|", NewLine("> ")),
        ("> |", NewLine(ends=True)),
        (">|", NewLine(ends=True)),
        ("> - one|", NewLine("> - ")),
        ("> > deep|", NewLine("> > ")),
        ("😀 > no|", None),
        ("- 😀|", NewLine("- ")),
        ("2026 was long|", None),
    ],
)
def test_enter_goes_on_with_a_list_or_quotation_and_ends_an_empty_one(line: str, wanted: NewLine | None) -> None:
    text, at, _ = taken(line)
    assert new_line(text, at) == wanted


@given(WORDS, st.data(), st.sampled_from([STRONG, EMPHASIS]))
def test_a_mark_twice_gives_back_the_text(text: str, data: st.DataObject, mark: str) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = toggle_mark(text, start, end, mark)
    marked = text[: once.start] + once.text + text[once.end :]
    again = toggle_mark(marked, once.first, once.last, mark)
    assert marked[: again.start] + again.text + marked[again.end :] == text


@given(WORDS, st.data(), st.sampled_from(SIGNS))
def test_a_sign_twice_gives_back_the_text(text: str, data: st.DataObject, sign: str) -> None:
    # lines without signs of their own, which a heading replaces, or white space before them, which it takes as its own
    assume(not any(sign_ in text for sign_ in "#>-+.)"))
    assume(all(line == line.lstrip() for line in text.split("\n")))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = toggle_line(text, start, end, sign)
    marked = text[: once.start] + once.text + text[once.end :]
    again = toggle_line(marked, once.first, once.last, sign)
    assert marked[: again.start] + again.text + marked[again.end :] == text


@given(WORDS, st.data())
def test_no_edit_takes_letters_away(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for edit in (
        toggle_mark(text, start, end, STRONG),
        *(toggle_line(text, start, end, sign) for sign in SIGNS),
        toggle_link(text, start, end),
    ):
        new = text[: edit.start] + edit.text + text[edit.end :]
        assert 0 <= edit.first <= edit.last <= len(new)
        assert letters(new) == letters(text) or "](" in text


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalpha())
