"""What each exported file says beside its words: everything there is, listed, with nothing of writer, machine or day.

Where ``exiftool`` is installed it is asked too; ``-s`` prints what was found in each format.
"""

from __future__ import annotations

import datetime as dt
import getpass
import io
import json
import re
import shutil
import socket
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pypdf
import pytest

from journal import __version__
from journal.anonymise.review import ReviewedPost
from journal.export.save import FORMATS, PACKAGES, PAGES, TABLES, TEXTS, neutral_name, save
from tests.unit.export.reviewed_posts import reviewed_post

ALL = pytest.mark.parametrize("format", FORMATS)
#: Words that name a program, its maker or its template, or hold what a word processor knows of its user.
PROGRAMS = (
    "congruence", "markdown-it", "generator", "python", "libreoffice", "openoffice", "normal.dot", "docx4j",
    "thumbnail", "creator", "lastmodified", "rsid", "docid", "company", "initial-creator", "dc:date", "dcterms",
    "meta.xml", "appversion", "template", "revision",
)  # fmt: skip


def post() -> ReviewedPost:
    return reviewed_post(
        "First *thoughts* on [a paper](https://example.org/paper).\n\n- one\n- two\n\n"
        "References\n\nRogers, C. R. (1957).",
        tags=("supervision",),
        category="Practice",
        byline="Author: Name withheld for protection",
        help="Where to find help\n\n- Samaritans: 116 123",
    )


def written(folder: Path, format: str) -> Path:
    path = folder / neutral_name(format)
    save(post(), format, path)
    return path


def traces(data: bytes, folder: Path) -> list[str]:
    """What in a file points to this computer, its user, the day, the entry or a program."""
    today = dt.datetime.now(dt.UTC)
    words = {
        getpass.getuser(), socket.gethostname(), str(folder), folder.name, str(Path.home()), str(post().post.id),
        str(today.year), f"{today:%d/%m}", f"v{__version__}", *PROGRAMS,
    }  # fmt: skip
    text = data.decode("utf-8", errors="replace").casefold()
    # Word is asked to leave these out when it saves the file: an element that says so is no trace
    text = text.replace("removepersonalinformation", "").replace("removedateandtime", "")
    # the words of every PDF are not the name of a user
    text = text.replace("/structtreeroot", "").replace("/root", "")
    return sorted(word for word in words if len(word) > 3 and word.casefold() in text)


def strings(data: bytes) -> list[str]:
    """What the tool of that name prints: runs of four printable characters or more."""
    return [found.decode("ascii") for found in re.findall(rb"[\x20-\x7e]{4,}", data)]


@ALL
def test_a_file_says_nothing_of_user_machine_folder_day_entry_or_program(format: str, tmp_path: Path) -> None:
    data = written(tmp_path, format).read_bytes()
    assert traces(data, tmp_path) == []
    assert traces("\n".join(strings(data)).encode(), tmp_path) == []
    # members lie there uncompressed, so that this look saw all of them
    assert b"thoughts" in (
        data if format not in PAGES else pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().encode()
    )


def test_the_control_traces_are_noticed(tmp_path: Path) -> None:
    planted = f"{getpass.getuser()} {tmp_path} {dt.datetime.now(dt.UTC).year} Generator python"
    assert {"generator", "python", str(tmp_path), str(dt.datetime.now(dt.UTC).year)} <= set(
        traces(planted.encode(), tmp_path)
    )


MEMBERS = {
    "docx": [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
    ],
    "odt": ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"],
}


@pytest.mark.parametrize("format", PACKAGES)
def test_a_package_has_no_member_but_these_and_no_time_of_its_own(format: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, format)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == MEMBERS[format]
        assert archive.comment == b""
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            about = (member.create_system, member.external_attr, member.extra, member.comment, member.compress_type)
            assert about == (0, 0o600 << 16, b"", b"", zipfile.ZIP_STORED)
            xml = archive.read(member)
            assert b"<!--" not in xml
            assert b"docProps" not in xml
            print(f"{format} {member.filename}: {member.file_size} bytes, {member.date_time}")


def test_a_template_of_another_program_would_be_noticed(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert set(archive.namelist()) > set(MEMBERS["docx"])
    assert {"creator", "company", "template", "rsid", "docid", "python"} <= set(traces(whole, tmp_path))


def test_a_page_has_a_charset_and_no_other_metadata(tmp_path: Path) -> None:
    found: list[tuple[str, str, str | None]] = []

    class Page(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((tag, name, value) for name, value in attrs)

        def handle_comment(self, data: str) -> None:
            found.append(("comment", "", data))

    Page().feed(written(tmp_path, "html").read_text(encoding="utf-8"))
    assert found == [
        ("html", "lang", "en-GB"),
        ("meta", "charset", "utf-8"),
        ("a", "href", "https://example.org/paper"),
    ]


def test_front_matter_has_these_keys_and_no_other(tmp_path: Path) -> None:
    front = written(tmp_path, "md").read_text(encoding="utf-8").split("---\n")[1].splitlines()
    assert [line.partition(":")[0] for line in front] == ["title", "categories", "tags", "draft"]


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@ALL
def test_exiftool_finds_nothing_of_writer_time_or_program(format: str, tmp_path: Path) -> None:
    path = written(tmp_path, format)
    told = subprocess.run(["exiftool", "-j", "-a", "-G1", str(path)], capture_output=True, text=True, check=True)
    (facts,) = json.loads(told.stdout)
    # of the file on this disk, not in it
    inside = {
        name: value for name, value in facts.items() if not name.startswith(("System:", "ExifTool:", "SourceFile"))
    }
    print(format, json.dumps(inside, indent=1))
    assert traces(json.dumps(inside).encode(), tmp_path) == []
    assert not [name for name in inside if re.search(r"Author|Creator|Company|Software|Template|ModifiedBy", name)]


def test_the_formats_are_those_that_the_command_offers() -> None:
    from journal.commands.arguments import _FORMATS  # noqa: PLC0415

    assert _FORMATS == FORMATS == (*TEXTS, *PACKAGES, *PAGES, *TABLES)
