"""Finished posts for the export tests. Only a review can make one, so each goes through one that has found nothing."""

from __future__ import annotations

from uuid import UUID

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.parts import new_base
from journal.anonymise.review import Review, ReviewedPost
from journal.anonymise.scan import Scan
from journal.model import Post
from journal.practice.checklist import load_checklist

#: The five questions that must be answered, answered.
ANSWERS = tuple((question.id, "considered") for question in load_checklist().questions if question.must)


def reviewed_post(
    body: str,
    *,
    title: str = "What the clock does",
    tags: tuple[str, ...] = (),
    byline: str = "",
    category: str = "",
    notes: str = "",
    help: str = "",
    answers: tuple[tuple[str, str], ...] = ANSWERS,
) -> ReviewedPost:
    base, parts = new_base(title, tags, body, byline, category=category, notes=notes, help=help)
    post = Post(id=UUID(int=7), sources=(), base=base, parts=parts, answers=answers)
    return Review(post, Scan(findings=(), people=(), knowledge=Knowledge())).finish()
