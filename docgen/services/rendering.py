"""Services: values of a type become a Word document, and nothing that was entered is lost.

Templates are compiled once a process and used by all threads.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path as File
from typing import Any

from docgen.catalog import Inspection, find, inspect, validate
from docgen.catalog.fields import FieldSpec, place
from docgen.catalog.laws import day_of
from docgen.catalog.model import DocumentType
from docgen.domain import vietnamese
from docgen.errors import Invalid, Path, Problem
from docgen.services.blanks import filled
from docgen.services.checking import own_findings
from docgen.services.filters import FILTERS
from docgen.services.outlines import ROW_NAMES, number_rows
from docgen.services.records import put_tables, table_names
from docgen.templating import Put, Rendering, Template, compile_template, trace
from docgen.thethuc.check import Finding
from docgen.thethuc.profiles import Profile, profile_on

_LOG = logging.getLogger(__name__)
TEMPLATES = File(__file__).resolve().parents[2] / "templates_docx"

_FORM_NAMES = frozenset({
    "ten_loai", "ky_hieu_loai", "nhu_tren", "thethuc.can_cu_cuoi", "thethuc.noi_nhan_cuoi",
    "thethuc.kinh_trinh",
})  # fmt: skip


@dataclass(frozen=True)
class Rendered:
    """A finished document, its file name, which field put out which text, in order, and what is
    wrong with its form: nothing, unless something unusual was entered."""

    docx: bytes
    filename: str
    puts: tuple[tuple[Path, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Preview:
    """A document made of what is there so far, what is still wrong with the input, and with the
    form of what was entered."""

    docx: bytes
    puts: tuple[tuple[Path, str], ...]
    problems: tuple[Problem, ...]
    profile: Profile
    findings: tuple[Finding, ...]


def render(type_key: str, raw: object) -> Rendered:
    """The document of a good input.

    Raises `Invalid` with every problem of a bad one, also when something entered did not reach the
    document; `NotFound` for an unknown type.
    """
    kind = find(type_key)
    values = validate(type_key, raw)
    rendering = filled_in(kind, values)
    if lost := tuple(_lost(kind, values, rendering.puts)):
        raise Invalid(lost)
    findings = own_findings(rendering.docx, profile_of(values))
    _tell(kind, findings)
    return Rendered(rendering.docx, filename(kind, values), _paths(rendering.puts), findings)


def preview(type_key: str, raw: object) -> Preview:
    """The document as far as it can be made, for looking at while the form is filled."""
    kind = find(type_key)
    inspection = inspect(type_key, raw)
    rendering = filled_in(kind, inspection.values)
    return Preview(
        rendering.docx,
        _paths(rendering.puts),
        inspection.problems,
        profile_of(inspection.values),
        _findings_of_draft(kind, inspection, rendering.docx),
    )


def filename(kind: DocumentType, values: Mapping[str, Any]) -> str:
    """A name that can be foretold: `2024-04-03_BB-07_hoi-nghi-thuong-ky.docx`."""
    day = day_of(values)
    number = values.get("so")
    parts = (
        day.isoformat() if day else None,
        f"{kind.symbol}-{vietnamese.two_digits(number)}" if number else kind.symbol,
        vietnamese.slug(str(values.get("trich_yeu") or kind.title), limit=80),
    )
    return "_".join(part for part in parts if part) + ".docx"


@cache
def template_of(type_key: str) -> Template:
    """The compiled template of a type; raises `TemplateError` when the file is faulty."""
    kind = find(type_key)
    file = TEMPLATES / f"{kind.key}.docx"
    return compile_template(
        file.read_bytes(), name=file.name, blocks=block, filters=FILTERS, schema=schema_of(kind)
    )


def schema_of(kind: DocumentType) -> frozenset[str]:
    """Every dotted name a template of that type may ask for."""
    return frozenset(kind.leaves) | form_names(kind)


def form_names(kind: DocumentType) -> frozenset[str]:
    """What a template may ask for besides the fields of its type: the type's own names, the form,
    and what is made of the rows of a text."""
    texts = {name.rpartition(".")[0] for name in kind.leaves if name.endswith(".table")}
    owners = {text.rpartition(".")[0] for text in texts if "." in text}
    return _FORM_NAMES.union(
        (f"{text}.{name}" for text in texts for name in ROW_NAMES),
        (f"{owner}.is_wide" for owner in owners),
        table_names(kind.fields),
    )


def block(name: str) -> bytes:
    """The bytes of a shared block by its name; `KeyError` when there is none."""
    file = (TEMPLATES / name).resolve()
    if not file.is_relative_to(TEMPLATES) or not file.is_file():
        raise KeyError(name)
    return file.read_bytes()


def profile_of(values: Mapping[str, Any]) -> Profile:
    """The guidance that a document with these values follows: by its day, else by today's."""
    return profile_on(day_of(values) or date.today())


