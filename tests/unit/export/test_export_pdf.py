"""Pages: what Qt writes is put together anew without its marks, and only a reviewed post that was drawn leaves."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from journal.errors import BadInput, QuestionsUnanswered
from journal.export.drawn import DrawnPost, drawn
from journal.export.pages import can_be_set
from journal.export.pdf import without_marks
from journal.export.save import render, save
from tests.unit.export.pdf_files import OBJECTS, a_pdf
from tests.unit.export.reviewed_posts import reviewed_post


def test_marks_go_and_the_page_stays() -> None:
    made = without_marks(a_pdf())
    for mark in (b"SECRET", b"Qt", b"2026", b"xpacket", b"/Info", b"/ID", b"NOT REACHED"):
        assert mark not in made
    read = pypdf.PdfReader(io.BytesIO(made), strict=True)
    assert read.metadata is None
    assert read.xmp_metadata is None
    assert str(read.root_object["/Lang"]) == "en-GB"
    (page,) = read.pages
    assert page.mediabox.width == 9
    contents = page.get_contents()
    assert contents is not None
    assert contents.get_data() == b"(4 0 R)\x00\xff", "what looks like a reference in data is data"


def test_the_number_of_an_object_and_a_second_pass_change_nothing() -> None:
    moved = (OBJECTS[6].replace(b"7 0", b"1 0"), *OBJECTS[1:5], OBJECTS[5].replace(b"7 0 R", b"1 0 R"))
    made = without_marks(a_pdf())
    assert without_marks(a_pdf(moved, b"/Size 7\n/Root 3 0 R\n")) == made
    assert without_marks(made) == made


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"%PDF-1.4\nanything",
        a_pdf() + b"more",
        a_pdf().replace(b"trailer", b"trailor"),
        a_pdf(trailer=b"/Size 9\n/Info 1 0 R\n"),
        # a table that points beside its objects, or to nothing
        a_pdf().replace(b"00000 n \n", b"00001 n \n").replace(b"1 0 obj", b"1 0 xxx"),
        a_pdf(OBJECTS[:4]),
        # a mark where none is expected: it is not let through
        a_pdf((*OBJECTS[:3], OBJECTS[3].replace(b"/Type /Page", b"/Type /Page /Metadata 2 0 R"), *OBJECTS[4:])),
    ],
)
def test_another_shape_is_refused(other: bytes) -> None:
    with pytest.raises(ValueError, match=r"PDF|object|reference"):
        without_marks(other)


def test_only_a_reviewed_post_is_drawn_and_it_is_drawn_from_its_own_words(tmp_path: Path) -> None:
    asked: list[str] = []

    def draw(html: str) -> bytes:
        asked.append(html)
        return a_pdf()

    post = reviewed_post("It went *quiet*.", title="The clock")
    pages = drawn(post, draw)
    assert asked == ["<h1>The clock</h1>\n<p>It went <em>quiet</em>.</p>\n"]
    saved = save(pages, "pdf", tmp_path / "draft.pdf")
    assert (tmp_path / "draft.pdf").read_bytes() == without_marks(a_pdf())
    assert saved.size == len(pages.pdf)
    with pytest.raises(TypeError):
        drawn("an entry", draw)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        render(DrawnPost(post.post, pages.pdf), "pdf")  # type: ignore[arg-type]


def test_questions_hold_up_pages_as_they_hold_up_every_format() -> None:
    post = reviewed_post("It went quiet.", answers=())
    with pytest.raises(QuestionsUnanswered):
        render(drawn(post, lambda _: a_pdf()), "pdf")


def test_what_our_fonts_lack_a_letter_of_is_left_to_the_window(tmp_path: Path) -> None:
    post = reviewed_post("It went quiet 😀.", title="The clock")
    assert not can_be_set(post)
    with pytest.raises(BadInput) as refused:
        save(post, "pdf", tmp_path / "draft.pdf")
    assert refused.value.facts["reason"] == "no_letters"
    assert list(tmp_path.iterdir()) == []
    assert render(drawn(post, lambda _: a_pdf()), "pdf") == without_marks(a_pdf())
    assert can_be_set(reviewed_post("It went quiet."))
