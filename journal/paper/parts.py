"""What stands on a page, whoever draws it: headings, paragraphs, items of lists, tables. No sizes, no places."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Role(enum.Enum):
    """What a paragraph is to its reader."""

    HEADING = "heading"
    TEXT = "text"
    QUOTATION = "quotation"
    ITEM = "item"  # the first paragraph of a list's item; further ones are TEXT at the same depth
    CODE = "code"
    SMALL = "small"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. ``link`` is a public address, empty where there is none; ``line_break`` stands before it."""

    text: str = field(repr=False)
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = field(default="", repr=False)
    line_break: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``level`` is a heading's, from 1; ``depth`` how many lists it lies in, ``list`` the number of the innermost.

    ``mark`` is what stands before an item: a bullet, or its number.
    """

    role: Role
    runs: tuple[Run, ...] = field(repr=False)
    level: int = 0
    depth: int = 0
    list: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under their headings, each row as long as ``columns``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


Part = Paragraph | Table


def heading(words: str, level: int = 1) -> Paragraph:
    """A heading of plain words."""
    return Paragraph(Role.HEADING, (Run(words),), level)


def text(words: str, *, begin: str = "") -> Paragraph:
    """A paragraph of plain words; ``begin`` stands before them, stronger."""
    runs = (Run(begin, strong=True), Run(words)) if begin else (Run(words),)
    return Paragraph(Role.TEXT, runs)
