"""A text as an attentive reader could make it out: what typing, encoding and mark-up can hide is taken away.

Compatibility forms, character references, characters of no width, letters of other scripts that look like Latin ones,
mark-up and spaces between the letters of a word. Positions are not kept.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Letters of Greek, Cyrillic, Armenian and others that are drawn like Latin ones; a selection by hand of those that
# Unicode Technical Standard 39 calls confusable and keyboards or pickers offer.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЗаеоіјѕрсухһԁԛԝɡɑαοινκρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɩℓոսօցհ",
    "ABESIJKMHOPCTYX3aeoijspcyxhdqwgaaoivkptuxABEZHIKMNOPTYXiilnuoqh",
)
_EMPHASIS = re.compile(r"(?<=\w)(?:\*{1,3}|_{1,3}|~~|`|</?[a-zA-Z]{1,6}>|\\)(?=\w)")
# "T i l l y", "T-i-l-l-y", "T.i.l.l.y": single letters with one sign between, four and more.
_SPACED = re.compile(r"(?<!\w)\w(?:([ .·_*-])\w)(?:\1\w){2,}(?!\w)")


def undisguised(text: str) -> str:
    """The text with nothing of no width, one script, straight apostrophes, and no mark-up inside words."""
    text = unicodedata.normalize("NFKC", html.unescape(text))
    text = "".join(ch for ch in text if not _of_no_width(ch))
    text = text.translate(_LOOKALIKES).replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    text = _EMPHASIS.sub("", text)
    return _SPACED.sub(lambda match: re.sub(r"[ .·_*-]", "", match.group()), text)


def _of_no_width(ch: str) -> bool:
    # Cf: soft hyphen, joiners, zero-width spaces, direction marks; then variation selectors and fillers.
    return (
        unicodedata.category(ch) == "Cf" or "\ufe00" <= ch <= "\ufe0f" or ch in "\u034f\u115f\u1160\u3164\u17b4\u17b5"
    )
