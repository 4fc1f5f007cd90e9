"""A PDF without its maker's marks: what Qt wrote, put together anew without program, times, title and identifiers.

Qt draws the pages (``ui/widgets/printing.py``); here nothing is known of it but the shape of its files, which is that
of ISO 32000-1, 7.5: objects, a cross-reference table of one section, a trailer. A file of any other shape is refused
rather than let through as it came. What the pages do not use is not copied.
"""

from __future__ import annotations

import itertools
import re

#: ISO 32000-1, 7.5.5: the last lines give the byte at which the cross-reference table begins.
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
#: 7.5.4: one section, of all objects from 0 on, in lines of twenty bytes; then the trailer's dictionary (7.5.5).
_TABLE = re.compile(rb"xref\s+0 \d+\s+((?:\d{10} \d{5} [nf][ \r][\r\n])+)trailer\s*<<(.*?)>>\s*$", re.DOTALL)
_LINE = 20
_ROOT = re.compile(rb"/Root\s+(\d+) 0 R")
#: 7.3.10: an object's first line, and where it is referred to. The numbers of generations are all nought.
_BEGINS, _REFERS = re.compile(rb"\s*\d+ 0 obj\b"), re.compile(rb"\b(\d+) 0 R\b")
#: 7.3.8.1: what follows this in an object is data.
_STREAM = re.compile(rb"\bstream\r?\n")
_CATALOGUE = re.compile(rb"/Type\s*/Catalog\b(?:\s*/Lang \([^)]*\))?")
#: 14.3.2: a stream of XMP, named in the catalogue.
_METADATA = re.compile(rb"/Metadata\s+\d+ 0 R\s*")
#: 9.6.4: six letters before the name of a font of which a part is embedded; Qt makes them of numbers that vary.
_TAG = re.compile(rb"/FontName /[A-Z]{6}\+")
#: 9.10.3: which characters glyphs stand for. Where several have one glyph Qt names the lowest, so that whoever copies
#: or searches the text or has it read aloud finds another: a tab for the space, U+02BB and U+02BC for the quotation
#: marks. These three are all there are in our two fonts (Latin, Greek, Cyrillic, punctuation, arrows, mathematics).
_CHARACTERS = {b"<0009>": b"<0020>", b"<02BB>": b"<2018>", b"<02BC>": b"<2019>"}
#: What no file that leaves may have: entries of the information dictionary (14.3.3), XMP, identifiers (14.4).
_MARKS = re.compile(rb"/(?:Producer|Creator|CreationDate|ModDate|Author|Title|Metadata|Info|ID)\b|<\?xpacket")


def without_marks(pdf: bytes) -> bytes:
    """The same pages in a file that has no information dictionary, no XMP and no identifiers, and says its language.

    The same pages give the same bytes, whenever they were drawn.

    Raises:
        ValueError: the file has another shape than Qt's, or a mark was left (a bug, and nothing may leave).
    """
    end = _END.search(pdf)
    table = _TABLE.match(pdf, int(end[1]), end.start()) if end else None
    root = _ROOT.search(table[2]) if table else None
    if end is None or table is None or root is None:
        raise ValueError("not the shape of a PDF of ours")
    objects = _objects(pdf, table[1], int(end[1]))
    first = int(root[1])
    head, data = objects[first]
    # the language beside the type, as an HTML page of ours has it: a screen reader asks for it (14.9.2)
    head, found = _CATALOGUE.subn(b"/Type /Catalog\n/Lang (en-GB)", _METADATA.sub(b"", head), count=1)
    objects[first] = head, data
    made = _reached(objects, first)
    if not found or any(_MARKS.search(head) for head, _ in made):
        raise ValueError("a mark was left in the PDF")
    return _put_together(pdf[: pdf.index(b"\n") + 1], made)


def _objects(pdf: bytes, lines: bytes, until: int) -> dict[int, tuple[bytes, bytes]]:
    """Each object in use by its number, without its first line: what it says, and its data if it has any."""
    starts = {
        at: int(lines[at * _LINE : at * _LINE + 10])
        for at in range(len(lines) // _LINE)
        if lines[at * _LINE + 17 : at * _LINE + 18] == b"n"
    }
    ends = dict(itertools.pairwise([*sorted(starts.values()), until]))
    found = {}
    for number, start in starts.items():
        body = pdf[start : ends[start]]
        begins = _BEGINS.match(body)
        if begins is None:
            raise ValueError("no object where one should begin")
        body = body[begins.end() :]
        stream = _STREAM.search(body)
        at = stream.start() if stream else len(body)
        found[number] = body[:at], body[at:]
    return found


def _reached(objects: dict[int, tuple[bytes, bytes]], first: int) -> list[tuple[bytes, bytes]]:
    """What the catalogue leads to, numbered anew in the order in which it is met."""
    order = {first: 1}
    waiting = [first]
    while waiting:
        for found in _REFERS.finditer(objects[waiting.pop(0)][0]):
            number = int(found[1])
            if number not in objects:
                raise ValueError("a reference to nothing")
            if number not in order:
                order[number] = len(order) + 1
                waiting.append(number)
    tags = itertools.count()
    made = []
    for number in order:
        head, data = objects[number]
        head = _REFERS.sub(lambda found: b"%d 0 R" % order[int(found[1])], head)
        head = _TAG.sub(lambda _: b"/FontName /%s+" % _letters(next(tags)), head)
        if b"begincmap" in data:
            for stands, meant in _CHARACTERS.items():
                data = data.replace(stands, meant)
        made.append((head, data))
    return made


def _letters(number: int) -> bytes:
    return bytes(ord("A") + number // 26**place % 26 for place in reversed(range(6)))


def _put_together(version: bytes, objects: list[tuple[bytes, bytes]]) -> bytes:
    # 7.5.2: four bytes above 127 say that the file is not text
    out = bytearray(version + b"%\xe2\xe3\xcf\xd3\n")
    lines = [b"0000000000 65535 f \n"]
    for number, (head, data) in enumerate(objects, start=1):
        lines.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj" % number + head + data
    at, count = len(out), len(lines)
    out += b"xref\n0 %d\n" % count + b"".join(lines)
    out += b"trailer\n<<\n/Size %d\n/Root 1 0 R\n>>\nstartxref\n%d\n%%%%EOF\n" % (count, at)
    return bytes(out)
