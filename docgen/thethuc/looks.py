"""Thể thức: the look that is really in force, as Word works it out.

Document defaults, then the table's style, the paragraph's style with its parents and its list,
the character style, and last what stands at the place itself (ECMA-376, part 1, 17.7.2).
Of a table style's conditions, those of the first and last row and column count; bands do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from docgen.thethuc.numbering import Numbering, Place, speaks_of_list
from docgen.thethuc.profiles import Align
from docgen.thethuc.properties import TOGGLES, Layer, paragraph_layer, run_layer, said
from docgen.thethuc.relations import Parts, related
from docgen.thethuc.styles import Styles
from docgen.thethuc.tables import Table, Tables
from docgen.thethuc.theme import DEFAULT_FONT, Theme
from docgen.thethuc.xml import Node, W, child, on, parse, val

Said = tuple[object, ...]
LineRule = Literal["exact", "atLeast", "auto"]

_RUN: Layer = {"ascii": DEFAULT_FONT, "hAnsi": DEFAULT_FONT, "size": 10.0, "colour": "auto"}
_TEXT, _PARAGRAPH = f"{W}t", f"{W}p"
_SINGLE = 12.0
"""Points that mean one line where spacing is a multiple."""
_HTML_GAP, _PLAIN_GAP = 14.0, 5.0
"""Points of automatic spacing, as web pages have it and as Word had it before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLook:
    """How a run is printed. Size in points; colour as hex or «auto».

    A run that mixes two fonts (one for plain Latin letters, one for the accented) names both.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    colour: str
    caps: bool
    strike: bool
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLook:
    """How a paragraph is set. Indents in mm (hanging is negative), gaps in points.

    `line` is in points when the rule is `exact` or `atLeast`, else a multiple: 1.0 is single.
    Where `contextual` holds, Word drops the gap between neighbours of one style.
    """

    align: Align
    left: float
    right: float
    first_line: float
    before: float
    after: float
    line: float
    line_rule: LineRule
    keep_next: bool
    outline: int | None
    contextual: bool
    rule_below: bool


class Looks:
    """The looks of a document's paragraphs and runs, in whatever part they stand.

    Raises `UnreadableDocument` for styles, a theme, settings or numbering that cannot be read.
    """

    def __init__(self, parts: Parts) -> None:
        self._theme = Theme(parts)
        self.styles = Styles(parts, self._theme)
        self.numbering = Numbering(parts, self.styles)
        self._tables = Tables(self.styles)
        self._gap = _automatic_gap(parts)
        self._runs: dict[tuple[Table | None, str, str], Layer] = {}
        self._looks: dict[tuple[Table | None, str, tuple[object, ...]], tuple[RunLook, str]] = {}
        self._direct: dict[Said, Layer] = {}
        self._set: dict[tuple[Table | None, Said], ParagraphLook] = {}
        self._paragraphs: dict[tuple[Table | None, str, bool], Layer] = {}

    def paragraph(self, p: Node) -> ParagraphLook:
        """How a `w:p` is set."""
        table, (own, direct) = self._tables.of(p), self.direct(p)
        if (table, own) not in self._set:
            style, in_list = direct.get("style", ""), speaks_of_list(direct)
            told = self._styled_paragraph(table, style, in_list=not in_list)
            if in_list:
                place = self.numbering.place(self.styles.chain("paragraph", style), direct)
                told = told | self._indents(place)
            self._set[table, own] = _paragraph_look(told | direct, self._gap)
        return self._set[table, own]

    def direct(self, p: Node) -> tuple[Said, Layer]:
        """What a `w:p` says of its own: to know it by, and as a layer."""
        properties = child(p, "pPr")
        own = said(properties)
        if own not in self._direct:
            self._direct[own] = paragraph_layer(properties)
        return own, self._direct[own]

    def run(self, r: Node) -> RunLook:
        """How a `w:r` is printed."""
        p = next(r.iterancestors(_PARAGRAPH), None)
        table = None if p is None else self._tables.of(p)
        properties = child(r, "rPr")
        own = () if properties is None else properties
        said = tuple([(one.tag, *one.items()) for one in own])
        key = table, val(child(p, "pPr"), "pStyle"), said
        if key not in self._looks:
            direct = run_layer(properties, self._theme)
            styled = self._styled_run(table, key[1], direct.get("style", ""))
            self._looks[key] = _run_look(styled | direct)
        look, accented = self._looks[key]
        return look if accented == look.font else replace(look, font=_fonts(r, look.font, accented))

    def _styled_run(self, table: Table | None, style: str, character: str) -> Layer:
        """What the styles say; a switch is turned on by one of them and off again by the next."""
        key = table, style, character
        if key not in self._runs:
            levels = (
                self._tables.layers(table)[1],
                _merged(one.run for one in self.styles.chain("paragraph", style)),
                _merged(one.run for one in self.styles.chain("character", character)),
            )
            told = _merged((_RUN, self.styles.run, *levels))
            for name in TOGGLES:
                turned = sum(level.get(name, False) for level in levels) % 2 == 1
                told[name] = self.styles.run.get(name, False) or turned
            self._runs[key] = told
        return self._runs[key]

    def _styled_paragraph(self, table: Table | None, style: str, *, in_list: bool) -> Layer:
        """What the styles say; the list's indents come just before the style that names it."""
        key = table, style, in_list
        if key not in self._paragraphs:
            chain = self.styles.chain("paragraph", style)
            told = self.styles.paragraph | self._tables.layers(table)[0]
            speakers = (one for one in reversed(chain) if speaks_of_list(one.paragraph))
            last = next(speakers, None) if in_list else None
            for one in chain:
                if one is last:
                    told = told | self._indents(self.numbering.place(chain, {}))
                told = told | one.paragraph
            self._paragraphs[key] = told
        return self._paragraphs[key]

    def _indents(self, place: Place | None) -> Layer:
        level = self.numbering.level(place)
        return {} if level is None else level.indents


