"""Catalogue: how a field is declared, and what the doors may ask about it.

A field is declared once, in a pydantic model, with `field(...)`. `describe(model)` turns the
declaration into `FieldSpec`s: from them come the HTML form, the names of places in problems, the
example and the comparison with the template. The JSON schema comes from pydantic itself.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from docgen.catalog.tables import Column
from docgen.domain import vietnamese
from docgen.domain.grids import grid_of
from docgen.errors import Path

Kind = Literal["line", "lines", "int", "date", "time", "bool", "choice", "record", "list", "grid"]
Choices = tuple[tuple[str, str], ...]

FIRST_YEAR, LAST_YEAR = 1930, 2100
"""The years a Party document can bear."""
_DIGITS = re.compile(r"\s*[+-]?[0-9]+\s*")
_LIKE_A_FIGURE = re.compile(r"[-+]?[0-9., ]*[0-9][0-9., ]*")


class Input(BaseModel):
    """The base of every input block. A name nobody declared is refused, never dropped."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


def _text(value: object) -> object:
    """Text as it goes into a document: NFC, without what XML forbids, without blank lines.

    A blank line would become an empty paragraph, which the form of Party documents does not know.
    """
    if not isinstance(value, str):
        return value
    lines = (line.rstrip(" \t") for line in vietnamese.clean(value).split("\n"))
    return "\n".join(line for line in lines if line).strip()


def _day(value: object) -> object:
    try:
        day = vietnamese.parse_date(value) if isinstance(value, str) else value
    except ValueError as error:
        raise PydanticCustomError("not_a_day", "not a day") from error
    if isinstance(day, date) and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError("day_far_off", "a day far off")
    return day


def _clock(value: object) -> object:
    try:
        return vietnamese.parse_time(value) if isinstance(value, str) else value
    except ValueError as error:
        raise PydanticCustomError("not_a_clock", "not a clock time") from error


def _whole(value: object) -> object:
    """Digits as people type them in a form: `10_000` and `٣` are numbers to Python, not to them."""
    if isinstance(value, bool) or (isinstance(value, str) and not _DIGITS.fullmatch(value)):
        raise PydanticCustomError("not_a_number", "not a number")
    return value.strip() if isinstance(value, str) else value


def _grid(value: object) -> object:
    """Rows of cells, as they are in JSON or as a spreadsheet puts them on the clipboard.

    Every row has as many cells as the first, which is the head of the table.
    """
    if isinstance(value, str):
        value = grid_of(vietnamese.clean(value).strip("\n"))
    if not isinstance(value, list | tuple) or not all(isinstance(r, list | tuple) for r in value):
        raise PydanticCustomError("not_a_table", "not a table")
    for number, row in enumerate(value, 1):
        if len(row) != len(value[0]):
            facts = {"row": number, "cells": len(row), "head": len(value[0])}
            raise PydanticCustomError("ragged_table", "ragged", facts)
    return tuple(tuple(_text(cell) for cell in row) for row in value)


