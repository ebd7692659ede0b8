"""Templating: what stands beside a tag, and blocks that need no `p` or `tr` to be lifted.

A block may open in one paragraph and close in another when each of its tags stands at the edge of
its paragraph (no word before it, or none behind it): it may as well stand between two paragraphs.
So it is with rows; one that holds nothing but block tags leaves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from docgen.templating.tags import Tag, is_mark
from docgen.templating.xml import Element, W

RANGES = tuple(
    f"{W}{name}{end}"
    for name in ("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange")
    for end in ("Start", "End")
)
"""Ends of ranges: they mark a place between words and outlive the paragraph they stood in."""
_CARRIERS = frozenset(
    f"{W}{name}"
    for name in (
        "p", "r", "t", "tab", "br", "cr", "ins", "moveTo", "hyperlink", "smartTag", "customXml",
        "sdt", "sdtContent", "tr", "tc",
    )
)  # fmt: skip
"""What is only there to carry text: a paragraph of nothing else is lost without loss."""
_SILENT = frozenset(
    (
        *(f"{W}{name}" for name in ("pPr", "rPr", "trPr", "tcPr", "tblPrEx", "sdtPr", "sdtEndPr")),
        *RANGES,
    )
)
_LINE = (None, "textWrapping")
Tags = Mapping[Element, Tag]
"""The tags of a story by their marks."""


class Edge(NamedTuple):
    """A paragraph or row, and the marks from its beginning, or to its end, to a tag at that edge.

    `is_bare` tells that there is nothing else in it.
    """

    element: Element
    marks: tuple[Element, ...]
    is_first: bool
    is_bare: bool


def is_bare(element: Element, *, may_end_section: bool = False) -> bool:
    """Whether nothing but tags and ends of ranges would be lost with the element, and, when it may
    be a paragraph that ends a section, the section."""
    is_free = may_end_section and element.tag == f"{W}p"
    if not is_free and next(element.iter(f"{W}sectPr"), None) is not None:
        return False
    return not any(isinstance(atom, str) for atom in _atoms(element))


def _atoms(element: Element) -> Iterator[Element | str]:
    """The marks in an element, and a text for each stretch of words, picture or other content."""
    if is_mark(element):
        yield element
    elif element.tag in _SILENT:
        return
    elif element.tag not in _CARRIERS or element.get(f"{W}type") not in _LINE:
        yield str(element.tag)
    else:
        if element.text and element.text.strip():
            yield element.text
        for child in element:
            yield from _atoms(child)
            if child.tail and child.tail.strip():
                yield child.tail


def edges(block: Sequence[Tag], tags: Tags) -> Sequence[Edge | None]:
    """For each tag of a block the edge it stands at, None for one that stands between paragraphs.

    Nothing when that is not so for all of them, with one parent for all.
    """
    for kind in ("p", "tr"):
        if any(tag.lifts not in ("", "r", kind) for tag in block):
            continue
        found = [_edge(tag, kind, tags) for tag in block]
        parents = {_parent(tag, edge) for tag, edge in zip(block, found, strict=True)}
        if len(parents) == 1 and None not in parents:
            return found
    return ()


def _edge(tag: Tag, kind: str, tags: Tags) -> Edge | None:
    """The edge of its paragraph or row that the tag stands at."""
    element = next(tag.mark.iterancestors(f"{W}{kind}"), None)
    atoms = [] if element is None else list(_atoms(element))
    if element is None or tag.mark not in atoms:  # it stands in a table within
        return None
    at = atoms.index(tag.mark)
    before, behind = atoms[: at + 1], atoms[at:]
    if not _says(before, tags):
        is_bare = not _says(behind, tags)
        return Edge(element, _marks(atoms if is_bare else before), True, is_bare)
    return None if _says(behind, tags) else Edge(element, _marks(behind), False, False)


def _says(atoms: Sequence[Element | str], tags: Tags) -> bool:
    """Whether there is more among them than block tags and comments."""
    return any(isinstance(atom, str) or tags[atom].opening == "{{" for atom in atoms)


def _marks(atoms: Sequence[Element | str]) -> tuple[Element, ...]:
    return tuple(atom for atom in atoms if not isinstance(atom, str))


def _parent(tag: Tag, edge: Edge | None) -> Element | None:
    """The element among whose children the tag would stand."""
    if edge is not None:
        return edge.element.getparent()
    return None if next(tag.mark.iterancestors(f"{W}p"), None) is not None else tag.place
