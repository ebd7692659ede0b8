"""Thể thức: rules on font and colour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.thethuc.document import DocumentView
from docgen.thethuc.edit import Editor
from docgen.thethuc.lines import Paragraph, Span
from docgen.thethuc.looks import RunLook
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.sections import Section

_FONT = "Times New Roman"
_NAMES = frozenset(("times new roman", "timesnewromanpsmt"))
_BLACK = frozenset(("auto", "000000"))
_OLD = re.compile(r"\.vn|vni[- ]|vntimes?|vps ", re.IGNORECASE)
"""Fonts whose letters are not those of Unicode: another font alone would make them unreadable."""


@rule("PD.FONT", "Phông chữ không đúng", source="HD05:II.IV.1")
def wrong_font(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Phông chữ Times New Roman theo bộ mã Unicode (TCVN 6909:2001), màu đen, trong toàn văn bản.
    Chữ gõ bằng phông cũ (.VnTime, VNI) phải chuyển sang Unicode trước."""
    marks = {id(line.paragraph) for line in doc.paper.lines("khan", "mat")}
    for paragraph in doc.paragraphs:
        wrong = _wrong(paragraph, coloured=id(paragraph) in marks)
        if wrong:
            yield _fault(paragraph, wrong)
    seen: set[str] = set()
    for section in doc.sections:
        for margin in section.margin_parts:
            for paragraph in () if margin.part in seen else margin.paragraphs:
                if wrong := _wrong(paragraph, coloured=False):
                    yield _fault(paragraph, wrong, section)
            seen.add(margin.part)


def _wrong(paragraph: Paragraph, *, coloured: bool) -> list[Span]:
    """What prints letters in another font, or not in black; stamps may have their colour."""
    return [
        span
        for span in paragraph.spans
        if any(letter.isalnum() for letter in span.text)
        and not span.look.hidden
        and not (_has_font(span.look) and (coloured or _is_black(span.look)))
    ]


def _has_font(look: RunLook) -> bool:
    return all(name.strip().lower() in _NAMES for name in look.font.split(","))


def _is_black(look: RunLook) -> bool:
    return look.colour.lower() in _BLACK


def _fault(paragraph: Paragraph, wrong: list[Span], section: Section | None = None) -> Fault:
    """One fault a paragraph; in a header its place is the section."""
    line = None if section else paragraph.lines[0]
    fonts = sorted({span.look.font for span in wrong if not _has_font(span.look)})
    colours = sorted({span.look.colour for span in wrong if not _is_black(span.look)})
    wanted = ([f"phông chữ {_FONT}"] if fonts else []) + (["màu đen"] if colours else [])
    found = [*fonts, *(f"màu {colour}" for colour in colours)]
    if any(_OLD.match(font) for font in fonts):
        wanted.append("chuyển chữ sang Unicode rồi đổi phông")
        return Fault(", ".join(wanted), ", ".join(found), line, section)
    runs = list(dict.fromkeys(span.run for span in wrong))

    looks = ({"font": _FONT} if fonts else {}) | ({"colour": "000000"} if colours else {})

    def dress(editor: Editor, fault: Fault) -> None:
        editor.dress(paragraph, runs, **looks)

    return Fault(", ".join(wanted), ", ".join(found), line, section, fix=dress)
