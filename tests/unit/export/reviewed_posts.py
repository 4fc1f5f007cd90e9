"""Finished posts for the export tests. Only a review can make one, so each goes through one that has found nothing."""

from __future__ import annotations

from uuid import UUID

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.post_base import new_base
from journal.anonymise.review import Review, ReviewedPost
from journal.anonymise.scan import Scan
from journal.model import Post


def reviewed_post(
    body: str, *, title: str = "What the clock does", tags: tuple[str, ...] = (), byline: str = ""
) -> ReviewedPost:
    base, parts = new_base(title, tags, body, byline)
    post = Post(id=UUID(int=7), sources=(), base=base, parts=parts)
    return Review(post, Scan(findings=(), people=(), knowledge=Knowledge())).finish()
