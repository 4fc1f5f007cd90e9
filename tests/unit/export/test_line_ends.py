"""A line that somebody ended is one in every format; the lines of a text that a program wrapped run on."""

from __future__ import annotations

import io
import textwrap
import zipfile

import docx
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.anonymise.reviewed import ReviewedPost
from journal.export.blocks import Shape, blocks_of
from journal.export.docx import to_docx
from journal.export.html import to_fragment
from journal.export.layout import layout_of
from journal.export.line_ends import wrapping_of
from journal.export.markdown import to_markdown
from journal.export.odt import to_odt
from journal.export.pages import to_pdf
from journal.export.text import to_text
from tests.unit.export.reviewed_posts import reviewed_post as reviewed

PROSE = (
    "I sat with the ending of the hour for a long while, and what I noticed was that I had been counting the minutes "
    "since the middle of it. I did not say so. She looked at the door, and then at me, and what stood between us was "
    "mine rather than hers, as far as I can tell from here, on a train, with the light going."
)
VERSE = "The kettle ticks.\nNobody is late,\nnobody is early either.\nWe wait it out."
ADDRESS = "The Practice\n4 Example Street\nNewtown"


def odt_content(post: ReviewedPost) -> str:
    with zipfile.ZipFile(io.BytesIO(to_odt(post))) as made:
        return made.read("content.xml").decode()


def flows(text: str) -> list[bool]:
    """For each line end within a paragraph, whether it is a space."""
    paragraphs = [part.split("\n") for part in text.split("\n\n")]
    wrapping = wrapping_of(paragraphs)
    return [flow for lines in paragraphs for flow in wrapping.flows(lines)]


@pytest.mark.parametrize(
    "text",
    [
        VERSE,
        ADDRESS,
        "First I was late.\nThen I was early.",
        # Enter once at the end of each thought
        f"{PROSE}\n{PROSE}\n{PROSE[:70]}",
        "I felt torn about the ending today, and I said nothing of it at all.\nShe was late.\nI was not.",
        "I felt torn about the ending today, and I said nothing of it at all.\nShe was late.",
        # verse as wide as prose
        "I have been the one who waits in the corridor with a coat on\nand the one behind the door who does not know\n"
        "that anybody waits, and I have been the door itself between them.",
    ],
)
def test_what_somebody_typed_line_by_line_stays_so(text: str) -> None:
    assert not any(flows(text))


@pytest.mark.parametrize("width", [65, 70, 72, 76, 78, 80, 98])
def test_what_a_program_wrapped_runs_on(width: int) -> None:
    assert all(flows(textwrap.fill(PROSE, width)))
    assert all(flows("\n\n".join(textwrap.fill(each, width) for each in (PROSE, PROSE[:150], PROSE[40:]))))


def test_in_a_wrapped_text_the_short_paragraphs_run_on_and_verse_does_not() -> None:
    short = (
        "That was on the Tuesday, and I have not been able to put it down yet.\nNeither has he, as far as I can see."
    )
    wrapped = textwrap.fill(PROSE, 72)
    ends = wrapped.count("\n")
    assert flows(f"{wrapped}\n\n{short}\n\n{VERSE}") == [True] * (ends + 1) + [False] * 3
    # a paragraph on one long line says that the text as a whole was not wrapped
    assert flows(f"{wrapped}\n\n{short}\n\n{PROSE}") == [True] * ends + [False]
    assert flows(f"{wrapped}\n\n{short}\n\nhttps://example.org/{'a' * 90}") == [True] * (ends + 1)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=60, max_size=200), st.integers(62, 100))
def test_words_wrapped_at_any_usual_width_run_on(words: list[str], width: int) -> None:
    assert all(flows("\n".join(textwrap.wrap(" ".join(words), width))))


@given(st.lists(st.text("ab cd.", min_size=0, max_size=90), min_size=1, max_size=8))
def test_each_line_end_has_its_answer(lines: list[str]) -> None:
    assert len(wrapping_of([lines]).flows(lines)) == len(lines) - 1


def test_a_line_is_one_in_every_format() -> None:
    post = reviewed(f"{VERSE}\n\n> {ADDRESS}\n\n- one\nits second line")
    html = to_fragment(post)
    assert (
        "<p>The kettle ticks.<br />\nNobody is late,<br />\nnobody is early either.<br />\nWe wait it out.</p>" in html
    )
    assert "The Practice<br />\n4 Example Street<br />\nNewtown" in html
    assert "one<br />\nits second line" in html
    paragraphs = [one.text for one in docx.Document(io.BytesIO(to_docx(post))).paragraphs]
    assert paragraphs == ["What the clock does", VERSE, ADDRESS, "one\nits second line"]
    assert odt_content(post).count("<text:line-break/>") == 6
    assert VERSE in to_markdown(post)
    assert VERSE in to_text(post)


def test_wrapped_lines_run_on_in_every_format_and_stay_as_typed_in_the_others() -> None:
    wrapped = textwrap.fill(PROSE, 72)
    post = reviewed(wrapped)
    assert "<br" not in to_fragment(post)
    assert PROSE in [one.text for one in docx.Document(io.BytesIO(to_docx(post))).paragraphs]
    assert "line-break" not in odt_content(post)
    assert wrapped in to_markdown(post)
    assert wrapped in to_text(post)


def test_emphasis_and_links_go_on_over_a_line_end() -> None:
    html = to_fragment(reviewed("*a word\nand another* and [a\nlink](https://example.org) `co\nde` end\nlast"))
    assert "<em>a word<br />\nand another</em>" in html
    assert ">a<br />\nlink</a>" in html
    assert "end<br />\nlast" in html


def test_references_line_by_line_are_paragraphs_of_their_own() -> None:
    post = reviewed("Text.\n\nReferences\n\nRogers, C. R. (1951) *One*.\nRogers, C. R. (1957) Another.")
    blocks = [block for block in blocks_of(layout_of(post)) if block.shape is Shape.REFERENCE]
    assert ["".join(run.text for run in block.runs) for block in blocks] == [
        "Rogers, C. R. (1951) One.",
        "Rogers, C. R. (1957) Another.",
    ]
    assert not any(run.line_break for block in blocks for run in block.runs)


def test_the_pages_have_the_lines_too() -> None:
    said = pypdf.PdfReader(io.BytesIO(to_pdf(reviewed(VERSE)))).pages[0].extract_text().splitlines()
    assert [line.strip() for line in said][-4:] == VERSE.split("\n")
