"""A post as Markdown, with front matter as static-site tools read it."""

from __future__ import annotations

import datetime as dt
import json
import re

from journal.anonymise.reviewed import ReviewedPost
from journal.export.layout import layout_of

# YAML 1.2 takes JSON strings as they are (section 1.2), but not these raw: line separators and C1 controls (5.1, 5.4).
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def to_markdown(post: ReviewedPost, date: dt.date | None = None) -> str:
    """The post with title, tags and ``draft: true`` in front; no author unless the byline names one.

    The title stands in the front matter alone: sites put it above the text themselves. ``date`` is written only where
    it is given: the day of a post can say when something happened.
    """
    layout = layout_of(post)
    front = [f"title: {_quoted(layout.title)}"]
    if layout.author:
        front.append(f"author: {_quoted(layout.author)}")
    if date is not None:
        front.append(f"date: {date.isoformat()}")
    if layout.category:
        front.append(f"categories: [{_quoted(layout.category)}]")  # a list: Hugo and Jekyll both read it
    front += [f"tags: [{', '.join(map(_quoted, layout.tags))}]", "draft: true"]
    return "\n".join(["---", *front, "---", "", "\n\n".join(layout.blocks), ""])


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(text, ensure_ascii=False))
