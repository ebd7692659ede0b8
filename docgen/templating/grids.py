"""Templating: a table whose cells a loop repeats gets a grid with a column for each of them.

Word and LibreOffice lay a table out by its grid. The table stays as wide as it was: its columns
share the room of those that came or went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from docgen.templating.xml import Element, W

_PARTS = re.compile(r'<(/?w:tbl|w:tr|w:tc|w:grid(?:Span|Before|After) w:val="(\d+)")[ />]')


def mark_grid(table: Element) -> None:
    """Put marks where the table's grid stands and where its rows end."""
    grid = table.find(f"{W}tblGrid")
    widths = [column.get(f"{W}w", "") for column in grid] if grid is not None else []
    if grid is not None and widths and all(width.isdecimal() for width in widths):
        table.replace(grid, etree.ProcessingInstruction("grid", ",".join(widths)))
        table.append(etree.ProcessingInstruction("columns", "0"))


def grid_of(rows: str, marked: str) -> str:
    """The grid that the XML of the rows needs; `marked` is that of the template."""
    widths = _fitted([int(width) for width in marked.split(",")], max(_columns(rows), default=0))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _fitted(widths: list[int], wanted: int) -> Sequence[int]:
    """The widths of as many columns as wanted, as wide together as those given."""
    if not wanted or wanted == len(widths):
        return widths
    if wanted < len(widths):
        more = sum(widths[wanted:]) // wanted
        return [width + more for width in widths[:wanted]]
    old, new = len(widths), wanted - len(widths)
    return [*(width * old // wanted for width in widths), *[sum(widths) // wanted] * new]


def _columns(rows: str) -> Iterator[int]:
    """How many columns of the grid each row takes; tables in its cells are not counted."""
    depth = count = 0
    is_new = False
    for part, number in _PARTS.findall(rows):
        depth += {"w:tbl": 1, "/w:tbl": -1}.get(part, 0)
        if depth or part == "/w:tbl":
            continue
        if part == "w:tr":
            yield count
            count = 0
        elif part == "w:tc":
            count, is_new = count + 1, True
        elif not part.startswith("w:gridSpan"):
            count += int(number)
        elif is_new:  # a second one says what it was before a tracked change
            count, is_new = count + int(number) - 1, False
    yield count
