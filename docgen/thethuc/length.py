"""Thể thức: how many pages a document fills, as far as it can be told without laying it out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from docgen.thethuc.lines import Cell, Paragraph
from docgen.thethuc.sections import Section

_PAGES = re.compile(rb"<(?:\w+:)?Pages>(\d{1,6})</(?:\w+:)?Pages>")
_APP = "docProps/app.xml"
_POINTS_IN_MM = 72 / 25.4
_LETTER = 0.47
"""Width of a letter of Times New Roman in Vietnamese prose, in parts of its size (measured)."""
_LINE = 1.15
_USUAL_SIZE = 14.0


def pages_told(parts: Mapping[str, bytes]) -> int:
    """The pages that the program which saved the file counted; 0 where it did not say."""
    match = _PAGES.search(parts.get(_APP, b""))
    return int(match[1]) if match else 0


def pages_filled(paragraphs: Iterable[Paragraph], section: Section) -> float:
    """About how many pages of a section's size the paragraphs fill."""
    width = (section.width - section.margins["left"] - section.margins["right"]) * _POINTS_IN_MM
    height = (section.height - section.margins["top"] - section.margins["bottom"]) * _POINTS_IN_MM
    rows: dict[tuple[object, int], dict[int, float]] = {}
    total = 0.0
    for paragraph in paragraphs:
        if paragraph.in_box:
            continue
        cell = paragraph.cell
        taken = _height(paragraph, max(width, 1.0) / (cell.columns if cell else 1))
        if cell is None:
            total += taken
        else:
            _add(rows, cell, taken)
    total += sum(max(row.values()) for row in rows.values())
    return total / max(height, 1.0)


def _add(rows: dict[tuple[object, int], dict[int, float]], cell: Cell, taken: float) -> None:
    row = rows.setdefault((cell.table, cell.row), {})
    row[cell.column] = row.get(cell.column, 0.0) + taken


def _height(paragraph: Paragraph, width: float) -> float:
    """Of one paragraph, in points."""
    look = paragraph.look
    size = max((span.look.size for span in paragraph.spans), default=_USUAL_SIZE)
    natural = size * _LINE
    line = {"exact": look.line, "atLeast": max(look.line, natural)}.get(
        look.line_rule, look.line * natural
    )
    letters = max(width - (look.left + look.right) * _POINTS_IN_MM, 1.0) / (size * _LETTER)
    lines = sum(max(math.ceil(len(one.text) / letters), 1) for one in paragraph.lines)
    return look.before + look.after + lines * line
