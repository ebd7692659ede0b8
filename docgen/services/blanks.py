"""Services: a draft with its blanks filled in by the example: what is then wrong is no blank."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from docgen.catalog import example, inspect
from docgen.catalog.fields import FieldSpec
from docgen.catalog.laws import day_of
from docgen.catalog.model import DocumentType

Values = Mapping[str, Any]


def filled(kind: DocumentType, values: Values, asked: Collection[str] = ()) -> dict[str, Any]:
    """The values with those of the example wherever something required was not entered.

    A record that lacks something required is filled whole: a name alone is no signature. `asked`
    are fields that a law asks for, though not every paper of the type has them.
    """
    model = inspect(kind.key, example(kind.key, day_of(values) or date.today())).values
    missing = {name: model.get(name) for name in asked if not values.get(name)}
    known = {**values, **missing}
    return {
        spec.name: _field(spec, known.get(spec.name), model.get(spec.name), spec.required)
        for spec in kind.fields
    }


def _record(specs: Iterable[FieldSpec], values: Values, model: Values) -> dict[str, Any]:
    known = tuple(specs)
    lacks = any(spec.required and _is_blank(values.get(spec.name)) for spec in known)
    return {
        spec.name: _field(spec, values.get(spec.name), model.get(spec.name), lacks)
        for spec in known
    }


def _field(spec: FieldSpec, value: Any, model: Any, is_filled: bool) -> Any:
    if _is_blank(value):
        return value if model is None or not is_filled else model
    if spec.kind == "record" and isinstance(value, Mapping):
        return _record(spec.item, value, model or {})
    if spec.kind == "list" and spec.item and isinstance(value, list):
        rows = [row for row in value if isinstance(row, Mapping)]
        return [_record(spec.item, row, (model or [{}])[0]) for row in rows]
    return value


def _is_blank(value: Any) -> bool:
    return not value and value != 0
