"""Reads the frequency table of the PyPI package ``wordfreq`` without installing it or its dependencies.

The table is a gzipped MessagePack array: a header map, then one array of words for each whole centibel below 1.0
(``wordfreq/__init__.py``, ``read_cBpack``). Only the parts of MessagePack that occur there are read.
"""

from __future__ import annotations

import gzip
from pathlib import Path


def read_zipf(package: Path, table: str = "large_en") -> dict[str, float]:
    """Zipf frequencies (log10 of uses in a thousand million words) by lower-case word.

    ``package`` is the folder with the unpacked wheel, the one that holds ``wordfreq/``.

    Raises:
        ValueError: the table is not of the format this was written for.
    """
    data = gzip.decompress((package / "wordfreq" / "data" / f"{table}.msgpack.gz").read_bytes())
    rows, _ = _value(data, 0)
    if not isinstance(rows, list) or not isinstance(rows[0], dict) or rows[0].get("format") != "cB":
        raise ValueError("not a cBpack table")
    zipf: dict[str, float] = {}
    for centibels, words in enumerate(rows[1:]):
        for word in words:
            zipf[word] = round(9 - centibels / 100, 2)
    return zipf


def _value(data: bytes, at: int) -> tuple[object, int]:
    """One MessagePack value and the offset after it (msgpack/spec.md)."""
    tag = data[at]
    if tag <= 0x7F:
        return tag, at + 1
    if tag <= 0x8F:
        return _map(data, at + 1, tag & 0x0F)
    if tag <= 0x9F:
        return _array(data, at + 1, tag & 0x0F)
    if tag <= 0xBF:
        return _text(data, at + 1, tag & 0x1F)
    if tag in (0xD9, 0xDA, 0xDB):
        width = 1 << (tag - 0xD9)
        return _text(data, at + 1 + width, int.from_bytes(data[at + 1 : at + 1 + width], "big"))
    if tag in (0xDC, 0xDD):
        width = 2 << (tag - 0xDC)
        return _array(data, at + 1 + width, int.from_bytes(data[at + 1 : at + 1 + width], "big"))
    raise ValueError("a MessagePack type that wordfreq tables do not use")


def _map(data: bytes, at: int, size: int) -> tuple[dict[object, object], int]:
    found: dict[object, object] = {}
    for _ in range(size):
        key, at = _value(data, at)
        found[key], at = _value(data, at)
    return found, at


def _array(data: bytes, at: int, size: int) -> tuple[list[object], int]:
    found: list[object] = []
    for _ in range(size):
        value, at = _value(data, at)
        found.append(value)
    return found, at


def _text(data: bytes, at: int, size: int) -> tuple[str, int]:
    return data[at : at + size].decode("utf-8"), at + size
