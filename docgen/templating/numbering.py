"""Templating: the lists of a package: which one a paragraph is in, and copies that start anew."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from docgen.templating.additions import NUMBERING, STYLES, Additions
from docgen.templating.xml import Element, W, remove

_BEFORE = tuple(
    f"{W}{name}"
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_LEVELS = 9
_ABSTRACT = f"{W}abstractNumId"
_BEHIND_INDENT = tuple(
    f"{W}{name}"
    for name in (
        "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
        "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
        "pPrChange",
    )
)  # fmt: skip
"""Of a paragraph's properties, those that come after its indent."""


class Numbering:
    """The lists of a package."""

    def __init__(self, additions: Additions) -> None:
        self.additions = additions
        self._styles: dict[str, Element] | None = None
        self._last: Element | None = None
        self._next = 0
        self._abstracts: dict[str, str] = {}
        self._models: dict[str, Element] = {}
        self._by_id: dict[str, dict[str, Element]] = {}

    def of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or by its style."""
        if (look := paragraph.find(f"{W}pPr")) is None:
            return None
        own, style = look.find(f"{W}numPr"), look.find(f"{W}pStyle")
        by_style = self._of_style("" if style is None else style.get(f"{W}val", ""))
        list_id = _value(own, "numId") or (by_style[0] if by_style else "")
        level = _value(own, "ilvl") or (str(by_style[1]) if by_style else "0")
        return (list_id, int(level)) if list_id and list_id != "0" else None

    def own(self, paragraph: Element, list_id: str, number: int) -> Element:
        """The paragraph's own numbering, made when it has it from its style."""
        look = paragraph.find(f"{W}pPr")
        if look is None:
            look = paragraph.makeelement(f"{W}pPr")
            paragraph.insert(0, look)
        own = look.find(f"{W}numPr")
        if own is None:
            own = look.makeelement(f"{W}numPr")
            look.insert(sum(child.tag in _BEFORE for child in look), own)
        if own.find(f"{W}ilvl") is None:
            own.insert(0, own.makeelement(f"{W}ilvl", {f"{W}val": str(number)}))
        if own.find(f"{W}numId") is None:
            own.insert(1, own.makeelement(f"{W}numId", {f"{W}val": list_id}))
            self._keep_indent(look)
        return own

    def goes_on(self, list_id: str, number: int) -> bool:
        """Whether the level says that it never starts again (lvlRestart 0)."""
        level = self._level(list_id, number)
        return level is not None and _value(level, "lvlRestart") == "0"

    def copy_of(self, list_id: str) -> str:
        """The id of a new list like this one, from its start."""
        if list_id not in self._models and (num := self._num(list_id)) is not None:
            self._models[list_id] = self._model(num, list_id)
        if list_id not in self._models:
            return list_id
        if self._last is None:
            numbering = self.additions.word_part(NUMBERING)
            self._last = numbering.findall(f"{W}num")[-1]
            ids = (num.get(f"{W}numId", "0") for num in numbering.iter(f"{W}num"))
            self._next = max(map(int, ids))
        self._next += 1
        new = copy.deepcopy(self._models[list_id])
        new.set(f"{W}numId", str(self._next))
        self._last.addnext(new)
        self._last = new
        return str(self._next)

    def _model(self, num: Element, list_id: str) -> Element:
        """What each new list like this one is a copy of."""
        model = copy.deepcopy(num)
        if (own := model.find(f"{W}abstractNumId")) is not None:
            own.set(f"{W}val", self._abstract_like(own.get(f"{W}val", "")))
        for level in range(_LEVELS):
            _restart(model, level, self._level(list_id, level))
        return model

    def _abstract_like(self, abstract_id: str) -> str:
        """The id of a definition like this one, whose numbers are not counted with its."""
        if abstract_id not in self._abstracts:
            numbering = self.additions.word_part(NUMBERING)
            known = {found.get(_ABSTRACT, ""): found for found in numbering.iter(f"{W}abstractNum")}
            if abstract_id not in known:
                return abstract_id
            new = copy.deepcopy(known[abstract_id])
            for part in list(new.iter(f"{W}nsid", f"{W}styleLink", f"{W}pStyle")):
                remove(part)
            new_id = self._abstracts[abstract_id] = str(max(map(int, known)) + 1)
            new.set(_ABSTRACT, new_id)
            known[abstract_id].addnext(new)
        return self._abstracts[abstract_id]

    def _of_style(self, style_id: str) -> tuple[str, int] | None:
        for style in self._chain(style_id):
            own = style.find(f"{W}pPr/{W}numPr")
            if list_id := _value(own, "numId"):
                return list_id, int(_value(own, "ilvl") or 0)
        return None

    def _keep_indent(self, look: Element) -> None:
        """The indent of the style stands beside its numbering; a list of one's own outdoes it."""
        if look.find(f"{W}ind") is not None:
            return
        for style in self._chain(_value(look, "pStyle")):
            if (indent := style.find(f"{W}pPr/{W}ind")) is not None:
                after = sum(child.tag not in _BEHIND_INDENT for child in look)
                look.insert(after, copy.deepcopy(indent))
            if indent is not None or style.find(f"{W}pPr/{W}numPr") is not None:
                return

    def _chain(self, style_id: str) -> Iterator[Element]:
        """The style and those it is based on."""
        if not style_id:
            return
        if self._styles is None:
            styles = self.additions.of_kind(STYLES)
            found = () if styles is None else styles.iter(f"{W}style")
            self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = _value(self._styles[style_id], "basedOn")

    def _num(self, list_id: str) -> Element | None:
        return self._known(f"{W}num", f"{W}numId").get(list_id)

    def _known(self, tag: str, id: str) -> dict[str, Element]:
        """The lists or their definitions by their ids, as they are when first asked for."""
        if tag not in self._by_id:
            numbering = self.additions.of_kind(NUMBERING)
            found = () if numbering is None else numbering.iterchildren(tag, reversed=True)
            self._by_id[tag] = {node.get(id, ""): node for node in found}
        return self._by_id[tag]

    def _level(self, list_id: str, level: int) -> Element | None:
        """The definition of one level."""
        if (num := self._num(list_id)) is None:
            return None
        abstract = self._known(f"{W}abstractNum", _ABSTRACT).get(_value(num, "abstractNumId"))
        for definition in (num, abstract):
            for found in () if definition is None else definition.iter(f"{W}lvl"):
                if found.get(f"{W}ilvl") == str(level):
                    return found
        return None


def _restart(num: Element, level: int, definition: Element | None) -> None:
    """Let one level of a list begin at its start."""
    if definition is not None and _value(definition, "lvlRestart") == "0":
        return
    known = (one for one in num.iter(f"{W}lvlOverride") if one.get(f"{W}ilvl") == str(level))
    override = next(known, None)
    if override is None:
        override = etree.SubElement(num, f"{W}lvlOverride", {f"{W}ilvl": str(level)})
    if override.find(f"{W}startOverride") is None:
        start = (_value(definition, "start") if definition is not None else "") or "1"
        override.insert(0, override.makeelement(f"{W}startOverride", {f"{W}val": start}))


def _value(element: Element | None, name: str) -> str:
    """The `w:val` of a child, or an empty text."""
    child = None if element is None else element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")
