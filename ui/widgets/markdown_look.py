"""Styles Markdown where it is typed or read, without hiding it. Line by line: Qt asks only for those that changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from ui.text import Positions, utf16_length
from ui.theme import Look
from ui.widgets.markdown import Style, heading_level, opens_or_closes_fence, spans

# Block states: what stays open at the end of a line.
_NOTHING, _FENCE = 0, 1
#: Sizes of headings against the text, the first two levels and all others; an entry's own title is larger.
_HEADING_SIZES = (1.33, 1.2, 1.08)
_WRITING_PX = 18
#: Characters from which on a text is styled in turns, and of one turn.
_LONG, _AT_ONCE = 20_000, 8_000
_FAMILY, _SIZE = QTextFormat.Property.FontFamilies, QTextFormat.Property.FontPixelSize


def heading_size(level: int) -> float:
    """How large a heading is against the text; 1 where there is none (level 0)."""
    return _HEADING_SIZES[min(level, len(_HEADING_SIZES)) - 1] if level else 1


def in_code(block: QTextBlock) -> bool:
    """Whether a line lies in a block of code, its fences too."""
    return block.userState() == _FENCE or block.previous().userState() == _FENCE


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats are laid over the text; neither the text nor its undo history is touched.

    ``px``: the size of the text, before the person's own is applied; ``mark``: the colour of the signs, by role.
    ``titled``: the first line is a title, in which signs stand for themselves.
    """

    def __init__(self, document: QTextDocument, look: Look, *, px: int = _WRITING_PX, mark: str = "ink-3") -> None:
        super().__init__(document)
        self._look, self._px, self._mark = look, px, mark
        self.titled = False
        self._held = False
        self._next_line = 0
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._style_some)
        self._made: dict[tuple[Style, int], QTextCharFormat] = {}
        self._looked = (look.roles.name, look.scale)
        #: while the same words get other formats: Qt says then, too, that the text changed
        self.restyling = False
        look.changed.connect(self._relook)

    @contextmanager
    def in_turns(self, length: int) -> Iterator[None]:
        """Write a text of ``length`` inside: a long one is styled afterwards, a little at a time, from its top.

        20,000 words full of signs take 130 ms to style in one go.
        """
        self._held = length > _LONG
        try:
            yield
        finally:
            if self._held:
                self._held, self._next_line = False, 0
                self._later.start()

    def highlightBlock(self, text: str) -> None:
        """Qt: style one line."""
        if self._held:
            return
        if self.titled and self.currentBlock().blockNumber() == 0:
            self.setCurrentBlockState(_NOTHING)
            return
        in_code = self.previousBlockState() == _FENCE
        if opens_or_closes_fence(text):
            self.setCurrentBlockState(_NOTHING if in_code else _FENCE)
            self.setFormat(0, utf16_length(text), self._format(Style.CODE | Style.MARK, 0))
            return
        self.setCurrentBlockState(_FENCE if in_code else _NOTHING)
        if in_code:
            self.setFormat(0, utf16_length(text), self._format(Style.CODE, 0))
            return
        found = spans(text)
        if not found:
            return
        positions = Positions(text)
        level = heading_level(text)
        for span in found:
            start = positions.to_qt(span.start)
            self.setFormat(start, positions.to_qt(span.end) - start, self._format(span.style, level))

    def _style_some(self) -> None:
        done = 0
        block = self.document().findBlockByNumber(self._next_line)
        while block.isValid() and done < _AT_ONCE:
            self.rehighlightBlock(block)
            done += block.length()
            block = block.next()
        self._next_line = block.blockNumber()
        if not block.isValid():
            self._later.stop()

    def _relook(self) -> None:
        now = (self._look.roles.name, self._look.scale)
        if now != self._looked:
            self._looked = now
            self._made.clear()
            self.restyling = True
            self.rehighlight()
            self.restyling = False

    def _format(self, style: Style, level: int) -> QTextCharFormat:
        if (style, level) not in self._made:
            self._made[style, level] = self._make(style, level)
        return self._made[style, level]

    def _make(self, style: Style, level: int) -> QTextCharFormat:
        made = QTextCharFormat()
        if Style.HEADING in style:
            made.setProperty(_SIZE, round(self._look.px(self._px) * heading_size(level)))
        if Style.HEADING in style or Style.STRONG in style or Style.LIST_MARK in style:
            made.setFontWeight(QFont.Weight.DemiBold.value)
        if Style.QUOTATION in style or Style.EMPHASIS in style:
            made.setFontItalic(True)
        if Style.QUOTATION in style or Style.LINK in style or Style.LIST_MARK in style:
            made.setForeground(self._look.colour("accent"))
        if Style.LINK in style and Style.MARK not in style:
            made.setFontUnderline(True)
        if Style.CODE in style:
            # the system's own fixed font: code is rare in a journal, so none is shipped
            made.setProperty(_FAMILY, ["monospace", "Consolas", "Menlo"])
            made.setFontStyleHint(QFont.StyleHint.Monospace)
            made.setProperty(_SIZE, round(self._look.px(self._px) * 0.87))
            made.setBackground(self._look.colour("panel"))
        if Style.MARK in style:
            made.setForeground(self._look.colour(self._mark))
        return made
