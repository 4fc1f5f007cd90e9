"""Finished posts for the export tests. Only a review can make one, so each goes through one in which all is kept."""

from __future__ import annotations

from uuid import UUID

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.review import ReviewedPost, begin_review, new_base
from journal.model import Post


def reviewed_post(
    body: str, *, title: str = "What the clock does", tags: tuple[str, ...] = (), byline: str = ""
) -> ReviewedPost:
    base, parts = new_base(title, tags, body, byline)
    review = begin_review(Post(id=UUID(int=7), sources=(), base=base, parts=parts), Knowledge())
    for number in tuple(review.undecided):
        review.keep(number)
    return review.finish()
