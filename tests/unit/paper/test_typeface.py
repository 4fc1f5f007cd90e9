"""Our fonts have the shape that the reader of them knows, and a part of one is a font."""

from __future__ import annotations

import struct

import pytest

from journal.paper.lines import SANS, SERIF
from journal.paper.typeface import Typeface, _characters, _sum, _tables, typeface
from journal.resources import read_bytes

FONTS = pytest.mark.parametrize("name", [SANS.plain, SANS.strong, SERIF.plain, SERIF.strong, SERIF.emphasis])


@FONTS
def test_a_font_of_ours_is_read(name: str) -> None:
    data = read_bytes(f"fonts/{name}.ttf")
    tables = _tables(data)
    (version, count) = struct.unpack_from(">2H", tables[b"cmap"])
    assert (version, count) == (0, 1)
    assert struct.unpack_from(">2H", tables[b"cmap"], 4) == (3, 1)
    start = struct.unpack_from(">I", tables[b"cmap"], 8)[0]
    assert struct.unpack_from(">H", tables[b"cmap"], start)[0] == 4
    assert struct.unpack_from(">h", tables[b"head"], 50)[0] == 0, "offsets of two bytes"
    face = typeface(name)
    assert all(face.glyph(one) for one in "AZaz09 .,;:!?’‘“”–—…•éïöß£€½±×")
    assert not face.glyph("😀")
    assert not face.glyph("漢")
    assert not face.glyph("λ"), "the smaller fonts that we ship are Latin alone"
    assert 0 < face.width("i") < face.width("m")
    assert face.width("in") == face.width("i") + face.width("n")


@FONTS
def test_a_part_of_a_font_has_the_outlines_and_widths_of_the_whole(name: str) -> None:
    face = typeface(name)
    wanted = [0, *(face.glyph(one) for one in "Éaïa ")]
    part = _tables(face.subset(wanted))
    offsets = [at for (at,) in struct.iter_unpack(">I", part[b"loca"])]
    count = struct.unpack_from(">H", part[b"maxp"], 4)[0]
    assert len(offsets) == count + 1
    assert count >= len(wanted)
    for at, glyph in enumerate(wanted):
        advance = struct.unpack_from(">H", part[b"hmtx"], 4 * at)[0]
        assert advance == face.advance(glyph)
        outline = part[b"glyf"][offsets[at] : offsets[at + 1]]
        whole = face._outline(glyph)
        # the bounds are the same; the pieces of one that is made of others have new numbers
        assert outline[:10] == whole[:10]
        assert abs(len(outline) - len(whole)) < 4
    assert b"name" not in part
    assert _sum(face.subset(wanted)) == 0xB1B0AFBA, "the sum that a font says of itself"


def test_pieces_of_a_letter_come_with_it_and_are_numbered_anew() -> None:
    face = typeface(SERIF.plain)
    made = next(one for one in "ÅÄÖÉÈÊËÏŐŠŽĞİ" if face.glyph(one) and list(face._pieces(face.glyph(one))))
    glyph = face.glyph(made)
    part = Typeface.__new__(Typeface)
    tables = _tables(face.subset([0, glyph]))
    part._tables = tables
    part._offsets = [at for (at,) in struct.iter_unpack(">I", tables[b"loca"])]
    pieces = [piece for _, piece in part._pieces(1)]
    assert pieces
    assert min(pieces) >= 2
    for new, old in zip(pieces, (piece for _, piece in face._pieces(glyph)), strict=True):
        assert part._outline(new)[:10] == face._outline(old)[:10]


def test_ranges_of_characters_are_read_by_number_and_by_list() -> None:
    # two characters by their distance, two by a list, and the end that every map has
    firsts, lasts = (65, 97, 0xFFFF), (66, 98, 0xFFFF)
    shifts, offsets = (0x10000 - 60, 0, 1), (0, 4, 0)
    body = (
        b"".join(struct.pack(">3H", *numbers) for numbers in (lasts,))
        + b"\0\0"
        + b"".join(struct.pack(">3H", *numbers) for numbers in (firsts, shifts, offsets))
    )
    listed = struct.pack(">2H", 9, 0)
    table = struct.pack(">7H", 4, 0, 0, 6, 0, 0, 0) + body + listed
    cmap = struct.pack(">4HI", 0, 1, 3, 1, 12) + table
    assert dict(_characters(cmap)) == {65: 5, 66: 6, 97: 9}
