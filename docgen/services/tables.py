"""Services: how a grid of texts becomes a table: its widths, and whether it needs a turned page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from docgen.services.letters import text_width
from docgen.templating import Table

Rows = Sequence[Sequence[str]]
"""A grid of texts, the first row its header."""
PORTRAIT, LANDSCAPE = 165.0, 252.0
"""The width of the text on an A4 page in mm, upright and turned."""
HEADER_STYLE, CELL_STYLE = "BangDau", "BangO"
MOST_COLUMNS = 7
"""More do not stand on an upright page, unless they are known to be of figures."""
_LEAST_TEXT, _LEAST_FIGURE, _LEAST = 28.0, 16.0, 10.0
"""Millimetres that a column of longer texts has at least, one of figures, and any."""
_MARGIN, _AFTER = 1.5, 2.2
_GAP = 2 * _MARGIN + 0.5
"""Millimetres of a cell beside its text: margins, lines, and a little for what was rounded."""
_POINTS = 13
_BOLD = 1.2
"""How much wider a word is in bold letters, at most."""
_SERIAL = re.compile(r"(?:s?tt|số (?:tt|thứ tự))\.?", re.IGNORECASE)
_FIGURE = re.compile(r"[+\-–−]?\d[\d.,\u00a0 ]*%?|[-–—…x.]*", re.IGNORECASE)
_DAY = re.compile(r"(?:\d{1,2}[/.-]){1,2}\d{4}|\d{1,2}/\d{1,2}|[-–—…]*")
_BREAK = re.compile(r"[ \t\n]+|(?<=[-–])")


def table_of(rows: Rows, most_columns: int = MOST_COLUMNS, *, upright: bool = False) -> Table:
    """The rows as a table of the page they need, or of an upright one; missing cells are blank."""
    full = _even(rows)
    width = LANDSCAPE if is_wide(full, most_columns) and not upright else PORTRAIT
    return Table(
        full, widths(full, width), width=width, aligns=tuple(map(_align, _columns(full))),
        header_style=HEADER_STYLE, cell_style=CELL_STYLE, margin=_MARGIN, after=_AFTER,
    )  # fmt: skip


def is_wide(rows: Rows, most_columns: int = MOST_COLUMNS) -> bool:
    """Whether the table needs a landscape page: for its many columns, or words or texts that
    would not have room."""
    columns = _columns(_even(rows))
    return len(columns) > most_columns or sum(map(_wanted, columns)) > PORTRAIT


def fits_upright(rows: Rows) -> bool:
    """Whether no word would be broken on an upright page."""
    return sum(map(_needed, _columns(_even(rows)))) <= PORTRAIT


def widths(rows: Rows, width: float) -> tuple[float, ...]:
    """The width of each column in mm, `width` together.

    Every word has room, if all of them can; figures and serial numbers have no more than they
    need, columns of text share the rest by what they hold.
    """
    columns = _columns(_even(rows))
    least = [*map(_wanted, columns)]
    if sum(least) > width:
        least = [*map(_needed, columns)]
    if sum(least) > width or not any(map(_is_text, columns)):
        return tuple(low * width / sum(least) for low in least)
    return _shared(width, least, [_ink(column) if _is_text(column) else 0 for column in columns])


def _shared(width: float, least: Sequence[float], weights: Sequence[float]) -> tuple[float, ...]:
    """The width shared by weights, each column having at least what it must."""
    free = {number for number, weight in enumerate(weights) if weight}
    while True:
        taken = sum(low for number, low in enumerate(least) if number not in free)
        share = (width - taken) / sum(weights[number] for number in free)
        short = {number for number in free if share * weights[number] < least[number]}
        if not short or short == free:
            break
        free -= short
    return tuple(
        share * weights[number] if number in free else low for number, low in enumerate(least)
    )


def _even(rows: Rows) -> Rows:
    """The rows, all as long as the longest."""
    return [list(row) for row in zip(*zip_longest(*rows, fillvalue=""), strict=True)]


def _columns(rows: Rows) -> list[Sequence[str]]:
    """The texts of each column."""
    return [[str(cell or "") for cell in column] for column in zip(*rows, strict=True)]


def _align(column: Sequence[str]) -> str:
    """Serial numbers and days are centred, figures stand right, texts left."""
    header, *cells = (text.strip() for text in column)
    if _SERIAL.fullmatch(header) or _are(_DAY, cells):
        return "center"
    return "right" if _are(_FIGURE, cells) else "left"


def _is_text(column: Sequence[str]) -> bool:
    return _align(column) == "left"


def _are(pattern: re.Pattern[str], cells: Sequence[str]) -> bool:
    """Whether all cells are of the pattern, one at least with a digit."""
    return all(map(pattern.fullmatch, cells)) and any(re.search(r"\d", cell) for cell in cells)


def _needed(column: Sequence[str]) -> float:
    """The width at which no word is broken."""
    header, *cells = column
    words = (word for cell in cells for word in _BREAK.split(cell))
    return _GAP + max(_longest(words), _BOLD * _longest(_BREAK.split(header)))


def _wanted(column: Sequence[str]) -> float:
    """The width that is enough to read: a figure in one line, of a text some words in each."""
    header, *cells = column
    align = _align(column)
    whole = _GAP + _longest(line for cell in cells for line in cell.split("\n"))
    heading = _GAP + _BOLD * _length(header) / 3
    if align == "left":
        whole = min(whole, _LEAST_TEXT)
    least = _LEAST_FIGURE if align == "right" else _LEAST
    return max(_needed(column), whole, min(heading, _LEAST_TEXT), least)


def _ink(column: Sequence[str]) -> float:
    return sum(map(_length, column)) or 1.0


def _longest(texts: Iterable[str]) -> float:
    return max(map(_length, texts), default=0.0)


def _length(text: str) -> float:
    """Millimetres of a text in one line."""
    return text_width(text, _POINTS)
