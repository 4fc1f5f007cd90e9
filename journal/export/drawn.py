"""A reviewed post as a window draws it, where our own fonts lack a letter (``pages.py``): an emoji, another script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from journal.anonymise.reviewed import ReviewedPost, must_be_reviewed
from journal.export.html import to_fragment
from journal.export.pdf import without_marks


@dataclass(frozen=True, slots=True)
class DrawnPost:
    """A reviewed post with its pages as PDF. Made by ``drawn`` alone."""

    reviewed: ReviewedPost = field(repr=False)
    pdf: bytes = field(repr=False)


#: What a way out takes.
Leaves = ReviewedPost | DrawnPost


def drawn(post: ReviewedPost, draw: Callable[[str], bytes]) -> DrawnPost:
    """The pages of a post. ``draw`` makes a PDF of HTML, on the thread on which this is called.

    Raises:
        TypeError: no review made the post.
        ValueError: as ``without_marks``.
    """
    return DrawnPost(must_be_reviewed(post), without_marks(draw(to_fragment(post))))
