"""Tools of the tests: a `Paper` typed in Word, in one of the ways clerks lay a document out.

`typed(paper, layout="tabs")` conforms to the guidance; `look` and `page` spoil it:

    typed(paper, look={"so_ky_hieu": {"bold": True}, "khoan#2": {"size": 13}})
    typed(paper, look={"*": {"font": "Arial"}})
    typed(paper, page={"left": 25, "number": "footer", "orientation#2": "portrait"})

A text is spoiled in the paper itself, by `dataclasses.replace`.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.text.paragraph import Paragraph

from handtyped.body import BodyTypist
from handtyped.columns import Columns
from handtyped.cuts import cut
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

_TEXT = (
    *("noi_dung", "can_cu", "quyet_dinh", "dieu", "de_muc"),
    *("phan", "phan_ten", "chuong", "chuong_ten", "muc", "muc_ten"),
)
VARIANTS: Mapping[str, Mapping[str, Any]] = {
    "as usual": {},
    "large": {
        "look": {
            **dict.fromkeys(_TEXT, {"size": 15, "line": 22}),
            **dict.fromkeys(("trich_yeu", "tac_gia", "kinh_gui_dong"), {"size": 15}),
        }
    },
    "loose": {
        "look": {
            **dict.fromkeys(_TEXT, {"after": 0, "before": 8, "line": 20}),
            "ten_loai": {"size": 15},
        }
    },
    "black": {"look": {"*": {"colour": "000000"}}},
    "both sides": {"page": {"mirror": True}},
    "cut by Word": {"cut_runs": True},
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
    cut_runs: bool = False,
) -> bytes:
    """The document as a docx.

    `table`: masthead and signature in tables without borders. `bordered`: two rows, the rule under
    the title is its cell's bottom border. `tabs`: two columns by tab stops. `plain`: one paragraph
    under another. `breaks`: line breaks for paragraphs. `numbered`: Điều and khoản (and I-, 1.)
    numbered by Word. `rule`: `border`, `cell`, `line`, `vml` or `none`. `cut_runs`: see `cuts`.
    """
    document = Document()
    desk = _Desk(Typist(look or {}), document, layout)
    sheets = Page(desk.typist, document, page or {})
    sheets.first(paper.pham_vi, number_form=layout)
    desk.paper(paper, rule or LAYOUTS[layout])
    if paper.kem_theo:
        desk.attached(paper.kem_theo)
    for appendix in paper.phu_luc:
        sheets.next(landscape=appendix.landscape)
        desk.appendix(appendix)
    if cut_runs:
        cut(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Desk:
    """Types papers into one document in one layout."""

    def __init__(self, typist: Typist, document: DocumentType, layout: str) -> None:
        self.typist, self._document, self._layout = typist, document, layout
        self._columns = Columns(typist, document, layout)
        self._body = BodyTypist(typist, document, automatic=layout == "numbered")

    def paper(self, paper: Paper, rule: str) -> None:
        """The document itself, from its masthead to its contact."""
        self._columns.masthead(paper, rule)
        self._title(paper.title(), joined=self._layout == "breaks")
        self._addressees(paper)
        self._body.opening(paper.can_cu, paper.quyet_dinh)
        self._body.write(paper.body)
        self._columns.signatures(paper)
        self._contact(paper)

    def attached(self, own: Attached) -> None:
        """What a decision issues, on a new page."""
        lines = [("ten_loai", own.ten_loai), *(("trich_yeu", text) for text in own.trich_yeu)]
        lines += [("ban_hanh_kem_theo", own.kem_theo), ("gach_trich_yeu", own.gach)]
        first, *_ = self._title([line for line in lines if line[1]])
        first.paragraph_format.page_break_before = True
        self._body.write(own.body)
        self._columns.signed(own.chu_ky)

    def appendix(self, own: Appendix) -> None:
        """A phụ lục, in the section that is begun."""
        lines = [("phu_luc", own.nhan), *(("phu_luc_ten", text) for text in own.ten)]
        lines += [("ban_hanh_kem_theo", own.kem_theo), ("gach_trich_yeu", own.gach)]
        self._title([line for line in lines if line[1]])
        self._body.write(own.body)

    def _title(self, lines: Sequence[Piece], *, joined: bool = False) -> list[Paragraph]:
        if joined and lines:
            first, *rest = lines
            return [self._type(first, *((element, f"\n{text}") for element, text in rest))]
        return [self._type(line) for line in lines]

    def _addressees(self, paper: Paper) -> None:
        """«Kính gửi:» and one name on the same line; several names under it."""
        if not paper.kinh_gui:
            return
        label, names = ("kinh_gui", paper.kinh_gui), paper.kinh_gui_dong
        if len(names) == 1:
            self._type(label, ("kinh_gui_dong", f" {names[0]}"))
            return
        for line in (label, *(("kinh_gui_dong", name) for name in names)):
            self._type(line)

    def _contact(self, paper: Paper) -> None:
        """Ô 13: under a solid rule across the whole text."""
        for paragraph in [self._type(("lien_he", line)) for line in paper.lien_he][:1]:
            border(paragraph, "top")

    def _type(self, *pieces: Piece) -> Paragraph:
        return self.typist.paragraph(self._document, *pieces)
