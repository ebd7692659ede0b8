"""Thể thức: the text of a part as it is printed: paragraphs, their lines, and the runs beneath.

A line is what stands on one line of its own: a paragraph, a stretch of it between line breaks, or
one column of it where people make columns by tabs and spaces. It keeps the text nodes it is made
of, so that a rule can ask for the look of every letter and a repair can change just these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from docgen.thethuc.labels import Labels
from docgen.thethuc.looks import Looks, ParagraphLook, RunLook
from docgen.thethuc.xml import MC, Node, W, child

_LEAVES = {
    f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "", f"{W}ptab": "\t",
}  # fmt: skip
_UNPRINTED = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "instrText", "delText", "txbxContent")
)
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_BREAK = f"{W}br"
_FALLBACK = f"{MC}Fallback"
_BOX = f"{W}txbxContent"
_GAP = re.compile(r"(?:\t|(?<!Số)(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm)(?<! ) {4,})[ \t]*")
"""What people put between two columns of one line; a draft's number and day are blank as well."""


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """A stretch of one text node: its characters from `start` on."""

    leaf: Node
    run: Node
    text: str
    start: int
    look: RunLook


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table: all count from 0; `columns` of its row."""

    table: Node
    row: int
    column: int
    columns: int


@dataclass(frozen=True, eq=False)
class Line:
    """One printed line: its text without the white space around it, and where it comes from."""

    paragraph: Paragraph
    spans: tuple[Span, ...]
    label: str = ""
    """The automatic number before it, as Word prints it."""
    column: int | None = None
    """Which of several columns of its line this is; None where it is alone."""
    indented: bool = False
    """Whether tabs or many spaces stand before it: it is typed as a second column."""

    @cached_property
    def text(self) -> str:
        """The words, as they stand in the file."""
        return "".join(span.text for span in self.spans)

    @cached_property
    def printed(self) -> str:
        """The words with the automatic number before them."""
        return f"{self.label} {self.text}".strip() if self.label else self.text

    @property
    def looks(self) -> Iterator[tuple[str, RunLook]]:
        """Each stretch that prints something, with its look."""
        return ((span.text, span.look) for span in self.spans if span.text.strip())

    @cached_property
    def is_upper(self) -> bool:
        """Whether it has letters, and all are printed as capitals."""
        printed = [text.upper() if look.caps else text for text, look in self.looks]
        return all(text == text.upper() for text in printed) and any(map(str.isupper, printed))

    @property
    def is_bold(self) -> bool:
        """Whether most of what is printed is bold."""
        bold = sum(len(text) for text, look in self.looks if look.bold)
        return 2 * bold > sum(len(text) for text, _ in self.looks)

    @property
    def is_italic(self) -> bool:
        """Whether most of what is printed is italic."""
        italic = sum(len(text) for text, look in self.looks if look.italic)
        return 2 * italic > sum(len(text) for text, _ in self.looks)

    @property
    def side(self) -> int:
        """Which column it stands in, from 0: of its table, or of those made by tabs."""
        if self.paragraph.cell is not None:
            return self.paragraph.cell.column
        return int(self.indented) if self.column is None else self.column

    def shares_table(self, other: Line) -> bool:
        """Whether both stand in cells of one table."""
        mine, its = self.paragraph.cell, other.paragraph.cell
        return mine is not None and its is not None and mine.table is its.table

    @property
    def is_centred(self) -> bool:
        """Whether its paragraph is centred."""
        return self.paragraph.look.align == "center"

    def part(self, start: int, end: int | None = None, *, column: int | None = None) -> Line:
        """The stretch of it from `start` to `end`, without the white space around."""
        end = len(self.text) if end is None else end
        stretch = self.text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        spans = tuple(_between(self.spans, start, start + len(stretch.strip())))
        indented = self.indented or bool(_GAP.match(stretch))
        column = self.column if column is None else column
        return Line(self.paragraph, spans, "" if start else self.label, column, indented)

    def columns(self) -> tuple[Line, ...]:
        """The line cut where tabs or many spaces stand; itself where there are none."""
        gaps = list(_GAP.finditer(self.text)) if _may_have_gap(self.text) else []
        if not gaps:
            return (self,)
        starts = [0, *(gap.end() for gap in gaps)]
        ends = [*(gap.start() for gap in gaps), len(self.text)]
        pairs = zip(starts, ends, strict=True)
        first = int(self.indented)
        return tuple(self.part(*pair, column=n) for n, pair in enumerate(pairs, first))


@dataclass(eq=False)
class Paragraph:
    """One paragraph as Word counts them in its part, from 1."""

    node: Node
    number: int
    part: str
    cell: Cell | None
    in_box: bool
    label: str
    look: ParagraphLook
    spans: tuple[Span, ...]
    drawn: bool
    """Whether it holds a picture or a shape."""
    breaks_page: bool
    """Whether a new page or section begins at it."""
    ends_section: bool
    lines: tuple[Line, ...] = field(init=False)

    def __post_init__(self) -> None:
        whole = Line(self, self.spans, self.label)
        if whole.text == whole.text.strip() and "\n" not in whole.text:
            self.lines = (whole,)
            return
        ends = [n for n, letter in enumerate(whole.text) if letter == "\n"]
        pairs = zip([0, *(end + 1 for end in ends)], [*ends, len(whole.text)], strict=True)
        self.lines = tuple(whole.part(*pair) for pair in pairs)

    @property
    def text(self) -> str:
        """All its words, its line breaks as \\n."""
        return "".join(span.text for span in self.spans)


def paragraphs(root: Node, part: str, looks: Looks, labels: Labels) -> Iterator[Paragraph]:
    """The paragraphs of a part in order; those of text boxes in the place of their box."""
    numbers = {False: 0, True: 0}
    cells = _cells(root)
    boxed = next(root.iter(_FALLBACK, _BOX), None) is not None
    pending_break = False
    for node in root.iter(f"{W}p"):
        if boxed and next(node.iterancestors(_FALLBACK), None) is not None:
            continue
        in_box = boxed and next(node.iterancestors(_BOX), None) is not None
        numbers[in_box] += 1
        cell = cells.get(_parent(node)) if cells else None
        marks = _marks(node)
        yield Paragraph(
            node, numbers[in_box], part, cell, in_box, labels.of(node), looks.paragraph(node),
            tuple(_spans(node, looks)), marks.drawn, pending_break or marks.break_before,
            marks.section,
        )  # fmt: skip
        if not in_box:
            pending_break = marks.section or marks.break_behind


def _spans(paragraph: Node, looks: Looks) -> Iterator[Span]:
    stack: list[tuple[Iterator[Node], Node | None]] = [(iter(paragraph), None)]
    while stack:
        children, run = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
        elif node.tag in _LEAVES and run is not None:
            text = node.text or "" if node.tag == f"{W}t" else _LEAVES[str(node.tag)]
            if node.tag == _BREAK and node.get(f"{W}type") in ("page", "column"):
                text = ""
            yield Span(node, run, text or "", 0, looks.run(run))
        elif node.tag not in _UNPRINTED:
            stack.append((iter(node), node if node.tag == f"{W}r" else run))


def _between(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The stretches of these spans between two places of their text."""
    at = 0
    for span in spans:
        left, right = max(start - at, 0), min(end - at, len(span.text))
        if left < right:
            yield replace(span, text=span.text[left:right], start=span.start + left)
        at += len(span.text)


