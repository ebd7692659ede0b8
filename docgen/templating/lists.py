"""Templating: a list inside the turn of an outer loop, or a macro, starts again at each turn.

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

Loops = tuple[Element, ...]
Levels = dict[tuple[str, Loops], int]
"""The lowest level of a list in these loops."""


@dataclass(frozen=True)
class _Item:
    """A numbered paragraph of the template, and the loops around it from the outermost on."""

    paragraph: Element
    list_id: str
    level: int
    loops: Loops


def mark_restarts(root: Element, tags: Sequence[Tag], additions: Additions) -> bool:
    """Put the marks of lists that start again into the tree; whether there are any."""
    book = Numbering(additions)
    items = [
        item for item in _items(root, tags, book) if not book.goes_on(item.list_id, item.level)
    ]
    groups: dict[tuple[str, Element], int] = {}
    lowest: Levels = {}
    for item in items:
        place = item.list_id, item.loops
        lowest[place] = min(item.level, lowest.get(place, item.level))
    for item in items:
        if (scope := _scope(item.list_id, item.loops, item.level, lowest)) is None:
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
    texts: list[str] = []
    for stretch in stretches:
        if isinstance(stretch, str):
            texts.append(stretch)
        elif stretch[0] == "turn":
            current.pop(stretch[1], None)
        elif stretch[0] == "list":
            group, _, list_id = stretch[1].partition(":")
            if group not in current:
                current[group] = book.copy_of(list_id)
            texts.append(f'<w:numId w:val="{current[group]}"/>')
        else:
            yield "".join(texts)
            yield stretch
            texts.clear()
    yield "".join(texts)


def _items(root: Element, tags: Sequence[Tag], book: Numbering) -> Iterator[_Item]:
    """The numbered paragraphs that stand in loops; a call of a macro is a turn of it."""
    loops: list[Element] = []
    for node in root.iter(f"{W}p", etree.PI):
        if node.tag == f"{W}p":
            if loops and (found := book.of(node)):
                yield _Item(node, *found, tuple(loops))
        elif getattr(node, "target", "") == "tag":
            word = tags[int(node.text or "")].keyword
            if word in ("for", "macro"):
                loops.append(node)
            elif word in ("endfor", "endmacro") and loops:
                loops.pop()


def _scope(list_id: str, loops: Loops, level: int, lowest: Levels) -> Element | None:
    """The loop at each turn of which the list of items in these loops starts again.

    None for a list that one loop repeats. A list whose items are also beside the inner loop
    belongs with those: Word starts its lower levels again by itself.
    """
    outer = loops[:-1]
    if not outer:
        return None
    above = lowest.get((list_id, outer))
    if above is not None and above <= level:
        return _scope(list_id, outer, above, lowest)
    return outer[-1]


def _mark(item: _Item, group: int, book: Numbering) -> None:
    """Put the mark of a list in the place of the list's id."""
    mark = etree.ProcessingInstruction("list", f"{group}:{item.list_id}")
    own = book.own(item.paragraph, item.list_id, item.level)
    for old in own.findall(f"{W}numId"):
        own.replace(old, mark)
