"""Templating: the tags that shape a table's cell: `hm`, `vm`, `cellbg x`, `colspan n`.

They leave their text at once. What they say of the cell becomes tags of our own around it, in it,
or in its properties.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree

from docgen.templating.errors import TemplateProblem
from docgen.templating.grids import columns_of
from docgen.templating.pieces import take_out
from docgen.templating.tags import Tag, is_mark
from docgen.templating.xml import Element, W, remove

_WORDS = ("hm", "vm", "cellbg", "colspan")
_ORDER = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd")
"""The first of a cell's properties, as the schema orders them."""
SPAN, COLOUR, MERGE = " span", " colour", " merge"
"""The filters a cell's numbers and colours go through. No template can name them."""
_FILTERS = {"gridSpan": SPAN, "shd": COLOUR, "vMerge": MERGE}


class Cells:
    """Reads the cell tags of one story; `tags` grows by those that stand for them."""

    def __init__(self, tags: list[Tag], problems: list[TemplateProblem]) -> None:
        self.tags = tags
        self.problems = problems

    def shape(self, found: Iterable[Tag]) -> None:
        """Take the cell tags out of the text and put what they ask for into their cells."""
        for tag in found:
            if tag.keyword not in _WORDS:
                continue
            cell = next(tag.mark.iterancestors(f"{W}tc"), None)
            take_out(tag.mark)
            if cell is None:
                message = f"thẻ {{% {tag.keyword} %}} phải nằm trong một ô của bảng"
                self.problems.append(tag.problem(message))
            else:
                self._shape(tag, cell)

    def _shape(self, tag: Tag, cell: Element) -> None:
        given = tag.body.strip()[len(tag.keyword) :].strip()
        if tag.keyword == "cellbg":
            self._property(tag, cell, given, as_="shd")
        elif tag.keyword == "colspan":
            self._property(tag, cell, given, as_="gridSpan")
        elif tag.keyword == "hm":
            own = columns_of(cell)
            self._property(tag, cell, f"{own} * loop.length", as_="gridSpan")
            self._only_first(tag, [cell])
        else:
            value = "'restart' if loop.first else 'continue'"
            self._property(tag, cell, value, as_="vMerge")
            inside = [child for child in cell if child.tag != f"{W}tcPr"]
            self._only_first(tag, inside, otherwise=_blank(inside))

    def _property(self, tag: Tag, cell: Element, given: str, *, as_: str) -> None:
        """Put a property into the cell whose value is the given expression."""
        own = cell.find(f"{W}tcPr")
        if own is None:
            own = cell.makeelement(f"{W}tcPr")
            cell.insert(0, own)
        for old in own.findall(f"{W}{as_}"):
            remove(old)
        filter_ = _FILTERS[as_]
        made = Tag.made(tag, f"{{{{({given})}}}}", self.tags, target=filter_.strip())
        made.filter = filter_
        earlier = _ORDER[: _ORDER.index(as_)]
        own.insert(sum(_name(child) in earlier for child in own), made.mark)

    def _only_first(self, tag: Tag, nodes: list[Element], otherwise: Element | None = None) -> None:
        """The nodes stand in the first turn of the loop only."""
        first = Tag.made(tag, "{%if loop.first%}", self.tags)
        first.in_loop = tag.keyword
        nodes[0].addprevious(first.mark)
        last = nodes[-1]
        if otherwise is not None:
            middle = Tag.made(tag, "{%else%}", self.tags)
            last.addnext(middle.mark)
            middle.mark.addnext(otherwise)
            last = otherwise
        last.addnext(Tag.made(tag, "{%endif%}", self.tags).mark)


def _name(node: Element) -> str:
    """The name of a cell's property, or of what will be printed as one."""
    if is_mark(node):
        return next((n for n in _FILTERS if _FILTERS[n].strip() == getattr(node, "target", "")), "")
    return etree.QName(node).localname


def _blank(nodes: list[Element]) -> Element:
    """An empty paragraph with the look of the first."""
    model = next(node for node in nodes if node.tag == f"{W}p")
    blank = model.makeelement(f"{W}p")
    blank.extend([copy.deepcopy(own) for own in model.findall(f"{W}pPr")])
    return blank
