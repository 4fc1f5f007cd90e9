"""A post as one small HTML page that can be pasted into any editor: no styles, scripts, generator or hidden data."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from journal.anonymise.review import ReviewedPost
from journal.export.layout import layout_of
from journal.export.parser import PostParser


def to_html(post: ReviewedPost) -> str:
    """The post in British English, UTF-8; every word of the writer is escaped, images give way to their description."""
    layout = layout_of(post)
    parser = PostParser()
    parser.add_render_rule("image", _described)
    parser.add_render_rule("link_open", _plain_link)
    tags = [f"<p>{escape(', '.join(layout.tags))}</p>"] if layout.tags else []
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en-GB">',
            "<head>",
            '<meta charset="utf-8">',
            f"<title>{escape(layout.title)}</title>",
            "</head>",
            "<body>",
            "<article>",
            *tags,
            f"<h1>{escape(layout.title)}</h1>",
            *(parser.render(block).rstrip("\n") for block in layout.blocks),
            "</article>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _described(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # A picture would be fetched from somewhere, or point into this computer; the words that describe it stay.
    return escape(self.renderInlineAsText(tokens[at].children, options, env))


def _plain_link(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # A link's title is words that a reader of the page does not see.
    tokens[at].attrs.pop("title", None)
    return self.renderToken(tokens, at, options, env)
