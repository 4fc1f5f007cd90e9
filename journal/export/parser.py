"""Reads the Markdown of a post for formats that are not Markdown. Raw HTML and bare links stay plain text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

# Only addresses that can be published. Others ("javascript:", "file:", a path of this computer) stay as the
# characters that were typed, where a reader of the draft can see them.
_PUBLIC_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


class PostParser(MarkdownIt):
    """CommonMark without raw HTML and without indented code: writers indent paragraphs, not programs.

    A line that was ended by Enter ends in the page too: so the writer saw it, in the entry and in the draft.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "linkify": False, "typographer": False, "breaks": True})
        self.disable(["code", "html_block", "html_inline"])

    def top_heading(self, markdown: str) -> int:
        """The highest level of heading in a text, 1 where it has none: what is to stand just below the title."""
        levels = [int(token.tag[1:]) for token in self.parse(markdown) if token.type == "heading_open"]
        return min(levels, default=1)

    def validateLink(self, url: str) -> bool:  # noqa: N802  (the name that markdown-it calls)
        """Whether a link's address may become a link."""
        return _PUBLIC_LINK.match(url) is not None
