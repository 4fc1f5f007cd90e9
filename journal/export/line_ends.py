"""Which line ends of a text a reader is to see: those that somebody set, not those of a program that wraps lines.

A single line end is a space in CommonMark (0.31, 6.8). Who has never heard of Markdown presses Enter once and means a
new line; verse and addresses need it, too. So it is kept, as writing programs of today keep it, and only where a
paragraph was wrapped at a measure, as e-mails and old text files are, do its lines run on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Texts are wrapped at 65 (RFC 3676, 4), 72 (PEP 8), 76 or 80 columns; a wrapped line may end a long word short of
#: that, and the signs of a quotation or a list, up to four and more, are not counted. Verse is narrower.
_LEAST, _MOST = 56, 100
_ENDS_SENTENCE = tuple(".!?…:")
_AFTER_THE_END = "\"'”’)]*_»"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the paragraphs of one text are wrapped.

    ``measure`` is the width that all of the text keeps to, in code points, 0 where it keeps to none.
    """

    measure: int = 0

    def flows(self, lines: Sequence[str]) -> tuple[bool, ...]:
        """For each line end inside a paragraph, whether it is a space."""
        if len(lines) < 2:
            return ()
        if _width(lines):
            return (True,) * (len(lines) - 1)
        if not self.measure:
            return (False,) * (len(lines) - 1)
        return tuple(_full(line, after, self.measure) for line, after in _ends(lines))


def wrapping_of(paragraphs: Iterable[Sequence[str]]) -> Wrapping:
    """What the paragraphs of a text, each as its lines without white space at both ends, say about one another.

    Where some are wrapped beyond doubt and no line is longer than theirs, the rest is taken to be wrapped as well: a
    paragraph of two lines says little for itself.
    """
    measure = longest = 0
    for lines in paragraphs:
        measure = max(measure, _width(lines))
        # an address without a space cannot be wrapped
        longest = max([longest, *(len(line) for line in lines if " " in line)])
    return Wrapping(measure if longest <= measure else 0)


def _width(lines: Sequence[str]) -> int:
    """The width at which a paragraph is wrapped for certain, else 0.

    Each line is as full as it can be, none is longer than a program would make it, and most end within a sentence, as
    nobody's lines do who presses Enter at the end of a thought. Of a single line end more is asked: that the sentence
    goes on in a small letter.
    """
    width = max(map(len, lines))
    if len(lines) < 2 or not _LEAST <= width <= _MOST:
        return 0
    if not all(_full(line, after, width) for line, after in _ends(lines)):
        return 0
    within = [after[:1].islower() or len(lines) > 2 for line, after in _ends(lines) if not _sentence_ends(line)]
    return width if 2 * sum(within) >= len(lines) - 1 and any(within) else 0


def _ends(lines: Sequence[str]) -> Iterable[tuple[str, str]]:
    return pairwise(lines)


def _full(line: str, after: str, width: int) -> bool:
    """Whether the next word would not have fitted on ``line``."""
    word = after.split(maxsplit=1)[0] if after.strip() else ""
    return len(line) >= _LEAST // 2 and len(line) + 1 + len(word) > width


def _sentence_ends(line: str) -> bool:
    return line.rstrip(_AFTER_THE_END).endswith(_ENDS_SENTENCE)
