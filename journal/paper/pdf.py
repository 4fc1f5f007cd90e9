"""The bytes of a PDF (ISO 32000-1): pages, the letters they use, and how the text is built; nothing else is in it.

No information dictionary, no XMP, no identifiers, no title, no time: those that ``journal/export/pdf.py`` takes out of
what Qt draws were never here. Nothing is compressed, so that the same pages are the same bytes whatever library is
there, and anybody can look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.paper.lines import as_set, plain
from journal.paper.parts import Part, Table
from journal.paper.setting import HIGH, WIDE, Link, Marked, Page, Piece, Rule, Setting, Sheet
from journal.paper.tree import Node
from journal.paper.typeface import Typeface, typeface

_LANGUAGE = b"en-GB"
#: 9.8.2: letters of a script that is not one byte each, serifs or none; a slanted one has 64 more.
_SYMBOLIC, _ITALIC = 4, 64
#: 9.8.1 asks for the thickness of stems, which none of our readers uses.
_STEM = 80


def to_pdf(parts: Sequence[Part], sheet: Sheet) -> bytes:
    """The parts as a PDF, A4, tagged.

    Raises:
        ValueError: our fonts lack a letter of it (``can_be_set``).
    """
    if not can_be_set(parts, sheet):
        raise ValueError("a letter that no font of ours has")
    return _Writer(Setting(parts, sheet)).file()


def on_one_page(parts: Sequence[Part], sheet: Sheet, sizes: Iterable[float]) -> Sheet:
    """The sheet with the first of these sizes at which all is one page; with the last where it is more in all."""
    found = sheet
    for size in sizes:
        found = Sheet(sheet.family, size, sheet.leading, sheet.side, sheet.foot)
        if len(Setting(parts, found).pages) == 1:
            break
    return found


def can_be_set(parts: Sequence[Part], sheet: Sheet) -> bool:
    """Whether our fonts have every letter: Latin and its signs; no other script and no emoji."""
    family = sheet.family
    for part in parts:
        if isinstance(part, Table):
            # headings are in the strong font, which has the same letters
            words = [(plain(cell), family.plain) for row in (part.columns, *part.rows) for cell in row]
        else:
            words = [(as_set(run), family.face(run).name) for run in part.runs]
            words.append((part.mark, family.plain))
        if not all(_has(name, text) for text, name in words):
            return False
    return True


def _has(name: str, text: str) -> bool:
    face = typeface(name)
    return all(face.glyph(one) for one in text)


class _Letters:
    """The characters that pages use of a font, each with a number of its own, so that each is found again."""

    def __init__(self, face: Typeface, name: bytes) -> None:
        self.face, self.name = face, name
        self.numbers: dict[str, int] = {}

    def shown(self, text: str) -> bytes:
        numbers = [self.numbers.setdefault(one, len(self.numbers) + 1) for one in text]
        return b"<" + b"".join(b"%04X" % number for number in numbers) + b">"


class _Writer:
    """Objects by number; 1 is the catalogue. A number is taken before what stands there is known."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._bodies: dict[int, bytes] = {}
        self._letters: dict[str, _Letters] = {}
        self._catalogue, self._tree, self._root, self._parents = (self._take() for _ in range(4))
        self._pages = [self._take() for _ in setting.pages]
        self._nodes: dict[int, int] = {}
        #: By the number under which the tree of parents knows them: a page, later each link.
        self._owners: dict[int, bytes] = {}

    def file(self) -> bytes:
        nodes = list(_below(self._setting.tree.top))
        for node in nodes:
            self._nodes[id(node)] = self._take()
        links: dict[int, list[tuple[int, int]]] = {}
        self._contents = [self._content(page) for page in self._setting.pages]
        fonts = {letters.name: self._font(letters) for letters in self._letters.values()}
        for at, page in enumerate(self._setting.pages):
            self._page(at, page, fonts, links)
        self._write_nodes(nodes, links)
        self._write_top()
        return self._put_together()

    # objects
    def _take(self) -> int:
        number = len(self._bodies) + 1
        self._bodies[number] = b""
        return number

    def _put(self, body: bytes, number: int = 0) -> int:
        number = number or self._take()
        self._bodies[number] = body
        return number

    def _stream(self, data: bytes, about: bytes = b"") -> int:
        return self._put(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), about, data))

    def _put_together(self) -> bytes:
        # 7.5.2: four bytes above 127 say that the file is not text
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        lines = [b"0000000000 65535 f \n"]
        for number, body in self._bodies.items():
            lines.append(b"%010d 00000 n \n" % len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        at, count = len(out), len(lines)
        out += b"xref\n0 %d\n" % count + b"".join(lines)
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, at)
        return bytes(out)

    # pages
    def _content(self, page: Page) -> bytes:
        said, mark = [], 0
        for one in page.marked:
            if one.node is None:
                begin = b"/Artifact BMC"
            else:
                begin = b"/%s << /MCID %d >> BDC" % (one.node.tag.encode(), mark)
                mark += 1
            said += [begin, *self._drawn(one), b"EMC"]
        return b"\n".join(said)

    def _drawn(self, marked: Marked) -> Iterable[bytes]:
        for one in marked.drawn:
            match one:
                case Rule():
                    line = (_n(one.x), _n(one.y), _n(one.x + one.width), _n(one.y))
                    yield b"0.6 G 0.5 w %s %s m %s %s l S" % line
                case Piece():
                    letters = self._letters.setdefault(
                        one.face.name, _Letters(one.face, b"F%d" % (len(self._letters) + 1))
                    )
                    yield b"BT /%s %s Tf %s %s Td %s Tj ET" % (
                        letters.name,
                        _n(one.size),
                        _n(one.x),
                        _n(one.y),
                        letters.shown(one.text),
                    )

    def _page(self, at: int, page: Page, fonts: dict[bytes, int], links: dict[int, list[tuple[int, int]]]) -> None:
        listed = b" ".join(b"/%s %d 0 R" % pair for pair in fonts.items())
        notes = []
        for link in page.links:
            number = self._link(link)
            notes.append(number)
            links.setdefault(id(link.node), []).append((number, at))
        about = b" /Annots [%s]" % _listed(notes) if notes else b""
        self._put(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources << /Font << %s >> >>"
            b" /StructParents %d /Tabs /S%s >>"
            % (self._tree, _n(WIDE), _n(HIGH), self._stream(self._contents[at]), listed, at, about),
            self._pages[at],
        )
        owners = [self._nodes[id(one.node)] for one in page.marked if one.node is not None]
        self._owners[at] = b"[%s]" % _listed(owners)

    def _link(self, link: Link) -> int:
        key = len(self._pages) + len([key for key in self._owners if key >= len(self._pages)])
        self._owners[key] = b"%d 0 R" % self._nodes[id(link.node)]
        box = b" ".join(map(_n, (link.x, link.y, link.x + link.width, link.y + link.height)))
        address = _text(link.address)
        return self._put(
            b"<< /Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F 4 /StructParent %d /Contents %s"
            b" /A << /S /URI /URI %s >> >>" % (box, key, address, _literal(link.address))
        )

    # letters
    def _font(self, letters: _Letters) -> int:
        face = letters.face
        thousand = 1000 / face.units
        characters = list(letters.numbers)
        name = b"%s+%s" % (_six(int(letters.name[1:]) - 1), face.name.encode())
        font = self._stream(face.subset([0, *map(face.glyph, characters)]))
        box = b" ".join(_n(side * thousand) for side in face.box)
        flags = _SYMBOLIC + (_ITALIC if face.slant else 0)
        about = self._put(
            b"<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%s] /ItalicAngle %s /Ascent %s /Descent %s"
            b" /CapHeight %s /StemV %d /FontFile2 %d 0 R >>"
            % (
                name,
                flags,
                box,
                _n(face.slant),
                _n(face.ascent * thousand),
                _n(face.descent * thousand),
                _n(face.capitals * thousand),
                _STEM,
                font,
            )
        )
        widths = b" ".join(_n(face.advance(face.glyph(one)) * thousand) for one in characters)
        # 9.7.4: numbers of characters are those of the glyphs, as the smaller font has them
        below = self._put(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering"
            b" (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 0 /W [1 [%s]] >>"
            % (name, about, widths)
        )
        meant = self._stream(_meant(characters))
        return self._put(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R]"
            b" /ToUnicode %d 0 R >>" % (name, below, meant)
        )

    # how the text is built
    def _write_nodes(self, nodes: Sequence[Node], links: dict[int, list[tuple[int, int]]]) -> None:
        over = {id(kid): node for node in nodes for kid in node.kids if isinstance(kid, Node)}
        for node in nodes:
            kids = [self._kid(kid) for kid in node.kids]
            kids += [
                b"<< /Type /OBJR /Obj %d 0 R /Pg %d 0 R >>" % (number, self._pages[page])
                for number, page in links.get(id(node), ())
            ]
            parent = self._nodes[id(over[id(node)])] if id(node) in over else self._root
            about = b" /A << %s >>" % node.attributes.encode() if node.attributes else b""
            self._put(
                b"<< /Type /StructElem /S /%s /P %d 0 R /K [%s]%s >>"
                % (node.tag.encode(), parent, b" ".join(kids), about),
                self._nodes[id(node)],
            )

    def _kid(self, kid: Node | tuple[int, int]) -> bytes:
        if isinstance(kid, Node):
            return b"%d 0 R" % self._nodes[id(kid)]
        page, mark = kid
        return b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (self._pages[page], mark)

    def _write_top(self) -> None:
        top = self._nodes[id(self._setting.tree.top)]
        owners = b" ".join(b"%d %s" % pair for pair in sorted(self._owners.items()))
        self._put(b"<< /Nums [%s] >>" % owners, self._parents)
        self._put(
            b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
            % (top, self._parents, len(self._owners)),
            self._root,
        )
        self._put(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (_listed(self._pages), len(self._pages)), self._tree)
        self._put(
            b"<< /Type /Catalog /Pages %d 0 R /Lang (%s) /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R >>"
            % (self._tree, _LANGUAGE, self._root),
            self._catalogue,
        )


