"""Thể thức: rules on the title and what must not stand in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docgen.thethuc.document import DocumentView
from docgen.thethuc.lines import Line
from docgen.thethuc.measure import ends_paragraph, has_own_alignment, wrong_look
from docgen.thethuc.mend import retyped
from docgen.thethuc.profiles import Profile
from docgen.thethuc.registry import Fault, rule
from docgen.thethuc.ruled import TITLE_WIDTH, broken_border, draw_border, drawn_widths, is_ruled
from docgen.thethuc.words import plain

_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
_LINE = "kẻ một đường nét liền dài bằng dòng tiêu đề"
_SHORT, _LONG = 0.5, 1.6
"""Of the title's length: a line between these is taken for as long as the title."""


@rule("PD.HDR.TITLE", "Tiêu đề không đúng", source="HD05:II.I.1")
def wrong_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tiêu đề trên văn bản của Đảng là «ĐẢNG CỘNG SẢN VIỆT NAM», chữ in hoa, đứng, đậm, cỡ chữ 15,
    ở góc phải, dòng đầu của trang đầu."""
    paper = doc.paper
    if not paper.lines("tieu_de") and not paper.lines("quoc_hieu"):
        yield Fault(f"ghi «{_TITLE}» ở góc phải, dòng đầu trang 1", "không có tiêu đề")
    body = paper.line("co_quan_ban_hanh")
    element = profile.elements["tieu_de"]
    for line in paper.lines("tieu_de"):
        if plain(line.text).upper() != _TITLE:
            yield Fault(f"viết «{_TITLE}»", f"«{line.text}»", line, fix=retyped(_TITLE))
        if body is not None and line.shares_table(body) and line.side < body.side:
            yield Fault("đặt ở bên phải, ngang hàng với tên cơ quan", "đặt ở bên trái", line)
        if not is_ruled(doc, line):
            # Underlined letters in the place of the line are told of as the line.
            element = replace(element, underline=any(look.underline for _, look in line.looks))
        yield from wrong_look((line,), element, align=not paper.is_in_columns)


@rule("PD.HDR.TITLE_RULE", "Đường kẻ dưới tiêu đề không đúng", source="HD05:II.I.1.2")
def wrong_line_under_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Dưới tiêu đề có đường kẻ ngang, nét liền, độ dài bằng độ dài của dòng tiêu đề."""
    for title in doc.paper.lines("tieu_de")[:1]:
        typed = [line for line in doc.paper.lines("gach_tieu_de") if line.text]
        if typed:
            solid = set(plain(typed[0].text)) <= set("_─━―")
            yield Fault(
                _LINE, f"gõ «{typed[0].text}»", typed[0], severity="warning" if solid else None
            )
        elif not is_ruled(doc, title):
            yield _missing_line(title)
        elif style := broken_border(title):
            yield Fault("kẻ nét liền", f"nét «{style}»", title, fix=draw_border)
        else:
            yield from _wrong_length(drawn_widths(doc, title), title)


def _missing_line(title: Line) -> Fault:
    """No line; or the letters underlined in its place, which prints much the same."""
    if any(look.underline for _, look in title.looks):
        return Fault(_LINE, "gạch chân chữ", title, severity="warning")
    fix = draw_border if has_own_alignment(title) and ends_paragraph(title) else None
    return Fault(_LINE, "không có đường kẻ", title, fix=fix)


def _wrong_length(widths: list[float], title: Line) -> Iterator[Fault]:
    """Shapes of which none is nearly as long as the title."""
    if widths and all(not _SHORT < width / TITLE_WIDTH < _LONG for width in widths):
        found = "ngắn hơn nhiều" if max(widths) < TITLE_WIDTH else "dài hơn nhiều"
        yield Fault(_LINE, found, title, severity="warning")


@rule("PD.STATE.TITLE", "Văn bản của Đảng không ghi quốc hiệu", source="HD05:II.I.1", mends="none")
def state_title(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Văn bản của Đảng mang tiêu đề «ĐẢNG CỘNG SẢN VIỆT NAM»; quốc hiệu «CỘNG HOÀ XÃ HỘI CHỦ NGHĨA
    VIỆT NAM» cùng tiêu ngữ là thể thức của văn bản nhà nước."""
    for line in doc.paper.lines("quoc_hieu")[:1]:
        yield Fault(f"ghi «{_TITLE}», bỏ quốc hiệu, tiêu ngữ", f"«{line.text}»", line)


@rule("PD.STATE.MOTTO", "Văn bản của Đảng không ghi tiêu ngữ", source="HD05:II.I.1", mends="none")
def state_motto(doc: DocumentView, profile: Profile) -> Iterator[Fault]:
    """Tiêu ngữ «Độc lập - Tự do - Hạnh phúc» là thể thức của văn bản nhà nước, không ghi dưới tiêu
    đề của Đảng. Tiêu ngữ đứng cùng quốc hiệu được báo một lần, cùng với quốc hiệu."""
    if not doc.paper.lines("quoc_hieu"):
        for line in doc.paper.lines("tieu_ngu")[:1]:
            yield Fault("bỏ dòng tiêu ngữ", f"«{line.text}»", line)
