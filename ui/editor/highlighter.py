"""Styles Markdown while it is typed, without hiding it: headings, quotations, emphasis. One block at a time."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.text import Positions, utf16_length
from ui.theme import Look

# CommonMark 0.31, sections 4.2 (ATX headings) and 6.2 (emphasis), in the plain cases that people type.
_HEADING = re.compile(r"#{1,6} ")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=[^*\s])(.+?)(?<=[^*\s])\*(?![*\w])|(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Formats are laid over the text; neither the text nor its undo history is touched."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look
        look.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Qt: style one line."""
        if text.startswith(">"):
            self.setFormat(0, utf16_length(text), self._quotation())
            return
        if _HEADING.match(text):
            self.setFormat(0, utf16_length(text), self._heavy())
            return
        if "*" not in text and "_" not in text:
            return
        positions = Positions(text)
        for pattern, style in ((_EMPHASIS, self._slanted()), (_STRONG, self._heavy())):
            for found in pattern.finditer(text):
                start, end = positions.to_qt(found.start()), positions.to_qt(found.end())
                self.setFormat(start, end - start, style)

    def _quotation(self) -> QTextCharFormat:
        style = self._slanted()
        style.setForeground(self._look.colour("accent"))
        return style

    def _heavy(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold.value)
        return style

    def _slanted(self) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFontItalic(True)
        return style
