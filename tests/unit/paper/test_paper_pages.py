"""Pages as PDF, read back by another program: every word, how the text is built, nothing of who made it."""

from __future__ import annotations

import io
import itertools
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdf
import pytest

from journal.paper.parts import Paragraph, Part, Role, Run, Table, heading, text
from journal.paper.pdf import can_be_set, on_one_page, to_pdf
from journal.paper.setting import FIGURES, READING, Setting

LINK = "https://example.org/a%201%200%20R?b=(c)"
PARTS: tuple[Part, ...] = (
    Paragraph(Role.SMALL, (Run("Supervision"),)),
    heading("An ending, ours"),
    Paragraph(
        Role.TEXT,
        (
            Run("Zoë’s “first” session — naïve. A "),
            Run("walk", emphasis=True),
            Run(", and "),
            Run("a page", link=LINK),
            Run("."),
        ),
    ),
    Paragraph(Role.QUOTATION, (Run("Her words: ‘affable’."),)),
    Paragraph(Role.QUOTATION, (Run("And more."),)),
    heading("A part", 2),
    Paragraph(Role.ITEM, (Run("one"),), depth=1, list=1, mark="•"),
    Paragraph(Role.TEXT, (Run("more of one"),), depth=1),
    Paragraph(Role.ITEM, (Run("inner"),), depth=2, list=2, mark="1."),
    Paragraph(Role.ITEM, (Run("two"),), depth=1, list=1, mark="•"),
    Paragraph(Role.RULE, ()),
    Paragraph(Role.CODE, (Run("a  b", code=True),)),
    Table(("Month", "Minutes"), (("May", "50"), ("June", ""))),
)  # fmt: skip
BUILT = [
    "Document",
    ["P"],
    ["H1"],
    ["P", ["Link"]],
    ["BlockQuote", ["P"], ["P"]],
    ["H2"],
    [
        "L",
        ["LI", ["Lbl"], ["LBody", ["P"], ["P"], ["L", ["LI", ["Lbl"], ["LBody", ["P"]]]]]],
        ["LI", ["Lbl"], ["LBody", ["P"]]],
    ],
    ["P", ["Code"]],
    [
        "Table",
        ["THead", ["TR", ["TH"], ["TH"]]],
        ["TBody", ["TR", ["TD"], ["TD"]], ["TR", ["TD"], ["TD"]]],
    ],
]


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def kids(node: Any) -> list[Any]:
    return [one.get_object() for one in node["/K"]]


def built(node: Any) -> list[Any]:
    """Tags, as lists in lists."""
    return [str(node["/S"])[1:], *(built(kid) for kid in kids(node) if "/S" in kid)]


def marked_words(page: Any) -> dict[int, str]:
    """The words of each marked place of a page, read off its content and the fonts' own lists of characters."""
    meant: dict[str, dict[str, str]] = {}
    for name, font in page["/Resources"]["/Font"].items():
        said = font.get_object()["/ToUnicode"].get_object().get_data().decode()
        pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", said, re.MULTILINE)
        meant[name] = {number: bytes.fromhex(stands).decode("utf-16-be") for number, stands in pairs}
    words: dict[int, str] = {}
    mark = -1
    for line in page.get_contents().get_data().decode().split("\n"):
        if found := re.match(r"/\w+ << /MCID (\d+) >> BDC", line):
            mark = int(found[1])
        elif line == "/Artifact BMC":
            mark = -1
        elif found := re.match(r"BT (/F\d+) .*<([0-9A-F]*)> Tj ET", line):
            numbers = [found[2][at : at + 4] for at in range(0, len(found[2]), 4)]
            words[mark] = words.get(mark, "") + "".join(meant[found[1]][number] for number in numbers)
    return words


def test_every_word_is_read_as_it_was_typed() -> None:
    read = reader(to_pdf(PARTS, READING))
    said = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for words in ("Zoë’s “first” session — naïve. A walk, and a page.", "Her words: ‘affable’.", "An ending, ours"):
        assert words in said
    assert "a  b" in read.pages[0].extract_text()


def test_it_says_how_the_text_is_built() -> None:
    read = reader(to_pdf(PARTS, READING))
    root = read.root_object
    assert str(root["/Lang"]) == "en-GB"
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    (top,) = kids(root["/StructTreeRoot"])
    assert built(top) == BUILT
    scopes = [cell["/A"]["/Scope"] for cell in kids(kids(kids(kids(top)[-1])[0])[0])]
    assert scopes == ["/Column", "/Column"]


def test_each_marked_place_belongs_to_a_node_and_each_node_to_its_words() -> None:
    read = reader(to_pdf((*PARTS, *[text(f"Paragraph {at}. " + "Words. " * 60) for at in range(20)]), READING))
    assert len(read.pages) > 2
    tree: Any = read.root_object["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    owners = (
        dict(itertools.batched(numbers, 2))
        if hasattr(itertools, "batched")
        else dict(zip(numbers[::2], numbers[1::2], strict=True))
    )
    seen = []
    for page in read.pages:
        of_page = [one.get_object() for one in owners[page["/StructParents"]]]
        words = {mark: said for mark, said in marked_words(page).items() if mark >= 0}
        assert set(words) <= set(range(len(of_page)))
        for mark, node in enumerate(of_page):
            places = [kid for kid in kids(node) if kid.get("/MCID") == mark and kid["/Pg"].get_object() == page]
            assert len(places) == 1
        seen += [words[mark] for mark in sorted(words)]
    assert seen[:4] == ["Supervision", "An ending, ours", "Zoë’s “first” session — naïve. A walk, and ", "a page"]
    assert "".join(seen).count("Paragraph") == 20
    (link,) = (note.get_object() for note in read.pages[0]["/Annots"])  # type: ignore[attr-defined]
    assert link["/A"]["/URI"] == LINK
    owner = owners[link["/StructParent"]].get_object()
    assert owner["/S"] == "/Link"
    assert [kid["/Obj"].get_object() for kid in kids(owner) if kid.get("/Type") == "/OBJR"] == [link]


