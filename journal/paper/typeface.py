"""One of the program's own fonts: how wide its letters are, and a smaller font of just those that a text has.

Reads TrueType as it is in ``resources/fonts`` (OpenType 1.9.1, the tables named below): outlines in ``glyf``, one
character map of format 4, offsets of two bytes. ``tests/unit/paper/test_typeface.py`` holds our fonts to that.
"""

from __future__ import annotations

import functools
import struct
from collections.abc import Iterator, Sequence

from journal.resources import read_bytes

#: What a font inside a PDF needs (ISO 32000-1, 9.9, "FontFile2").
_EMBEDDED = (b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep")
#: OpenType, "glyf": flags of a component: words for its place, more to come; how many bytes of scale follow.
_WORDS, _MORE, _SCALES = 0x0001, 0x0020, ((0x0008, 2), (0x0040, 4), (0x0080, 8))
#: OpenType, "head": the sum of the whole file and what is left of it.
_WHOLE_SUM = 0xB1B0AFBA


class Typeface:
    """Lengths are in units, ``units`` of them to the size of a letter."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._tables = _tables(data)
        head, os2, hhea = (self._tables[tag] for tag in (b"head", b"OS/2", b"hhea"))
        self.units: int = struct.unpack_from(">H", head, 18)[0]
        self.box: tuple[int, int, int, int] = struct.unpack_from(">4h", head, 36)
        self.ascent, self.descent = struct.unpack_from(">2h", hhea, 4)
        self.capitals: int = struct.unpack_from(">h", os2, 88)[0]
        self.slant: float = struct.unpack_from(">i", self._tables[b"post"], 4)[0] / 65536
        self._glyphs = dict(_characters(self._tables[b"cmap"]))
        offsets = self._tables[b"loca"]
        self._offsets = [2 * at for (at,) in struct.iter_unpack(">H", offsets)]
        self._long: int = struct.unpack_from(">H", hhea, 34)[0]

    def glyph(self, character: str) -> int:
        """The number of a character's glyph, 0 where the font has none."""
        return self._glyphs.get(ord(character), 0)

    def advance(self, glyph: int) -> int:
        """How far a glyph moves what follows it."""
        advance: int = struct.unpack_from(">H", self._tables[b"hmtx"], 4 * min(glyph, self._long - 1))[0]
        return advance

    def width(self, words: str) -> int:
        """How wide words are on one line."""
        return sum(self.advance(self.glyph(one)) for one in words)

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font of these glyphs, numbered anew in this order; the first is 0, what is shown for a letter not there.

        A glyph may be named twice. Nothing of the font's own words (its name, its copyright) is in it.
        """
        order = list(glyphs)
        # pieces that an accented letter is made of come after what was asked for
        for glyph in order:
            order += [part for _, part in self._pieces(glyph) if part not in order]
        outlines, offsets = bytearray(), [0]
        for glyph in order:
            outline = bytearray(self._outline(glyph))
            for at, part in self._pieces(glyph):
                struct.pack_into(">H", outline, at, order.index(part))
            outlines += outline + bytes(-len(outline) % 4)
            offsets.append(len(outlines))
        made = {tag: self._tables[tag] for tag in _EMBEDDED if tag in self._tables}
        made[b"glyf"], made[b"loca"] = bytes(outlines), struct.pack(f">{len(offsets)}I", *offsets)
        made[b"hmtx"] = b"".join(struct.pack(">Hh", self.advance(glyph), self._bearing(glyph)) for glyph in order)
        made[b"hhea"] = _with(made[b"hhea"], 34, len(order))
        made[b"maxp"] = _with(made[b"maxp"], 4, len(order))
        # offsets of four bytes, and no sum yet
        made[b"head"] = _with(_with(_with(made[b"head"], 50, 1), 8, 0), 10, 0)
        return _file(made)

    def _outline(self, glyph: int) -> bytes:
        return self._tables[b"glyf"][self._offsets[glyph] : self._offsets[glyph + 1]]

    def _bearing(self, glyph: int) -> int:
        # those beyond the last width of their own have a bearing alone
        at = 4 * glyph + 2 if glyph < self._long else 4 * self._long + 2 * (glyph - self._long)
        bearing: int = struct.unpack_from(">h", self._tables[b"hmtx"], at)[0]
        return bearing

    def _pieces(self, glyph: int) -> Iterator[tuple[int, int]]:
        """The glyphs that one is made of, each with the place in its outline where its number stands."""
        outline = self._outline(glyph)
        if not outline or struct.unpack_from(">h", outline)[0] >= 0:
            return
        at, flags = 10, _MORE
        while flags & _MORE:
            flags, part = struct.unpack_from(">2H", outline, at)
            yield at + 2, part
            at += 4 + (4 if flags & _WORDS else 2) + sum(size for flag, size in _SCALES if flags & flag)


@functools.cache
def typeface(name: str) -> Typeface:
    """One of ours, by the name of its file without an ending."""
    return Typeface(name, read_bytes(f"fonts/{name}.ttf"))


def _tables(data: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    listed = struct.iter_unpack(">4s3I", data[12 : 12 + 16 * count])
    return {tag: data[start : start + length] for tag, _, start, length in listed}


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Code points with their glyphs (OpenType, "cmap", format 4)."""
    (start,) = struct.unpack_from(">I", cmap, 8)
    (twice,) = struct.unpack_from(">H", cmap, start + 6)
    each = f">{twice // 2}H"
    lasts = struct.unpack_from(each, cmap, start + 14)
    firsts, shifts, ranges = (struct.unpack_from(each, cmap, start + 16 + at * twice) for at in (1, 2, 3))
    for at, (first, last, shift, offset) in enumerate(zip(firsts, lasts, shifts, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = start + 16 + 3 * twice + 2 * at + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", cmap, place)
            if glyph or not offset:
                yield code, (glyph + shift) & 0xFFFF


def _with(table: bytes, at: int, value: int) -> bytes:
    made = bytearray(table)
    struct.pack_into(">H", made, at, value)
    return bytes(made)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    whole: int = sum(number for (number,) in struct.iter_unpack(">I", padded))
    return whole & 0xFFFFFFFF


def _file(tables: dict[bytes, bytes]) -> bytes:
    """OpenType, "Organization of an OpenType font": the list of tables, each at a multiple of four bytes."""
    power = 1 << (len(tables).bit_length() - 1)
    listed = struct.pack(
        ">I4H", 0x00010000, len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power)
    )
    at, body = 12 + 16 * len(tables), bytearray()
    places = {}
    for tag, table in sorted(tables.items()):
        places[tag] = at + len(body)
        listed += struct.pack(">4s3I", tag, _sum(table), places[tag], len(table))
        body += table + bytes(-len(table) % 4)
    made = bytearray(listed + body)
    struct.pack_into(">I", made, places[b"head"] + 8, (_WHOLE_SUM - _sum(bytes(made))) & 0xFFFFFFFF)
    return bytes(made)
