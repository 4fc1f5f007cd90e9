"""How values lie in rows: ids as 16 bytes, times as milliseconds since 1970 UTC, days as ISO text."""

from __future__ import annotations

import datetime as dt
import unicodedata
from uuid import UUID

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MILLISECOND = dt.timedelta(milliseconds=1)

# What SQLite or UTF-8 cannot hold faithfully: a NUL ends a text for search; half of a surrogate pair has no UTF-8.
# Each becomes one U+FFFD, so that positions stay.
_UNSTORABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def to_ms(moment: dt.datetime) -> int:
    """Milliseconds since the epoch, rounded down; ``moment`` is aware."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(value: int) -> dt.datetime:
    """The aware UTC moment."""
    return _EPOCH + value * _MILLISECOND


def maybe_from_ms(value: int | None) -> dt.datetime | None:
    """The moment, or ``None`` where there is none."""
    return None if value is None else from_ms(value)


def to_day(value: str | None) -> dt.date | None:
    """The day, or ``None`` where there is none."""
    return None if value is None else dt.date.fromisoformat(value)


def from_day(value: dt.date | None) -> str | None:
    """ISO text, or ``None`` where there is none."""
    return None if value is None else value.isoformat()


def to_id(value: bytes) -> UUID:
    """The id that 16 bytes are."""
    return UUID(bytes=value)


def storable(text: str) -> str:
    """``text`` with what cannot be stored replaced, one code point by one."""
    return text.translate(_UNSTORABLE) if _has_unstorable(text) else text


def key_of(text: str) -> str:
    """What two spellings of one tag or code have in common: case and compositions folded (Unicode 3.13, D145)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def _has_unstorable(text: str) -> bool:
    if "\0" in text:
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
