"""Writes a finished post to a file: whole or not at all, readable by its owner alone, with nothing beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from journal.anonymise.review import ReviewedPost
from journal.atomic import write_whole
from journal.errors import BadInput
from journal.export.html import to_html
from journal.export.markdown import to_markdown
from journal.export.text import to_text

#: Formats by the ending of their files.
FORMATS: Mapping[str, Callable[[ReviewedPost], str]] = {"md": to_markdown, "html": to_html, "txt": to_text}


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written: the SHA-256 of the file in hex and its length in bytes."""

    sha256: str
    size: int


def neutral_name(format: str) -> str:
    """A file name to offer: it says nothing of the entry, its day or its people."""
    return f"blog-draft.{format}"


def render(post: ReviewedPost, format: str) -> str:
    """The post in one of ``FORMATS``; the same post gives the same text on every day and computer.

    Raises:
        BadInput: there is no such format.
    """
    if format not in FORMATS:
        raise BadInput(what="format", reason="unknown")
    return FORMATS[format](post)


def save(post: ReviewedPost, format: str, path: Path, *, replace: bool = False) -> Saved:
    """Write the post to ``path`` in UTF-8 with ``\\n`` line ends, mode 0600, by way of a part file in its folder.

    Raises:
        BadInput: there is no such format.
        AlreadyThere: something is at ``path`` and ``replace`` is false.
        DiskFull, ReadOnly, Gone, WriteFailed: the system refused; ``path`` is as it was and nothing is left beside it.
    """
    # Half a surrogate pair cannot be written; a traceback about it would carry the text.
    data = render(post, format).encode("utf-8", errors="replace")
    write_whole(path, data, replace=replace)
    return Saved(hashlib.sha256(data).hexdigest(), len(data))
