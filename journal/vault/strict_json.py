"""JSON for files that anybody may have changed: one canonical form to write, one strict and bounded way to read.

Canonical: ASCII, keys sorted, no spaces, integers and no other numbers (in the manner of RFC 8785, for our few types).
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

#: 2**53 - 1, the greatest integer that every JSON reader keeps exactly (RFC 8259, section 6).
LARGEST = 9_007_199_254_740_991


class Malformed(ValueError):
    """The bytes are not the JSON we write. ``reason`` is a code; the bytes themselves are never quoted."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def canonical(value: object) -> bytes:
    """The one way to write ``value``: what sums and MACs are made over."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode("ascii")


def read_object(data: bytes, *, limit: int, brackets: int) -> dict[str, Any]:
    """The JSON object in ``data``.

    Bounds are checked before the parser runs: ``limit`` bytes, and ``brackets`` opening brackets in all, which also
    bounds the depth.

    Raises:
        Malformed: too large, too deep, not ASCII, not JSON, a key twice, a fraction, NaN, a number above 2**53 - 1, or
            not an object.
    """
    if len(data) > limit:
        raise Malformed("size")
    if data.count(b"[") + data.count(b"{") > brackets:
        raise Malformed("depth")
    if not data.isascii():
        raise Malformed("not_ascii")
    try:
        value = json.loads(
            data.decode("ascii"),
            parse_int=_integer,
            parse_float=_no_number,
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except Malformed:
        raise
    except (ValueError, RecursionError):
        # from None: the parser's own error carries the whole text
        raise Malformed("not_json") from None
    if not isinstance(value, dict):
        raise Malformed("not_object")
    return value


def _integer(digits: str) -> int:
    # by length first: converting many digits takes the square of their number
    if len(digits) > len(str(-LARGEST)) or abs(value := int(digits)) > LARGEST:
        raise Malformed("number")
    return value


def _no_number(_: str) -> NoReturn:
    raise Malformed("number")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Malformed("key_twice")
    return value
