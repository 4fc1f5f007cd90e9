"""A name as a computer has spoilt it: "O&#39;Dowd", "SiÃ¢n", "Zo=C3=AB"."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Character references as HTML writes apostrophe and hyphen, by number and by name.
_REFERENCES = {
    "'": r"(?:['’]|&(?:#0?39|#x0?27|#8217|#x2019|apos|rsquo);|\\['’]|%27|â€™|\?)",
    "-": r"(?:[-‐‑–]|&(?:#45|#8209|ndash|hyphen);|â€“|â€\x90)",
}


def spoilt(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of these names in a spoilt form; ``None`` where none of them can be spoilt."""
    forms = [form for word in words for form in _forms(word)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?![\w&])") if forms else None


def _forms(word: str) -> list[str]:
    """Patterns for a name with a letter or mark that systems stumble over; none for a plain one."""
    straight = word.replace("’", "'")
    forms = []
    if "'" in straight:
        forms.append("".join(_REFERENCES.get(ch, re.escape(ch)) for ch in straight))
    if not word.isascii():
        # UTF-8 read as Windows-1252, twice met in exports; what that has no letter for is left out
        wrong = word.encode("utf-8").decode("cp1252", errors="ignore")
        forms.append(re.escape(wrong))
        forms.append(
            "".join(re.escape(ch) if ch.isascii() else r"(?:&#?\w{2,8};|(?:=[0-9A-F]{2})+|\?|�)" for ch in word)
        )
    return forms
