"""Thể thức: the table a paragraph stands in, as far as its style gives a look to what is inside."""

from __future__ import annotations

from typing import NamedTuple

from docgen.thethuc.properties import Layer
from docgen.thethuc.styles import Style, Styles
from docgen.thethuc.xml import Node, W, child, is_on, val

_BODY = f"{W}body"
_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_LOOK = (
    ("firstRow", "firstRow", 0x20),
    ("lastRow", "lastRow", 0x40),
    ("firstColumn", "firstCol", 0x80),
    ("lastColumn", "lastCol", 0x100),
)
"""What a table may ask of its style: the attribute, the condition it wakes, the older bit."""


class Table(NamedTuple):
    """A table's style and the conditions that hold in one cell, the strongest last."""

    style: str | None
    conditions: tuple[str, ...] = ()


class Tables:
    """The tables of a document as their styles see them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._asked: dict[Node, tuple[str, frozenset[str]]] = {}

    def of(self, paragraph: Node) -> Table | None:
        """The table whose cell holds the paragraph, None outside; a text box is outside."""
        parent = paragraph.getparent()
        if parent is None or parent.tag == _BODY:
            return None
        row = cell = None
        for node in paragraph.iterancestors(_CELL, _ROW, _TABLE, f"{W}txbxContent"):
            if node.tag == _CELL:
                cell = node
            elif node.tag == _ROW:
                row = node
            elif node.tag == _TABLE:
                return self._table(node, row, cell)
            else:
                return None
        return None

    def layers(self, table: Table | None) -> tuple[Layer, Layer]:
        """What the table's style says of the paragraphs and of the runs in the cell."""
        paragraph: Layer = {}
        run: Layer = {}
        for style in self._chain(table):
            paragraph |= style.paragraph
            run |= style.run
        for condition in () if table is None else ("wholeTable", *table.conditions):
            for style in self._chain(table):
                told = style.conditions.get(condition, ({}, {}))
                paragraph |= told[0]
                run |= told[1]
        return paragraph, run

    def _chain(self, table: Table | None) -> tuple[Style, ...]:
        return () if table is None else self._styles.chain("table", table.style)

    def _table(self, node: Node, row: Node | None, cell: Node | None) -> Table:
        if node not in self._asked:
            style = val(child(node, "tblPr"), "tblStyle")
            known = (name for one in self._styles.chain("table", style) for name in one.conditions)
            self._asked[node] = style, _asked(node).intersection(known)
        style, asked = self._asked[node]
        if not asked:
            return Table(style)
        places = {
            "firstCol": _is_first(cell),
            "lastCol": _is_last(cell),
            "firstRow": _is_first(row),
            "lastRow": _is_last(row),
        }
        return Table(style, tuple(name for name, here in places.items() if here and name in asked))


def _asked(table: Node) -> frozenset[str]:
    """The conditions the table wants shown; newer files name them, older ones give bits."""
    look = child(child(table, "tblPr"), "tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(f"{W}val", "0"), 16)
    except ValueError:
        bits = 0
    named = ((condition, look.get(f"{W}{name}"), bit) for name, condition, bit in _LOOK)
    return frozenset(
        condition for condition, told, bit in named if (bits & bit if told is None else is_on(told))
    )


def _is_first(node: Node | None) -> bool:
    return node is not None and next(node.itersiblings(node.tag, preceding=True), None) is None


def _is_last(node: Node | None) -> bool:
    return node is not None and next(node.itersiblings(node.tag), None) is None
