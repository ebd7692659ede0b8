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
from docgen.services.tables import LANDSCAPE, table_of
from docgen.templating import joined, trace


def put_tables(specs: Sequence[FieldSpec], values: Mapping[str, Any], context: Any) -> None:
    """Put every list that is printed as a table into a text of the dressed context of the values:
    in its row «Bảng» without cells, else at its end. That of a list within a record stands beside
    the list, as `list_table`."""
    for spec in specs:
        if not spec.columns and spec.kind == "list" and spec.item:
            for record, dressed in zip(values[spec.name], context[spec.name], strict=True):
                _put_inner(spec.item, record, dressed)
        elif spec.columns and values.get(spec.name):
            rows = cells_of(spec, values, context)
            table = table_of(rows, len(spec.columns))
            owner, row = _waiting(specs, context) or _added(specs, values, context)
            row.update(table=table, is_wide=False)
            owner["is_wide"] = owner.get("is_wide") or table.width == LANDSCAPE


def _put_inner(specs: Iterable[FieldSpec], values: Mapping[str, Any], context: Any) -> None:
    for spec in specs:
        if spec.columns:
            rows = cells_of(spec, values, context) if values.get(spec.name) else []
            context[f"{spec.name}_table"] = table_of(rows, len(spec.columns))


def told_in_tables(specs: Iterable[FieldSpec], owner: str = "") -> frozenset[str]:
    """The dotted names of the fields that no template asks for: they stand in a table."""
    found: set[str] = set()
    for spec in specs:
        name = f"{owner}{spec.name}"
        found.update(f"{name}.{part}" for column in spec.columns for part in column.names)
        found |= told_in_tables(spec.item, f"{name}.")
    return frozenset(found)


def table_names(specs: Iterable[FieldSpec]) -> frozenset[str]:
    """What a template may ask for: the tables of lists within records."""
    return frozenset(
        f"{spec.name}.{part.name}_table" for spec in specs for part in spec.item if part.columns
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
    """A value as a cell tells it, as text: a day as «03/4/2024»."""
    path: Path = getattr(value, "path", ())
    if isinstance(value, date):
        return trace(vietnamese.date_short(value), path)
    return trace(str(value), path) if isinstance(value, int) else value


Place = tuple[dict[str, Any], dict[str, Any]]
"""What turns the page for a wide table: its row, or the whole annex; and its row."""


def _waiting(specs: Sequence[FieldSpec], context: Any) -> Place | None:
    """The first row of a text that is a place for a table."""
    for path, rows in outlines(specs, context):
        for row in rows:
            if row["level"] == "table" and not row["table"]:
                return (_at(context, path[:-1]) if len(path) > 1 else row), row
    return None


def _added(specs: Sequence[FieldSpec], values: Mapping[str, Any], context: Any) -> Place:
    """A row at the end of the first text."""
    path, _ = next(outlines(specs, values))
    row = {"level": "table", "label": "", "is_name": False, "text": None}
    _at(context, path).append(row)
    return row, row


def _at(context: Any, path: Path) -> Any:
    for name in path:
        context = context[name]
    return context
