"""Quotation marks as British printers set them, made from straight ones while typing.

Hart's Rules (New Hart's Rules, 2nd ed., 4.13 dashes, 9.2 quotation marks): single marks first, double within; an
apostrophe is a closing mark; a parenthetical dash is a spaced en rule.
"""

from __future__ import annotations

#: A mark after one of these opens; after anything else, a letter in any script or an emoji, it closes.
_OPENS_AFTER = frozenset(" \t\u00a0\u202f([{/\u2013\u2014-\u2018\u201c")
#: Signs of emphasis stand between a mark and what it belongs to.
_SIGNS = "*_"


def smartened(before: str, typed: str) -> tuple[int, str] | None:
    """What ``typed`` becomes after the line ``before``: how many characters back to replace, and by what.

    ``None`` where it stays. In code (an odd number of back quotes before) everything stays.
    """
    if before.count("`") % 2:
        return None
    if typed in ("'", '"'):
        last = before.rstrip(_SIGNS)[-1:]
        opens = not last or last in _OPENS_AFTER
        if typed == "'":
            return 1, "\u2018" if opens else "\u2019"
        return 1, "\u201c" if opens else "\u201d"
    # not at the start of a line, where two or three of them are a rule or a list
    if typed == "-" and before.endswith("-") and not before.endswith("--") and before[:-1].strip():
        return 2, "\u2013"
    return None
