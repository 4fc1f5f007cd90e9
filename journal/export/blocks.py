"""A post's Markdown as a flat row of paragraphs, for formats whose files are paragraphs too (DOCX, ODT)."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from markdown_it.token import Token

from journal.export.layout import Layout, Section
from journal.export.parser import PostParser
from journal.paper.parts import Run


class Shape(enum.Enum):
    """What a paragraph is."""

    TITLE = "title"
    LABELS = "labels"  # category and tags, above the title
    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    ITEM = "item"  # the first paragraph of a list's item; further ones are TEXT at the same depth
    CODE = "code"
    RULE = "rule"
    BYLINE = "byline"
    REFERENCE = "reference"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``level`` is a heading's, from 1; ``depth`` how many lists it lies in.

    ``list`` numbers the lists of a post from 1, 0 outside one; ``ordered`` and ``first`` are the list's kind and the
    number it begins with.
    """

    shape: Shape
    runs: tuple[Run, ...] = field(repr=False)
    level: int = 0
    depth: int = 0
    list: int = 0
    ordered: bool = False
    first: int = 1


@dataclass(slots=True)
class _List:
    number: int
    ordered: bool
    first: int


def blocks_of(layout: Layout) -> tuple[Block, ...]:
    """All of a post in order, from its labels to where help can be found."""
    return tuple(_Reader(layout).all())


class _Reader:
    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._parser = PostParser()
        self._lists = 0
        self._top = self._parser.top_heading(layout.prose)

    def all(self) -> Iterator[Block]:
        layout = self._layout
        if layout.labels:
            yield Block(Shape.LABELS, (Run(", ".join(layout.labels)),))
        if layout.title:
            yield Block(Shape.TITLE, (Run(layout.title),))
        yield from self._read(layout.prose, Shape.TEXT)
        yield from self._read(layout.byline, Shape.BYLINE)
        yield from self._section(layout.references, Shape.REFERENCE)
        yield from self._read(layout.notes, Shape.NOTE)
        yield from self._section(layout.help, Shape.NOTE)

    def _section(self, section: Section, shape: Shape) -> Iterator[Block]:
        if section.heading:
            yield Block(Shape.HEADING, (Run(section.heading),), level=2)
        yield from self._read(section.text, shape)

    def _read(self, markdown: str, plain: Shape) -> Iterator[Block]:
        lists: list[_List] = []
        quoted = level = 0
        item = False
        for token in self._parser.parse(markdown):
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._lists += 1
                    first = token.attrs.get("start", 1)
                    lists.append(_List(self._lists, token.type.startswith("ordered"), int(first)))
                case "bullet_list_close" | "ordered_list_close":
                    lists.pop()
                case "list_item_open":
                    item = True
                case "blockquote_open":
                    quoted += 1
                case "blockquote_close":
                    quoted -= 1
                case "heading_open":
                    # the post's title is the one heading of the first level
                    level = min(max(int(token.tag[1:]) - self._top, 0) + 2, 6)
                case "heading_close":
                    level = 0
                case "hr":
                    yield self._block(Shape.RULE, (), lists)
                case "fence" | "code_block":
                    yield self._block(Shape.CODE, _lines(token.content.rstrip("\n")), lists)
                case "inline":
                    shape = Shape.HEADING if level else Shape.ITEM if item else Shape.QUOTATION if quoted else plain
                    runs = tuple(_runs(token.children or ()))
                    for part in _each_line(runs) if shape is Shape.REFERENCE else (runs,):
                        yield self._block(shape, part, lists, level)
                    item = False

    @staticmethod
    def _block(shape: Shape, runs: tuple[Run, ...], lists: list[_List], level: int = 0) -> Block:
        if not lists:
            return Block(shape, runs, level)
        here = lists[-1]
        return Block(shape, runs, level, len(lists), here.number, here.ordered, here.first)


def _each_line(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """References that stand line below line, each by itself: their second lines are to be set in."""
    starts = [0, *(at for at, run in enumerate(runs) if at and run.line_break), len(runs)]
    for start, end in pairwise(starts):
        yield tuple(
            replace(run, line_break=False) if at == start else run for at, run in enumerate(runs[start:end], start)
        )


def _lines(text: str) -> tuple[Run, ...]:
    return tuple(Run(line, code=True, line_break=number > 0) for number, line in enumerate(text.split("\n")))


#: How much a token adds to the two looks: strong, emphasis.
_LOOKS = {"strong_open": (1, 0), "strong_close": (-1, 0), "em_open": (0, 1), "em_close": (0, -1)}


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """The words of one paragraph; pictures give way to their description, a line end that flows is a space."""
    strong = emphasis = 0
    link = ""
    pending = False
    for token in tokens:
        more = _LOOKS.get(token.type, (0, 0))
        strong, emphasis = strong + more[0], emphasis + more[1]
        text = token.content if token.type in ("text", "code_inline") else ""
        match token.type:
            case "link_open":
                link = str(token.attrs["href"])
            case "link_close":
                link = ""
            case "hardbreak":
                pending = True
            case "softbreak":
                text = " "
            case "image":
                text = "".join(run.text for run in _runs(token.children or ()))
        if text:
            yield Run(text, strong > 0, emphasis > 0, token.type == "code_inline", link, pending)
            pending = False
