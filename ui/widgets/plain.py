"""A stretch of Markdown as a list shows it: without the signs, and with the marks moved along."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

#: Signs at the beginning of a line (heading, quotation, list, rule), emphasis and code around a word, link targets
#: (CommonMark 0.31, sections 4 to 6). For looks only: what is left over does no harm.
_SIGNS = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+][ \t]+|\d{1,9}[.)][ \t]+|[-*_]{3,}[ \t]*$)"
    r"|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`|!?\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)",
    re.MULTILINE,
)

Marks = Sequence[tuple[int, int]]


def plain(text: str, marks: Marks = ()) -> tuple[str, Marks]:
    """``text`` without Markdown's signs, on one line; ``marks``, in code points, still lie over the same words."""
    kept = list(range(len(text)))
    pieces, done = [], 0
    dropped: set[int] = set()
    for sign in _SIGNS.finditer(text):
        pieces.append(text[done : sign.start()])
        dropped.update(range(sign.start(), sign.end()))
        done = sign.end()
    pieces.append(text[done:])
    if dropped:
        kept = [at for at in kept if at not in dropped]
    moved = [(bisect_left(kept, start), bisect_left(kept, end)) for start, end in marks]
    shown = "".join(pieces).replace("\n", " ")
    return shown, [(start, end) for start, end in moved if start < end]
