"""Templating: what each part of a package is, as `[Content_Types].xml` says."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from docgen.templating.xml import Element

_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PART, _EXTENSION, _TYPE = "PartName", "Extension", "ContentType"


def type_of(types: Element, part: str) -> str:
    """The content type of a part; empty when none is declared."""
    return next((node.get(_TYPE, "") for node in _about(types, part)), "")


def declare(types: Element, part: str, kind: str) -> bool:
    """Say that a part is of this type; whether that had to be written.

    What is no XML is declared for all files with its extension where none is yet.
    """
    known = next(_about(types, part), None)
    if known is not None and known.get(_TYPE) == kind:
        return False
    extension = _extension(part)
    if known is not None and known.tag == f"{_SPACE}Override":
        known.set(_TYPE, kind)
    elif known is None and extension not in ("", "xml"):
        types.insert(0, types.makeelement(f"{_SPACE}Default", {_EXTENSION: extension, _TYPE: kind}))
    else:
        types.append(types.makeelement(f"{_SPACE}Override", {_PART: f"/{part}", _TYPE: kind}))
    return True


def _about(types: Element, part: str) -> Iterator[Element]:
    """What is said of a part, then what of its extension."""
    name, extension = f"/{part}".casefold(), _extension(part)
    for node in types.iter(f"{_SPACE}Override"):
        if node.get(_PART, "").casefold() == name:
            yield node
    for node in types.iter(f"{_SPACE}Default"):
        if node.get(_EXTENSION, "").casefold() == extension:
            yield node


def _extension(part: str) -> str:
    return posixpath.splitext(part)[1].lstrip(".").casefold()
