"""Thể thức: runs changed: letters put in the place of others, a stretch cut out, its look set."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from docgen.thethuc.lines import Span
from docgen.thethuc.xml import Node, W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""The properties of runs as the schema orders them."""
_TOGGLES = {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "caps": ("caps",), "strike": ("strike",)}


def cut(span: Span, left: int, right: int, text: str) -> None:
    """Put a text in the place of some letters of a text node."""
    leaf = span.leaf
    if leaf.tag != f"{W}t":
        new = leaf.makeelement(f"{W}t")
        new.text = text if right > left else text + span.text
        if right > left and (parent := leaf.getparent()) is not None:
            parent.replace(leaf, new)
        elif text:
            leaf.addprevious(new)
            new.text = text
        leaf = new
    else:
        old = leaf.text or ""
        leaf.text = old[: span.start + left] + text + old[span.start + right :]
    leaf.set(_SPACE, "preserve")


def alone(span: Span) -> Node:
    """A run that holds just this stretch: its own, or one cut out of it."""
    leaf = span.leaf
    run = next(leaf.iterancestors(f"{W}r"))  # the one read, or one cut off it since
    others = [child for child in run if child.tag != f"{W}rPr" and child is not leaf]
    whole = leaf.text or ""
    behind = whole[span.start + len(span.text) :]
    before = whole[: span.start]
    if leaf.tag != f"{W}t" or not (others or before or behind):
        return run
    if all(other.tag != f"{W}t" for other in others) and not (before.strip() or behind.strip()):
        return run
    _split(run, leaf, at=len(whole) - len(behind))
    return _split(run, leaf, at=span.start) if before or run[0] is not leaf else run


def _split(run: Node, leaf: Node, *, at: int) -> Node:
    """Cut a run in two at a letter of one of its text nodes; gives the second, or the run where
    nothing is behind."""
    text = leaf.text or ""
    rest = list(leaf.itersiblings())
    if not text[at:] and not rest:
        return run
    later = run.makeelement(run.tag, {str(k): str(v) for k, v in run.attrib.items()})
    later.extend([copy.deepcopy(look) for look in run.findall(f"{W}rPr")])
    if text[at:]:
        tail = leaf.makeelement(leaf.tag)
        tail.text = text[at:]
        tail.set(_SPACE, "preserve")
        later.append(tail)
    later.extend(rest)
    leaf.text = text[:at]
    leaf.set(_SPACE, "preserve")
    run.addnext(later)
    return later


def set_look(run: Node, name: str, value: Any) -> None:
    look = properties_of(run, "rPr")
    if name in _TOGGLES:
        for tag in _TOGGLES[name]:
            placed(look, tag, _RUN_ORDER).set(f"{W}val", "1" if value else "0")
    elif name == "size":
        for tag in ("sz", "szCs"):
            placed(look, tag, _RUN_ORDER).set(f"{W}val", str(round(value * 2)))
    elif name == "underline":
        placed(look, "u", _RUN_ORDER).set(f"{W}val", "single" if value else "none")
    elif name == "font":
        _set_only(placed(look, "rFonts", _RUN_ORDER), value, "ascii", "hAnsi", "eastAsia", "cs")
    else:
        assert name == "colour", name
        _set_only(placed(look, "color", _RUN_ORDER), value, "val")


def _set_only(node: Node, value: str, *names: str) -> None:
    """Give a node these attributes and no others."""
    node.attrib.clear()
    for name in names:
        node.set(f"{W}{name}", value)


def properties_of(node: Node, name: str) -> Node:
    """The properties of a run or paragraph, made when it has none."""
    found = node.find(f"{W}{name}")
    if found is None:
        found = node.makeelement(f"{W}{name}")
        node.insert(0, found)
    return found


def placed(parent: Node, name: str, order: Iterable[str]) -> Node:
    """A child by its name, made where the schema wants it."""
    found = parent.find(f"{W}{name}")
    if found is not None:
        return found
    before = set()
    for other in order:
        if other == name:
            break
        before.add(f"{W}{other}")
    new = parent.makeelement(f"{W}{name}")
    places = [n for n, child in enumerate(parent, 1) if child.tag in before]
    parent.insert(max(places, default=0), new)
    return new
