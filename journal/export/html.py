"""A post as one small HTML page that can be pasted into any editor: no styles, ids, scripts, generator or comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from journal.anonymise.reviewed import ReviewedPost
from journal.export.layout import Layout, Section, layout_of
from journal.export.parser import PostParser


def to_html(post: ReviewedPost) -> str:
    """The post in British English, UTF-8; every word of the writer is escaped, images give way to their description."""
    layout = layout_of(post)
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
            *_article(layout),
            "</article>",
            "</body>",
            "</html>",
            "",
        ]
    )


def to_fragment(post: ReviewedPost) -> str:
    """What stands inside the page's article, to be pasted into an editor on the web."""
    return "\n".join(_article(layout_of(post))) + "\n"


def _article(layout: Layout) -> list[str]:
    parser = PostParser()
    parser.add_render_rule("image", _described)
    parser.add_render_rule("link_open", _plain_link)
    parser.add_render_rule("fence", _fence)
    below_the_title = _below_the_title(parser.top_heading(layout.prose))
    for name in ("heading_open", "heading_close"):
        parser.add_render_rule(name, below_the_title)

    def rendered(markdown: str) -> list[str]:
        return [parser.render(markdown).rstrip("\n")] if markdown else []

    def section(part: Section) -> list[str]:
        heading = [f"<h2>{escape(part.heading)}</h2>"] if part.heading else []
        return heading + rendered(part.text)

    labels = [f"<p>{escape(', '.join(layout.labels))}</p>"] if layout.labels else []
    title = [f"<h1>{escape(layout.title)}</h1>"] if layout.title else []
    return [
        *labels,
        *title,
        *rendered(layout.prose),
        *rendered(layout.byline),
        *section(layout.references),
        *rendered(layout.notes),
        *section(layout.help),
    ]


def _described(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # A picture would be fetched from somewhere, or point into this computer; the words that describe it stay.
    return escape(self.renderInlineAsText(tokens[at].children, options, env))


def _plain_link(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # A link's title is words that a reader of the page does not see.
    tokens[at].attrs.pop("title", None)
    return self.renderToken(tokens, at, options, env)


def _fence(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    # without the class that names a language: nobody sees it
    return f"<pre><code>{escape(tokens[at].content)}</code></pre>\n"


def _below_the_title(top: int) -> Callable[..., str]:
    """Renders headings below the post's title, which is the page's one h1; ``top`` is the highest level in the text."""

    def rendered(self: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
        level = min(max(int(tokens[at].tag[1:]) - top, 0) + 2, 6)
        return f"<h{level}>" if tokens[at].nesting > 0 else f"</h{level}>\n"

    return rendered
