"""Web: the form of any input, made from what the catalogue declares of it.

`Form.of(...)` joins declarations, values and problems into `Field`s; the macros of
`templates/form/fields.html` draw them. A new document type needs nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docgen.catalog import FieldSpec
from docgen.domain import vietnamese
from docgen.domain.grids import text_of
from docgen.errors import Path, Problem

_TICKED = (True, "true", "on")
TEMPLATE_ROW = "#"
"""Stands for the number in the names of a row that is yet to be added."""


@dataclass(frozen=True)
class Field:
    """One field as it is drawn: `parts` are the fields of a record, or the rows of a list.

    `name` is the path with points (`meeting.agenda.0.title`); it is the control's name and, after
    `f-`, its anchor; `own` is the part of it that the place in the page does not give: the script
    joins these when rows move. `blank` is the row that «Thêm» adds, for lists only.
    """

    spec: FieldSpec
    name: str
    own: str = ""
    text: str = ""
    is_ticked: bool = False
    messages: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()
    blank: Field | None = None

    @property
    def anchor(self) -> str:
        """What a link to this field ends in."""
        return f"f-{self.name}"

    @property
    def is_compact(self) -> bool:
        """Whether a row of such fields fits on one line."""
        kinds = [part.kind for part in self.spec.item]
        most = 2 if "lines" in kinds else 3
        return len(kinds) <= most and not set(kinds) & {"list", "record", "bool"}

    def part(self, name: str) -> Field:
        """The field of that name in a record. `KeyError` when there is none."""
        return {part.spec.name: part for part in self.parts}[name]

    def walk(self) -> Iterator[Field]:
        """This field and every field below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Section:
    """A part of the form, under the name of its step."""

    title: str
    number: int
    fields: tuple[Field, ...]
    given: str = ""

    @property
    def is_given(self) -> bool:
        """Whether all of it came from the set-up and nothing is wrong: it need not stand open."""
        every = [part for item in self.fields for part in item.walk()]
        is_filled = all(part.text for part in every if part.spec.required and not part.parts)
        ours = bool(self.given) and all(part.name.startswith(self.given) for part in every)
        return ours and is_filled and not self.is_wrong

    @property
    def anchor(self) -> str:
        """What the step's link ends in."""
        return f"phan-{self.number}"

    @property
    def is_wrong(self) -> bool:
        """Whether a problem stands in it."""
        return any(part.messages for item in self.fields for part in item.walk())


@dataclass(frozen=True)
class Form:
    """A whole form: its sections, and every problem with the field it is to be mended in."""

    sections: tuple[Section, ...]
    problems: tuple[tuple[Problem, str], ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(
        cls,
        specs: Iterable[FieldSpec],
        values: Mapping[str, Any],
        problems: Iterable[Problem] = (),
        *,
        given: str = "",
    ) -> Form:
        """The form of these declarations, filled with these values; a problem stands at its field.

        `given`: the record that is filled in beforehand.
        """
        told = tuple(problems)
        fields = _Filler(told).record(specs, values, "")
        names = frozenset(part.name for item in fields for part in item.walk())
        placed = tuple((problem, nearest(problem.where, names)) for problem in told)
        return cls(_sections(fields, given), placed, names)


def dotted(where: Path) -> str:
    """A path as the name of a control."""
    return ".".join(str(part) for part in where)


def cell_place(row: str, column: str | None) -> str:
    """A cell of a table in words, by its indexes."""
    words = f"Dòng {int(row) + 1}"
    return words if column is None else f"{words}, cột {int(column) + 1}"


def nearest(where: Path, names: frozenset[str]) -> str:
    """The name of the field at that path, or of the closest one around it; empty if none is."""
    cuts = (dotted(where[:end]) for end in range(len(where), 0, -1))
    return next((name for name in cuts if name in names), "")


class _Filler:
    """Walks declarations and values side by side, and lays each problem at its field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.messages: dict[str, list[str]] = {}
        for problem in problems:
            self.messages.setdefault(dotted(problem.where), []).append(problem.message)

    def told(self, spec: FieldSpec, name: str) -> tuple[str, ...]:
        """The messages of a field; a table tells those of its cells, with their place."""
        found = list(self.messages.get(name, ()))
        for path in self.messages if spec.kind == "grid" else ():
            if cell := re.fullmatch(rf"{re.escape(name)}\.(\d+)(?:\.(\d+))?", path):
                found += (f"{cell_place(*cell.groups())}: {m}" for m in self.messages[path])
        return tuple(found)

    def record(self, specs: Iterable[FieldSpec], values: Any, prefix: str) -> tuple[Field, ...]:
        known = values if isinstance(values, Mapping) else {}
        return tuple(self.fill(spec, known.get(spec.name), prefix + spec.name) for spec in specs)

    def fill(self, spec: FieldSpec, value: Any, name: str) -> Field:
        plain = Field(spec, name, spec.name, messages=self.told(spec, name))
        if spec.kind == "list":
            rows = value if isinstance(value, list | tuple) else ()
            parts = tuple(self.row(spec, row, f"{name}.{n}") for n, row in enumerate(rows))
            blank = self.row(spec, None, f"{name}.{TEMPLATE_ROW}")
            return replace(plain, parts=parts, blank=blank)
        if spec.kind == "record":
            return replace(plain, parts=self.record(spec.item, value, f"{name}."))
        if spec.kind == "bool":
            # A box that nobody has answered stands as declared: people are present, say.
            return replace(plain, is_ticked=spec.ticked if value is None else value in _TICKED)
        return replace(plain, text=written(spec, value))

    def row(self, spec: FieldSpec, value: Any, name: str) -> Field:
        kind: Any = "record" if spec.item else "line"
        own = replace(spec, name="", label=spec.row or "Dòng", kind=kind, required=False, help="")
        return self.fill(own, value, name)


def written(spec: FieldSpec, value: Any) -> str:
    """A value as it is typed: a day as 03/4/2024, a table with tabs between its cells, whatever
    cannot be read as it came."""
    text = "" if value is None else str(value)
    if spec.kind == "grid" and isinstance(value, list | tuple):
        return text_of(row if isinstance(row, list | tuple) else [row] for row in value)
    if spec.kind not in ("date", "time"):
        return text
    try:
        if spec.kind == "date":
            return vietnamese.date_short(vietnamese.parse_date(text))
        return vietnamese.parse_time(text).strftime("%H:%M")
    except ValueError:
        return text


def _sections(fields: Iterable[Field], given: str) -> tuple[Section, ...]:
    """The fields by step; those that name none stay in the part before them."""
    parts: list[tuple[str, list[Field]]] = []
    for item in _opened(fields):
        if not parts or (item.spec.step and item.spec.step != parts[-1][0]):
            parts.append((item.spec.step or "Mở đầu", []))
        parts[-1][1].append(item)
    return tuple(
        Section(title, number, tuple(items), given and f"{given}.")
        for number, (title, items) in enumerate(parts, 1)
    )


def _opened(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields at the top; a record that spreads over several steps gives way to its own."""
    for item in (replace(item, own=item.name) for item in fields):
        if item.spec.kind != "record" or not any(part.spec.step for part in item.parts):
            yield item
        elif item.spec.step:
            first, *rest = _opened(item.parts)
            yield replace(first, spec=replace(first.spec, step=item.spec.step))
            yield from rest
        else:
            yield from _opened(item.parts)
