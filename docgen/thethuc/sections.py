"""Thể thức: the pages of a document: paper, margins, page numbers of each section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.thethuc.labels import Labels
from docgen.thethuc.lines import Paragraph, paragraphs
from docgen.thethuc.looks import Looks
from docgen.thethuc.relations import related, relations
from docgen.thethuc.xml import Node, R, W, child, parse

_TWIPS_IN_MM = 1440 / 25.4


@dataclass(frozen=True, eq=False)
class Margin:
    """The header or footer of some pages of a section: `place` header or footer, `kind` default,
    first or even; its paragraphs, and those of them that print the page's number."""

    place: str
    kind: str
    part: str
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[Paragraph, ...]


@dataclass(frozen=True, eq=False)
class Section:
    """One section: lengths in mm, its headers and footers, whether page 1 has its own."""

    node: Node
    number: int
    width: float
    height: float
    margins: Mapping[str, float]
    """top, right, bottom, left, header, footer, gutter."""
    landscape: bool
    has_first: bool
    has_even: bool
    margin_parts: tuple[Margin, ...]

    def shown(self, kind: str) -> tuple[Margin, ...]:
        """The header and footer that pages of this kind show."""
        wanted = kind if kind == "default" or self._has(kind) else "default"
        return tuple(margin for margin in self.margin_parts if margin.kind == wanted)

    def _has(self, kind: str) -> bool:
        return self.has_first if kind == "first" else self.has_even


def read_sections(
    body: Node, parts: Mapping[str, bytes], looks: Looks, *, main: str
) -> tuple[Section, ...]:
    """The sections of the document in order; headers are taken over from the one before."""
    targets = {id: found.part for id, found in relations(parts, main).items()}
    settings = related(parts, "settings") or b""
    margins = _Margins(parts, looks, Labels(looks))
    inherited: dict[tuple[str, str], str] = {}
    sections = []
    for number, node in enumerate(_section_nodes(body), 1):
        for place in ("header", "footer"):
            for found in node.findall(f"{W}{place}Reference"):
                kind = found.get(f"{W}type", "default")
                inherited[place, kind] = targets.get(found.get(f"{R}id", ""), "")
        shown = tuple(margins.of(*key, part) for key, part in inherited.items() if part in parts)
        even = b"<w:evenAndOddHeaders" in settings
        sections.append(_section(node, number, shown, even=even))
    return tuple(sections)


def _section_nodes(body: Node) -> Iterator[Node]:
    """Each section's properties."""
    for one in body:
        node = one if one.tag == f"{W}sectPr" else child(child(one, "pPr"), "sectPr")
        if node is not None:
            yield node


def _section(node: Node, number: int, margins: tuple[Margin, ...], *, even: bool) -> Section:
    size, edges = node.find(f"{W}pgSz"), node.find(f"{W}pgMar")
    first = node.find(f"{W}titlePg")
    names = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    return Section(
        node, number, _mm(size, "w", 12240), _mm(size, "h", 15840),
        {name: _mm(edges, name, 0) for name in names},
        size is not None and size.get(f"{W}orient") == "landscape",
        first is not None and first.get(f"{W}val", "1") not in ("0", "false", "off"),
        even, margins,
    )  # fmt: skip


class _Margins:
    """The headers and footers of a document, each read once."""

    def __init__(self, parts: Mapping[str, bytes], looks: Looks, labels: Labels) -> None:
        self._parts, self._looks, self._labels = parts, looks, labels
        self._known: dict[tuple[str, str, str], Margin] = {}

    def of(self, place: str, kind: str, part: str) -> Margin:
        """The header or footer in a part."""
        key = place, kind, part
        if key not in self._known:
            root = parse(self._parts[part])
            found = tuple(paragraphs(root, part, self._looks, self._labels))
            numbers = tuple(paragraph for paragraph in found if _prints_number(paragraph.node))
            self._known[key] = Margin(place, kind, part, found, numbers)
        return self._known[key]


def _prints_number(paragraph: Node) -> bool:
    """Whether a field of the paragraph prints the page's number."""
    fields = [node.get(f"{W}instr", "") for node in paragraph.iter(f"{W}fldSimple")]
    fields.append("".join(node.text or "" for node in paragraph.iter(f"{W}instrText")))
    return any("PAGE" in text.upper().split() for text in fields) or (
        next(paragraph.iter(f"{W}pgNum"), None) is not None
    )


def _mm(node: Node | None, name: str, default: int) -> float:
    text = "" if node is None else node.get(f"{W}{name}", "")
    try:
        return float(text) / _TWIPS_IN_MM if text else default / _TWIPS_IN_MM
    except ValueError:
        return default / _TWIPS_IN_MM
