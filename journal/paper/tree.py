"""How a text is built, for who has it read aloud: the tree of ISO 32000-1, 14.7, while its parts are set."""

from __future__ import annotations

from dataclasses import dataclass, field

from journal.paper.parts import Paragraph, Part, Role, Table


@dataclass(eq=False, slots=True)
class Node:
    """``tag`` is one of the standard types (14.8.4); ``kids`` are nodes, and places on pages ``(page, mark)``."""

    tag: str
    kids: list[Node | tuple[int, int]] = field(default_factory=list, repr=False)
    attributes: str = ""

    def add(self, tag: str, attributes: str = "") -> Node:
        """A new node below this one."""
        made = Node(tag, attributes=attributes)
        self.kids.append(made)
        return made


@dataclass(slots=True)
class _List:
    number: int
    node: Node
    body: Node


class Tree:
    """Gives each part the node in which its words belong. Lists and quotations take in what follows each other."""

    def __init__(self) -> None:
        self.top = Node("Document")
        self._lists: list[_List] = []
        self._quotation: Node | None = None

    def node(self, part: Part) -> tuple[Node, Node | None]:
        """Where the words of a part belong, and where its mark does if it has one."""
        if isinstance(part, Table):
            self._lists, self._quotation = [], None
            return self.top.add("Table"), None
        within = self._within(part)
        if part.role is not Role.QUOTATION:
            self._quotation = None
        match part.role:
            case Role.HEADING:
                return within.add(f"H{min(part.level, 6)}"), None
            case Role.QUOTATION:
                if self._quotation is None:
                    self._quotation = within.add("BlockQuote")
                return self._quotation.add("P"), None
            case Role.ITEM:
                return self._item(part)
            case Role.CODE:
                return within.add("P").add("Code"), None
            case _:
                return within.add("P"), None

    def _within(self, part: Paragraph) -> Node:
        del self._lists[part.depth :]
        return self._lists[-1].body if self._lists else self.top

    def _item(self, part: Paragraph) -> tuple[Node, Node]:
        if len(self._lists) == part.depth and self._lists[-1].number != part.list:
            self._lists.pop()
        while len(self._lists) < part.depth:
            over = self._lists[-1].body if self._lists else self.top
            kind = "Decimal" if part.mark[:1].isdigit() else "Disc"
            made = over.add("L", f"/O /List /ListNumbering /{kind}")
            self._lists.append(_List(part.list, made, made))
        here = self._lists[-1]
        item = here.node.add("LI")
        mark, here.body = item.add("Lbl"), item.add("LBody")
        return here.body.add("P"), mark
