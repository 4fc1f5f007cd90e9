"""What a detector saw: the value that scan, review and risk share."""

from __future__ import annotations

import enum


class Risk(enum.Enum):
    """How a detail points to somebody; the risks of ``docs/anonymiser.md``."""

    DIRECT = "direct"  # names one person on its own
    QUASI = "quasi"  # narrows, in company with others
    AUTHOR = "author"  # points to the writer
    KEEP = "keep"  # a published source: stays as it is
