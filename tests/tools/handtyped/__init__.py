"""Tools of the tests: a `Paper` typed in Word, in one of the ways clerks lay a document out.

`typed(paper, layout="tabs")` conforms to the guidance; `look` and `page` spoil it:

    typed(paper, look={"so_ky_hieu": {"bold": True}, "khoan#2": {"size": 13}})
    typed(paper, look={"*": {"font": "Arial"}})
    typed(paper, page={"left": 25, "number": "footer", "orientation#2": "portrait"})

A text is spoiled in the paper itself, by `dataclasses.replace`.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx import Document

from handtyped.body import BodyTypist
from handtyped.columns import Columns
from handtyped.lines import border
from handtyped.page import Page
from handtyped.paper import Appendix, Attached, Paper
from handtyped.typist import Piece, Typist

LAYOUTS: Mapping[str, str] = {
    "table": "border",
    "bordered": "cell",
    "tabs": "line",
    "plain": "border",
    "breaks": "vml",
    "numbered": "line",
}
"""Each layout, with how the rule under the title is made when nothing else is asked."""

_LARGE = {"size": 15, "line": 22}
VARIANTS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "as usual": {},
    "large": {
        "look": {
            **dict.fromkeys(("noi_dung", "can_cu", "dieu", "de_muc", "quyet_dinh"), _LARGE),
            **dict.fromkeys(("phan", "phan_ten", "chuong", "chuong_ten", "muc", "muc_ten"), _LARGE),
            **dict.fromkeys(("trich_yeu", "tac_gia", "kinh_gui_dong"), {"size": 15}),
        }
    },
    "loose": {
        "look": {"noi_dung": {"after": 0, "before": 8, "line": 20}, "ten_loai": {"size": 15}}
    },
    "black": {"look": {"*": {"colour": "000000"}}},
    "both sides": {"page": {"mirror": True}},
}
"""Ways to type that conform as well: arguments for `typed`, by name."""

Spoiled = Mapping[str, Mapping[str, Any]]


def typed(
    paper: Paper,
    layout: str = "table",
    *,
    look: Spoiled | None = None,
    page: Mapping[str, Any] | None = None,
    rule: str | None = None,
) -> bytes:
    """The document as a docx.

    `table`: masthead and signature in tables without borders. `bordered`: two rows, the rule under
    the title is its cell's bottom border. `tabs`: two columns by tab stops. `plain`: one paragraph
    under another. `breaks`: line breaks for paragraphs. `numbered`: Điều and khoản (and I-, 1.)
    numbered by Word. `rule`: `border`, `cell`, `line`, `vml` or `none`.
    """
    document = Document()
    typist = Typist(look or {})
    columns = Columns(typist, document, layout)
    sheets = Page(typist, document, page or {})
    sheets.first(paper.pham_vi, number_form=layout)
    columns.masthead(paper, rule or LAYOUTS[layout])
    _title(typist, document, paper.title(), joined=layout == "breaks")
    body = BodyTypist(typist, document, automatic=layout == "numbered")
    _addressees(typist, document, paper)
    body.opening(paper.can_cu, paper.quyet_dinh)
    body.write(paper.body)
    columns.signatures(paper)
    _contact(typist, document, paper)
    if paper.kem_theo:
        _attached(typist, document, paper.kem_theo)
        body.write(paper.kem_theo.body)
        columns.signed(paper.kem_theo.chu_ky)
    for appendix in paper.phu_luc:
        sheets.next(landscape=appendix.landscape)
        _appendix(typist, document, appendix)
        body.write(appendix.body)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _title(
    typist: Typist, document: Any, lines: tuple[Piece, ...], *, joined: bool = False
) -> None:
    if joined and lines:
        first, *rest = lines
        typist.paragraph(document, first, *((element, f"\n{text}") for element, text in rest))
        return
    for line in lines:
        typist.paragraph(document, line)


def _addressees(typist: Typist, document: Any, paper: Paper) -> None:
    """«Kính gửi:» and one name on the same line; several names under it."""
    if not paper.kinh_gui:
        return
    label, names = ("kinh_gui", paper.kinh_gui), paper.kinh_gui_dong
    if len(names) == 1:
        typist.paragraph(document, label, ("kinh_gui_dong", f" {names[0]}"))
        return
    typist.paragraph(document, label)
    for name in names:
        typist.paragraph(document, ("kinh_gui_dong", name))


def _contact(typist: Typist, document: Any, paper: Paper) -> None:
    """Ô 13: under a solid rule across the whole text."""
    for number, line in enumerate(paper.lien_he):
        paragraph = typist.paragraph(document, ("lien_he", line))
        if number == 0:
            border(paragraph, "top")


def _attached(typist: Typist, document: Any, own: Attached) -> None:
    lines = [("ten_loai", own.ten_loai), *(("trich_yeu", text) for text in own.trich_yeu)]
    lines += [("ban_hanh_kem_theo", own.kem_theo), ("gach_trich_yeu", own.gach)]
    for number, line in enumerate(line for line in lines if line[1]):
        paragraph = typist.paragraph(document, line)
        if number == 0:
            paragraph.paragraph_format.page_break_before = True


def _appendix(typist: Typist, document: Any, own: Appendix) -> None:
    lines = [("phu_luc", own.nhan), *(("phu_luc_ten", text) for text in own.ten)]
    lines += [("ban_hanh_kem_theo", own.kem_theo), ("gach_trich_yeu", own.gach)]
    _title(typist, document, tuple(line for line in lines if line[1]))
