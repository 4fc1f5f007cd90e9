"""Where likely names stand in the text that is written on: marks that move with the words, and their quiet line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.text import Positions

if TYPE_CHECKING:
    from journal.anonymise.mentions import Mention

#: Pixels of the line below the words, and between it and them.
_BELOW_PX = 2.5


@dataclass(frozen=True, slots=True)
class NameMark:
    """One mention; ``cursor`` spans it and moves with the text around it."""

    cursor: QTextCursor = field(repr=False)
    mention: Mention

    @property
    def start(self) -> int:
        """Where it stands now, in UTF-16 units."""
        return self.cursor.selectionStart()

    @property
    def end(self) -> int:
        """Its end, not included."""
        return self.cursor.selectionEnd()

    @property
    def stands(self) -> bool:
        """Whether the words are still the ones that were looked at."""
        return self.cursor.selectedText() == self.mention.name


def paragraphs(document: QTextDocument) -> list[str]:
    """The text of each block, as the core counts it."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found


def marks_over(document: QTextDocument, found: Mapping[str, Sequence[Mention]]) -> list[NameMark]:
    """A mark for each mention in a paragraph that reads as it was looked at."""
    marks = []
    block = document.begin()
    while block.isValid():
        text = block.text()
        mentions = found.get(text, ())
        positions = Positions(text) if mentions else None
        for mention in mentions:
            assert positions is not None
            cursor = QTextCursor(document)
            cursor.setPosition(block.position() + positions.to_qt(mention.start))
            end = block.position() + positions.to_qt(mention.end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            # what is typed right behind a name is not part of it
            cursor.setKeepPositionOnInsert(True)
            marks.append(NameMark(cursor, mention))
        block = block.next()
    return marks


def lines_below(mark: NameMark) -> Iterator[QLineF]:
    """The stretches below the words of a mark, in the document's pixels; one a line and direction of writing."""
    document = mark.cursor.document()
    block = document.findBlock(mark.start)
    first, last = mark.start - block.position(), mark.end - block.position()
    layout = block.layout()
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if start >= end:
            continue
        # glyph runs know which way they are written; the place of a caret at the seam of two directions does not
        below = corner.y() + line.y() + line.ascent() + _BELOW_PX
        for run in line.glyphRuns(start, end - start):
            shape: QRectF = run.boundingRect()
            left = QPointF(corner.x() + shape.left(), below)
            yield QLineF(left, QPointF(corner.x() + shape.right(), below))
