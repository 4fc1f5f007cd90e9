"""Writes a finished post to a file: whole or not at all, readable by its owner alone, with nothing beside it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from journal.anonymise.reviewed import ReviewedPost
from journal.atomic import write_whole
from journal.errors import BadInput
from journal.export.care import may_leave
from journal.export.docx import to_docx
from journal.export.drawn import DrawnPost, Leaves
from journal.export.html import to_html
from journal.export.markdown import to_markdown
from journal.export.odt import to_odt
from journal.export.pages import to_pdf
from journal.export.table import to_table
from journal.export.text import to_text

#: Formats that are text, by the ending of their files.
TEXTS: Mapping[str, Callable[[ReviewedPost], str]] = {"md": to_markdown, "html": to_html, "txt": to_text}
#: Formats for word processors.
PACKAGES: Mapping[str, Callable[[ReviewedPost], bytes]] = {"docx": to_docx, "odt": to_odt}
#: For spreadsheets: the window offers it for reflective accounts alone, whose sections are its rows.
TABLES: Mapping[str, Callable[[ReviewedPost], str]] = {"csv": to_table}
#: For paper. A window draws those for which our fonts lack a letter (``drawn.py``).
PAGES: Mapping[str, Callable[[ReviewedPost], bytes]] = {"pdf": to_pdf}
#: All endings, in the order in which they are offered.
FORMATS = (*TEXTS, *PACKAGES, *PAGES, *TABLES)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written: the SHA-256 of the file in hex and its length in bytes."""

    sha256: str
    size: int


def neutral_name(format: str) -> str:
    """A file name to offer: it says nothing of the entry, its day or its people."""
    return f"blog-draft.{format}"


def render(leaves: Leaves, format: str, *, date: dt.date | None = None) -> bytes:
    """The post in one of ``FORMATS``; the same post gives the same bytes on every day and computer.

    ``date`` goes into the front matter of Markdown, where the person asked for one; the others have no place for it.
    A ``DrawnPost`` brings its pages.

    Raises:
        BadInput: there is no such format, our fonts lack a letter of the pages and nobody drew them (``no_letters``),
            or a closing note is not true.
        QuestionsUnanswered: as ``may_leave``.
        TypeError: no review made the post.
    """
    post = may_leave(leaves.reviewed if isinstance(leaves, DrawnPost) else leaves)
    if format in PAGES:
        return leaves.pdf if isinstance(leaves, DrawnPost) else PAGES[format](post)
    if format in PACKAGES:
        return PACKAGES[format](post)
    if format in TABLES:
        # with a mark at its beginning, without which spreadsheets read UTF-8 as something else (as the CPD list has)
        return TABLES[format](post).encode("utf-8-sig", errors="replace")
    if format not in TEXTS:
        raise BadInput(what="format", reason="unknown")
    made = to_markdown(post, date) if format == "md" else TEXTS[format](post)
    # Half a surrogate pair cannot be written; a traceback about it would carry the text.
    return made.encode("utf-8", errors="replace")


def save(post: Leaves, format: str, path: Path, *, replace: bool = False, date: dt.date | None = None) -> Saved:
    """Write the post to ``path``, mode 0600, by way of a part file in its folder. Lines end with ``\\n``, rows
    of CSV as RFC 4180 has it.

    Raises:
        BadInput, QuestionsUnanswered, TypeError: as ``render``; nothing was written.
        AlreadyThere: something is at ``path`` and ``replace`` is false.
        DiskFull, ReadOnly, Gone, WriteFailed: the system refused; ``path`` is as it was and nothing is left beside it.
    """
    data = render(post, format, date=date)
    write_whole(path, data, replace=replace)
    return Saved(hashlib.sha256(data).hexdigest(), len(data))
