"""The line that says who wrote a post, and that nobody is named where the writer chose so."""

from __future__ import annotations

import re

#: The byline of a new post ("Conventions of a blog draft"): the writer is protected unless they choose otherwise.
WITHHELD = "Author: Name withheld for protection"

# "Author: Name withheld for protection" is the convention of the field's blogs; these words say that nobody is named.
_WITHHELD = re.compile(r"\b(?:withheld|anonymous|anonymised)\b", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:(?:author|byline|(?:written |posted )?by)\s*:|by\b)\s*", re.IGNORECASE)


def naming(name: str) -> str:
    """The byline that gives a name, real or chosen."""
    return f"Author: {' '.join(name.split())}"


def author_in(byline: str) -> str:
    """The name that a byline gives, empty where it gives none."""
    return "" if _WITHHELD.search(byline) else _BY.sub("", byline)
