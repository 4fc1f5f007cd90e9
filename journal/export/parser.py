"""Reads the Markdown of a post for formats that are not Markdown. Raw HTML and bare links stay plain text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from journal.export.line_ends import wrapping_of

# Only addresses that can be published. Others ("javascript:", "file:", a path of this computer) stay as the
# characters that were typed, where a reader of the draft can see them.
_PUBLIC_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_BREAKS = ("softbreak", "hardbreak")


class PostParser(MarkdownIt):
    """CommonMark without raw HTML and without indented code: writers indent paragraphs, not programs.

    A line that somebody ended stays one (``journal.export.line_ends``).
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "linkify": False, "typographer": False})
        self.disable(["code", "html_block", "html_inline"])
        self.core.ruler.push("line_ends", _keep_line_ends)

    def top_heading(self, markdown: str) -> int:
        """The highest level of heading in a text, 1 where it has none: what is to stand just below the title."""
        levels = [int(token.tag[1:]) for token in self.parse(markdown) if token.type == "heading_open"]
        return min(levels, default=1)

    def validateLink(self, url: str) -> bool:  # noqa: N802  (the name that markdown-it calls)
        """Whether a link's address may become a link."""
        return _PUBLIC_LINK.match(url) is not None


def _keep_line_ends(state: StateCore) -> None:
    """Make a hard break of each line end that is no space."""
    paragraphs = [token for token in state.tokens if token.type == "inline"]
    wrapping = wrapping_of(_lines(token) for token in paragraphs)
    for token in paragraphs:
        breaks = _breaks(token)
        if not breaks:
            continue
        flows = wrapping.flows(_lines(token))
        # a line end inside code between backticks, or inside a link's brackets, has no token of its own
        kept = [True] * len(breaks) if len(flows) != len(breaks) else [not flow for flow in flows]
        for found, keep in zip(breaks, kept, strict=True):
            if keep and found.type == "softbreak":
                found.type, found.tag = "hardbreak", "br"


def _breaks(token: Token) -> list[Token]:
    return [child for child in token.children or () if child.type in _BREAKS]


def _lines(token: Token) -> list[str]:
    return [line.strip().removesuffix("\\") for line in token.content.split("\n")]
