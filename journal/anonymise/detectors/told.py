"""Details that are told in a clause, not named: where they end, and whether they tell anything.

The model marks such a detail with the clause that it stands in; what is replaced should be what tells.
"""

from __future__ import annotations

import re

from journal.anonymise.segments import Document

#: Labels of the model for details that are told.
TOLD = frozenset({"OCC", "FAM", "HEA", "HER", "EVE", "UNI"})

# "a cathedral organist in", "ward manager on": what leads to the next detail, which is found by itself
_LEADS_ON = re.compile(
    r"(?:,? (?:at|in|on|of|with|for|to|from|up|by|near|outside|and|but|or|who|which|that|the|an?|my|her|his|their|our"
    r"|is|was))+$"
)
# "the only man on the corridor since they mixed the wards up": why, or what came of it
_GOES_ON = re.compile(
    r",? (?:since|because|but|until|although|though|so that|and (?:he|she|they|I|we|it)\b).*$",
    re.DOTALL,
)
# "born" of "born in Leicester", "Her" before "three girls", "in the": nothing by itself
_EMPTY = re.compile(
    r"(?:\W|\b(?:an?|the|my|his|her|their|our|its|this|that|he|she|they|it|i|we|you|one|of|in|on|at|to|for|with|by|from"
    r"|and|or|but|is|was|are|were|has|had|have|got|born|only|first|last|who|which)\b)+",
    re.IGNORECASE,
)
# "found him on the slip at Mousehole": where, not what
_WHERE = re.compile(r"\b(?:on|in|at|by|near|outside|behind|from|to) $")
_SOMEWHERE = re.compile(r"the [a-z]+ (?:at|in|by|of|near) [A-Z]")


def without_tail(surface: str) -> str:
    """A detail without the clause that follows it and without words that lead to the next one."""
    return _LEADS_ON.sub("", _GOES_ON.sub("", surface)) or surface


def tells(document: Document, start: int, surface: str, label: str) -> bool:
    """Whether a detail tells something, and for an event, what happened and not where."""
    if _EMPTY.fullmatch(surface):
        return False
    where = label == "EVE" and _SOMEWHERE.match(surface) and _WHERE.search(document.text[max(0, start - 9) : start])
    return not where
