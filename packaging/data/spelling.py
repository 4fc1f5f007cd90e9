"""How names are brought to one form before they are listed."""

from __future__ import annotations

import unicodedata

# Ukrainian official romanisation (Cabinet of Ministers resolution 55 of 2010), good enough for names of other
# Cyrillic alphabets as they are written in Britain.
_CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ",
        (
            "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia y e yo _".replace("_", "")
        ).split(" "),
        strict=True,
    )
)
_PLAIN = str.maketrans("łŁøØđĐıə", "lLoOdDie")


def romanised(name: str) -> str:
    """A Cyrillic name in Latin letters; any other name as it is."""
    return "".join(_CYRILLIC.get(ch, ch) for ch in name.lower()) if any("а" <= c <= "ї" for c in name.lower()) else name


def without_accents(name: str) -> str:
    """The name as it is typed in haste: no marks over or through its letters."""
    plain = unicodedata.normalize("NFD", name.translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(ch for ch in plain if not unicodedata.combining(ch)))


def spellings(name: str) -> list[str]:
    """The name in lower case with a straight apostrophe, and without its accents where it has any.

    Nothing if it holds anything but Latin letters, inner hyphens, apostrophes and single spaces.
    """
    lower = unicodedata.normalize("NFC", romanised(name)).replace("’", "'").lower().strip()
    parts = lower.replace("'", " ").replace("-", " ").split(" ")
    if not all(part.isalpha() and part[0] < "ɐ" for part in parts):
        return []
    plain = without_accents(lower)
    return [lower] if plain == lower else [lower, plain]
