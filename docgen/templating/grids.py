"""Templating: a table whose cells a loop repeats: its grid, and the widths and spans of its cells.

Word lays a table out by its cells' widths, LibreOffice by its grid: both must tell the same.
The table stays as wide as it was; rows that no loop changed (titles, totals) reach as far as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from lxml import etree

from docgen.templating.xml import Element, W

_PARTS = re.compile(
    r"<(/?w:tbl|w:tr|w:tc|w:tcPrChange|w:tcW|w:grid(?:Span|Before|After))(?=[ />])([^<>]*)>"
)
_NUMBER = re.compile(r'w:(?:val|w)="(\d+)"')
_STRETCHES = ' stretch="1"'
_MOST, _WIDEST = 63, 31_680
"""The columns that a table of Word can have, the width of its cells (22 inches)."""
_MEASURED = ('w:type="dxa"', 'w:type="pct"')


def mark_grids(looped: Set[Element]) -> None:
    """Put marks where the grid of these rows' tables stands and where their rows end; their other
    rows are told apart until the table is fitted."""
    tables: dict[Element, list[Element]] = {}
    for row in looped:
        tables.setdefault(_table_of(row), []).append(row)
    for table, rows in tables.items():
        grid = table.find(f"{W}tblGrid")
        widths = [column.get(f"{W}w", "") for column in grid] if grid is not None else []
        if grid is None or not widths or not all(width.isdecimal() for width in widths):
            continue
        before = min(_columns(row, before=True) for row in rows)
        behind = min(_columns(row, before=False) for row in rows)
        marked = f"{','.join(widths)}/{before}/{behind}"
        table.replace(grid, etree.ProcessingInstruction("grid", marked))
        table.append(etree.ProcessingInstruction("columns", "0"))
        for row in table.iter(f"{W}tr"):
            if row not in looped and _table_of(row) is table:
                _let_stretch(row)


def columns_of(cell: Element) -> int:
    """How many columns a cell takes in the template."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    text = "" if span is None else span.get(f"{W}val", "")
    return min(max(int(text[:9]), 1), _MOST) if text.isdecimal() else 1


def fitted_table(rows: str, marked: str) -> str:
    """The grid and the rows that the XML of a table's rows needs; `marked` is its mark."""
    grid, before, behind = marked.split("/")
    old = [int(width) for width in grid.split(",")]
    table = list(_rows(rows))
    wanted = max((row.least for row in table), default=0) or len(old)
    widths = _widths(table, old, wanted)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = _Edges(len(old), wanted, int(before), int(behind))
    pieces, at = [f"<w:tblGrid>{columns}</w:tblGrid>"], 0
    for row in table:
        for start, end, text in row.fitted(widths, edges):
            pieces += (rows[at:start], text)
            at = end
    return "".join((*pieces, rows[at:]))


@dataclass
class _Edges:
    """Where the edges of the columns were, and are now: those before and behind the repeated ones
    keep their distance from the table's sides."""

    old: int
    new: int
    before: int
    behind: int

    def moved(self, edge: int) -> int:
        """The new number of an edge."""
        if edge <= self.before:
            return edge
        if edge >= self.old - self.behind:
            return self.new - self.old + edge
        room = self.new - self.before - self.behind
        share = (edge - self.before) / (self.old - self.before - self.behind)
        return self.before + round(share * room)


@dataclass
class _Cell:
    """A cell: what tells its width and its span."""

    width: re.Match[str] | None = None
    span: re.Match[str] | None = None

    @property
    def columns(self) -> int:
        """How many columns it takes."""
        return max(_number(self.span), 1) if self.span else 1

    @property
    def measure(self) -> int:
        """Its width in whatever unit it is told in; 0 when it is not told."""
        is_told = self.width and any(kind in self.width[2] for kind in _MEASURED)
        return _number(self.width, most=_WIDEST) if self.width and is_told else 0


