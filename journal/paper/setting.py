"""Parts set on pages: sizes, places and breaks. Lengths are in points, places from the lower left corner of a page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journal.paper.lines import SANS, SERIF, Family, Line, broken, least
from journal.paper.parts import Paragraph, Part, Role, Run, Table
from journal.paper.tree import Node, Tree
from journal.paper.typeface import Typeface

#: ISO 216, A4, in points.
WIDE, HIGH = 595.28, 841.89
#: Of a heading by its level, times the size of the text; further ones are as large as the text.
_HEADINGS = (1.7, 1.3, 1.12)
#: Of a step of a list, and of what is quoted, times the size of the text.
_STEP = 1.8
#: Above and below the words of a cell, and between two columns, times the size of the text.
_CELL_PAD, _GAP = 0.4, 1.2
#: Sizes tried for a table too wide for its words, in parts of the sheet's; 7 points can still be read on paper.
_SMALLER = (1.0, 0.9, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a text is set: its letters, their size, the distance of lines in sizes, the margin around, as given."""

    family: Family
    size: float
    leading: float
    side: float
    foot: float


#: A text to be read: lines of about 85 letters with room between them.
READING = Sheet(SERIF, 11, 1.42, side=79, foot=72)
#: Tables and figures.
FIGURES = Sheet(SANS, 10, 1.32, side=48, foot=52)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words at a place: ``x`` and ``y`` of the beginning of their base line."""

    x: float
    y: float
    face: Typeface = field(repr=False)
    size: float
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""

    x: float
    y: float
    width: float


@dataclass(slots=True)
class Marked:
    """What is drawn for one node of the tree; for none, what only looks so (rules, numbers of pages)."""

    node: Node | None
    drawn: list[Piece | Rule] = field(default_factory=list, repr=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A place that leads to a public address."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    address: str = field(repr=False)


@dataclass(slots=True)
class Page:
    """In the order in which it is read."""

    marked: list[Marked] = field(default_factory=list, repr=False)
    links: list[Link] = field(default_factory=list, repr=False)


class Setting:
    """Sets parts one after the other; ``pages`` and ``tree`` are the result once all are set."""

    def __init__(self, parts: Sequence[Part], sheet: Sheet) -> None:
        self._sheet = sheet
        self.pages: list[Page] = [Page()]
        self.tree = Tree()
        self._top = HIGH - sheet.foot
        self._y = self._top
        self._width = WIDE - 2 * sheet.side
        for at, part in enumerate(parts):
            follows = parts[at + 1] if at + 1 < len(parts) else None
            if isinstance(part, Table):
                self._table(part)
            elif part.role is Role.RULE:
                self._rule()
            else:
                self._paragraph(part, follows)
        if len(self.pages) > 1:
            self._number_pages()

    # paragraphs
    def _paragraph(self, part: Paragraph, follows: Part | None) -> None:
        sheet, size = self._sheet, self._size(part)
        indent = _STEP * sheet.size * (part.depth + (part.role is Role.QUOTATION))
        right = _STEP * sheet.size if part.role is Role.QUOTATION else 0
        lines = broken(self._looking(part), sheet.family, size, self._width - indent - right)
        high = size * (1.2 if part.role is Role.HEADING else sheet.leading)
        before, after = self._around(part, follows)
        if self._y < self._top:
            self._y -= before
        node, mark = self.tree.node(part)
        for at, line in enumerate(lines):
            self._make_room(self._wanted(part, at, len(lines), high), high)
            base = self._y - (high + size * 0.7) / 2
            if mark is not None and not at:
                self._mark(mark, part, sheet.side + indent, base)
            self._place(node, line, sheet.side + indent, base, size)
            self._y -= high
        self._y -= after

    def _size(self, part: Paragraph) -> float:
        size = self._sheet.size
        if part.role is Role.HEADING:
            return size * (_HEADINGS[part.level - 1] if part.level <= len(_HEADINGS) else 1)
        return size * 0.9 if part.role in (Role.SMALL, Role.CODE) else size

    @staticmethod
    def _looking(part: Paragraph) -> tuple[Run, ...]:
        if part.role is not Role.HEADING:
            return part.runs
        return tuple(Run(run.text, strong=True, link=run.link, line_break=run.line_break) for run in part.runs)

    def _around(self, part: Paragraph, follows: Part | None) -> tuple[float, float]:
        size = self._sheet.size
        if part.role is Role.HEADING:
            return (0.4 if part.level == 1 else 0.9) * size, 0.45 * size
        close = isinstance(follows, Paragraph) and follows.role is Role.ITEM and part.depth
        return 0, (0.2 if close else 0.65) * size

    @staticmethod
    def _wanted(part: Paragraph, at: int, count: int, high: float) -> float:
        """Room that a line wants below itself: no heading at the foot, no line alone there or at the next top."""
        if part.role is Role.HEADING:
            return (count - at + 2) * high
        alone = (at == 0 or at == count - 2) and count > 1
        return 2 * high if alone else high

    def _make_room(self, wanted: float, least_high: float) -> None:
        bottom = self._sheet.foot
        # what is higher than a page begins where it is
        if self._y - wanted < bottom and (self._y < self._top or self._y - least_high < bottom):
            self._turn()

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = self._top

    def _mark(self, node: Node, part: Paragraph, x: float, base: float) -> None:
        (line,) = broken((Run(part.mark),), self._sheet.family, self._sheet.size, self._width)
        self._place(node, line, x - self._sheet.size * 0.5 - sum(one.width for one in line), base, self._sheet.size)

    def _place(self, node: Node, line: Line, x: float, base: float, size: float) -> None:
        for one in line:
            if one.link:
                self._link(node, one.link, (x, base, one.width, size))
            owner = _link_node(node) if one.link else node
            self._marked(owner).drawn.append(Piece(x, base, one.face, size, one.text))
            x += one.width

    def _link(self, node: Node, address: str, place: tuple[float, float, float, float]) -> None:
        x, base, width, size = place
        last = node.kids[-1] if node.kids else None
        links = self.pages[-1].links
        if not (isinstance(last, Node) and last.tag == "Link" and links and links[-1].address == address):
            last = node.add("Link")
        links.append(Link(last, x, base - size * 0.25, width, size * 1.1, address))
        self._rules([Rule(x, base - size * 0.13, width)])

    def _marked(self, node: Node) -> Marked:
        """Where a node's words on this page are drawn; it goes on where it was the last that was read."""
        page = self.pages[-1]
        owned = [one for one in page.marked if one.node is not None]
        if owned and owned[-1].node is node:
            return owned[-1]
        made = Marked(node)
        page.marked.append(made)
        node.kids.append((len(self.pages) - 1, len(owned)))
        return made

    def _rules(self, drawn: Sequence[Piece | Rule]) -> None:
        self.pages[-1].marked.append(Marked(None, list(drawn)))

    def _rule(self) -> None:
        room = self._sheet.size * 1.2
        self._make_room(room, room)
        self._rules([Rule(self._sheet.side, self._y - room / 2, self._width)])
        self._y -= room

    # tables
    def _table(self, part: Table) -> None:
        node, _ = self.tree.node(part)
        whole = self._sheet
        widths = self._fitted(part)
        head = self._cells(part.columns, widths, strong=True)
        self._row(head, widths, node.add("THead").add("TR"), "TH")
        body = node.add("TBody")
        for row in part.rows:
            cells = self._cells(row, widths)
            if not self._fits(cells):
                self._turn()
                # for the eye alone: who has it read aloud knows the column
                self._row(head, widths, None, "TH")
            self._row(cells, widths, body.add("TR"), "TD")
        self._sheet = whole
        self._y -= whole.size

    def _fitted(self, part: Table) -> list[float]:
        """The widths of a table's columns, its letters made smaller where a column would cut its longest word."""
        whole = self._sheet
        for smaller in _SMALLER:
            self._sheet = dataclasses.replace(whole, size=whole.size * smaller)
            wants = self._wants(part)
            if sum(need for need, _ in wants) <= self._width:
                break
        takes = sum(most for _, most in wants)
        if takes <= self._width:
            return [most * self._width / takes for _, most in wants]
        return _shared(wants, self._width)

    def _wants(self, part: Table) -> list[tuple[float, float]]:
        """What each column needs for its longest word, and what it would take to break no line."""
        sheet = self._sheet
        wants = []
        for at, name in enumerate(part.columns):
            cells = [least(row[at], sheet.family, sheet.size) for row in part.rows]
            title = sum(one.width for one in broken((Run(name, strong=True),), sheet.family, sheet.size, 10_000)[0])
            longest = max(map(self._longest, name.split()), default=0)
            gap = _GAP * sheet.size if at + 1 < len(part.columns) else 0
            needs, takes = (max((cell[which] for cell in cells), default=0) for which in (0, 1))
            wants.append((max(longest, needs) + gap, max(title, takes) + gap))
        return wants

    def _longest(self, word: str) -> float:
        ((one,),) = broken((Run(word, strong=True),), self._sheet.family, self._sheet.size, 10_000)
        return one.width

    def _cells(self, words: Sequence[str], widths: Sequence[float], *, strong: bool = False) -> list[tuple[Line, ...]]:
        sheet = self._sheet
        return [
            # a hair more than was measured: sums of fractions differ
            broken((Run(cell, strong=strong),), sheet.family, sheet.size, wide - gap + 0.01)
            for cell, wide, gap in zip(words, widths, (*[_GAP * sheet.size] * (len(widths) - 1), 0), strict=True)
        ]

    def _fits(self, cells: Sequence[tuple[Line, ...]]) -> bool:
        lines = max(map(len, cells))
        high = lines * self._sheet.size * self._sheet.leading + 2 * _CELL_PAD * self._sheet.size
        room = self._y - self._sheet.foot
        # one that no page could hold begins where it is, if there is room for some of it
        return high <= room or (high > self._top - self._sheet.foot and room > high / lines * 4)

    def _row(self, cells: Sequence[tuple[Line, ...]], widths: Sequence[float], row: Node | None, tag: str) -> None:
        sheet = self._sheet
        high = sheet.size * sheet.leading
        about = "/O /Table /Scope /Column" if tag == "TH" else ""
        nodes = [row.add(tag, about) if row is not None else None for _ in cells]
        self._y -= _CELL_PAD * sheet.size
        for part in _by_page(cells, max(1, int((self._top - sheet.foot) / high) - 1), (self._y - sheet.foot) / high):
            if part is None:
                self._turn()
                continue
            lines = max(map(len, part))
            x = sheet.side
            for node, cell, wide in zip(nodes, part, widths, strict=True):
                for at, line in enumerate(cell):
                    base = self._y - at * high - (high + sheet.size * 0.7) / 2
                    if node is not None:
                        self._place(node, line, x, base, sheet.size)
                    else:
                        self._rules([Piece(x, base, got.face, sheet.size, got.text) for got in line])
                x += wide
            self._y -= lines * high
        self._y -= _CELL_PAD * sheet.size
        self._rules([Rule(sheet.side, self._y, self._width)])

    def _number_pages(self) -> None:
        sheet = self._sheet
        for number, page in enumerate(self.pages, start=1):
            ((one,),) = broken((Run(str(number)),), sheet.family, sheet.size * 0.85, self._width)
            place = Piece(WIDE - sheet.side - one.width, sheet.foot * 0.6, one.face, sheet.size * 0.85, one.text)
            page.marked.append(Marked(None, [place]))


