"""Catalogue: what can be produced, as data. `CATALOG` holds every document type by its key."""

from __future__ import annotations

import importlib
import json
import pkgutil
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from docgen.catalog import competence, types
from docgen.catalog.competence import beyond_competence
from docgen.catalog.examples import as_json, example_of
from docgen.catalog.fields import FIRST_YEAR, LAST_YEAR, FieldSpec, describe
from docgen.catalog.kinds import KINDS
from docgen.catalog.laws import issuer_exists
from docgen.catalog.legal import COMPETENCES, LEGAL_BASES
from docgen.catalog.model import DocumentType, Law, Values
from docgen.catalog.outline import row_problems
from docgen.catalog.setup import SETUP_LAWS, SetUp
from docgen.catalog.validation import Inspection, inspect_input, validate_input
from docgen.errors import Invalid, NotFound, Problem

__all__ = [
    "CATALOG",
    "COMPETENCES",
    "KINDS",
    "LEGAL_BASES",
    "SETUP",
    "DocumentType",
    "FieldSpec",
    "Inspection",
    "Values",
    "as_json",
    "demo_files",
    "example",
    "find",
    "inspect",
    "inspect_setup",
    "json_schema",
    "notices",
    "validate",
    "validate_setup",
]


def _types() -> dict[str, DocumentType]:
    names = sorted(module.name for module in pkgutil.iter_modules(types.__path__))
    found = [importlib.import_module(f"{types.__name__}.{name}").TYPE for name in names]
    return {kind.key: kind for kind in found}


CATALOG: dict[str, DocumentType] = _types()
SETUP: tuple[FieldSpec, ...] = describe(SetUp)


def find(key: str) -> DocumentType:
    """The type of that key; `NotFound` names those there are."""
    if key not in CATALOG:
        raise NotFound(f"Không có loại văn bản «{key}». Các loại: {', '.join(CATALOG)}.")
    return CATALOG[key]


def inspect(key: str, raw: object) -> Inspection:
    """What can be read of an input, and all its problems. Never raises for a bad input."""
    kind = find(key)
    return inspect_input(kind.model, raw, _laws(kind))


def validate(key: str, raw: object) -> dict[str, Any]:
    """The values of a good input; raises `Invalid` with every problem of a bad one."""
    kind = find(key)
    return validate_input(kind.model, raw, _laws(kind))


def _laws(kind: DocumentType) -> tuple[Law, ...]:
    """The laws of every paper, then those of the type."""
    common = (partial(beyond_competence, kind), partial(row_problems, kind.fields))
    return issuer_exists, *common, *kind.laws


def notices(key: str, values: Values) -> tuple[str, ...]:
    """What the user of such a document should check, because the program does not know it."""
    return tuple(competence.notices(find(key), values))


def inspect_setup(raw: object) -> Inspection:
    """What can be read of a set-up form, and all its problems."""
    return inspect_input(SetUp, raw, SETUP_LAWS)


def validate_setup(raw: object) -> dict[str, Any]:
    """The values of a good set-up form; raises `Invalid`."""
    return validate_input(SetUp, raw, SETUP_LAWS)


def example(key: str, on: date) -> dict[str, Any]:
    """A complete, valid input on that date, ready for JSON. `Invalid` for a year far off."""
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        years = f"{FIRST_YEAR} - {LAST_YEAR}"
        raise Invalid([Problem("EXAMPLE.YEAR", f"Năm {on.year} ngoài khoảng {years}.")])
    return example_of(find(key).fields, on)


def json_schema(key: str) -> dict[str, Any]:
    """The JSON Schema of a type's input, with Vietnamese titles and descriptions."""
    schema = find(key).model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("description", None)  # the class's own words are for who reads the code
    return schema


def demo_files() -> list[dict[str, Any]]:
    """The demonstration data: two organisations with a meeting and its papers each."""
    folder = Path(__file__).with_name("demo")
    return [json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))]
