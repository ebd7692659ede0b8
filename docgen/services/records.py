"""Services: a list of records as a table, in the place that a text has for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from docgen.catalog.fields import FieldSpec
from docgen.catalog.outline import outlines
from docgen.catalog.tables import Column
from docgen.domain import vietnamese
from docgen.errors import Path
from docgen.services.tables import is_wide, table_of
from docgen.templating import joined, trace


def put_tables(specs: Sequence[FieldSpec], values: Mapping[str, Any], context: Any) -> None:
    """Put every list that is printed as a table into a text of the dressed context of the values:
    in its row «Bảng» without cells, else at its end."""
    for spec in specs:
        if spec.columns and values.get(spec.name):
            rows = cells_of(spec, values, context)
            row = _waiting(specs, context) or _added(specs, values, context)
            most = len(spec.columns)
            row.update(table=table_of(rows, most), is_wide=is_wide(rows, most))


def told_in_tables(specs: Iterable[FieldSpec]) -> frozenset[str]:
    """The dotted names of the fields that no template asks for: they stand in a text's table."""
    return frozenset(
        f"{spec.name}.{name}" for spec in specs for column in spec.columns for name in column.names
    )


def cells_of(spec: FieldSpec, values: Mapping[str, Any], context: Any) -> list[list[Any]]:
    """The rows of a list's table, the head first; a cell knows the fields it tells."""
    columns = [
        [column.head, *_cells(column, spec.name, values=values, context=context)]
        for column in spec.columns
    ]
    filled = [column for column in columns if any(map(str, column[1:]))]
    return [list(row) for row in zip(*filled, strict=True)]


def _cells(column: Column, name: str, *, values: Mapping[str, Any], context: Any) -> Iterable[Any]:
    count = 0
    for record, traced in zip(values[name], context[name], strict=True):
        told = [field for field in column.names if record[field] is not None]
        if column.computed:
            yield column.computed(record, values)
        elif not told and column.is_number:
            count += 1
            yield str(count)
        else:
            yield _told(column, told, traced)


def _told(column: Column, fields: Sequence[str], traced: Mapping[str, Any]) -> Any:
    """The fields of a record as a cell tells them, one below the other."""
    words = [column.words.get(field, "") for field in fields]
    lines = [(word, _text(traced[field])) for word, field in zip(words, fields, strict=True)]
    if len(lines) == 1 and not words[0]:
        return lines[0][1]
    parts = [part for word, text in lines for part in ("\n", word, text)]
    return joined(("", words[0][:1].upper() + words[0][1:], *parts[2:])) if parts else ""


def _text(value: Any) -> Any:
    """A value as a cell tells it: a day as «03/4/2024»."""
    if isinstance(value, date):
        path: Path = getattr(value, "path", ())
        return trace(vietnamese.date_short(value), path)
    return value


def _waiting(specs: Sequence[FieldSpec], context: Any) -> dict[str, Any] | None:
    """The first row of a text that is a place for a table."""
    rows = (row for _, text in outlines(specs, context) for row in text)
    return next((row for row in rows if row["level"] == "table" and not row["table"]), None)


def _added(specs: Sequence[FieldSpec], values: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """A row at the end of the first text."""
    path, _ = next(outlines(specs, values))
    row = {"level": "table", "label": "", "is_name": False, "text": None}
    text = context
    for name in path:
        text = text[name]
    text.append(row)
    return row