def _figure(value: object) -> object:
    """A figure as papers write it, «1.234,5»; words, or a figure with words, as they are."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = vietnamese.decimal_text(Decimal(str(value)))
    text = _text(value)
    if isinstance(text, str) and _LIKE_A_FIGURE.fullmatch(text):
        try:
            vietnamese.parse_decimal(text)
        except ValueError as error:
            raise PydanticCustomError("not_a_figure", "not a figure") from error
    return text


_CLOCK_SCHEMA = {"type": "string", "pattern": r"^\d{1,2}(:|h| giờ )\d{2}$"}

Text = Annotated[str, BeforeValidator(_text)]
Figure = Annotated[str, BeforeValidator(_figure)]
Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[time, BeforeValidator(_clock), WithJsonSchema(_CLOCK_SCHEMA)]
Grid = Annotated[
    tuple[tuple[str, ...], ...],
    BeforeValidator(_grid),
    WithJsonSchema({"type": "array", "items": {"type": "array", "items": {"type": "string"}}}),
]
"""A table: its rows, the first one the head; a cell is a text."""
Count = Annotated[int, Field(ge=0, le=99_999), BeforeValidator(_whole)]
Ordinal = Annotated[int, Field(ge=1, le=99_999), BeforeValidator(_whole)]


@dataclass(frozen=True)
class Shape:
    """What a declaration says beyond its type.

    `shown=False`: asked for and on purpose not printed; `why_not_shown` says why.
    `step`: the part of the form it opens; fields without one stay in the part before.
    `row`: what one entry of a list is called («Nội dung» gives «Nội dung 2»).
    `example`: a value, or a function of the document's date.
    `columns`: of a list of records that stands as a table in the text of the paper.
    `last`: how far behind the fields that a type adds to those it shares with others (0: before).
    `follows`: of a text in rows, the field beside it that is printed as the article before them.
    """

    lines: bool = False
    shown: bool = True
    why_not_shown: str = ""
    step: str = ""
    row: str = ""
    widget: str = ""
    example: Any = None
    last: int = 0
    columns: tuple[Column, ...] = ()
    follows: str = ""
    choices: Callable[[], Choices] | None = None


def field(label: str, *, help: str = "", default: Any = ..., **shape: Any) -> Any:
    """Declare a field: its Vietnamese label, its help, its `Shape`. Without default: required."""
    about = Shape(**shape)
    options: dict[str, Any] = {"title": label, "description": help or None}
    if about.example is not None and not callable(about.example):
        options["examples"] = [about.example]
    if isinstance(default, list | dict):
        info = Field(default_factory=lambda: type(default)(default), **options)
    else:
        info = Field(default, **options)
    cast(FieldInfo, info).metadata.append(about)
    return info


@dataclass(frozen=True)
class FieldSpec:
    """One field as the doors see it. `item` holds the fields of a record, or of a list's records.

    A list of plain lines has `kind == "list"` and an empty `item`; a table is a "grid". `ticked`:
    how a box stands that nobody has answered.
    """

    name: str
    label: str
    help: str
    kind: Kind
    required: bool
    choices: Choices
    item: tuple[FieldSpec, ...]
    shown: bool
    why_not_shown: str
    step: str
    row: str
    widget: str
    example: Any
    columns: tuple[Column, ...]
    ticked: bool
    follows: str = ""

    def child(self, name: str | int) -> FieldSpec | None:
        """The spec below this one; an index of a list stays at the list."""
        if isinstance(name, int):
            return self
        return next((spec for spec in self.item if spec.name == name), None)


@cache
def describe(model: type[BaseModel]) -> tuple[FieldSpec, ...]:
    """The fields of an input model, as declared; those every paper ends with come last."""
    fields = sorted(model.model_fields.items(), key=lambda named: shape_of(named[1]).last)
    return tuple(_spec(name, info) for name, info in fields)


def shape_of(info: FieldInfo) -> Shape:
    """What a declaration says beyond its type."""
    return next((m for m in info.metadata if isinstance(m, Shape)), Shape())


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    shape = shape_of(info)
    kind, model = _kind(info.annotation, lines=shape.lines)
    return FieldSpec(
        name=name,
        label=info.title or name,
        help=info.description or "",
        kind="choice" if shape.choices else kind,
        required=info.is_required(),
        choices=shape.choices() if shape.choices else _choices(info.annotation),
        item=describe(model) if model else (),
        shown=shape.shown,
        why_not_shown=shape.why_not_shown,
        step=shape.step,
        row=shape.row,
        widget=shape.widget,
        example=shape.example,
        columns=shape.columns,
        follows=shape.follows,
        ticked=info.default is not False,
    )


def bare(annotation: Any) -> Any:
    """The type itself: `Annotated[X | None, …]` gives `X`."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return bare(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation


_SCALARS: dict[type, Kind] = {bool: "bool", int: "int", date: "date", time: "time"}


def _kind(annotation: Any, *, lines: bool) -> tuple[Kind, type[BaseModel] | None]:
    plain = bare(annotation)
    if get_origin(plain) is tuple:
        return "grid", None
    if get_origin(plain) is list:
        inner = bare(get_args(plain)[0])
        return "list", inner if _is_model(inner) else None
    if _is_model(plain):
        return "record", plain
    if isinstance(plain, type) and issubclass(plain, Enum):
        return "choice", None
    return _SCALARS.get(plain, "lines" if lines else "line"), None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _choices(annotation: Any) -> Choices:
    plain = bare(annotation)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return tuple((member.value, member.value) for member in plain)
    return ()


def place(specs: Iterable[FieldSpec], where: Path) -> str:
    """A path in the words of the form: `("agenda", 1, "title")` → «Diễn biến › Nội dung 2».

    A record that the form spreads over several steps is not named: the steps are.
    """
    words: list[str] = []
    spec: FieldSpec | None = None
    level = tuple(specs)
    for name in where:
        if isinstance(name, int):
            is_cell = bool(spec and spec.kind == "grid" and words[-1].startswith("dòng "))
            words.append(f"{'cột' if is_cell else (spec and spec.row) or 'dòng'} {name + 1}")
            continue
        spec = next((s for s in level if s.name == name), None)
        if spec is None:
            words.append(f"«{name}»")
            break
        if spec.kind != "record" or not any(part.step for part in spec.item):
            words.append(spec.label)
        level = spec.item
    return " › ".join(words or ([spec.label] if spec else []))


def leaves(specs: Iterable[FieldSpec], prefix: str = "") -> dict[str, FieldSpec]:
    """Every plain field by its dotted name, lists without their index: `meeting.agenda.title`."""
    found: dict[str, FieldSpec] = {}
    for spec in specs:
        name = f"{prefix}{spec.name}"
        if spec.item:
            found.update(leaves(spec.item, f"{name}."))
        else:
            found[name] = spec
    return found
