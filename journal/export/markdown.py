"""A post as Markdown, with front matter as static-site tools read it."""

from __future__ import annotations

import json
import re

from journal.anonymise.review import ReviewedPost
from journal.export.layout import layout_of

# YAML 1.2 takes JSON strings as they are (section 1.2), but not these raw: line separators and C1 controls (5.1, 5.4).
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def to_markdown(post: ReviewedPost) -> str:
    """The post with title and tags in front; no dates, and no author unless the byline names one.

    The title stands in the front matter alone: sites put it above the text themselves.
    """
    layout = layout_of(post)
    front = [f"title: {_quoted(layout.title)}"]
    if layout.author:
        front.append(f"author: {_quoted(layout.author)}")
    front.append(f"tags: [{', '.join(map(_quoted, layout.tags))}]")
    return "\n".join(["---", *front, "---", "", "\n\n".join(layout.blocks), ""])


def _quoted(text: str) -> str:
    return _UNPRINTABLE.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(text, ensure_ascii=False))
