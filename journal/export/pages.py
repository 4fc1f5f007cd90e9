"""A post as pages of A4, built from what the other formats for paper are built from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.anonymise.reviewed import ReviewedPost
from journal.errors import BadInput
from journal.export.blocks import Block, Shape, blocks_of
from journal.export.layout import layout_of
from journal.paper import pdf
from journal.paper.parts import Paragraph, Role
from journal.paper.setting import READING

_ROLES = {
    Shape.TITLE: Role.HEADING,
    Shape.HEADING: Role.HEADING,
    Shape.LABELS: Role.SMALL,
    Shape.QUOTATION: Role.QUOTATION,
    Shape.ITEM: Role.ITEM,
    Shape.CODE: Role.CODE,
    Shape.RULE: Role.RULE,
}
_BULLET = "•"


def to_pdf(post: ReviewedPost) -> bytes:
    """The post as a tagged PDF without any properties; the same bytes each time.

    Raises:
        BadInput: our fonts lack a letter of it (``no_letters``).
        TypeError: no review made the post.
    """
    parts = _parts(post)
    if not pdf.can_be_set(parts, READING):
        raise BadInput(what="format", reason="no_letters")
    return pdf.to_pdf(parts, READING)


def can_be_set(post: ReviewedPost) -> bool:
    """Whether our fonts have every letter of the post. Raises ``TypeError`` as ``to_pdf``."""
    return pdf.can_be_set(_parts(post), READING)


def _parts(post: ReviewedPost) -> tuple[Paragraph, ...]:
    return tuple(_paragraphs(blocks_of(layout_of(post))))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    numbers: dict[int, int] = {}
    for block in blocks:
        mark = ""
        if block.shape is Shape.ITEM:
            number = numbers[block.list] = numbers.get(block.list, block.first - 1) + 1
            mark = f"{number}." if block.ordered else _BULLET
        level = 1 if block.shape is Shape.TITLE else block.level
        yield Paragraph(_ROLES.get(block.shape, Role.TEXT), block.runs, level, block.depth, block.list, mark)
