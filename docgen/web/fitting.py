"""Web: what a file says, fitted to what is declared; what no field can hold is told, not lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from docgen.catalog import FieldSpec
from docgen.catalog.fields import place
from docgen.errors import Invalid, Path, Problem

_LONGEST = 120
"""Signs of a value that is only to be recognised."""
_YES_OR_NO = (True, False, "true", "false", "on")


def fitted(specs: Iterable[FieldSpec], text: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The values of a JSON text that have a field, and a problem for each part that has none.

    Raises `Invalid` for what is no JSON object.
    """
    fitter = _Fitter(tuple(specs))
    try:
        value = json.loads(text, object_pairs_hook=fitter.object)
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        sentence = f"Tệp không đúng định dạng JSON, ở {where}. Hãy sửa chỗ đó rồi chọn lại tệp."
        raise Invalid([Problem("FILL.JSON", sentence)]) from None
    except RecursionError:
        raise Invalid([Problem("FILL.DEPTH", "Nội dung tệp lồng nhau quá sâu.")]) from None
    if not isinstance(value, Mapping):
        raise Invalid([Problem("FILL.OBJECT", "Tệp phải chứa một đối tượng JSON {…}.")])
    return fitter.record(fitter.specs, value, ()), tuple(fitter.left)


class _Fitter:
    """Walks declarations and values side by side; `left` is what found no place."""

    def __init__(self, specs: tuple[FieldSpec, ...]) -> None:
        self.specs = specs
        self.left: list[Problem] = []

    def object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object of the file; a name said twice is told, for its first value gives way."""
        found: dict[str, Any] = {}
        for name, value in pairs:
            if name in found:
                sentence = f"Mục «{name}» ghi hai lần; bỏ giá trị trước: {_short(found[name])}."
                self.left.append(Problem("FILL.TWICE", sentence))
            found[name] = value
        return found

    def record(
        self, specs: tuple[FieldSpec, ...], value: Mapping[str, Any], at: Path
    ) -> dict[str, Any]:
        known = {spec.name: spec for spec in specs}
        for name in value.keys() - known.keys():
            near = next(iter(get_close_matches(name, known, n=1)), "")
            hint = f" Có phải «{near}»?" if near else ""
            sentence = f"Không có mục «{name}», bỏ qua: {_short(value[name])}.{hint}"
            self.left.append(Problem("FILL.UNKNOWN", sentence, (*at, name), self.named(at)))
        return {
            name: self.value(spec, value[name], (*at, name))
            for name, spec in known.items()
            if name in value
        }

    def value(self, spec: FieldSpec, value: Any, at: Path) -> Any:
        if value is None:
            return None
        if spec.kind == "list" and isinstance(value, list):
            return [self.row(spec, row, (*at, number)) for number, row in enumerate(value)]
        if spec.kind == "record" and isinstance(value, Mapping):
            return self.record(spec.item, value, at)
        if _is_plain(spec, value):
            return value
        sentence = f"Không đúng dạng của mục này, bỏ qua: {_short(value)}."
        self.left.append(Problem("FILL.SHAPE", sentence, at, self.named(at)))
        return None

    def row(self, spec: FieldSpec, value: Any, at: Path) -> Any:
        if spec.item and isinstance(value, Mapping):
            return self.record(spec.item, value, at)
        if value is None or (not spec.item and isinstance(value, str | int | float)):
            return value
        sentence = f"Dòng này không đúng dạng, bỏ qua: {_short(value)}."
        self.left.append(Problem("FILL.ROW", sentence, at, self.named(at)))
        return None

    def named(self, at: Path) -> str:
        return place(self.specs, at)


def _is_plain(spec: FieldSpec, value: Any) -> bool:
    """Whether the field of that kind shows such a value as it is."""
    if spec.kind == "grid" and isinstance(value, list):
        return all(
            isinstance(row, list) and all(isinstance(cell, str | int | float) for cell in row)
            for row in value
        )
    if spec.kind == "bool":
        return value in _YES_OR_NO
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return is_text and spec.kind not in ("list", "record")


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