def _link_node(node: Node) -> Node:
    last = node.kids[-1]
    assert isinstance(last, Node)
    return last


def _shared(wants: Sequence[tuple[float, float]], width: float) -> list[float]:
    """Widths that are ``width`` in all, of columns that need and would take so much, and together take more.

    Each has what its longest word needs; what is left is poured out evenly, to none more than it would take. Where the
    needs alone are wider than the page, they are shared, and words are cut.
    """
    left = width - sum(need for need, _ in wants)
    if left < 0:
        return [need * width / (width - left) for need, _ in wants]
    given = [need for need, _ in wants]
    modest = sorted(range(len(wants)), key=lambda at: wants[at][1] - wants[at][0])
    for done, at in enumerate(modest):
        more = min(wants[at][1] - wants[at][0], left / (len(wants) - done))
        given[at] += more
        left -= more
    return given


def _by_page(cells: Sequence[tuple[Line, ...]], most: int, room: float) -> Iterator[Sequence[tuple[Line, ...]] | None]:
    """The lines of a row's cells for each page that they take; ``None`` where a page is turned."""
    at, count, here = 0, max(map(len, cells)), max(1, int(room))
    while True:
        yield [cell[at : at + here] for cell in cells]
        at += here
        if at >= count:
            return
        yield None
        here = most