def test_nothing_in_it_says_who_made_it_where_and_when(tmp_path: Path) -> None:
    data = to_pdf(PARTS, READING)
    read = reader(data)
    assert read.metadata is None
    assert read.xmp_metadata is None
    assert set(read.trailer) == {"/Size", "/Root"}
    for mark in (
        b"/Title",
        b"/Producer",
        b"/Creator",
        b"/CreationDate",
        b"/ModDate",
        b"/Author",
        b"/ID",
        b"Congruence",
    ):
        assert mark not in data
    assert data == to_pdf(PARTS, READING)
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    if shutil.which("exiftool"):
        told = subprocess.run(["exiftool", "-j", "-G1", str(path)], capture_output=True, text=True, check=True)
        inside = {name for name in json.loads(told.stdout)[0] if name.startswith(("PDF:", "XMP"))}
        assert inside == {"PDF:PDFVersion", "PDF:Linearized", "PDF:Language", "PDF:PageCount", "PDF:TaggedPDF"}
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)


def test_a_letter_that_no_font_has_is_refused_before_anything_is_made() -> None:
    for parts in ((text("quiet 😀"),), (Table(("A",), (("漢",),)),), (heading("שלום"),), (text("Ελένη"),)):
        assert not can_be_set(parts, FIGURES)
        with pytest.raises(ValueError, match="letter"):
            to_pdf(parts, FIGURES)
    assert can_be_set((text("Łukasz, Zoë, Dvořák, Ångström, cafe\u0301"),), FIGURES)


def test_no_heading_stands_alone_at_the_foot_and_no_line_alone_on_a_page() -> None:
    for count in range(1, 60):
        parts = [text("One line.") for _ in range(count)] + [heading("Under", 2), text("Words " * 40)]
        pages = Setting(parts, READING).pages
        tags = [[one.node.tag for one in page.marked if one.node is not None] for page in pages]
        assert all(page[-1] != "H2" for page in tags if page)
        for page, following in itertools.pairwise(pages):
            ends, begins = ([one for one in found.marked if one.node is not None] for found in (page, following))
            if ends[-1].node is begins[0].node:
                assert len(ends[-1].drawn) > 1
                assert len(begins[0].drawn) > 1


def test_a_table_goes_on_over_pages_with_its_headings_and_without_losing_a_row() -> None:
    rows = tuple((f"Matter {at}", "Why it matters. " * (at % 9)) for at in range(120))
    read = reader(to_pdf((heading("Agenda"), Table(("Matter", "Why"), rows)), FIGURES))
    said = [page.extract_text() for page in read.pages]
    assert len(said) > 3
    assert all("Why" in page.split("\n", 2)[0] + page.split("\n", 2)[1] for page in said)
    assert [int(one) for one in re.findall(r"Matter (\d+)", " ".join(said))] == list(range(120)), "none of them broken"


def test_a_row_that_no_page_could_hold_goes_on() -> None:
    long = "Words that go on. " * 900
    read = reader(to_pdf((Table(("A", "B"), (("x", long), ("y", "after"))),), FIGURES))
    assert len(read.pages) > 2
    # without the number at the foot of each page
    pages = [page.extract_text().rsplit("\n", 1)[0] for page in read.pages]
    said = " ".join(" ".join(pages).split())
    assert said.count("Words that go on.") == 900
    assert "after" in said


def test_one_page_is_one_page_as_long_as_it_can_be_read() -> None:
    def page(matters: int) -> tuple[float, int]:
        parts = (
            heading("Agenda"),
            Table(("Matter", "Why"), tuple((f"Matter {at}", "In a line.") for at in range(matters))),
        )
        sheet = on_one_page(parts, FIGURES, (10, 9, 8, 7))
        return sheet.size, len(reader(to_pdf(parts, sheet)).pages)

    assert page(5) == (10, 1)
    size, count = page(40)
    assert 7 <= size < 10
    assert count == 1
    assert page(300)[0] == 7
    assert page(300)[1] > 1, "no smaller than one can read"


@pytest.mark.parametrize("columns", range(1, 12))
def test_a_table_of_any_number_of_columns_is_as_wide_as_the_page(columns: int) -> None:
    words = tuple("A column" * (1 + at % 3) + " of words" * (at * 7 % 5) for at in range(columns))
    setting = Setting((), FIGURES)
    widths = setting._fitted(Table(words, (words, tuple("" for _ in words))))
    assert sum(widths) == pytest.approx(setting._width)
    assert min(widths) > 0


def test_a_wide_table_is_set_smaller_before_a_word_of_it_is_cut() -> None:
    columns: tuple[str, ...] = ("Planned date", "Date held", "What happened", "Reason, as a kind", "Minutes planned")
    columns += ("Minutes held", "Format", "Was it compulsory?")
    row = ("26 May 2026", "26 May 2026", "postponed", "supervisor unavailable", "60", "60", "individual", "optional")
    read = reader(to_pdf((Table(columns, (row,) * 4),), FIGURES)).pages[0].extract_text().split()
    assert set(" ".join(columns + row).split()) == set(read)


def test_a_page_without_anything_is_a_page() -> None:
    assert len(reader(to_pdf((), READING)).pages) == 1
    assert reader(to_pdf((Table(("A", "B"), ()),), FIGURES)).pages[0].extract_text().split() == ["A", "B"]


def test_no_words_in_a_repr() -> None:
    assert "Zoë" not in repr(PARTS)
    assert "Zoë" not in repr(Setting(PARTS, READING).pages)
