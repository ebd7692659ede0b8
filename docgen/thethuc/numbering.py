"""Thể thức: the lists of a document: their levels, and which one a paragraph stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.thethuc.properties import Layer, indents, paragraph_layer
from docgen.thethuc.relations import Parts, related
from docgen.thethuc.styles import Style, Styles
from docgen.thethuc.xml import VAL, Node, W, child, is_on, parse, val, whole

LEVELS = 9
MAX_TEXT = 255
"""The longest text of a level that is read; a label is a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: how its number is written, counted, and what indents it gives."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool
    style: str
    font: str
    indents: Layer


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it. Lists of one `definition` count together."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]
    """Where a level begins anew when this list first comes to it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: the list's id and the level, 0 to 8."""

    num: str
    level: int


class Numbering:
    """The numbering part. Without it, no paragraph has a number."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        data = related(parts, "numbering")
        root = None if data is None else parse(data)
        self._styles = styles
        self._nums = _by_id(root, "num", "numId")
        self._definitions = _by_id(root, "abstractNum", "abstractNumId")
        self._lists: dict[str, List | None] = {}

    def find(self, num: str) -> List | None:
        """The list with this id, None when there is none («0» takes a paragraph out of lists)."""
        if num not in self._lists:
            node = self._nums.get(num)
            self._lists[num] = None if node is None else self._read(node)
        return self._lists[num]

    def level(self, place: Place | None) -> Level | None:
        """The level at a place."""
        found = None if place is None else self.find(place.num)
        return None if found is None or place is None else found.levels.get(place.level)

    def place(self, chain: Sequence[Style], direct: Layer) -> Place | None:
        """Where a paragraph with these styles, the nearest last, and this layer of its own stands.

        In a style it is the level that names the style, whatever level the style names.
        """
        found = None
        for style in chain:
            found = self._moved(found, style.paragraph, style)
        return self._moved(found, direct)

    def _moved(
        self, before: Place | None, layer: Layer, style: Style | None = None
    ) -> Place | None:
        if not speaks_of_list(layer):
            return before
        num = layer.get("num", "" if before is None else before.num)
        found = self.find(num)
        if found is None:
            return None
        linked = (n for n, level in found.levels.items() if style and level.style == style.id)
        told = layer.get("level", 0 if before is None else before.level)
        return Place(num, min(max(next(linked, told), 0), LEVELS - 1))

    def _read(self, node: Node) -> List:
        definition = self._definition(val(node, "abstractNumId"))
        id = "" if definition is None else definition.get(f"{W}abstractNumId", "")
        levels = _levels(definition)
        starts = {}
        for override in node.iterchildren(f"{W}lvlOverride"):
            levels |= _levels(override)
            start = whole(val(override, "startOverride"))
            if start is not None:
                starts[whole(override.get(f"{W}ilvl")) or 0] = start
        return List(id, levels, starts)

    def _definition(self, id: str) -> Node | None:
        """The definition, or the one that the numbering style it names leads to."""
        found = self._definitions.get(id)
        if link := val(found, "numStyleLink"):
            num = self._nums.get(self._styles.numbering(link))
            return self._definitions.get(val(num, "abstractNumId"), found)
        return found


def speaks_of_list(layer: Layer) -> bool:
    """Whether a layer puts its paragraph into a list, at another level of it, or out of it."""
    return "num" in layer or "level" in layer


def _by_id(root: Node | None, name: str, id: str) -> dict[str, Node]:
    found = () if root is None else root.iterchildren(f"{W}{name}")
    return {node.get(f"{W}{id}", ""): node for node in found}


def _levels(node: Node | None) -> dict[int, Level]:
    found = () if node is None else node.iterchildren(f"{W}lvl")
    numbered = ((whole(one.get(f"{W}ilvl")) or 0, one) for one in found)
    return {number: _level(one) for number, one in numbered if 0 <= number < LEVELS}


def _level(node: Node) -> Level:
    """A format newer than Word 2007 is told twice; the last is the one that every reader knows."""
    formats = [one.get(VAL, "") for one in node.iter(f"{W}numFmt")]
    text, fonts = child(node, "lvlText"), child(child(node, "rPr"), "rFonts")
    legal = child(node, "isLgl")
    return Level(
        format=formats[-1] if formats else "decimal",
        text="" if text is None else text.get(VAL, "")[:MAX_TEXT],
        start=whole(val(node, "start")) or 0,
        restart=whole(val(node, "lvlRestart")),
        legal=legal is not None and is_on(legal.get(VAL)),
        style=val(node, "pStyle"),
        font="" if fonts is None else fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", "")),
        indents=indents(paragraph_layer(child(node, "pPr"))),
    )
