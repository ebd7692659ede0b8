"""Thể thức: where in the body a finding is shown: its own paragraph, or the one that stands for it.

Pages, headers and text boxes have no paragraph of the body: the first of the section, or the one
that holds the box, stands for them.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import NamedTuple

from docgen.thethuc.check import Finding
from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Paragraph
from docgen.thethuc.xml import W, serialised

_FIRST_ID = 1_000_000
"""Of our bookmarks: beyond those that Word has numbered."""


class Spot(NamedTuple):
    """A paragraph of the body, and whether the finding is about it and not about its page."""

    paragraph: Paragraph
    is_exact: bool


class Spots:
    """The spots of one document."""

    def __init__(self, document: DocumentView) -> None:
        body = [paragraph for paragraph in document.paragraphs if not paragraph.in_box]
        self._main = document.main
        self._by_node = {paragraph.node: paragraph for paragraph in body}
        self._firsts = body[:1]
        ends = (paragraph.node.find(f"{W}pPr/{W}sectPr") is not None for paragraph in body)
        self._firsts += [after for end, after in zip(ends, body[1:], strict=False) if end]

    def of(self, finding: Finding) -> Spot:
        """Where the finding is shown."""
        line, section = finding.fault.line, finding.fault.section
        if line is not None and line.paragraph.part == self._main:
            holder = self._holder(line.paragraph)
            if holder is not None:
                return Spot(holder, True)
        number = section.number if section is not None else 1
        return Spot(self._firsts[min(number, len(self._firsts)) - 1], False)

    def _holder(self, paragraph: Paragraph) -> Paragraph | None:
        """The paragraph itself, or the one that its text box hangs on."""
        if not paragraph.in_box:
            return paragraph
        outer = (self._by_node.get(node) for node in paragraph.node.iterancestors(f"{W}p"))
        return next((found for found in outer if found is not None), None)


def bookmarked(document: DocumentView, names: Iterable[tuple[Paragraph, str]]) -> bytes:
    """The part of the text with a bookmark at the beginning of each of these paragraphs."""
    order = {node: place for place, node in enumerate(document.root.iter(f"{W}p"))}
    root = copy.deepcopy(document.root)
    nodes = list(root.iter(f"{W}p"))
    for id, (paragraph, name) in enumerate(names, _FIRST_ID):
        node = nodes[order[paragraph.node]]
        place = 0 if node.find(f"{W}pPr") is None else 1
        node.insert(place, node.makeelement(f"{W}bookmarkEnd", {f"{W}id": str(id)}))
        start = {f"{W}id": str(id), f"{W}name": name}
        node.insert(place, node.makeelement(f"{W}bookmarkStart", start))
    return serialised(root)