def _cells(root: Node) -> dict[Node | None, Cell]:
    """Where each cell of the tables of a part stands."""
    found: dict[Node | None, Cell] = {}
    for table in root.iter(f"{W}tbl"):
        for number, row in enumerate(_children(table, "tr")):
            cells = list(_children(row, "tc"))
            for column, cell in enumerate(cells):
                found[cell] = Cell(table, number, column, len(cells))
    return found


def _children(node: Node, name: str) -> Iterable[Node]:
    """Rows of a table or cells of a row, content controls and insertions around them left out."""
    for one in node:
        if one.tag == f"{W}{name}":
            yield one
        elif one.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _children(one, name)


def _parent(paragraph: Node) -> Node | None:
    """The cell that a paragraph stands in, content controls left out."""
    for parent in paragraph.iterancestors():
        if parent.tag == f"{W}tc" or parent.tag == _BOX:
            return parent
    return None


class _Marks(NamedTuple):
    """What a paragraph holds beside its text."""

    drawn: bool
    break_before: bool
    break_behind: bool
    section: bool


def _marks(paragraph: Node) -> _Marks:
    look = child(paragraph, "pPr")
    own_page, section = (child(look, name) is not None for name in ("pageBreakBefore", "sectPr"))
    found = [node.tag for node in paragraph.iter(*_DRAWN, _BREAK)]
    if not found:
        return _Marks(False, own_page, False, section)
    leaves = list(paragraph.iter(f"{W}t", _BREAK))
    pages = [leaf.get(f"{W}type") == "page" for leaf in leaves]
    first = next((n for n, leaf in enumerate(leaves) if leaf.tag == f"{W}t"), len(leaves))
    return _Marks(
        any(tag != _BREAK for tag in found),
        own_page or any(pages[:first]),
        len(leaves) > 1 and pages[-1],
        section,
    )


def _may_have_gap(text: str) -> bool:
    """Whether the text has what people put between two columns."""
    return "\t" in text or "    " in text
