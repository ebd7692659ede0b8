"""Thể thức: rules on font and colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Paragraph
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.sections import Section
from docgen.thethuc.xml import Node

_FONT = "Times New Roman"
_NAMES = frozenset(("times new roman", "timesnewromanpsmt"))
_BLACK = frozenset(("auto", "000000"))
_OLD = re.compile(r"\.vn|vni[- ]|vntimes?|vps ", re.IGNORECASE)
"""Fonts whose letters are not those of Unicode: another font alone would make them unreadable."""
_MANY = 10
"""Paragraphs: what is wrong with more of them is told once."""
_Kind = tuple[tuple[str, ...], tuple[str, ...]]
"""The fonts and the colours that should be others."""


class _Place(NamedTuple):
    """Where: the paragraph, its runs, its section when it is in a header."""

    paragraph: Paragraph
    runs: list[Node]
    section: Section | None


@rule("PD.FONT", "Phông chữ không đúng", source="HD05:II.IV.1")
def wrong_font(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Phông chữ Times New Roman theo bộ mã Unicode (TCVN 6909:2001), màu đen, trong toàn văn bản.
    Chữ gõ bằng phông cũ (.VnTime, VNI) phải chuyển sang Unicode trước."""
    places: dict[_Kind, list[_Place]] = {}
    for paragraph, section, coloured in _printed(doc):
        kind, runs = _wrong(paragraph, coloured=coloured)
        if runs:
            places.setdefault(kind, []).append(_Place(paragraph, runs, section))
    for kind, found in places.items():
        if len(found) > _MANY:
            yield _fault(kind, found)
        else:
            yield from (_fault(kind, [place]) for place in found)


def _printed(doc: DocumentView) -> Iterator[tuple[Paragraph, Section | None, bool]]:
    """What is printed, headers with their section; whether it may have a colour, as stamps do."""
    marks = {id(line.paragraph) for line in doc.paper.lines("khan", "mat")}
    for paragraph in doc.paragraphs:
        yield paragraph, None, id(paragraph) in marks
    seen: set[str] = set()
    for section in doc.sections:
        for margin in section.margin_parts:
            if margin.part not in seen:
                yield from ((paragraph, section, False) for paragraph in margin.paragraphs)
            seen.add(margin.part)


def _wrong(paragraph: Paragraph, *, coloured: bool) -> tuple[_Kind, list[Node]]:
    """The runs that print letters in another font, or not in black, and in which."""
    fonts: set[str] = set()
    colours: set[str] = set()
    runs: dict[Node, None] = {}
    for span in paragraph.spans:
        look = span.look
        if look.hidden or not any(letter.isalnum() for letter in span.text):
            continue
        if any(name.strip().lower() not in _NAMES for name in look.font.split(",")):
            fonts.add(look.font)
            runs[span.run] = None
        if not coloured and look.colour.lower() not in _BLACK:
            colours.add(look.colour)
            runs[span.run] = None
    return (tuple(sorted(fonts)), tuple(sorted(colours))), list(runs)


def _fault(kind: _Kind, places: list[_Place]) -> Fault:
    """One fault a paragraph; one for all where it is all over the document."""
    fonts, colours = kind
    first = places[0]
    line = None if first.section else first.paragraph.lines[0]
    wanted = ([f"phông chữ {_FONT}"] if fonts else []) + (["màu đen"] if colours else [])
    found = ", ".join((*fonts, *(f"màu {colour}" for colour in colours)))
    found += f", ở {len(places)} đoạn" if len(places) > 1 else ""
    if any(_OLD.match(font) for font in fonts):
        wanted.append("chuyển chữ sang Unicode rồi đổi phông")
        return Fault(", ".join(wanted), found, line, first.section)
    looks = ({"font": _FONT} if fonts else {}) | ({"colour": "000000"} if colours else {})

    def dress(editor: Editor, fault: Fault) -> None:
        for place in places:
            editor.dress(place.paragraph, place.runs, **looks)

    return Fault(", ".join(wanted), found, line, first.section, fix=dress)
