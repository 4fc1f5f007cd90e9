"""Reads the Markdown of a post for formats that are not Markdown. Raw HTML and bare links stay plain text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

# Only addresses that can be published. Others ("javascript:", "file:", a path of this computer) stay as the
# characters that were typed, where a reader of the draft can see them.
_PUBLIC_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


class PostParser(MarkdownIt):
    """CommonMark without raw HTML and without indented code: writers indent paragraphs, not programs."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "linkify": False, "typographer": False})
        self.disable(["code", "html_block", "html_inline"])

    def validateLink(self, url: str) -> bool:  # noqa: N802  (the name that markdown-it calls)
        """Whether a link's address may become a link."""
        return _PUBLIC_LINK.match(url) is not None