@dataclass
class _Row:
    """A row: its beginning, the columns it leaves out, and how many of these before its cells."""

    begin: re.Match[str]
    skipped: int = 0
    before: int = 0
    cells: list[_Cell] = field(default_factory=list)

    @property
    def stretches(self) -> bool:
        """Whether no loop changed it."""
        return _STRETCHES in self.begin[2]

    @property
    def least(self) -> int:
        """The fewest columns that it can have."""
        taken = (1 if self.stretches else cell.columns for cell in self.cells)
        return self.skipped + sum(taken)

    def fitted(self, widths: Sequence[int], edges: _Edges) -> Iterator[tuple[int, int, str]]:
        """What changes in its XML: beginning, end, new text."""
        if self.stretches:
            yield *self.begin.span(), self.begin[0].replace(_STRETCHES, "")
        start = self.before
        for cell, end in zip(self.cells, self._ends(edges), strict=True):
            if cell.measure and cell.width:
                width = sum(widths[start:end])
                yield *cell.width.span(), f'<w:tcW w:w="{width}" w:type="dxa"/>'
            if self.stretches and cell.span:
                span = f'<w:gridSpan w:val="{end - start}"/>' if end - start > 1 else ""
                yield *cell.span.span(), span
            start = end

    def _ends(self, edges: _Edges) -> Iterator[int]:
        """The number of the edge where each cell ends; each takes one column at least."""
        last = edges.new - self.skipped + self.before
        is_whole = len(self.cells) == 1 and not self.skipped
        old = new = self.before
        for left, cell in zip(range(len(self.cells) - 1, -1, -1), self.cells, strict=True):
            old += cell.columns
            if not self.stretches:
                new += cell.columns
            else:
                new = last if is_whole else min(max(edges.moved(old), new + 1), last - left)
            yield new


def _rows(text: str) -> Iterator[_Row]:
    """The rows of a table; tables in its cells are not read."""
    depth, row, cell = 0, None, _Cell()
    for part in _PARTS.finditer(text):
        kind = part[1]
        depth += {"w:tbl": 1, "/w:tbl": -1}.get(kind, 0)
        if depth or kind == "/w:tbl":
            continue
        if kind == "w:tr":
            if row is not None:
                yield row
            row = _Row(part)
        elif row is not None:
            cell = _read(part, row, cell)
    if row is not None:
        yield row


def _read(part: re.Match[str], row: _Row, cell: _Cell) -> _Cell:
    """Note what a part of a row tells; gives the cell that the next part is about."""
    kind = part[1]
    if kind == "w:tc":
        row.cells.append(_Cell())
        return row.cells[-1]
    if kind == "w:tcPrChange":
        return _Cell()  # what follows says how the cell was
    if kind == "w:tcW":
        cell.width = part
    elif kind == "w:gridSpan":
        cell.span = part
    else:
        row.skipped += _number(part)
        row.before += _number(part) if kind == "w:gridBefore" else 0
    return cell


def _widths(table: Sequence[_Row], old: Sequence[int], wanted: int) -> Sequence[int]:
    """The widths of the columns: those of the fullest row's cells when they tell them all."""
    for row in sorted(table, key=lambda row: row.stretches):
        measures = [cell.measure for cell in row.cells]
        if len(measures) == wanted and all(measures):
            return _scaled(measures, sum(old))
    if wanted == len(old):
        return old
    kept = old[:wanted]
    if wanted < len(old):
        return _scaled(kept, sum(old))
    return _scaled([*kept, *[sum(old) // len(old)] * (wanted - len(old))], sum(old))


def _scaled(widths: Sequence[int], whole: int) -> list[int]:
    """Widths of the same proportions that are as wide together as the whole."""
    total = max(sum(widths), 1)
    ends = (round(end * whole / total) for end in accumulate(widths, initial=0))
    return [max(end - start, 1) for start, end in pairwise(ends)]


def _columns(row: Element, *, before: bool) -> int:
    """How many columns a row has before the first tag between its cells, or behind the last."""
    marks = list(row.iterchildren(etree.PI))
    cells = row.iterchildren(f"{W}tc")
    if marks:
        cells = marks[0 if before else -1].itersiblings(f"{W}tc", preceding=before)
    return sum(map(columns_of, cells))


def _let_stretch(row: Element) -> None:
    """Mark a row that no loop changes, each of its cells with a span to be set."""
    row.set("stretch", "1")
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is not row:
            continue
        own = cell.find(f"{W}tcPr")
        if own is None:
            own = cell.makeelement(f"{W}tcPr")
            cell.insert(0, own)
        if own.find(f"{W}gridSpan") is None:
            span = own.makeelement(f"{W}gridSpan", {f"{W}val": "1"})
            own.insert(
                sum(own.find(f"{W}{name}") is not None for name in ("cnfStyle", "tcW")), span
            )


def _table_of(row: Element) -> Element:
    return next(row.iterancestors(f"{W}tbl"))


def _number(part: re.Match[str], *, most: int = _MOST) -> int:
    found = _NUMBER.search(part[2])
    return min(int(found[1][:9]), most) if found else 0
