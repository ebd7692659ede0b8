"""Services: a grid of texts as a table of the page's width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.templating import Table

_WIDTH = 165.0
"""Millimetres of text on a page that stands upright."""


def table_of(rows: Sequence[Sequence[Any]]) -> Table:
    """The table of these rows, the first one its head."""
    return Table(rows, width=_WIDTH, header_style="BangDau", cell_style="BangO")


def is_wide(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the table needs a page that lies on its side."""
    return len(rows[0]) > 7
