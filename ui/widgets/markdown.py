"""How a line of Markdown looks: pure functions from text to spans, in code points. What is parsed is what people type.

CommonMark 0.31.2: sections 4.2 (ATX headings), 4.5 (fences), 5.1 (quotations), 5.2 (list items), 6.1 (code),
6.2 (emphasis), 6.3 (links), in their plain cases and on one line; what spans lines stays plain.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise


class Style(enum.Flag):
    """What a stretch of text is; several at once, as in a heading with emphasis. ``MARK`` are the signs themselves."""

    PLAIN = 0
    MARK = enum.auto()
    HEADING = enum.auto()
    QUOTATION = enum.auto()
    LIST_MARK = enum.auto()
    STRONG = enum.auto()
    EMPHASIS = enum.auto()
    CODE = enum.auto()
    LINK = enum.auto()


@dataclass(frozen=True, slots=True)
class Span:
    """The code points ``[start, end)`` of a line are of ``style``."""

    start: int
    end: int
    style: Style


_BOTH_STYLES = Style.STRONG | Style.EMPHASIS
_VALUES = {style: style.value for style in (*Style, _BOTH_STYLES)}
HEADING = re.compile(r"(#{1,6})[ \t]+")
QUOTATION = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
LIST_ITEM = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,}|~{3,})")

# No emphasis is longer than this many characters: a line full of signs that never close must not hold up a key press.
_MOST = 600
_CODE = re.compile(rf"(?<!`)(`{{1,2}})(?!`)(.{{1,{_MOST}}}?)(?<!`)\1(?!`)")
_LINK = re.compile(rf"(!?\[)([^\[\]]{{1,{_MOST}}})(\]\(([^()\s]{{0,{_MOST}}})\))")
_ADDRESS = re.compile(rf"(<)((?:https?|mailto):[^<>\s]{{1,{_MOST}}})(>)")
_BOTH = re.compile(rf"(?<![*\w])(\*\*\*)(?=[^*\s])(.{{1,{_MOST}}}?)(?<=[^*\s])(\*\*\*)(?!\*)")
_STRONG = re.compile(rf"(\*\*|(?<!\w)__)(?=\S)(.{{1,{_MOST}}}?)(?<=\S)\1(?!\w*[*_]\w)")
_EMPHASIS = re.compile(
    rf"(?<!\*)(\*)(?=[^*\s])(.{{1,{_MOST}}}?)(?<=[^*\s])(\*)(?!\*)|(?<![_\w])(_)(?=[^_\s])(.{{1,{_MOST}}}?)(?<=[^_\s])(_)(?![_\w])"
)
_ESCAPED = re.compile(r"\\[*_`\[\]<>\\]")
_SIGNS = re.compile(r"[*_`\[<]")


def opens_or_closes_fence(line: str) -> bool:
    """Whether ``line`` begins or ends a block of code."""
    return _FENCE.match(line) is not None


def heading_level(line: str) -> int:
    """1 to 6 for a heading, else 0."""
    found = HEADING.match(line)
    return len(found[1]) if found else 0


def is_quotation(line: str) -> bool:
    """Whether ``line`` belongs to a quotation."""
    return line.lstrip(" ").startswith(">")


def spans(line: str) -> list[Span]:
    """The styled stretches of ``line`` in order, not overlapping; plain ones are left out."""
    laid: list[Span] = []
    start = 0
    quotation = QUOTATION.match(line) if ">" in line[:4] else None
    if quotation:
        start = quotation.end()
        laid += [Span(0, len(line), Style.QUOTATION), Span(0, start, Style.MARK)]
    if (heading := HEADING.match(line, start)) is not None:
        laid += [Span(start, len(line), Style.HEADING), Span(start, heading.end(), Style.MARK)]
    elif (item := LIST_ITEM.match(line, start)) is not None:
        laid.append(Span(start, item.end(), Style.LIST_MARK))
        start = item.end()
    if _SIGNS.search(line, start):
        laid += _inline(line, start)
    return _flat(laid)


def _inline(line: str, start: int) -> list[Span]:
    """Emphasis, code and links; what is inside code and addresses is not looked at again."""
    laid: list[Span] = []
    # signs that were used up are blanked in a copy of the same length
    left = " " * start + line[start:]
    left = _ESCAPED.sub(lambda found: "xx", left)
    for found in _CODE.finditer(left):
        laid.append(Span(*found.span(), Style.CODE))
        laid += _marks(found.start(), found.start(2), found.end(2), found.end())
    left = _CODE.sub(lambda found: "x" * len(found[0]), left)
    for found in _LINK.finditer(left):
        laid.append(Span(*found.span(2), Style.LINK))
        laid += _marks(found.start(), found.start(2), found.end(2), found.end())
    left = _LINK.sub(lambda found: "x" * len(found[1]) + found[2] + "x" * len(found[3]), left)
    for found in _ADDRESS.finditer(left):
        laid.append(Span(*found.span(2), Style.LINK))
        laid += _marks(found.start(), found.start(2), found.end(2), found.end())
    left = _ADDRESS.sub(lambda found: "x" * len(found[0]), left)
    for pattern, style in (
        (_BOTH, _BOTH_STYLES),
        (_STRONG, Style.STRONG),
        (_EMPHASIS, Style.EMPHASIS),
    ):
        for found in pattern.finditer(left):
            inner = 5 if found.lastindex is not None and found.lastindex > 3 else 2
            laid.append(Span(*found.span(), style))
            laid += _marks(found.start(), found.start(inner), found.end(inner), found.end())
        if pattern is not _EMPHASIS:
            signs = 3 if pattern is _BOTH else 2
            left = pattern.sub(lambda found, n=signs: "x" * n + found[2] + "x" * n, left)  # type: ignore[misc]
    return laid


def _marks(start: int, inner_start: int, inner_end: int, end: int) -> list[Span]:
    return [Span(start, inner_start, Style.MARK), Span(inner_end, end, Style.MARK)]


@cache
def _joined(value: int) -> Style:
    return Style(value)


def _flat(laid: list[Span]) -> list[Span]:
    """Overlapping spans as neighbours, each with all the styles that lie over it."""
    if len(laid) < 2:
        return [span for span in laid if span.start < span.end]
    edges: dict[int, list[Span]] = {}
    for span in laid:
        edges.setdefault(span.start, []).append(span)
        edges.setdefault(span.end, [])
    flat = []
    open_spans: list[Span] = []
    for start, end in pairwise(sorted(edges)):
        open_spans = [span for span in open_spans if span.end > start] + edges[start]
        # numbers, not flags: joining flags takes most of the time in a long line
        style = 0
        for span in open_spans:
            if span.end > start:
                style |= _VALUES[span.style]
        if style:
            flat.append(Span(start, end, _joined(style)))
    return flat
