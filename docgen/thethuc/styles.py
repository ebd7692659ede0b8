"""Thể thức: the styles of a document, each with those it is based on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.thethuc.properties import Layer, paragraph_layer, run_layer
from docgen.thethuc.relations import Parts, related
from docgen.thethuc.theme import Theme
from docgen.thethuc.xml import Node, W, child, is_on, parse, val

MAX_PARENTS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style by itself; `conditions` are a table style's words on its first row and the like."""

    id: str
    kind: str
    parent: str
    paragraph: Layer
    run: Layer
    conditions: Mapping[str, tuple[Layer, Layer]] = field(default_factory=dict)


class Styles:
    """The styles part: document defaults and chains. Without the part there is nothing in it."""

    def __init__(self, parts: Parts, theme: Theme) -> None:
        data = related(parts, "styles")
        root = None if data is None else parse(data)
        defaults = child(root, "docDefaults")
        self.paragraph = paragraph_layer(child(child(defaults, "pPrDefault"), "pPr"))
        self.run = run_layer(child(child(defaults, "rPrDefault"), "rPr"), theme)
        self._theme = theme
        self._nodes: dict[tuple[str, str], Node] = {}
        self._default: dict[str, str] = {}
        for node in () if root is None else root.iterchildren(f"{W}style"):
            kind, id = node.get(f"{W}type", "paragraph"), node.get(f"{W}styleId", "")
            self._nodes[kind, id] = node
            if (default := node.get(f"{W}default")) is not None and is_on(default):
                self._default[kind] = id
        self._read: dict[tuple[str, str], Style] = {}
        self._chains: dict[tuple[str, str], tuple[Style, ...]] = {}

    def chain(self, kind: str, style_id: str | None) -> tuple[Style, ...]:
        """The style and those it is based on, the farthest first; its kind's default if unknown."""
        key = kind, style_id or ""
        if key not in self._chains:
            known = key if key in self._nodes else (kind, self._default.get(kind, ""))
            self._chains[key] = self._climb(known)
        return self._chains[key]

    def numbering(self, style_id: str) -> str:
        """The list a numbering style stands for, an empty text when it has none."""
        key = "numbering", style_id
        return str(self._style(key).paragraph.get("num", "")) if key in self._nodes else ""

    def _climb(self, key: tuple[str, str]) -> tuple[Style, ...]:
        """A circle of styles ends where it began; a chain nobody made by hand is cut."""
        found: dict[tuple[str, str], Style] = {}
        while key in self._nodes and key not in found and len(found) < MAX_PARENTS:
            found[key] = self._style(key)
            key = key[0], found[key].parent
        return tuple(reversed(found.values()))

    def _style(self, key: tuple[str, str]) -> Style:
        """A style, read when it is first asked for: files bring many more than they use."""
        if key not in self._read:
            self._read[key] = _style(self._nodes[key], self._theme)
        return self._read[key]


def _style(node: Node, theme: Theme) -> Style:
    conditions = {
        one.get(f"{W}type", ""): (
            paragraph_layer(child(one, "pPr")),
            run_layer(child(one, "rPr"), theme),
        )
        for one in node.iterchildren(f"{W}tblStylePr")
    }
    return Style(
        id=node.get(f"{W}styleId", ""),
        kind=node.get(f"{W}type", "paragraph"),
        parent=val(node, "basedOn"),
        paragraph=paragraph_layer(child(node, "pPr")),
        run=run_layer(child(node, "rPr"), theme),
        conditions=conditions,
    )
