"""Templating: where things stand: story, paragraph, table, row and cell, as one counts in Word.

A paragraph in a table counts like any other; text boxes and notes have counts of their own, and the
two halves of a drawing (`mc:Choice`, `mc:Fallback`) are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from docgen.templating.errors import Cell, TemplateProblem
from docgen.templating.xml import Element, W

_AROUND, _MOST = 24, 200
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_BOX = f"{W}txbxContent"
_COMMENT, _NOTES = f"{W}comment", (f"{W}footnote", f"{W}endnote")
_EITHER, _CHOICE, _FALLBACK = (
    f"{_MC}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
_COUNTED = (_P, _TABLE, _ROW, _CELL, _BOX, _COMMENT, *_NOTES, _EITHER, _CHOICE, _FALLBACK)
_QUOTED = re.compile("«(.+?)(?:\\(\\))?»")


class Spot(NamedTuple):
    """A place in a template: part, paragraph, the cells around it from the outermost in; its text,
    and the stretch of that which is meant."""

    part: str
    paragraph: int = 0
    cells: tuple[Cell, ...] = ()
    text: str = ""
    stretch: tuple[int, int] | None = None

    def quoting(self, text: str, start: int, end: int) -> Spot:
        """The same place with a stretch of its text."""
        return Spot(self.part, self.paragraph, self.cells, text, (start, end))

    def problem(self, message: str) -> TemplateProblem:
        """A problem here. Its columns are those of the word that the message quotes first."""
        snippet, columns = self._quoted()
        return TemplateProblem(
            message, self.part, self.paragraph, snippet,
            columns=_meant(message, snippet, columns), cells=self.cells,
        )  # fmt: skip

    def _quoted(self) -> tuple[str, tuple[int, int] | None]:
        """The stretch with the words around it, and its columns in that."""
        if self.stretch is None:
            return "", None
        text, (start, end) = self.text, self.stretch
        first, last = max(start - _AROUND, 0), end + _AROUND
        before = ("…" if first else "") + text[first:start].lstrip()
        behind = text[end:last].rstrip() + ("…" if last < len(text) else "")
        quoted = text[start : min(end, start + _MOST)] + ("…" if end > start + _MOST else "")
        snippet = f"{before}{quoted}{behind}".replace("\n", " ")
        return snippet, (len(before), len(before) + len(quoted))


def _meant(message: str, snippet: str, columns: tuple[int, int] | None) -> tuple[int, int] | None:
    """The columns of the quoted word, or of its last part (`members.nam`: `m.nam`)."""
    quoted = _QUOTED.search(message)
    if columns is None or quoted is None:
        return columns
    for word in (quoted[1], quoted[1].rpartition(".")[2]):
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        if found := whole.search(snippet, *columns):
            return found.span()
    return columns


def spots(root: Element, part: str) -> Iterator[tuple[Element, Spot]]:
    """Each paragraph of a story with its place, in order; the notes in it are stories of their own.

    `part` is what problems call the story. The tree must not change until all are taken.
    """
    walk = _Walk(part)
    steps = etree.iterwalk(root, events=("start", "end"), tag=_COUNTED)
    for event, node in steps:
        if node.tag in _NOTES:
            if event == "start" and node is not root:
                steps.skip_subtree()
        elif event == "end":
            walk.leave(str(node.tag))
        elif node.tag == _P:
            at = walk.at
            at.paragraph += 1
            yield node, Spot(at.story, at.paragraph, at.cells)
        else:
            walk.enter(str(node.tag))


@dataclass
class _At:
    """What is counted so far. `table`, `row` and `cell` are those last met at this depth."""

    story: str
    paragraph: int = 0
    cells: tuple[Cell, ...] = ()
    table: int = 0
    row: int = 0
    cell: int = 0
    boxes: int = 0
    comments: int = 0


class _Walk:
    """The counts on a walk through a story, and those to go back to."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.at = _At(part)
        self._above: list[_At] = []

    def enter(self, tag: str) -> None:
        """Count what begins here."""
        at = self.at
        if tag == _ROW:
            at.row, at.cell = at.row + 1, 0
            return
        if tag == _CELL:
            at.cell += 1
            cells = (*at.cells, Cell(at.table, at.row, at.cell))
            self.at = replace(at, cells=cells, table=0)
        elif tag == _TABLE:
            at.table += 1
            self.at = replace(at, row=0)
        elif tag == _BOX:
            at.boxes += 1
            self.at = _At(f"{self.part} · hộp chữ {at.boxes}", boxes=at.boxes)
        elif tag == _COMMENT:
            at.comments += 1
            self.at = _At(f"{self.part} {at.comments}", boxes=at.boxes)
        else:  # both halves count from one place
            self.at = replace(at if tag == _EITHER else self._above[-1])
        self._above.append(at)

    def leave(self, tag: str) -> None:
        """Go on behind what ends here."""
        if tag in (_P, _ROW):
            return
        above, at = self._above.pop(), self.at
        if tag in (_CELL, _TABLE):
            above.paragraph = at.paragraph
        if tag in (_BOX, _COMMENT, _CELL, _TABLE):
            above.boxes = at.boxes
        if tag not in (_EITHER, _CHOICE):
            self.at = above