def _merged(layers: Iterable[Layer]) -> Layer:
    told: Layer = {}
    for layer in layers:
        told |= layer
    return told


def _run_look(told: Layer) -> tuple[RunLook, str]:
    """The look in the font of plain Latin letters, and the font of the accented ones."""
    look = RunLook(
        font=told["ascii"],
        size=told["size"],
        bold=told["b"],
        italic=told["i"],
        underline=told.get("u", False),
        colour=told["colour"],
        caps=told["caps"],
        strike=told["strike"] or told.get("dstrike", False),
        hidden=told["vanish"],
    )
    return look, told["hAnsi"]


def _fonts(r: Node, plain: str, accented: str) -> str:
    """The font of the run's letters; both when it mixes letters of the two kinds."""
    text = "".join(node.text or "" for node in r.iterchildren(_TEXT))
    if text.isascii():
        return plain
    mixed = any(letter.isascii() and not letter.isspace() for letter in text)
    return f"{plain}, {accented}" if mixed else accented


def _paragraph_look(told: Layer, gap: float) -> ParagraphLook:
    rule = told.get("line_rule", "auto")
    line = told.get("line", _SINGLE)
    return ParagraphLook(
        align=told.get("align", "left"),
        left=_mm(told.get("left", 0)),
        right=_mm(told.get("right", 0)),
        first_line=_mm(told.get("first_line", 0)),
        before=round(gap if told.get("before_auto") else told.get("before", 0.0), 2),
        after=round(gap if told.get("after_auto") else told.get("after", 0.0), 2),
        line=round(line if rule in ("exact", "atLeast") else line / _SINGLE, 3),
        line_rule=rule if rule in ("exact", "atLeast") else "auto",
        keep_next=told.get("keep_next", False),
        outline=told.get("outline"),
        contextual=told.get("contextual", False),
        rule_below=told.get("rule_below", False),
    )


def _mm(length: float) -> float:
    return round(length * 25.4 / 72, 2)


def _automatic_gap(parts: Parts) -> float:
    """Automatic spacing is that of web pages unless the document keeps to Word's older habit."""
    data = related(parts, "settings")
    compat = None if data is None else child(parse(data), "compat")
    older = child(compat, "doNotUseHTMLParagraphAutoSpacing")
    return _PLAIN_GAP if older is not None and on(older) else _HTML_GAP
