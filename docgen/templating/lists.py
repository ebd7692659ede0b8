"""Templating: a list inside the turn of an outer loop starts again at each turn.

When compiling, `<?turn g?>` is put at the start of the outer loop's turn, and `<?list g:n?>` where
a paragraph names its list n. When rendering, each turn gets a list of its own: a copy of the
`w:num`, every level of which starts anew. A list that one loop alone repeats goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.templating.additions import Additions
from docgen.templating.finish import Stretch
from docgen.templating.numbering import Numbering
from docgen.templating.tags import Tag
from docgen.templating.xml import Element, W


@dataclass(frozen=True)
class _Item:
    """A numbered paragraph of the template, and the loops around it from the outermost on."""

    paragraph: Element
    list_id: str
    level: int
    loops: tuple[Element, ...]


def mark_restarts(root: Element, tags: Sequence[Tag], additions: Additions) -> bool:
    """Put the marks of lists that start again into the tree; whether there are any."""
    book = Numbering(additions)
    items = [
        item for item in _items(root, tags, book) if not book.goes_on(item.list_id, item.level)
    ]
    groups: dict[tuple[str, Element], int] = {}
    for item in items:
        if (scope := _scope(item, items)) is None:
            continue
        key = item.list_id, scope
        if key not in groups:
            groups[key] = len(groups)
            scope.addnext(etree.ProcessingInstruction("turn", str(groups[key])))
        _mark(item, groups[key], book)
    return bool(groups)


def numbered(stretches: Iterable[Stretch], additions: Additions) -> Iterator[Stretch]:
    """The stretches with a list for each turn in the place of the marks."""
    book = Numbering(additions)
    current: dict[str, str] = {}
    text = ""
    for stretch in stretches:
        if isinstance(stretch, str):
            text = text + stretch if text else stretch
        elif stretch[0] == "turn":
            current.pop(stretch[1], None)
        elif stretch[0] == "list":
            group, _, list_id = stretch[1].partition(":")
            if group not in current:
                current[group] = book.copy_of(list_id)
            text += f'<w:numId w:val="{current[group]}"/>'
        else:
            yield text
            yield stretch
            text = ""
    yield text


def _items(root: Element, tags: Sequence[Tag], book: Numbering) -> Iterator[_Item]:
    """The numbered paragraphs that stand in loops."""
    loops: list[Element] = []
    for node in root.iter(f"{W}p", etree.PI):
        if node.tag == f"{W}p":
            if loops and (found := book.of(node)):
                yield _Item(node, *found, tuple(loops))
        elif getattr(node, "target", "") == "tag":
            word = tags[int(node.text or "")].keyword
            if word == "for":
                loops.append(node)
            elif word == "endfor" and loops:
                loops.pop()


def _scope(item: _Item, items: Sequence[_Item]) -> Element | None:
    """The loop at each turn of which the item's list starts again.

    None for a list that one loop repeats. A list whose items are also beside the inner loop
    belongs with those: Word starts its lower levels again by itself.
    """
    outer = item.loops[:-1]
    if not outer:
        return None
    for other in items:
        above = other.loops == outer and other.list_id == item.list_id
        if above and other.level <= item.level:
            return _scope(other, items)
    return outer[-1]


def _mark(item: _Item, group: int, book: Numbering) -> None:
    """Put the mark of a list in the place of the list's id."""
    mark = etree.ProcessingInstruction("list", f"{group}:{item.list_id}")
    own = book.own(item.paragraph, item.list_id, item.level)
    for old in own.findall(f"{W}numId"):
        own.replace(old, mark)
