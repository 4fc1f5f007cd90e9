"""A finished post as a Word document and as an OpenDocument text: read back by others, and well formed."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from journal.export.docx import to_docx
from journal.export.odt import to_odt
from tests.unit.export.reviewed_posts import reviewed_post as reviewed

BODY = """Plain, *soft*, **loud**, ***both*** and `typed` words  with two spaces.

# A thought

> What did keeping it back protect?

- one
- two
  - two and a half

  more of two

3. three
4. four

Line one\\
line two, see [the paper](https://example.org/a?b=1&c=2).

***

```
four   spaces <kept>
```

References

Rogers, C. R. (1957) The conditions. *Journal of Consulting Psychology*, 21(2), 95–103.

Rogers, C. R. (1951) Client-Centered Therapy."""
WHOLE: dict[str, Any] = {
    "title": "Tea & <sympathy>",
    "tags": ("supervision",),
    "category": "Practice",
    "byline": "Author: Name withheld for protection",
    "notes": "A closing note.",
    "help": "Where to find help\n\nYou are not alone.\n\n- Samaritans: 116 123",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def document() -> Any:
    return docx.Document(io.BytesIO(to_docx(reviewed(BODY, **WHOLE))))


def odt(name: str = "content.xml", **parts: Any) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(to_odt(reviewed(BODY, **(parts or WHOLE))))) as archive:
        return ET.fromstring(archive.read(name))


def test_another_program_reads_the_word_document_part_by_part() -> None:
    read = [(paragraph.style.name, paragraph.text) for paragraph in document().paragraphs]
    assert read == [
        ("Labels", "Practice, supervision"),
        ("Title", "Tea & <sympathy>"),
        ("Normal", "Plain, soft, loud, both and typed words  with two spaces."),
        ("Heading 1", "A thought"),
        ("Quote", "What did keeping it back protect?"),
        ("List Paragraph", "one"),
        ("List Paragraph", "two"),
        ("List Paragraph", "two and a half"),
        ("List Paragraph", "more of two"),
        ("List Paragraph", "three"),
        ("List Paragraph", "four"),
        ("Normal", "Line one\nline two, see the paper."),
        ("Normal", ""),
        ("Code", "four   spaces <kept>"),
        ("Byline", "Author: Name withheld for protection"),
        ("Heading 1", "References"),
        ("Bibliography", "Rogers, C. R. (1957) The conditions. Journal of Consulting Psychology, 21(2), 95–103."),
        ("Bibliography", "Rogers, C. R. (1951) Client-Centered Therapy."),
        ("Normal", "A closing note."),
        ("Heading 1", "Where to find help"),
        ("Normal", "You are not alone."),
        ("List Paragraph", "Samaritans: 116 123"),
    ]


def test_emphasis_links_and_lists_are_words_own() -> None:
    paragraphs = document().paragraphs
    looks = {run.text: (bool(run.bold), bool(run.italic)) for run in paragraphs[2].runs}
    assert (looks["soft"], looks["loud"], looks["both"]) == ((False, True), (True, False), (True, True))
    (link,) = paragraphs[11].hyperlinks
    assert (link.text, link.address) == ("the paper", "https://example.org/a?b=1&c=2")
    numbers = [p._p.pPr.numPr for p in paragraphs if p._p.pPr is not None]
    found = [(n.ilvl.val, n.numId.val) for n in numbers if n is not None]
    assert found == [(0, 1), (0, 1), (1, 2), (0, 3), (0, 3), (0, 4)]
    starts = document().part.numbering_part.element.findall(f".//{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["3"]


def test_every_style_that_is_used_is_there() -> None:
    names = {style.style_id for style in document().styles}
    used = {element.get(f"{W}val") for element in document().element.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used <= names
    assert document().styles.default(WD_STYLE_TYPE.PARAGRAPH).name == "Normal"


def test_there_are_no_properties_at_all_and_word_is_asked_to_add_none() -> None:
    package = document().part.package
    assert [part.partname for part in package.iter_parts() if "docProps" in part.partname] == []
    asked = document().settings.element
    assert asked.find(f"{W}removePersonalInformation") is not None
    assert asked.find(f"{W}removeDateAndTime") is not None


def test_the_open_document_has_headings_lists_and_links() -> None:
    body = odt()
    heads = [(e.get(f"{TEXT}outline-level"), "".join(e.itertext())) for e in body.iter(f"{TEXT}h")]
    assert heads == [("1", "A thought"), ("1", "References"), ("1", "Where to find help")]
    styles = [e.get(f"{TEXT}style-name") for e in body.iter(f"{TEXT}p")]
    assert styles[:2] == ["Labels", "Title"]
    assert styles.count("References") == 2
    first = next(body.iter(f"{TEXT}list"))
    assert ["".join(item.itertext()) for item in first] == ["one", "twotwo and a halfmore of two"]
    assert [list_.tag for list_ in first[1]] == [f"{TEXT}p", f"{TEXT}list", f"{TEXT}p"]
    (link,) = body.iter(f"{TEXT}a")
    assert link.get("{http://www.w3.org/1999/xlink}href") == "https://example.org/a?b=1&c=2"
    starts = [e.get(f"{TEXT}start-value") for e in body.iter(f"{TEXT}list-level-style-number")]
    assert starts[0] == "3"


def test_every_style_of_the_open_document_is_defined() -> None:
    style = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
    body, sheet = odt(), odt("styles.xml")
    named = {e.get(f"{style}name") for tree in (body, sheet) for e in tree.iter() if e.get(f"{style}name")}
    used = {e.get(f"{TEXT}style-name") for e in body.iter() if e.get(f"{TEXT}style-name")}
    assert used <= named


def test_spaces_and_breaks_are_kept_in_the_open_document() -> None:
    body = odt()
    spaced = next(e for e in body.iter(f"{TEXT}p") if "".join(e.itertext()).startswith("Plain"))
    assert len(list(spaced.iter(f"{TEXT}s"))) == 1
    assert len(list(body.iter(f"{TEXT}line-break"))) == 1


@pytest.mark.parametrize("typed", ["a\x00b\x0bc", "\ud800", "\ufffe", "😀 & <w:p/> ]]> \"'", "- - deep\n    - deeper"])
def test_nothing_typed_breaks_the_files(typed: str) -> None:
    post = reviewed(f"{typed}\n\nText.", title=typed, tags=(typed,), byline=typed)
    for made in (to_docx(post), to_odt(post)):
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            for name in archive.namelist():
                if name != "mimetype":
                    ET.fromstring(archive.read(name))
    assert docx.Document(io.BytesIO(to_docx(post))).paragraphs


@pytest.mark.parametrize("marks", ["*a ", "**a ", "> ", "- "])
def test_no_depth_is_too_deep(marks: str) -> None:
    post = reviewed(f"Begin.\n\n{marks * 3000}end")
    assert b"Begin." in to_docx(post)
    assert b"Begin." in to_odt(post)
