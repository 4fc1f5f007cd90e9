"""A post as plain text: what it says, without the marks of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from journal.anonymise.reviewed import ReviewedPost
from journal.export.layout import layout_of
from journal.export.parser import PostParser


def to_text(post: ReviewedPost) -> str:
    """Labels on a line, the title, then the text; paragraphs are parted by an empty line, links show their address."""
    layout = layout_of(post)
    parser = PostParser()
    blocks = [", ".join(layout.labels), layout.title]
    blocks += [_blocks(SyntaxTreeNode(_with_plain_lines(parser.parse(block))).children) for block in layout.blocks]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _blocks(nodes: Iterable[SyntaxTreeNode], between: str = "\n\n") -> str:
    return between.join(_block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "bullet_list" | "ordered_list":
            return "\n".join(_item(item) for item in node.children)
        case "blockquote":
            return "\n".join(f"> {line}".rstrip() for line in _blocks(node.children).split("\n"))
        case "fence" | "code_block":
            return node.content.rstrip("\n")
        case "hr":
            return "* * *"
        case "inline":
            return node.content
        case _:
            return "".join(_block(child) for child in node.children)


def _item(node: SyntaxTreeNode) -> str:
    # Numbers stay as typed: a line of a reference list may begin with a year and a full stop.
    mark = f"{node.info}{node.markup} " if node.info else "- "
    return mark + _blocks(node.children, "\n").replace("\n", "\n" + " " * len(mark))


def _with_plain_lines(tokens: list[Token]) -> list[Token]:
    """The same tokens with the text of each line in plain words and nothing below it.

    A row of some thousand stars nests as deep, and a tree of that would end in a RecursionError.
    """
    for token in tokens:
        if token.type == "inline":
            token.content, token.children = _plain(token.children or ()), []
    return tokens


def _plain(tokens: Sequence[Token]) -> str:
    pieces: list[str] = []
    links: list[tuple[str, int]] = []
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                pieces.append("\n")
            case "link_open":
                links.append((str(token.attrs["href"]), len(pieces)))
            case "link_close":
                address, first = links.pop()
                if "".join(pieces[first:]) not in {address, address.removeprefix("mailto:")}:
                    pieces.append(f" ({address})")
            case "image":
                pieces.append(_plain(token.children or ()))
            case "text" | "code_inline":
                pieces.append(token.content)
    return "".join(pieces)
