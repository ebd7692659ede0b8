"""Templating: a table as a value: rows of texts become a ruled table in the place of `{{p x }}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from docgen.templating.rich import Rich, written
from docgen.templating.values import Unprintable, path_of, text_of, traced
from docgen.templating.xml import plain

if TYPE_CHECKING:
    from docgen.templating.home import Home

ALIGNS = ("", "left", "center", "right")
"""How a column stands; empty as the style of its cells says."""
_MOST_COLUMNS, _WIDEST = 63, 558
"""More columns, or more millimetres, Word does not take."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
_BORDERS = "".join(f"<w:{side} {_LINE}/>" for side in _SIDES)


@dataclass(frozen=True)
class Table(Rich):
    """Rows of cells, as wide as `widths` (mm) say, thin lines around each.

    With a `width` (mm) the columns have that together, in proportion to `widths`; without `widths`
    they are alike. A cell holds a plain value, a newline in it begins a paragraph, or a rich one;
    each is put out as the field it came from. The first `header_rows` stand again on every page;
    no row is broken by one, and neither the first nor the last row below them stands alone on it.
    `aligns` are of the columns below them, styles are paragraph styles
    of the template, by id or name; `margin` and `after` (mm) leave room beside the texts and below
    the table. Raises ValueError for what cannot be.
    """

    rows: Sequence[Sequence[Any]]
    widths: Sequence[float] = ()
    _: KW_ONLY
    width: float | None = None
    header_rows: int = 1
    aligns: Sequence[str] = ()
    header_style: str = ""
    cell_style: str = ""
    margin: float = 1.5
    after: float = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(map(tuple, self.rows)))
        columns = len(self.rows[0]) if self.rows else 0
        if any(len(row) != columns for row in self.rows) or (self.rows and not columns):
            raise ValueError("các hàng của bảng phải có số ô bằng nhau, ít nhất một ô")
        if columns > _MOST_COLUMNS:
            raise ValueError(f"bảng không có quá {_MOST_COLUMNS} cột")
        if {*self.aligns} - {*ALIGNS} or len(self.aligns) not in (0, columns):
            raise ValueError("mỗi cột của bảng căn một cách: left, center hoặc right")
        given = self.widths or [self.width or 0] * columns
        if len(given) != columns or any(not 0 < width <= _WIDEST for width in given):
            raise ValueError(f"mỗi cột của bảng phải rộng từ 0 đến {_WIDEST} mm")

    @property
    def values(self) -> tuple[Any, ...]:
        """The values of the cells, in order; those of no field of their own are of the table's."""
        return tuple(
            cell if self.path is None or path_of(cell) is not None else traced(cell, self.path)
            for row in self.rows
            for cell in row
        )

    def __str__(self) -> str:
        return "\n".join("\t".join(map(text_of, row)) for row in self.rows)

    def runs(self, home: Home) -> str:
        """None: a table is no text in a line."""
        raise Unprintable("bảng phải đặt bằng thẻ {{p … }} đứng riêng một đoạn")

    def block(self, home: Home) -> str:
        """The table's XML, apart from one that stands before it; none without rows."""
        if not self.rows:
            return ""
        widths = list(self._twips())
        at = replace(home, place=home.place._replace(look=(), in_link=False, whole=False))
        margin = f'w:w="{_twips(self.margin)}" w:type="dxa"'
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = (
            f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar><w:left {margin}/><w:right {margin}/></w:tblCellMar></w:tblPr>"
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )
        space = f"<?gap {_twips(self.after)}?>" if self.after else ""
        return f"<?apart 0?><w:tbl>{head}{''.join(self._rows(widths, at))}</w:tbl>{space}"

    def _rows(self, widths: Sequence[int], at: Home) -> Iterator[str]:
        """The XML of the rows."""
        aligns = self.aligns or [""] * len(widths)
        top, cell = (_style(at, name) for name in (self.header_style, self.cell_style))
        headers = [f"{top}<w:keepNext/>"] * len(widths)
        sides = [f'<w:jc w:val="{align}"/>' if align else "" for align in aligns]
        ends = {self.header_rows, len(self.rows) - 2}
        for number, row in enumerate(self.rows):
            is_header = number < self.header_rows
            middle = '<w:vAlign w:val="center"/>' if is_header else ""
            keep = "<w:keepNext/>" if number in ends and number < len(self.rows) - 1 else ""
            looks = headers if is_header else [f"{cell}{keep}{side}" for side in sides]
            cells = (
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>'
                f"{_paragraphs(value, look, at)}</w:tc>"
                for value, look, width in zip(row, looks, widths, strict=True)
            )
            again = "<w:tblHeader/>" if is_header else ""
            yield f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"

    def _twips(self) -> Iterator[int]:
        """The widths of the columns; rounding makes none of them together wider."""
        widths = self.widths or [1.0] * len(self.rows[0])
        whole = self.width or sum(widths)
        ends = [_twips(end * whole / sum(widths)) for end in (0, *accumulate(widths))]
        yield from (end - start for start, end in pairwise(ends))


def _paragraphs(value: Any, look: str, at: Home) -> str:
    """The paragraphs of a cell."""
    opening = f"<w:p><w:pPr>{look}</w:pPr>" if look else "<w:p>"
    if isinstance(value, Rich):
        return f"{opening}{value.runs(at)}</w:p>"
    text = plain(text_of(value))
    lines = [text] if text.isprintable() else re.split("[\n\f]", text)
    runs = (f"<w:r>{written(line)}</w:r>" if line else "" for line in lines)
    return "".join(f"{opening}{run}</w:p>" for run in runs)


def _style(home: Home, name: str) -> str:
    """What gives a paragraph a style. Raises `Unprintable` when the template lacks it."""
    if not name:
        return ""
    if not (found := home.style(name, "paragraph")):
        raise Unprintable(f"mẫu không có kiểu đoạn «{name[:60]}»")
    return f"<w:pStyle w:val={quoteattr(found)}/>"


def _twips(mm: float) -> int:
    return int(mm * 1440 / 25.4 + 1e-6)
