"""Tools of the tests: a docx as people type it, from its XML, part by part."""

from __future__ import annotations

from lxml import etree

from parts import NAMESPACES, R, package

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument"
_SPACE = "http://schemas.openxmlformats.org/package/2006"
_TARGETS = {
    "document": "document.xml",
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "theme": "theme/theme1.xml",
}


def typed(body: str, **parts: str) -> dict[str, bytes]:
    """The parts of a docx: `styles=`, `numbering=`, `settings=`, `theme=` are their insides."""
    inner = {"document": f"<w:body>{body}<w:sectPr/></w:body>", **parts}
    named = {f"word/{_TARGETS[kind]}": _root(kind, xml) for kind, xml in inner.items()}
    named["word/_rels/document.xml.rels"] = relations(
        {kind: _TARGETS[kind] for kind in inner if kind != "document"}
    )
    named["_rels/.rels"] = relations({"officeDocument": "word/document.xml"})
    named["[Content_Types].xml"] = _content_types(list(inner))
    return named


def packed(parts: dict[str, bytes]) -> bytes:
    """The docx of these parts."""
    return package(parts)


def relations(targets: dict[str, str]) -> bytes:
    """A part of relations, kind by kind."""
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_SPACE}/relationships">{lines}</Relationships>'.encode()


def nodes(parts: dict[str, bytes], name: str) -> list[etree._Element]:
    """The `w:name` elements of the text, in order."""
    tree = etree.fromstring(parts["word/document.xml"])
    return list(tree.iter(f"{{{tree.nsmap['w']}}}{name}"))


def _root(kind: str, xml: str) -> bytes:
    if kind == "theme":
        return (
            f'<a:theme xmlns:a="{_A}"><a:themeElements>{xml}</a:themeElements></a:theme>'.encode()
        )
    return f"<w:{kind} {NAMESPACES}>{xml}</w:{kind}>".encode()


def _content_types(kinds: list[str]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/word/{_TARGETS[kind]}" ContentType="{_MAIN}'
        + (".theme+xml" if kind == "theme" else f".wordprocessingml.{_KINDS.get(kind, kind)}+xml")
        + '"/>'
        for kind in kinds
    )
    return (
        f'<Types xmlns="{_SPACE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


_KINDS = {"document": "document.main"}
