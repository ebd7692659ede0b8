"""Tools of the tests: hands that type in Word: direct formatting, no style but Normal.

`LOOKS` is what a careful clerk gives each element (HD 05, II.IV and its phụ lục 2). Sizes and
spacing in pt, indents in mm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.table import _Cell
from docx.text.paragraph import Paragraph

Piece = tuple[str, str]
"""(element, text); a tab and a line break in the text are typed as such."""
Place = Document | _Cell | _Header | _Footer


@dataclass(frozen=True, kw_only=True)
class Look:
    """How an element is typed. `line` is in lines when the rule is `auto`, in pt otherwise."""

    font: str = "Times New Roman"
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    align: str = "center"
    first_line: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: float = 1.0
    line_rule: str = "auto"
    keep_next: bool = False


_TEXT = Look(align="both", first_line=10, after=6, line=18, line_rule="exact")
_HEADING = replace(_TEXT, bold=True, keep_next=True)
_CENTRED = replace(_HEADING, align="center", first_line=0)
LOOKS: Mapping[str, Look] = {
    "tieu_de": Look(size=15, bold=True),
    "co_quan_cap_tren": Look(),
    "co_quan_ban_hanh": Look(bold=True),
    "dau_sao": Look(),
    "so_ky_hieu": Look(),
    "dia_danh_ngay": Look(italic=True, before=6),
    "trich_yeu_cong_van": Look(size=12, italic=True),
    "do_khan": Look(bold=True),
    "du_thao": Look(italic=True),
    "pham_vi": Look(size=12, bold=True, align="right"),
    "ten_loai": Look(size=16, bold=True, before=18),
    "tac_gia": Look(bold=True),
    "trich_yeu": Look(bold=True),
    "ban_hanh_kem_theo": Look(italic=True),
    "gach_trich_yeu": Look(after=12),
    "kinh_gui": Look(italic=True, before=6, after=6),
    "kinh_gui_dong": Look(align="left", left=45, after=6),
    "can_cu": _TEXT,
    "quyet_dinh": replace(_CENTRED, before=6),
    "noi_dung": _TEXT,
    "phan": _CENTRED,
    "phan_ten": _CENTRED,
    "chuong": _CENTRED,
    "chuong_ten": _CENTRED,
    "muc": _CENTRED,
    "muc_ten": _CENTRED,
    "dieu": _HEADING,
    "de_muc": _HEADING,
    "khoan": _TEXT,
    "diem": _TEXT,
    "gach": _TEXT,
    "bang": Look(align="left"),
    "bang_dau": Look(bold=True),
    "xac_nhan": Look(),
    "ky_bien_ban": Look(bold=True),
    "quyen_han_ky": Look(bold=True),
    "chuc_vu_ky": Look(),
    "ho_ten_ky": Look(bold=True),
    "noi_nhan": Look(underline=True, align="left"),
    "noi_nhan_dong": Look(size=12, align="left"),
    "nguoi_soan_thao": Look(size=11, align="left"),
    "lien_he": Look(size=10, align="left"),
    "phu_luc": Look(bold=True),
    "phu_luc_ten": Look(bold=True),
    "so_trang": Look(),
    "trong": Look(align="left"),
    "cot": Look(align="left"),
}
"""By element; `trong` is an empty line, `cot` a line of two columns made with tabs."""

GROUPS: Mapping[str, str] = {
    **dict.fromkeys(("khoan", "diem", "gach"), "noi_dung"),
    **dict.fromkeys(("de_muc_2", "de_muc_3"), "de_muc"),
}
"""An element that is spoiled together with another one, and looks like it unless it is listed."""


class Typist:
    """Types pieces into places; `look` spoils elements by name, one of many as `khoan#2`."""

    def __init__(self, look: Mapping[str, Mapping[str, Any]]) -> None:
        self._spoiled = look
        self._typed: Counter[str] = Counter()

    def look(self, element: str) -> Look:
        """How the next one of this element is typed: `*`, its group, itself, this one of it."""
        self._typed[element] += 1
        group = GROUPS.get(element, element)
        names = ("*", group, element, f"{element}#{self._typed[element]}")
        changes = {key: value for name in names for key, value in self._change(name).items()}
        return replace(LOOKS.get(element, LOOKS[group]), **changes)

    def _change(self, name: str) -> Mapping[str, Any]:
        return self._spoiled.get(name, {})

    def paragraph(self, place: Place, *pieces: Piece, like: str = "", **own: Any) -> Paragraph:
        """A new paragraph of these pieces, laid out as the first of them, or as `like`.

        `own` is what the place itself asks of the paragraph (an indent), whatever the look says.
        """
        looks = [self.look(element) for element, _ in pieces]
        paragraph = _fresh(place)
        layout = self.look(like) if like else looks[0]
        _lay_out(paragraph, replace(layout, **own))
        for (_, text), look in zip(pieces, looks, strict=True):
            if text:
                paragraph.add_run(text)._r.insert(0, deepcopy(_run_properties(look)))
        _dress_mark(paragraph, looks[0])
        return paragraph


def _fresh(place: Place) -> Paragraph:
    """The place's own empty paragraph while nothing is typed in it, then a new one."""
    if not isinstance(place, Document):
        first: Paragraph = place.paragraphs[0]
        if len(place.paragraphs) == 1 and not first.runs and first._p.pPr is None:
            return first
    added: Paragraph = place.add_paragraph()
    return added


def _lay_out(paragraph: Paragraph, look: Look) -> None:
    paragraph._p.insert(0, deepcopy(_paragraph_properties(look)))


def _dress_mark(paragraph: Paragraph, look: Look) -> None:
    """The paragraph's mark as its text: it is what gives an empty line its height."""
    mark = deepcopy(_run_properties(replace(look, underline=False)))
    paragraph._p.get_or_add_pPr().append(mark)


@cache
def _paragraph_properties(look: Look) -> BaseOxmlElement:
    """Direct formatting of a paragraph, in the order of the schema."""
    first = ("hanging", -look.first_line) if look.first_line < 0 else ("firstLine", look.first_line)
    sides = ("left", look.left), ("right", look.right), first
    indents = "".join(f' w:{side}="{round(mm * 1440 / 25.4)}"' for side, mm in sides if mm)
    line = round(look.line * (240 if look.line_rule == "auto" else 20))
    return _properties(
        "pPr",
        "<w:keepNext/>" if look.keep_next else "",
        f'<w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}" '
        f'w:line="{line}" w:lineRule="{look.line_rule}"/>',
        f"<w:ind{indents}/>" if indents else "",
        f'<w:jc w:val="{look.align}"/>',
    )


@cache
def _run_properties(look: Look) -> BaseOxmlElement:
    """Direct formatting of a run, in the order of the schema."""
    fonts = " ".join(f'w:{slot}="{look.font}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    size = round(look.size * 2)
    return _properties(
        "rPr",
        f"<w:rFonts {fonts}/>",
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:i/><w:iCs/>" if look.italic else "",
        f'<w:color w:val="{look.colour}"/>' if look.colour else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        '<w:u w:val="single"/>' if look.underline else "",
    )


def _properties(tag: str, *content: str) -> BaseOxmlElement:
    return parse_xml(f"<w:{tag} {nsdecls('w')}>{''.join(content)}</w:{tag}>")
