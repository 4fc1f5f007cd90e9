"""A new post from entries. Apart from ``open_journal`` because the anonymiser takes longer to import than unlocking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.anonymise.post_base import new_base
from journal.export.layout import has_byline
from journal.ids import new_id
from journal.model import Entry, Post, Source

#: The byline of a new post ("Conventions of a blog draft"): the writer is protected unless they choose otherwise.
BYLINE = "Author: Name withheld for protection"


def new_post(entries: Sequence[Entry], title: str | None, byline: str | None, made_at: dt.datetime) -> Post:
    """A post copied from ``entries`` (at least one); ``None`` gives the first entry's title, and a withheld name.

    A text that ends with its own byline gets no second one.
    """
    body = "\n\n".join(entry.body for entry in entries)
    if byline is None:
        byline = "" if has_byline(body) else BYLINE
    base, parts = new_base(entries[0].title if title is None else title, (), body, byline)
    sources = tuple(Source(entry.id, entry.revision, 0, len(entry.body)) for entry in entries)
    return Post(new_id(), sources, base, parts, created_at=made_at)
