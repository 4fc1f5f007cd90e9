"""Letters of a PDF that another program finds again as they were typed."""

from __future__ import annotations

from PySide6.QtGui import QFont

#: Off, because they draw letters with glyphs for which Qt cannot name a character: who copies or searches the text of
#: a PDF, or has it read aloud, would miss each A, each space and each apostrophe, and find ﬁ in the place of fi.
_FEATURES = ("locl", "liga")


def as_typed(font: QFont) -> QFont:
    """The same font without the features that hide letters."""
    for feature in _FEATURES:
        font.setFeature(QFont.Tag(feature), 0)
    return font
