"""A reflective account becomes a post, so that it leaves only through the anonymiser's review.

Apart from ``learning.py`` for the reason of ``posting.py``: the anonymiser takes longer to import than unlocking.
"""

from __future__ import annotations

import datetime as dt

from journal.anonymise.parts import new_base
from journal.errors import BadInput
from journal.ids import new_id
from journal.model import Post, Source
from journal.practice_model import Account, Template


def account_post(account: Account, form: Template, made_at: dt.datetime) -> Post:
    """The post of an account: under each heading that has any, the passages chosen and then the own words.

    It has no byline: an account is copied into a form that asks for the name itself.

    Raises:
        BadInput: nothing was written or chosen.
    """
    words = dict(account.words)
    parts: list[str] = []
    for section in form.sections:
        texts = [passage.text.strip() for passage in account.passages if passage.section == section.id]
        texts = [text for text in (*texts, words.get(section.id, "").strip()) if text]
        if texts:
            parts.append("\n\n".join([f"## {section.heading}", *texts]))
    if not parts:
        raise BadInput(what="text", reason="empty")
    base, spans = new_base(account.title, (), "\n\n".join(parts), "")
    sources = tuple(Source(row.entry_id, row.revision, row.start, row.end) for row in account.passages)
    return Post(new_id(), sources, base, spans, created_at=made_at)
