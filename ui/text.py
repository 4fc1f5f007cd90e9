"""The only place where positions and texts cross between the core and Qt.

The core counts Unicode code points; Qt counts UTF-16 units, in which a character outside the basic plane (an emoji,
some scripts) takes two. ``QTextDocument.toPlainText`` also turns no-break spaces into spaces, so it is not used.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QTextCursor, QTextDocument

#: Code points above the basic multilingual plane take two UTF-16 units (Unicode 16, section 3.9).
_WIDE = re.compile("[\U00010000-\U0010ffff]")


def utf16_length(text: str) -> int:
    """How many UTF-16 units Qt counts for ``text``."""
    return len(text) + len(_WIDE.findall(text))


class Positions:
    """Converts positions of one text between code points and UTF-16 units, in logarithmic time after one scan."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [found.start() for found in _WIDE.finditer(text)]
        # where each wide character starts in UTF-16 units
        self._wide16 = [index + nth for nth, index in enumerate(self._wide)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 position of a code point position, bounded to the text."""
        position = min(max(position, 0), self._length)
        return position + bisect_right(self._wide, position - 1)

    def from_qt(self, position: int) -> int:
        """The code point position of a UTF-16 position; one inside a surrogate pair counts as before it."""
        position = min(max(position, 0), self._length + len(self._wide))
        wide_before = bisect_right(self._wide16, position - 1)
        if wide_before and self._wide16[wide_before - 1] == position - 1:
            return self._wide[wide_before - 1]
        return position - wide_before


def document_text(document: QTextDocument) -> str:
    """The document as plain text, every character kept: lines end in ``\\n``, no-break spaces stay what they are."""
    lines = []
    block = document.begin()
    while block.isValid():
        lines.append(block.text())
        block = block.next()
    # U+2028 is how Qt keeps a soft line break (Shift+Enter) inside a block
    return "\n".join(lines).replace("\u2028", "\n")


def select(document: QTextDocument, start: int, end: int, positions: Positions | None = None) -> QTextCursor:
    """A cursor over the code points ``[start, end)`` of ``document``."""
    positions = positions or Positions(document_text(document))
    cursor = QTextCursor(document)
    cursor.setPosition(positions.to_qt(start))
    cursor.setPosition(positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def counted(count: int, one: str, many: str) -> str:
    """``one`` for a single thing, else ``many`` with the number in place of ``%n``; no "(s)" is ever shown."""
    return one if count == 1 else many.replace("%n", f"{count:,}")


def spelt(count: int, one: str, many: str) -> str:
    """As ``counted``, with numbers below ten in words, as prose has them; it begins in lower case."""
    words = QCoreApplication.translate("numbers", "two three four five six seven eight nine").split()
    number = words[count - 2] if 2 <= count < 2 + len(words) else f"{count:,}"
    return one if count == 1 else many.replace("%n", number)


def sentence(words: str) -> str:
    """``words`` with a capital letter to begin with."""
    return words[:1].upper() + words[1:]


def moment_words(at: dt.datetime) -> str:
    """A moment in the person's own calendar: day and time."""
    local = at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), "d MMM yyyy")
    return f"{day}, {local:%H:%M}"