def _below(node: Node) -> Iterable[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _below(kid)


def _meant(characters: Sequence[str]) -> bytes:
    """Which character each number stands for (9.10.3), in portions of a hundred (Adobe Technical Note 5014)."""
    said = [
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def",
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [
        b"<%04X> <%s>" % (at, one.encode("utf-16-be").hex().upper().encode())
        for at, one in enumerate(characters, start=1)
    ]
    for first in range(0, len(pairs), 100):
        portion = pairs[first : first + 100]
        said += [b"%d beginbfchar" % len(portion), *portion, b"endbfchar"]
    said.append(b"endcmap CMapName currentdict /CMap defineresource pop end end")
    return b"\n".join(said)


def _six(number: int) -> bytes:
    """The six letters before the name of a font of which a part is here (9.6.4): the same for the same text."""
    return bytes(ord("A") + number // 26**place % 26 for place in reversed(range(6)))


def _n(value: float) -> bytes:
    """A number as PDF writes it, to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".").encode() or b"0"


def _listed(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _text(words: str) -> bytes:
    """Words outside pages (7.9.2.2): UTF-16 with its mark, in hexadecimal."""
    return b"<FEFF%s>" % words.encode("utf-16-be", "replace").hex().upper().encode()


def _literal(address: str) -> bytes:
    """An address is ASCII (12.6.4.7)."""
    said = address.encode("ascii", "replace")
    return b"(" + said.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
