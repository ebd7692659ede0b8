"""Thể thức: which part of a docx is which, by the relations the package declares."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from docgen.thethuc.xml import parse

Parts = Mapping[str, bytes]
"""The unpacked parts of a docx by name: `word/document.xml`."""

MAIN = "word/document.xml"
_USUAL = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "settings": "word/settings.xml",
    "theme": "word/theme/theme1.xml",
}


class Relation(NamedTuple):
    """Where a relation leads: its kind (`styles`, `header` …) and the name of the part."""

    kind: str
    part: str


def main_part(parts: Parts) -> str:
    """The name of the part that holds the text; `word/document.xml` unless the package says so."""
    found = relations(parts, "").values()
    named = (part for kind, part in found if kind == "officeDocument" and part in parts)
    return next(named, MAIN)


def relations(parts: Parts, source: str) -> Mapping[str, Relation]:
    """The relations of a part by their id, those that lead out of the package left out."""
    folder, name = posixpath.split(source)
    data = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {} if data is None else _relations(data, folder)


@lru_cache(maxsize=64)
def _relations(data: bytes, folder: str) -> Mapping[str, Relation]:
    """What a part of relations says; many ask for it while one document is read."""
    found = {}
    for one in parse(data):
        if isinstance(one.tag, str) and one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target.lstrip("/"))
    return MappingProxyType(found)


def related(parts: Parts, kind: str) -> bytes | None:
    """The part of this kind that belongs to the text (`styles`, `numbering`, `theme`, `settings`).

    Without a relation the usual name counts; None when there is no such part.
    """
    found = relations(parts, main_part(parts)).values()
    named = (part for of, part in found if of == kind and part in parts)
    return parts.get(next(named, _USUAL[kind]))
