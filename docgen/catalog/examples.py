"""Catalogue: a complete, valid input of any type, made from what its fields declare."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from enum import Enum
from typing import Any

from docgen.catalog.fields import FieldSpec


def example_of(specs: Iterable[FieldSpec], on: date) -> dict[str, Any]:
    """The example of a record on a date, as JSON: fields without an example are left out."""
    found = {spec.name: _example(spec, on) for spec in specs}
    return {name: value for name, value in found.items() if value is not None}


def _example(spec: FieldSpec, on: date) -> Any:
    given = spec.example(on) if callable(spec.example) else spec.example
    if spec.kind == "list" and isinstance(given, list):
        return [_row(spec, row, on) for row in given]
    if spec.kind == "record" and (given is not None or spec.required):
        return {**example_of(spec.item, on), **(given or {})}
    return as_json(given)


def _row(spec: FieldSpec, row: Any, on: date) -> Any:
    """A row as given, its own lists filled; `{}` stands for the example of the row's fields."""
    if row == {}:
        return example_of(spec.item, on)
    if not isinstance(row, dict):
        return as_json(row)
    return {name: _part(spec.child(name), part, on) for name, part in row.items()}


def _part(spec: FieldSpec | None, part: Any, on: date) -> Any:
    if spec and spec.kind == "list":
        return [_row(spec, row, on) for row in part]
    return as_json(part)


def as_json(value: Any) -> Any:
    """Plain values as JSON knows them: days as 2024-04-03, clock times as 14:00."""
    if isinstance(value, dict):
        return {name: as_json(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value
