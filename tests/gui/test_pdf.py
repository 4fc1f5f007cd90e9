"""Pages as PDF, read back by another program: every word, and nothing of the program, the day or the computer."""

from __future__ import annotations

import datetime as dt
import getpass
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from journal.export.drawn import DrawnPost
from journal.practice.summaries import Summary
from tests.gui.fakes import DAY
from tests.unit.export.reviewed_posts import reviewed_post
from ui.exporting import _drawn_if_it_must
from ui.theme import SERIF, Look
from ui.widgets.paper import Paper
from ui.widgets.printing import draw_html, one_page_pt, to_pdf

PAGE = (
    "<h1>An ending, ours</h1><p>Zoë’s “first” session — naïve. A <em>walk</em> in <b>April</b>, "
    'and <a href="https://example.org/a%201%200%20R">a page</a>.</p><blockquote><p>Her words: ‘affable’.</p>'
    "</blockquote><ul><li>one</li><li>two</li></ul>"
)
SAID = "An ending, ours Zoë’s “first” session — naïve. A walk in April, and a page. Her words: ‘affable’. one two"


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def words_of(data: bytes) -> list[str]:
    """What another program reads, without bullets and the number of the page."""
    text = "\n".join(page.extract_text() for page in reader(data).pages)
    return [word for word in re.sub("[•●\u2022]", " ", text).split() if not word.isdigit()]


@pytest.mark.parametrize("family", [SERIF, "Inter"])
def test_every_word_is_read_as_it_was_typed(look: Look, family: str) -> None:
    # where a link or other letters begin the reader breaks the line
    assert "".join(words_of(to_pdf(draw_html(PAGE, family=family)))) == "".join(SAID.split())


def test_nothing_in_it_says_who_made_it_where_and_when(look: Look, tmp_path: Path) -> None:
    data = to_pdf(draw_html(PAGE))
    read = reader(data)
    assert read.metadata is None
    assert read.xmp_metadata is None
    assert set(read.trailer) == {"/Size", "/Root"}
    assert str(read.root_object["/Lang"]) == "en-GB"
    # streams are looked at as they are read, too
    whole = data + b"".join(
        one.get_data() for number in range(1, int(str(read.trailer["/Size"])))
        if isinstance(one := read.get_object(number), pypdf.generic.StreamObject)
    )  # fmt: skip
    today = dt.datetime.now(dt.UTC)
    for trace in (b"Qt", b"Producer", b"CreationDate", str(today.year).encode(), getpass.getuser().encode(), b"/home/"):
        assert trace not in whole or len(trace) < 3, trace
    if shutil.which("exiftool"):
        path = tmp_path / "page.pdf"
        path.write_bytes(data)
        told = subprocess.run(["exiftool", "-j", "-G1", str(path)], capture_output=True, text=True, check=True)
        inside = {name for name in json.loads(told.stdout)[0] if name.startswith(("PDF:", "XMP"))}
        assert inside == {"PDF:PDFVersion", "PDF:Linearized", "PDF:Language", "PDF:PageCount"}


def test_the_marks_are_there_in_what_qt_writes(look: Look) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    draw_html(PAGE)(writer)
    del writer
    read = reader(bytes(buffer.data().data()))
    assert read.metadata is not None
    assert "/CreationDate" in read.metadata
    assert read.xmp_metadata is not None
    assert "/ID" in read.trailer


def test_the_same_page_is_the_same_file(look: Look, qtbot: QtBot) -> None:
    first = to_pdf(draw_html(PAGE))
    qtbot.wait(1100)
    assert to_pdf(draw_html(PAGE)) == first


def test_a_link_leads_where_it_led(look: Look) -> None:
    (link,) = (note.get_object() for note in reader(to_pdf(draw_html(PAGE))).pages[0]["/Annots"])  # type: ignore[attr-defined]
    assert link["/A"]["/URI"] == "https://example.org/a%201%200%20R"


def test_nothing_is_fetched_into_it(look: Look, tmp_path: Path) -> None:
    picture = QImage(123, 77, QImage.Format.Format_RGB32)
    picture.fill(0x00FF0000)
    picture.save(str(tmp_path / "secret.png"))
    data = to_pdf(draw_html(f'<p>words</p><img src="{tmp_path}/secret.png">'))
    assert b"/Width 123" not in data
    assert tmp_path.name.encode() not in data


def test_long_texts_go_on_over_pages(look: Look) -> None:
    long = "".join(f"<p>Paragraph {number} of an account.</p>" for number in range(400))
    data = to_pdf(draw_html(long))
    assert len(reader(data).pages) > 5
    assert words_of(data).count("Paragraph") == 400


def test_one_page_is_one_page_as_long_as_it_can_be_read(look: Look) -> None:
    def page(matters: int) -> str:
        cells = "".join(f"<tr><td>Matter {at}</td><td>Why it matters, in a line.</td></tr>" for at in range(matters))
        return f"<h2>Agenda</h2><table>{cells}</table>"

    def pages(matters: int) -> tuple[float, int]:
        size = one_page_pt(page(matters))
        return size, len(reader(to_pdf(draw_html(page(matters), size_pt=size))).pages)

    assert pages(5) == (10.0, 1)
    size, count = pages(55)
    assert 7.0 <= size < 10.0
    assert count == 1
    assert pages(300) == (7.0, pages(300)[1])
    assert pages(300)[1] > 1, "no smaller than one can read"


def test_a_drawing_goes_out_clean_as_well(look: Look) -> None:
    def draw(device: object) -> None:
        painter = QPainter(device)  # type: ignore[call-overload]
        painter.drawText(100, 400, "Hours")
        painter.end()

    data = to_pdf(draw, landscape=True)
    assert reader(data).metadata is None
    assert "Hours" in words_of(data)


def test_a_post_is_drawn_by_qt_only_where_our_fonts_lack_a_letter(look: Look) -> None:
    plain, emoji = reviewed_post("It went quiet."), reviewed_post("It went quiet 😀.")
    assert _drawn_if_it_must(plain) is plain
    drawn = _drawn_if_it_must(emoji)
    assert isinstance(drawn, DrawnPost)
    read = reader(drawn.pdf)
    assert "quiet" in words_of(drawn.pdf)
    assert read.metadata is None
    assert "/StructTreeRoot" not in read.root_object


def test_a_summary_is_tagged_unless_our_fonts_lack_a_letter_of_it(look: Look) -> None:
    made = Summary("For supervision", DAY, DAY, ("Matter",), (("Silence",),))
    ours = reader(Paper(made, one_page=True).pdf())
    assert "/StructTreeRoot" in ours.root_object
    qts = Paper(replace(made, rows=(("Silence 😀",),)), one_page=True).pdf()
    assert "Silence" in words_of(qts)
    assert "/StructTreeRoot" not in reader(qts).root_object
