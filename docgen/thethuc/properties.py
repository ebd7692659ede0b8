"""Thể thức: what one `w:pPr` or `w:rPr` says by itself, as a small dictionary.

Lengths are in points. A key that is absent says nothing; layers are laid one over the other with
`|`, the nearest last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.thethuc.theme import Theme
from docgen.thethuc.xml import VAL, Node, W, child, is_on, on, points, val, whole

Layer = dict[str, Any]
"""What one place says of the look: `{"b": True, "size": 14.0}`."""

TOGGLES = ("b", "i", "caps", "strike", "vanish")
"""Properties that a paragraph style and a character style turn against each other."""

_ALIGN = {
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
    "thaiDistribute": "both",
    "lowKashida": "both",
    "mediumKashida": "both",
    "highKashida": "both",
}


_APART = frozenset(f"{W}{name}" for name in ("rPr", "sectPr", "pPrChange", "rPrChange"))
"""What a `w:pPr` holds that is not said of the paragraph's own look."""


def run_layer(properties: Node | None, theme: Theme) -> Layer:
    """What a `w:rPr` says: `style`, `ascii`, `hAnsi`, `size`, `colour`, `u` and the switches."""
    layer: Layer = {}
    for one in () if properties is None else properties:
        read = _RUN.get(one.tag)
        if read is not None:
            read(one, layer, theme)
    return layer


def paragraph_layer(properties: Node | None) -> Layer:
    """What a `w:pPr` says: `style`, indents, spacing, `align`, its list (`num`, `level`) …"""
    layer: Layer = {}
    for one in () if properties is None else properties:
        read = _PARAGRAPH.get(one.tag)
        if read is not None:
            read(one, layer)
    return layer


def said(properties: Node | None) -> tuple[object, ...]:
    """All that a `w:pPr` says of its own paragraph, to know by it another that says the same."""
    return tuple(
        (one.tag, *one.items(), *(said(one) if len(one) else ()))
        for one in (() if properties is None else properties)
        if one.tag not in _APART
    )


def indents(layer: Layer) -> Layer:
    """Of a layer, the indents alone: what a list's level gives to its paragraphs."""
    return {key: layer[key] for key in ("left", "right", "first_line") if key in layer}


def _fonts(node: Node, layer: Layer, theme: Theme) -> None:
    for slot in ("ascii", "hAnsi"):
        if reference := node.get(f"{W}{slot}Theme"):
            layer[slot] = theme.font(reference)
        elif name := node.get(f"{W}{slot}"):
            layer[slot] = name


def _size(node: Node, layer: Layer, _theme: Theme) -> None:
    _length(layer, "size", node.get(VAL), per=2)


def _colour(node: Node, layer: Layer, theme: Theme) -> None:
    """The colour as hex; where a theme colour is tinted, Word has written the result beside it."""
    name = node.get(f"{W}themeColor")
    changed = node.get(f"{W}themeTint") or node.get(f"{W}themeShade")
    themed = theme.colour(name) if name and not changed else None
    told = themed or node.get(VAL) or "auto"
    layer["colour"] = told if told == "auto" else told.lstrip("#").upper()


def _underline(node: Node, layer: Layer, _theme: Theme) -> None:
    layer["u"] = node.get(VAL, "none") != "none"


def _style(node: Node, layer: Layer, *_: Theme) -> None:
    layer["style"] = node.get(VAL, "")


def _switch(name: str) -> Callable[..., None]:
    def read(node: Node, layer: Layer, *_: Theme) -> None:
        layer[name] = on(node)

    return read


def _spacing(node: Node, layer: Layer) -> None:
    for side in ("before", "after"):
        _length(layer, side, node.get(f"{W}{side}"))
        if (automatic := node.get(f"{W}{side}Autospacing")) is not None:
            layer[f"{side}_auto"] = is_on(automatic)
    if node.get(f"{W}line") is not None:
        _length(layer, "line", node.get(f"{W}line"))
        layer["line_rule"] = node.get(f"{W}lineRule", "auto")


def _indent(node: Node, layer: Layer) -> None:
    """The newer names `start` and `end` stand for left and right; hanging outdoes first line."""
    for side, newer in (("left", "start"), ("right", "end")):
        _length(layer, side, node.get(f"{W}{side}", node.get(f"{W}{newer}")))
    _length(layer, "first_line", node.get(f"{W}firstLine"))
    hanging = points(node.get(f"{W}hanging"), per=20)
    if hanging is not None:
        layer["first_line"] = -hanging


def _align(node: Node, layer: Layer) -> None:
    layer["align"] = _ALIGN.get(node.get(VAL, ""), "left")


def _outline(node: Node, layer: Layer) -> None:
    level = whole(node.get(VAL))
    layer["outline"] = level if level is not None and 0 <= level < 9 else None


def _borders(node: Node, layer: Layer) -> None:
    bottom = child(node, "bottom")
    if bottom is not None:
        layer["rule_below"] = bottom.get(VAL, "none") not in ("none", "nil")


def _list(node: Node, layer: Layer) -> None:
    if number := val(node, "numId"):
        layer["num"] = number
    if (level := whole(val(node, "ilvl"))) is not None:
        layer["level"] = level


def _length(layer: Layer, key: str, text: str | None, *, per: int = 20) -> None:
    length = points(text, per=per)
    if length is not None:
        layer[key] = length


_RUN: dict[Any, Callable[[Node, Layer, Theme], None]] = {
    f"{W}rStyle": _style,
    f"{W}rFonts": _fonts,
    f"{W}sz": _size,
    f"{W}color": _colour,
    f"{W}u": _underline,
    f"{W}dstrike": _switch("dstrike"),
    **{f"{W}{name}": _switch(name) for name in TOGGLES},
}
_PARAGRAPH: dict[Any, Callable[[Node, Layer], None]] = {
    f"{W}pStyle": _style,
    f"{W}spacing": _spacing,
    f"{W}ind": _indent,
    f"{W}jc": _align,
    f"{W}outlineLvl": _outline,
    f"{W}pBdr": _borders,
    f"{W}numPr": _list,
    f"{W}keepNext": _switch("keep_next"),
    f"{W}contextualSpacing": _switch("contextual"),
}
