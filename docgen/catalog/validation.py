"""Catalogue: from raw input (a form, JSON, a file) to values, or to all its problems at once.

There is one path for every door: `inspect` reads what can be read and states every problem;
`validate` is `inspect` that raises when there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from docgen.catalog.fields import Shape, bare, describe, place
from docgen.catalog.messages import MISSING, problem_of
from docgen.catalog.model import Law
from docgen.errors import Invalid, Path, Problem


@dataclass(frozen=True)
class Inspection:
    """What was read, and what is wrong with it.

    `values` has every declared name: a converted value, the text as typed where it could not be
    converted, None where nothing was entered.
    """

    values: dict[str, Any]
    problems: tuple[Problem, ...]


def inspect_input(model: type[BaseModel], raw: object, laws: Iterable[Law] = ()) -> Inspection:
    """Read an input leniently; state all its problems, of form and of law, with their place."""
    if not isinstance(raw, Mapping):
        wrong = Problem("INPUT.NOT_AN_OBJECT", "Dữ liệu phải là một đối tượng JSON {…}.")
        return Inspection(_values(model, {}), (wrong,))
    entered = pruned(model, raw)
    values = _values(model, entered)
    found = _all_problems(_form_problems(model, entered), [p for law in laws for p in law(values)])
    specs = describe(model)
    sent = (replace(p, where=_as_sent(entered, p.where)) for p in found)
    placed = (replace(p, place=place(specs, p.where)) for p in sent)
    return Inspection(values, tuple(dict.fromkeys(placed)))


def _all_problems(form: list[Problem], law: list[Problem]) -> list[Problem]:
    """Those of the form, then those of the law; of what was misread the law says nothing.

    What the law says of something missing stands for «missing».
    """
    misread = {problem.where for problem in form if problem.code != MISSING}
    told = [problem for problem in law if problem.where not in misread]
    said = {problem.where for problem in told}
    return [p for p in form if p.where not in said or p.where in misread] + told


def validate_input(model: type[BaseModel], raw: object, laws: Iterable[Law] = ()) -> dict[str, Any]:
    """The values of a good input; raises `Invalid` with every problem of a bad one."""
    inspection = inspect_input(model, raw, laws)
    if inspection.problems:
        raise Invalid(inspection.problems)
    return inspection.values


def pruned(model: type[BaseModel], raw: Mapping[str, Any]) -> dict[str, Any]:
    """The input without what was left blank: empty texts, empty rows and optional records.

    A required record stays, empty, so that the problem lands on its fields.
    """
    kept: dict[str, Any] = {}
    for name, value in raw.items():
        info = model.model_fields.get(name)
        part = _pruned(_inner(info), value) if info and not _is_grid(info) else value
        if not _is_blank(part) or (info and info.is_required() and isinstance(part, dict)):
            kept[name] = part
    for name, info in model.model_fields.items():
        if info.is_required() and _is_record(info) and name not in kept:
            kept[name] = {}
    return kept


def _pruned(model: type[BaseModel] | None, value: Any) -> Any:
    if isinstance(value, list | tuple):
        rows = [_pruned(model, row) for row in value]
        return Rows((number, row) for number, row in enumerate(rows) if not _is_blank(row))
    return pruned(model, value) if model and isinstance(value, Mapping) else value


class Rows(list[Any]):
    """The rows that are not blank; `numbers` are their indexes in what was sent."""

    def __init__(self, rows: Iterable[tuple[int, Any]]) -> None:
        numbered = list(rows)
        super().__init__(row for _, row in numbered)
        self.numbers = [number for number, _ in numbered]


def _as_sent(entered: Any, where: Path) -> Path:
    """The path with the indexes of the rows as they were sent, blank ones counted."""
    sent: list[str | int] = []
    for name in where:
        inside: Any = None
        if isinstance(name, int) and isinstance(entered, list) and name < len(entered):
            inside = entered[name]
            name = entered.numbers[name] if isinstance(entered, Rows) else name
        elif isinstance(entered, dict):
            inside = entered.get(name)
        sent.append(name)
        entered = inside
    return tuple(sent)


def _is_blank(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict):
        return all(isinstance(v, bool) or _is_blank(v) for v in value.values())
    if isinstance(value, list | tuple):
        return all(map(_is_blank, value))
    return value is None


def _inner(info: FieldInfo | None) -> type[BaseModel] | None:
    """The model of a record, or of the rows of a list; None for plain fields."""
    plain = bare(info.annotation) if info else None
    if get_origin(plain) is list:
        plain = bare(get_args(plain)[0])
    return plain if isinstance(plain, type) and issubclass(plain, BaseModel) else None


def _is_grid(info: FieldInfo) -> bool:
    return get_origin(bare(info.annotation)) is tuple


def _is_record(info: FieldInfo) -> bool:
    return _inner(info) is not None and get_origin(bare(info.annotation)) is not list


def _form_problems(model: type[BaseModel], entered: dict[str, Any]) -> list[Problem]:
    try:
        model.model_validate(entered)
    except ValidationError as error:
        return [_problem(model, detail) for detail in error.errors()]
    return []


def _problem(model: type[BaseModel], detail: ErrorDetails) -> Problem:
    where: Path = tuple(detail["loc"])
    near = ""
    if detail["type"] == "extra_forbidden":
        names = _names_at(model, where[:-1])
        near = next(iter(get_close_matches(str(where[-1]), names, n=1)), "")
    return problem_of(detail, near)


def _names_at(model: type[BaseModel], where: Path) -> list[str]:
    specs = describe(model)
    for name in where:
        if isinstance(name, str):
            specs = next((s.item for s in specs if s.name == name), ())
    return [spec.name for spec in specs]


def _values(model: type[BaseModel], entered: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(info, entered.get(name)) for name, info in model.model_fields.items()}


def _value(info: FieldInfo, entered: Any) -> Any:
    inner = _inner(info)
    is_list = get_origin(bare(info.annotation)) is list
    if entered is None:
        return [] if is_list else _default(info, inner)
    if is_list:
        rows = entered if isinstance(entered, list) else [entered]
        return [_row(info, inner, row) for row in rows]
    if inner:
        return _values(inner, entered if isinstance(entered, Mapping) else {})
    return _converted(info.annotation, tuple(info.metadata), entered)


def _default(info: FieldInfo, inner: type[BaseModel] | None) -> Any:
    if inner and info.is_required():
        return _values(inner, {})
    return None if info.is_required() else info.get_default(call_default_factory=True)


def _row(info: FieldInfo, inner: type[BaseModel] | None, row: Any) -> Any:
    if inner:
        return _values(inner, row if isinstance(row, Mapping) else {})
    return _converted(get_args(bare(info.annotation))[0], (), row)


def _converted(annotation: Any, metadata: tuple[Any, ...], entered: Any) -> Any:
    """The converted value, or the text as it was typed, so that a preview can show it."""
    try:
        value = _adapter(annotation, _rules(metadata)).validate_python(entered)
    except ValidationError:
        return entered if isinstance(entered, str) else str(entered)
    return value.value if isinstance(value, Enum) else value


def _rules(metadata: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(m for m in metadata if not isinstance(m, Shape))


@cache
def _adapter(annotation: Any, rules: tuple[Any, ...]) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[annotation, *rules] if rules else annotation)
