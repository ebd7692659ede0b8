"""Domain: a table as one text, the way spreadsheets put it on the clipboard: a tab between cells.

A cell that holds a line end or a tab stands in quotation marks, its own ones doubled. Any other
cell stands as it is, so that «"A" và "B"» typed by hand keeps its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')


def grid_of(text: str) -> list[list[str]]:
    """The rows of cells that a text stands for; what `text_of` writes comes back as it was."""
    rows: list[list[str]] = [[]]
    position = 0
    while True:
        match = _CELL.match(text, position)
        assert match is not None, "the second way matches anything, also nothing"
        rows[-1].append(_plain(match))
        position = match.end() + 1
        if position > len(text):
            return rows
        if text[position - 1] == "\n":
            rows.append([])


def text_of(rows: Iterable[Iterable[object]]) -> str:
    """The cells as one text."""
    return "\n".join("\t".join(_quoted(str(cell)) for cell in row) for row in rows)


def _plain(match: re.Match[str]) -> str:
    """A cell without the quotation marks that a spreadsheet has put around it."""
    inside = match[1]
    if inside is None or not re.search('\n|\t|""', inside):
        return match[0]
    return inside.replace('""', '"')


def _quoted(cell: str) -> str:
    if "\n" in cell or "\t" in cell or cell.startswith('"'):
        return '"{}"'.format(cell.replace('"', '""'))
    return cell