def filled_in(kind: DocumentType, values: Mapping[str, Any]) -> Rendering:
    """The template of a type, filled in with values that are checked elsewhere."""
    return template_of(kind.key).run(context_of(kind, values))


def context_of(kind: DocumentType, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as a template finds them: rows numbered, tables made, with what the form says."""
    context = trace(values)
    number_rows(kind.fields, values, context)
    put_tables(kind.fields, values, context)
    return {**context, **form_context(kind, profile_of(values))}


def _findings_of_draft(
    kind: DocumentType, inspection: Inspection, docx: bytes
) -> tuple[Finding, ...]:
    """What is wrong with the form of what was entered; the form's own blanks are told elsewhere."""
    profile = profile_of(inspection.values)
    found = own_findings(docx, profile)
    if not found or not inspection.problems:
        return found
    asked = {str(problem.where[0]) for problem in inspection.problems if problem.where}
    whole = filled_in(kind, filled(kind, inspection.values, asked))
    lasting = {(f.code, f.message) for f in own_findings(whole.docx, profile)}
    return tuple(finding for finding in found if (finding.code, finding.message) in lasting)


def _tell(kind: DocumentType, findings: tuple[Finding, ...]) -> None:
    """Log what is wrong with our own work: code and place, none of its words."""
    for finding in findings:
        if finding.severity == "error":
            place = f"paragraph {finding.paragraph}" if finding.paragraph else "page"
            _LOG.error("form of %s: %s at %s", kind.key, finding.code, place)


def form_context(kind: DocumentType, profile: Profile) -> dict[str, Any]:
    """What differs between guidances and types, as templates see it."""
    return {
        "ten_loai": kind.ten_loai,
        "ky_hieu_loai": kind.symbol,
        "nhu_tren": kind.nhu_tren,
        "thethuc": {
            "can_cu_cuoi": profile.last_basis_ends,
            "noi_nhan_cuoi": profile.recipient_ends,
            "kinh_trinh": profile.submission_label,
        },
    }


def _paths(puts: tuple[Put, ...]) -> tuple[tuple[Path, str], ...]:
    return tuple((put.path, put.text) for put in puts if put.path is not None)


def _lost(
    kind: DocumentType, values: Mapping[str, Any], puts: tuple[Put, ...]
) -> Iterator[Problem]:
    """What was entered, is meant to be shown, and was not put out."""
    shown = {put.path for put in puts}
    for path in _entered(kind.fields, values):
        if path not in shown:
            yield Problem(
                "RENDER.LOST",
                "Đã ghi nhưng không có chỗ trong văn bản này; xoá đi, hoặc ghi vào mục khác.",
                path,
                place(kind.fields, path),
            )


def _entered(
    specs: tuple[FieldSpec, ...], values: Mapping[str, Any], at: Path = ()
) -> Iterator[Path]:
    """The paths of all leaves that hold something and are meant to be shown."""
    for spec in specs:
        value, path = values.get(spec.name), (*at, spec.name)
        if value is None or not spec.shown or spec.kind == "bool":
            continue
        if spec.kind == "list":
            for index, row in enumerate(value):
                yield from (
                    _entered(spec.item, row, (*path, index)) if spec.item else ((*path, index),)
                )
        elif spec.kind == "record":
            yield from _entered(spec.item, value, path)
        elif spec.kind == "grid":
            yield from (
                (*path, r, c) for r, row in enumerate(value) for c, cell in enumerate(row) if cell
            )
        else:
            yield path
