"""Services: rows of a text as a template prints them: numbers, marks at the end, references.

`ROW_NAMES` are what a template finds in a row besides its fields. A number that is referred to
gets a bookmark, and the reference is a field that Word brings up to date when rows are moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docgen.catalog.fields import FieldSpec
from docgen.catalog.outline import levels_of, outlines
from docgen.domain.grids import grid_of
from docgen.domain.outline import (
    Level,
    Numbered,
    Segment,
    closing_mark,
    is_name,
    keys_in,
    numbered,
    referred,
    segments,
)
from docgen.errors import Path
from docgen.services.tables import LANDSCAPE, fits_upright, table_of
from docgen.templating import Bookmark, Look, Reference, RichText, trace

FEW_ROWS = 8
"""A table has so few that a page of its own would be nearly empty."""
ROW_NAMES = ("level", "label", "is_name", "is_wide")


def number_rows(specs: Iterable[FieldSpec], values: Mapping[str, Any], context: Any) -> None:
    """Dress the rows of every text in a traced context of these values.

    The paper's own text turns a page for a wide table; an annex is turned as a whole.
    """
    specs = tuple(specs)
    first_articles = {spec.name: int(bool(values.get(spec.follows))) for spec in specs}
    for path, rows in outlines(specs, values):
        owner: Any = context
        for name in path[:-1]:
            owner = owner[name]
        dressed = owner[path[-1]]
        before = first_articles[str(path[0])] if len(path) == 1 else 0
        _Text(rows, path, before).dress(dressed)
        if len(path) > 1:
            owner["is_wide"] = any(row["is_wide"] for row in dressed)
            dressed[:] = [{**row, "is_wide": False} for row in dressed]


def printed(rows: Sequence[Mapping[str, Any]]) -> list[tuple[Numbered, str]]:
    """Every row with its number and its text in plain words, references written out."""
    text = _Text(rows, ())
    return [(line, text.plain(index)) for index, line in enumerate(text.lines)]


class _Text:
    """The rows of one text."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], path: Path, articles: int = 0) -> None:
        self.rows, self.path = rows, path
        self.lines = numbered(levels_of(rows), articles=articles)
        self.places = {str(row["key"]): n for n, row in enumerate(rows) if row.get("key")}
        texts = [str(row.get("text") or "") for row in rows]
        self.references = [[self.places.get(key) for key in keys_in(text)] for text in texts]
        self.targets = {
            at
            for index, places in enumerate(self.references)
            for place in places
            if place is not None
            for _, at in referred(self.lines, place, index)
            if at is not None
        }

    def dress(self, context: list[dict[str, Any]]) -> None:
        for index, (line, row) in enumerate(zip(self.lines, context, strict=True)):
            text = str(self.rows[index].get("text") or "")
            row["level"] = line.level.name.lower()
            row["label"] = self.label(index)
            row["is_name"] = is_name(self.lines, index, text)
            row["is_wide"] = False
            if text:
                row["text"] = self.text(index, row["text"])
            if line.level is Level.TABLE and (cells := _rectangle(self.rows[index].get("table"))):
                known = trace(cells, (*self.path, index, "table"))
                table = table_of(known, upright=self.stays_upright(index, cells))
                row.update(table=table, is_wide=table.width == LANDSCAPE)

    def stays_upright(self, index: int, cells: Sequence[Sequence[str]]) -> bool:
        """Whether a page is not turned for a table whose words have room: in the paper's text, a
        small one, that leaves no page nearly empty, or the last, that no signature be alone."""
        is_last = index == len(self.lines) - 1
        asked = len(self.path) == 1 and (is_last or len(cells) <= FEW_ROWS)
        return asked and fits_upright(cells)

    def plain(self, index: int) -> str:
        """The words of a row; of a table its cells."""
        entered = str(self.rows[index].get("text") or "")
        words = str(self.text(index, trace(entered, ()))) if entered else ""
        cells = _rectangle(self.rows[index].get("table"))
        return "\n".join(filter(None, (words, *(" | ".join(row) for row in cells))))

    def label(self, index: int) -> Any:
        """«Điều 5.», its number in a bookmark when something refers to it."""
        line = self.lines[index]
        if index not in self.targets:
            return line.label
        before, _, after = line.label.partition(line.number)
        return RichText(before) + Bookmark(line.number, self.bookmark(index)) + RichText(after)

    def bookmark(self, index: int) -> str:
        """The name of a row's bookmark, as Word allows it: one for each text of the paper."""
        return "_".join(("so", *(str(name) for name in self.path), str(index)))[:40]

    def text(self, index: int, entered: Any) -> Any:
        """The text with its look, its references and the mark at its end; plain if it has none."""
        mark = closing_mark(self.lines, index, str(entered))
        parts = segments(str(entered))
        if len(parts) == 1 and not (parts[0].bold or parts[0].italic or parts[0].key):
            return trace(f"{entered}{mark}", entered.path) if mark else entered
        whole: Any = RichText("")
        for part in parts:
            whole += self.segment(part, index)
        return (whole + RichText(mark)).of_field(entered.path)

    def segment(self, part: Segment, index: int) -> Any:
        look = Look(bold=part.bold, italic=part.italic) if part.bold or part.italic else Look()
        place = self.places.get(part.key) if part.key else None
        if place is None:
            return RichText(part.text, **look)
        whole: Any = RichText("")
        for text, at in referred(self.lines, place, index):
            is_number = at is not None and at in self.targets
            name = self.bookmark(at) if at is not None and is_number else ""
            whole += Reference(text, name, **look) if name else RichText(text, **look)
        return whole


def _rectangle(table: Any) -> list[list[str]]:
    """The cells of a table; short rows of a draft are filled up, so that it can be looked at."""
    if isinstance(table, str):
        table = grid_of(table)
    rows = [list(map(str, row)) for row in table or () if isinstance(row, list | tuple)]
    widest = max(map(len, rows), default=0)
    return [row + [""] * (widest - len(row)) for row in rows]
