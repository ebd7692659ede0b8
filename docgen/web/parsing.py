"""Web: a sent form, `meeting.agenda.0.title=…`, as the nested values the catalogue reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docgen.catalog import FieldSpec
from docgen.catalog.outline import WIDGET
from docgen.domain.outline import Level

Sent = Mapping[str, str]
Tree = dict[str, Any]

SPEAKS_ALONE = (Level.ARTICLE, Level.TABLE)
"""An article may hold what stands below it, a table the records that the type puts there."""


def parse(specs: Iterable[FieldSpec], sent: Sent) -> dict[str, Any]:
    """The values as they were typed: texts, booleans, records and lists of them.

    Names nobody declared are left out. Rows come in the order of their numbers, without those in
    which nothing was written, so that the places in the catalogue's problems are the rows kept.
    """
    return _record(specs, _tree(sent))


def _tree(sent: Sent) -> Tree:
    """`a.0.b=x` as `{"a": {"0": {"b": {"": "x"}}}}`: a text stands under the empty name."""
    top: Tree = {}
    for name, text in sent.items():
        parts = name.split(".")
        if not all(parts):
            continue
        node = top
        for part in parts:
            node = node.setdefault(part, {})
        node[""] = text.replace("\r\n", "\n")
    return top


def _record(specs: Iterable[FieldSpec], node: Tree) -> dict[str, Any]:
    return {spec.name: _value(spec, node.get(spec.name, {})) for spec in specs}


def _value(spec: FieldSpec, node: Tree) -> Any:
    if spec.kind == "list":
        rows = [_row(spec, node[key]) for key in sorted(filter(_is_number, node), key=int)]
        return [row for row in rows if not _is_unwritten(spec, row)]
    if spec.kind == "record":
        return _record(spec.item, node)
    return "" in node if spec.kind == "bool" else node.get("", "")


def _is_unwritten(spec: FieldSpec, row: Any) -> bool:
    """Whether a row may go: of a text, where its level says nothing by itself."""
    if spec.widget == WIDGET and row.get("level") not in SPEAKS_ALONE:
        return is_blank({**row, "level": ""})
    return is_blank(row)


def _row(spec: FieldSpec, node: Tree) -> Any:
    return _record(spec.item, node) if spec.item else node.get("", "")


def _is_number(key: str) -> bool:
    """A row's number, short enough to be one: `int` refuses thousands of digits."""
    return key.isascii() and key.isdecimal() and len(key) < 9


def is_blank(value: Any) -> bool:
    """Whether nothing was written: a ticked box alone is nothing."""
    if isinstance(value, dict):
        return all(is_blank(part) for part in value.values())
    if isinstance(value, list):
        return all(is_blank(part) for part in value)
    return isinstance(value, bool) or value is None or not str(value).strip()
